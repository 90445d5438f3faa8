// The "outside the view" button, scale and notices.
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

  ParkAtlas.addOutside = (atlas) => {
    const button = element("button", "panel outside");
    button.type = "button";
    const fill = () => {
      const count = atlas.countOutside();
      button.hidden = count === 0;
      button.textContent = atlas.text("outside", { count });
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
        ? atlas.text("placeless", { count: atlas.placelessCount })
        : atlas.text("empty");
    };
    atlas.follow(fill);
    atlas.on((event) => event.kind === "shown" && fill());
    atlas.map.getContainer().append(notice);
  };

  ParkAtlas.addScaleAndNames = (atlas) => {
    L.control.scale({ imperial: false, position: "bottomleft" }).addTo(atlas.map);
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
