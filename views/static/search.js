// The search box: a combobox as the WAI-ARIA authoring practices describe it. It asks the
// service while somebody types and tells the page only what was chosen.

const PAUSE_MS = 120;
const PATIENCE_MS = 8000;
// A slower answer than this deserves to be waited for visibly.
const SOON_MS = 250;
const LONGEST = 100;
const WHOLE = 0;
const NEAR = 3;
const ICONS = {
  park: "M8 1.5a4.5 4.5 0 0 0-4.5 4.5c0 3.4 4.5 8.5 4.5 8.5s4.5-5.1 4.5-8.5A4.5 4.5 0 0 0 8 1.5Zm0 6.2a1.7 1.7 0 1 1 0-3.4 1.7 1.7 0 0 1 0 3.4Z",
  zone: "M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3M7 2h2M7 14h2M2 7v2M14 7v2",
  sector: "M2.5 2.5h5l6 6-5 5-6-6ZM5.2 5.2h.1",
  district: "M2 4l4-2 4 2 4-2v10l-4 2-4-2-4 2ZM6 2v10M10 4v10",
  policy: "M4 1.5h5.5L12.5 4.5v10h-8.5ZM9.5 1.5v3h3M6 7.5h5M6 10.5h5",
  place: "M8 1v3M8 12v3M1 8h3M12 8h3M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7Z",
  q: "M2 3h12l-4.7 5.5V13l-2.6-1.5v-3Z",
  find: "M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2ZM10.6 10.6 14 14",
};

