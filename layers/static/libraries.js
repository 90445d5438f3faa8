// Asks for a library when it is first needed, and again after it failed.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const libraries = {};

  ParkAtlas.load = (address) => {
    libraries[address] =
      libraries[address] ||
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
    return libraries[address];
  };
})();
