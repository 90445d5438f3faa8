// The nearest parks to a point, and the field to type one. The page says what is listed;
// this draws it and passes on what is asked.
export default function ({ data, parentElement, setTriggerValue }) {
  const tell = (told) => setTriggerValue("told", told);
  let root = parentElement.querySelector(".nearest");
  if (!root) {
    root = make("section", "nearest");
    root.append(makeHead(), makeForm(), make("ul", "offers"), make("p", "said"), make("ol", "rows"), make("div", "notes"));
    parentElement.append(root);
  }
  root.tell = tell;
  drawHead(root, data);
  drawForm(root, data.field);
  drawOffers(root, data.offers);
  root.querySelector(".said").textContent = data.said;
  drawRows(root, data.rows || []);
  root.querySelector(".notes").replaceChildren(...(data.notes || []).map((note) => make("p", "", note)));
}

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function makeHead() {
  const head = make("header");
  const close = make("button", "close", "×");
  close.type = "button";
  close.addEventListener("click", () => close.closest(".nearest").tell({ close: true }));
  head.append(make("h2"), close);
  return head;
}

function makeForm() {
  const form = make("form");
  const label = make("label", "text");
  const input = make("input");
  Object.assign(input, { type: "search", name: "text", autocomplete: "off" });
  label.append(make("span"), input);
  const system = make("label", "system");
  const reference = make("select");
  reference.name = "reference";
  system.append(make("span"), reference);
  const find = make("button", "find");
  const services = make("button", "services");
  services.type = "button";
  const ask = (byService) => {
    const text = input.value.trim();
    if (text) form.closest(".nearest").tell({ text, reference: reference.value, services: byService });
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(false);
  });
  services.addEventListener("click", () => ask(true));
  const error = make("p", "error");
  error.setAttribute("role", "alert");
  form.append(label, system, find, error, services);
  return form;
}

function drawHead(root, { title, close }) {
  root.querySelector("h2").textContent = title;
  const button = root.querySelector(".close");
  button.title = button.ariaLabel = close;
}

function drawForm(root, field) {
  const form = root.querySelector("form");
  const { text, reference } = form.elements;
  form.querySelector(".text span").textContent = field.label;
  form.querySelector(".system span").textContent = field.reference_label;
  text.placeholder = field.hint;
  text.maxLength = field.most;
  // What is being typed is the reader's until it is sent.
  const isTyping = root.text === field.text;
  const chosen = isTyping && reference.value ? reference.value : field.reference;
  if (!isTyping) text.value = root.text = field.text;
  const names = JSON.stringify(field.references);
  if (root.names !== names) {
    root.names = names;
    reference.replaceChildren(...field.references.map(([value, name]) => new Option(name, value)));
  }
  reference.value = chosen;
  // What the visit can no longer offer is not kept.
  if (!reference.value) reference.value = field.reference;
  form.querySelector(".find").textContent = field.find;
  form.querySelector(".error").textContent = field.error;
  const services = form.querySelector(".services");
  services.hidden = !field.services;
  services.textContent = field.services;
  if (field.opened && root.opened !== field.opened) {
    root.opened = field.opened;
    text.focus();
    root.scrollIntoView({ block: "nearest" });
  }
}

function drawOffers(root, offers) {
  root.querySelector(".offers").replaceChildren(
    ...offers.map((name, number) => {
      const item = make("li");
      const button = make("button", "", name);
      button.type = "button";
      button.addEventListener("click", () => root.tell({ offer: number }));
      item.append(button);
      return item;
    })
  );
}

// A row drawn anew must not lose a keyboard's place.
function drawRows(root, rows) {
  const list = root.querySelector(".rows");
  const focused = list.getRootNode().activeElement?.closest(".rows button")?.dataset.park;
  list.replaceChildren(...rows.map((row) => makeRow(root, row)));
  [...list.querySelectorAll("button")].find(({ dataset }) => dataset.park === focused)?.focus();
}

function makeRow(root, { park, rank, distance, direction, name, where, precision, rough, selected }) {
  const item = make("li", rough ? "rough" : "");
  const button = make("button");
  button.type = "button";
  button.dataset.park = park;
  button.setAttribute("aria-pressed", String(selected));
  const far = make("span", "far");
  far.append(make("b", "", distance), make("i", "", direction));
  const what = make("span", "what");
  what.append(make("strong", "", name), make("small", "", where), make("em", "", precision));
  button.append(make("span", "rank", String(rank)), what, far);
  button.addEventListener("click", () => root.tell({ park }));
  item.append(button);
  return item;
}
