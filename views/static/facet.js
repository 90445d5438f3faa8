// A list of choices with how many parks each would show. The page says what is chosen;
// this only draws it and passes on a change.
export default function ({ data, parentElement, setStateValue }) {
  let root = parentElement.querySelector("fieldset");
  if (!root) {
    root = document.createElement("fieldset");
    root.append(make("legend"), make("input", "find"), make("div", "options"));
    const find = root.querySelector(".find");
    find.type = "search";
    find.addEventListener("input", () => narrow(root, find.value));
    parentElement.append(root);
  }
  root.passOn = (chosen) => {
    root.sent = JSON.stringify(chosen);
    root.sentAt = Date.now();
    setStateValue("chosen", chosen);
  };
  // The answer to an earlier click must not undo a later one that is still on its way.
  if (root.sent === JSON.stringify(data.chosen)) root.sent = null;
  const waiting = root.sent && Date.now() - root.sentAt < 2000;
  draw(root, data, waiting ? JSON.parse(root.sent) : data.chosen);
}

function make(tag, className) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  return node;
}

function draw(root, data, chosen) {
  root.querySelector("legend").textContent = data.title;
  const find = root.querySelector(".find");
  find.hidden = data.options.length < 16;
  find.placeholder = find.ariaLabel = data.find;
  const box = root.querySelector(".options");
  if (box.children.length !== data.options.length) {
    box.replaceChildren(...data.options.map(() => makeOption(root)));
  }
  data.options.forEach(([id, label, count], index) => {
    const row = box.children[index];
    const input = row.querySelector("input");
    input.value = id;
    input.checked = chosen.includes(id);
    row.classList.toggle("none", count === 0 && !input.checked);
    row.querySelector(".label").textContent = label;
    row.querySelector(".count").textContent = count;
  });
}

function makeOption(root) {
  const row = make("label");
  const input = make("input");
  input.type = "checkbox";
  input.addEventListener("change", () => {
    const boxes = [...root.querySelectorAll(".options input")];
    root.passOn(boxes.filter((box) => box.checked).map((box) => box.value));
  });
  row.append(input, make("span", "label"), make("span", "count"));
  return row;
}

function narrow(root, text) {
  const wanted = text.trim().toLowerCase();
  root.querySelectorAll(".options label").forEach((row) => {
    row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
}
