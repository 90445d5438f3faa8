// Makes the picture that was asked for, from what the map shows.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const SEPARATOR = { zh: "；", en: "; " };

  // The day, as the language writes it.
  const writeDay = (atlas) => {
    const tag = atlas.language === "en" ? "en-GB" : "zh-CN";
    return new Intl.DateTimeFormat(tag, { dateStyle: "long" }).format(new Date());
  };

  const twoDigits = (number) => String(number).padStart(2, "0");

  const stampDay = () => {
    const now = new Date();
    return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("-");
  };

  const creditBasemap = ({ tiles, archive }) =>
    [...new Set((archive ? [archive] : tiles).map(({ options }) => options.attribution))].filter(Boolean).join(", ");

  const sayFoot = (atlas, basemapState) => {
    const { table, approval } = atlas.payload;
    const isOther = atlas.datum !== "WGS-84" && basemapState !== "left-out";
    return [
      [
        atlas.text("picture-source", { rows: table.rows, table: table.name }),
        atlas.text("picture-date", { date: writeDay(atlas) }),
      ].join(SEPARATOR[atlas.language]),
      [atlas.text("credit"), basemapState === "drawn" ? creditBasemap(atlas.basemap) : ""].filter(Boolean).join(SEPARATOR[atlas.language]),
      isOther ? atlas.text(`datum-${atlas.datum}`) : "",
      basemapState === "left-out" ? atlas.text("picture-no-basemap") : "",
      approval,
    ].filter(Boolean);
  };

  ParkAtlas.sayFilter = (atlas) => {
    if (atlas.foreseen) return ParkAtlas.sayFileFilter(atlas, atlas.foreseen, atlas.chosen.filter(Boolean).length);
    const told = atlas.wish && atlas.wish.filterWords;
    const counted = () => atlas.text("count", { shown: atlas.shownCount, total: atlas.payload.parks.length });
    return told || counted();
  };

  const groundOf = (atlas) => getComputedStyle(atlas.map.getContainer()).backgroundColor;

  const say = (atlas, title, basemapState) => ({
    title: title || atlas.payload.table.name,
    filter: ParkAtlas.sayFilter(atlas),
    foot: sayFoot(atlas, basemapState),
    ground: groundOf(atlas),
  });

  // Paper is white, whatever the screen is.
  const drawInLight = (draw) => {
    const wasDark = ParkAtlas.isDark;
    ParkAtlas.setDark(false);
    try {
      return draw();
    } finally {
      ParkAtlas.setDark(wasDark);
    }
  };

  const drawSheet = (atlas, { size, title }, state, picture) =>
    drawInLight(() => ParkAtlas.drawSheet(atlas, size, say(atlas, title, state), picture));

  // The part of the basemap that a sheet's frame shows, in pixels of the screen.
  const measureGround = (atlas, size, said) => {
    const frame = ParkAtlas.frameOnSheet(atlas, size, said);
    const { scale } = new ParkAtlas.SheetView(atlas.map, frame);
    return [frame.width / scale, frame.height / scale];
  };

  // The sheet as SVG; { root, isWhole }, not whole if the basemap had to be left out.
  ParkAtlas.makeSheet = async (atlas, wish) => {
    if (!atlas.basemap) return { root: drawSheet(atlas, wish, "none"), isWhole: true };
    const said = say(atlas, wish.title, "drawn");
    const picture = await ParkAtlas.photographBasemap(atlas, ...measureGround(atlas, wish.size, said));
    return { root: drawSheet(atlas, wish, picture ? "drawn" : "left-out", picture), isWhole: Boolean(picture) };
  };

  // The same without waiting: `photograph` gives what there is of the basemap in a frame.
  ParkAtlas.makeSheetNow = (atlas, wish, photograph) => {
    if (!atlas.basemap) return drawSheet(atlas, wish, "none");
    const picture = photograph(ParkAtlas.frameOnSheet(atlas, wish.size, say(atlas, wish.title, "drawn")));
    return drawSheet(atlas, wish, picture ? "drawn" : "left-out", picture);
  };

  // Make and save a picture; gives the key of what is to be said of it.
  ParkAtlas.savePicture = async (atlas, { paper, isPortrait, title, format, dots }) => {
    const size = ParkAtlas.sizePaper(paper, isPortrait);
    const { root, isWhole } = await ParkAtlas.makeSheet(atlas, { size, title });
    const svg = ParkAtlas.serialiseSheet(root);
    const blob = format === "png" ? await ParkAtlas.paintSheet(svg, size, dots) : new Blob([svg], { type: "image/svg+xml" });
    if (!blob) return "picture-too-large";
    ParkAtlas.saveFile(blob, ParkAtlas.nameFile(atlas.payload.table.name, stampDay(), format));
    return isWhole ? "picture-saved" : "picture-saved-bare";
  };
})();
