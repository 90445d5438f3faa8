// Draws a park on the canvas: colour says its sector, shape how well its place is known.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const RADIUS = 6.5;
  ParkAtlas.RADIUS = RADIUS;
  // Every shape has the disc's area, so that sizes compare whatever is known of the place.
  const DIAMOND = Math.sqrt(Math.PI / 2);
  const SQUARE = Math.sqrt(Math.PI) / 2;
  const shapes = {
    disc(ctx, p, r) {
      ctx.arc(p.x, p.y, r, 0, 2 * Math.PI);
    },
    diamond(ctx, p, r) {
      const d = r * DIAMOND;
      ctx.moveTo(p.x, p.y - d);
      ctx.lineTo(p.x + d, p.y);
      ctx.lineTo(p.x, p.y + d);
      ctx.lineTo(p.x - d, p.y);
      ctx.closePath();
    },
    square(ctx, p, r) {
      const h = r * SQUARE;
      ctx.rect(p.x - h, p.y - h, 2 * h, 2 * h);
    },
  };

  // How each precision looks. A guess is hollow, so that it never looks surveyed.
  const looks = {
    site: { shape: "disc", fill: 1, dash: [], dot: false },
    near: { shape: "disc", fill: 0, dash: [], dot: true },
    street: { shape: "disc", fill: 0.3, dash: [], dot: false },
    zone: { shape: "diamond", fill: 0.12, dash: [3, 2], dot: false },
    district: { shape: "square", fill: 0.05, dash: [2, 2], dot: false },
  };

  // On dark land the deep colours are lifted towards white, all alike, so that none
  // comes nearer to another than to the land.
  const LIFT = 0.25;
  const lifted = new Map();
  ParkAtlas.liftColour = (colour) => {
    if (!lifted.has(colour)) {
      const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
      const lift = (part) => Math.round(parseInt(part, 16) * (1 - LIFT) + 255 * LIFT);
      lifted.set(colour, parts ? `rgb(${parts.slice(1).map(lift).join(", ")})` : colour);
    }
    return lifted.get(colour);
  };

  ParkAtlas.drawSymbol = (ctx, point, { precision, colour: given, selected, dark, radius = RADIUS }) => {
    const colour = dark ? ParkAtlas.liftColour(given) : given;
    const look = looks[precision] || looks.district;
    const ground = dark ? "#14202b" : "#ffffff";
    const trace = (r) => {
      ctx.beginPath();
      shapes[look.shape](ctx, point, r);
    };
    ctx.save();
    ctx.setLineDash([]);
    if (selected) {
      trace(radius + 5.5);
      ctx.globalAlpha = 0.28;
      ctx.fillStyle = colour;
      ctx.fill();
      ctx.globalAlpha = 1;
      ctx.lineWidth = 2;
      ctx.strokeStyle = dark ? "#ffffff" : "#10202e";
      ctx.stroke();
    }
    trace(radius + 1.5);
    ctx.fillStyle = ground;
    ctx.fill();
    trace(radius);
    ctx.globalAlpha = look.fill;
    ctx.fillStyle = colour;
    ctx.fill();
    ctx.globalAlpha = 1;
    if (look.fill < 1) {
      ctx.setLineDash(look.dash);
      ctx.lineWidth = 2;
      ctx.strokeStyle = colour;
      ctx.stroke();
    }
    if (look.dot) {
      ctx.beginPath();
      ctx.arc(point.x, point.y, radius * 0.5, 0, 2 * Math.PI);
      ctx.fillStyle = colour;
      ctx.fill();
    }
    ctx.restore();
  };

  // A Leaflet path that knows its park. Parks on one point fan out in pixels, each
  // on a leg to the place they share, so that none hides another.
  ParkAtlas.Symbol = L.CircleMarker.extend({
    initialize(latlng, park, options) {
      L.CircleMarker.prototype.initialize.call(this, latlng, { radius: RADIUS + 2, ...options });
      this.park = park;
      this.offset = L.point(0, 0);
      this.shown = true;
      this.selected = false;
      // Drawn as part of a pie instead.
      this.isInPie = false;
      this.radius = RADIUS;
      this.colour = "#777777";
    },
    isDrawn() {
      return this.shown && (!this.isInPie || this.selected);
    },
    setSize(radius) {
      this.radius = radius;
      this._radius = radius + 2;
    },
    // Move without painting: the atlas paints all at once.
    place(latlng) {
      this._latlng = L.latLng(latlng);
    },
    _project() {
      this.anchor = this._map.latLngToLayerPoint(this._latlng);
      this._point = this.anchor.add(this.offset);
      this._updateBounds();
    },
    _updateBounds() {
      const reach = this.radius + 8 + this._clickTolerance();
      const [{ x, y }, { anchor }] = [this._point, this];
      this._pxBounds = new L.Bounds(
        L.point(Math.min(x - reach, anchor.x), Math.min(y - reach, anchor.y)),
        L.point(Math.max(x + reach, anchor.x), Math.max(y + reach, anchor.y))
      );
    },
    _updatePath() {
      const renderer = this._renderer;
      if (!this.isDrawn() || !renderer._drawing || this._empty()) return;
      const ctx = renderer._ctx;
      if (this.offset.x || this.offset.y) {
        ctx.beginPath();
        ctx.moveTo(this.anchor.x, this.anchor.y);
        ctx.lineTo(this._point.x, this._point.y);
        ctx.lineWidth = 1;
        ctx.strokeStyle = ParkAtlas.isDark ? ParkAtlas.liftColour(this.colour) : this.colour;
        ctx.stroke();
      }
      ParkAtlas.drawSymbol(ctx, this._point, {
        precision: this.park.precision,
        colour: this.colour,
        selected: this.selected,
        dark: ParkAtlas.isDark,
        radius: this.radius,
      });
    },
    _containsPoint(point) {
      return this.isDrawn() && L.CircleMarker.prototype._containsPoint.call(this, point);
    },
  });

  // Where each of n symbols on one point goes: a ring wide enough to keep them apart.
  ParkAtlas.fanOut = (n) => {
    if (n === 1) return [L.point(0, 0)];
    const radius = Math.max(13, (n * (2 * RADIUS + 5)) / (2 * Math.PI));
    return Array.from({ length: n }, (_, i) => {
      const angle = (2 * Math.PI * i) / n - Math.PI / 2;
      return L.point(radius * Math.cos(angle), radius * Math.sin(angle));
    });
  };
})();
