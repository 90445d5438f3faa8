// Search, filter and panel of a map file, which has no page around it.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  const fold = (text) => text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);

  ParkAtlas.addPanel = (atlas, said) => {
    const parks = atlas.payload.parks;
    const state = { district: new Set(), sector: new Set(), words: [], park: null };

    const matches = {
      district: (i) => state.district.size === 0 || state.district.has(parks[i].district),
      sector: (i) => state.sector.size === 0 || parks[i].sectors.some((id) => state.sector.has(id)),
      words: (i) => {
        const text = `${said.search.parks[i]}\n${said.search.rows[said.parks[i][0]]}`;
        return state.words.every((word) => text.includes(word));
      },
    };
    const isShown = (i, except) =>
      Object.keys(matches).every((field) => field === except || matches[field](i));

    const bar = element("form", "bar");
    bar.addEventListener("submit", (event) => event.preventDefault());
    const search = element("input", "search");
    search.type = "search";
    const clear = element("button", "", "");
    clear.type = "button";
    const count = element("output", "count");
    const panel = element("aside", "park-panel");
    panel.hidden = true;

    const boxes = [];
    const addChoices = (field, values, name, of) => {
      const box = element("details", "choices");
      const title = element("summary");
      const list = element("div", "options");
      const rows = values.map((value) => {
        const label = element("label");
        const input = element("input");
        input.type = "checkbox";
        const text = element("span");
        const number = element("span", "count");
        input.addEventListener("change", () => {
          state[field][input.checked ? "add" : "delete"](value);
          apply();
        });
        label.append(input, text, number);
        list.append(label);
        return { value, input, text, number };
      });
      box.append(title, list);
      boxes.push(() => {
        const chosen = [...state[field]].map(name);
        title.textContent = `${atlas.text(field)}: ${chosen.join(" / ") || atlas.text("all")}`;
        rows.forEach((row) => {
          const total = parks.filter((park, i) => isShown(i, field) && of(park).includes(row.value)).length;
          row.input.checked = state[field].has(row.value);
          row.text.textContent = name(row.value);
          row.number.textContent = total;
        });
      });
      bar.append(box);
    };

    bar.append(search);
    const districts = [...new Set(parks.map((park) => park.district))].filter(Boolean);
    addChoices("district", districts, (name) => atlas.districtName(name), (park) => [park.district]);
    const sectors = atlas.payload.sectors.map((sector) => sector.id);
    addChoices("sector", sectors, (id) => atlas.sectorName(id), (park) => park.sectors);
    const languages = element("select", "language");
    ["zh", "en"].forEach((code) => {
      const option = element("option", "", code === "zh" ? "中文" : "English");
      option.value = code;
      option.selected = code === atlas.language;
      languages.append(option);
    });
    languages.addEventListener("change", () => {
      atlas.setLanguage(languages.value);
      apply();
      open(state.park);
    });
    bar.append(clear, languages, count);
    document.body.prepend(bar);
    document.body.append(panel);
    document.body.classList.add("standalone");
    atlas.map.invalidateSize();

    const apply = () => {
      const chosen = parks.map((_, i) => isShown(i));
      atlas.show(chosen, [...state.sector]);
      boxes.forEach((fill) => fill());
      count.textContent = atlas
        .text("count")
        .replace("{shown}", chosen.filter(Boolean).length)
        .replace("{total}", parks.length);
    };
    atlas.follow(() => {
      search.placeholder = atlas.text("search");
      search.setAttribute("aria-label", atlas.text("search"));
      clear.textContent = atlas.text("clear");
    });
    search.addEventListener("input", () => {
      state.words = fold(search.value);
      apply();
    });
    clear.addEventListener("click", () => {
      state.district.clear();
      state.sector.clear();
      state.words = [];
      search.value = "";
      apply();
    });

    const highlight = (row) => {
      const text = element("p", "direction");
      let at = 0;
      [...row.spans].sort((a, b) => a[0] - b[0]).forEach(([start, end, id, role]) => {
        // Python counts characters, this language half-characters: count as Python does.
        if (start < at) return; // the same words can name two sectors; mark them once
        text.append(row.letters.slice(at, start).join(""));
        const mark = element("mark", role, row.letters.slice(start, end).join(""));
        mark.title = atlas.sectorName(id);
        text.append(mark);
        at = end;
      });
      text.append(row.letters.slice(at).join(""));
      return text;
    };
    const section = (title, ...content) => {
      const node = element("section");
      node.append(element("h3", "", title), ...content);
      return node;
    };
    const open = (id) => {
      state.park = id;
      atlas.select(id);
      const index = parks.findIndex((park) => park.id === id);
      panel.hidden = index < 0;
      if (index < 0) return;
      const park = parks[index];
      const [position, source, noteZh, noteEn] = said.parks[index];
      const row = said.rows[position];
      row.letters = row.letters || Array.from(row.direction);
      const close = element("button", "close", "×");
      close.type = "button";
      close.setAttribute("aria-label", atlas.text("close"));
      close.addEventListener("click", () => open(null));
      const policies = element("ul");
      row.policies.forEach((policy) => policies.append(element("li", "", policy)));
      panel.replaceChildren(
        close,
        element("h2", "", park.name),
        element("p", "", [atlas.districtName(park.district), park.zone].filter(Boolean).join(" · ")),
        section(atlas.text("direction"), highlight(row)),
        section(atlas.text("policies"), policies),
        section(
          atlas.text("place"),
          element("p", "", atlas.text(`precision-${park.precision}`)),
          element("p", "quiet", atlas.language === "en" ? noteEn : noteZh),
          element("p", "quiet", source)
        ),
        element("p", "quiet", atlas.text("row").replace("{seq}", row.seq))
      );
    };
    atlas.on((event) => event.kind === "select" && open(event.park));
    atlas.map.on("click", () => open(null));
    document.addEventListener("keydown", (event) => event.key === "Escape" && open(null));
    apply();
  };
})();
