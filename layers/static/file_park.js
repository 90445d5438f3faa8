// All that a map file says of a park, in a panel beside the map.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  // The direction with the words that name a sector marked.
  const highlight = (atlas, row) => {
    // Python counts characters, this language half-characters: count as Python does.
    const letters = Array.from(row.direction);
    const text = element("p", "direction");
    let at = 0;
    [...row.spans].sort((a, b) => a[0] - b[0]).forEach(([start, end, id, role]) => {
      if (start < at) return; // the same words can name two sectors; mark them once
      const mark = element("mark", role, letters.slice(start, end).join(""));
      mark.title = atlas.sectorName(id);
      text.append(letters.slice(at, start).join(""), mark);
      at = end;
    });
    text.append(letters.slice(at).join(""));
    return text;
  };

  const section = (title, ...content) => {
    const node = element("section");
    const said = content.filter((part) => part && part.childNodes.length);
    if (said.length) node.append(element("h3", "", title), ...said);
    return node;
  };

  const list = (texts) => {
    const node = element("ul");
    node.append(...texts.map((text) => element("li", "", text)));
    return node;
  };

  const nameSectors = (atlas, ids) => element("p", "", ids.map((id) => atlas.sectorName(id)).join(atlas.language === "en" ? ", " : "、"));

  const sayPlace = (atlas, park, [, source, noteZh, noteEn]) => [
    element("p", "", atlas.text(`precision-${park.precision}`)),
    element("p", "quiet", atlas.language === "en" ? noteEn : noteZh),
    park.lat === null ? null : element("p", "quiet", `${park.lon.toFixed(6)}, ${park.lat.toFixed(6)} (WGS 84)`),
    element("p", "quiet", source),
  ];

  // The zone's other parks, each a way to its own panel.
  const listNeighbours = (parks, park, open) => {
    const others = parks.filter((other) => other !== park && park.zone && other.zone === park.zone && other.district === park.district);
    const node = element("ul");
    others.forEach((other) => {
      const button = Object.assign(element("button", "link", other.name), { type: "button" });
      button.addEventListener("click", () => open(other.id));
      const item = element("li");
      item.append(button);
      node.append(item);
    });
    return node;
  };

  ParkAtlas.makeClose = (atlas, act) => {
    const close = Object.assign(element("button", "close", "×"), { type: "button" });
    close.setAttribute("aria-label", atlas.text("close"));
    close.addEventListener("click", act);
    return close;
  };

  // What is said of the park at `index`; `open` shows another one, or none.
  ParkAtlas.describeInFile = (atlas, said, index, open) => {
    const { parks } = atlas.payload;
    const park = parks[index];
    const row = said.rows[said.parks[index][0]];
    const mentioned = park.sectors.filter((id) => !park.focus.includes(id));
    const extra = Object.entries(row.extra).map(([name, text]) => `${name}: ${text}`);
    return [
      ParkAtlas.makeClose(atlas, () => open(null)),
      element("h2", "", park.name),
      element("p", "", [atlas.districtName(park.district), park.zone].filter(Boolean).join(" · ")),
      section(atlas.text("file-focus"), nameSectors(atlas, park.focus)),
      section(atlas.text("file-mentioned"), nameSectors(atlas, mentioned)),
      section(atlas.text("direction"), highlight(atlas, row)),
      section(atlas.text("policies"), list(row.policies)),
      section(atlas.text("file-extra"), list(extra)),
      section(atlas.text("place"), ...sayPlace(atlas, park, said.parks[index])),
      section(atlas.text("file-neighbours"), listNeighbours(parks, park, open)),
      element("p", "quiet", atlas.text("row", { seq: String(row.seq) })),
    ];
  };
})();
