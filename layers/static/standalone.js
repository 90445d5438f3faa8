// Puts a map file together: bar above, panel beside, and what the map tells them.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  // A park, or else the list of the parks nearest to a point.
  const makePanel = (atlas, said, state, { open, ask }) => {
    const panel = element("aside", "park-panel");
    panel.tabIndex = -1;
    const describe = () => {
      const index = atlas.payload.parks.findIndex(({ id }) => id === state.park);
      if (index >= 0) return ParkAtlas.describeInFile(atlas, said, index, open);
      const { filter, chosen, near } = state;
      return near ? ParkAtlas.describeNearest(atlas, filter, chosen, near, { open, close: () => ask(null) }) : [];
    };
    return {
      panel,
      fill: () => {
        const nodes = describe();
        panel.hidden = !nodes.length;
        panel.replaceChildren(...nodes);
      },
    };
  };

  // What the page around the map would say of the filter, for the map's own parts.
  const tellWish = (atlas, { filter, near }, shown) => {
    atlas.wish = {
      filterWords: ParkAtlas.sayFileFilter(atlas, filter, shown),
      districts: [...filter.district],
      precisions: [...filter.precision],
      ids: [...filter.id],
      within: filter.within.map(({ text }) => text),
      bbox: filter.bbox && filter.bbox.join(","),
      near,
    };
    atlas.tell({ kind: "wish" });
  };

  // What takes Escape itself: a dialog closes, a field with text empties.
  const takesEscape = (node) => document.querySelector("dialog[open]") || (node.matches("[type=search], [type=text]") && node.value);

  // Escape ends the last thing that was begun: a list, a tool, a park, a question.
  const stepBack = (atlas, state, { open, ask }, { target }) => {
    if (takesEscape(target) || ParkAtlas.closeChoices() || atlas.bench.tool) return;
    if (state.park) open(null);
    else ask(null);
  };

  // What is done on the map, and Escape.
  const listen = (atlas, state, { change, open, ask }) => {
    const { filter } = state;
    const answers = {
      select: ({ park }) => open(park),
      choose: ({ option, value }) => {
        filter.toggle(option, value);
        change();
      },
      within: ({ within, bbox }) => {
        filter.setShapes(within, bbox);
        change();
      },
      picks: ({ ids }) => {
        filter.setPicks(ids);
        change();
      },
      near: ({ at }) => ask(at),
    };
    atlas.on((event) => answers[event.kind] && answers[event.kind](event));
    atlas.map.on("click", () => open(null));
    // Before the tools hear of it, which lay theirs down.
    document.addEventListener("keydown", (event) => event.key === "Escape" && stepBack(atlas, state, { open, ask }, event), true);
    document.addEventListener("pointerdown", ({ target }) => target.closest(".choices") || ParkAtlas.closeChoices());
  };

  // What the panel covers is not in view: bring a place out from under it.
  const uncover = ({ map }, panel, latlng) => {
    if (panel.hidden) return;
    const size = map.getSize();
    const isBelow = panel.offsetWidth > size.x * 0.6;
    const covered = isBelow ? [0, panel.offsetHeight] : [panel.offsetWidth, 0];
    map.panInside(latlng, { paddingTopLeft: [40, 40], paddingBottomRight: [covered[0] + 40, covered[1] + 40] });
  };

  ParkAtlas.addPanel = (atlas, said) => {
    const filter = new ParkAtlas.ParkFilter(atlas.payload.parks, said);
    const state = { filter, park: null, near: null, chosen: [], left: [] };
    const show = () => {
      const chosen = filter.choose();
      const shown = chosen.filter(Boolean).length;
      state.chosen = chosen;
      atlas.wish = { ...atlas.wish, districts: [...filter.district], precisions: [...filter.precision] };
      atlas.show(chosen, [...filter.sector]);
      bar.fill(shown, state.left);
      panel.fill();
      atlas.mark(state.park);
      tellWish(atlas, state, shown);
    };
    const change = ({ isTyped = false } = {}) => {
      // Said of the link until something else is asked.
      state.left = [];
      show();
      address.keep(!isTyped);
    };
    const open = (id) => {
      if (id === state.park) return;
      state.park = id;
      panel.fill();
      atlas.select(id);
      address.keep(true);
      if (atlas.selected) uncover(atlas, panel.panel, atlas.selected.getLatLng());
      if (id) panel.panel.focus({ preventScroll: true });
    };
    const ask = (at) => {
      if (!at && !state.near) return;
      Object.assign(state, { near: at, park: null });
      atlas.select(null);
      change();
      if (!at) return;
      uncover(atlas, panel.panel, atlas.project(at.lon, at.lat));
      panel.panel.focus({ preventScroll: true });
    };
    const bar = ParkAtlas.makeBar(atlas, filter, change);
    const panel = makePanel(atlas, said, state, { open, ask });
    document.body.prepend(bar.bar);
    document.body.append(panel.panel);
    document.body.classList.add("standalone");
    // The bar takes more lines on a narrow screen.
    new ResizeObserver(() => {
      panel.panel.style.setProperty("--bar-height", `${bar.bar.offsetHeight}px`);
      atlas.map.invalidateSize();
    }).observe(bar.bar);
    atlas.map.invalidateSize();
    const address = ParkAtlas.keepAddress(atlas, state, show);
    listen(atlas, state, { change, open, ask });
    atlas.follow(show);
    atlas.readLink = address.read;
  };
})();
