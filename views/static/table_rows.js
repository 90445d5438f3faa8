// The words of all parks as they came, which of them are shown, and in which order.
const NUMBER = "seq";
// Pinyin for Chinese; Latin words, among which some parks of the English page stand, sort as in English.
const ORDER = new Intl.Collator("zh-Hans-u-co-pinyin", { numeric: true });

export class Rows {
  constructor({ edition, language, ids, columns }) {
    Object.assign(this, { edition, language, ids, columns });
    this.positions = new Map(ids.map((id, at) => [id, at]));
    this.changed = new Map();
    this.ranks = new Map();
  }

  // Cells that corrections of this visit changed: the rows came without any.
  change(cells) {
    this.changed = new Map(cells);
  }

  words(column, position) {
    const words = this.changed.get(position)?.[column.name] ?? column.words[column.cells[position]];
    return String(words ?? "");
  }

  readBits(encoded) {
    const bytes = atob(encoded);
    return this.ids.flatMap((_, i) => (bytes.charCodeAt(i >> 3) & (128 >> (i & 7)) ? [i] : []));
  }

  // The place of each word of a column among its words, made once for each column.
  rank(column) {
    if (!this.ranks.has(column.name)) {
      const compare = column.name === NUMBER ? (a, b) => a - b : ORDER.compare;
      const words = column.words.filter((word) => word !== "" && word !== null).sort(compare);
      this.ranks.set(column.name, new Map(words.map((word, rank) => [String(word), rank])));
    }
    return this.ranks.get(column.name);
  }

  // Put positions in the order of a column; in the table's own where no column is named.
  arrange(positions, { column: name, down }) {
    const column = this.columns.find((one) => one.name === name);
    if (!column) return positions;
    const ranks = this.rank(column);
    const sign = down ? -1 : 1;
    const rankOf = (position) => {
      const words = this.words(column, position);
      // A corrected cell may hold a word that no other cell of the column has.
      return words ? (ranks.get(words) ?? ranks.size) : Infinity;
    };
    const placed = positions.map((position) => [rankOf(position), position]);
    // What is blank stands last in both directions; what is equal keeps the table's order.
    placed.sort(([a, m], [b, n]) => {
      if (a === b) return m - n;
      return a === Infinity || b === Infinity ? a - b : sign * (a - b);
    });
    return placed.map(([, position]) => position);
  }
}
