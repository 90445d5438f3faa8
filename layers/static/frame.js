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
    let last = {};
    window.addEventListener("message", (event) => {
      if (event.origin !== window.location.origin || event.source !== window.parent) return;
      const wish = event.data;
      // Bits of another edition would show other parks than the table beside the map.
      if (!wish || wish.parkatlas !== edition) return;
      atlas.setLanguage(wish.language);
      const shown = `${wish.shown} ${wish.sectors}`;
      if (shown !== last.shown) {
        atlas.show(ParkAtlas.readBits(wish.shown, atlas.symbols.length), wish.sectors);
      }
      if (wish.park !== last.park || shown !== last.shown) atlas.select(wish.park);
      last = { shown, park: wish.park };
    });
    atlas.on((event) => {
      if (event.kind === "select") tell({ select: event.park });
    });
    atlas.map.on("click", () => tell({ select: null }));
    tell({ ready: true });
  };
})();
