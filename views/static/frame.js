// Keeps the map's frame through reruns and passes on what to show and what was clicked or moved.
export default function ({ data, parentElement, setTriggerValue }) {
  let frame = parentElement.querySelector("iframe");
  if (!frame) {
    frame = document.createElement("iframe");
    frame.dataset.testid = "map";
    parentElement.append(frame);
  }
  frame.title = data.title;
  const wish = {
    parkatlas: data.edition,
    language: data.language,
    shown: data.shown,
    sectors: data.sectors,
    park: data.park,
    moves: data.moves,
    handle: data.handle,
  };
  const tell = () => {
    if (frame.contentWindow) frame.contentWindow.postMessage(wish, window.location.origin);
  };
  const hear = (event) => {
    if (event.source !== frame.contentWindow || event.origin !== window.location.origin) return;
    if (!event.data || event.data.parkatlas !== data.edition) return;
    if (event.data.ready) tell();
    if (event.data.moved) setTriggerValue("moved", event.data.moved);
    if ("select" in event.data) setTriggerValue("click", { park: event.data.select });
  };
  window.addEventListener("message", hear);
  if (frame.dataset.src !== data.src) {
    frame.dataset.src = data.src;
    frame.src = data.src;
  } else {
    tell();
  }
  return () => window.removeEventListener("message", hear);
}
