// Shows a page that the server wrote, in which every text of a table is escaped. Links
// stay links, to be copied and opened elsewhere; a plain click keeps the visit.
const shown = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const sheet = parentElement.querySelector(".pa-sheet") || add(parentElement);
  if (shown.get(sheet) !== data.markup) {
    shown.set(sheet, data.markup);
    const held = document.activeElement && sheet.contains(document.activeElement) && document.activeElement.dataset.act;
    sheet.innerHTML = data.markup;
    keepFocus(sheet, held);
  }
  sheet.onclick = (event) => answer(event, setTriggerValue);
}

function add(parentElement) {
  const sheet = document.createElement("div");
  sheet.className = "pa-sheet";
  parentElement.append(sheet);
  return sheet;
}

// Who works with the keyboard stays where they were.
function keepFocus(sheet, held) {
  if (!held) return;
  const again = [...sheet.querySelectorAll("[data-act]")].find((element) => element.dataset.act === held);
  (again || sheet.querySelector("[data-act]"))?.focus();
}

function answer(event, setTriggerValue) {
  const target = event.target.closest("[data-act], [data-copy], [data-print], [data-save]");
  if (!target) return;
  if ("print" in target.dataset) window.print();
  else if ("copy" in target.dataset) copyLink(target);
  else if ("save" in target.dataset) saveDrawing(target.dataset.save, target.dataset.name);
  else if (isPlain(event)) {
    event.preventDefault();
    setTriggerValue("act", JSON.parse(target.dataset.act));
  }
}

// A drawing of the page, as the file it already is.
function saveDrawing(place, name) {
  const drawing = document.querySelector(place);
  if (!drawing) return;
  const text = new XMLSerializer().serializeToString(drawing);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function isPlain(event) {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

// With no leave to write the clipboard, the link stands there to be copied by hand.
async function copyLink(button) {
  const link = new URL(button.dataset.copy, window.location.href).href;
  const field = button.parentElement.querySelector(".pa-link");
  const said = button.parentElement.querySelector("[role=status]");
  field.value = link;
  field.hidden = true;
  const isCopied = (await writeClipboard(link)) || copySelected(field);
  field.hidden = isCopied;
  if (!isCopied) field.select();
  said.textContent = isCopied ? said.dataset.done : said.dataset.byHand;
}

async function writeClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copySelected(field) {
  field.hidden = false;
  field.select();
  return document.execCommand("copy");
}
