// The filter in the browser: a map file's, which has no page around it, and on a page what
// a choice shows until the page has answered. Its options, their meaning and the parks
// behind each choice are those of parks/filter.py and parks/facets.py: a test holds both
// to the same numbers.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const LISTS = ["district", "zone", "sector", "policy", "precision", "id"];
  const CHOICES = { role: ["any", "focus", "mention"], match: ["any", "all"] };

  // Width, case, white space and traditional characters, folded as the file's texts are.
  const fold = (text, simple) =>
    [...text.normalize("NFKC").toLowerCase()].map((letter) => simple[letter] || letter).join("").split(/\s+/).filter(Boolean);

  // What of a name counts, as in the names that a file tells.
  const keyOf = (text) => fold(text, {}).join(" ").replace(/^《|》$/g, "");

  ParkAtlas.ParkFilter = class {
    // `said` is what layers/standalone.py says of rows and parks; without it nothing can be
    // asked of texts, documents and places.
    constructor(parks, said) {
      this.parks = parks;
      this.said = said;
      this.named = new Map();
      this.clear();
    }

    clear() {
      LISTS.forEach((option) => {
        this[option] = new Set();
      });
      this.role = "any";
      this.match = "any";
      this.q = "";
      this.bbox = null;
      this.within = [];
    }

    rowOf(index) {
      return this.said.rows[this.said.parks[index][0]];
    }

    // A park's place to the last digit, as Python selects by it.
    placeOf(index) {
      const [, , , , lon, lat] = this.said.parks[index];
      return { lon, lat };
    }

    // The sectors of a park in the role that is asked for.
    sectorsOf(index) {
      const { focus, sectors } = this.parks[index];
      if (this.role === "any") return sectors;
      return this.role === "focus" ? focus : sectors.filter((id) => !focus.includes(id));
    }

    // What a park has of an option.
    valuesOf(option, index) {
      if (option === "sector") return this.sectorsOf(index);
      if (option === "policy") return this.rowOf(index).titles;
      const park = this.parks[index];
      return [option === "id" ? park.id : park[option]];
    }

    meetsList(option, index) {
      const wanted = [...this[option]];
      if (!wanted.length) return true;
      const values = this.valuesOf(option, index);
      const isAll = option === "sector" && this.match === "all";
      return isAll ? wanted.every((value) => values.includes(value)) : wanted.some((value) => values.includes(value));
    }

    meetsWords(index) {
      if (!this.q) return true;
      const text = `${this.said.search.parks[index]}\n${this.said.search.rows[this.said.parks[index][0]]}`;
      return fold(this.q, this.said.simple).every((word) => text.includes(word));
    }

    meetsBox(index) {
      if (!this.bbox) return true;
      const { lon, lat } = this.placeOf(index);
      const [west, south, east, north] = this.bbox;
      return lon !== null && west <= lon && lon <= east && south <= lat && lat <= north;
    }

    // In any of the circles and polygons.
    meetsShapes(index) {
      if (!this.within.length) return true;
      const place = this.placeOf(index);
      return place.lon !== null && this.within.some((shape) => ParkAtlas.holdsPlace(shape, place));
    }

    meets(index, but) {
      return (
        LISTS.every((option) => option === but || this.meetsList(option, index)) &&
        this.meetsBox(index) &&
        this.meetsShapes(index) &&
        this.meetsWords(index)
      );
    }

    choose() {
      return this.parks.map((_, index) => this.meets(index));
    }

    // How many parks each value of an option would show under the other options. Where
    // a park must have all sectors, another one is counted with those that are chosen.
    count(option) {
      const but = option === "sector" && this.match === "all" ? null : option;
      const counts = new Map();
      this.parks.forEach((_, index) => {
        if (!this.meets(index, but)) return;
        new Set(this.valuesOf(option, index)).forEach((value) => counts.set(value, (counts.get(value) || 0) + 1));
      });
      return counts;
    }

    // Add a value to an option or take it away.
    toggle(option, value) {
      if (!LISTS.includes(option)) return;
      if (!this[option].delete(value)) this[option].add(value);
    }

    // Every value that parks have, in the order of the table.
    list(option) {
      return [...new Set(this.parks.flatMap((_, index) => this.valuesOf(option, index)))].filter(Boolean);
    }

    isEmpty() {
      return !this.write().toString();
    }

    // The options as they stand in a link.
    write() {
      const link = new URLSearchParams();
      LISTS.forEach((option) => this[option].forEach((value) => link.append(option, value)));
      Object.keys(CHOICES).forEach((option) => this[option] !== "any" && link.set(option, this[option]));
      if (this.q) link.set("q", this.q);
      if (this.bbox) link.set("bbox", this.bbox.join(","));
      this.within.forEach(({ text }) => link.append("within", text));
      return link;
    }

    // The values of an option by all that a link may call them.
    name(option) {
      const own = this.list(option);
      const others = Object.entries(this.said.names[option] || {}).filter(([, value]) => own.includes(value));
      const folded = own.map((value) => [keyOf(value), value]).reverse();
      return new Map([...others, ...folded, ...own.map((value) => [value, value])]);
    }

    // The value that a text means, or undefined.
    find(option, text) {
      if (!this.named.has(option)) this.named.set(option, this.name(option));
      const named = this.named.get(option);
      return named.has(text) ? named.get(text) : named.get(keyOf(text));
    }

    // Take a text of a link for an option; false if it means nothing in this file.
    takeText(option, text) {
      if (LISTS.includes(option)) {
        const value = this.find(option, text);
        if (value !== undefined) this[option].add(value);
        return value !== undefined;
      }
      if (option === "within") return Boolean(ParkAtlas.takeShape(text));
      if (option === "bbox") return Boolean(ParkAtlas.takeBox(text));
      if (!Object.hasOwn(CHOICES, option)) return true;
      if (!CHOICES[option].includes(text)) return false;
      this[option] = text;
      return true;
    }

    // Take a link over; gives what of it means nothing in this file, as [option, text].
    read(link) {
      this.clear();
      this.q = link.get("q") || "";
      this.setShapes(link.getAll("within"), link.get("bbox"));
      return [...link].filter(([option, text]) => text && !this.takeText(option, text));
    }

    // Take what is chosen of lists over, each choice as a list of values.
    take(chosen) {
      this.clear();
      LISTS.forEach((option) => {
        this[option] = new Set(chosen[option] || []);
      });
      Object.keys(CHOICES).forEach((option) => {
        this[option] = (chosen[option] || [])[0] || "any";
      });
    }

    // Take circles and polygons as texts, and a box as text or null.
    setShapes(texts, box) {
      const shapes = texts.map((text) => ParkAtlas.takeShape(text)).filter(Boolean);
      this.within = [...new Map(shapes.map((shape) => [shape.text, shape])).values()];
      this.bbox = box ? ParkAtlas.takeBox(box) : null;
    }

    setPicks(ids) {
      const known = new Set(this.list("id"));
      this.id = new Set(ids.filter((id) => known.has(id)));
    }
  };
})();
