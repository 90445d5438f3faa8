// What is selected, as the page says it: shapes in WGS 84 whatever the basemap's datum, and
// each circle's radius on it, to be changed there.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const { element } = ParkAtlas;

  // A pane for what is drawn over the map and never clicked.
  ParkAtlas.makeDrawingPane = (atlas, name, zIndex) => {
    const pane = atlas.map.createPane(name);
    pane.style.zIndex = zIndex;
    pane.style.pointerEvents = "none";
    return { pane: name, renderer: L.svg({ pane: name, padding: 0.6 }), interactive: false };
  };

  ParkAtlas.placeAll = (atlas, positions) => positions.map(({ lon, lat }) => atlas.project(lon, lat));

  const readSelection = ({ within = [], bbox = null, ids = [] }) => {
    const box = bbox ? ParkAtlas.readBox(bbox) : null;
    return { within: within || [], box, ids: ids || [] };
  };

  const outlineOf = (shape) =>
    shape.kind === "circle" ? ParkAtlas.outlineCircle(shape.centre, shape.metres) : ParkAtlas.traceOutline(shape.corners);

  ParkAtlas.Selection = class {
    constructor(atlas) {
      this.atlas = atlas;
      this.style = ParkAtlas.makeDrawingPane(atlas, "selection", 340);
      this.drawn = L.layerGroup().addTo(atlas.map);
      this.radii = L.layerGroup().addTo(atlas.map);
      atlas.on(({ kind }) => (kind === "wish" || kind === "datum") && this.follow(kind === "datum"));
      atlas.follow(() => this.follow(true));
    }

    get now() {
      return readSelection(this.atlas.wish || {});
    }

    follow(isForced) {
      const said = JSON.stringify([this.now.within, this.now.box]);
      if (said === this.said && !isForced) return;
      this.said = said;
      const needs = this.now.within.some((text) => text.startsWith("circle"));
      (needs ? ParkAtlas.loadGeodesy() : Promise.resolve()).then(() => this.draw(said), () => this.draw(said));
    }

    draw(said) {
      if (said !== this.said) return;
      const held = this.fields.indexOf(document.activeElement);
      this.drawn.clearLayers();
      this.radii.clearLayers();
      const { within, box } = this.now;
      if (box) this.outline(ParkAtlas.traceOutline(ParkAtlas.boxCorners(box)));
      within.forEach((text, index) => {
        const shape = ParkAtlas.readShape(text);
        if (!shape || (shape.kind === "circle" && !window.geodesic)) return;
        this.outline(outlineOf(shape));
        if (shape.kind === "circle") this.offerRadius(shape, index);
      });
      // Who changed a radius stands in its field still.
      if (held >= 0) (this.fields[held] || this.atlas.map.getContainer()).focus({ preventScroll: true });
    }

    get fields() {
      return [...this.atlas.map.getContainer().querySelectorAll(".radius input")];
    }

    outline(positions) {
      L.polygon(ParkAtlas.placeAll(this.atlas, positions), { ...this.style, className: "selected-shape" }).addTo(this.drawn);
    }

    // The radius stands on the circle, to be changed there.
    offerRadius({ centre, metres }, index) {
      const [north] = ParkAtlas.outlineCircle(centre, metres);
      const label = element("label", "radius");
      const input = element("input");
      const text = (key) => this.atlas.text(key);
      Object.assign(input, { type: "text", inputMode: "decimal", value: String(metres), size: Math.max(String(metres).length, 4) });
      input.setAttribute("aria-label", text("radius"));
      input.title = text("radius-edit");
      const fault = element("p", "wrong");
      fault.setAttribute("role", "alert");
      const put = () => {
        const wished = ParkAtlas.readMetres(input.value);
        const key = wished === null ? "wrong-radius" : ParkAtlas.findCircleFault(centre, wished);
        input.value = String(metres);
        if (key) fault.textContent = text(key);
        else if (wished !== metres) this.replace(index, ParkAtlas.writeCircle(centre, wished));
      };
      input.addEventListener("input", () => fault.replaceChildren());
      input.addEventListener("keydown", (event) => {
        event.stopPropagation();
        if (event.key === "Enter") put();
      });
      input.addEventListener("change", put);
      label.append(input, text("unit-metres"), fault);
      L.DomEvent.disableClickPropagation(label);
      const icon = L.divIcon({ html: label, className: "radius-mark", iconSize: [0, 0] });
      L.marker(this.atlas.project(north.lon, north.lat), { icon, keyboard: false }).addTo(this.radii);
    }

    replace(index, text) {
      const within = this.now.within.map((old, i) => (i === index ? text : old));
      this.tell(within, this.now.box);
    }

    tell(within, box) {
      this.atlas.tell({ kind: "within", within, bbox: box ? ParkAtlas.writeBox(box) : null });
    }

    // Select by one more shape, or by it alone.
    take(shape, isMore) {
      const { within, box } = this.now;
      if (!isMore) {
        this.tell(shape.box ? [] : [shape.text], shape.box || null);
        return;
      }
      // A box and shapes would both have to hold; as a polygon it is one more of them.
      const asText = (corners) => ParkAtlas.writePolygon(ParkAtlas.boxCorners(corners));
      const text = shape.box ? asText(shape.box) : shape.text;
      this.tell([...within, ...(box ? [asText(box)] : []), text], null);
    }

    clear() {
      const { within, box, ids } = this.now;
      if (within.length || box) this.tell([], null);
      if (ids.length) this.atlas.tell({ kind: "picks", ids: [] });
    }

    get isEmpty() {
      const { within, box, ids } = this.now;
      return !within.length && !box && !ids.length;
    }

    get hasShapes() {
      return Boolean(this.now.within.length || this.now.box);
    }
  };
})();
