// The filter of a map file in words.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const OPTIONS = ["district", "zone", "sector", "policy", "precision", "id"];

  const join = (atlas, option, filter) => {
    const names = [...filter[option]].map((value) => ParkAtlas.nameValue(atlas, option, value));
    const isAll = option === "sector" && filter.match === "all";
    return names.join(atlas.text(isAll ? "file-and" : "file-or"));
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
    const counted = atlas.text("count").replace("{shown}", shown).replace("{total}", filter.parks.length);
    return [...said.filter(Boolean), counted].join(" · ");
  };
})();
