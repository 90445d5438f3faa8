// Circles, polygons and boxes that parks are selected by: as texts of a link, and as
// outlines. Positions are { lon, lat } in WGS 84; parks/selection.py reads the same texts.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const DECIMALS = 6;
  const LARGEST_RADIUS_METRES = 500000;
  const MOST_CORNERS = 500;
  const LEAST_AREA = 1e-12;

  // Edges are straight in longitude and latitude: drawn in pieces of so many degrees.
  const PIECE_DEGREES = 0.25;

  const write = ({ lon, lat }) => `${lon.toFixed(DECIMALS)} ${lat.toFixed(DECIMALS)}`;

  ParkAtlas.writeCircle = ({ lon, lat }, metres) =>
    `circle:${lon.toFixed(DECIMALS)},${lat.toFixed(DECIMALS)},${Number(metres.toFixed(2))}`;
  ParkAtlas.writePolygon = (corners) => `polygon:${corners.map(write).join(",")}`;
  ParkAtlas.writeBox = (box) => box.map((degrees) => degrees.toFixed(DECIMALS)).join(",");

  // A shape of a text, or null for what is none.
  ParkAtlas.readShape = (text) => {
    const [kind, said = ""] = text.split(":");
    if (kind === "circle") {
      const [lon, lat, metres] = said.split(",").map(Number);
      return [lon, lat, metres].every(Number.isFinite) ? { kind, centre: { lon, lat }, metres } : null;
    }
    const corners = said.split(",").map((corner) => {
      const [lon, lat] = corner.trim().split(/\s+/).map(Number);
      return { lon, lat };
    });
    const isWhole = corners.length > 2 && corners.every(({ lon, lat }) => Number.isFinite(lon) && Number.isFinite(lat));
    return kind === "polygon" && isWhole ? { kind, corners } : null;
  };

  ParkAtlas.boxCorners = ([west, south, east, north]) => [
    { lon: west, lat: south },
    { lon: east, lat: south },
    { lon: east, lat: north },
    { lon: west, lat: north },
  ];

  // A box comes as text or as numbers.
  ParkAtlas.readBox = (box) => (typeof box === "string" ? box.split(",").map(Number) : box) || null;

  // The same places, their longitudes running on over the date line: each lies the shorter way
  // from the one before, the first from `about`.
  ParkAtlas.unroll = (places, about = places.length ? places[0].lon : 0) => {
    let before = about;
    return places.map(({ lon, lat }) => {
      before = lon + 360 * Math.round((before - lon) / 360);
      return { lon: before, lat };
    });
  };

  // Whether an outline runs over the date line, which no text can say of a polygon: its edges
  // are straight in longitude, and would run around the world. `drawn` are the longitudes it
  // was drawn at; of a typed one, each lies the shorter way from the one before.
  ParkAtlas.spansDateLine = (corners, drawn = ParkAtlas.unroll(corners).map(({ lon }) => lon)) =>
    corners.some(({ lon }, i) => Math.abs(drawn[i] - lon - (drawn[0] - corners[0].lon)) > 180);

  // Corners that stand apart to the last decimal of a text: whoever types or copies an outline
  // may close it with its first corner.
  ParkAtlas.dropRepeated = (corners) =>
    corners.filter((corner, i) => write(corner) !== write(corners[(i + 1) % corners.length]));

  const splitEdge = (from, to) => {
    const pieces = Math.ceil(Math.max(Math.abs(to.lon - from.lon), Math.abs(to.lat - from.lat)) / PIECE_DEGREES) || 1;
    return Array.from({ length: pieces }, (_, i) => ({
      lon: from.lon + ((to.lon - from.lon) * i) / pieces,
      lat: from.lat + ((to.lat - from.lat) * i) / pieces,
    }));
  };

  ParkAtlas.traceOutline = (corners) => corners.flatMap((corner, i) => splitEdge(corner, corners[(i + 1) % corners.length]));

  const side = (a, b, c) => Math.sign((b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon));
  const isBetween = (a, b, c) =>
    Math.min(a.lon, b.lon) <= c.lon && c.lon <= Math.max(a.lon, b.lon) && Math.min(a.lat, b.lat) <= c.lat && c.lat <= Math.max(a.lat, b.lat);
  const meet = (a, b, c, d) => {
    const sides = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
    if (sides[0] !== sides[1] && sides[2] !== sides[3]) return true;
    const ends = [[a, b, c], [a, b, d], [c, d, a], [c, d, b]];
    return ends.some(([from, to, end], i) => sides[i] === 0 && isBetween(from, to, end));
  };

  // Edges of one corner meet there; they cross only if one turns back onto the other.
  const turnsBack = (a, b, c) =>
    side(a, b, c) === 0 && (b.lon - a.lon) * (c.lon - b.lon) + (b.lat - a.lat) * (c.lat - b.lat) < 0;

  // Whether a closed outline meets itself.
  ParkAtlas.crossesItself = (corners) => {
    const n = corners.length;
    const at = (i) => corners[i % n];
    return corners.some((corner, i) => {
      if (turnsBack(corner, at(i + 1), at(i + 2))) return true;
      return corners.some((other, j) => j > i + 1 && !(i === 0 && j === n - 1) && meet(corner, at(i + 1), other, at(j + 1)));
    });
  };

  const doubleArea = (corners) => {
    const [first] = corners;
    return corners.reduce((sum, { lon, lat }, i) => {
      const next = corners[(i + 1) % corners.length];
      return sum + (lon - first.lon) * (next.lat - first.lat) - (next.lon - first.lon) * (lat - first.lat);
    }, 0);
  };

  const isOnEarth = ({ lon, lat }) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

  const isStraight = (corners) => corners.every((corner) => corners.every((other) => side(corners[0], corner, other) === 0));

  // The key of what is wrong with a polygon, or null.
  ParkAtlas.findFault = (corners) => {
    if (corners.length < 3) return "few-corners";
    if (corners.length > MOST_CORNERS) return "many-corners";
    if (!corners.every(isOnEarth)) return "off-earth";
    if (isStraight(corners)) return "no-area";
    if (ParkAtlas.crossesItself(corners)) return "crossing";
    return Math.abs(doubleArea(corners)) / 2 < LEAST_AREA ? "no-area" : null;
  };

  ParkAtlas.findCircleFault = (centre, metres) => {
    if (!isOnEarth(centre)) return "off-earth";
    return Number(metres.toFixed(2)) > 0 && metres <= LARGEST_RADIUS_METRES ? null : "radius-range";
  };
})();
