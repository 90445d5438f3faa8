// Puts corrected parks and their zones where the page says, on the map as it stands.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  ParkAtlas.NO_MOVES = { parks: [], zones: [] };

  const add = (atlas, index, park) => {
    const symbol = atlas.makeSymbol(park);
    atlas.symbols[index] = symbol;
    atlas.byId.set(park.id, symbol);
    atlas.overlays.parks.addLayer(symbol);
  };

  const remove = (atlas, index) => {
    const symbol = atlas.symbols[index];
    atlas.overlays.parks.removeLayer(symbol);
    atlas.byId.delete(symbol.park.id);
    atlas.symbols[index] = null;
    if (atlas.selected === symbol) atlas.selected = null;
  };

  // A park as it was loaded, with what was corrected of it.
  const placePark = (atlas, index, corrected) => {
    const park = { ...atlas.payload.parks[index], ...corrected };
    const symbol = atlas.symbols[index];
    if (park.lat === null) {
      if (symbol) remove(atlas, index);
    } else if (symbol) {
      symbol.park = park;
      symbol.setLatLng(atlas.project(park.lon, park.lat));
    } else {
      add(atlas, index, park);
    }
  };

  const layersOf = ({ outline, name }) => [outline, name];

  const placeZone = (atlas, index, feature) => {
    const group = atlas.overlays.zones;
    const zone = atlas.zones[index];
    if (!feature) {
      if (zone) layersOf(zone).forEach((layer) => group.removeLayer(layer));
    } else if (zone) {
      zone.feature = feature;
      ParkAtlas.moveOutlines(atlas, [zone]);
      layersOf(zone).forEach((layer) => group.addLayer(layer));
    } else {
      const [drawn] = ParkAtlas.drawOutlines(atlas, { features: [feature] }, "zone");
      atlas.zones[index] = drawn;
      layersOf(drawn).forEach((layer) => group.addLayer(layer));
    }
  };

  // What was moved before and is not any more goes back to where it was loaded.
  ParkAtlas.applyMoves = (atlas, { parks, zones, coverage }) => {
    const before = atlas.moves || ParkAtlas.NO_MOVES;
    const loaded = atlas.payload.zones.features;
    const isKept = (list, index) => list.some((entry) => entry.index === index);
    before.parks.forEach(({ index }) => isKept(parks, index) || placePark(atlas, index, {}));
    before.zones.forEach(({ index }) => isKept(zones, index) || placeZone(atlas, index, loaded[index]));
    parks.forEach(({ index, ...corrected }) => placePark(atlas, index, corrected));
    zones.forEach(({ index, outline }) => placeZone(atlas, index, outline));
    atlas.forgetPlaces();
    atlas.moves = { parks, zones };
    atlas.coverage = coverage === undefined ? atlas.payload.coverage : coverage;
  };
})();
