// The parks nearest to a point, listed in the panel of a map file. What is said of their
// distances is what parks/nearest.py says: a test holds both to the same words.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  const MOST_LISTED = 10;
  // Distances that differ by less are equal: places are known to a tenth of a metre.
  const EVEN_METRES = 0.01;
  // To what a distance is rounded, by how well its park's place is known.
  const STEPS_METRES = { site: 10, near: 100, street: 1000, zone: 1000, district: 5000 };
  const ROUGH = new Set(["street", "zone", "district"]);
  const WINDS = 8;

  const stepOf = ({ precision }) => STEPS_METRES[precision] || STEPS_METRES.district;

  // The position of each park with its rank, metres and azimuth; nearest first.
  ParkAtlas.findNearest = (filter, chosen, at) => {
    ParkAtlas.loadGeodesy();
    const shown = filter.parks.flatMap((_, index) => (chosen[index] ? [index] : []));
    const placed = shown.filter((index) => filter.placeOf(index).lon !== null);
    const measured = placed.map((index) => ({ index, ...ParkAtlas.aim(at, filter.placeOf(index)) }));
    measured.sort((a, b) => a.metres - b.metres);
    const parks = measured.slice(0, MOST_LISTED);
    parks.forEach((park, i) => {
      const isFurther = !i || park.metres - parks[i - 1].metres >= EVEN_METRES;
      park.rank = isFurther ? i + 1 : parks[i - 1].rank;
    });
    const last = parks.length ? parks[parks.length - 1].metres : 0;
    const even = measured.slice(MOST_LISTED).filter(({ metres }) => metres - last < EVEN_METRES).length;
    return { parks, even, placeless: shown.length - placed.length };
  };

  const sayMetres = (atlas, metres) => {
    if (metres < 1000) return atlas.text("metres", { number: metres });
    const number = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 6 }).format(metres / 1000);
    return atlas.text("kilometres", { number });
  };

  // As exactly as the park's place is known, and no more.
  ParkAtlas.sayDistance = (atlas, park, metres) => {
    const step = stepOf(park);
    const rounded = Math.round(metres / step) * step;
    const say = (key, length) => atlas.text(key, { distance: sayMetres(atlas, length) });
    if (!rounded) return say("near-less", step);
    return step === STEPS_METRES.site ? sayMetres(atlas, rounded) : say("near-about", rounded);
  };

  // Nothing where that may be any direction.
  ParkAtlas.sayDirection = (atlas, park, { metres, azimuth }) =>
    metres < stepOf(park) ? "" : atlas.text(`wind-${Math.round(((azimuth + 360) % 360) / (360 / WINDS)) % WINDS}`);

  const listNotes = (atlas, { parks, even, placeless }, known) => [
    ...(parks.length ? [] : [atlas.text("near-none")]),
    atlas.text(known.some(({ precision }) => ROUGH.has(precision)) ? "near-rough" : "near-straight"),
    ...(even ? [atlas.text("near-even", { count: even })] : []),
    ...(placeless ? [atlas.text("near-placeless", { count: placeless })] : []),
  ];

  const makeRow = (atlas, park, found, open) => {
    const row = element("li");
    row.value = found.rank;
    const button = Object.assign(element("button", "link", park.name), { type: "button" });
    button.addEventListener("click", () => open(park.id));
    const far = [ParkAtlas.sayDistance(atlas, park, found.metres), ParkAtlas.sayDirection(atlas, park, found)];
    const where = [atlas.districtName(park.district), park.zone, atlas.text(`precision-name-${park.precision}`)];
    row.append(button, element("p", "far", far.filter(Boolean).join(" · ")), element("p", "quiet", where.filter(Boolean).join(" · ")));
    return row;
  };

  // What the panel holds: `open` shows a park, `close` ends the list.
  ParkAtlas.describeNearest = (atlas, filter, chosen, at, { open, close }) => {
    const found = ParkAtlas.findNearest(filter, chosen, at);
    const parks = found.parks.map(({ index }) => filter.parks[index]);
    const list = element("ol", "near-list");
    list.append(...parks.map((park, i) => makeRow(atlas, park, found.parks[i], open)));
    const where = `WGS 84: ${at.lon.toFixed(6)}, ${at.lat.toFixed(6)}`;
    return [
      ParkAtlas.makeClose(atlas, close),
      element("h2", "", atlas.text("near")),
      element("p", "quiet", atlas.text("near-from", { where })),
      list,
      ...listNotes(atlas, found, parks).map((note) => element("p", "quiet", note)),
    ];
  };
})();
