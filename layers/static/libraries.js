// Asks for a library when it is first needed, and again after it failed. A map file has
// its libraries in it, as text that is run when it is first needed.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const libraries = {};

  const runHeld = (address) => {
    const held = document.querySelector(`script[data-library="${address}"]`);
    if (!held || !held.textContent) return null;
    document.head.append(ParkAtlas.element("script", "", held.textContent));
    return Promise.resolve();
  };

  const fetch = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => {
        script.remove();
        delete libraries[address];
        reject(new Error(address));
      };
      document.head.append(script);
    });

  ParkAtlas.load = (address) => {
    libraries[address] = libraries[address] || runHeld(address) || fetch(address);
    return libraries[address];
  };
})();
