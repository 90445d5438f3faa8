// The tools on the map: buttons under the zoom, and beside them what the tool in hand asks
// and says. One tool is in hand at a time; Escape lays it down.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const { element } = ParkAtlas;

  const SVG = "http://www.w3.org/2000/svg";
  const SMALL_WIDTH = 520;
  const SMALL_HEIGHT = 380;
  const ROOM_PIXELS = 90;

  // In a square of 20, by the tool's name.
  const ICONS = {
    tools: "M4 7h9M4 13h3M11 13h5M15 5v4M9 11v4",
    pick: "M4.5 3.5l10 5-4.4 1.3L8.6 14zM11 11.5l4.5 4.5",
    box: "M4 5h12v10H4zM4 5m-1.5 0h3m-1.5-1.5v3M16 15m-1.5 0h3m-1.5-1.5v3",
    polygon: "M9.5 3.5l7 4.5-2.5 8h-8L3 8.5z",
    circle: "M10 3.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 1 0 0-13.6zM10 10h6.8",
    clear: "M5.5 5.5l9 9M14.5 5.5l-9 9",
    distance: "M3 13.5L13.5 3l3.5 3.5L6.5 17zM6 10.5l1.8 1.8M9 7.5l1.8 1.8M12 4.5l1.8 1.8",
    area: "M4 16V7.5L9.5 4 16 7v9zM4.5 13L11 5.5M6 15.8l8.5-9.2M11 15.8l4.8-5",
    nearest: "M10 2v4M10 14v4M2 10h4M14 10h4M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7z",
  };

  const drawIcon = (name) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", ICONS[name]);
    svg.append(path);
    return svg;
  };

  const makeButton = (atlas, name) => {
    const button = element("button", `tool tool-${name}`);
    button.type = "button";
    button.append(drawIcon(name));
    atlas.follow(() => {
      button.title = atlas.text(`tool-${name}`);
      button.setAttribute("aria-label", button.title);
    });
    return button;
  };

  ParkAtlas.Bench = class {
    constructor(atlas) {
      this.atlas = atlas;
      this.sketch = new ParkAtlas.Sketch(atlas);
      this.note = new ParkAtlas.Note(atlas, () => this.layDown());
      this.fields = new ParkAtlas.Fields(atlas, () => this.box.classList.contains("is-small"));
      this.tools = new Map();
      this.box = element("div", "panel tools");
      this.box.setAttribute("role", "group");
      this.makeToggle();
      atlas.follow(() => this.box.setAttribute("aria-label", atlas.text("tools")));
      atlas.follow(() => this.tool && this.redraw());
      document.addEventListener("keydown", (event) => event.key === "Escape" && this.layDown({ isGivenUp: true }));
      ParkAtlas.place(atlas, "topleft", this.box);
    }

    // On a small map the tools wait behind one button.
    makeToggle() {
      const { map } = this.atlas;
      this.toggle = makeButton(this.atlas, "tools");
      this.toggle.classList.add("toggle");
      this.toggle.addEventListener("click", () => this.openBox(!this.box.classList.contains("is-open")));
      this.box.append(this.toggle);
      const fit = () => {
        const { x, y } = map.getSize();
        const isSmall = x <= SMALL_WIDTH || y <= SMALL_HEIGHT;
        this.box.classList.toggle("is-small", isSmall);
        // The first view leaves them room.
        this.atlas.toolsWidth = isSmall ? 0 : ROOM_PIXELS;
      };
      fit();
      map.on("resize", fit);
      this.openBox(false);
    }

    openBox(isOpen) {
      this.box.classList.toggle("is-open", isOpen);
      this.toggle.setAttribute("aria-expanded", String(isOpen));
    }

    // A tool is { name, start, stop, fields } and what the sketch asks of it, if it takes points.
    add(tool) {
      const button = makeButton(this.atlas, tool.name);
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", (event) => {
        const isDown = this.tool === tool;
        this.layDown();
        if (!isDown) this.takeUp(tool, { byKey: event.detail === 0 });
      });
      this.box.append(button);
      this.tools.set(tool, button);
    }

    // A button that does one thing at once.
    addAct(name, act) {
      const button = makeButton(this.atlas, name);
      button.addEventListener("click", act);
      this.box.append(button);
      return button;
    }

    takeUp(tool, { byKey = false } = {}) {
      if (this.tool) this.layDown();
      this.tool = tool;
      this.tools.get(tool).setAttribute("aria-pressed", "true");
      this.toggle.classList.add("in-use");
      this.openBox(false);
      if (tool.take) this.sketch.open(tool, { byKey });
      this.said = [`hint-${tool.name}`];
      this.redraw();
      if (tool.start) tool.start();
    }

    redraw() {
      this.note.show(this.tool.name, this.tool.fields ? this.tool.fields() : []);
      this.say(...this.said);
    }

    layDown({ isGivenUp = false } = {}) {
      const { tool } = this;
      if (!tool) return;
      this.tool = null;
      this.tools.get(tool).setAttribute("aria-pressed", "false");
      this.toggle.classList.remove("in-use");
      this.sketch.close();
      this.closeNote(tool);
      if (tool.stop) tool.stop({ isGivenUp });
    }

    // The keys that were at work in the note go on at its tool, or at what the tool is behind.
    closeNote(tool) {
      const { node } = this.note;
      const isHeld = node.contains(document.activeElement);
      node.hidden = true;
      if (!isHeld) return;
      const button = this.tools.get(tool);
      (button.offsetParent ? button : this.toggle).focus({ preventScroll: true });
    }

    // What was said last is said again in another language; a fact that has words of its own
    // is a function that gives it.
    say(key, facts = {}, { isWrong = false } = {}) {
      this.said = [key, facts, { isWrong }];
      this.note.say(this.fill(key, facts), { isWrong });
    }

    complain(key, facts = {}) {
      this.say(key, facts, { isWrong: true });
    }

    fill(key, facts) {
      return Object.entries(facts).reduce((text, [gap, said]) => text.replace(`{${gap}}`, said), this.atlas.text(key));
    }
  };

  ParkAtlas.addTools = (atlas) => {
    const bench = new ParkAtlas.Bench(atlas);
    atlas.bench = bench;
    ParkAtlas.addSelecting(atlas, bench);
    ParkAtlas.addMeasuring(atlas, bench);
    ParkAtlas.addNearest(atlas, bench);
  };
})();
