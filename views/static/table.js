// The table of the shown parks: a real table, so that it is read out, printed and searched as one.
// Its words come once for each edition and language; which rows to show is heard from the map's part.
const PAGE = 100; // rows of a page: ten thousand at once would hold the browser up for seconds
const MOST_PRINTED = 2000;
const NUMBER = "seq";
const ROW_HEADER = "name";
// Pinyin for Chinese; Latin words, among which some parks of the English page stand, sort as in English.
const ORDER = new Intl.Collator("zh-Hans-u-co-pinyin", { numeric: true });

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".parks");
  if (!root) {
    root = make("section", "parks");
    parentElement.append(root);
    root.table = new ParkTable(root);
  }
  const { table } = root;
  const call = (table.calls = (table.calls || 0) + 1);
  table.pick = (park) => setTriggerValue("picked", { park });
  table.take(data);
  // An earlier call may be told to go after a later one has come.
  return () => call === table.calls && table.leave();
}

function make(tag, className = "", text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.textContent = text;
  return node;
}

function makeButton(className, onClick) {
  const button = make("button", className);
  button.type = "button";
  button.addEventListener("click", onClick);
  return button;
}

function fill(text, facts) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => (name in facts ? String(facts[name]) : gap));
}

function readBits(encoded, count) {
  const bytes = atob(encoded);
  const shown = [];
  for (let i = 0; i < count; i += 1) {
    if (bytes.charCodeAt(i >> 3) & (128 >> (i & 7))) shown.push(i);
  }
  return shown;
}

class ParkTable {
  constructor(root) {
    this.root = root;
    this.rows = null; // the words, once they have come
    this.shown = []; // positions of the shown parks, in the edition's order
    this.sort = { column: "", down: false };
    this.page = 0;
    this.park = null;
    this.isPrinted = false;
    this.build();
    this.hear = () => this.follow();
    this.print = (event) => {
      this.isPrinted = event.type === "beforeprint";
      this.draw();
    };
    this.leave = () => {
      window.removeEventListener("parkatlas:shown", this.hear);
      window.removeEventListener("beforeprint", this.print);
      window.removeEventListener("afterprint", this.print);
      this.asking?.abort();
    };
    window.addEventListener("parkatlas:shown", this.hear);
    window.addEventListener("beforeprint", this.print);
    window.addEventListener("afterprint", this.print);
  }

  build() {
    this.state = make("p", "state");
    this.state.setAttribute("role", "status");
    this.retry = makeButton("retry", () => this.load());
    this.box = make("div", "box");
    const table = make("table");
    this.caption = make("caption");
    this.head = make("tr");
    this.body = make("tbody");
    const thead = make("thead");
    thead.append(this.head);
    table.append(this.caption, thead, this.body);
    this.box.append(table);
    this.pager = make("nav", "pager");
    this.turns = ["first", "previous", "next", "last"].map((name) =>
      makeButton(name, () => this.turn(name))
    );
    this.range = make("span", "range");
    this.range.setAttribute("role", "status");
    this.pager.append(...this.turns.slice(0, 2), this.range, ...this.turns.slice(2));
    this.cut = make("p", "cut");
    this.root.append(this.state, this.retry, this.box, this.pager, this.cut);
    this.body.addEventListener("click", (event) => this.click(event));
    this.body.addEventListener("keydown", (event) => this.step(event));
  }

  // What the page says: whose rows, in which language, and the cells that were corrected.
  take(data) {
    const isNew = !this.data || this.data.src !== data.src;
    this.data = data;
    this.changed = new Map(data.changed.map(([position, words]) => [position, words]));
    this.root.lang = data.language === "en" ? "en" : "zh-CN";
    if (isNew) this.load();
    else this.follow();
  }

  async load() {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const { src } = this.data;
    this.say(this.data.texts.loading, false);
    try {
      const answer = await fetch(src, { signal: asking.signal, priority: "low" });
      if (!answer.ok) throw new Error(answer.statusText);
      const rows = await answer.json();
      if (asking.signal.aborted) return;
      this.rows = rows;
      this.ranks = new Map();
      this.position = new Map(rows.ids.map((id, at) => [id, at]));
      this.heads = null;
      this.say("", false);
      this.follow();
    } catch (error) {
      if (!asking.signal.aborted) this.say(this.data.texts.failed, true);
    }
  }

