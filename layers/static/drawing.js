// What is drawn and how, as methods of the atlas: layers, colours, sizes and shades.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  Object.assign(ParkAtlas.Atlas.prototype, {
    // The layers of the registry, by id, the lowest first.
    addLayers() {
      this.layers = new Map();
      this.overlays = {};
      this.payload.layers.forEach(({ id }) => {
        const layer = ParkAtlas.layers[id](this);
        this.layers.set(id, layer);
        this.overlays[id] = layer.overlay;
      });
      this.payload.layers.forEach(({ id, isOn }) => isOn && this.overlays[id].addTo(this.map));
    },

    // Something is drawn in another way, which the legend and the link say too.
    tellLook() {
      this.tell({ kind: "look" });
      this.tell({ kind: "display" });
    },

    isOn(id) {
      return this.map.hasLayer(this.overlays[id]);
    },

    switchLayer(id, isOn) {
      if (isOn === this.isOn(id)) return;
      if (isOn) this.overlays[id].addTo(this.map);
      else this.overlays[id].remove();
      this.tellLook();
    },

    chooseColour(id) {
      this.colours.choose(id);
      this.restyle();
    },

    chooseSize(heading) {
      this.sizes.choose(heading);
      this.restyle();
    },

    chooseShade(shade) {
      this.shade = ParkAtlas.isShade(this, shade) ? shade : "plain";
      this.layers.get("districts").refresh();
      this.tellLook();
    },

    restyle() {
      this.styleSymbols();
      this.refreshLayers();
      this.repaint();
      this.tellLook();
    },

    refreshLayers() {
      this.layers.forEach((layer, id) => this.isOn(id) && layer.refresh());
    },

    styleSymbols() {
      this.symbols.forEach((symbol, index) => {
        if (!symbol || !symbol.shown) return;
        symbol.value = this.colours.valueOf(symbol.park);
        symbol.colour = this.colours.colourOf(symbol.value);
        symbol.setSize(this.sizes.radiusOf(index));
      });
      this.canvas.arrange();
    },

    // The symbols of each place that several share, shown or not.
    findCrowds() {
      const places = new Map();
      this.symbols.filter(Boolean).forEach((symbol) => {
        const key = `${symbol.park.lon},${symbol.park.lat}`;
        if (!places.has(key)) places.set(key, []);
        places.get(key).push(symbol);
        symbol.offset = L.point(0, 0);
      });
      return [...places.values()].filter(({ length }) => length > 1);
    },

    // Symbols on one place stand around it.
    spread() {
      this.crowds = this.crowds || this.findCrowds();
      this.crowds.forEach((crowd) => {
        const symbols = crowd.filter(({ shown }) => shown);
        const offsets = ParkAtlas.fanOut(symbols.length);
        symbols.forEach((symbol, i) => {
          symbol.offset = offsets[i];
        });
      });
    },

    // The numbers of the zones of which a park is shown.
    findZones() {
      const numbers = this.shownSymbols().map(({ park }) => park.zoneIndex);
      return new Set(numbers.filter((number) => this.zones[number]));
    },

    // The values that the filter holds of an option that the legend can choose.
    findChosen(option) {
      const chosen = { sector: this.wanted, district: this.wish.districts, precision: this.wish.precisions };
      return chosen[option] || [];
    },
  });
})();
