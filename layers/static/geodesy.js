// Distances, areas and circles on the ellipsoid of WGS 84, by GeographicLib (Karney), which
// is asked for when it is first needed. Positions are { lon, lat } in WGS 84.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const LIBRARY = "/assets/geographiclib-geodesic/geographiclib-geodesic.min.js";

  // A circle of so many corners leaves the true one by a two-thousandth of its radius.
  const CORNERS = 96;

  // A leg is drawn in pieces of at most so many metres, since a geodesic is no straight line.
  const PIECE_METRES = 20000;
  const MOST_PIECES = 100;

  const ellipsoid = () => window.geodesic.Geodesic.WGS84;

  // Longitudes that run on over the date line: -179.5 beside 179.5 would be drawn a world off.
  const runningOn = () => window.geodesic.Geodesic.STANDARD | window.geodesic.Geodesic.LONG_UNROLL;
  const take = ({ lon2, lat2 }) => ({ lon: lon2, lat: lat2 });

  // Settles once distances can be measured.
  ParkAtlas.loadGeodesy = () => ParkAtlas.load(LIBRARY);

  ParkAtlas.measureLeg = (from, to) => ellipsoid().Inverse(from.lat, from.lon, to.lat, to.lon).s12;

  // How far it is and in which direction it begins: degrees clockwise from north.
  ParkAtlas.aim = (from, to) => {
    const { s12, azi1 } = ellipsoid().Inverse(from.lat, from.lon, to.lat, to.lon);
    return { metres: s12, azimuth: azi1 };
  };

  // Square metres and the perimeter of an outline that is closed back to its first corner.
  ParkAtlas.measureArea = (corners) => {
    const polygon = ellipsoid().Polygon(false);
    corners.forEach(({ lon, lat }) => polygon.AddPoint(lat, lon));
    const { area, perimeter } = polygon.Compute(false, true);
    return { area: Math.abs(area), perimeter };
  };

  ParkAtlas.outlineCircle = ({ lon, lat }, metres) =>
    Array.from({ length: CORNERS }, (_, i) =>
      take(ellipsoid().Direct(lat, lon, (i * 360) / CORNERS, metres, runningOn()))
    );

  // The geodesic between two positions, with both of them.
  ParkAtlas.traceLeg = (from, to) => {
    const line = ellipsoid().InverseLine(from.lat, from.lon, to.lat, to.lon);
    const pieces = Math.min(Math.ceil(line.s13 / PIECE_METRES) || 1, MOST_PIECES);
    return Array.from({ length: pieces + 1 }, (_, i) => take(line.Position((line.s13 * i) / pieces, runningOn())));
  };
})();
