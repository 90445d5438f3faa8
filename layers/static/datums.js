// Where a place of WGS 84 lies on a basemap of another datum, and back again. The same
// formulas stand, with their sources, in geodata/datums.py: a test holds both to 0.01 m.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // Krasovsky 1940, in metres; west, south, east, north in degrees.
  const SEMI_MAJOR_AXIS = 6378245.0;
  const ECCENTRICITY_SQUARED = 0.00669342162296594323;
  const CHINA_BOX = [72.004, 0.8293, 137.8347, 55.8271];
  const EDGE_WIDTH = 0.05;

  const CONVERGED_DEGREES = 1e-12;
  const MOST_STEPS = 60;
  const DEGREE = Math.PI / 180;

  // Sine waves (metres, half-waves a degree), of which GCJ-02 takes 2/3.
  const addWaves = (degrees, waves) =>
    (waves.reduce((sum, [metres, frequency]) => sum + metres * Math.sin(frequency * Math.PI * degrees), 0) * 2) / 3;

  const measureEast = (x, y) =>
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) +
    addWaves(x, [[20, 6], [20, 2], [20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30]]);

  const measureNorth = (x, y) =>
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) +
    addWaves(x, [[20, 6], [20, 2]]) + addWaves(y, [[20, 1], [40, 1 / 3], [160, 1 / 12], [320, 1 / 30]]);

  // 1 inside China's box, 0 outside, and a slope between along its edge.
  const shareOfShift = (lon, lat) => {
    const [west, south, east, north] = CHINA_BOX;
    const depth = Math.min(lon - west, east - lon, lat - south, north - lat);
    return Math.min(Math.max(depth / EDGE_WIDTH, 0), 1);
  };

  // GCJ-02's shift at a place of WGS 84, east and north in degrees.
  const shiftGcj02 = (lon, lat) => {
    const share = shareOfShift(lon, lat);
    if (!share) return [0, 0];
    const [x, y] = [lon - 105, lat - 35];
    const squash = 1 - ECCENTRICITY_SQUARED * Math.sin(lat * DEGREE) ** 2;
    const transverse = SEMI_MAJOR_AXIS / Math.sqrt(squash);
    const meridian = (transverse * (1 - ECCENTRICITY_SQUARED)) / squash;
    const parallel = transverse * Math.cos(lat * DEGREE);
    return [(share * measureEast(x, y)) / parallel / DEGREE, (share * measureNorth(x, y)) / meridian / DEGREE];
  };

  const shiftNothing = () => [0, 0];

  // CGCS2000 and WGS 84 are taken as one: they lie less than a metre apart.
  const SHIFTS = { "WGS-84": shiftNothing, CGCS2000: shiftNothing, "GCJ-02": shiftGcj02 };

  // From WGS 84: [lon, lat] of the datum.
  ParkAtlas.toDatum = (datum, lon, lat) => {
    const [east, north] = SHIFTS[datum](lon, lat);
    return [lon + east, lat + north];
  };

  // To WGS 84: the place whose own shift leads here, found step by step.
  ParkAtlas.fromDatum = (datum, lon, lat) => {
    let found = [lon, lat];
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const [east, north] = SHIFTS[datum](...found);
      const next = [lon - east, lat - north];
      const moved = Math.max(Math.abs(next[0] - found[0]), Math.abs(next[1] - found[1]));
      found = next;
      if (moved <= CONVERGED_DEGREES) break;
    }
    return found;
  };
})();
