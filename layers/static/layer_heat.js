// How dense the parks lie: parks per square kilometre of ground, each spread over the
// ground around it by the biweight kernel, as wide as its place is known well.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  ParkAtlas.layers = ParkAtlas.layers || {};
  const { element } = ParkAtlas;

  // Kilometres on the ground. A district's middle is no place of a park.
  const REACH = { site: 1.5, near: 1.5, street: 1.5, zone: 4 };
  const WIDEST = 4;
  const KILOMETRES_PER_DEGREE = 111.195;
  // Pixels of a cell; the view is smooth at half a kernel's least width.
  const CELL = 4;
  const SAMPLES = 300;
  const STRONGEST = 0.78;

  // From south to north, ordered once as long as no park is moved.
  const listPoints = (atlas) => {
    const order = () =>
      atlas.symbols
        .filter((symbol) => symbol && REACH[symbol.park.precision])
        .map((symbol) => ({ symbol, lon: symbol.park.lon, lat: symbol.park.lat, reach: REACH[symbol.park.precision] }))
        .sort((a, b) => a.lat - b.lat);
    atlas.northwards = atlas.northwards || order();
    return atlas.northwards.filter(({ symbol }) => symbol.shown);
  };

  // What a park of this reach adds at a distance, by the squares of both in kilometres.
  const weigh = (square, reach) => {
    const rest = 1 - square / (reach * reach);
    return rest > 0 ? (3 * rest * rest) / (Math.PI * reach * reach) : 0;
  };

  // The density at a park, of those between two places of a list from south to north.
  const densityAt = ({ lon, lat }, list, from, to) => {
    const squeeze = KILOMETRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
    let sum = 0;
    for (let i = from; i < to; i += 1) {
      const east = (list[i].lon - lon) * squeeze;
      if (east > WIDEST || east < -WIDEST) continue;
      const north = (list[i].lat - lat) * KILOMETRES_PER_DEGREE;
      sum += weigh(north * north + east * east, list[i].reach);
    }
    return sum;
  };

  // The least of 1, 2 and 5 times a power of ten that is no less.
  const roundUp = (value) => {
    const power = 10 ** Math.floor(Math.log10(value));
    return Number(([1, 2, 5, 10].find((digit) => digit * power >= value * 0.999) * power).toPrecision(1));
  };

  // The greatest density at a park, rounded up: panning must not change the scale.
  const findMost = (list) => {
    const step = Math.max(1, Math.floor(list.length / SAMPLES));
    const reach = WIDEST / KILOMETRES_PER_DEGREE;
    let [most, from, to] = [0, 0, 0];
    for (let i = 0; i < list.length; i += step) {
      while (list[i].lat - list[from].lat > reach) from += 1;
      while (to < list.length && list[to].lat - list[i].lat < reach) to += 1;
      most = Math.max(most, densityAt(list[i], list, from, to));
    }
    return most ? roundUp(most) : 0;
  };

  // Add a park to the cells within its reach.
  const stamp = (cells, { across, down }, { x, y, radius, reach }) => {
    const kilometres = (reach * CELL) / radius;
    const [top, bottom] = [Math.max(0, Math.ceil((y - radius) / CELL)), Math.min(down - 1, Math.floor((y + radius) / CELL))];
    const [left, right] = [Math.max(0, Math.ceil((x - radius) / CELL)), Math.min(across - 1, Math.floor((x + radius) / CELL))];
    for (let row = top; row <= bottom; row += 1) {
      const north = (row - y / CELL) * kilometres;
      const first = row * across;
      for (let column = left; column <= right; column += 1) {
        const east = (column - x / CELL) * kilometres;
        const added = weigh(east * east + north * north, reach);
        if (added) cells[first + column] += added;
      }
    }
  };

  const readRgb = (name) => {
    const probe = element("canvas").getContext("2d");
    probe.fillStyle = ParkAtlas.readColour(name);
    return [1, 3, 5].map((at) => parseInt(probe.fillStyle.slice(at, at + 2), 16));
  };

  const alphaFor = (part) => STRONGEST * Math.sqrt(Math.min(1, part));

  const drawRamp = () =>
    ParkAtlas.makeKey(80, 20, (ctx, { width }) => {
      ctx.fillStyle = ParkAtlas.readColour("--heat");
      for (let x = 0; x < width; x += 1) {
        ctx.globalAlpha = alphaFor((x + 1) / width);
        ctx.fillRect(x, 4, 1, 12);
      }
      ctx.globalAlpha = 1;
    });

  ParkAtlas.layers.heat = (atlas) => {
    atlas.map.createPane("heat").style.zIndex = 300;
    atlas.map.getPane("heat").style.pointerEvents = "none";
    let points = [];
    let most = 0;

    // Pixels of a kilometre at a latitude; the Mercator plane stretches with it.
    const scaleAt = (lat) => {
      const { map } = atlas;
      const zero = map.project([lat, 0]);
      return map.project([lat, 1]).distanceTo(zero) / (KILOMETRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
    };

    const fillCells = (grid, corner, size) => {
      const cells = new Float32Array(grid.across * grid.down);
      const scale = scaleAt(atlas.locate(atlas.map.getCenter()).lat);
      // A symbol on the map knows where it stands.
      const isDrawn = atlas.isOn("parks");
      points.forEach(({ symbol, reach }) => {
        const at = isDrawn ? symbol.anchor : atlas.map.latLngToLayerPoint(symbol.getLatLng());
        const [x, y] = [at.x - corner.x, at.y - corner.y];
        const radius = reach * scale;
        if (x < -radius || y < -radius || x > size.x + radius || y > size.y + radius) return;
        stamp(cells, grid, { x, y, radius, reach });
      });
      return cells;
    };

    const paint = (ctx, corner, size) => {
      if (!most) return;
      const grid = { across: Math.ceil(size.x / CELL) + 1, down: Math.ceil(size.y / CELL) + 1 };
      const cells = fillCells(grid, corner, size);
      const small = element("canvas");
      Object.assign(small, { width: grid.across, height: grid.down });
      const image = small.getContext("2d").createImageData(grid.across, grid.down);
      const [red, green, blue] = readRgb("--heat");
      const { data } = image;
      cells.forEach((density, i) => {
        if (!density) return;
        data[4 * i] = red;
        data[4 * i + 1] = green;
        data[4 * i + 2] = blue;
        data[4 * i + 3] = 255 * alphaFor(density / most);
      });
      small.getContext("2d").putImageData(image, 0, 0);
      ctx.imageSmoothingEnabled = true;
      ctx.drawImage(small, -CELL / 2, -CELL / 2, grid.across * CELL, grid.down * CELL);
    };

    const overlay = new ParkAtlas.CanvasLayer({ pane: "heat", className: "heat" }, paint);
    const refresh = () => {
      points = listPoints(atlas);
      most = findMost(points);
      overlay.ask();
    };
    overlay.on("add", refresh);
    atlas.on(({ kind }) => kind === "datum" && overlay.ask());

    const legend = () => {
      const left = atlas.shownSymbols().length - points.length;
      const box = element("div", "entries");
      box.append(ParkAtlas.legendEntry(drawRamp(), atlas.text("heat-most", { count: most }), points.length));
      const nodes = [element("h2", "", atlas.text("layer-heat")), box];
      if (left) nodes.push(element("p", "quiet", atlas.text("heat-left", { count: left })));
      return nodes;
    };
    return { overlay, refresh, legend };
  };
})();
