// The look of the map as parts of its link: layers, colour, size, shade and basemap.
// Text that means nothing here leaves things as they are at first.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const NONE = "none";

  // What of a text is not among what is known; a part of a link gives it back.
  const listUnknown = (text, known) => (text && !known.includes(text) ? [text] : []);

  const layers = (atlas) => {
    const all = atlas.payload.layers;
    const first = all.filter(({ isOn }) => isOn).map(({ id }) => id);
    const find = (text) => {
      const known = text.split(",").filter((id) => atlas.layers.has(id));
      return known.length || text === NONE ? known : first;
    };
    return {
      read: () => {
        const on = all.map(({ id }) => id).filter((id) => atlas.isOn(id));
        return on.join() === first.join() ? "" : on.join() || NONE;
      },
      apply: (text) => {
        const wished = find(text);
        all.forEach(({ id }) => atlas.switchLayer(id, wished.includes(id)));
        return text.split(",").flatMap((id) => listUnknown(id, [NONE, ...atlas.layers.keys()]));
      },
    };
  };

  ParkAtlas.addLooks = (atlas) => {
    atlas.addDisplay("layers", layers(atlas));
    atlas.addDisplay("colour", {
      read: () => (atlas.colours.id === atlas.colours.ids[0] ? "" : atlas.colours.id),
      apply: (text) => {
        atlas.chooseColour(text);
        return listUnknown(text, atlas.colours.ids);
      },
    });
    atlas.addDisplay("size", {
      read: () => atlas.sizes.id,
      apply: (text) => {
        atlas.chooseSize(text);
        return listUnknown(text, [atlas.sizes.id]);
      },
    });
    atlas.addDisplay("shade", {
      read: () => (atlas.shade === "plain" ? "" : atlas.shade),
      apply: (text) => {
        const shade = ParkAtlas.readShade(atlas, text || "plain");
        atlas.chooseShade(shade);
        return shade === atlas.shade ? [] : [text];
      },
    });
    atlas.addDisplay("basemap", {
      read: () => atlas.grounds.id,
      apply: (text) => {
        atlas.grounds.choose(text);
        return listUnknown(text, [atlas.grounds.id]);
      },
    });
    atlas.on(({ kind }) => kind === "dark" && atlas.refreshLayers());
  };
})();
