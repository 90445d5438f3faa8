// Lists of choices with how many parks each would show. The page says what is chosen;
// this only draws it and passes on a change. Where the lists are long their words come
// by an address once, and a change brings the choices and the counts of open lists.

const LONG = 16; // options before a list can be looked through
const MOST = 200; // options drawn at once; the others are found by typing
const SHORT = 10; // half widths of labels that stand side by side

const asked = new Map();

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".facets") || addRoot(parentElement);
  root.data = data;
  root.send = (told) => setStateValue("told", told);
  // What was clicked since the page last answered stands until it has answered that too.
  if (data.answered >= root.clicks) root.pending = {};
  if (data.lists) {
    root.content = data;
    draw(root);
    return;
  }
  ask(data.src)
    .then((content) => {
      if (root.data.src !== data.src) return;
      root.content = content;
      draw(root);
    })
    .catch(() => {
      asked.delete(data.src);
      root.replaceChildren(make("p", "note", data.failed));
    });
}

function ask(address) {
  if (!asked.has(address)) {
    const answer = fetch(address).then((response) => {
      if (!response.ok) throw new Error(address);
      return response.json();
    });
    asked.set(address, answer);
  }
  return asked.get(address);
}

function addRoot(parent) {
  const root = make("div", "facets");
  Object.assign(root, { clicks: 0, pending: {}, sought: {} });
  parent.append(root);
  return root;
}

