// A layer that paints itself on a canvas over the view and a margin around it: panning
// moves the canvas, and only the end of a move paints it anew.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const MARGIN = 0.25;

  ParkAtlas.CanvasLayer = L.Layer.extend({
    // `paint` is called with the canvas's context, its corner as a layer point, and its
    // size, all in CSS pixels.
    initialize(options, paint) {
      L.setOptions(this, options);
      this.paint = paint;
    },
    onAdd(map) {
      this.canvas = L.DomUtil.create("canvas", `leaflet-zoom-hide ${this.options.className}`, map.getPane(this.options.pane));
      map.on("moveend zoomend resize", this.ask, this);
      this.ask();
    },
    onRemove(map) {
      map.off("moveend zoomend resize", this.ask, this);
      cancelAnimationFrame(this.asked);
      this.asked = null;
      this.canvas.remove();
      this.canvas = null;
    },
    // Once a frame is enough, however much changed in it.
    ask() {
      if (!this._map || this.asked) return;
      this.asked = requestAnimationFrame(() => {
        this.asked = null;
        this.draw();
      });
    },
    draw() {
      const view = this._map.getSize();
      const size = view.multiplyBy(1 + 2 * MARGIN).round();
      const corner = this._map.containerPointToLayerPoint(view.multiplyBy(-MARGIN)).round();
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this.canvas, corner);
      Object.assign(this.canvas, { width: size.x * ratio, height: size.y * ratio });
      Object.assign(this.canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
      const ctx = this.canvas.getContext("2d");
      ctx.scale(ratio, ratio);
      this.paint(ctx, corner, size);
    },
  });
})();
