// Legend, "outside the view" button, scale and notices.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});
  const element = ParkAtlas.element;

  // Put a box of ours in a corner of the map.
  ParkAtlas.place = (atlas, position, node) => {
    const control = new L.Control({ position });
    control.onAdd = () => {
      L.DomEvent.disableClickPropagation(node);
      L.DomEvent.disableScrollPropagation(node);
      return node;
    };
    return control.addTo(atlas.map);
  };

  const key = (precision, colour) => {
    const canvas = element("canvas", "key");
    const ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.height = 20 * ratio;
    const ctx = canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    // Kept with the picture, to be drawn on paper too.
    canvas.draw = (on) => ParkAtlas.drawSymbol(on, { x: 10, y: 10 }, { precision, colour, dark: ParkAtlas.isDark });
    canvas.draw(ctx);
    return canvas;
  };

  ParkAtlas.addLegend = (atlas) => {
    const box = element("details", "panel legend");
    const title = element("summary");
    const inside = element("div", "inside");
    const colours = element("div", "entries");
    const precisions = element("div", "entries");
    const colourTitle = element("h2");
    const precisionTitle = element("h2");
    inside.append(colourTitle, colours, precisionTitle, precisions);
    box.append(title, inside);
    const widen = () => {
      box.style.setProperty("--map-width", `${atlas.map.getSize().x}px`);
    };
    widen();
    atlas.map.on("resize", widen);
    // A small map is not to be covered; there the legend waits to be asked for.
    const { x, y } = atlas.map.getSize();
    box.open = x > 520 && y > 430;

    const entry = (picture, text, count) => {
      const row = element("div", "entry");
      row.append(picture, element("span", "", text));
      if (count !== undefined) row.append(element("span", "count", String(count)));
      return row;
    };
    const fill = () => {
      title.textContent = atlas.text("legend");
      colourTitle.textContent = atlas.text(atlas.wanted.length ? "colour-asked" : "colour");
      precisionTitle.textContent = atlas.text("shape");
      const bySector = new Map();
      const byPrecision = new Map();
      atlas.shownSymbols().forEach(({ park }) => {
        const id = atlas.leadingSector(park);
        bySector.set(id, (bySector.get(id) || 0) + 1);
        byPrecision.set(park.precision, (byPrecision.get(park.precision) || 0) + 1);
      });
      const sectors = [...bySector].sort((a, b) => b[1] - a[1]);
      colours.replaceChildren(
        ...sectors.map(([id, count]) =>
          entry(
            key("site", atlas.sectors.has(id) ? atlas.sectors.get(id).colour : "#8a8f94"),
            id ? atlas.sectorName(id) : atlas.text("no-sector"),
            count
          )
        )
      );
      precisions.replaceChildren(
        ...["site", "near", "street", "zone", "district"]
          .filter((precision) => byPrecision.has(precision))
          .map((precision) =>
            entry(key(precision, ParkAtlas.isDark ? "#c3cfd8" : "#39495a"), atlas.text(`precision-${precision}`), byPrecision.get(precision))
          )
      );
      const outline = element("span", "key zone-key");
      precisions.append(entry(outline, atlas.text("zone-outline")));
      if (atlas.placelessCount) {
        precisions.append(entry(element("span", "key"), atlas.text("not-drawn"), atlas.placelessCount));
      }
    };
    atlas.follow(fill);
    atlas.on((event) => (event.kind === "shown" || event.kind === "dark") && fill());
    ParkAtlas.place(atlas, "bottomleft", box);
    atlas.legend = box;
  };

  ParkAtlas.addOutside = (atlas) => {
    const button = element("button", "panel outside");
    button.type = "button";
    const fill = () => {
      const count = atlas.countOutside();
      button.hidden = count === 0;
      button.textContent = atlas.text("outside").replace("{count}", count);
      button.title = atlas.text("fit");
    };
    button.addEventListener("click", () => atlas.fitShown());
    atlas.follow(fill);
    atlas.on((event) => event.kind === "shown" && fill());
    atlas.map.on("moveend", fill);
    ParkAtlas.place(atlas, "topright", button);
  };

  // What an empty result looks like: it says so, over a map that stays.
  ParkAtlas.addEmptyNotice = (atlas) => {
    const notice = element("div", "panel empty");
    notice.setAttribute("role", "status");
    const fill = () => {
      notice.hidden = atlas.shownCount > 0;
      notice.textContent = atlas.placelessCount
        ? atlas.text("placeless").replace("{count}", atlas.placelessCount)
        : atlas.text("empty");
    };
    atlas.follow(fill);
    atlas.on((event) => event.kind === "shown" && fill());
    atlas.map.getContainer().append(notice);
  };

  ParkAtlas.addScaleAndNames = (atlas) => {
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(atlas.map);
    atlas.follow(() => {
      const zoom = atlas.map.zoomControl;
      if (!zoom) return;
      zoom._zoomInButton.title = atlas.text("zoom-in");
      zoom._zoomOutButton.title = atlas.text("zoom-out");
      zoom._zoomInButton.setAttribute("aria-label", atlas.text("zoom-in"));
      zoom._zoomOutButton.setAttribute("aria-label", atlas.text("zoom-out"));
    });
    const nameZones = () => {
      atlas.map.getContainer().classList.toggle("close", atlas.map.getZoom() >= 12);
    };
    atlas.map.on("zoomend", nameZones);
    nameZones();
    atlas.follow(() => {
      const attribution = atlas.map.attributionControl;
      if (atlas.credit) attribution.removeAttribution(atlas.credit);
      const line = document.createElement("span");
      line.textContent = atlas.text("credit");
      atlas.credit = line.innerHTML;
      attribution.addAttribution(atlas.credit);
    });
  };
})();
