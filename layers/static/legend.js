// The legend: what each layer that is on says of itself; its categories filter.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const { element } = ParkAtlas;

  const makeCanvas = (side) => {
    const canvas = element("canvas", "key");
    const ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.height = side * ratio;
    canvas.style.width = canvas.style.height = `${side}px`;
    const ctx = canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    return { canvas, ctx };
  };

  // A symbol as it stands on the map.
  ParkAtlas.drawKey = (atlas, precision, colour) => {
    const { canvas, ctx } = makeCanvas(20);
    ParkAtlas.drawSymbol(ctx, { x: 10, y: 10 }, { precision, colour, dark: atlas.isDark });
    return canvas;
  };

  // A ring of a radius in pixels.
  ParkAtlas.drawDisc = (radius) => {
    const side = Math.ceil(2 * radius) + 4;
    const { canvas, ctx } = makeCanvas(side);
    ctx.beginPath();
    ctx.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = ParkAtlas.readColour("--quiet");
    ctx.stroke();
    return canvas;
  };

  ParkAtlas.readColour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  ParkAtlas.legendEntry = (picture, text, number) => {
    const row = element("div", "entry");
    row.append(picture, element("span", "", text));
    if (number !== undefined) row.append(element("span", "count", String(number)));
    return row;
  };

  // An entry that puts its value into the filter, or takes it out again.
  ParkAtlas.legendChoice = (atlas, { option, value, picture, text, number }) => {
    const button = element("button", "entry choice");
    button.type = "button";
    button.dataset.choice = `${option}=${value}`;
    button.setAttribute("aria-pressed", String(atlas.findChosen(option).includes(value)));
    button.title = atlas.text("legend-choice");
    button.append(picture, element("span", "", text), element("span", "count", String(number)));
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
    const fill = () => {
      title.textContent = atlas.text("legend");
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
    const isOfInterest = ({ kind }) => kind === "shown" || kind === "look" || kind === "wish";
    atlas.follow(fill);
    atlas.on((event) => isOfInterest(event) && fill());
    ParkAtlas.place(atlas, "bottomleft", box);
    atlas.legend = box;
  };
})();
