// Draws a basemap: tiles of a service, or those of a PMTiles file of the operator's.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // Leaflet's attribution takes markup; ours is text.
  ParkAtlas.escapeText = (text) => ParkAtlas.element("span", "", text).innerHTML;

  const credit = (options) => ({ ...options, attribution: ParkAtlas.escapeText(options.attribution) });

  const drawTiles = ({ tiles }, heard) =>
    L.layerGroup(
      tiles.map(({ url, options }) => L.tileLayer(url, credit(options)).on("tileerror", heard.failed).on("tileload", heard.loaded))
    );

  // What asks for something and tells whether it came; a wish taken back is no failure.
  const listen = (ask, heard) => async (...wish) => {
    try {
      const answer = await ask(...wish);
      heard.loaded();
      return answer;
    } catch (error) {
      if (error.name !== "AbortError") heard.failed();
      throw error;
    }
  };

  const drawVectors = ({ url, languages, options }, language, heard) => {
    const { minNativeZoom, maxNativeZoom, ...rest } = credit(options);
    const lang = languages[language];
    const layer = protomapsL.leafletLayer({ ...rest, url, lang, flavor: "light", maxDataZoom: maxNativeZoom });
    layer.views.forEach(({ tileCache: { source } }) => {
      source.get = listen(source.get.bind(source), heard);
    });
    return layer;
  };

  // A picture's address lives no longer than its loading.
  const showPicture = (image, bytes, type) =>
    new Promise((resolve, reject) => {
      const address = URL.createObjectURL(new Blob([bytes], { type }));
      image.onload = resolve;
      image.onerror = () => reject(new Error("no picture"));
      image.src = address;
    }).finally(() => URL.revokeObjectURL(image.src));

  const Pictures = L.GridLayer.extend({
    createTile({ x, y, z }, done) {
      const image = L.DomUtil.create("img", "leaflet-tile");
      image.alt = "";
      this.options
        .ask(z, x, y)
        .then((found) => found && showPicture(image, found.data, this.options.pictureType))
        .then(() => done(null, image), (error) => done(error, image));
      return image;
    },
  });

  const drawPictures = ({ url, pictureType, options }, heard) => {
    const { p: archive } = new protomapsL.PmtilesSource(url, false);
    const ask = archive.getZxy.bind(archive);
    return new Pictures({ ...credit(options), pictureType, ask }).on("tileerror", heard.failed).on("tileload", heard.loaded);
  };

  const drawArchive = (atlas, { archive }, heard) => {
    const group = L.layerGroup();
    const draw = () => {
      if (!group._map) return;
      group.addLayer(archive.pictureType ? drawPictures(archive, heard) : drawVectors(archive, atlas.language, heard));
    };
    ParkAtlas.load(archive.library).then(draw, heard.failed);
    return group;
  };

  // The basemap as a layer; `heard` is told of what came and what failed.
  ParkAtlas.drawBasemap = (atlas, basemap, heard) =>
    basemap.archive ? drawArchive(atlas, basemap, heard) : drawTiles(basemap, heard);
})();
