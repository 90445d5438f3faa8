// The filter of a map file in words.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const OPTIONS = ["district", "zone", "sector", "policy", "precision"];

  // Parks that are named one by one.
  const MOST_NAMED = 3;

  const join = (atlas, option, filter) => {
    const names = [...filter[option]].map((value) => ParkAtlas.nameValue(atlas, option, value));
    const isAll = option === "sector" && filter.match === "all";
    return names.join(atlas.text(isAll ? "file-and" : "file-or"));
  };

  ParkAtlas.nameShape = (atlas, { kind, metres }) => {
    if (kind !== "circle") return atlas.text("file-polygon");
    const number = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 }).format(metres);
    return atlas.text("file-circle", { metres: number });
  };

  // Parks picked one by one, by name if they are few.
  ParkAtlas.namePicks = (atlas, filter) => {
    const { size } = filter.id;
    if (size > MOST_NAMED) return atlas.text("file-picked", { count: size });
    return join(atlas, "id", filter);
  };

  // What the options of a link are called, where that is no text of their own name.
  const CALLED = {
    role: "file-role", match: "file-match", bbox: "file-box", within: "file-polygon", id: "file-park", park: "file-park",
    colour: "colour-of-parks", size: "size-of-parks", basemap: "basemaps", at: "file-view",
  };
  const LONGEST = 24;

  // Which values of a link, each [option, text], were not understood; the app says the same.
  ParkAtlas.sayLeftOut = (atlas, left) => {
    if (!left.length) return "";
    const cut = (text) => (text.length > LONGEST ? `${[...text].slice(0, LONGEST).join("")}…` : text);
    const named = left.slice(0, MOST_NAMED).map(([option, text]) => `${atlas.text(CALLED[option] || option)} “${cut(text)}”`);
    const values = named.join(atlas.language === "en" ? ", " : "、");
    const count = left.length - named.length;
    return atlas.text("file-left-out", { values: count ? atlas.text("file-more", { count, values }) : values });
  };

  // What each chosen option says, and how many parks are left.
  ParkAtlas.sayFileFilter = (atlas, filter, shown) => {
    const said = OPTIONS.map((option) => {
      const words = join(atlas, option, filter);
      const isNarrowed = option === "sector" && words && filter.role !== "any";
      return isNarrowed ? `${words} (${atlas.text(`file-role-${filter.role}`)})` : words;
    });
    if (filter.q) said.push(`“${filter.q}”`);
    if (filter.bbox) said.push(atlas.text("file-box"));
    said.push(filter.within.map((shape) => ParkAtlas.nameShape(atlas, shape)).join(atlas.text("file-or")));
    said.push(ParkAtlas.namePicks(atlas, filter));
    const counted = atlas.text("count", { shown, total: filter.parks.length });
    return [...said.filter(Boolean), counted].join(" · ");
  };
})();
