// Keeps what a map file shows in the part of its address after #, so that a copy of the
// address, back and forward find it again.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const REST_MS = 250;

  // Some browsers let no file change its address; the map does without.
  const write = (text, isStep) => {
    try {
      window.history[isStep ? "pushState" : "replaceState"](null, "", `#${text}`);
    } catch (error) {
      if (error.name !== "SecurityError") throw error;
    }
  };

  const compose = (atlas, { filter, park, near }) => {
    const link = filter.write();
    if (park) link.set("park", park);
    if (near) link.set("near", `${near.lon.toFixed(6)},${near.lat.toFixed(6)}`);
    if (atlas.language !== atlas.payload.language) link.set("lang", atlas.language);
    Object.entries(atlas.readDisplay()).forEach(([name, text]) => text && link.set(name, text));
    return link.toString();
  };

  const readAddress = () => new URLSearchParams(window.location.hash.slice(1));

  // `state` has filter, park, near and what of the link is left out; `show` draws it after it was read. Gives what is called
  // with true when the reader took a step, with false when something was being typed.
  ParkAtlas.keepAddress = (atlas, state, show) => {
    let timer = null;
    let isReading = false;
    const keep = (isStep) => {
      if (isReading) return;
      const text = compose(atlas, state);
      if (text !== window.location.hash.slice(1)) write(text, isStep);
    };
    const read = () => {
      const link = readAddress();
      isReading = true;
      const left = state.filter.read(link);
      const [near, park] = [link.get("near") || "", link.get("park") || ""];
      state.near = ParkAtlas.takePoint(near);
      state.park = atlas.payload.parks.some(({ id }) => id === park) ? park : null;
      if (near && !state.near) left.push(["near", near]);
      if (park && !state.park) left.push(["park", park]);
      atlas.setLanguage(link.get("lang") || atlas.payload.language);
      state.left = [...left, ...atlas.applyDisplay(Object.fromEntries(link))];
      show();
      if (state.park) atlas.select(state.park);
      isReading = false;
    };
    window.addEventListener("popstate", read);
    atlas.on(({ kind }) => {
      if (kind !== "display") return;
      clearTimeout(timer);
      timer = setTimeout(() => keep(false), REST_MS);
    });
    return { read, keep };
  };
})();
