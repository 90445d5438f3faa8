// The map's view as a part of its link, and flights to where the page asks for.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // Where a flight without a zoom of its own ends: the streets around a park.
  const FLIGHT_ZOOM = 14;

  // A metre or so; more digits would make links long.
  const DECIMALS = 5;
  const ZOOM_DECIMALS = 2;

  // What is none, such as an empty text, must not become 0.
  const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

  // The rule is that of layers/display.py, which says what was left out.
  const readView = (map, text) => {
    const [lon, lat, zoom, ...more] = text.split(",").map((part) => (NUMBER.test(part.trim()) ? Number(part) : NaN));
    const isView = !more.length && Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
    return isView && zoom >= map.getMinZoom() && zoom <= map.getMaxZoom() ? { lon, lat, zoom } : null;
  };

  const clampZoom = (map, zoom) => Math.min(Math.max(zoom, map.getMinZoom()), map.getMaxZoom());

  // Once a reader or a link has moved the map, `at` says where it is.
  ParkAtlas.addView = (atlas) => {
    const { map } = atlas;
    let isOwn = false;
    let said = ""; // the view as the link had it last
    // A frame that grows by a pixel moves the middle by less: that is no other view.
    const isSaid = () => {
      const view = readView(map, said);
      if (!view || Math.abs(map.getZoom() - view.zoom) > 0.5 * 10 ** -ZOOM_DECIMALS) return false;
      const [here, there] = [map.getCenter(), atlas.project(view.lon, view.lat)].map((it) => map.project(it));
      return here.distanceTo(there) < 1;
    };
    const settle = () => {
      atlas.isViewKept = true;
    };
    const read = () => {
      if (!isOwn) return "";
      if (isSaid()) return said;
      const { lon, lat } = atlas.locate(map.getCenter());
      said = [lon.toFixed(DECIMALS), lat.toFixed(DECIMALS), Number(map.getZoom().toFixed(ZOOM_DECIMALS))].join(",");
      return said;
    };
    const apply = (text) => {
      const view = readView(map, text);
      if (text === read()) return [];
      isOwn = atlas.isViewKept = Boolean(view);
      said = text;
      if (view) atlas.atAnyZoom(() => map.setView(atlas.project(view.lon, view.lat), view.zoom, { animate: false }));
      else atlas.frameFirstView();
      return view || !text ? [] : [text];
    };
    atlas.addDisplay("at", { read, apply });
    ["pointerdown", "wheel", "keydown"].forEach((kind) =>
      map.getContainer().addEventListener(kind, settle, { capture: true, passive: true })
    );
    map.on("moveend", () => {
      isOwn = isOwn || atlas.isViewKept;
      if (isOwn) atlas.tell({ kind: "display" });
    });

    const goToShown = () => {
      if (atlas.countOutside() === atlas.shownSymbols().length) atlas.fitShown();
    };

    atlas.fly = ({ lon, lat, zoom, toShown }) => {
      settle();
      if (toShown) {
        goToShown();
        return;
      }
      const wished = zoom === null || zoom === undefined ? Math.max(map.getZoom(), FLIGHT_ZOOM) : zoom;
      const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
      map[isCalm ? "setView" : "flyTo"](atlas.project(lon, lat), clampZoom(map, wished), { duration: 0.8 });
    };
  };
})();