function make(tag, className = "", text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

function makeButton(className, text, act) {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

function chosenOf(root, key) {
  return root.pending[key] || root.data.state[key]?.chosen || [];
}

function choose(root, changes) {
  Object.assign(root.pending, changes);
  pass(root);
  foretell(root);
  // What was clicked shows so itself; the rest can wait until the choice is on its way.
  setTimeout(() => draw(root));
}

// The map beside the lists need not wait for the page to hear of a choice.
function foretell(root) {
  if (!root.data.src) return;
  const chosen = Object.fromEntries(listKeys(root).map((key) => [key, chosenOf(root, key)]));
  window.dispatchEvent(new CustomEvent("parkatlas:choosing", { detail: { number: root.clicks, chosen } }));
}

// Every option of which something can be chosen: the page tells of what is chosen alone.
function listKeys(root) {
  const known = root.content.lists.map(({ key }) => key);
  return [...new Set([...known, ...Object.keys({ ...root.data.state, ...root.pending })])];
}

function pass(root) {
  root.clicks = Math.max(root.clicks, root.data.answered) + 1;
  root.send({ number: root.clicks, chosen: { ...root.pending }, open: [...openOf(root)] });
}

// Which lists are open is this side's to know: the page only begins with some.
function openOf(root) {
  root.open ||= new Set(root.data.open || root.content.lists.map(({ key }) => key));
  return root.open;
}

function draw(root) {
  const { content } = root;
  const drawn = content.lists.map(({ key }) => key).join();
  if (root.drawn !== drawn || !root.children.length) {
    root.drawn = drawn;
    root.sought = {};
    root.replaceChildren(make("div", "chosen"), ...content.lists.map(() => makeList(root)));
  }
  const [chips, ...lists] = root.children;
  content.lists.forEach((list, index) => drawList(root, lists[index], list));
  drawChips(root, chips);
}

// The choices as chips, each with a cross; the page names what no list holds.
function drawChips(root, place) {
  const { words } = root.content;
  if (!words.clear) return;
  const listed = root.content.lists
    .filter(({ single }) => !single)
    .flatMap(({ key, options }) => {
      const names = new Map(options);
      return chosenOf(root, key)
        .filter((value) => names.has(value))
        .map((value) => ({ key, values: [value], text: names.get(value) }));
    });
  const others = root.data.chips.filter(({ key }) => chosenOf(root, key).length);
  const focused = focusedIn(place);
  place.replaceChildren(
    ...[...listed, ...others].map(({ key, values, text }) => {
      const chip = makeButton("chip", text, () =>
        choose(root, { [key]: chosenOf(root, key).filter((value) => !values.includes(value)) })
      );
      chip.title = text;
      chip.ariaLabel = words.drop.replace("{choice}", () => text);
      return chip;
    })
  );
  const keys = listKeys(root);
  const isEmpty = !keys.some((key) => isNarrowed(root, key));
  const clear = makeButton("clear-all", words.clear, () =>
    choose(root, Object.fromEntries(keys.map((key) => [key, []])))
  );
  clear.disabled = isEmpty;
  place.append(clear);
  if (focused < 0) return;
  const next = [...place.children].slice(0, focused + 1).findLast(({ disabled }) => !disabled);
  (next || root.querySelector("legend .title:enabled"))?.focus();
}

function isNarrowed(root, key) {
  const list = root.content.lists.find((each) => each.key === key);
  const chosen = chosenOf(root, key);
  return chosen.length > 0 && !(list?.single && chosen[0] === list.options[0][0]);
}

// A drawn-anew chip must not lose a keyboard's place.
function focusedIn(place) {
  return [...place.children].indexOf(place.getRootNode().activeElement);
}

function makeList(root) {
  const list = make("fieldset");
  const legend = make("legend");
  const title = makeButton("title", "", () => toggle(root, list.name));
  const clear = makeButton("clear", "", () => choose(root, { [list.name]: [] }));
  legend.append(title, clear);
  const find = make("input", "find");
  find.type = "search";
  find.addEventListener("input", () => {
    root.sought[list.name] = find.value;
    draw(root);
  });
  const options = make("div", "options");
  options.addEventListener("change", () => takeClicks(root, list));
  list.append(legend, find, options, make("p", "more"), make("p", "note"));
  return list;
}

function toggle(root, key) {
  const open = openOf(root);
  if (!open.delete(key)) open.add(key);
  draw(root);
  pass(root);
}

function takeClicks(root, list) {
  const boxes = [...list.querySelectorAll(".options input")];
  const checked = boxes.filter((box) => box.checked).map((box) => box.value);
  const here = new Set(boxes.map((box) => box.value));
  const isSingle = list.classList.contains("single");
  // What the list does not show now, being looked through, stays chosen.
  const others = isSingle ? [] : chosenOf(root, list.name).filter((value) => !here.has(value));
  choose(root, { [list.name]: [...others, ...checked] });
}

function drawList(root, node, { key, title, note, single, options }) {
  const { words } = root.content;
  const told = chosenOf(root, key);
  const chosen = single && !told.length ? [options[0][0]] : told;
  const folds = Boolean(words.clear) && !single;
  const isOpen = !folds || openOf(root).has(key);
  node.name = key;
  node.classList.toggle("single", Boolean(single));
  node.classList.toggle("folds", folds);
  const [heading, clear] = node.querySelector("legend").children;
  heading.textContent = title;
  heading.disabled = !folds;
  if (folds) heading.ariaExpanded = String(isOpen);
  const count = options.filter(([value]) => chosen.includes(value)).length;
  heading.dataset.chosen = folds && count ? count : "";
  clear.hidden = !folds || !count;
  clear.textContent = words.clearOne || "";
  clear.ariaLabel = `${words.clearOne} · ${title}`;
  node.querySelector(".note").textContent = isOpen ? note : "";
  const find = node.querySelector(".find");
  find.hidden = !isOpen || single || options.length < LONG;
  find.placeholder = find.ariaLabel = words.find;
  const box = node.querySelector(".options");
  box.hidden = !isOpen;
  if (isOpen) drawOptions(root, node, box, { key, single, options, chosen });
}

function drawOptions(root, node, box, { key, single, options, chosen }) {
  const counts = root.data.state[key]?.counts;
  const sought = root.sought[key] || "";
  const found = options
    .map(([value, label, spelled], at) => ({ value, label, spelled, count: counts?.[at] }))
    .filter((option) => isSought(option, sought));
  const shown = found.slice(0, MOST);
  const left = found.length - shown.length;
  node.querySelector(".more").textContent = left ? root.content.words.more.replace("{count}", left.toLocaleString("en-US")) : "";
  const widths = options.map(([, label]) => label.replace(/[^\x00-\xff]/g, "**").length);
  box.classList.toggle("short", !single && Math.max(...widths) <= SHORT);
  while (box.children.length > shown.length) box.lastChild.remove();
  while (box.children.length < shown.length) box.append(makeOption(single, key));
  shown.forEach(({ value, label, count }, index) => {
    const row = box.children[index];
    const input = row.querySelector("input");
    input.value = value;
    input.checked = chosen.includes(value);
    row.classList.toggle("none", count === 0 && !input.checked);
    row.querySelector(".label").textContent = label;
    row.querySelector(".count").textContent = count ?? "";
  });
}

// By what is written, by pinyin and by initials, as the search box does.
function isSought({ label, spelled = "" }, text) {
  const wanted = text.normalize("NFKC").trim().toLowerCase();
  if (label.normalize("NFKC").toLowerCase().includes(wanted)) return true;
  const parts = spelled.split("-");
  const run = wanted.replaceAll(" ", "");
  return parts.join("").includes(run) || parts.map(([first]) => first).join("").includes(run);
}

function makeOption(single, key) {
  const row = make("label");
  const input = make("input");
  input.type = single ? "radio" : "checkbox";
  input.name = key;
  row.append(input, make("span", "label"), make("span", "count"));
  return row;
}
