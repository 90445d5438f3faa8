// What is said of a park when it is pointed at.
(() => {
  const ParkAtlas = (window.ParkAtlas = window.ParkAtlas || {});

  ParkAtlas.describePark = (atlas, park) => {
    const tip = ParkAtlas.element("div");
    const say = (className, text) => text && tip.append(ParkAtlas.element("div", className, text));
    tip.append(ParkAtlas.element("strong", "", park.name));
    say("", [atlas.districtName(park.district), park.zone].filter(Boolean).join(" · "));
    say("", park.focus.map((id) => atlas.sectorName(id)).join(atlas.language === "en" ? ", " : "、"));
    say("quiet", atlas.text(`precision-${park.precision}`));
    return tip;
  };
})();
