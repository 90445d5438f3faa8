// The districts with their names, plain or shaded by a number, which their names then
// say.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  ParkAtlas.layers = ParkAtlas.layers || {};
  const { element } = ParkAtlas;

  const CLASSES = 5;

  const shadePath = (path, level) => {
    path.classList.toggle("shaded", level !== null);
    for (let i = 0; i <= CLASSES; i += 1) path.classList.toggle(`shade-${i}`, i === level);
  };

  const keyClass = (atlas, { level, text, number }) => {
    const swatch = element("span", `key shade-key shade-${level}`);
    return ParkAtlas.legendEntry(swatch, text, number);
  };

  ParkAtlas.layers.districts = (atlas) => {
    atlas.districts = ParkAtlas.drawOutlines(atlas, atlas.payload.districts, "district");
    const overlay = L.layerGroup(atlas.districts.flatMap(({ outline, name }) => [outline, name]));
    const refresh = () => {
      atlas.shading = ParkAtlas.shadeDistricts(atlas);
      atlas.districts.forEach(({ feature, outline, name, sayName }) => {
        const path = outline.getElement();
        if (!path) return;
        const { shading } = atlas;
        const value = shading ? shading.values.get(feature.properties.name) : null;
        shadePath(path, shading ? shading.levelOf(value) : null);
        feature.properties.value = shading ? shading.say(value) : "";
        sayName();
      });
    };
    overlay.on("add", refresh);
    const legend = () => {
      const { shading } = atlas;
      if (!shading) return [];
      const box = element("div", "entries shades");
      box.append(...shading.classes().map((each) => keyClass(atlas, each)));
      const nodes = [element("h2", "", shading.title), box];
      // A share of what has no real border is easily taken for more than it is.
      if (shading.explanation) nodes.push(element("p", "quiet", shading.explanation));
      return nodes;
    };
    return { overlay, refresh, legend };
  };
})();
