// The legend: what each layer that is on says of itself; its categories filter.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const { element } = ParkAtlas;

  // A key of the legend, kept with what drew it: a picture on paper draws it again, 20
  // pixels wide and high, or in the size that what the map draws has there.
  ParkAtlas.makeKey = (width, height, draw) => {
    const canvas = element("canvas", "key");
    const ratio = window.devicePixelRatio || 1;
    Object.assign(canvas, { width: width * ratio, height: height * ratio });
    Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    const ctx = canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    draw(ctx, { width, height });
    canvas.draw = (on) => draw(on, { width: 20, height: 20 });
    return canvas;
  };

  // Symbols of a legend that is being written anew, by what they show: a canvas costs
  // more than all else in a row.
  const spare = new Map();

  const spareKeys = (box) => {
    spare.clear();
    box.querySelectorAll("canvas.key").forEach((canvas) => canvas.shows && spare.set(canvas.shows, canvas));
  };

  // A symbol as it stands on the map.
  ParkAtlas.drawKey = (precision, colour) => {
    const shows = [precision, colour, ParkAtlas.isDark, window.devicePixelRatio].join(" ");
    const draw = (ctx) => ParkAtlas.drawSymbol(ctx, { x: 10, y: 10 }, { precision, colour, dark: ParkAtlas.isDark });
    const canvas = spare.get(shows) || ParkAtlas.makeKey(20, 20, draw);
    spare.delete(shows);
    return Object.assign(canvas, { shows });
  };

  // A ring of a radius in pixels.
  ParkAtlas.drawDisc = (radius) => {
    const side = Math.ceil(2 * radius) + 4;
    const draw = (ctx) => {
      ctx.beginPath();
      ctx.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
      ctx.lineWidth = 1.5;
      ctx.strokeStyle = ParkAtlas.readColour("--quiet");
      ctx.stroke();
    };
    // Whoever measures by it needs it as large as the map has it, on paper too.
    return Object.assign(ParkAtlas.makeKey(side, side, draw), { draw, side });
  };

  // What was read of the style sheet holds until the present task ends.
  const read = new Map();
  ParkAtlas.readColour = (name) => {
    const key = `${name} ${ParkAtlas.isDark}`;
    if (!read.size) queueMicrotask(() => read.clear());
    if (!read.has(key)) read.set(key, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
    return read.get(key);
  };

  ParkAtlas.legendEntry = (picture, text, number) => {
    const row = element("div", "entry");
    row.append(picture, element("span", "", text));
    if (number !== undefined) row.append(element("span", "count", ParkAtlas.sayNumber(number)));
    return row;
  };

  // An entry that puts its value into the filter, or takes it out again.
  ParkAtlas.legendChoice = (atlas, { option, value, picture, text, number }) => {
    const button = element("button", "entry choice");
    button.type = "button";
    button.dataset.choice = `${option}=${value}`;
    button.setAttribute("aria-pressed", String(atlas.findChosen(option).includes(value)));
    button.title = atlas.text("legend-choice");
    button.append(picture, element("span", "", text), element("span", "count", ParkAtlas.sayNumber(number)));
    button.addEventListener("click", () => atlas.tell({ kind: "choose", option, value }));
    return button;
  };

  // The keyboard's place survives the legend's being written anew.
  const keepFocus = (box, write) => {
    const { activeElement } = document;
    const held = box.contains(activeElement) ? activeElement.dataset.choice : null;
    write();
    if (!held) return;
    const again = [...box.querySelectorAll(".choice")].find((button) => button.dataset.choice === held);
    if (again) again.focus({ preventScroll: true });
  };

  ParkAtlas.addLegend = (atlas) => {
    const box = element("details", "panel legend");
    const title = element("summary");
    const inside = element("div", "inside");
    box.append(title, inside);
    const widen = () => {
      box.style.setProperty("--map-width", `${atlas.map.getSize().x}px`);
    };
    widen();
    atlas.map.on("resize", widen);
    // A small map is not to be covered; there the legend waits to be asked for.
    const { x, y } = atlas.map.getSize();
    box.open = x > 520 && y > 430;
    let isAsked = false;
    const fill = () => {
      isAsked = false;
      title.textContent = atlas.text("legend");
      spareKeys(inside);
      const on = [...atlas.layers].filter(([id]) => atlas.isOn(id));
      // The parks come first: they are what is looked for.
      const first = on.filter(([id]) => id === "parks");
      const nodes = [...first, ...on.filter(([id]) => id !== "parks")].map(([id, layer]) => {
        const part = element("div", `part of-${id}`);
        part.append(...layer.legend());
        return part;
      });
      keepFocus(inside, () => inside.replaceChildren(...nodes.filter((node) => node.firstChild)));
    };
    const isOfInterest = ({ kind }) => kind === "shown" || kind === "look" || kind === "wish" || kind === "dark";
    atlas.follow(fill);
    // Once is enough for all that one message of the page changes.
    const ask = () => {
      if (!isAsked) queueMicrotask(fill);
      isAsked = true;
    };
    atlas.on((event) => isOfInterest(event) && ask());
    ParkAtlas.place(atlas, "bottomleft", box);
    atlas.legend = box;
  };
})();
