// Lays a sheet of paper out: title, filter, map, legend, scale, north, source and date.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // Millimetres; both are drawn as an A4 sheet and so have the same picture.
  const PAPERS = { A4: [297, 210], A3: [420, 297] };
  const PIXELS_A_MILLIMETRE = 96 / 25.4;
  const MARGIN = 34;
  const FONTS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', sans-serif";
  const LEGEND_WIDTH = 178;

  // The size of a sheet in millimetres, and in the units it is drawn in.
  ParkAtlas.sizePaper = (paper, isPortrait) => {
    const turn = ([long, short]) => (isPortrait ? { width: short, height: long } : { width: long, height: short });
    const drawn = turn(PAPERS.A4);
    return { ...turn(PAPERS[paper]), across: drawn.width * PIXELS_A_MILLIMETRE, down: drawn.height * PIXELS_A_MILLIMETRE };
  };

  ParkAtlas.measureSheet = (text, { size, weight = 400 }) => ParkAtlas.measureText(text, `${weight} ${size}px ${FONTS}`);

  // Break a text into lines: between words, or anywhere between Chinese characters.
  ParkAtlas.wrapText = (text, width, look) => {
    const isWide = (piece) => ParkAtlas.measureSheet(piece, look) > width;
    const parts = text.match(/[\u0021-\u024f]+\s?|\s|[^\u0021-\u024f]/gu) || [];
    const pieces = parts.flatMap((part) => (isWide(part) ? [...part] : [part]));
    const lines = [""];
    pieces.forEach((piece) => {
      const last = lines.length - 1;
      if (lines[last] && isWide((lines[last] + piece).trimEnd())) lines.push(piece.trimStart());
      else lines[last] += piece;
    });
    return lines.map((line) => line.trim()).filter(Boolean);
  };

  ParkAtlas.Sheet = class {
    constructor(size, title) {
      const { shorten } = ParkAtlas;
      this.size = size;
      this.ink = "#1d2b36";
      this.quiet = "#5a6a76";
      this.line = "#8fa0ad";
      this.root = ParkAtlas.makeSvg("svg", {
        xmlns: "http://www.w3.org/2000/svg",
        width: `${size.width}mm`,
        height: `${size.height}mm`,
        viewBox: `0 0 ${shorten(size.across)} ${shorten(size.down)}`,
        "font-family": FONTS,
        "font-size": 12,
      });
      this.root.append(ParkAtlas.makeSvg("title", {}, title));
      this.parent = this.root;
      this.box(0, 0, size.across, size.down, { fill: "#ffffff" });
    }

    canvas() {
      return new ParkAtlas.SvgCanvas(this.parent);
    }

    // What `draw` adds stands in a group with a name.
    group(name, draw, attributes = {}) {
      const outer = this.parent;
      this.parent = outer.appendChild(ParkAtlas.makeSvg("g", { id: name, ...attributes }));
      draw();
      this.parent = outer;
    }

    write(text, x, y, { size, weight, colour = this.ink, anchor, ...rest }) {
      const { shorten } = ParkAtlas;
      const attributes = { x: shorten(x), y: shorten(y), "font-size": size, "font-weight": weight === 400 ? null : weight };
      this.parent.append(ParkAtlas.makeSvg("text", { ...attributes, fill: colour, "text-anchor": anchor, ...rest }, text));
    }

    // Lines below one another; gives where the next would stand.
    writeLines(lines, x, y, look) {
      lines.forEach((line, i) => this.write(line, x, y + i * look.size * 1.45, look));
      return y + lines.length * look.size * 1.45;
    }

    box(x, y, width, height, attributes) {
      const { shorten } = ParkAtlas;
      const place = { x: shorten(x), y: shorten(y), width: shorten(width), height: shorten(height) };
      this.parent.append(ParkAtlas.makeSvg("rect", { ...place, ...attributes }));
    }
  };

  const TITLE = { size: 22, weight: 650 };
  const WORDS = { size: 13, weight: 400 };
  const SMALL = { size: 10, weight: 400 };

  const drawHead = (sheet, said, width) => {
    const title = ParkAtlas.wrapText(said.title, width, TITLE);
    const words = ParkAtlas.wrapText(said.filter, width, WORDS);
    const below = sheet.writeLines(title, MARGIN, MARGIN + 18, { ...TITLE, class: "title" });
    return sheet.writeLines(words, MARGIN, below - 6, { ...WORDS, colour: sheet.quiet, class: "filter" }) - 6;
  };

  // The lines at the foot, the last one on the lower margin; gives where they begin.
  const drawFoot = (sheet, said, width) => {
    const lines = said.foot.flatMap((text) => ParkAtlas.wrapText(text, width, SMALL));
    const top = sheet.size.down - MARGIN - (lines.length - 1) * SMALL.size * 1.45;
    sheet.group("foot", () => sheet.writeLines(lines, MARGIN, top, { ...SMALL, colour: sheet.quiet }));
    return top - SMALL.size * 1.45;
  };

  // Beside the map on a wide sheet, below it on a high one.
  const layOut = (sheet, rows, top, bottom) => {
    const { across, down } = sheet.size;
    const width = across - 2 * MARGIN;
    if (across > down) {
      const legend = ParkAtlas.layOutLegend(rows, LEGEND_WIDTH, bottom - top);
      const own = rows.length ? legend.width + 14 : 0;
      const at = [across - MARGIN - legend.width, top];
      return { legend, at, frame: { x: MARGIN, y: top, width: width - own, height: bottom - top } };
    }
    const legend = ParkAtlas.layOutAcross(rows, LEGEND_WIDTH, width);
    const height = bottom - top - (rows.length ? legend.height + 10 : 0);
    return { legend, at: [MARGIN, top + height + 8], frame: { x: MARGIN, y: top, width, height } };
  };

  const drawFrame = (sheet, frame, draw) => {
    const place = { x: frame.x, y: frame.y, width: frame.width, height: frame.height };
    const clip = ParkAtlas.makeSvg("clipPath", { id: "frame" });
    clip.append(ParkAtlas.makeSvg("rect", place));
    sheet.root.append(clip);
    sheet.group("map", draw, { "clip-path": "url(#frame)" });
    sheet.box(frame.x, frame.y, frame.width, frame.height, { fill: "none", stroke: sheet.line });
  };

  // Draw a sheet; `said` has title, filter, foot (a list of lines) and ground.
  ParkAtlas.drawSheet = (atlas, size, said, basemap) => {
    const sheet = new ParkAtlas.Sheet(size, said.title);
    const width = size.across - 2 * MARGIN;
    const top = drawHead(sheet, said, width);
    const bottom = drawFoot(sheet, said, width);
    const { legend, at, frame } = layOut(sheet, ParkAtlas.readLegend(atlas.legend), top, bottom);
    const view = new ParkAtlas.SheetView(atlas.map, frame);
    drawFrame(sheet, frame, () => {
      const ctx = sheet.canvas();
      ctx.fillStyle = said.ground;
      ctx.fillRect(frame.x, frame.y, frame.width, frame.height);
      if (basemap) ctx.drawImage(basemap, frame.x, frame.y, frame.width, frame.height);
      ParkAtlas.drawMap(ctx, view);
    });
    ParkAtlas.drawScale(sheet, view, frame);
    ParkAtlas.drawNorth(sheet, frame);
    ParkAtlas.noteOutside(sheet, view, atlas, frame);
    ParkAtlas.drawLegend(sheet, legend, ...at, view.size);
    return sheet.root;
  };

  // Where the map would lie on a sheet, to ask for the basemap before it is drawn.
  ParkAtlas.frameOnSheet = (atlas, size, said) => {
    const sheet = new ParkAtlas.Sheet(size, said.title);
    const width = size.across - 2 * MARGIN;
    const rows = ParkAtlas.readLegend(atlas.legend);
    return layOut(sheet, rows, drawHead(sheet, said, width), drawFoot(sheet, said, width)).frame;
  };
})();
