// Names of parks where they fit: no name covers a park, a pie or another name. The
// selected park is named first, then those whose place is known better, then in the
// table's order.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  ParkAtlas.layers = ParkAtlas.layers || {};
  const { element } = ParkAtlas;

  const RANKS = ["site", "near", "street", "zone", "district"];
  const HEIGHT = 15;
  const GAP = 3;
  const CELL = 64;
  // More rows of cells than any screen has.
  const ROWS = 4096;
  // Nobody reads more in one view.
  const MOST = 250;

  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  // Boxes by the cells that they touch, so that few are compared.
  const makeGrid = () => {
    const cells = new Map();
    const touch = (box, visit) => {
      for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
        for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) {
          if (visit(x * ROWS + y)) return true;
        }
      }
      return false;
    };
    return {
      add: (box) =>
        touch(box, (key) => {
          if (!cells.has(key)) cells.set(key, []);
          cells.get(key).push(box);
          return false;
        }),
      isTaken: (box) => touch(box, (key) => (cells.get(key) || []).some((other) => meets(box, other))),
    };
  };

  const boxAround = ({ x, y }, reach) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });

  // Beside the symbol, then above and below it.
  const listPlaces = ({ x, y }, reach, width) => {
    const at = (left, top) => ({ left, right: left + width, top, bottom: top + HEIGHT });
    return [
      at(x + reach + GAP, y - HEIGHT / 2),
      at(x - reach - GAP - width, y - HEIGHT / 2),
      at(x - width / 2, y - reach - GAP - HEIGHT),
      at(x - width / 2, y + reach + GAP),
    ];
  };

  const isWithin = (box, frame) =>
    box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

  const rank = (symbol) => (symbol.selected ? -1 : RANKS.indexOf(symbol.park.precision));

  // What stands over or beside the parks: names of districts and zones, our boxes.
  const listObstacles = (atlas, corner) => {
    const container = atlas.map.getContainer();
    const frame = container.getBoundingClientRect();
    const origin = atlas.map.containerPointToLayerPoint([0, 0]).subtract(corner);
    // From afar the style sheet hides the names of zones.
    const names = container.classList.contains("close") ? ".name > div" : ".district-name";
    return [...container.querySelectorAll(`.leaflet-names-pane ${names}, .leaflet-control`)]
      .filter((node) => node.style.visibility !== "hidden")
      .map((node) => node.getBoundingClientRect())
      .filter((box) => box.width)
      .map((box) => ({
        left: box.left - frame.left + origin.x,
        right: box.right - frame.left + origin.x,
        top: box.top - frame.top + origin.y,
        bottom: box.bottom - frame.top + origin.y,
      }));
  };

  ParkAtlas.layers.labels = (atlas) => {
    atlas.map.createPane("labels").style.zIndex = 420;
    atlas.map.getPane("labels").style.pointerEvents = "none";
    const widths = new Map();
    const number = element("span", "count");

    const measure = (ctx, name) => {
      if (!widths.has(name)) widths.set(name, Math.ceil(ctx.measureText(name).width) + 2);
      return widths.get(name);
    };

    const choose = (ctx, corner, size) => {
      const frame = { left: 0, top: 0, right: size.x, bottom: size.y };
      const { x, y } = atlas.map.containerPointToLayerPoint([0, 0]).subtract(corner);
      const view = { left: x, top: y, right: size.x - x, bottom: size.y - y };
      // Whole in the view, or whole beside it, where a panned map brings it in.
      const isWhole = (box) => isWithin(box, view) || (isWithin(box, frame) && !meets(box, view));
      const isInside = (at) => at.x >= corner.x && at.y >= corner.y && at.x <= corner.x + size.x && at.y <= corner.y + size.y;
      const grid = makeGrid();
      const drawn = atlas
        .shownSymbols()
        .filter((symbol) => symbol.isDrawn() && isInside(symbol._point))
        .map((symbol) => ({ symbol, point: symbol._point.subtract(corner), reach: symbol.radius + 2 }));
      drawn.forEach(({ point, reach }) => grid.add(boxAround(point, reach)));
      (overlay.options.pies().pies || []).forEach((pie) => grid.add(boxAround(pie._point.subtract(corner), pie.getRadius())));
      listObstacles(atlas, corner).forEach((box) => grid.add(box));
      drawn.sort((a, b) => rank(a.symbol) - rank(b.symbol));
      const labels = [];
      drawn.some(({ symbol, point, reach }) => {
        const places = listPlaces(point, reach, measure(ctx, symbol.park.name));
        const box = places.find((place) => isWhole(place) && !grid.isTaken(place));
        if (box) {
          grid.add(box);
          labels.push({ ...box, park: symbol.park });
        }
        return labels.length >= MOST;
      });
      return { labels, of: drawn.length };
    };

    const write = (ctx, { left, bottom, park }) => {
      ctx.strokeText(park.name, left + 1, bottom - 3);
      ctx.fillText(park.name, left + 1, bottom - 3);
    };

    const paint = (ctx, corner, size) => {
      ctx.font = `12px ${getComputedStyle(atlas.map.getContainer()).fontFamily}`;
      ctx.textBaseline = "alphabetic";
      ctx.lineWidth = 3;
      ctx.lineJoin = "round";
      ctx.strokeStyle = ParkAtlas.readColour("--land");
      ctx.fillStyle = ParkAtlas.readColour("--ink");
      const { labels, of } = atlas.map.hasLayer(atlas.overlays.parks) ? choose(ctx, corner, size) : { labels: [], of: 0 };
      labels.forEach((label) => write(ctx, label));
      overlay.labels = labels;
      overlay.corner = corner;
      number.textContent = `${labels.length} / ${of}`;
    };

    const overlay = new ParkAtlas.CanvasLayer({ pane: "labels", className: "labels", pies: () => atlas.overlays.clusters }, paint);
    const ask = () => overlay.ask();
    atlas.on(({ kind }) => ["shown", "look", "pies", "datum", "marked", "names"].includes(kind) && ask());
    const legend = () => {
      const box = element("div", "entries");
      const entry = ParkAtlas.legendEntry(element("span", "key name-key", "Aa"), atlas.text("labels-key"));
      entry.append(number);
      box.append(entry);
      return [box];
    };
    return { overlay, refresh: ask, legend };
  };
})();
