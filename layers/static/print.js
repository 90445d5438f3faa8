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

  const draw = (atlas) => {
    const paper = ParkAtlas.sizePaper("A4", true);
    const size = { ...paper, down: paper.down * SHARE };
    const root = ParkAtlas.makeSheetNow(atlas, { size, title: "" }, (frame) => photographScreen(atlas, frame));
    const [width, height] = [size.across - 2 * LEAST_MARGIN, size.down - 2 * LEAST_MARGIN];
    root.setAttribute("viewBox", [LEAST_MARGIN, LEAST_MARGIN, width, height].map(ParkAtlas.shorten).join(" "));
    root.removeAttribute("width");
    root.removeAttribute("height");
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
