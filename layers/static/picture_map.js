// Draws what the map shows on a sheet: its outlines, parks and names, in their order.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // Symbols and names keep a size that can be read on paper, whatever the screen's.
  const LEAST_SIZE = 0.7;
  const GREATEST_SIZE = 1;

  // Where the map lies in a frame { x, y, width, height } of the sheet.
  ParkAtlas.SheetView = class {
    constructor(map, frame) {
      const size = map.getSize();
      this.map = map;
      this.frame = frame;
      // All that is in view lies in the frame, with the same middle.
      this.scale = Math.min(frame.width / size.x, frame.height / size.y);
      this.size = Math.min(Math.max(this.scale, LEAST_SIZE), GREATEST_SIZE);
      this.zoom = map.getZoom();
      this.middle = map.project(map.getCenter(), this.zoom);
      this.centre = L.point(frame.x + frame.width / 2, frame.y + frame.height / 2);
    }

    place(latlng) {
      return this.map.project(latlng, this.zoom).subtract(this.middle).multiplyBy(this.scale).add(this.centre);
    }

    // From points of the map's panes to the sheet.
    matrixOfPanes() {
      const { x, y } = this.centre.subtract(this.middle.subtract(this.map.getPixelOrigin()).multiplyBy(this.scale));
      return [this.scale, 0, 0, this.scale, x, y];
    }

    // The same for what keeps its size around a place.
    matrixAround(latlng, anchor) {
      const { x, y } = this.place(latlng).subtract(anchor.multiplyBy(this.size));
      return [this.size, 0, 0, this.size, x, y];
    }

    holds({ x, y }, margin = 0) {
      const { frame } = this;
      return (
        x >= frame.x - margin && x <= frame.x + frame.width + margin && y >= frame.y - margin && y <= frame.y + frame.height + margin
      );
    }
  };

  const styleOf = (ctx, node, size) => {
    const style = getComputedStyle(node);
    const number = (value) => Number.parseFloat(value) || 0;
    const dashes = style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map((dash) => number(dash) * size);
    return {
      fill: style.fill === "none" ? 0 : number(style.fillOpacity) * number(style.opacity),
      stroke: style.stroke === "none" ? 0 : number(style.strokeOpacity) * number(style.opacity),
      set: () => {
        Object.assign(ctx, { fillStyle: style.fill, strokeStyle: style.stroke, lineJoin: style.strokeLinejoin });
        ctx.lineWidth = number(style.strokeWidth) * size;
        ctx.setLineDash(dashes);
      },
    };
  };

  const paint = (ctx, node, size) => {
    const style = styleOf(ctx, node, size);
    ctx.save();
    if (style.fill || style.stroke) style.set();
    if (style.fill) {
      ctx.globalAlpha = style.fill;
      ctx.fill("evenodd");
    }
    if (style.stroke) {
      ctx.globalAlpha = style.stroke;
      ctx.stroke();
    }
    ctx.restore();
  };

  const traceRings = (ctx, view, rings, isClosed) => {
    if (!rings.length) return;
    if (Array.isArray(rings[0])) {
      rings.forEach((ring) => traceRings(ctx, view, ring, isClosed));
      return;
    }
    rings.forEach((latlng, i) => {
      const { x, y } = view.place(latlng);
      if (i) ctx.lineTo(x, y);
      else ctx.moveTo(x, y);
    });
    if (isClosed) ctx.closePath();
  };

  // A line or area of the map's own SVG, with the look the style sheet gives it.
  const drawOutline = (ctx, view, layer) => {
    ctx.beginPath();
    if (layer.getLatLngs) {
      traceRings(ctx, view, layer.getLatLngs(), layer instanceof L.Polygon);
      paint(ctx, layer._path, view.size);
      return;
    }
    const isArea = layer instanceof L.Circle;
    ctx.save();
    ctx.matrix = isArea ? view.matrixOfPanes() : view.matrixAround(layer.getLatLng(), layer._point);
    ctx.path = layer._path.getAttribute("d") || "";
    paint(ctx, layer._path, 1);
    ctx.restore();
  };

  const FAR = L.bounds([-1e9, -1e9], [1e9, 1e9]);

  // A layer of the canvas draws itself once more, here on the sheet.
  const drawOnCanvas = (ctx, view, layer) => {
    const own = layer._renderer;
    const isPoint = layer.getLatLng && !(layer instanceof L.Circle);
    if (isPoint && !view.holds(view.place(layer.getLatLng()))) return;
    ctx.save();
    ctx.matrix = isPoint
      ? view.matrixAround(layer.getLatLng(), layer.anchor || view.map.latLngToLayerPoint(layer.getLatLng()))
      : view.matrixOfPanes();
    layer._renderer = Object.assign(Object.create(own), { _drawing: true, _ctx: ctx, _bounds: FAR });
    try {
      ctx.group(layer.park && layer.park.name, () => layer._updatePath());
    } finally {
      layer._renderer = own;
      ctx.restore();
    }
  };

  // How far the middle of a name stands from its place, in pixels of the screen.
  const findMiddle = (view, node, latlng) => {
    const box = node.getBoundingClientRect();
    const whole = view.map.getContainer().getBoundingClientRect();
    const place = view.map.latLngToContainerPoint(latlng);
    return [(box.left + box.right) / 2 - whole.left - place.x, (box.top + box.bottom) / 2 - whole.top - place.y];
  };

  // A name as the map has it, above a light edge that keeps it readable.
  const drawName = (ctx, view, marker) => {
    const node = marker.getElement().firstElementChild || marker.getElement();
    const text = node.textContent.trim();
    const style = getComputedStyle(node);
    if (!text || !node.offsetWidth || style.visibility === "hidden") return;
    const middle = findMiddle(view, node, marker.getLatLng());
    ctx.save();
    Object.assign(ctx, { textAlign: "center", textBaseline: "middle", lineJoin: "round" });
    ctx.matrix = view.matrixAround(marker.getLatLng(), L.point(0, 0));
    ctx.font = `${style.fontWeight} ${style.fontSize} sans-serif`;
    Object.assign(ctx, { strokeStyle: "#ffffff", lineWidth: 3, globalAlpha: 0.85 });
    ctx.strokeText(text, ...middle);
    Object.assign(ctx, { fillStyle: style.color, globalAlpha: 1 });
    ctx.fillText(text, ...middle);
    ctx.restore();
  };

  const isVisible = (node) => node.isConnected && getComputedStyle(node).display !== "none";

  // What another canvas in the map's panes shows, as the heat of the parks does.
  const drawRaster = (ctx, view, canvas) => {
    const box = canvas.getBoundingClientRect();
    if (!box.width) return;
    const whole = view.map.getContainer().getBoundingClientRect();
    const corner = view.map.containerPointToLayerPoint([box.left - whole.left, box.top - whole.top]);
    ctx.save();
    ctx.matrix = view.matrixOfPanes();
    ctx.globalAlpha = Number(getComputedStyle(canvas).opacity);
    ctx.drawImage(canvas, corner.x, corner.y, box.width, box.height);
    ctx.restore();
  };

  // A layer with a canvas of its own paints itself once more, as far as the frame goes.
  const paintAgain = (ctx, view, layer) => {
    const { frame, map, middle, scale } = view;
    const size = L.point(frame.width, frame.height).divideBy(scale);
    const corner = middle.subtract(map.getPixelOrigin()).subtract(size.divideBy(2));
    ctx.save();
    ctx.matrix = view.matrixOfPanes();
    ctx.translate(corner.x, corner.y);
    try {
      layer.paint(ctx, corner, size);
    } finally {
      ctx.restore();
      // What it kept of this painting is not what stands on the screen.
      layer.ask();
    }
  };

  const listCanvas = (renderer) => {
    const layers = [];
    for (let order = renderer._drawFirst; order; order = order.next) layers.push(order.layer);
    return layers;
  };

  // Everything on the map by the node it is drawn in: [node, draw].
  const listDrawn = (map) => {
    const drawn = [];
    const renderers = new Set();
    map.eachLayer((layer) => {
      if (layer._path) drawn.push([layer._path, (...on) => drawOutline(...on, layer)]);
      else if (layer instanceof L.Marker) drawn.push([layer.getElement(), (...on) => drawName(...on, layer)]);
      else if (layer.canvas && layer.paint) drawn.push([layer.canvas, (...on) => paintAgain(...on, layer)]);
      else if (layer instanceof L.Path && layer._renderer instanceof L.Canvas) renderers.add(layer._renderer);
    });
    renderers.forEach((renderer) => {
      drawn.push([renderer._container, (...on) => listCanvas(renderer).forEach((layer) => drawOnCanvas(...on, layer))]);
    });
    const known = new Set(drawn.map(([node]) => node));
    map.getPane("mapPane").querySelectorAll("canvas:not(.leaflet-tile)").forEach((canvas) => {
      if (!known.has(canvas)) drawn.push([canvas, (...on) => drawRaster(...on, canvas)]);
    });
    return drawn;
  };

  const heightOf = (node) => Number(getComputedStyle(node.closest(".leaflet-pane:not(.leaflet-map-pane)")).zIndex) || 0;

  // What lies below is drawn first: panes by their height, then as they stand in them.
  const inOrder = (a, b) => a.height - b.height || (a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

  ParkAtlas.drawMap = (ctx, view) => {
    listDrawn(view.map)
      .filter(([node]) => node && isVisible(node))
      .map(([node, draw]) => ({ node, draw, height: heightOf(node) }))
      .sort(inOrder)
      .forEach(({ draw }) => draw(ctx, view));
  };
})();
