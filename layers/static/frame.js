// Lets the page around the map's frame say what to show, and hear what was clicked.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  ParkAtlas.readBits = (encoded, count) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    return Array.from({ length: count }, (_, i) => Boolean(bytes[i >> 3] & (128 >> (i & 7))));
  };

  ParkAtlas.joinPage = (atlas, edition) => {
    const tell = (message) =>
      window.parent.postMessage({ parkatlas: edition, ...message }, window.location.origin);
    const handle = new ParkAtlas.Handle(atlas, (moved) => tell({ moved }));
    let last = {};
    window.addEventListener("message", (event) => {
      if (event.origin !== window.location.origin || event.source !== window.parent) return;
      const wish = event.data;
      // Bits of another edition would show other parks than the table beside the map.
      if (!wish || wish.parkatlas !== edition) return;
      atlas.setLanguage(wish.language);
      const moves = JSON.stringify(wish.moves || ParkAtlas.NO_MOVES);
      const hasMoved = moves !== last.moves;
      if (hasMoved) ParkAtlas.applyMoves(atlas, JSON.parse(moves));
      const shown = `${wish.shown} ${wish.sectors}`;
      const isOther = shown !== last.shown;
      if (isOther || hasMoved) {
        atlas.show(ParkAtlas.readBits(wish.shown, atlas.symbols.length), wish.sectors);
      }
      // A correction leaves the view where it is.
      if (wish.park !== last.park || isOther) atlas.select(wish.park);
      else if (hasMoved) atlas.mark(wish.park);
      handle.show(wish.handle || null);
      last = { shown, moves, park: wish.park };
    });
    // While a park is being moved, a click says where to.
    atlas.on((event) => {
      if (event.kind === "select" && !handle.take(event.at)) tell({ select: event.park });
    });
    atlas.map.on("click", (event) => {
      if (!handle.take(event.latlng)) tell({ select: null });
    });
    tell({ ready: true });
  };
})();
