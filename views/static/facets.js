// Lists of choices with how many parks each would show. The page says what is chosen;
// this only draws it and passes on a change.
export default function ({ data, parentElement, setStateValue }) {
  let root = parentElement.querySelector(".facets");
  if (!root) {
    root = make("div", "facets");
    root.clicks = 0;
    parentElement.append(root);
  }
  root.passOn = () => {
    root.clicks = Math.max(root.clicks, root.answered) + 1;
    const lists = [...root.children].map((list) => [list.name, readChosen(list)]);
    setStateValue("told", { number: root.clicks, chosen: Object.fromEntries(lists) });
  };
  root.answered = data.answered;
  if (root.children.length !== data.lists.length) {
    root.replaceChildren(...data.lists.map(() => makeList(root)));
  }
  // What was clicked since the page last answered stands until it has answered that too.
  const isBehind = data.answered < root.clicks;
  data.lists.forEach((list, index) => draw(root.children[index], list, data.find, isBehind));
}

function make(tag, className) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  return node;
}

function makeList(root) {
  const list = make("fieldset");
  list.append(make("legend"), make("input", "find"), make("div", "options"), make("p", "note"));
  const find = list.querySelector(".find");
  find.type = "search";
  find.addEventListener("input", () => narrow(list, find.value));
  list.addEventListener("change", (event) => {
    if (event.target !== find) root.passOn();
  });
  return list;
}

function readChosen(list) {
  return [...list.querySelectorAll(".options input:checked")].map((box) => box.value);
}

function draw(list, { key, title, note, single, options, chosen }, finding, isBehind) {
  const shown = isBehind && list.name === key ? readChosen(list) : chosen;
  list.name = key;
  list.classList.toggle("single", single);
  list.querySelector("legend").textContent = title;
  list.querySelector(".note").textContent = note;
  const find = list.querySelector(".find");
  find.hidden = options.length < 16;
  find.placeholder = find.ariaLabel = finding;
  const box = list.querySelector(".options");
  if (box.children.length !== options.length) {
    box.replaceChildren(...options.map(() => makeOption(single, key)));
  }
  options.forEach(([id, label, count], index) => {
    const row = box.children[index];
    const input = row.querySelector("input");
    input.value = id;
    input.checked = shown.includes(id);
    row.classList.toggle("none", count === 0 && !input.checked);
    row.querySelector(".label").textContent = label;
    row.querySelector(".count").textContent = count ?? "";
  });
}

function makeOption(single, key) {
  const row = make("label");
  const input = make("input");
  input.type = single ? "radio" : "checkbox";
  input.name = key;
  row.append(input, make("span", "label"), make("span", "count"));
  return row;
}

function narrow(list, text) {
  const wanted = text.trim().toLowerCase();
  list.querySelectorAll(".options label").forEach((row) => {
    row.hidden = !row.querySelector(".label").textContent.toLowerCase().includes(wanted);
  });
}
