// Outlines of districts and zones, each with its name, drawn on the basemap's datum.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const drawName = (atlas, { properties }, className) => {
    const node = ParkAtlas.element("div", className);
    const sayName = () => {
      node.textContent = [atlas.named(properties), properties.value].filter(Boolean).join(" ");
    };
    atlas.follow(sayName);
    const icon = L.divIcon({ html: node, className: "name", iconSize: [0, 0] });
    const name = L.marker(atlas.project(...properties.label), { icon, pane: "names", interactive: false, keyboard: false });
    return { name, sayName };
  };

  const place = (atlas, { type, coordinates }) =>
    L.GeoJSON.coordsToLatLngs(coordinates, type === "Polygon" ? 1 : 2, ([lon, lat]) => L.latLng(atlas.project(lon, lat)));

  // Each outline of a collection with its name, and what writes that anew.
  ParkAtlas.drawOutlines = (atlas, collection, kind) => {
    const renderer = L.svg({ pane: "grounds", padding: 0.6 });
    return collection.features.map((feature) => ({
      feature,
      outline: L.polygon(place(atlas, feature.geometry), { pane: "grounds", renderer, interactive: false, className: kind }),
      ...drawName(atlas, feature, `${kind}-name`),
    }));
  };

  // Put them where they lie on the basemap's present datum.
  ParkAtlas.moveOutlines = (atlas, outlines) => {
    outlines.forEach(({ feature, outline, name }) => {
      outline.setLatLngs(place(atlas, feature.geometry));
      name.setLatLng(atlas.project(...feature.properties.label));
    });
  };
})();
