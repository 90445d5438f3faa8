// Keeps the map's frame through reruns, passes on what to show and what was done on the
// map, and writes the address: the page's part of it as the page says it, the map's as
// the map does. What is chosen of the filter's lists goes to the map at once, which shows
// what it can foresee of that until the page has answered.

// Names of the map's own part of a link.
const DISPLAY = ["layers", "colour", "size", "shade", "basemap", "at"];

// What outlives a frame: another page may have been shown meanwhile.
const kept = { display: null, number: 0, flown: 0, told: 0, waiting: [], choosing: null };

export default function ({ data, parentElement, setTriggerValue }) {
  const frame = parentElement.querySelector("iframe") || addFrame(parentElement);
  frame.title = data.title;
  drop(data.answered);
  const link = { frame, data };
  const hear = (event) => {
    if (event.source !== frame.contentWindow || event.origin !== window.location.origin) return;
    if (!event.data || event.data.parkatlas !== data.edition) return;
    answer(link, event.data, setTriggerValue);
  };
  const goBack = () => {
    // The page answers with the entry's own parks; until then it still says the old.
    frame.stale = data.link;
    keepDisplay(readDisplay());
    tell(link);
  };
  const choose = ({ detail }) => {
    kept.choosing = { number: detail.number, since: data.taken };
    if (isReady(frame)) post(link, { choosing: detail.chosen });
  };
  // Light and dark reach the map without a run of the page.
  const look = new MutationObserver(() => tell(link));
  const leave = () => {
    window.removeEventListener("message", hear);
    window.removeEventListener("popstate", goBack);
    window.removeEventListener("parkatlas:choosing", choose);
    look.disconnect();
  };
  // Streamlit calls what is returned when the frame goes, not between one run and the next.
  frame.leave?.();
  frame.leave = leave;
  window.addEventListener("message", hear);
  window.addEventListener("popstate", goBack);
  window.addEventListener("parkatlas:choosing", choose);
  look.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  showInTable(data);
  if (frame.dataset.src !== data.src) load(link);
  else tell(link);
  writeAddress(link);
  return leave;
}

// The table shows the same parks: it hears of them here, not a second time from the server.
function showInTable({ edition, shown, park }) {
  window.parkatlas = { ...window.parkatlas, shown: { edition, shown, park } };
  window.dispatchEvent(new CustomEvent("parkatlas:shown"));
}

function addFrame(parentElement) {
  const frame = document.createElement("iframe");
  frame.dataset.testid = "map";
  parentElement.append(frame);
  return frame;
}

// The light over its ground goes out once the map stands: unseen it would be drawn on.
function setReady(frame, ready) {
  frame.toggleAttribute("data-ready", ready);
}

function isReady(frame) {
  return frame.hasAttribute("data-ready");
}

function load({ frame, data }) {
  frame.dataset.src = data.src;
  setReady(frame, false);
  const asked = readDisplay();
  if (data.link !== null && (Object.keys(asked).length || !kept.display)) keepDisplay(asked);
  frame.src = data.src + (isDark() ? "#dark" : "");
}

function answer(link, message, setTriggerValue) {
  if (message.ready) {
    setReady(link.frame, true);
    tell(link);
  }
  if (message.moved) setTriggerValue("moved", message.moved);
  if (message.display && link.data.link !== null) {
    kept.display = message.display;
    writeAddress(link);
  }
  if (message.event) {
    kept.told = Math.max(kept.told, link.data.answered) + 1;
    kept.waiting.push({ number: kept.told, ...message.event });
    setTriggerValue("told", { events: [...kept.waiting] });
  }
}

// What the page has taken need not be told again.
function drop(answered) {
  kept.waiting = kept.waiting.filter(({ number }) => number > answered);
}

function keepDisplay(display) {
  kept.display = display;
  kept.number += 1;
}

function tell({ frame, data }) {
  if (!isReady(frame)) return;
  const { src, title, link, answered, taken, edition, fly, ...wish } = data;
  const isNew = fly && fly.number > kept.flown;
  if (isNew) kept.flown = fly.number;
  post(
    { frame, data },
    {
      ...wish,
      isBehind: isBehind(taken),
      dark: isDark(),
      fly: isNew ? fly : null,
      display: link === null ? null : { number: kept.number, ...kept.display },
    }
  );
}

function post({ frame, data }, message) {
  frame.contentWindow.postMessage({ ...message, parkatlas: data.edition }, window.location.origin);
}

// Whether the page has not answered the last choice yet. One that has answered less than
// when that was made has begun anew and knows nothing of it.
function isBehind(taken) {
  const { choosing } = kept;
  const isWaiting = choosing !== null && choosing.since <= taken && taken < choosing.number;
  if (!isWaiting) kept.choosing = null;
  return isWaiting;
}

function isDark() {
  return document.documentElement.dataset.theme === "dark";
}

function readDisplay() {
  const query = new URLSearchParams(window.location.search);
  return Object.fromEntries(DISPLAY.filter((name) => query.has(name)).map((name) => [name, query.get(name)]));
}

// Another choice is another entry of the history; a moved map is not.
function writeAddress({ frame, data }) {
  if (data.link === null) return;
  const isFirst = !frame.isWritten;
  frame.isWritten = true;
  const query = new URLSearchParams(window.location.search);
  DISPLAY.forEach((name) => query.delete(name));
  const before = query.toString();
  const said = new URLSearchParams(data.link).toString();
  if (frame.stale === data.link && before !== said) return;
  const isAnswer = frame.stale !== undefined;
  delete frame.stale;
  const wished = new URLSearchParams(data.link);
  Object.entries(kept.display || {}).forEach(([name, text]) => text && wished.set(name, text));
  // As people read and write it: these letters need no escape in a query.
  const text = wished.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  const address = window.location.pathname + (text ? `?${text}` : "") + window.location.hash;
  if (address === window.location.pathname + window.location.search + window.location.hash) return;
  const isOther = before !== said && !isFirst && !isAnswer;
  window.history[isOther ? "pushState" : "replaceState"](window.history.state, "", address);
}
