// Light or dark: what the page around the map says, or else the reader's system.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  ParkAtlas.isDark = false;

  ParkAtlas.setDark = (isDark) => {
    if (isDark === ParkAtlas.isDark) return;
    ParkAtlas.isDark = isDark;
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
    const { atlas } = ParkAtlas;
    if (!atlas) return;
    atlas.repaint();
    atlas.tell({ kind: "dark" });
  };

  // For those whom motion makes ill the map jumps to where it would fly.
  const stand = (map) => {
    Object.assign(map.options, { zoomAnimation: false, markerZoomAnimation: false, fadeAnimation: false, inertia: false });
    map._zoomAnimated = false;
    const jump = (centre, zoom) => map.setView(centre, zoom === undefined ? map.getZoom() : zoom, { animate: false });
    map.flyTo = jump;
    map.panTo = (centre) => jump(centre);
    const fit = map.fitBounds;
    map.flyToBounds = (bounds, options) => fit.call(map, bounds, { ...options, animate: false });
    map.fitBounds = map.flyToBounds;
  };

  // A map file has no page around it: there the system decides. A page says in the
  // frame's address what holds, so that the first thing drawn is drawn right.
  ParkAtlas.beginLook = (map, isAlone) => {
    if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) stand(map);
    if (!isAlone) {
      ParkAtlas.setDark(window.location.hash === "#dark");
      return;
    }
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    ParkAtlas.setDark(system.matches);
    system.addEventListener("change", () => ParkAtlas.setDark(system.matches));
  };
})();
