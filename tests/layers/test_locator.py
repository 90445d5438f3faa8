"""The small maps: true to the ground, readable as SVG, and never a table's markup."""

from xml.etree import ElementTree as ET

import pytest

import shapely

from geodata.distances import measure_metres
from layers.locator import Locator, draw_locator
from layers.locator_frame import Frame, frame_around, frame_city
from layers.locator_spots import Spot
from parks.language import Language
from parks.places import PRECISIONS

SVG = "{http://www.w3.org/2000/svg}"
HERE = 113.9346, 22.5766


def draw(edition, spots, language=Language.ZH, title="小地图"):
    frame = frame_around([shapely.Point(spot.lon, spot.lat) for spot in spots])
    locator = Locator(title, frame, tuple(spots))
    return ET.fromstring(draw_locator(edition, locator, language))  # noqa: S314 - ours


def shapes(drawn, kind):
    return [element for element in drawn.iter() if element.get("class") == kind]


def test_east_is_right_and_north_is_up_by_the_metre():
    frame = Frame(*HERE, metres=10_000, width=500, height=300)
    assert frame.project(*HERE) == (250, 150)
    east = HERE[0] + 0.02, HERE[1]
    x, y = frame.project(*east)
    assert y == pytest.approx(150)
    assert x - 250 == pytest.approx(measure_metres(*HERE, *east) / 20, rel=0.005)
    north = HERE[0], HERE[1] + 0.02
    x, y = frame.project(*north)
    assert x == pytest.approx(250)
    assert 150 - y == pytest.approx(measure_metres(*HERE, *north) / 20, rel=0.005)


def test_all_that_is_asked_for_lies_within_the_map():
    points = [shapely.Point(113.8, 22.5), shapely.Point(114.3, 22.75)]
    frame = frame_around(points, width=300, height=200)
    for point in points:
        x, y = frame.project(point.x, point.y)
        assert 0 < x < 300
        assert 0 < y < 200


def test_nothing_to_show_is_no_frame():
    assert frame_around([]) is None
    assert frame_around([shapely.Polygon()]) is None


def test_the_city_is_its_main_body_and_grows_to_a_park_farther_off(embedded):
    city = frame_city(embedded)
    far = shapely.Point(115.05, 22.85)  # 深汕, a hundred kilometres east
    assert not city.box.covers(far)
    assert frame_city(embedded, [far]).box.covers(far)


def test_each_precision_has_a_symbol_of_its_own(embedded):
    drawn = {
        precision: draw(embedded, [Spot(*HERE, precision)]) for precision in PRECISIONS
    }
    symbols = {ET.tostring(*shapes(each, "pa-own")) for each in drawn.values()}
    assert len(symbols) == len(PRECISIONS)
    for guess in (drawn["zone"], drawn["district"]):
        assert next(guess.iter(f"{SVG}polygon")).get("stroke-dasharray")


def test_places_on_one_point_are_moved_apart_on_legs(embedded):
    spots = [Spot(*HERE, "site", label=letter) for letter in "ABC"]
    drawn = draw(embedded, spots)
    assert len(shapes(drawn, "pa-leg")) == 3
    halos = {(h.get("cx"), h.get("cy")) for h in shapes(drawn, "pa-halo")}
    assert len(halos) == 3


def test_what_the_map_is_about_is_drawn_over_its_neighbours(embedded):
    own = Spot(*HERE, "site")
    other = Spot(HERE[0] + 0.001, HERE[1], "zone", is_own=False)
    kinds = [g.get("class") for g in draw(embedded, [own, other]).iter(f"{SVG}g")]
    assert kinds.index("pa-other") < kinds.index("pa-own")


def test_the_scale_bar_is_as_long_as_it_says(embedded):
    spots = [Spot(113.8, 22.5, "site"), Spot(114.3, 22.75, "site")]
    frame = frame_around([shapely.Point(spot.lon, spot.lat) for spot in spots])
    drawn = draw(embedded, spots)
    (scale,) = shapes(drawn, "pa-scale")
    kilometres = float(scale.find(f"{SVG}text").text.removesuffix(" km"))
    pixels = float(scale.find(f"{SVG}path").get("d").split("h")[1].split("v")[0])
    assert pixels / frame.width * frame.metres == pytest.approx(
        1000 * kilometres, rel=0.01
    )


@pytest.mark.parametrize(
    ("language", "name"), [(Language.ZH, "南山区"), (Language.EN, "Nanshan")]
)
def test_districts_are_named_in_the_language_asked_for(embedded, language, name):
    drawn = draw(embedded, [Spot(*HERE, "site")], language)
    assert name in [text.text for text in shapes(drawn, "pa-land-name")]


def test_no_text_is_markup(embedded):
    hostile = "</title><script>alert(1)</script>\"'><img src=x onerror=1>${x}"
    drawn = draw(embedded, [Spot(*HERE, "site", label=hostile)], title=hostile)
    assert drawn.find(f"{SVG}title").text == hostile
    assert shapes(drawn, "pa-spot-name")[0].text == hostile
    tags = {element.tag.removeprefix(SVG) for element in drawn.iter()}
    assert tags <= {"svg", "title", "path", "text", "g", "circle", "polygon"}


def test_a_small_map_is_small(embedded):
    frame = frame_city(embedded)
    locator = Locator("x", frame, (Spot(*HERE, "site"),))
    assert len(draw_locator(embedded, locator)) < 40_000
