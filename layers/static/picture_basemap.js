// A picture of the basemap for a sheet, if the browser may read its tiles; else none.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  const LONGEST_WAIT_MILLISECONDS = 15000;

  // A service that lets no page read its tiles answers such a request with an error.
  const askToRead = (basemap) => ({
    ...basemap,
    tiles: basemap.tiles.map((tile) => ({ ...tile, options: { ...tile.options, crossOrigin: "anonymous" } })),
  });

  const openGround = (atlas, width, height) => {
    const box = ParkAtlas.element("div", "picture-ground");
    Object.assign(box.style, { width: `${width}px`, height: `${height}px` });
    document.body.append(box);
    const map = L.map(box, { zoomControl: false, attributionControl: false, fadeAnimation: false, zoomAnimation: false, zoomSnap: 0 });
    return map.setView(atlas.map.getCenter(), atlas.map.getZoom(), { animate: false });
  };

  // Told once all tiles are there, or none will come any more.
  const waitForTiles = (map, draw) =>
    new Promise((resolve) => {
      const open = new Set();
      const found = { loaded: 0 };
      const settle = (layer) => {
        open.delete(layer);
        if (!open.size) resolve(found);
      };
      map.on("layeradd", ({ layer }) => {
        if (!(layer instanceof L.GridLayer)) return;
        open.add(layer);
        layer.on("load", () => settle(layer));
        layer.on("tileload", () => {
          found.loaded += 1;
        });
      });
      setTimeout(() => resolve(found), LONGEST_WAIT_MILLISECONDS);
      draw();
    });

  // The tiles in a box as one picture; null if one of them may not be read.
  ParkAtlas.photographTiles = (box, { x, y, width, height }) => {
    const ratio = window.devicePixelRatio || 1;
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.ceil(width * ratio), height: Math.ceil(height * ratio) });
    const ctx = canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, width, height);
    const corner = box.getBoundingClientRect();
    try {
      box.querySelectorAll(".leaflet-tile").forEach((tile) => {
        if (tile instanceof HTMLImageElement && !tile.naturalWidth) return;
        const at = tile.getBoundingClientRect();
        ctx.drawImage(tile, at.left - corner.left - x, at.top - corner.top - y, at.width, at.height);
      });
      return canvas.toDataURL("image/jpeg", 0.92);
    } catch (error) {
      if (error.name === "SecurityError") return null;
      throw error;
    }
  };

  // The basemap chosen on the map as far as a frame of `width` by `height` pixels of
  // the screen around the map's middle shows it; null if it cannot be had.
  ParkAtlas.photographBasemap = async (atlas, width, height) => {
    const map = openGround(atlas, width, height);
    const heard = { failed: () => {}, loaded: () => {} };
    try {
      const found = await waitForTiles(map, () => ParkAtlas.drawBasemap(atlas, askToRead(atlas.basemap), heard).addTo(map));
      return found.loaded ? ParkAtlas.photographTiles(map.getContainer(), { x: 0, y: 0, width, height }) : null;
    } finally {
      map.getContainer().remove();
      map.remove();
    }
  };
})();
