// The handle by which a park is moved, a mark where it was, and a leg between them.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const SIZE = 44;
  const STEP = 1;
  const LONG_STEP = 10;
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  ParkAtlas.Handle = class {
    // `tell` is called with { park, lon, lat, number } in WGS 84 when the park was moved.
    constructor(atlas, tell) {
      this.atlas = atlas;
      this.tell = tell;
      this.number = 0;
      this.wish = null;
      const pane = atlas.map.createPane("moves");
      pane.style.zIndex = 450;
      pane.style.pointerEvents = "none";
      const line = { pane: "moves", renderer: L.svg({ pane: "moves", padding: 0.6 }), interactive: false };
      this.leg = L.polyline([], { ...line, className: "move-leg" });
      this.mark = L.circleMarker([0, 0], { ...line, radius: 8, className: "move-old" });
      this.marker = this.makeMarker();
      atlas.follow(() => this.name());
      atlas.on((event) => event.kind === "datum" && this.draw());
    }

    makeMarker() {
      const icon = L.divIcon({ html: ParkAtlas.element("div"), className: "move-handle", iconSize: [SIZE, SIZE] });
      const marker = L.marker([0, 0], { icon, draggable: true, autoPan: true, keyboard: true, zIndexOffset: 1000 });
      marker.on("dragstart", () => {
        this.isDragged = true;
      });
      marker.on("drag", () => this.drawLeg(marker.getLatLng()));
      marker.on("dragend", () => {
        this.isDragged = false;
        this.pass(marker.getLatLng());
      });
      marker.on("add", () => this.listen(marker.getElement()));
      return marker;
    }

    listen(node) {
      this.name();
      node.addEventListener("keydown", (event) => {
        const arrow = ARROWS[event.key];
        if (!arrow) return;
        event.preventDefault();
        event.stopPropagation();
        const step = event.shiftKey ? LONG_STEP : STEP;
        const { map } = this.atlas;
        // Points of the container are whole pixels, which may be many metres each.
        const at = map.project(this.marker.getLatLng()).add([arrow[0] * step, arrow[1] * step]);
        this.marker.setLatLng(map.unproject(at));
        this.drawLeg(this.marker.getLatLng());
      });
      // Told once the key is let go: a held one moves the park many times.
      node.addEventListener("keyup", (event) => ARROWS[event.key] && this.pass(this.marker.getLatLng()));
    }

    name() {
      const node = this.marker.getElement();
      if (!node) return;
      node.setAttribute("aria-label", this.atlas.text("handle"));
      node.title = this.atlas.text("handle");
    }

    // Take a place that was clicked while a park is being moved; false if none is.
    take(latlng) {
      if (!this.wish || !this.wish.open) return false;
      this.pass(latlng);
      return true;
    }

    pass(latlng) {
      const { lon, lat } = this.atlas.locate(latlng);
      this.number += 1;
      this.wish = { ...this.wish, at: [lon, lat] };
      this.draw();
      this.tell({ park: this.wish.park, lon, lat, number: this.number });
    }

    // Show a move: { park, old, at, open, answered }, places as [lon, lat] or null.
    show(wish) {
      const isOther = !wish || !this.wish || wish.park !== this.wish.park || wish.open !== this.wish.open;
      if (isOther) this.number = wish ? Math.max(this.number, wish.answered) : this.number;
      // The answer to an earlier move must not undo one that is still on its way.
      const isLate = !isOther && (this.isDragged || wish.answered < this.number);
      if (isLate) return;
      const went = wish && JSON.stringify(wish.at) !== JSON.stringify(this.wish && this.wish.at);
      this.wish = wish;
      this.draw();
      if (went && wish.open && wish.at) this.bringIntoView(wish.at);
    }

    bringIntoView(at) {
      const { map } = this.atlas;
      const place = L.latLng(this.atlas.project(...at));
      if (!map.getBounds().contains(place)) map.panTo(place);
    }

    draw() {
      const { map } = this.atlas;
      const { old, at, open } = this.wish || {};
      const toggle = (layer, isOn) => (isOn ? layer.addTo(map) : layer.remove());
      if (at) this.marker.setLatLng(this.atlas.project(...at));
      if (old) this.mark.setLatLng(this.atlas.project(...old));
      toggle(this.marker, Boolean(at && open));
      toggle(this.mark, Boolean(at && old));
      toggle(this.leg, Boolean(at && old));
      if (at) this.drawLeg(this.atlas.project(...at));
    }

    drawLeg(latlng) {
      const { old } = this.wish || {};
      this.leg.setLatLngs(old ? [this.atlas.project(...old), latlng] : []);
    }
  };
})();
