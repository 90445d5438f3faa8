// The lists in the bar of a map file: what can be chosen, with the parks behind each.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  // What an option's value is called.
  const nameValue = (atlas, option, value) => {
    if (option === "district") return atlas.districtName(value);
    if (option === "sector") return atlas.sectorName(value);
    if (option === "precision") return atlas.text(`precision-${value}`);
    if (option === "policy") return `《${value}》`;
    if (option === "id") return (atlas.payload.parks.find((park) => park.id === value) || { name: value }).name;
    return value;
  };
  ParkAtlas.nameValue = nameValue;

  const makeRow = (filter, option, value, change) => {
    const label = element("label");
    const input = Object.assign(element("input"), { type: "checkbox" });
    const text = element("span");
    const number = element("span", "count");
    input.addEventListener("change", () => {
      filter.toggle(option, value);
      change();
    });
    label.append(input, text, number);
    return { value, label, input, text, number };
  };

  const fillRows = (atlas, filter, option, rows) => {
    const counts = filter.count(option);
    rows.forEach(({ value, label, input, text, number }) => {
      const count = counts.get(value) || 0;
      input.checked = filter[option].has(value);
      text.textContent = nameValue(atlas, option, value);
      number.textContent = count;
      label.classList.toggle("none", !count && !input.checked);
    });
  };

  // Close the lists that are open, but for one; false if none was.
  ParkAtlas.closeChoices = (but = null) => {
    const open = [...document.querySelectorAll(".bar .choices[open]")].filter((box) => box !== but);
    open.forEach((box) => {
      const isInside = box.contains(document.activeElement);
      box.open = false;
      if (isInside) box.querySelector("summary").focus();
    });
    return open.length > 0;
  };

  const makeBox = () => {
    const box = element("details", "choices");
    const title = element("summary");
    const options = element("div", "options");
    box.append(title, options);
    // They lie over one another.
    box.addEventListener("toggle", () => box.open && ParkAtlas.closeChoices(box));
    return { box, title, options };
  };

  // A list of an option's values; gives the box and what fills it anew.
  ParkAtlas.makeChoices = (atlas, filter, option, change) => {
    const { box, title, options } = makeBox();
    const rows = filter.list(option).map((value) => makeRow(filter, option, value, change));
    options.append(...rows.map(({ label }) => label));
    box.hidden = !rows.length;
    const fill = () => {
      const chosen = [...filter[option]].map((value) => nameValue(atlas, option, value));
      title.textContent = `${atlas.text(option)}: ${chosen.join(" / ") || atlas.text("all")}`;
      fillRows(atlas, filter, option, rows);
    };
    return { box, options, fill };
  };

  // One of a few words, as how a sector is taken up.
  ParkAtlas.makeSwitch = (atlas, filter, option, words, change) => {
    const label = element("label", "switch");
    const text = element("span");
    const select = element("select");
    words.forEach((word) => select.append(Object.assign(element("option"), { value: word })));
    label.append(text, select);
    select.addEventListener("change", () => {
      filter[option] = select.value;
      change();
    });
    const fill = () => {
      text.textContent = atlas.text(`file-${option}`);
      [...select.options].forEach((entry) => {
        entry.textContent = atlas.text(`file-${option}-${entry.value}`);
      });
      select.value = filter[option];
    };
    return { label, fill };
  };
})();
