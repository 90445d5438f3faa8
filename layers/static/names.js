// Keeps names readable: each stands clear of the parks, and one that would cover
// another, or be cut off, waits for a closer look.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  // How far from its middle a district's name may stand, in pixels; the nearest first.
  const STEPS = [[0, 0], [0, -20], [0, 20], [-34, 0], [34, 0], [0, -36], [0, 36], [-34, -26], [34, -26], [-34, 26], [34, 26]];

  // Farther from a name than its farthest step and a park's box no park is covered.
  const NEAR = 36 + 8;

  // A name behind more parks than this cannot be read.
  const MOST_COVERED = 1;

  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const within = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
  const move = (box, [x, y]) => ({ left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y });

  // No name is wider; one farther outside the view than this cannot reach into it.
  const WIDEST = 600;

  // Whether a name may be in view; one that cannot be waits unmeasured.
  const mayShow = (atlas, size, { name }) => {
    const { x, y } = atlas.map.layerPointToContainerPoint(L.DomUtil.getPosition(name.getElement()));
    const isNear = x > -WIDEST && y > -WIDEST && x < size.x + WIDEST && y < size.y + WIDEST;
    if (!isNear) name.getElement().firstElementChild.style.visibility = "hidden";
    return isNear;
  };

  // Those on the map, with the node that holds the name's text.
  const findDrawn = (atlas, things) =>
    things
      .filter(({ outline, name }) => outline.getElement() && name.getElement())
      .filter((thing) => mayShow(atlas, atlas.map.getSize(), thing))
      .map((thing) => ({ ...thing, node: thing.name.getElement().firstElementChild }))
      .filter(({ node }) => node.offsetWidth);

  const readBoxes = (nodes) => {
    nodes.forEach((node) => {
      node.style.translate = "";
    });
    return nodes.map((node) => node.getBoundingClientRect());
  };

  // All parks, shown or not, that a name could cover from one of its places: a filter
  // must not make the names jump.
  const boxParks = (atlas, frame, box) => {
    const { x, y } = atlas.map.layerPointToContainerPoint([0, 0]);
    const [left, top] = [frame.left + x, frame.top + y];
    const isNear = ({ _point: at }) =>
      left + at.x > box.left - NEAR && left + at.x < box.right + NEAR && top + at.y > box.top - NEAR && top + at.y < box.bottom + NEAR;
    const boxAt = ({ _point: at }) => ({ left: left + at.x - 8, right: left + at.x + 8, top: top + at.y - 8, bottom: top + at.y + 8 });
    return atlas.symbols.filter((symbol) => symbol && symbol._point && !symbol.isInPie && isNear(symbol)).map(boxAt);
  };

  // A pie hides what is under it.
  const boxPies = (atlas, frame) => {
    const { x, y } = atlas.map.layerPointToContainerPoint([frame.left, frame.top]);
    const boxAt = ({ _point: at, _radius: reach }) => ({ left: x + at.x - reach, right: x + at.x + reach, top: y + at.y - reach, bottom: y + at.y + reach });
    return atlas.overlays.clusters.pies.map(boxAt);
  };

  const countCovered = (box, parks) => parks.filter((park) => overlap(box, park)).length;

  // A name beside its district would name its neighbour.
  const isInside = ({ outline, name }, [x, y]) => {
    const middle = name._map.latLngToLayerPoint(name.getLatLng());
    return outline.getElement().isPointInFill(new DOMPoint(middle.x + x, middle.y + y));
  };

  const choosePlace = (district, box, parks, isFree) =>
    STEPS.filter((step) => isInside(district, step))
      .map((step) => ({ step, box: move(box, step) }))
      .filter((place) => isFree(place.box))
      .map((place) => ({ ...place, covered: countCovered(place.box, parks) }))
      .filter(({ covered }) => covered <= MOST_COVERED)
      .reduce((best, place) => (!best || place.covered < best.covered ? place : best), null);

  ParkAtlas.settleNames = (atlas) => {
    const container = atlas.map.getContainer();
    const named = [atlas.overlays.districts, atlas.overlays.zones, atlas.overlays.parks];
    let asked = false;
    const settle = () => {
      asked = false;
      const frame = container.getBoundingClientRect();
      const kept = [];
      const pies = boxPies(atlas, frame);
      const isFree = (box) => within(box, frame) && ![...kept, ...pies].some((other) => overlap(box, other));
      const put = (node, place) => {
        node.style.visibility = place ? "" : "hidden";
        if (!place) return;
        kept.push(place.box);
        node.style.translate = `${place.step[0]}px ${place.step[1]}px`;
      };
      const districts = findDrawn(atlas, atlas.districts);
      // From afar the style sheet hides the names of zones.
      const zones = container.classList.contains("close") ? findDrawn(atlas, atlas.zones) : [];
      const boxes = readBoxes([...districts, ...zones].map(({ node }) => node));
      districts.forEach((district, i) => put(district.node, choosePlace(district, boxes[i], boxParks(atlas, frame, boxes[i]), isFree)));
      zones.forEach(({ node }, i) => {
        const box = boxes[districts.length + i];
        put(node, isFree(box) ? { step: [0, 0], box } : null);
      });
    };
    // Once a frame is enough, however much changed in it.
    const ask = () => {
      if (!asked) requestAnimationFrame(settle);
      asked = true;
    };
    atlas.map.on("zoomend moveend resize", ask);
    // Not at each pie that is added.
    atlas.map.on("layeradd", ({ layer }) => named.includes(layer) && ask());
    atlas.follow(ask);
    atlas.on(({ kind }) => (kind === "pies" || (kind === "shown" && container.classList.contains("close"))) && ask());
    ask();
  };
})();
