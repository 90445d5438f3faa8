// The indicative extents of zones, each while one of its parks is shown.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  ParkAtlas.layers = ParkAtlas.layers || {};

  ParkAtlas.layers.zones = (atlas) => {
    atlas.zones = ParkAtlas.drawOutlines(atlas, atlas.payload.zones, "zone");
    const overlay = L.layerGroup(atlas.zones.flatMap(({ outline, name }) => [outline, name]));
    const refresh = () => {
      const kept = atlas.findZones();
      atlas.zones.forEach(({ outline, name }, index) => {
        [outline.getElement(), name.getElement()].forEach((node) => {
          if (node) node.classList.toggle("filtered-out", !kept.has(index));
        });
      });
    };
    overlay.on("add", refresh);
    return {
      overlay,
      refresh,
      legend: () => [ParkAtlas.legendEntry(ParkAtlas.element("span", "key zone-key"), atlas.text("zone-outline"), atlas.findZones().size)],
    };
  };
})();
