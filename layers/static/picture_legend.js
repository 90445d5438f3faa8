// The legend on a sheet: every entry that the map's own legend has, with its count.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const KEY = 20;
  const TITLE = { size: 11.5, lead: 18, weight: 600 };
  const ENTRY = { size: 11, lead: 14.5, weight: 400 };
  const GAP = 12;
  const BETWEEN = 5;

  const textOf = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");

  // A picture of the legend's: what drew it draws it again.
  const readKey = (node) => {
    if (!node) return null;
    if (node instanceof HTMLCanvasElement) {
      return node.draw || ((ctx) => ctx.drawImage(node, 0, 0, KEY, KEY));
    }
    const style = getComputedStyle(node);
    const [width, height] = [node.offsetWidth || KEY, node.offsetHeight || KEY];
    return (ctx) => {
      const line = Number.parseFloat(style.borderTopWidth) || 0;
      ctx.beginPath();
      ctx.rect((KEY - width) / 2 + line, (KEY - height) / 2 + line, width - 2 * line, height - 2 * line);
      ctx.fillStyle = style.backgroundColor;
      ctx.fill();
      if (!line) return;
      ctx.setLineDash(style.borderTopStyle === "dashed" ? [4, 3] : []);
      Object.assign(ctx, { strokeStyle: style.borderTopColor, lineWidth: line });
      ctx.stroke();
    };
  };

  const readEntry = (node, key = node.querySelector(".key, canvas, svg")) => ({
    kind: "entry",
    draw: readKey(key),
    // A disc that stands for a number has a width of its own.
    side: key && key.side,
    text: [...node.querySelectorAll("span:not(.key):not(.count)")].map(textOf).filter(Boolean).join(" "),
    count: textOf(node.querySelector(".count")),
  });

  // Titles and entries in the order of the map's legend, open or not.
  ParkAtlas.readLegend = (legend) => {
    const wasOpen = legend.open;
    legend.open = true;
    const rows = [...legend.querySelectorAll("h2, .entry")]
      .filter((node) => !node.closest("[hidden]"))
      .map((node) => (node.matches("h2") ? { kind: "title", text: textOf(node) } : readEntry(node)))
      .filter(({ text }) => text);
    legend.open = wasOpen;
    return rows.filter(({ kind }, i) => kind === "entry" || (rows[i + 1] && rows[i + 1].kind === "entry"));
  };

  const measure = (rows, width) =>
    rows.map((row, i) => {
      const look = row.kind === "title" ? TITLE : ENTRY;
      const wide = row.kind === "title" ? 0 : (row.side || KEY) + 4;
      const taken = wide + (row.count ? ParkAtlas.measureSheet(row.count, look) + 6 : 0);
      const lines = ParkAtlas.wrapText(row.text, width - taken, look);
      const above = row.kind === "title" && i ? BETWEEN : 0;
      return { ...row, look, lines, above, wide, height: above + Math.max(lines.length * look.lead, row.side || 0) + 1 };
    });

  // Break rows into columns of at most `height`; a title never ends one.
  const fillColumns = (rows, height) => {
    const columns = [[]];
    let filled = 0;
    rows.forEach((row, i) => {
      const next = row.kind === "title" && rows[i + 1] ? rows[i + 1].height : 0;
      if (filled + row.height + next > height && filled) {
        columns.push([]);
        filled = 0;
      }
      columns[columns.length - 1].push(row);
      filled += row.height;
    });
    return columns;
  };

  const sum = (rows) => rows.reduce((total, row) => total + row.height, 0);

  // The columns and what room they take, where a column may be `height` high.
  ParkAtlas.layOutLegend = (rows, width, height) => {
    const columns = fillColumns(measure(rows, width), height);
    return {
      columns,
      columnWidth: width,
      width: columns.length * (width + GAP) - GAP,
      height: Math.max(0, ...columns.map(sum)),
    };
  };

  // The lowest legend that fits `width` with columns of `columnWidth`.
  ParkAtlas.layOutAcross = (rows, columnWidth, width) => {
    const most = Math.max(1, Math.floor((width + GAP) / (columnWidth + GAP)));
    const own = (width + GAP) / most - GAP;
    const total = sum(measure(rows, own));
    for (let height = total / most; ; height += 8) {
      const laid = ParkAtlas.layOutLegend(rows, own, height);
      if (laid.columns.length <= most) return laid;
    }
  };

  // `scale` is how large the sheet draws symbols: room is kept for discs of full size.
  const drawRow = (sheet, row, x, y, width, scale) => {
    const left = x + row.wide;
    const lower = row.side ? Math.max(0, (row.side - row.lines.length * row.look.lead) / 2) : 0;
    const first = y + row.above + lower + row.look.lead * 0.75;
    if (row.draw) {
      const ctx = sheet.canvas();
      const side = row.side || KEY;
      ctx.translate(x + side / 2, first - row.look.size * 0.36);
      if (row.side) ctx.scale(scale, scale);
      ctx.translate(-side / 2, -side / 2);
      row.draw(ctx);
    }
    const colour = row.kind === "title" ? sheet.quiet : sheet.ink;
    row.lines.forEach((line, i) => sheet.write(line, left, first + i * row.look.lead, { ...row.look, colour }));
    if (row.count) sheet.write(row.count, x + width, first, { size: row.look.size, colour: sheet.quiet, anchor: "end", class: "count" });
  };

  ParkAtlas.drawLegend = (sheet, laid, x, y, scale) => {
    sheet.group("legend", () => {
      laid.columns.forEach((rows, i) => {
        let top = y;
        rows.forEach((row) => {
          drawRow(sheet, row, x + i * (laid.columnWidth + GAP), top, laid.columnWidth, scale);
          top += row.height;
        });
      });
    });
  };
})();
