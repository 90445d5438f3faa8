// Parks picked one by one.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const RING_PIXELS = 12;

  // A ring around a park's symbol, wherever that was moved to make room.
  const Ring = L.CircleMarker.extend({
    initialize(symbol, options) {
      L.CircleMarker.prototype.initialize.call(this, symbol.getLatLng(), options);
      this.symbol = symbol;
    },
    _project() {
      this._latlng = this.symbol.getLatLng();
      this._point = this._map.latLngToLayerPoint(this._latlng).add(this.symbol.offset);
      this._updateBounds();
    },
  });

  // While parks are picked all that the other choices leave stay on the map; the filter is
  // told once, when the tool is laid down.
  ParkAtlas.PickTool = class {
    name = "pick";

    constructor(atlas, bench, selection) {
      Object.assign(this, { atlas, bench, selection, picked: new Set(), before: [] });
      this.style = { ...ParkAtlas.makeDrawingPane(atlas, "picks", 460), radius: RING_PIXELS, className: "picked" };
      this.rings = L.layerGroup().addTo(atlas.map);
      atlas.on((event) => {
        if (event.kind === "pick") this.pick(event.park);
        if (event.kind === "shown" || event.kind === "datum") this.draw();
      });
      atlas.takesPick = (click) => bench.tool === this || Boolean(click && (click.ctrlKey || click.metaKey));
    }

    start() {
      this.before = this.selection.now.ids;
      this.picked = new Set(this.before);
      if (this.before.length) this.atlas.tell({ kind: "picks", ids: [] });
      this.draw();
    }

    stop({ isGivenUp }) {
      const ids = isGivenUp ? this.before : [...this.picked];
      const isAsWas = !ids.length && !this.before.length;
      this.picked.clear();
      this.draw();
      if (!isAsWas) this.atlas.tell({ kind: "picks", ids });
    }

    fields() {
      const { fields } = this.bench;
      return [
        fields.row(
          fields.button("pick-apply", () => this.bench.layDown(), { isMain: true }),
          fields.button("tool-cancel", () => this.bench.layDown({ isGivenUp: true }))
        ),
      ];
    }

    pick(id) {
      if (this.bench.tool !== this) this.bench.takeUp(this);
      if (!this.picked.delete(id)) this.picked.add(id);
      this.draw();
    }

    draw() {
      this.rings.clearLayers();
      if (this.bench.tool !== this) return;
      this.picked.forEach((id) => {
        const symbol = this.atlas.byId.get(id);
        if (symbol && symbol.shown) new Ring(symbol, this.style).addTo(this.rings);
      });
      if (this.picked.size) this.bench.say("picked", { count: this.picked.size });
      else this.bench.say("hint-pick");
    }
  };
})();
