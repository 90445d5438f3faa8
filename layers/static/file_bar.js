// The bar of a map file: search, filter, language and light above the map.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  const OPTIONS = ["district", "zone", "sector", "policy", "precision"];

  const makeButton = (className) => Object.assign(element("button", className), { type: "button" });

  const makeSearch = (filter, change) => {
    const search = Object.assign(element("input", "search"), { type: "search" });
    search.addEventListener("input", () => {
      filter.q = search.value.trim();
      change({ isTyped: true });
    });
    return search;
  };

  const makeLanguages = (atlas, change) => {
    const select = element("select", "language");
    [["zh", "中文"], ["en", "English"]].forEach(([code, name]) => {
      select.append(Object.assign(element("option", "", name), { value: code }));
    });
    select.addEventListener("change", () => {
      atlas.setLanguage(select.value);
      change();
    });
    return select;
  };

  const makeLists = (atlas, filter, change) => {
    const lists = OPTIONS.map((option) => ParkAtlas.makeChoices(atlas, filter, option, change));
    const switches = [
      ParkAtlas.makeSwitch(atlas, filter, "role", ["any", "focus", "mention"], change),
      ParkAtlas.makeSwitch(atlas, filter, "match", ["any", "all"], change),
    ];
    lists[OPTIONS.indexOf("sector")].options.prepend(...switches.map(({ label }) => label));
    return { boxes: lists.map(({ box }) => box), fills: [...lists, ...switches].map(({ fill }) => fill) };
  };

  // On a narrow screen the lists wait behind a button.
  const makeDrawer = (boxes, clear) => {
    const drawer = element("div", "drawer");
    drawer.append(...boxes, clear);
    const button = makeButton("more");
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => {
      button.setAttribute("aria-expanded", String(drawer.classList.toggle("open")));
    });
    return { drawer, button };
  };

  const makeLook = () => {
    const button = makeButton("look");
    button.textContent = "◐";
    button.addEventListener("click", () => ParkAtlas.setDark(!ParkAtlas.isDark));
    return button;
  };

  const makeClear = (filter, change) => {
    const clear = makeButton("clear");
    clear.addEventListener("click", () => {
      filter.clear();
      change();
    });
    return clear;
  };

  // The bar, and what fills it anew; `change` is called after each change of the filter.
  ParkAtlas.makeBar = (atlas, filter, change) => {
    const bar = element("form", "bar");
    bar.addEventListener("submit", (event) => event.preventDefault());
    const search = makeSearch(filter, change);
    const clear = makeClear(filter, change);
    const lists = makeLists(atlas, filter, change);
    const { drawer, button } = makeDrawer(lists.boxes, clear);
    const languages = makeLanguages(atlas, change);
    const look = makeLook();
    const chips = ParkAtlas.makeChips(atlas, filter, change);
    const count = element("output", "count");
    const left = element("p", "left-out quiet");
    left.setAttribute("role", "note");
    bar.append(search, button, drawer, languages, look, count, chips.box, left);
    const name = () => {
      search.placeholder = atlas.text("search");
      search.setAttribute("aria-label", atlas.text("search"));
      clear.textContent = atlas.text("clear");
      button.textContent = atlas.text("file-filter");
      look.title = atlas.text("file-look");
      look.setAttribute("aria-label", look.title);
      languages.setAttribute("aria-label", atlas.text("file-language"));
    };
    atlas.follow(name);
    const fill = (shown, leftOut) => {
      left.textContent = ParkAtlas.sayLeftOut(atlas, leftOut);
      if (search.value.trim() !== filter.q) search.value = filter.q;
      languages.value = atlas.language;
      clear.disabled = filter.isEmpty();
      lists.fills.forEach((each) => each());
      chips.fill();
      count.textContent = atlas.text("count", { shown, total: filter.parks.length });
    };
    return { bar, fill };
  };
})();
