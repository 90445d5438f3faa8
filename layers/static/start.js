// Starts the map: layers, controls, and either the page around it or its own panel.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  ParkAtlas.start = (map, edition) => {
    const payload = JSON.parse(document.getElementById("parkatlas").textContent);
    document.documentElement.lang = payload.language === "en" ? "en" : "zh-CN";
    map.getContainer().setAttribute("role", "main");
    map.getContainer().setAttribute("aria-label", document.title);
    ParkAtlas.beginLook(map, Boolean(payload.standalone));
    map.attributionControl.setPrefix(false);
    map.fitBounds(payload.bounds, { animate: false });
    const atlas = new ParkAtlas.Atlas(map, payload);
    ParkAtlas.addScaleAndNames(atlas);
    ParkAtlas.settleNames(atlas);
    ParkAtlas.addSwitches(atlas);
    ParkAtlas.addDatumNote(atlas);
    ParkAtlas.addOutside(atlas);
    ParkAtlas.addLegend(atlas);
    ParkAtlas.addPictureButton(atlas);
    ParkAtlas.addPrint(atlas);
    ParkAtlas.addEmptyNotice(atlas);
    // A link's basemap first: its view is moved to the basemap's datum.
    ParkAtlas.addLooks(atlas);
    ParkAtlas.addView(atlas);
    if (payload.approval) map.attributionControl.addAttribution(ParkAtlas.escapeText(payload.approval));
    ParkAtlas.addTools(atlas);
    if (payload.standalone) ParkAtlas.addPanel(atlas, payload.standalone);
    else ParkAtlas.joinPage(atlas, edition);
    atlas.frameFirstView();
    // The frame may still grow to its place; until a view is chosen, it follows.
    map.on("resize", () => (atlas.isViewKept ? atlas.keepInView() : atlas.frameFirstView()));
    ParkAtlas.atlas = atlas;
    if (atlas.readLink) atlas.readLink();
  };
})();
