// What Folium's popups ask of jQuery, and no more: it is not among our libraries.
window.$ = window.jQuery = (markup) => {
  const holder = document.createElement("template");
  holder.innerHTML = markup.trim();
  return [holder.content.firstElementChild];
};
