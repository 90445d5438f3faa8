// Makes the nodes of the map. Text from a table only ever becomes the text of a node:
// nothing here parses markup.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  ParkAtlas.element = (tag, className, text) => {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined && text !== null) node.textContent = text;
    return node;
  };
})();
