// Asks for the parks nearest to a clicked point, and marks the point that was asked about.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  class NearestTool {
    name = "nearest";

    constructor(atlas, bench) {
      Object.assign(this, { atlas, bench });
    }

    take(latlng) {
      const at = this.atlas.locate(latlng);
      this.bench.layDown();
      this.atlas.tell({ kind: "near", at });
    }

    // What is typed needs the page: its reference systems and its gazetteer.
    fields() {
      const { fields } = this.bench;
      const ask = () => {
        this.bench.layDown();
        this.atlas.tell({ kind: "near-typed" });
      };
      return [fields.row(fields.button("near-type", ask))];
    }
  }

  ParkAtlas.addNearest = (atlas, bench) => {
    bench.add(new NearestTool(atlas, bench));
    const icon = L.divIcon({ html: ParkAtlas.element("div"), className: "near-mark", iconSize: [0, 0] });
    const mark = L.marker([0, 0], { icon, interactive: false, keyboard: false, zIndexOffset: 500 });
    const draw = () => {
      const { near } = atlas.wish || {};
      if (!near) mark.remove();
      else mark.setLatLng(atlas.project(near.lon, near.lat)).addTo(atlas.map);
    };
    atlas.on(({ kind }) => (kind === "wish" || kind === "datum") && draw());
  };
})();
