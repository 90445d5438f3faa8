// The note beside the tools: what the one in hand says, and the fields it asks with.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const { element } = ParkAtlas;

  // What is said beside the buttons: a title, a line that follows, and the tool's own fields.
  ParkAtlas.Note = class {
    constructor(atlas, close) {
      this.atlas = atlas;
      this.node = element("section", "panel tool-note");
      this.node.hidden = true;
      this.title = element("h2");
      this.close = element("button", "note-close", "×");
      this.close.type = "button";
      this.close.addEventListener("click", close);
      this.line = element("p", "line");
      this.line.setAttribute("role", "status");
      this.fields = element("div", "fields");
      this.node.append(this.close, this.title, this.line, this.fields);
      L.DomEvent.disableClickPropagation(this.node);
      L.DomEvent.disableScrollPropagation(this.node);
      atlas.map.getContainer().append(this.node);
      atlas.follow(() => {
        this.close.setAttribute("aria-label", atlas.text("tool-end"));
        this.close.title = atlas.text("tool-end");
      });
    }

    show(name, fields) {
      this.title.textContent = this.atlas.text(`tool-${name}`);
      this.fields.replaceChildren(...fields);
      this.node.hidden = false;
    }

    say(text, { isWrong = false } = {}) {
      this.line.textContent = text;
      this.line.classList.toggle("wrong", isWrong);
    }
  };

  // What a tool builds its fields of.
  ParkAtlas.Fields = class {
    constructor(atlas, isSmall) {
      this.atlas = atlas;
      this.isSmall = isSmall;
    }

    button(key, act, { isMain = false } = {}) {
      const button = element("button", isMain ? "main" : "", this.atlas.text(key));
      button.type = "button";
      button.addEventListener("click", act);
      return button;
    }

    row(...nodes) {
      const row = element("div", "buttons");
      row.append(...nodes);
      return row;
    }

    // A field that is taken with Enter.
    text(key, take, { hint = "", mode = "text" } = {}) {
      const label = element("label", "", this.atlas.text(key));
      label.append(this.input(take, { hint, mode }));
      return label;
    }

    // Another way to the same, which a small map has no room for at first.
    typed(key, take, { hint }) {
      const more = element("details", "typed");
      const input = this.input(take, { hint, mode: "text" });
      input.setAttribute("aria-label", this.atlas.text(key));
      more.open = !this.isSmall();
      more.append(element("summary", "", this.atlas.text(key)), input);
      return more;
    }

    input(take, { hint, mode }) {
      const input = element("input");
      Object.assign(input, { type: "text", placeholder: hint, autocomplete: "off", inputMode: mode });
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        take(input.value);
      });
      return input;
    }

    tick(key, isOn, change) {
      const label = element("label", "tick");
      const input = element("input");
      Object.assign(input, { type: "checkbox", checked: isOn });
      input.addEventListener("change", () => change(input.checked));
      label.append(input, this.atlas.text(key));
      return label;
    }
  };
})();
