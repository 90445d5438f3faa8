// The map's parks and what can be asked of them.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // Numbers as both languages group them; text as it is.
  ParkAtlas.sayNumber = (value) => (typeof value === "number" ? value.toLocaleString("en-US") : value);

  // A single park is shown with the streets around it.
  const CLOSEST_FIT = 15;

  // Where the first view spans the date line, what lies east of that is drawn beyond 180: this
  // is the longitude at which the drawn world then begins.
  ParkAtlas.findSeam = ([[, west], [, east]]) => (east > 180 ? (west + east) / 2 - 180 : -Infinity);

  ParkAtlas.Atlas = class {
    constructor(map, payload) {
      this.map = map;
      this.payload = payload;
      this.language = payload.language;
      this.sectors = new Map(payload.sectors.map((sector) => [sector.id, sector]));
      this.wanted = [];
      this.listeners = [];
      this.texts = [];
      this.datum = "WGS-84";
      this.seam = ParkAtlas.findSeam(payload.bounds);
      this.wish = {};
      this.displays = new Map();
      this.shade = "plain";
      this.coverage = payload.coverage;
      map.createPane("grounds").style.zIndex = 250;
      // Under the parks: a name may wait, a park may not be covered.
      map.createPane("names").style.zIndex = 350;
      map.getPane("names").style.pointerEvents = "none";
      this.colours = new ParkAtlas.Colours(this);
      this.sizes = new ParkAtlas.Sizes(this);
      this.addLayers();
      this.showAll();
    }

    // Where a place of WGS 84 is drawn: [lat, lon] in the basemap's datum. A longitude that ran
    // on over the date line stays there.
    project(lon, lat) {
      const turns = 360 * Math.round(lon / 360);
      const [x, y] = ParkAtlas.toDatum(this.datum, lon - turns, lat);
      return [y, x + turns + (lon < this.seam ? 360 : 0)];
    }

    // The place in WGS 84, { lon, lat }, under a point of the map.
    locate(latlng) {
      const { lat, lng } = L.latLng(latlng).wrap();
      const [lon, northing] = ParkAtlas.fromDatum(this.datum, lng, lat);
      return { lon, lat: northing };
    }

    // Draw everything on another datum; the view stays over the same ground.
    setDatum(datum) {
      if (datum === this.datum) return;
      const { lon, lat } = this.locate(this.map.getCenter());
      this.datum = datum;
      ParkAtlas.moveOutlines(this, this.districts.concat(this.zones.filter(Boolean)));
      this.symbols.forEach((symbol) => symbol && symbol.place(this.project(symbol.park.lon, symbol.park.lat)));
      this.atAnyZoom(() => this.map.setView(this.project(lon, lat), this.map.getZoom(), { reset: true }));
      this.repaint();
      this.tell({ kind: "datum" });
    }

    // A sentence, its gaps filled.
    text(key, facts = {}) {
      const said = this.payload.texts[this.language][key];
      const fill = (text, [name, value]) => text.replace(`{${name}}`, () => ParkAtlas.sayNumber(value));
      return Object.entries(facts).reduce(fill, said);
    }

    named(thing) {
      return this.language === "en" ? thing.name_en : thing.name_zh;
    }

    // A text that follows the language: `say` writes it now and at each change.
    follow(say) {
      this.texts.push(say);
      say();
    }

    setLanguage(language) {
      if (language === this.language || !this.payload.texts[language]) return;
      this.language = language;
      document.documentElement.lang = language === "en" ? "en" : "zh-CN";
      this.texts.forEach((say) => say());
    }

    on(listener) {
      this.listeners.push(listener);
    }

    tell(event) {
      this.listeners.forEach((listener) => listener(event));
    }

    // A part of the map that a link holds: `read` gives its text, empty while it is as
    // at first, and `apply` takes one, of which what it does not know it gives back.
    addDisplay(name, part) {
      this.displays.set(name, part);
    }

    readDisplay() {
      return Object.fromEntries([...this.displays].map(([name, { read }]) => [name, read()]));
    }

    // Gives what of the texts is unknown, as [name, text].
    applyDisplay(texts) {
      return [...this.displays].flatMap(([name, { apply }]) => apply(texts[name] || "").map((text) => [name, text]));
    }

    makeSymbol(park) {
      return new ParkAtlas.Symbol(this.project(park.lon, park.lat), park, { renderer: this.canvas, atlas: this });
    }

    districtName(name) {
      const district = this.payload.districtNames[name];
      return district ? this.named(district) : name;
    }

    sectorName(id) {
      return this.sectors.has(id) ? this.named(this.sectors.get(id)) : id;
    }

    showAll() {
      this.show(this.symbols.map(() => true));
    }

    // Show the parks for which `chosen` is true; `wanted` are the sectors asked for.
    show(chosen, wanted = []) {
      this.wanted = wanted;
      this.chosen = chosen;
      // Parks that match but have no place stand in the table only.
      this.placelessCount = 0;
      this.symbols.forEach((symbol, index) => {
        if (symbol) symbol.shown = Boolean(chosen[index]);
        else if (chosen[index]) this.placelessCount += 1;
      });
      this.listed = null;
      this.shownCount = this.shownSymbols().length;
      this.styleSymbols();
      this.spread();
      this.refreshLayers();
      this.repaint(this.shownSymbols());
      this.tell({ kind: "shown" });
    }

    repaint(symbols = this.symbols) {
      symbols.forEach((symbol) => symbol && symbol._map && symbol._project());
      this.canvas.paintAll();
    }

    // Parks were put elsewhere: what was found out of their places is to be found anew.
    forgetPlaces() {
      this.listed = this.crowds = this.northwards = null;
    }

    leadingSector(park) {
      const asked = this.wanted.find((id) => park.sectors.includes(id));
      return asked || park.focus[0] || null;
    }

    // Mark one park and bring it into view if it lies outside, unless the view is to
    // stay or goes elsewhere anyway.
    select(id, { isQuiet = false } = {}) {
      this.mark(id);
      if (isQuiet) return;
      if (this.selected && !this.map.getBounds().contains(this.selected.getLatLng())) {
        this.map.panTo(this.selected.getLatLng());
      }
    }

    // A map that grew small still shows the park that is read of beside it.
    keepInView() {
      if (this.selected && !this.map.getBounds().contains(this.selected.getLatLng())) {
        this.map.panTo(this.selected.getLatLng(), { animate: false });
      }
    }

    mark(id) {
      if (this.selected) {
        this.selected.selected = false;
        this.selected.redraw();
      }
      this.selected = this.byId.get(id) || null;
      if (this.selected) {
        this.selected.selected = true;
        this.selected.redraw();
      }
      this.canvas.arrange();
      this.tell({ kind: "marked" });
    }

    // Pixels below the view that the legend takes, if there is room beside it.
    measureLegend(least) {
      const legend = this.legend ? this.legend.offsetHeight : 0;
      return legend < this.map.getSize().y * 0.5 ? Math.max(least, legend + 24) : least;
    }

    // The whole main body of the city, above the legend if there is room for both.
    frameFirstView() {
      this.atAnyZoom(() =>
        this.map.fitBounds(this.payload.bounds.map(([lat, lon]) => this.project(lon, lat)), {
          paddingTopLeft: [this.toolsWidth || 10, 10],
          paddingBottomRight: [10, this.measureLegend(8)],
          maxZoom: CLOSEST_FIT,
          animate: false,
        })
      );
    }

    // Set a view at whatever zoom it has; the buttons step from it.
    atAnyZoom(setView) {
      const snap = this.map.options.zoomSnap;
      this.map.options.zoomSnap = 0;
      setView();
      this.map.options.zoomSnap = snap;
    }

    // Listed once for all who ask between one choice and the next.
    shownSymbols() {
      this.listed = this.listed || this.symbols.filter((symbol) => symbol && symbol.shown);
      return this.listed;
    }

    fitShown() {
      const points = this.shownSymbols().map((symbol) => symbol.getLatLng());
      const padding = { paddingTopLeft: [40, 40], paddingBottomRight: [40, this.measureLegend(40)] };
      if (points.length) this.map.fitBounds(L.latLngBounds(points), { ...padding, maxZoom: CLOSEST_FIT });
    }

    countOutside() {
      const view = this.map.getBounds();
      const [west, south, east, north] = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
      const isInside = ({ lat, lng }) => lat >= south && lat <= north && lng >= west && lng <= east;
      return this.shownSymbols().reduce((sum, symbol) => sum + !isInside(symbol.getLatLng()), 0);
    }
  };
})();