  // A sentence instead of rows that are on their way or did not come.
  say(text, canRetry) {
    this.state.textContent = text;
    this.state.hidden = !text;
    this.retry.hidden = !canRetry;
    this.retry.textContent = this.data.texts.retry;
    // Rows in another language stay until theirs come; those of another table do not.
    const isStale = Boolean(text) && this.rows?.edition !== this.data.edition;
    this.box.hidden = isStale || canRetry || !this.rows;
    this.pager.hidden = this.box.hidden;
    this.root.setAttribute("aria-busy", String(Boolean(text) && !canRetry));
  }

  // Show what the map shows: the same bits, sent once for both.
  follow() {
    const told = window.parkatlas?.shown;
    if (!this.rows || this.rows.edition !== this.data.edition) return;
    if (!told || told.edition !== this.rows.edition) return;
    const hasChanged = told.shown !== this.bits;
    const isOtherPark = told.park !== this.park;
    if (hasChanged) {
      this.bits = told.shown;
      this.shown = readBits(told.shown, this.rows.ids.length);
      this.page = 0;
    }
    this.park = told.park ?? null;
    this.arrange();
    if (hasChanged || isOtherPark) this.turnToPark();
    this.draw();
    if (hasChanged) this.box.scrollTop = 0;
    if (hasChanged || isOtherPark) this.bringIntoView();
  }

  column(name) {
    return this.rows.columns.find((column) => column.name === name);
  }

  words(column, position) {
    return this.changed.get(position)?.[column.name] ?? column.words[column.cells[position]];
  }

  // The place of each word of a column among its words, made once for each column.
  rank(column) {
    if (!this.ranks.has(column.name)) {
      const numbers = column.words.map((_, at) => at);
      const isNumber = column.name === NUMBER;
      const { words } = column;
      numbers.sort((a, b) => (isNumber ? words[a] - words[b] : ORDER.compare(words[a], words[b])));
      const ranks = new Map(numbers.map((at, rank) => [words[at], rank]));
      this.ranks.set(column.name, ranks);
    }
    return this.ranks.get(column.name);
  }

  arrange() {
    this.order = this.shown;
    const column = this.column(this.sort.column);
    if (!column) return;
    const ranks = this.rank(column);
    const sign = this.sort.down ? -1 : 1;
    const placed = this.shown.map((position) => {
      const words = this.words(column, position);
      // A corrected cell may hold a word that no other cell of the column has.
      return [words === "" || words === null ? Infinity : (ranks.get(words) ?? ranks.size), position];
    });
    // What is blank stands last in both directions; what is equal keeps the table's order.
    placed.sort(([a, m], [b, n]) => {
      if (a === b) return m - n;
      if (a === Infinity || b === Infinity) return a - b;
      return sign * (a - b);
    });
    this.order = placed.map(([, position]) => position);
  }

  sortBy(name) {
    const { column, down } = this.sort;
    if (column !== name) this.sort = { column: name, down: false };
    else this.sort = down ? { column: "", down: false } : { column: name, down: true };
    this.page = 0;
    this.arrange();
    this.draw();
    this.box.scrollTop = 0;
  }

  get pages() {
    return Math.max(1, Math.ceil(this.order.length / PAGE));
  }

  turn(name) {
    const steps = { first: 0, previous: this.page - 1, next: this.page + 1, last: this.pages - 1 };
    this.page = Math.min(this.pages - 1, Math.max(0, steps[name]));
    this.draw();
    this.box.scrollTop = 0;
  }

  turnToPark() {
    const at = this.order.indexOf(this.position.get(this.park));
    if (at >= 0) this.page = Math.floor(at / PAGE);
  }

  // Scrolls within the table alone: the page stays where its reader has it.
  bringIntoView() {
    const row = this.body.querySelector("[aria-current]");
    if (!row) return;
    const header = this.head.offsetHeight;
    const { scrollTop, clientHeight } = this.box;
    const isIn = row.offsetTop >= scrollTop + header && row.offsetTop + row.offsetHeight <= scrollTop + clientHeight;
    if (!isIn) this.box.scrollTop = row.offsetTop - header - clientHeight / 3;
  }

