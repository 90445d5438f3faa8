// Which places lie in the shapes that a map file is filtered by. Texts and their meaning are
// those of parks/selection.py: a test holds both to the same parks.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const DECIMALS = 6;
  const RADIUS_DECIMALS = 2;
  const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

  // Half the distance between neighbouring numbers, three times and a bit (Shewchuk 1997).
  const DOUBTFUL = 4e-16;
  // Times this, a coordinate of more than a millimetre is a whole number.
  const WHOLE = 2 ** 80;

  // What is no number, such as an empty text, must not become 0.
  const readNumbers = (texts) => texts.map((text) => (NUMBER.test(text.trim()) ? Number(text) : NaN));

  // Adding zero makes of -0, which is written otherwise, 0.
  const round = (number, decimals) => Number(number.toFixed(decimals)) + 0;

  const takeCircle = (said) => {
    const [lon, lat, metres, ...more] = readNumbers(said.split(","));
    const centre = { lon: round(lon || 0, DECIMALS), lat: round(lat || 0, DECIMALS) };
    const isWhole = !more.length && [lon, lat, metres].every(Number.isFinite);
    if (!isWhole || ParkAtlas.findCircleFault(centre, metres)) return null;
    ParkAtlas.loadGeodesy();
    const radius = round(metres, RADIUS_DECIMALS);
    return { kind: "circle", centre, metres: radius, text: ParkAtlas.writeCircle(centre, radius) };
  };

  const isSame = (a, b) => a.lon === b.lon && a.lat === b.lat;

  const takePolygon = (said) => {
    const numbers = said.split(",").map((corner) => readNumbers(corner.trim().split(/\s+/)));
    if (!numbers.every((corner) => corner.length === 2 && corner.every(Number.isFinite))) return null;
    const corners = numbers.map(([lon, lat]) => ({ lon: round(lon, DECIMALS), lat: round(lat, DECIMALS) }));
    if (corners.length > 1 && isSame(corners[0], corners[corners.length - 1])) corners.pop();
    const different = corners.filter((corner, i) => !i || !isSame(corner, corners[i - 1]));
    if (ParkAtlas.findFault(different)) return null;
    return { kind: "polygon", corners: different, text: ParkAtlas.writePolygon(different) };
  };

  // The shape that a text of a link means, with its `text`; null if it means none.
  ParkAtlas.takeShape = (text) => {
    const [, kind, said] = /^\s*(\w+)\s*:(.*)$/s.exec(text.normalize("NFKC")) || [];
    const take = { circle: takeCircle, polygon: takePolygon }[String(kind).toLowerCase()];
    return take ? take(said) : null;
  };

  // West, south, east, north of a text; null if it means no box.
  ParkAtlas.takeBox = (text) => {
    const box = readNumbers(String(text).split(","));
    const [west, south, east, north] = box;
    const isOrdered = -180 <= west && west <= east && east <= 180 && -90 <= south && south <= north && north <= 90;
    return box.length === 4 && isOrdered ? box : null;
  };

  // The place of a text LON,LAT; null if it means none.
  ParkAtlas.takePoint = (text) => {
    const [lon, lat, ...more] = readNumbers(text.split(","));
    return !more.length && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : null;
  };

  const exact = ({ lon, lat }) => [lon, lat].map((degrees) => BigInt(Math.round(degrees * WHOLE)));

  const turnExactly = (a, b, c) => {
    const [[ax, ay], [bx, by], [cx, cy]] = [a, b, c].map(exact);
    const turn = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    return Number(turn > 0n) - Number(turn < 0n);
  };

  // On which side of the way from a to b c lies: 1 on the left, -1 on the right, 0 on it.
  const sideOf = (a, b, c) => {
    const left = (b.lon - a.lon) * (c.lat - a.lat);
    const right = (b.lat - a.lat) * (c.lon - a.lon);
    const isSure = Math.abs(left - right) > DOUBTFUL * (Math.abs(left) + Math.abs(right));
    return isSure ? Math.sign(left - right) : turnExactly(a, b, c);
  };

  const isBeside = (a, b, { lon, lat }) =>
    Math.min(a.lon, b.lon) <= lon && lon <= Math.max(a.lon, b.lon) && Math.min(a.lat, b.lat) <= lat && lat <= Math.max(a.lat, b.lat);

  // By the edges that a way due east crosses; what lies on an edge is inside.
  const isInPolygon = ({ corners }, place) => {
    let isInside = false;
    const isOnEdge = corners.some((a, i) => {
      const b = corners[(i + 1) % corners.length];
      if (isBeside(a, b, place) && sideOf(a, b, place) === 0) return true;
      const isPassed = a.lat > place.lat !== b.lat > place.lat;
      if (isPassed && b.lat > a.lat === sideOf(a, b, place) > 0) isInside = !isInside;
      return false;
    });
    return isOnEdge || isInside;
  };

  // Whether a shape has a place { lon, lat } in it or on its edge.
  ParkAtlas.holdsPlace = (shape, place) =>
    shape.kind === "circle" ? ParkAtlas.measureLeg(place, shape.centre) <= shape.metres : isInPolygon(shape, place);
})();
