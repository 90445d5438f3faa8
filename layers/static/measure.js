// Measuring on the map: a way of several legs, and an area with its perimeter. Both are
// geodesic on WGS 84, whatever the datum of the basemap under them.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const SAME_PIXELS = 5;
  const CLOSE_PIXELS = 12;

  const number = (atlas, value, digits) =>
    new Intl.NumberFormat(atlas.language === "en" ? "en-GB" : "zh-CN", { maximumFractionDigits: digits }).format(value);

  ParkAtlas.sayMetres = (atlas, metres) =>
    metres < 1000
      ? atlas.text("metres", { number: number(atlas, metres, metres < 10 ? 1 : 0) })
      : atlas.text("kilometres", { number: number(atlas, metres / 1000, metres < 100000 ? 2 : 0) });

  ParkAtlas.saySquareMetres = (atlas, area) => {
    const [key, value, digits] =
      area < 10000 ? ["square-metres", area, 0] : area < 1e6 ? ["hectares", area / 10000, 2] : ["square-kilometres", area / 1e6, 2];
    return atlas.text(key, { number: number(atlas, value, digits) });
  };

  // What both tools share: corners in WGS 84, drawn anew on every change.
  class Measure {
    constructor(atlas, bench, style) {
      Object.assign(this, { atlas, bench, style, corners: [], isDone: false });
      this.drawn = L.layerGroup();
      const drawAnew = () => bench.tool === this && this.corners.length && this.draw();
      atlas.on(({ kind }) => kind === "datum" && drawAnew());
      atlas.follow(drawAnew);
    }

    start() {
      this.corners = [];
      this.isDone = false;
      this.drawn.clearLayers().addTo(this.atlas.map);
      ParkAtlas.loadGeodesy().then(() => this.draw(), () => this.bench.complain("geodesy-failed"));
    }

    stop() {
      this.corners = [];
      this.drawn.clearLayers().remove();
    }

    fields() {
      const { fields } = this.bench;
      return [
        fields.row(
          fields.button("finish", () => this.finish(), { isMain: true }),
          fields.button("undo", () => this.undo()),
          fields.button("anew", () => this.start())
        ),
        fields.typed("type-corners", (text) => this.type(text), { hint: "114.06 22.54, 113.95 22.53" }),
      ];
    }

    isSame(corner, latlng, pixels) {
      const { map } = this.atlas;
      const [{ lon, lat }] = ParkAtlas.unroll([corner], latlng.lng);
      const at = map.latLngToContainerPoint(this.atlas.project(lon, lat));
      return at.distanceTo(map.latLngToContainerPoint(latlng)) < pixels;
    }

    take(latlng) {
      if (this.isDone) {
        this.corners = [];
        this.isDone = false;
      }
      const last = this.corners[this.corners.length - 1];
      if (last && this.isSame(last, latlng, SAME_PIXELS)) {
        this.finish();
        return;
      }
      if (this.corners.length > 2 && this.closes && this.isSame(this.corners[0], latlng, CLOSE_PIXELS)) {
        this.finish();
        return;
      }
      this.corners.push(this.atlas.locate(latlng));
      this.draw();
    }

    hover(latlng) {
      if (this.corners.length && !this.isDone) this.draw(this.atlas.locate(latlng));
    }

    undo() {
      this.corners.pop();
      this.isDone = false;
      this.draw();
    }

    finish() {
      this.isDone = this.corners.length > 1;
      this.draw();
    }

    type(text) {
      const corners = ParkAtlas.readPlaces(text) || [];
      if (corners.length < 2 || corners.some(({ lon, lat }) => Math.abs(lon) > 180 || Math.abs(lat) > 90)) {
        this.bench.complain("wrong-corners");
        return;
      }
      this.corners = this.closes ? ParkAtlas.dropRepeated(corners) : corners;
      this.finish();
      this.atlas.map.fitBounds(ParkAtlas.placeAll(this.atlas, this.runOn(corners)), { padding: [60, 60] });
    }

    // Corners over the date line are drawn beside the others, in the world that is in view.
    runOn(corners) {
      return ParkAtlas.unroll(corners, this.atlas.map.getCenter().lng);
    }

    draw(next = null) {
      this.drawn.clearLayers();
      if (!window.geodesic) return;
      const corners = this.runOn(next ? [...this.corners, next] : this.corners);
      if (corners.length) this.drawCorners(corners);
      this.report(corners);
    }

    line(from, to, className) {
      const latlngs = ParkAtlas.traceLeg(from, to).map(({ lon, lat }) => this.atlas.project(lon, lat));
      L.polyline(latlngs, { ...this.style, className }).addTo(this.drawn);
      return latlngs[Math.floor(latlngs.length / 2)];
    }

    dot({ lon, lat }) {
      L.circleMarker(this.atlas.project(lon, lat), { ...this.style, radius: 4, className: "measure-dot" }).addTo(this.drawn);
    }

    label(at, text) {
      const icon = L.divIcon({ html: ParkAtlas.element("div", "", text), className: "measure-label", iconSize: [0, 0] });
      L.marker(at, { icon, pane: "measure", interactive: false, keyboard: false }).addTo(this.drawn);
    }
  }

  class Distance extends Measure {
    name = "distance";

    drawCorners(corners) {
      corners.slice(1).forEach((to, i) => {
        this.line(corners[i], to, "measure-line");
        const middle = this.middle(corners[i], to);
        this.label(middle, ParkAtlas.sayMetres(this.atlas, ParkAtlas.measureLeg(corners[i], to)));
      });
      corners.forEach((corner) => this.dot(corner));
    }

    middle(from, to) {
      const [a, b] = [from, to].map(({ lon, lat }) => L.latLng(this.atlas.project(lon, lat)));
      const { map } = this.atlas;
      return map.layerPointToLatLng(map.latLngToLayerPoint(a).add(map.latLngToLayerPoint(b)).divideBy(2));
    }

    report(corners) {
      if (corners.length < 2) {
        this.bench.say("hint-distance");
        return;
      }
      const legs = corners.slice(1).map((to, i) => ParkAtlas.measureLeg(corners[i], to));
      const sum = legs.reduce((total, leg) => total + leg, 0);
      this.bench.say("reading-distance", { sum: () => ParkAtlas.sayMetres(this.atlas, sum), count: legs.length });
    }
  }

  class Area extends Measure {
    name = "area";
    closes = true;

    drawCorners(corners) {
      const outline = corners.flatMap((from, i) => ParkAtlas.traceLeg(from, corners[(i + 1) % corners.length]));
      L.polygon(outline.map(({ lon, lat }) => this.atlas.project(lon, lat)), { ...this.style, className: "measure-area" }).addTo(this.drawn);
      corners.forEach((corner) => this.dot(corner));
    }

    report(corners) {
      const crosses = corners.length > 3 && ParkAtlas.crossesItself(corners);
      if (corners.length < 3) this.bench.say("hint-area");
      else if (crosses) this.bench.complain("crossing");
      else {
        const { area, perimeter } = ParkAtlas.measureArea(corners);
        this.bench.say("reading-area", {
          area: () => ParkAtlas.saySquareMetres(this.atlas, area),
          perimeter: () => ParkAtlas.sayMetres(this.atlas, perimeter),
        });
      }
    }
  }

  ParkAtlas.addMeasuring = (atlas, bench) => {
    const style = ParkAtlas.makeDrawingPane(atlas, "measure", 455);
    [Distance, Area].forEach((Tool) => bench.add(new Tool(atlas, bench, style)));
  };
})();
