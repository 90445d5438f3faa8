// The button on the map that saves a picture of it, and the questions it asks.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  const PAPERS = ["A4-landscape", "A4-portrait", "A3-landscape", "A3-portrait"];
  const FORMATS = ["png-300", "png-150", "svg"];

  const follow = (atlas, node, key) => {
    atlas.follow(() => {
      node.textContent = atlas.text(key);
    });
    return node;
  };

  const makeField = (atlas, key, input) => {
    const label = element("label");
    label.append(follow(atlas, element("span"), key), input);
    return label;
  };

  const makeSelect = (atlas, names) => {
    const select = element("select");
    names.forEach((name) => {
      const option = follow(atlas, element("option"), `picture-${name}`);
      option.value = name;
      select.append(option);
    });
    return select;
  };

  const makeForm = (atlas) => {
    const title = Object.assign(element("input"), { type: "text", maxLength: 120, value: atlas.payload.table.name });
    const paper = makeSelect(atlas, PAPERS);
    const format = makeSelect(atlas, FORMATS);
    const save = Object.assign(follow(atlas, element("button", "primary"), "picture-save"), { type: "submit" });
    const close = Object.assign(follow(atlas, element("button"), "close"), { type: "button" });
    const status = element("p", "status");
    status.setAttribute("role", "status");
    const form = element("form");
    const buttons = element("div", "buttons");
    buttons.append(save, close);
    form.append(
      follow(atlas, element("h2"), "picture"),
      makeField(atlas, "picture-title", title),
      makeField(atlas, "picture-paper", paper),
      makeField(atlas, "picture-format", format),
      status,
      buttons
    );
    return { form, title, paper, format, save, close, status };
  };

  const readWish = ({ title, paper, format }) => {
    const [size, turn] = paper.value.split("-");
    const [kind, dots] = format.value.split("-");
    return { paper: size, isPortrait: turn === "portrait", title: title.value.trim(), format: kind, dots: Number(dots) };
  };

  const saveFrom = async (atlas, fields) => {
    fields.save.disabled = true;
    fields.status.textContent = atlas.text("picture-drawing");
    try {
      fields.status.textContent = atlas.text(await ParkAtlas.savePicture(atlas, readWish(fields)));
    } catch (error) {
      fields.status.textContent = atlas.text("picture-failed");
      throw error;
    } finally {
      fields.save.disabled = false;
    }
  };

  const makeDialog = (atlas) => {
    const dialog = element("dialog", "panel picture-dialog");
    const fields = makeForm(atlas);
    fields.close.addEventListener("click", () => dialog.close());
    fields.form.addEventListener("submit", (event) => {
      event.preventDefault();
      saveFrom(atlas, fields);
    });
    dialog.append(fields.form);
    // Its keys are its own: the map takes arrows, a map file's panel Escape.
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    atlas.follow(() => dialog.setAttribute("aria-label", atlas.text("picture")));
    document.body.append(dialog);
    return () => {
      fields.status.textContent = "";
      dialog.showModal();
    };
  };

  const drawIcon = () => {
    const icon = ParkAtlas.makeSvg("svg", { viewBox: "0 0 20 20", width: 18, height: 18, "aria-hidden": "true" });
    const line = { fill: "none", stroke: "currentColor", "stroke-width": 1.6, "stroke-linejoin": "round", "stroke-linecap": "round" };
    icon.append(
      ParkAtlas.makeSvg("path", { d: "M3 4h14v12H3z", ...line }),
      ParkAtlas.makeSvg("path", { d: "M3 14l4-4 3 3 3-4 4 4", ...line }),
      ParkAtlas.makeSvg("circle", { cx: 7, cy: 7.5, r: 1.2, fill: "currentColor" })
    );
    return icon;
  };

  ParkAtlas.addPictureButton = (atlas) => {
    const button = Object.assign(element("button", "panel picture-button"), { type: "button" });
    button.append(drawIcon());
    atlas.follow(() => {
      button.title = atlas.text("picture");
      button.setAttribute("aria-label", button.title);
    });
    // Few visits save a picture: its form is made for those.
    let open = null;
    button.addEventListener("click", () => {
      open = open || makeDialog(atlas);
      open();
    });
    ParkAtlas.place(atlas, "topleft", button);
  };
})();
