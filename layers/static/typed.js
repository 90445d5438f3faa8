// What hands type for a tool: numbers, and a length with or without its unit.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // Thousands stand apart by commas or by spaces, all of one kind; a lone comma may as well
  // have meant a decimal, and is not guessed at.
  const LENGTH = /^(\d{1,3}([, ])\d{3}(?:\2\d{3})*|\d+)?(\.\d+)?\s*(m|km|米|千米|公里)?$/i;
  const KILOMETRES = /^(km|千米|公里)$/i;

  // The numbers of what was typed, whichever marks stand between; not all may be numbers.
  ParkAtlas.readNumbers = (text) => text.normalize("NFKC").split(/[\s,;、]+/).filter(Boolean).map(Number);

  // The places of typed pairs of longitude and latitude, or null for what are none.
  ParkAtlas.readPlaces = (text) => {
    const numbers = ParkAtlas.readNumbers(text);
    if (numbers.length % 2 || !numbers.every(Number.isFinite)) return null;
    return numbers.flatMap((lon, i) => (i % 2 ? [] : [{ lon, lat: numbers[i + 1] }]));
  };

  // Metres of a typed length, or null for what is none.
  ParkAtlas.readMetres = (text) => {
    const [, whole = "", , decimals = "", unit = ""] = LENGTH.exec(text.normalize("NFKC").trim()) || [];
    if (!whole && !decimals) return null;
    const number = Number(whole.replace(/[, ]/g, "") + decimals);
    return KILOMETRES.test(unit) ? number * 1000 : number;
  };
})();
