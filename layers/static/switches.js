// The box of layers and basemaps, and what it says of the basemap's datum.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  const makeOption = (atlas, type, say, checked, change) => {
    const label = element("label");
    const input = element("input");
    Object.assign(input, { type, name: type, checked });
    input.addEventListener("change", () => change(input.checked));
    const text = element("span");
    atlas.follow(() => {
      text.textContent = say();
    });
    label.append(input, text);
    return label;
  };

  // Draws one basemap at a time under the parks, each moved to its datum, and says
  // under the choices why there is nothing to see of it.
  const makeChooser = (atlas, notice) => {
    let chosen = null;
    let drawn = null;
    let hasFailed = false;
    const isTooFar = () =>
      Boolean(chosen && chosen.archive) && Math.round(atlas.map.getZoom()) < chosen.archive.options.minZoom;
    const say = () => {
      notice.hidden = !hasFailed && !isTooFar();
      notice.textContent = atlas.text(hasFailed ? "basemap-failed" : "basemap-closer");
    };
    const hear = (failed) => () => {
      hasFailed = failed;
      say();
    };
    const heard = { failed: hear(true), loaded: hear(false) };
    const choose = (basemap) => {
      if (drawn) drawn.remove();
      chosen = basemap;
      atlas.basemap = basemap;
      hasFailed = false;
      atlas.map.getContainer().classList.toggle("has-basemap", Boolean(basemap));
      atlas.setDatum(basemap ? basemap.datum : "WGS-84");
      drawn = basemap && ParkAtlas.drawBasemap(atlas, basemap, heard).addTo(atlas.map);
      say();
    };
    atlas.map.on("zoomend", say);
    // The names on a basemap of vectors follow the page's language.
    atlas.follow(() => (chosen && chosen.archive && !chosen.archive.pictureType ? choose(chosen) : say()));
    return choose;
  };

  ParkAtlas.addLayerSwitches = (atlas, basemaps) => {
    const box = element("details", "panel switches");
    const title = element("summary");
    const overlays = element("fieldset");
    const grounds = element("fieldset");
    const notice = element("p", "failure");
    notice.setAttribute("role", "status");
    box.append(title, overlays, grounds, notice);
    const choose = makeChooser(atlas, notice);
    atlas.follow(() => {
      title.textContent = atlas.text("layers");
    });
    ["parks", "zones", "districts"].forEach((name) => {
      overlays.append(
        makeOption(atlas, "checkbox", () => atlas.text(name), true, (on) =>
          on ? atlas.overlays[name].addTo(atlas.map) : atlas.overlays[name].remove()
        )
      );
    });
    grounds.append(makeOption(atlas, "radio", () => atlas.text("no-basemap"), true, () => choose(null)));
    basemaps.forEach((basemap) => {
      grounds.append(makeOption(atlas, "radio", () => atlas.named(basemap), false, () => choose(basemap)));
    });
    ParkAtlas.place(atlas, "topright", box);
  };

  // Whoever reads a place off a basemap of another datum must know which it is.
  ParkAtlas.addDatumNote = (atlas) => {
    const note = element("p", "panel datum");
    note.setAttribute("role", "note");
    const fill = () => {
      note.hidden = atlas.datum === "WGS-84";
      note.textContent = note.hidden ? "" : atlas.text(`datum-${atlas.datum}`);
    };
    atlas.follow(fill);
    atlas.on((event) => event.kind === "datum" && fill());
    atlas.map.getContainer().append(note);
  };
})();
