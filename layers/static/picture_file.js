// Writes a sheet as a file: SVG, or PNG that knows its dots an inch.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const MILLIMETRES_AN_INCH = 25.4;
  const SIGNATURE_AND_HEADER = 33;

  ParkAtlas.serialiseSheet = (root) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}`;

  // CRC-32 as PNG has it (ISO/IEC 15948, annex D).
  const sumUp = (bytes) => {
    let sum = 0xffffffff;
    bytes.forEach((byte) => {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    });
    return (sum ^ 0xffffffff) >>> 0;
  };

  // The chunk pHYs: dots a metre, so that the picture is put on paper in its size.
  const describeDots = (dotsAnInch) => {
    const chunk = new DataView(new ArrayBuffer(21));
    const dots = Math.round((dotsAnInch * 1000) / MILLIMETRES_AN_INCH);
    chunk.setUint32(0, 9);
    [..."pHYs"].forEach((letter, i) => chunk.setUint8(4 + i, letter.charCodeAt(0)));
    chunk.setUint32(8, dots);
    chunk.setUint32(12, dots);
    chunk.setUint8(16, 1);
    chunk.setUint32(17, sumUp(new Uint8Array(chunk.buffer, 4, 13)));
    return chunk.buffer;
  };

  const insertDots = async (blob, dotsAnInch) => {
    const bytes = await blob.arrayBuffer();
    const parts = [bytes.slice(0, SIGNATURE_AND_HEADER), describeDots(dotsAnInch), bytes.slice(SIGNATURE_AND_HEADER)];
    return new Blob(parts, { type: "image/png" });
  };

  const loadPicture = (address) =>
    new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => resolve(image);
      image.onerror = () => reject(new Error("no picture"));
      image.src = address;
    });

  const countDots = (millimetres, dotsAnInch) => Math.round((millimetres / MILLIMETRES_AN_INCH) * dotsAnInch);

  const paint = async (svg, width, height) => {
    const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    try {
      const image = await loadPicture(address);
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      canvas.getContext("2d").drawImage(image, 0, 0, width, height);
      return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    } finally {
      URL.revokeObjectURL(address);
    }
  };

  // A sheet as PNG; null if it has more dots than this browser can paint.
  ParkAtlas.paintSheet = async (svg, size, dotsAnInch) => {
    const blob = await paint(svg, countDots(size.width, dotsAnInch), countDots(size.height, dotsAnInch));
    return blob && insertDots(blob, dotsAnInch);
  };

  const clean = (text) => text.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]+/g, "-").replace(/^[.\s]+|[.\s]+$/g, "");

  // A name that every system takes: no separators, no control characters, not too long;
  // of a long title the end is left out, never the day.
  ParkAtlas.nameFile = (title, day, ending) =>
    `${[...clean(title)].slice(0, 79 - day.length).join("").trim() || "map"}_${day}.${ending}`;

  ParkAtlas.saveFile = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    // The download has begun by then; before, some browsers have not read it yet.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
})();
