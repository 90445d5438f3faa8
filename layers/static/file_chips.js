// What was selected on the map of a map file, each a button in the bar that takes it away.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  // What each selection says, and what is left once it is taken away.
  const listSelections = (atlas, filter) => {
    const texts = filter.within.map(({ text }) => text);
    const shapes = filter.within.map((shape) => ({
      words: ParkAtlas.nameShape(atlas, shape),
      drop: () => filter.setShapes(texts.filter((text) => text !== shape.text), filter.bbox && filter.bbox.join(",")),
    }));
    const box = { words: atlas.text("file-box"), drop: () => filter.setShapes(texts, null) };
    const picks = { words: ParkAtlas.namePicks(atlas, filter), drop: () => filter.setPicks([]) };
    return [...shapes, ...(filter.bbox ? [box] : []), ...(filter.id.size ? [picks] : [])];
  };

  const makeChip = (atlas, { words, drop }, change) => {
    const chip = Object.assign(element("button", "chip", `${words} ×`), { type: "button" });
    chip.title = atlas.text("file-drop");
    chip.setAttribute("aria-label", `${words}: ${chip.title}`);
    chip.addEventListener("click", () => {
      drop();
      change();
    });
    return chip;
  };

  // Gives the box of the buttons and what fills it anew.
  ParkAtlas.makeChips = (atlas, filter, change) => {
    const box = element("div", "chips");
    const fill = () => {
      const chips = listSelections(atlas, filter).map((selection) => makeChip(atlas, selection, change));
      box.replaceChildren(...chips);
      box.hidden = !chips.length;
    };
    return { box, fill };
  };
})();
