// Draws the table of parks: rows and headings are made once and filled again, so that
// the focus stays where it is and five hundred choices leave no more nodes than one.
const ROW_HEADER = "name";
const TURNS = [["first", "«"], ["previous", "‹"], ["next", "›"], ["last", "»"]];

function make(tag, className = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  return node;
}

function makeButton(className, onClick) {
  const button = make("button", className);
  button.type = "button";
  if (onClick) button.addEventListener("click", onClick);
  return button;
}

function fill(text, facts) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => (name in facts ? facts[name].toLocaleString("en-US") : gap));
}

export class TableView {
  // `on` holds what is to happen: `retry`, `sort` with a column, `turn` with a way, `pick` with a park.
  constructor(root, on) {
    this.root = root;
    this.on = on;
    this.state = make("p", "state");
    this.state.setAttribute("role", "status");
    this.retry = makeButton("retry", on.retry);
    this.box = make("div", "box");
    this.box.tabIndex = 0;
    this.box.setAttribute("role", "region");
    this.box.append(this.makeTable());
    this.pager = make("nav", "pager");
    this.turns = TURNS.map(([name]) => makeButton(name, () => on.turn(name)));
    this.range = make("span", "range");
    this.range.setAttribute("role", "status");
    this.pager.append(...this.turns.slice(0, 2), this.range, ...this.turns.slice(2));
    this.cut = make("p", "cut");
    root.append(this.state, this.retry, this.box, this.pager, this.cut);
  }

  makeTable() {
    const table = make("table");
    const thead = make("thead");
    this.caption = make("caption");
    this.head = make("tr");
    this.body = make("tbody");
    thead.append(this.head);
    table.append(this.caption, thead, this.body);
    this.body.addEventListener("click", (event) => {
      const row = event.target.closest("tr");
      // Who marks words to copy them does not select a park.
      if (row && getSelection().isCollapsed) this.on.pick(row.park);
    });
    this.body.addEventListener("keydown", (event) => this.step(event));
    return table;
  }

  // A sentence instead of rows that are on their way or did not come; none takes it away.
  say(text, { texts, canRetry = false, hasRows = true }) {
    this.state.textContent = text;
    this.state.hidden = !text;
    this.retry.textContent = texts.retry;
    this.retry.hidden = !canRetry;
    this.box.hidden = this.pager.hidden = !hasRows;
    this.root.setAttribute("aria-busy", String(Boolean(text) && !canRetry));
    if (text) this.root.hidden = false;
  }

  // `positions` are those of a page, from `first` on, among `total` that are shown.
  draw({ rows, positions, first, total, sort, park, texts, pages, page, isPrinted }) {
    this.root.hidden = !total;
    this.caption.textContent = fill(texts.caption, { count: total });
    this.box.setAttribute("aria-label", texts.region);
    this.drawHead(rows, sort, texts);
    this.drawRows(rows, positions, park);
    const last = first + positions.length;
    this.range.textContent = fill(texts.range, { first: first + 1, last, total });
    this.drawPager(texts, pages, page, isPrinted);
    this.cut.hidden = !isPrinted || last === total;
    this.cut.textContent = fill(texts.cut, { most: last, count: total });
  }

  drawHead({ columns }, sort, texts) {
    columns.forEach((column, index) => {
      const cell = this.head.children[index] || this.head.appendChild(this.makeHeading());
      const isSorted = column.name === sort.column;
      cell.className = cell.column = column.name;
      cell.firstChild.textContent = column.heading;
      cell.firstChild.title = texts.sort;
      cell.setAttribute("aria-sort", isSorted ? (sort.down ? "descending" : "ascending") : "none");
    });
  }

  makeHeading() {
    const cell = make("th");
    cell.scope = "col";
    cell.append(makeButton("sort", () => this.on.sort(cell.column)));
    return cell;
  }

  drawRows(rows, positions, park) {
    const { columns, ids } = rows;
    while (this.body.children.length > positions.length) this.body.lastChild.remove();
    const stop = Math.max(0, positions.indexOf(rows.positions.get(park)));
    positions.forEach((position, index) => {
      const row = this.body.children[index] || this.body.appendChild(this.makeRow(columns));
      row.park = ids[position];
      columns.forEach((column, at) => {
        const cell = row.children[at];
        (cell.firstElementChild || cell).textContent = rows.words(column, position);
      });
      const isSelected = row.park === park;
      if (isSelected) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
      const name = row.querySelector(".park");
      name.setAttribute("aria-pressed", String(isSelected));
      // One stop for the tabulator key; the arrow keys go on from there.
      name.tabIndex = index === stop ? 0 : -1;
    });
  }

  makeRow(columns) {
    const row = make("tr");
    columns.forEach(({ name }) => {
      const cell = make(name === ROW_HEADER ? "th" : "td", name);
      if (name === ROW_HEADER) {
        cell.scope = "row";
        cell.append(makeButton("park"));
      }
      row.append(cell);
    });
    return row;
  }

  drawPager(texts, pages, page, isPrinted) {
    this.pager.hidden = pages < 2 || isPrinted;
    this.pager.setAttribute("aria-label", texts.pages);
    this.turns.forEach((button, index) => {
      const [name, sign] = TURNS[index];
      button.textContent = sign;
      button.ariaLabel = button.title = texts[name];
      button.disabled = index < 2 ? page === 0 : page >= pages - 1;
    });
  }

  toTop() {
    this.box.scrollTop = 0;
  }

  // Scrolls within the table alone: the page stays where its reader has it.
  toSelected() {
    const row = this.body.querySelector("[aria-current]");
    if (!row) return;
    const header = this.head.offsetHeight;
    const { scrollTop, clientHeight } = this.box;
    const top = row.offsetTop;
    const isIn = top >= scrollTop + header && top + row.offsetHeight <= scrollTop + clientHeight;
    if (!isIn) this.box.scrollTop = top - header - clientHeight / 3;
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
