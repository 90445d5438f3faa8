// Light, dark or as the system: a choice that stays in the browser. Streamlit follows
// the system's colour scheme; what it reads there is answered by the choice, and it
// reads it again after a print.
const QUERY = "(prefers-color-scheme: dark)";
const KEY = "parkatlas-look";
const LOOKS = ["system", "light", "dark"];

const look = (window.parkatlasLook ??= begin());

export default function ({ data, parentElement }) {
  document.documentElement.lang = data.language === "en" ? "en" : "zh-CN";
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
    keep(name);
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
  put();
  if (it.chosen !== "system") window.dispatchEvent(new Event("afterprint"));
  return it;
}

// A browser may refuse to keep anything; then the choice lasts as long as the page.
function recall() {
  try {
    const kept = window.localStorage.getItem(KEY);
    return LOOKS.includes(kept) ? kept : "system";
  } catch {
    return "system";
  }
}

function keep(name) {
  try {
    window.localStorage.setItem(KEY, name);
  } catch {
    return;
  }
}
