// Watches a page from within: when it was clicked, and from when on something is painted.
(() => {
  if (window !== window.top) return;

  const afterPaint = (tell) => requestAnimationFrame(() => requestAnimationFrame(tell));

  const holds = (condition) => {
    try {
      return Boolean(condition());
    } catch {
      return false; // what it asks for is not there yet, or just on its way out
    }
  };

  // Components live in shadow roots, which no query looks into from outside.
  const roots = [document];
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    return root;
  };

  window.bench = {
    clickedAt: null,

    // The window of the map's frame, by a part of its address.
    frame: (part) =>
      roots
        .flatMap((root) => [...root.querySelectorAll("iframe")])
        .find((it) => it.isConnected && it.src.includes(part)).contentWindow,

    isIdle: () =>
      document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning",

    holds,

    // Milliseconds since the navigation began at which the condition is painted.
    until: (condition, limit) =>
      new Promise((tell, fail) => {
        const look = () => {
          if (holds(condition)) afterPaint(() => tell(performance.now()));
          else if (performance.now() > limit) fail(new Error(`not within the time: ${condition}`));
          else requestAnimationFrame(look);
        };
        limit += performance.now();
        look();
      }),
  };

  window.addEventListener(
    "click",
    (event) => {
      window.bench.clickedAt ??= event.timeStamp;
    },
    true
  );
})();
