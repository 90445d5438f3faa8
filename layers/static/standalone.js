// Puts a map file together: bar above, panel beside, and what the map tells them.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  const makePanel = (atlas, said, state, open) => {
    const panel = element("aside", "park-panel");
    panel.tabIndex = -1;
    return {
      panel,
      fill: () => {
        const index = atlas.payload.parks.findIndex(({ id }) => id === state.park);
        panel.hidden = index < 0;
        panel.replaceChildren(...(index < 0 ? [] : ParkAtlas.describeInFile(atlas, said, index, open)));
      },
    };
  };

  // What the page around the map would say of the filter, for the map's own parts.
  const tellWish = (atlas, filter, shown) => {
    atlas.wish = {
      filterWords: ParkAtlas.sayFileFilter(atlas, filter, shown),
      districts: [...filter.district],
      precisions: [...filter.precision],
      ids: [...filter.id],
      within: [],
      bbox: filter.bbox && filter.bbox.join(","),
    };
    atlas.tell({ kind: "wish" });
  };

  // What is done on the map, and Escape.
  const listen = (atlas, { filter, change, open }) => {
    const answers = {
      select: ({ park }) => open(park),
      choose: ({ option, value }) => {
        filter.toggle(option, value);
        change();
      },
      within: ({ bbox }) => {
        filter.setBox(bbox);
        change();
      },
    };
    atlas.on((event) => answers[event.kind] && answers[event.kind](event));
    atlas.map.on("click", () => open(null));
    document.addEventListener("keydown", (event) => event.key === "Escape" && !ParkAtlas.closeChoices() && open(null));
    document.addEventListener("pointerdown", ({ target }) => target.closest(".choices") || ParkAtlas.closeChoices());
  };

  // What the panel covers is not in view: bring the selected park out from under it.
  const uncover = ({ map, selected }, panel) => {
    if (!selected || panel.hidden) return;
    const size = map.getSize();
    const isBelow = panel.offsetWidth > size.x * 0.6;
    const covered = isBelow ? [0, panel.offsetHeight] : [panel.offsetWidth, 0];
    map.panInside(selected.getLatLng(), { paddingTopLeft: [40, 40], paddingBottomRight: [covered[0] + 40, covered[1] + 40] });
  };

  ParkAtlas.addPanel = (atlas, said) => {
    const filter = new ParkAtlas.FileFilter(atlas.payload.parks, said);
    const state = { filter, park: null };
    const show = () => {
      const chosen = filter.choose();
      const shown = chosen.filter(Boolean).length;
      atlas.wish = { ...atlas.wish, districts: [...filter.district], precisions: [...filter.precision] };
      atlas.show(chosen, [...filter.sector]);
      bar.fill(shown);
      panel.fill();
      atlas.mark(state.park);
      tellWish(atlas, filter, shown);
    };
    const change = ({ isTyped = false } = {}) => {
      show();
      address.keep(!isTyped);
    };
    const open = (id) => {
      if (id === state.park) return;
      state.park = id;
      panel.fill();
      atlas.select(id);
      address.keep(true);
      uncover(atlas, panel.panel);
      if (id) panel.panel.focus({ preventScroll: true });
    };
    const bar = ParkAtlas.makeBar(atlas, filter, change);
    const panel = makePanel(atlas, said, state, open);
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
    listen(atlas, { filter, change, open });
    show();
    atlas.readLink = address.read;
  };
})();
