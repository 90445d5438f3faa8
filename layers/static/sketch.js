// Takes points from the map for a tool: by mouse, finger, pen, or the keys, which move the
// map under a cross in its middle. A sheet over the map catches them, so that no park is
// selected on the way; the map can still be moved and zoomed under it.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // A hand that moves less than this between down and up meant one point.
  const STILL_PIXELS = 6;

  const UNDO_KEYS = new Set(["Backspace", "Delete"]);

  ParkAtlas.Sketch = class {
    constructor(atlas) {
      this.map = atlas.map;
      this.node = ParkAtlas.element("div", "sheet");
      this.node.hidden = true;
      this.cross = ParkAtlas.element("div", "cross");
      this.cross.hidden = true;
      this.map.getContainer().append(this.node, this.cross);
      this.listen();
    }

    // Give points to a tool: { drags, take, hover, drop, finish, undo }.
    open(tool, { byKey = false } = {}) {
      this.tool = tool;
      this.node.hidden = false;
      this.node.classList.toggle("drags", Boolean(tool.drags));
      this.showCross(byKey);
      if (byKey) this.map.getContainer().focus({ preventScroll: true });
    }

    close() {
      this.tool = null;
      this.start = null;
      this.node.hidden = true;
      this.showCross(false);
    }

    showCross(isShown) {
      this.cross.hidden = !isShown;
    }

    at(event) {
      return this.map.mouseEventToLatLng(event);
    }

    isStill(event) {
      const { clientX, clientY } = this.start || event;
      return Math.hypot(event.clientX - clientX, event.clientY - clientY) < STILL_PIXELS;
    }

    listen() {
      const { node, map } = this;
      const hold = (event) => {
        // A second finger is for zooming.
        const isAlone = !event.touches || event.touches.length === 1;
        if (this.tool && this.tool.drags && isAlone) event.stopPropagation();
      };
      ["mousedown", "touchstart"].forEach((kind) => node.addEventListener(kind, hold, { passive: true }));
      node.addEventListener("pointerdown", (event) => this.press(event));
      node.addEventListener("pointermove", (event) => this.move(event));
      node.addEventListener("pointerup", (event) => this.release(event));
      node.addEventListener("pointercancel", () => this.letGo());
      node.addEventListener("click", (event) => {
        event.stopPropagation();
        if (this.wasDragged || !this.isStill(event)) return;
        this.tool.take(this.at(event), event);
      });
      node.addEventListener("dblclick", (event) => {
        event.stopPropagation();
        if (this.tool && this.tool.finish) this.tool.finish();
      });
      map.on("move", () => this.tool && !this.cross.hidden && this.tool.hover && this.tool.hover(map.getCenter()));
      map.getContainer().addEventListener("keydown", (event) => this.key(event));
    }

    press(event) {
      if (!event.isPrimary) {
        this.letGo();
        return;
      }
      // Other buttons draw nothing.
      if (event.button !== 0) {
        this.start = null;
        return;
      }
      this.wasDragged = false;
      this.showCross(false);
      this.start = { clientX: event.clientX, clientY: event.clientY, at: this.at(event) };
      if (this.tool.drags) this.node.setPointerCapture(event.pointerId);
    }

    move(event) {
      if (!this.tool || !event.isPrimary) return;
      const isPressed = this.start && event.buttons;
      if (isPressed && !this.tool.drags) return;
      if (isPressed && !this.isStill(event)) {
        if (!this.wasDragged) this.tool.begin(this.start.at);
        this.wasDragged = true;
      }
      if (this.tool.hover && (this.wasDragged || !isPressed)) this.tool.hover(this.at(event));
    }

    release(event) {
      if (!this.start || !this.wasDragged || !event.isPrimary || !this.tool.drags) return;
      // The click that follows a drag is none.
      this.tool.drop(this.at(event));
    }

    // What a drag began is forgotten.
    letGo() {
      if (this.wasDragged && this.tool && this.tool.undo) this.tool.undo();
      this.start = null;
    }

    key(event) {
      if (!this.tool || event.target !== this.map.getContainer()) return;
      if (event.key.startsWith("Arrow")) this.showCross(true);
      else if (event.key === "Enter") {
        this.showCross(true);
        this.tool.take(this.map.getCenter(), event);
      } else if (UNDO_KEYS.has(event.key) && this.tool.undo) this.tool.undo();
      else return;
      if (!event.key.startsWith("Arrow")) event.preventDefault();
    }
  };
})();
