// Selecting parks by a box, a polygon or a circle of true ground distance, drawn or typed.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const CLOSE_PIXELS = 12;
  const SAME_PIXELS = 5;

  class ShapeTool {
    constructor(atlas, bench, selection) {
      Object.assign(this, { atlas, bench, selection, points: [], isMore: false });
      this.style = { ...selection.style, className: "drafted-shape" };
      this.draft = L.polygon([], this.style);
    }

    start() {
      this.points = [];
      this.draft.setLatLngs([]).addTo(this.atlas.map);
    }

    stop() {
      this.points = [];
      this.draft.remove();
      this.isMore = false;
    }

    fields() {
      const { fields } = this.bench;
      const more = this.selection.hasShapes
        ? [fields.tick("select-more", this.isMore, (on) => {
            this.isMore = on;
          })]
        : [];
      return [...more, ...this.ownFields()];
    }

    locate(latlng) {
      return this.atlas.locate(latlng);
    }

    isSame(a, b, pixels) {
      const { map } = this.atlas;
      return map.latLngToContainerPoint(a).distanceTo(map.latLngToContainerPoint(b)) < pixels;
    }

    give(shape) {
      const { isMore } = this;
      this.bench.layDown();
      this.selection.take(shape, isMore);
    }

    begin(latlng) {
      this.points = [latlng];
    }

    // Two points make a box or a circle.
    take(latlng) {
      if (this.points.length) this.complete(latlng);
      else {
        this.begin(latlng);
        this.bench.say(`hint-${this.name}-second`);
      }
    }

    drop(latlng) {
      this.complete(latlng);
    }

    undo() {
      this.points.pop();
      this.draft.setLatLngs([]);
    }
  }

  class BoxTool extends ShapeTool {
    name = "box";
    drags = true;

    ownFields() {
      return [this.bench.fields.typed("type-box", (text) => this.type(text), { hint: "113.9,22.5,114.1,22.6" })];
    }

    hover(latlng) {
      if (!this.points.length) return;
      this.draft.setLatLngs(L.rectangle([this.points[0], latlng]).getLatLngs());
    }

    complete(latlng) {
      const [a, b] = [this.points[0], latlng].map((point) => this.locate(point));
      // What spans the date line ends there.
      const east = latlng.lng > this.points[0].lng ? b : a;
      const west = east === a ? b : a;
      this.offer([west.lon, Math.min(a.lat, b.lat), east.lon < west.lon ? 180 : east.lon, Math.max(a.lat, b.lat)]);
    }

    type(text) {
      const numbers = ParkAtlas.readNumbers(text);
      if (numbers.length !== 4 || !numbers.every(Number.isFinite)) this.bench.complain("wrong-box");
      else this.offer(numbers);
    }

    offer(box) {
      const [west, south, east, north] = box.map((degrees) => Number(degrees.toFixed(6)));
      const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
      if (isOnEarth && west < east && south < north) this.give({ box: [west, south, east, north] });
      else {
        this.start();
        this.bench.complain(isOnEarth && west === east ? "no-area" : "wrong-box");
      }
    }
  }

  class PolygonTool extends ShapeTool {
    name = "polygon";

    ownFields() {
      const { fields } = this.bench;
      return [
        fields.row(
          fields.button("finish", () => this.finish(), { isMain: true }),
          fields.button("undo", () => this.undo())
        ),
        fields.typed("type-polygon", (text) => this.type(text), { hint: "114 22.5, 114.1 22.5, 114.1 22.6" }),
      ];
    }

    take(latlng) {
      const last = this.points[this.points.length - 1];
      const closes = this.points.length > 2 && this.isSame(this.points[0], latlng, CLOSE_PIXELS);
      const isTwice = last && this.isSame(last, latlng, SAME_PIXELS);
      if (closes || isTwice) {
        // The second of two clicks at one place, by key as by mouse.
        if (closes || this.points.length > 2) this.finish();
        return;
      }
      this.points.push(latlng);
      this.hover(latlng);
    }

    hover(latlng) {
      if (!this.points.length || !this.bench.tool) return;
      this.draft.setLatLngs([...this.points, latlng]);
      this.judge();
    }

    get corners() {
      return this.points.map((point) => this.locate(point));
    }

    get spansDateLine() {
      return ParkAtlas.spansDateLine(this.corners, this.points.map(({ lng }) => lng));
    }

    judge() {
      if (this.spansDateLine) this.bench.complain("date-line");
      else if (this.points.length > 2 && ParkAtlas.crossesItself(this.corners)) this.bench.complain("crossing");
      else this.bench.say(this.points.length < 3 ? "hint-polygon" : "hint-polygon-end");
    }

    undo() {
      this.points.pop();
      this.draft.setLatLngs(this.points);
      this.judge();
    }

    finish() {
      this.offer(this.corners, this.spansDateLine);
    }

    type(text) {
      const corners = ParkAtlas.readPlaces(text) || [];
      if (corners.length < 3) this.bench.complain("wrong-polygon");
      else this.offer(ParkAtlas.dropRepeated(corners), ParkAtlas.spansDateLine(corners));
    }

    offer(corners, spansDateLine) {
      const fault = spansDateLine ? "date-line" : ParkAtlas.findFault(corners);
      if (fault) this.bench.complain(fault);
      else this.give({ text: ParkAtlas.writePolygon(corners) });
    }
  }

  class CircleTool extends ShapeTool {
    name = "circle";
    drags = true;

    start() {
      super.start();
      ParkAtlas.loadGeodesy().catch(() => this.bench.complain("geodesy-failed"));
    }

    ownFields() {
      const { fields } = this.bench;
      this.radius = fields.text("radius", (text) => this.typeRadius(text), { hint: "1000", mode: "decimal" });
      return [
        this.radius,
        fields.typed("type-circle", (text) => this.type(text), { hint: "114.06, 22.54, 1000" }),
      ];
    }

    reach(latlng) {
      return window.geodesic ? ParkAtlas.measureLeg(this.locate(this.points[0]), this.locate(latlng)) : 0;
    }

    hover(latlng) {
      if (!this.points.length) return;
      const metres = this.reach(latlng);
      if (!metres) return;
      this.radius.querySelector("input").value = String(Math.round(metres));
      this.bench.say("reading-radius", { radius: () => ParkAtlas.sayMetres(this.atlas, metres) });
      const outline = ParkAtlas.outlineCircle(this.locate(this.points[0]), metres);
      this.draft.setLatLngs(ParkAtlas.placeAll(this.atlas, ParkAtlas.unroll(outline, this.points[0].lng)));
    }

    // A radius by hand is meant to the metre, and never is none.
    complete(latlng) {
      const metres = this.reach(latlng);
      this.offer(this.locate(this.points[0]), metres > 1 ? Math.round(metres) : metres);
    }

    typeRadius(text) {
      const metres = ParkAtlas.readMetres(text);
      if (metres === null) this.bench.complain("wrong-radius");
      else if (this.points.length) this.offer(this.locate(this.points[0]), metres);
      else this.bench.complain("centre-missing");
    }

    type(text) {
      const [lon, lat, metres, ...more] = ParkAtlas.readNumbers(text);
      if (more.length || ![lon, lat, metres].every(Number.isFinite)) this.bench.complain("wrong-circle");
      else this.offer({ lon, lat }, metres);
    }

    offer(centre, metres) {
      const fault = ParkAtlas.findCircleFault(centre, metres || 0);
      if (fault) this.bench.complain(fault);
      else this.give({ text: ParkAtlas.writeCircle(centre, metres) });
    }
  }

  ParkAtlas.addSelecting = (atlas, bench) => {
    const selection = new ParkAtlas.Selection(atlas);
    [ParkAtlas.PickTool, BoxTool, PolygonTool, CircleTool].forEach((Tool) => bench.add(new Tool(atlas, bench, selection)));
    const clear = bench.addAct("clear", () => selection.clear());
    const fill = () => {
      clear.disabled = selection.isEmpty;
    };
    atlas.on(({ kind }) => kind === "wish" && fill());
    fill();
  };
})();
