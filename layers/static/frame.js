// Lets the page around the map's frame say what to show, and hear what was done here.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // What the page answers; all else that the map tells concerns the map alone.
  const TOLD = new Set(["select", "choose", "within", "picks", "near", "near-typed"]);

  // A moving map changes its link at most so often, since browsers limit that.
  const REST_MS = 250;

  ParkAtlas.readBits = (encoded, count) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const bits = new Array(count);
    for (let i = 0; i < count; i += 1) bits[i] = Boolean(bytes[i >> 3] & (128 >> (i & 7)));
    return bits;
  };

  const isShown = (atlas, bits, sectors) =>
    String(atlas.wanted) === String(sectors) && bits.every((bit, index) => bit === atlas.chosen[index]);

  // Take a wish of the page over; what is as it was is left alone.
  const makeTaker = (atlas, handle) => {
    let last = {};
    const move = (wish) => {
      const moves = JSON.stringify(wish.moves || ParkAtlas.NO_MOVES);
      const hasMoved = moves !== last.moves;
      if (hasMoved) ParkAtlas.applyMoves(atlas, JSON.parse(moves));
      last.moves = moves;
      return hasMoved;
    };
    const showParks = (wish, hasMoved) => {
      const said = `${wish.shown} ${wish.sectors}`;
      const isOther = !wish.isBehind && said !== last.said;
      if (isOther) last.said = said;
      // An answer from before the last choice leaves what was foreseen of that.
      const [bits, sectors] = wish.isBehind
        ? [atlas.chosen, atlas.wanted]
        : [ParkAtlas.readBits(wish.shown, atlas.symbols.length), wish.sectors];
      if (hasMoved || !isShown(atlas, bits, sectors)) atlas.show(bits, sectors);
      // A correction leaves the view where it is.
      if (wish.park !== last.park || isOther) atlas.select(wish.park, { isQuiet: Boolean(wish.fly) });
      else if (hasMoved) atlas.mark(wish.park);
      last.park = wish.park;
    };
    const setDisplay = ({ display }) => {
      if (!display || display.number === last.display) return;
      last.display = display.number;
      atlas.applyDisplay(display);
    };
    return (wish) => {
      atlas.wish = wish;
      if (!wish.isBehind) atlas.foreseen = null;
      atlas.setLanguage(wish.language);
      ParkAtlas.setDark(Boolean(wish.dark));
      const hasMoved = move(wish);
      setDisplay(wish);
      showParks(wish, hasMoved);
      if (wish.fly) atlas.fly(wish.fly);
      handle.show(wish.handle || null);
      atlas.tell({ kind: "wish" });
    };
  };

  // Show at once what a choice will show; the page's answer is awaited where that is not
  // known here.
  const foresee = (atlas, chosen) => {
    const filter = ParkAtlas.foresee(atlas, chosen);
    if (!filter) return;
    const [bits, sectors] = [filter.choose(), chosen.sector || []];
    // Until the page has answered, its words are of other parks.
    atlas.foreseen = filter;
    if (!isShown(atlas, bits, sectors)) atlas.show(bits, sectors);
  };

  // Tell where the map is once it rests.
  const tellDisplay = (atlas, tell) => {
    let timer = null;
    atlas.on(({ kind }) => {
      if (kind !== "display") return;
      clearTimeout(timer);
      timer = setTimeout(() => tell({ display: atlas.readDisplay() }), REST_MS);
    });
  };

  ParkAtlas.joinPage = (atlas, edition) => {
    const tell = (message) =>
      window.parent.postMessage({ parkatlas: edition, ...message }, window.location.origin);
    const handle = new ParkAtlas.Handle(atlas, (moved) => tell({ moved }));
    const take = makeTaker(atlas, handle);
    window.addEventListener("message", (event) => {
      if (event.origin !== window.location.origin || event.source !== window.parent) return;
      // Bits of another edition would show other parks than the table beside the map.
      if (!event.data || event.data.parkatlas !== edition) return;
      if (event.data.choosing) foresee(atlas, event.data.choosing);
      else take(event.data);
    });
    // While a park is being moved, a click says where to.
    atlas.on(({ at, ...event }) => {
      if (event.kind === "select" ? !handle.take(at) : TOLD.has(event.kind)) {
        tell({ event: event.kind === "near" ? { ...event, at } : event });
      }
    });
    atlas.map.on("click", (event) => {
      if (!handle.take(event.latlng)) tell({ event: { kind: "select", park: null } });
    });
    tellDisplay(atlas, tell);
    tell({ ready: true });
  };
})();
