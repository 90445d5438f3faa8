// Records what is drawn on a canvas as SVG: one drawing serves screen, SVG and PNG.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const SVG = "http://www.w3.org/2000/svg";

  // XML knows no control characters; half a character is none either.
  const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

  ParkAtlas.cleanText = (text) => String(text).replace(UNWRITABLE, "\ufffd");

  ParkAtlas.makeSvg = (tag, attributes = {}, text) => {
    const node = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => {
      if (value !== undefined && value !== null) node.setAttribute(name, value);
    });
    if (text !== undefined) node.textContent = ParkAtlas.cleanText(text);
    return node;
  };

  const shorten = (number) => String(Math.round(number * 100) / 100);
  ParkAtlas.shorten = shorten;

  // A ruler for texts and a reader of colours.
  const scratch = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  ParkAtlas.measureText = (text, font) => {
    scratch.font = font;
    return scratch.measureText(text).width;
  };

  // Any colour of CSS as [#rrggbb, opacity], which all readers of SVG know.
  ParkAtlas.splitColour = (colour) => {
    scratch.fillStyle = "#000000";
    scratch.fillStyle = colour;
    const said = scratch.fillStyle;
    if (said.startsWith("#")) return [said, 1];
    const [red, green, blue, opacity] = said.match(/[\d.]+/g).map(Number);
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
    return [`#${hex}`, opacity];
  };

  const START = {
    fillStyle: "#000000", strokeStyle: "#000000", lineWidth: 1, globalAlpha: 1, lineCap: "butt", lineJoin: "miter",
    font: "10px sans-serif", textAlign: "start", textBaseline: "alphabetic", matrix: [1, 0, 0, 1, 0, 0], dashes: [],
  };
  const ANCHORS = { left: "start", start: "start", center: "middle", right: "end", end: "end" };
  const DROPS = { top: 0.8, hanging: 0.8, middle: 0.35, alphabetic: 0, ideographic: -0.12, bottom: -0.2 };

  ParkAtlas.SvgCanvas = class {
    // `parent` is the SVG element that what is drawn is added to.
    constructor(parent) {
      Object.assign(this, START);
      this.parent = parent;
      this.kept = [];
      this.path = "";
    }

    save() {
      this.kept.push(Object.fromEntries(Object.keys(START).map((name) => [name, this[name]])));
    }

    restore() {
      if (this.kept.length) Object.assign(this, this.kept.pop());
    }

    transform(a, b, c, d, e, f) {
      const [A, B, C, D, E, F] = this.matrix;
      this.matrix = [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
    }

    translate(x, y) {
      this.transform(1, 0, 0, 1, x, y);
    }

    scale(x, y) {
      this.transform(x, 0, 0, y, 0, 0);
    }

    rotate(angle) {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      this.transform(cos, sin, -sin, cos, 0, 0);
    }

    setTransform(...matrix) {
      this.matrix = matrix;
    }

    setLineDash(dashes) {
      this.dashes = [...dashes];
    }

    getLineDash() {
      return this.dashes;
    }

    // Paper begins clean.
    clearRect() {}

    beginPath() {
      this.path = "";
    }

    add(letter, ...numbers) {
      this.path += letter + numbers.map(shorten).join(" ");
    }

    moveTo(x, y) {
      this.add("M", x, y);
    }

    lineTo(x, y) {
      this.add(this.path ? "L" : "M", x, y);
    }

    closePath() {
      if (this.path) this.path += "Z";
    }

    rect(x, y, width, height) {
      this.add("M", x, y);
      this.path += `h${shorten(width)}v${shorten(height)}h${shorten(-width)}Z`;
    }

    quadraticCurveTo(...points) {
      this.add("Q", ...points);
    }

    bezierCurveTo(...points) {
      this.add("C", ...points);
    }

    arc(x, y, radius, start, end, isBackwards = false) {
      this.ellipse(x, y, radius, radius, 0, start, end, isBackwards);
    }

    // SVG draws no whole turn in one arc: two halves make one.
    ellipse(x, y, across, down, turn, start, end, isBackwards = false) {
      const at = (angle) => [x + across * Math.cos(angle), y + down * Math.sin(angle)];
      const whole = 2 * Math.PI;
      let sweep = isBackwards ? start - end : end - start;
      if (sweep < 0) sweep = (sweep % whole) + whole;
      const isWhole = sweep >= whole - 1e-9;
      const steps = isWhole ? [Math.PI, whole] : [sweep];
      this.lineTo(...at(start));
      steps.forEach((step) => {
        const isLong = step > Math.PI && !isWhole ? 1 : 0;
        const angle = isBackwards ? start - step : start + step;
        this.add("A", across, down, (turn * 180) / Math.PI, isLong, isBackwards ? 0 : 1, ...at(angle));
      });
      if (isWhole) this.path += "Z";
    }

    put(tag, attributes, text) {
      const isPlain = this.matrix.every((number, i) => number === START.matrix[i]);
      const transform = isPlain ? null : `matrix(${this.matrix.map((number) => Math.round(number * 1e4) / 1e4).join(" ")})`;
      return this.parent.appendChild(ParkAtlas.makeSvg(tag, { ...attributes, transform }, text));
    }

    // What `draw` draws stands together under a name; nothing does if it draws nothing.
    group(name, draw) {
      const outer = this.parent;
      this.parent = ParkAtlas.makeSvg("g");
      draw();
      const drawn = this.parent;
      this.parent = outer;
      if (!drawn.childNodes.length) return;
      if (name) {
        drawn.prepend(ParkAtlas.makeSvg("title", {}, name));
        drawn.setAttribute("class", "park");
      }
      outer.append(drawn);
    }

    opacity(own) {
      const opacity = own * this.globalAlpha;
      return opacity < 1 ? shorten(opacity) : null;
    }

    fill(rule) {
      if (!this.path) return;
      const [fill, own] = ParkAtlas.splitColour(this.fillStyle);
      this.put("path", { d: this.path, fill, "fill-opacity": this.opacity(own), "fill-rule": rule === "evenodd" ? rule : null });
    }

    strokes() {
      const [stroke, own] = ParkAtlas.splitColour(this.strokeStyle);
      return {
        stroke,
        "stroke-opacity": this.opacity(own),
        "stroke-width": shorten(this.lineWidth),
        "stroke-dasharray": this.dashes.length ? this.dashes.map(shorten).join(" ") : null,
        "stroke-linecap": this.lineCap === "butt" ? null : this.lineCap,
        "stroke-linejoin": this.lineJoin === "miter" ? null : this.lineJoin,
      };
    }

    stroke() {
      if (this.path) this.put("path", { d: this.path, fill: "none", ...this.strokes() });
    }

    fillRect(x, y, width, height) {
      const [fill, own] = ParkAtlas.splitColour(this.fillStyle);
      this.put("rect", { x: shorten(x), y: shorten(y), width: shorten(width), height: shorten(height), fill, "fill-opacity": this.opacity(own) });
    }

    writing(x, y) {
      const size = Number((/([\d.]+)px/.exec(this.font) || [0, 10])[1]);
      const weight = /\b(bold|[1-9]00)\b/.exec(this.font);
      return {
        x: shorten(x),
        y: shorten(y + size * (DROPS[this.textBaseline] || 0)),
        "font-size": size,
        "font-weight": weight && weight[1],
        "text-anchor": ANCHORS[this.textAlign],
      };
    }

    fillText(text, x, y) {
      const [fill, own] = ParkAtlas.splitColour(this.fillStyle);
      this.put("text", { ...this.writing(x, y), fill, "fill-opacity": this.opacity(own) }, text);
    }

    // What is drawn around a text stands behind it and is no second text to a reader.
    strokeText(text, x, y) {
      this.put("text", { ...this.writing(x, y), fill: "none", ...this.strokes(), "aria-hidden": "true", class: "halo" }, text);
    }

    measureText(text) {
      return { width: ParkAtlas.measureText(text, this.font) };
    }

    // Only whole pictures that the browser may read.
    drawImage(picture, x, y, width = picture.width, height = picture.height) {
      const size = { x: shorten(x), y: shorten(y), width: shorten(width), height: shorten(height) };
      const href = typeof picture === "string" ? picture : picture.toDataURL("image/png");
      this.put("image", { href, ...size, preserveAspectRatio: "none", opacity: this.opacity(1) });
    }
  };
})();
