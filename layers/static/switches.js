// The box of layers, of what their look says, and of basemaps; and what is said of the
// basemap's datum.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const { element } = ParkAtlas;

  const makeOption = (atlas, type, say, change) => {
    const label = element("label");
    const input = element("input");
    Object.assign(input, { type, name: type });
    input.addEventListener("change", () => change(input.checked));
    const text = element("span");
    atlas.follow(() => {
      text.textContent = say();
    });
    label.append(input, text);
    return { label, input };
  };

  // A button that shows what a switch is about; a screen reader hears it anyway.
  const makeExplanation = (atlas, id, say) => {
    const button = element("button", "why", "?");
    const text = element("p", "quiet");
    Object.assign(text, { id, hidden: true });
    button.type = "button";
    button.setAttribute("aria-controls", id);
    const show = (isShown) => {
      text.hidden = !isShown;
      button.setAttribute("aria-expanded", String(isShown));
    };
    button.addEventListener("click", () => show(text.hidden));
    show(false);
    atlas.follow(() => {
      text.textContent = say();
      button.title = text.textContent;
      button.setAttribute("aria-label", atlas.text("explain"));
    });
    return { button, text };
  };

  const makeSwitch = (atlas, id) => {
    const row = element("div", "switch");
    const { label, input } = makeOption(atlas, "checkbox", () => atlas.text(`layer-${id}`), (isOn) => atlas.switchLayer(id, isOn));
    const { button, text } = makeExplanation(atlas, `why-${id}`, () => atlas.text(`layer-${id}-why`));
    input.setAttribute("aria-describedby", text.id);
    row.append(label, button, text);
    const fill = () => {
      input.checked = atlas.isOn(id);
    };
    fill();
    atlas.on(({ kind }) => kind === "look" && fill());
    return row;
  };

  // A list to choose from; its options are written anew in each language.
  const makeChoice = (atlas, { title, options, read, choose, explain }) => {
    const row = element("div", "choice-of");
    const label = element("label");
    const text = element("span");
    const select = element("select");
    const why = element("p", "quiet");
    label.append(text, select);
    row.append(label, why);
    const fill = () => {
      select.value = read();
      why.textContent = explain();
      why.hidden = !why.textContent;
    };
    atlas.follow(() => {
      text.textContent = atlas.text(title);
      select.replaceChildren(
        ...options().map(([value, name]) => {
          const option = element("option", "", name);
          option.value = value;
          return option;
        })
      );
      fill();
    });
    select.addEventListener("change", () => choose(select.value));
    atlas.on(({ kind }) => kind === "look" && fill());
    return { row, select };
  };

  const chooseShade = (atlas) => {
    const kindOf = (shade) => (shade.startsWith("sector:") ? "sector" : shade);
    const sectors = atlas.payload.sectors.map(({ id }) => id);
    const offered = atlas.payload.shades.filter((id) => (id === "sector" ? sectors.length : ParkAtlas.isShade(atlas, id)));
    const sector = makeChoice(atlas, {
      title: "shade-of-sector",
      options: () => sectors.map((id) => [id, atlas.sectorName(id)]),
      read: () => atlas.shade.split(":")[1] || sectors[0] || "",
      choose: (id) => atlas.chooseShade(`sector:${id}`),
      explain: () => "",
    });
    const shade = makeChoice(atlas, {
      title: "shade",
      options: () => offered.map((id) => [id, atlas.text(`shade-${id}`)]),
      read: () => kindOf(atlas.shade),
      choose: (kind) => atlas.chooseShade(kind === "sector" ? `sector:${sector.select.value}` : kind),
      explain: () => (atlas.shade === "plain" ? "" : atlas.text(`shade-${kindOf(atlas.shade)}-why`)),
    });
    const follow = () => {
      sector.row.hidden = kindOf(atlas.shade) !== "sector";
    };
    follow();
    atlas.on(({ kind }) => kind === "look" && follow());
    return [shade.row, sector.row];
  };

  const chooseColour = (atlas) =>
    makeChoice(atlas, {
      title: "colour-of-parks",
      options: () => atlas.colours.ids.map((id) => [id, atlas.text(`colour-${id}`)]),
      read: () => atlas.colours.id,
      choose: (id) => atlas.chooseColour(id),
      explain: () => "",
    }).row;

  const chooseSize = (atlas) => {
    const columns = atlas.sizes.quantities.map(({ heading }) => [heading, heading]);
    if (!columns.length) return [];
    const { row } = makeChoice(atlas, {
      title: "size-of-parks",
      options: () => [["", atlas.text("size-fixed")], ...columns],
      read: () => atlas.sizes.id,
      choose: (heading) => atlas.chooseSize(heading),
      explain: () => (atlas.sizes.chosen ? atlas.text("size-why") : ""),
    });
    return [row];
  };

  const addLayers = (atlas, box) => {
    const below = { districts: chooseShade(atlas), parks: [chooseColour(atlas), ...chooseSize(atlas)] };
    [...atlas.layers.keys()].reverse().forEach((id) => {
      box.append(makeSwitch(atlas, id), ...(below[id] || []));
    });
  };

  const addGrounds = (atlas, box) => {
    const choices = [["", () => atlas.text("no-basemap")], ...atlas.grounds.offered.map((it) => [it.id, () => atlas.named(it)])];
    const rows = choices.map(([id, say]) => ({ id, ...makeOption(atlas, "radio", say, () => atlas.grounds.choose(id)) }));
    const fill = () =>
      rows.forEach(({ id, input }) => {
        input.checked = id === atlas.grounds.id;
      });
    box.append(...rows.map(({ label }) => label));
    fill();
    atlas.on(({ kind }) => kind === "look" && fill());
  };

  // What is said of the basemap stands on the map, whether the box is open or not; what is
  // spoken of a change must be there before it.
  const addNotice = (atlas, role, className) => {
    const container = atlas.map.getContainer();
    const notices = container.querySelector(".notices") || container.appendChild(element("div", "notices"));
    const place = element("div");
    const notice = element("p", `panel ${className}`);
    place.setAttribute("role", role);
    place.append(notice);
    notices.append(place);
    return notice;
  };

  ParkAtlas.addSwitches = (atlas) => {
    const box = element("details", "panel switches");
    const title = element("summary");
    const [layers, grounds] = [element("fieldset"), element("fieldset")];
    const notice = addNotice(atlas, "status", "failure");
    atlas.grounds = new ParkAtlas.Grounds(atlas, notice);
    atlas.follow(() => {
      title.textContent = atlas.text("layers");
      layers.setAttribute("aria-label", atlas.text("layers"));
      grounds.setAttribute("aria-label", atlas.text("basemaps"));
    });
    addLayers(atlas, layers);
    addGrounds(atlas, grounds);
    box.append(title, layers, grounds);
    ParkAtlas.place(atlas, "topright", box);
  };

  // Whoever reads a place off a basemap of another datum must know which it is.
  ParkAtlas.addDatumNote = (atlas) => {
    const note = addNotice(atlas, "note", "datum");
    const fill = () => {
      note.hidden = atlas.datum === "WGS-84";
      note.textContent = note.hidden ? "" : atlas.text(`datum-${atlas.datum}`);
    };
    atlas.follow(fill);
    atlas.on((event) => event.kind === "datum" && fill());
  };
})();
