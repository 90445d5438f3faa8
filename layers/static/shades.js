// The number by which a district is shaded, in classes with round bounds; none at all
// is a class of its own.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const CLASSES = 5;
  const SECTOR = "sector:";

  // The least round step of which five reach the greatest value.
  const chooseStep = (most, least) => {
    const power = 10 ** Math.floor(Math.log10(most / CLASSES));
    const rounded = [1, 2, 5, 10].map((digit) => Number((digit * power).toPrecision(1)));
    return Math.max(least, rounded.find((step) => step * CLASSES >= most * (1 - 1e-9)));
  };

  // For each park the number of its row's district, one beyond the last if none has it.
  const numberDistricts = (atlas, names) => {
    const numbers = new Map(names.map((name, number) => [name, number]));
    const numberOf = ({ district }) => (numbers.has(district) ? numbers.get(district) : names.length);
    atlas.districtNumbers = atlas.districtNumbers || Uint16Array.from(atlas.payload.parks, numberOf);
    return atlas.districtNumbers;
  };

  // The parks that the filter keeps, with a place or without, by their row's district.
  const countParks = (atlas, counts) => {
    const names = atlas.districts.map(({ feature }) => feature.properties.name);
    const numbers = numberDistricts(atlas, names);
    const totals = new Uint32Array(names.length + 1);
    atlas.payload.parks.forEach((park, index) => {
      if (atlas.chosen[index] && counts(park)) totals[numbers[index]] += 1;
    });
    return new Map(names.map((name, number) => [name, totals[number]]));
  };

  // Percent of each district inside the extents of zones that have a park shown.
  const shareArea = (atlas) => {
    const { districts, pieces } = atlas.coverage;
    const shown = atlas.findZones();
    return new Map(
      Object.entries(districts).map(([name, hectares]) => {
        const inside = (pieces[name] || [])
          .filter(([, zones]) => zones.some((zone) => shown.has(zone)))
          .reduce((sum, [size]) => sum + size, 0);
        return [name, (100 * inside) / hectares];
      })
    );
  };

  const measure = (atlas, shade) => {
    if (shade === "count") return { values: countParks(atlas, () => true), unit: "", least: 1 };
    if (shade === "area") return { values: shareArea(atlas), unit: " %", least: 0 };
    const id = shade.slice(SECTOR.length);
    return { values: countParks(atlas, (park) => park.sectors.includes(id)), unit: "", least: 1 };
  };

  const round = (value) => Number(value.toPrecision(3));

  const listClasses = (values, step, unit, isWhole, atlas) => {
    const levels = [...values.values()].map((value) => Math.ceil(value / step - 1e-9));
    const top = Math.max(0, ...levels);
    return Array.from({ length: top + 1 }, (_, level) => {
      const number = levels.filter((each) => each === level).length;
      const [from, to] = [round(step * (level - 1)), round(step * level)];
      const span = isWhole ? [from + 1, to] : [from, to];
      const text = level === 0 ? `0${unit}` : span[0] === span[1] ? `${to}` : `${span[0]}–${to}${unit}`;
      return { level, text, number: atlas.text("districts-count", { count: number }) };
    });
  };

  const nameShade = (atlas, shade) => {
    const kind = shade.startsWith(SECTOR) ? "sector" : shade;
    const sector = kind === "sector" ? `: ${atlas.sectorName(shade.slice(SECTOR.length))}` : "";
    return { title: atlas.text(`shade-${kind}`) + sector, explanation: kind === "area" ? atlas.text("shade-area-why") : "" };
  };

  const sameName = (text) => text.normalize("NFKC").toLowerCase().split(/\s+/).join(" ").trim();

  // A shade as a link says it, which may name its sector; as it is where it means nothing.
  ParkAtlas.readShade = (atlas, text) => {
    if (!text.startsWith(SECTOR)) return text;
    const said = sameName(text.slice(SECTOR.length));
    const found = atlas.payload.sectors.find((sector) => [sector.id, sector.name_zh, sector.name_en].some((name) => sameName(name) === said));
    return found ? SECTOR + found.id : text;
  };

  // Whether a shade means something on this map.
  ParkAtlas.isShade = (atlas, shade) =>
    shade.startsWith(SECTOR)
      ? atlas.sectors.has(shade.slice(SECTOR.length))
      : shade !== "sector" && atlas.payload.shades.includes(shade) && (shade !== "area" || Boolean(atlas.coverage));

  // The present shading, or null while districts are plain.
  ParkAtlas.shadeDistricts = (atlas) => {
    if (atlas.shade === "plain") return null;
    const { values, unit, least } = measure(atlas, atlas.shade);
    const most = Math.max(0, ...values.values());
    const step = most > 0 ? chooseStep(most, least) : 1;
    return {
      ...nameShade(atlas, atlas.shade),
      values,
      levelOf: (value) => (value === undefined ? null : Math.ceil(value / step - 1e-9)),
      say: (value) => (value === undefined ? "" : `${unit ? value.toFixed(1) : value}${unit}`),
      classes: () => listClasses(values, step, unit, least === 1, atlas),
    };
  };
})();
