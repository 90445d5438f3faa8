// The table of the shown parks: a real table, so that it is read out, printed and searched as one.
// Its words come once for each edition and language; which rows to show is heard from the map's part.
import { Rows } from "./table_rows.js";
import { TableView } from "./table_view.js";

const PAGE = 100; // rows of a page: ten thousand at once would hold the browser up for seconds
const MOST_PRINTED = 2000;
const LONGEST_REST_MS = 200;

// What can wait is done when the browser has nothing to draw; not every browser says when.
const rest = window.requestIdleCallback
  ? { call: (act) => window.requestIdleCallback(act, { timeout: LONGEST_REST_MS }), drop: window.cancelIdleCallback.bind(window) }
  : { call: (act) => window.setTimeout(act), drop: window.clearTimeout.bind(window) };

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".parks");
  if (!root) {
    root = document.createElement("section");
    root.className = "parks";
    parentElement.append(root);
    root.table = new ParkTable(root);
  }
  const { table } = root;
  const call = (table.calls += 1);
  table.tell = (park) => setTriggerValue("picked", { park });
  table.take(data);
  // An earlier call may be told to go after a later one has come.
  return () => call === table.calls && table.leave();
}

class ParkTable {
  constructor(root) {
    this.root = root;
    this.calls = 0;
    this.rows = null; // none until the words have come
    this.shown = []; // positions of the shown parks, in the edition's order
    this.order = []; // the same as they are sorted
    this.sort = { column: "", down: false };
    this.page = 0;
    this.park = null;
    this.isPrinted = false;
    this.view = new TableView(root, {
      retry: () => this.load(),
      sort: (name) => this.sortBy(name),
      turn: (way) => this.turn(way),
      pick: (park) => this.pick(park),
    });
    // The map is what is looked at: the table waits until it is drawn.
    this.hear = () => {
      rest.drop(this.heard);
      this.heard = rest.call(() => this.follow());
    };
    this.print = (event) => {
      this.isPrinted = event.type === "beforeprint";
      this.draw();
    };
    window.addEventListener("parkatlas:shown", this.hear);
    window.addEventListener("beforeprint", this.print);
    window.addEventListener("afterprint", this.print);
  }

  leave() {
    rest.drop(this.heard);
    window.removeEventListener("parkatlas:shown", this.hear);
    window.removeEventListener("beforeprint", this.print);
    window.removeEventListener("afterprint", this.print);
    this.asking?.abort();
  }

  // What the page says: whose rows, in which language, and the cells that were corrected.
  take(data) {
    const isNew = this.data?.src !== data.src;
    this.data = data;
    this.root.lang = data.language === "en" ? "en" : "zh-CN";
    this.rows?.change(this.rows.edition === data.edition ? data.changed : []);
    if (isNew) this.load();
    else this.follow();
  }

  async load() {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const { src, texts, edition } = this.data;
    // Rows in another language stay until theirs come; those of another table do not.
    this.view.say(texts.loading, { texts, hasRows: this.rows?.edition === edition });
    try {
      const answer = await fetch(src, { signal: asking.signal, priority: "low" });
      if (!answer.ok) throw new Error(answer.statusText);
      const rows = new Rows(await answer.json());
      if (asking.signal.aborted) return;
      if (rows.edition !== this.rows?.edition) this.bits = null;
      this.rows = rows;
      rows.change(this.data.changed);
      this.view.say("", { texts });
      this.follow();
    } catch {
      if (!asking.signal.aborted) this.view.say(texts.failed, { texts, canRetry: true, hasRows: false });
    }
  }

  // Show what the map shows: the same bits, sent once for both.
  follow() {
    const told = window.parkatlas?.shown;
    if (!told || told.edition !== this.data.edition || told.edition !== this.rows?.edition) return;
    const isOtherSet = told.shown !== this.bits;
    const isOther = isOtherSet || told.park !== this.park;
    if (isOtherSet) {
      this.bits = told.shown;
      this.shown = this.rows.readBits(told.shown);
      this.page = 0;
    }
    this.park = told.park;
    this.order = this.rows.arrange(this.shown, this.sort);
    if (isOther) this.turnToPark();
    this.draw();
    if (isOtherSet) this.view.toTop();
    if (isOther) this.view.toSelected();
  }

  sortBy(name) {
    const { column, down } = this.sort;
    if (column !== name) this.sort = { column: name, down: false };
    else this.sort = down ? { column: "", down: false } : { column: name, down: true };
    this.page = 0;
    this.order = this.rows.arrange(this.shown, this.sort);
    this.draw();
    this.view.toTop();
  }

  get pages() {
    return Math.max(1, Math.ceil(this.order.length / PAGE));
  }

  turn(way) {
    const to = { first: 0, previous: this.page - 1, next: this.page + 1, last: this.pages - 1 }[way];
    this.page = Math.min(this.pages - 1, Math.max(0, to));
    this.draw();
    this.view.toTop();
  }

  turnToPark() {
    const at = this.order.indexOf(this.rows.positions.get(this.park));
    if (at >= 0) this.page = Math.floor(at / PAGE);
  }

  pick(park) {
    this.park = park === this.park ? null : park;
    this.draw();
    this.tell(this.park);
  }

  draw() {
    if (!this.rows) return;
    const { order, rows, sort, park, pages, page, isPrinted } = this;
    const first = isPrinted ? 0 : page * PAGE;
    const positions = order.slice(first, first + (isPrinted ? MOST_PRINTED : PAGE));
    const { texts } = this.data;
    const total = order.length;
    this.view.draw({ rows, positions, first, total, sort, park, texts, pages, page, isPrinted });
  }
}