export default function ({ data, parentElement, setTriggerValue }) {
  const found = parentElement.querySelector(".search");
  const box = found ? found.box : new Box(parentElement);
  box.send = (choices) => setTriggerValue("chosen", { choices });
  box.dress(data);
  document.addEventListener("keydown", box.summon);
  return () => document.removeEventListener("keydown", box.summon);
}

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function draw(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  // As long as the style is not there, it is no larger.
  svg.setAttribute("width", "16");
  svg.setAttribute("height", "16");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

class Box {
  constructor(parentElement) {
    this.root = make("div", "search");
    this.root.box = this;
    this.root.setAttribute("role", "search");
    this.asked = 0;
    this.told = 0;
    this.waiting = [];
    this.options = [];
    this.active = -1;
    this.steps = 0;
    this.answer = null;
    this.build();
    this.listen();
    this.summon = (event) => this.takeFocus(event);
    parentElement.append(this.root);
  }

  build() {
    const field = make("div", "field");
    this.input = make("input");
    Object.assign(this.input, { type: "text", autocomplete: "off", spellcheck: false, maxLength: LONGEST, enterKeyHint: "search" });
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", "suggestions");
    this.input.setAttribute("aria-expanded", "false");
    this.key = make("kbd", "", "/");
    this.key.setAttribute("aria-hidden", "true");
    this.clear = make("button", "clear", "×");
    this.clear.type = "button";
    field.append(draw("find"), this.input, this.key, this.clear);
    this.popup = make("div", "popup");
    this.state = make("p", "state");
    // What is read aloud must stand there before it says something.
    this.spoken = make("div", "spoken");
    this.spoken.setAttribute("role", "status");
    this.list = make("div", "list");
    this.list.id = "suggestions";
    this.list.setAttribute("role", "listbox");
    this.popup.append(this.state, this.list);
    this.below = make("div", "below");
    this.root.append(field, this.popup, this.below, this.spoken);
    this.close();
  }

  listen() {
    const { input } = this;
    // What an input method is still composing is not what is meant.
    input.addEventListener("compositionstart", () => this.hold());
    input.addEventListener("compositionend", () => this.awaitPause());
    input.addEventListener("input", (event) => event.isComposing || this.awaitPause());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("focus", () => this.answer && this.typed() && this.open());
    input.addEventListener("blur", () => this.close());
    this.popup.addEventListener("pointerdown", (event) => event.preventDefault());
    this.clear.addEventListener("pointerdown", (event) => event.preventDefault());
    this.clear.addEventListener("click", () => {
      this.empty();
      input.focus();
    });
  }

  // Say what the page says: words in its language, and the query it filters by.
  dress(data) {
    const isOther = this.data && (this.data.edition !== data.edition || this.data.language !== data.language);
    this.data = data;
    // A choice made while the page was still running may have gone unheard.
    this.waiting = this.waiting.filter(({ number }) => number > data.answered);
    if (this.waiting.length) this.send([...this.waiting]);
    const { words } = data;
    this.input.placeholder = words.placeholder;
    this.input.ariaLabel = words.title;
    this.input.title = words.hint;
    this.list.ariaLabel = words.suggestions;
    this.clear.ariaLabel = words.clear;
    this.drawBelow();
    if (isOther) this.empty();
    this.showClear();
  }

  // Choices are numbered, so that the page takes each of them once.
  tell(choice) {
    this.told = Math.max(this.told, this.data.answered) + 1;
    this.waiting.push({ number: this.told, ...choice });
    this.send([...this.waiting]);
  }

  drawBelow() {
    const { words, query, notice } = this.data;
    const kept = this.below.querySelector("button:focus") ? this.input : null;
    this.below.replaceChildren();
    if (query) {
      const chip = make("span", "chip");
      const drop = make("button", "", "×");
      drop.type = "button";
      drop.ariaLabel = words.drop;
      drop.addEventListener("click", () => this.tell({ kind: "q", value: "" }));
      chip.append(make("span", "said", words.shown.replace("{query}", () => query)), drop);
      this.below.append(chip);
    }
    if (notice) {
      const line = make("span", "notice", notice);
      const all = make("button", "all", words.clearFilter);
      all.type = "button";
      all.addEventListener("click", () => this.tell({ kind: "clear", value: "" }));
      this.below.append(line, all);
    }
    if (kept) kept.focus();
  }

  takeFocus(event) {
    const isCtrlK = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    const [target] = event.composedPath();
    const isTyping = target instanceof Element && (target.matches("input, textarea, select") || target.isContentEditable);
    if (!isCtrlK && (!isSlash || isTyping)) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  typed() {
    return this.input.value.trim();
  }

  showClear() {
    this.clear.hidden = !this.input.value;
    this.key.hidden = Boolean(this.input.value);
  }

  // Ask nothing more until something else is typed.
  hold() {
    this.stop();
    this.enters = false;
    this.steps = 0;
  }

  stop() {
    clearTimeout(this.pause);
    clearTimeout(this.patience);
    clearTimeout(this.soon);
    this.asked += 1;
    if (this.request) this.request.abort();
    this.root.classList.remove("waiting");
  }

  empty() {
    this.hold();
    this.input.value = "";
    this.answer = null;
    this.spoken.textContent = "";
    this.showClear();
    this.close();
  }

  awaitPause() {
    this.hold();
    this.showClear();
    this.activate(-1);
    if (!this.typed()) {
      this.answer = null;
      this.close();
      return;
    }
    this.pause = setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    this.stop();
    const number = this.asked;
    const text = this.typed();
    const query = new URLSearchParams({ edition: this.data.edition, lang: this.data.language, q: text });
    const request = (this.request = new AbortController());
    this.patience = setTimeout(() => request.abort("late"), PATIENCE_MS);
    this.soon = setTimeout(() => this.root.classList.add("waiting"), SOON_MS);
    let answer;
    try {
      const response = await fetch(`/search?${query}`, { signal: request.signal });
      answer = response.ok ? await response.json() : { failure: response.status < 500 || response.status === 503 ? await response.text() : this.data.words.offline };
    } catch {
      answer = { failure: this.data.words.offline };
    }
    // An answer to what was typed before says nothing about what stands there now.
    if (number !== this.asked) return;
    const { enters, steps } = this;
    this.hold();
    this.take({ ...answer, text }, enters, steps);
  }

  // What was pressed while the answer was on its way is done in the list it brings.
  take(answer, enters, steps) {
    this.answer = answer;
    this.drawList();
    // Who has gone on meanwhile wants no list over the page.
    if (this.input.matches(":focus")) this.open();
    if (steps && this.isOpen) this.walk(steps);
    if (enters && !answer.failure) this.enter();
  }

  // Enter without a suggestion picked: go to what it surely is, else show what holds it.
  goOn() {
    const { failure, suggestions, count, text } = this.answer;
    if (failure) return false;
    const [best, next] = suggestions;
    const isCalledSo = best && best.fit === WHOLE;
    // Of two that are called alike none is surely meant.
    const isAlone = !next || next.fit !== WHOLE || next.kind !== best.kind;
    if (isCalledSo && isAlone) {
      this.choose(best);
    } else if (count) {
      this.choose({ kind: "q", value: text });
    } else {
      return false;
    }
    return true;
  }

  press(event) {
    // The Enter and the arrows that an input method takes are not ours.
    if (event.isComposing || event.keyCode === 229) return;
    const act = { ArrowDown: () => this.step(1), ArrowUp: () => this.step(-1), Enter: () => this.enter(), Escape: () => this.escape() }[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  step(by) {
    if (!this.isFresh()) {
      this.steps += by;
      if (this.typed()) this.ask();
    } else if (this.isOpen) {
      this.walk(by);
    } else {
      this.open();
    }
  }

  // Past the last option, and before the first, is the field itself.
  walk(by) {
    const places = this.options.length + 1;
    const place = (this.active + 1 + by) % places;
    this.activate(((place + places) % places) - 1);
  }

  isFresh() {
    return Boolean(this.answer && this.answer.text === this.typed());
  }

  enter() {
    if (this.isOpen && this.active >= 0) {
      this.choose(this.options[this.active].suggestion);
    } else if (this.isFresh() && !this.answer.failure) {
      this.hold();
      if (!this.goOn()) this.open();
    } else if (this.typed()) {
      this.enters = true;
      this.ask();
    }
  }

  escape() {
    if (!this.isOpen) {
      this.empty();
      return;
    }
    this.hold();
    this.close();
  }

  choose({ kind, value, lon = null, lat = null }) {
    this.empty();
    // A finger wants the keyboard out of the way of the map.
    if (matchMedia("(pointer: coarse)").matches) this.input.blur();
    this.tell({ kind, value, lon, lat });
  }

  open() {
    this.isOpen = true;
    this.popup.hidden = false;
    this.input.setAttribute("aria-expanded", String(this.options.length > 0));
  }

  close() {
    this.isOpen = false;
    this.popup.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.activate(-1);
  }

  activate(index) {
    if (this.options[this.active]) this.options[this.active].node.setAttribute("aria-selected", "false");
    this.active = index;
    const option = this.options[index];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.node.setAttribute("aria-selected", "true");
    option.node.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.node.id);
  }

  drawList() {
    const { failure, suggestions, note, count, text } = this.answer;
    const { words } = this.data;
    this.options = [];
    this.active = -1;
    this.list.replaceChildren();
    this.state.textContent = failure || note || "";
    this.state.setAttribute("aria-hidden", "true");
    this.spoken.textContent = failure || note || this.tally(words.found, suggestions.length);
    this.state.classList.toggle("failure", Boolean(failure));
    if (failure) return;
    let group;
    suggestions.forEach((suggestion) => {
      if (!group || group.dataset.kind !== suggestion.kind) group = this.addGroup(suggestion.kind);
      this.addOption(group, suggestion);
    });
    const label = words.contains.replace("{query}", () => text);
    const last = this.addOption(this.list, { kind: "q", value: text, label, detail: this.tally(words.counts, count), spans: [] });
    last.classList.add("all-that-contain");
  }

  tally([one, many], count) {
    return (count === 1 ? one : many).replace("{count}", count.toLocaleString("en-US"));
  }

  addGroup(kind) {
    const group = make("div", "group");
    group.dataset.kind = kind;
    group.setAttribute("role", "group");
    group.ariaLabel = this.data.words.kinds[kind];
    const title = make("div", "title", this.data.words.kinds[kind]);
    title.setAttribute("role", "presentation");
    group.append(title);
    this.list.append(group);
    return group;
  }

  addOption(parent, suggestion) {
    const node = make("div", "option");
    node.id = `suggestion-${this.options.length}`;
    node.setAttribute("role", "option");
    node.setAttribute("aria-selected", "false");
    const label = make("span", "label");
    let at = 0;
    suggestion.spans.forEach(([start, end]) => {
      label.append(suggestion.label.slice(at, start), make("mark", "", suggestion.label.slice(start, end)));
      at = end;
    });
    label.append(suggestion.label.slice(at));
    node.append(draw(suggestion.kind), label);
    if (suggestion.fit === NEAR) node.append(make("span", "near", this.data.words.near));
    node.append(make("span", "detail", suggestion.detail));
    node.addEventListener("click", () => this.choose(suggestion));
    parent.append(node);
    this.options.push({ node, suggestion });
    return node;
  }
}
