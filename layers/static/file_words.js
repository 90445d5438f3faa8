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
