// What is printed of the map: a sheet as a saved picture has it, in the map's place.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // A page of A4 without its margins, and with room below for the browser's own line.
  const LEAST_MARGIN = 28;
  const SHARE = 0.9;

  // The tiles that are on the screen, as far as they reach: printing does not wait.
  const photographScreen = (atlas, frame) => {
    const { scale } = new ParkAtlas.SheetView(atlas.map, frame);
    const [width, height] = [frame.width / scale, frame.height / scale];
    const size = atlas.map.getSize();
    return ParkAtlas.photographTiles(atlas.map.getContainer(), { x: (size.x - width) / 2, y: (size.y - height) / 2, width, height });
  };

  // Pixels of a picture of an edge for each unit of the sheet.
  const EDGE_SCALE = 3;

  const numberOf = (node, name) => Number(node.getAttribute(name)) || 0;

  // How far left of its place a text begins, by its anchor.
  const SHIFTS = { middle: 0.5, end: 1 };

  const strokeEdge = (edge, font, [left, drop, width, height]) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: width * EDGE_SCALE, height: height * EDGE_SCALE });
    const ctx = canvas.getContext("2d");
    ctx.scale(EDGE_SCALE, EDGE_SCALE);
    Object.assign(ctx, { font, lineJoin: "round", lineWidth: numberOf(edge, "stroke-width"), strokeStyle: edge.getAttribute("stroke") });
    ctx.strokeText(edge.textContent, left, drop);
    return canvas.toDataURL("image/png");
  };

  // The light edge of a name as a picture: browsers write whatever text they stroke into a
  // PDF as text, and then its names are found and copied with each letter twice.
  const paintEdge = (edge, family) => {
    const size = numberOf(edge, "font-size");
    const font = `${edge.getAttribute("font-weight") || 400} ${size}px ${family}`;
    const across = ParkAtlas.measureText(edge.textContent, font);
    const margin = numberOf(edge, "stroke-width");
    const [width, height, drop] = [across + 2 * margin, size * 1.6 + 2 * margin, size * 1.2 + margin].map(Math.ceil);
    const start = numberOf(edge, "x") - across * (SHIFTS[edge.getAttribute("text-anchor")] || 0);
    return ParkAtlas.makeSvg("image", {
      href: strokeEdge(edge, font, [margin, drop, width, height]),
      ...{ x: start - margin, y: numberOf(edge, "y") - drop, width, height },
      opacity: edge.getAttribute("stroke-opacity"),
      transform: edge.getAttribute("transform"),
    });
  };

  const draw = (atlas) => {
    const paper = ParkAtlas.sizePaper("A4", true);
    const size = { ...paper, down: paper.down * SHARE };
    const root = ParkAtlas.makeSheetNow(atlas, { size, title: "" }, (frame) => photographScreen(atlas, frame));
    const [width, height] = [size.across - 2 * LEAST_MARGIN, size.down - 2 * LEAST_MARGIN];
    root.setAttribute("viewBox", [LEAST_MARGIN, LEAST_MARGIN, width, height].map(ParkAtlas.shorten).join(" "));
    root.removeAttribute("width");
    root.removeAttribute("height");
    const family = root.getAttribute("font-family");
    root.querySelectorAll("text.halo").forEach((edge) => edge.replaceWith(paintEdge(edge, family)));
    return root;
  };

  ParkAtlas.addPrint = (atlas) => {
    const sheet = ParkAtlas.element("div", "print-sheet");
    document.body.append(sheet);
    const prepare = () => sheet.replaceChildren(draw(atlas));
    const put = () => sheet.replaceChildren();
    // It is the page around the map that is printed.
    [["beforeprint", prepare], ["afterprint", put]].forEach(([kind, act]) => {
      window.parent.addEventListener(kind, act);
      window.addEventListener("pagehide", () => window.parent.removeEventListener(kind, act));
    });
  };
})();
