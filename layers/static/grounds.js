// Draws one basemap at a time under the parks, each moved to its datum, and says why
// there is nothing to see of it.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  ParkAtlas.Grounds = class {
    constructor(atlas, notice) {
      this.atlas = atlas;
      this.notice = notice;
      this.offered = atlas.payload.basemaps;
      this.chosen = null;
      this.drawn = null;
      this.hasFailed = false;
      atlas.map.on("zoomend", () => this.say());
      // The names on a basemap of vectors follow the page's language.
      atlas.follow(() => (this.hasNames() ? this.draw() : this.say()));
    }

    get id() {
      return this.chosen ? this.chosen.id : "";
    }

    hasNames() {
      return Boolean(this.chosen && this.chosen.archive && !this.chosen.archive.pictureType);
    }

    isTooFar() {
      const archive = this.chosen && this.chosen.archive;
      return Boolean(archive) && Math.round(this.atlas.map.getZoom()) < archive.options.minZoom;
    }

    // What is told of one drawing; of one that was taken away meanwhile nothing counts.
    listen() {
      const number = (this.number = (this.number || 0) + 1);
      const hear = (failed) => () => {
        if (number !== this.number) return;
        this.hasFailed = failed;
        this.say();
      };
      return { failed: hear(true), loaded: hear(false) };
    }

    say() {
      this.notice.hidden = !this.hasFailed && !this.isTooFar();
      this.notice.textContent = this.atlas.text(this.hasFailed ? "basemap-failed" : "basemap-closer");
    }

    // Choose by id; no basemap where none has it.
    choose(id) {
      const chosen = this.offered.find((basemap) => basemap.id === id) || null;
      if (chosen === this.chosen) return;
      this.chosen = this.atlas.basemap = chosen;
      this.draw();
      this.atlas.tellLook();
    }

    draw() {
      const { atlas, chosen } = this;
      if (this.drawn) this.drawn.remove();
      const heard = this.listen();
      this.hasFailed = false;
      atlas.map.getContainer().classList.toggle("has-basemap", Boolean(chosen));
      atlas.setDatum(chosen ? chosen.datum : "WGS-84");
      this.drawn = chosen && ParkAtlas.drawBasemap(atlas, chosen, heard).addTo(atlas.map);
      this.say();
    }
  };
})();
