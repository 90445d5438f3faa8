// Scale bar, north arrow and what lies outside, on a sheet's map.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // WGS 84, in metres; the tiles of the web are 256 pixels.
  const SEMI_MAJOR_AXIS = 6378137;
  const ECCENTRICITY_SQUARED = 0.00669437999014;
  const TILE = 256;

  // Metres on the ground of a pixel eastwards: the parallel's length, shared by the
  // pixels around the world at that zoom.
  ParkAtlas.metresAPixel = (lat, zoom) => {
    const angle = (lat * Math.PI) / 180;
    const transverse = SEMI_MAJOR_AXIS / Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(angle) ** 2);
    return (2 * Math.PI * transverse * Math.cos(angle)) / (TILE * 2 ** zoom);
  };

  // The greatest of 1, 2, 5, 10 … that is not above.
  ParkAtlas.roundDown = (number) => {
    const power = 10 ** Math.floor(Math.log10(number) + 1e-12);
    return [5, 2, 1].find((step) => step * power <= number * (1 + 1e-12)) * power;
  };

  // A shorter bar has no room for a number at its middle.
  const SHORT = 120;

  const nameLength = (metres) => (metres >= 1000 ? `${metres / 1000} km` : `${metres} m`);

  ParkAtlas.drawScale = (sheet, view, frame) => {
    const each = ParkAtlas.metresAPixel(view.map.getCenter().lat, view.zoom) / view.scale;
    const metres = ParkAtlas.roundDown(each * frame.width * 0.22);
    const length = metres / each;
    const [right, bottom] = [frame.x + frame.width - 14, frame.y + frame.height - 12];
    const [left, half] = [right - length, length / 2];
    sheet.group("scale", () => {
      sheet.box(left - 10, bottom - 24, length + 20, 32, { fill: "#ffffff", "fill-opacity": 0.85, rx: 3 });
      sheet.box(left, bottom - 4, length, 4, { fill: "#ffffff", stroke: sheet.ink, "stroke-width": 0.8, class: "bar" });
      sheet.box(left, bottom - 4, half, 4, { fill: sheet.ink });
      const look = { size: 10, anchor: "middle" };
      sheet.write("0", left, bottom - 9, look);
      if (length > SHORT) sheet.write(nameLength(metres / 2), left + half, bottom - 9, look);
      sheet.write(nameLength(metres), right, bottom - 9, { ...look, anchor: "end" });
    });
  };

  // The map of the web has north above, everywhere.
  ParkAtlas.drawNorth = (sheet, frame) => {
    const [x, y] = [frame.x + frame.width - 26, frame.y + 14];
    sheet.group("north", () => {
      const ctx = sheet.canvas();
      const wing = (side, colour) => {
        ctx.beginPath();
        ctx.moveTo(x, y + 12);
        ctx.lineTo(x + side * 8, y + 36);
        ctx.lineTo(x, y + 31);
        ctx.closePath();
        Object.assign(ctx, { fillStyle: colour, strokeStyle: sheet.ink, lineWidth: 0.8 });
        ctx.fill();
        ctx.stroke();
      };
      wing(-1, sheet.ink);
      wing(1, "#ffffff");
      sheet.write("N", x, y + 8, { size: 12, weight: 600, anchor: "middle" });
    });
  };

  // How many parks stand where the sheet does not reach: those in a pie stand at its middle.
  ParkAtlas.countOutsideSheet = (atlas, view) => {
    const isOutside = (layer) => !view.holds(view.place(layer.getLatLng()));
    const single = atlas.shownSymbols().filter((symbol) => !symbol.isInPie && isOutside(symbol)).length;
    return atlas.overlays.clusters.pies.filter(isOutside).reduce((sum, { symbols }) => sum + symbols.length, single);
  };

  // Parks that the filter shows and the sheet does not reach.
  ParkAtlas.noteOutside = (sheet, view, atlas, frame) => {
    const count = ParkAtlas.countOutsideSheet(atlas, view);
    if (!count) return;
    const text = atlas.text("picture-outside", { count });
    const width = ParkAtlas.measureSheet(text, { size: 11 }) + 16;
    sheet.group("outside", () => {
      sheet.box(frame.x + 8, frame.y + 8, width, 20, { fill: "#ffffff", "fill-opacity": 0.85, rx: 3 });
      sheet.write(text, frame.x + 16, frame.y + 22, { size: 11 });
    });
  };
})();
