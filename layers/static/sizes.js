// How large a park is drawn: all alike, or by a column of the table, area by area.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // Pixels; what is smaller could be neither seen nor hit.
  const LARGEST = 24;
  const SMALLEST = 3;

  ParkAtlas.Sizes = class {
    constructor(atlas) {
      this.atlas = atlas;
      this.quantities = atlas.payload.sizes;
      this.choose("");
    }

    // The quantities in the column of this heading, or none.
    choose(heading) {
      this.chosen = this.quantities.find((quantity) => quantity.heading === heading) || null;
      this.most = this.chosen ? Math.max(...this.chosen.values.filter((value) => value !== null)) : 0;
    }

    get id() {
      return this.chosen ? this.chosen.heading : "";
    }

    valueOf(index) {
      return this.chosen ? this.chosen.values[index] : null;
    }

    // In pixels: the symbol's area is as its value, down to what can still be seen.
    radiusFor(value) {
      return Math.max(SMALLEST, LARGEST * Math.sqrt(value / this.most));
    }

    radiusOf(index) {
      const value = this.valueOf(index);
      return value === null ? ParkAtlas.RADIUS : this.radiusFor(value);
    }

    say(value) {
      const number = value.toLocaleString(this.atlas.language === "en" ? "en" : "zh-CN", { maximumSignificantDigits: 6 });
      return `${number} ${this.chosen.unit.replace("m2", "m²")}`;
    }
  };
})();
