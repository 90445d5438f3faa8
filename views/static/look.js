// Light, dark or as the system: a choice that stays in the browser. Streamlit follows
// the system's colour scheme; what it reads there is answered by the choice, and it
// reads it again after a print.
const QUERY = "(prefers-color-scheme: dark)";
const KEY = "parkatlas-look";
const VISIT = "parkatlas-visit";
const LOOKS = ["system", "light", "dark"];

const look = (window.parkatlasLook ??= begin());

export default function ({ data, parentElement }) {
  document.documentElement.lang = data.language === "en" ? "en" : "zh-CN";
  offerSkip(data.skip);
  document.documentElement.style.setProperty("--pa-skip-main", JSON.stringify(data.skipMain));
  let box = parentElement.querySelector("fieldset");
  if (!box) {
    box = document.createElement("fieldset");
    box.append(document.createElement("legend"), ...LOOKS.map(makeOption));
    box.addEventListener("change", (event) => look.choose(event.target.value));
    parentElement.append(box);
  }
  box.querySelector("legend").textContent = data.title;
  LOOKS.forEach((name) => {
    const input = box.querySelector(`[value=${name}]`);
    input.checked = name === look.chosen;
    input.nextElementSibling.textContent = data.names[name];
  });
}

// The table says all that the map shows, to those who cannot see a map.
const TABLE = ".st-key-table, .st-key-parks_table, .st-key-quality_table";

function offerSkip(text) {
  let link = document.querySelector(".pa-skip");
  if (!link) {
    link = document.createElement("a");
    link.className = "pa-skip";
    link.href = "#";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const table = document.querySelector(TABLE);
      if (!table) return;
      table.tabIndex = -1;
      table.focus();
      table.scrollIntoView();
    });
    // A page without a table has nothing to skip to.
    link.addEventListener("focus", () => {
      link.hidden = !document.querySelector(TABLE);
    });
    document.body.prepend(link);
  }
  link.textContent = text;
}

function makeOption(name) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: "look", value: name });
  label.append(input, document.createElement("span"));
  return label;
}

function begin() {
  const ask = window.matchMedia.bind(window);
  const system = ask(QUERY);
  const it = { chosen: recall() };
  const isDark = () => (it.chosen === "system" ? system.matches : it.chosen === "dark");
  const put = () => {
    document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  };
  it.choose = (name) => {
    it.chosen = name;
    write(KEY, name);
    put();
    window.dispatchEvent(new Event("afterprint"));
  };
  window.matchMedia = (query) => {
    const answer = ask(query);
    if (query !== QUERY) return answer;
    return new Proxy(answer, {
      get: (target, name) => {
        if (name === "matches") return isDark();
        const value = target[name];
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  };
  system.addEventListener("change", put);
  welcome();
  put();
  if (it.chosen !== "system") window.dispatchEvent(new Event("afterprint"));
  return it;
}

// The line of a first visit goes for good once it is read.
function welcome() {
  const root = document.documentElement;
  if (read(VISIT) === null) root.dataset.visit = "first";
  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest(".pa-first button")) return;
    delete root.dataset.visit;
    write(VISIT, "read");
  });
}

// A browser may refuse to keep anything; then a choice lasts as long as the page.
function read(key) {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key, text) {
  try {
    window.localStorage.setItem(key, text);
  } catch {
    return;
  }
}

function recall() {
  const kept = read(KEY);
  return LOOKS.includes(kept) ? kept : "system";
}
