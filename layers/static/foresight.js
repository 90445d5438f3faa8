// What a choice will show, worked out here as soon as it is made: the page's own answer takes
// a while, and stands when it comes.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // What only the page can look up.
  const NOT_HERE = ["policy", "q", "bbox", "within"];

  // The filter of a choice; null where the page has to say which parks that shows.
  ParkAtlas.foresee = (atlas, chosen) => {
    if (NOT_HERE.some((option) => (chosen[option] || []).length)) return null;
    // As they were corrected: the map was loaded without that.
    const parks = atlas.payload.parks.map((park, index) => (atlas.symbols[index] || { park }).park);
    const filter = new ParkAtlas.ParkFilter(parks, null);
    filter.take(chosen);
    return filter;
  };
})();
