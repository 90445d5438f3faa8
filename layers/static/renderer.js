// The canvas of the parks: of several under a finger it means the nearest, where
// Leaflet means the one that was painted last.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // A finger covers 44 pixels, a pointer knows its pixel.
  const FINGER = 14;
  const POINTER = 3;
  const isCoarse = () => window.matchMedia("(pointer: coarse)").matches;

  const Renderer = L.Canvas.extend({
    // How far outside the middle of a path a point lies, in pixels; the nearest wins.
    findNearest(point) {
      let nearest = null;
      let least = Infinity;
      for (let order = this._drawFirst; order; order = order.next) {
        const { layer } = order;
        if (!layer.options.interactive || !layer._containsPoint(point)) continue;
        const distance = layer._point.distanceTo(point);
        if (distance <= least) [nearest, least] = [layer, distance];
      }
      return nearest;
    },
    // Large ones below, so that none hides a smaller one; of those alike the selected is
    // the highest, then the later in the table.
    arrange() {
      const layers = [];
      for (let order = this._drawFirst; order; order = order.next) layers.push(order.layer);
      const rank = (a, b) => b._radius - a._radius || Boolean(a.selected) - Boolean(b.selected) || L.stamp(a) - L.stamp(b);
      const orders = layers.sort(rank).map((layer) => layer._order);
      orders.forEach((order, i) => Object.assign(order, { prev: orders[i - 1], next: orders[i + 1] }));
      [this._drawFirst, this._drawLast] = [orders[0], orders[orders.length - 1]];
    },
    // Paint everything once, in the next frame: cheaper than to ask for each path.
    paintAll() {
      if (!this._map || !this._bounds) return;
      this._redrawBounds = L.bounds(this._bounds.min, this._bounds.max);
      this._redrawRequest = this._redrawRequest || L.Util.requestAnimFrame(this._redraw, this);
    },
    _onClick(event) {
      const layer = this.findNearest(this._map.mouseEventToLayerPoint(event));
      const isDrag = (event.type === "click" || event.type === "preclick") && layer && this._map._draggableMoved(layer);
      this._fireEvent(layer && !isDrag ? [layer] : false, event);
    },
    _handleMouseHover(event, point) {
      if (this._mouseHoverThrottled) return;
      const layer = this.findNearest(point);
      if (layer !== this._hoveredLayer) {
        this._handleMouseOut(event);
        if (layer) {
          L.DomUtil.addClass(this._container, "leaflet-interactive");
          this._fireEvent([layer], event, "mouseover");
          this._hoveredLayer = layer;
        }
      }
      this._fireEvent(this._hoveredLayer ? [this._hoveredLayer] : false, event);
      this._mouseHoverThrottled = true;
      setTimeout(() => {
        this._mouseHoverThrottled = false;
      }, 32);
    },
  });

  ParkAtlas.makeRenderer = () => new Renderer({ padding: 0.3, tolerance: isCoarse() ? FINGER : POINTER });
})();