  draw() {
    if (!this.rows || !this.order) return;
    const { texts } = this.data;
    const count = this.order.length;
    const page = this.isPrinted ? [0, Math.min(MOST_PRINTED, count)] : [this.page * PAGE, Math.min(count, (this.page + 1) * PAGE)];
    this.root.hidden = !count;
    this.caption.textContent = fill(texts.caption, { count });
    this.box.tabIndex = 0;
    this.box.setAttribute("role", "region");
    this.box.setAttribute("aria-label", texts.region);
    this.drawHead();
    this.drawRows(this.order.slice(...page));
    this.drawPager(page, count);
    this.cut.hidden = !this.isPrinted || count <= MOST_PRINTED;
    this.cut.textContent = fill(texts.cut, { most: MOST_PRINTED, count });
  }

  drawHead() {
    const { columns } = this.rows;
    if (this.heads !== this.rows) {
      this.heads = this.rows;
      // A heading that is pressed keeps the focus, so that headings are reused too.
      while (this.head.children.length > columns.length) this.head.lastChild.remove();
      columns.forEach((column, index) => {
        const cell = this.head.children[index] || this.head.appendChild(this.makeHeading(index));
        cell.className = column.name;
        cell.firstChild.textContent = column.heading;
      });
    }
    columns.forEach((column, index) => {
      const isSorted = column.name === this.sort.column;
      const direction = this.sort.down ? "descending" : "ascending";
      this.head.children[index].setAttribute("aria-sort", isSorted ? direction : "none");
      this.head.children[index].firstChild.title = this.data.texts.sort;
    });
  }

  makeHeading(index) {
    const cell = make("th");
    cell.scope = "col";
    cell.append(makeButton("sort", () => this.sortBy(this.rows.columns[index].name)));
    return cell;
  }

  drawRows(positions) {
    const { columns } = this.rows;
    while (this.body.children.length > positions.length) this.body.lastChild.remove();
    const kept = positions.indexOf(this.position.get(this.park));
    positions.forEach((position, index) => {
      const row = this.body.children[index] || this.body.appendChild(this.makeRow());
      const id = this.rows.ids[position];
      const isSelected = id === this.park;
      row.park = id;
      columns.forEach((column, at) => {
        const cell = row.children[at];
        const isHeader = column.name === ROW_HEADER;
        const words = String(this.words(column, position) ?? "");
        (isHeader ? cell.firstChild : cell).textContent = words;
        cell.className = column.name;
        if (isHeader) {
          cell.firstChild.setAttribute("aria-pressed", String(isSelected));
          // One stop for the tabulator key; the arrow keys go on from there.
          cell.firstChild.tabIndex = index === Math.max(0, kept) ? 0 : -1;
        }
      });
      if (isSelected) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
  }

  makeRow() {
    const row = make("tr");
    this.rows.columns.forEach((column) => {
      const isHeader = column.name === ROW_HEADER;
      const cell = make(isHeader ? "th" : "td");
      if (isHeader) {
        cell.scope = "row";
        const button = make("button", "park");
        button.type = "button";
        cell.append(button);
      }
      row.append(cell);
    });
    return row;
  }

  drawPager([from, to], count) {
    const { texts } = this.data;
    this.pager.hidden = this.pages < 2 || this.isPrinted;
    this.pager.setAttribute("aria-label", texts.pages);
    this.range.textContent = fill(texts.range, { first: from + 1, last: to, total: count });
    const ends = [this.page === 0, this.page === 0, this.page >= this.pages - 1, this.page >= this.pages - 1];
    const signs = ["«", "‹", "›", "»"];
    this.turns.forEach((button, index) => {
      button.textContent = signs[index];
      button.ariaLabel = button.title = texts[button.className];
      button.disabled = ends[index];
    });
  }

  click(event) {
    const row = event.target.closest("tr");
    // Who marks words to copy them does not select a park.
    if (!row || !getSelection().isCollapsed) return;
    this.park = row.park === this.park ? null : row.park;
    this.draw();
    this.pick(this.park);
  }

  step(event) {
    const row = event.target.closest("tr");
    const to = {
      ArrowDown: row?.nextElementSibling,
      ArrowUp: row?.previousElementSibling,
      Home: this.body.firstElementChild,
      End: this.body.lastElementChild,
    }[event.key];
    if (!to) return;
    event.preventDefault();
    row.querySelector(".park").tabIndex = -1;
    const next = to.querySelector(".park");
    next.tabIndex = 0;
    next.focus();
  }
}
