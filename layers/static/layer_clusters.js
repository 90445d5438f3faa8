// Parks that lie close together as one pie each, split by the present colours. What is
// known by zone or district only is pale in it, as it is hollow outside.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  ParkAtlas.layers = ParkAtlas.layers || {};
  const { element } = ParkAtlas;

  const LIBRARY = "/assets/supercluster/supercluster.min.js";
  // Pixels within which parks become one pie, and how many it takes; to zoom 16 only.
  const OPTIONS = { radius: 64, minPoints: 4, maxZoom: 16, extent: 256 };
  // A ring of more symbols than this would leave the screen.
  const MOST_OPENED = 40;
  const GUESSED = new Set(["zone", "district"]);

  const radiusFor = (count) => Math.min(26, 13 + 3 * Math.log2(count / 4 + 1));

  const drawPie = (ctx, { x, y }, { radius, slices, count }) => {
    const ground = ParkAtlas.readColour("--surface");
    ctx.save();
    ctx.setLineDash([]);
    const wedge = (from, share, colour, alpha) => {
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.arc(x, y, radius, from, from + 2 * Math.PI * share);
      ctx.closePath();
      ctx.globalAlpha = alpha;
      ctx.fillStyle = ParkAtlas.isDark ? ParkAtlas.liftColour(colour) : colour;
      ctx.fill();
    };
    const disc = (r) => {
      ctx.globalAlpha = 1;
      ctx.beginPath();
      ctx.arc(x, y, r, 0, 2 * Math.PI);
      ctx.fillStyle = ground;
      ctx.fill();
    };
    disc(radius + 2);
    let at = -Math.PI / 2;
    slices.forEach(({ colour, sure, guessed }) => {
      [[sure, 1], [guessed, 0.35]].forEach(([part, alpha]) => {
        if (part) wedge(at, part / count, colour, alpha);
        at += (2 * Math.PI * part) / count;
      });
    });
    disc(radius * 0.58);
    ctx.fillStyle = ParkAtlas.readColour("--ink");
    ctx.font = `600 ${count > 999 ? 10 : 11}px system-ui, sans-serif`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(String(count), x, y + 0.5);
    ctx.restore();
  };

  const Pie = L.CircleMarker.extend({
    _updatePath() {
      if (!this._renderer._drawing || this._empty()) return;
      drawPie(this._renderer._ctx, this._point, this.options.look);
    },
  });

  const slice = (atlas, symbols) => {
    const slices = new Map();
    symbols.forEach(({ park, value, colour }) => {
      if (!slices.has(value)) slices.set(value, { value, colour, sure: 0, guessed: 0 });
      slices.get(value)[GUESSED.has(park.precision) ? "guessed" : "sure"] += 1;
    });
    return [...slices.values()].sort((a, b) => b.sure + b.guessed - a.sure - a.guessed);
  };

  const describe = (atlas, slices, count) => {
    const tip = element("div");
    const guessed = slices.reduce((sum, each) => sum + each.guessed, 0);
    tip.append(element("strong", "", atlas.text("pie", { count })));
    slices.slice(0, 6).forEach((each) => {
      tip.append(element("div", "", `${atlas.colours.nameOf(each.value)} ${each.sure + each.guessed}`));
    });
    if (slices.length > 6) tip.append(element("div", "", "…"));
    if (guessed) tip.append(element("div", "quiet", atlas.text("pie-guessed", { count: guessed })));
    return tip;
  };

  const Pies = L.Layer.extend({
    initialize(atlas) {
      this.atlas = atlas;
      this.pies = [];
      this.opened = new Set();
      this.hasFailed = false;
    },
    onAdd(map) {
      this.zoom = null;
      map.on("zoomend", this.follow, this);
      ParkAtlas.loadCluster().then(
        () => this.rebuild(),
        () => {
          this.hasFailed = true;
          this.atlas.tell({ kind: "look" });
        }
      );
    },
    onRemove(map) {
      map.off("zoomend", this.follow, this);
      this.clear();
      this.atlas.canvas.paintAll();
      this.atlas.tell({ kind: "pies" });
    },
    clear() {
      this.pies.forEach((pie) => pie.remove());
      this.pies = [];
      this.atlas.symbols.forEach((symbol) => {
        if (symbol) symbol.isInPie = false;
      });
    },
    // Gather the parks that are shown anew: others are, or lie elsewhere.
    rebuild() {
      if (!this._map || !window.Supercluster) return;
      this.hasFailed = false;
      const points = this.atlas.shownSymbols().map((symbol) => ({
        type: "Feature",
        properties: { symbol },
        geometry: { type: "Point", coordinates: [symbol.park.lon, symbol.park.lat] },
      }));
      this.index = new Supercluster(OPTIONS).load(points);
      this.opened.clear();
      this.draw();
    },
    follow() {
      if (Math.round(this._map.getZoom()) === this.zoom) return;
      this.opened.clear();
      this.draw();
    },
    draw() {
      if (!this.index || !this._map) return;
      this.clear();
      this.zoom = Math.round(this._map.getZoom());
      this.index
        .getClusters([-180, -85, 180, 85], this.zoom)
        .filter(({ properties }) => properties.cluster && !this.opened.has(properties.cluster_id))
        .forEach((cluster) => this.pies.push(this.make(cluster)));
      this.atlas.canvas.paintAll();
      this.atlas.canvas.arrange();
      this.atlas.tell({ kind: "pies" });
    },
    make({ properties, geometry }) {
      const { atlas } = this;
      const count = properties.point_count;
      const symbols = this.index.getLeaves(properties.cluster_id, Infinity).map((leaf) => leaf.properties.symbol);
      symbols.forEach((symbol) => {
        symbol.isInPie = true;
      });
      const radius = radiusFor(count);
      const slices = slice(atlas, symbols);
      const look = { radius, slices, count };
      const pie = new Pie(atlas.project(...geometry.coordinates), { renderer: atlas.canvas, radius: radius + 2, look });
      pie.symbols = symbols;
      pie.bindTooltip(() => describe(atlas, slices, count), { sticky: true, direction: "top", offset: [0, -16], className: "park-tip" });
      pie.on("click", (event) => {
        L.DomEvent.stopPropagation(event);
        this.open(properties.cluster_id, pie);
      });
      return pie.addTo(this._map);
    },
    // Go where a pie falls apart; where it never does, stand its parks around it.
    open(id, pie) {
      const closer = Math.min(this.index.getClusterExpansionZoom(id), OPTIONS.maxZoom + 1);
      const places = new Set(pie.symbols.map(({ park }) => `${park.lon},${park.lat}`));
      if (places.size === 1 && pie.symbols.length <= MOST_OPENED) {
        this.opened.add(id);
        this.draw();
      } else {
        this._map.setView(pie.getLatLng(), closer);
      }
    },
  });

  ParkAtlas.loadCluster = () => (window.Supercluster ? Promise.resolve() : ParkAtlas.load(LIBRARY));

  const drawSample = () =>
    ParkAtlas.makeKey(32, 32, (ctx, { width }) => {
      const slices = [
        { colour: ParkAtlas.readColour("--accent"), sure: 3, guessed: 2 },
        { colour: ParkAtlas.readColour("--quiet"), sure: 2, guessed: 0 },
      ];
      drawPie(ctx, { x: width / 2, y: width / 2 }, { radius: width * 0.42, slices, count: 7 });
    });

  ParkAtlas.layers.clusters = (atlas) => {
    const overlay = new Pies(atlas);
    atlas.on(({ kind }) => kind === "datum" && overlay.draw());
    const legend = () => {
      if (overlay.hasFailed) return [element("p", "quiet", atlas.text("pies-failed"))];
      const box = element("div", "entries");
      box.append(ParkAtlas.legendEntry(drawSample(), atlas.text("pie-key")));
      return [box];
    };
    return { overlay, refresh: () => overlay.rebuild(), legend };
  };
})();
