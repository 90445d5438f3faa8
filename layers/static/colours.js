// What the colour of a park says: its sector, its district, or how well it is placed.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const NONE = "#545a62";

  // Each mode: the value that a park has, its colour, and what it is called.
  const modes = {
    sector: (atlas) => ({
      of: (park) => atlas.leadingSector(park),
      colour: (id) => (atlas.sectors.has(id) ? atlas.sectors.get(id).colour : NONE),
      name: (id) => (id ? atlas.sectorName(id) : atlas.text("no-sector")),
      title: () => atlas.text(atlas.wanted.length ? "colour-asked" : "colour"),
    }),
    district: (atlas) => ({
      of: (park) => park.district,
      colour: (name) => atlas.payload.palettes.district[name] || NONE,
      name: (name) => (name ? atlas.districtName(name) : atlas.text("no-district")),
      title: () => atlas.text("colour-district"),
    }),
    precision: (atlas) => ({
      of: (park) => park.precision,
      colour: (precision) => atlas.payload.palettes.precision[precision] || NONE,
      name: (precision) => atlas.text(`precision-${precision}`),
      title: () => atlas.text("colour-precision"),
    }),
  };

  ParkAtlas.Colours = class {
    constructor(atlas) {
      this.atlas = atlas;
      this.ids = atlas.payload.colours;
      this.choose(this.ids[0]);
    }

    choose(id) {
      this.id = this.ids.includes(id) ? id : this.ids[0];
      this.mode = modes[this.id](this.atlas);
    }

    valueOf(park) {
      return this.mode.of(park);
    }

    colourOf(value) {
      return this.mode.colour(value);
    }

    nameOf(value) {
      return this.mode.name(value);
    }

    title() {
      return this.mode.title();
    }
  };
})();
