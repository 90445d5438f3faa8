// The parks, one symbol each, and the keys to their colours, shapes and sizes.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  ParkAtlas.layers = ParkAtlas.layers || {};
  const { element } = ParkAtlas;

  const PRECISIONS = ["site", "near", "street", "zone", "district"];
  // Grey enough to be no category, on light and on dark.
  const PLAIN = "#6f8292";

  const count = (values) => {
    const counts = new Map();
    values.forEach((value) => counts.set(value, (counts.get(value) || 0) + 1));
    return counts;
  };

  // The colours that are on the map, and those of chosen values, so that they can be
  // taken away again.
  const listColours = (atlas, shown) => {
    const { colours } = atlas;
    const counts = count(shown.map(({ value }) => value));
    atlas.findChosen(colours.id).forEach((value) => counts.has(value) || counts.set(value, 0));
    return [...counts].sort((a, b) => b[1] - a[1]);
  };

  const keyColours = (atlas, shown) =>
    listColours(atlas, shown).map(([value, number]) => {
      const { colours } = atlas;
      const shape = colours.id === "precision" ? value : "site";
      const picture = ParkAtlas.drawKey(shape, colours.colourOf(value));
      return value === null
        ? ParkAtlas.legendEntry(picture, colours.nameOf(value), number)
        : ParkAtlas.legendChoice(atlas, { option: colours.id, value, picture, text: colours.nameOf(value), number });
    });

  const keyShapes = (atlas, shown) => {
    const counts = count(shown.map(({ park }) => park.precision));
    const chosen = atlas.findChosen("precision");
    return PRECISIONS.filter((precision) => counts.has(precision) || chosen.includes(precision)).map((precision) =>
      ParkAtlas.legendChoice(atlas, {
        option: "precision",
        value: precision,
        picture: ParkAtlas.drawKey(precision, PLAIN),
        text: atlas.text(`precision-${precision}`),
        number: counts.get(precision) || 0,
      })
    );
  };

  // The largest value, its half and its tenth, and who has none.
  const keySizes = (atlas) => {
    const { sizes } = atlas;
    const shown = atlas.symbols.map((symbol, index) => (symbol && symbol.shown ? sizes.valueOf(index) : undefined));
    const without = shown.filter((value) => value === null).length;
    const steps = [1, 0.5, 0.1].map((part) => Number((sizes.most * part).toPrecision(2)));
    const entries = steps.map((value) => ParkAtlas.legendEntry(ParkAtlas.drawDisc(sizes.radiusFor(value)), sizes.say(value)));
    if (without) {
      entries.push(ParkAtlas.legendEntry(ParkAtlas.drawKey("site", PLAIN), atlas.text("size-missing"), without));
    }
    return entries;
  };

  const section = (title, entries) => {
    const box = element("div", "entries");
    box.append(...entries);
    return [element("h2", "", title), box];
  };

  const keyParks = (atlas) => {
    const shown = atlas.shownSymbols();
    const nodes = section(atlas.colours.title(), keyColours(atlas, shown));
    if (atlas.colours.id !== "precision") nodes.push(...section(atlas.text("shape"), keyShapes(atlas, shown)));
    const last = nodes[nodes.length - 1];
    if (atlas.placelessCount) {
      last.append(ParkAtlas.legendEntry(element("span", "key"), atlas.text("not-drawn"), atlas.placelessCount));
    }
    if (atlas.sizes.chosen) {
      nodes.push(...section(atlas.text("size-by", { column: atlas.sizes.id }), keySizes(atlas)));
    }
    return nodes;
  };

  const draw = (atlas) => {
    atlas.canvas = ParkAtlas.makeRenderer();
    atlas.symbols = atlas.payload.parks.map((park) => (park.lat === null ? null : atlas.makeSymbol(park)));
    atlas.byId = new Map();
    atlas.symbols.forEach((symbol) => symbol && atlas.byId.set(symbol.park.id, symbol));
    const group = L.featureGroup(atlas.symbols.filter(Boolean));
    group.bindTooltip((symbol) => ParkAtlas.describePark(atlas, symbol.park), { sticky: true, direction: "top", offset: [0, -10], className: "park-tip" });
    group.on("add", () => atlas.canvas.arrange());
    group.on("click", (event) => {
      L.DomEvent.stopPropagation(event);
      const kind = atlas.takesPick && atlas.takesPick(event.originalEvent) ? "pick" : "select";
      atlas.tell({ kind, park: event.layer.park.id, at: event.latlng });
    });
    return group;
  };

  ParkAtlas.layers.parks = (atlas) => ({ overlay: draw(atlas), refresh: () => {}, legend: () => keyParks(atlas) });
})();
