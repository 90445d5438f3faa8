// Asks for the parks nearest to a clicked point, and marks the point that was asked about.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  class NearestTool {
    name = "nearest";

    constructor(atlas, bench) {
      Object.assign(this, { atlas, bench });
    }

    take(latlng) {
      this.offer(this.atlas.locate(latlng));
    }

    offer(at) {
      this.bench.layDown();
      this.atlas.tell({ kind: "near", at });
    }

    type(text) {
      const [lon, lat, ...more] = ParkAtlas.readNumbers(text);
      if (more.length || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) this.bench.complain("wrong-point");
      else this.offer({ lon, lat });
    }

    // What else is typed needs the page: its reference systems and its gazetteer.
    fields() {
      const { fields } = this.bench;
      if (this.atlas.payload.standalone) {
        return [fields.typed("type-point", (text) => this.type(text), { hint: "114.06, 22.54" })];
      }
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
