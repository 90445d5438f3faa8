"""The colours of pages and map: readable in light and in dark, each said once."""

import itertools
import re
import tomllib
from pathlib import Path

import numpy as np
import pytest
from colorspacious import cspace_convert

from parks.sectors import read_taxonomy

ROOT = Path(__file__).parents[2]
SHEETS = {
    "page": ROOT / "views/static/page.css",
    "map": ROOT / "layers/static/map.css",
}
LOOKS = "light", "dark"
READABLE = 4.5  # WCAG 2.2, 1.4.3 Contrast (Minimum), for text of running size
SEEN = 3.0  # WCAG 2.2, 1.4.11 Non-text Contrast
TEXT_ON = {
    "page": {
        "ink": "ground panel shade hover soft mark mark-quiet warn-soft",
        "quiet": "ground panel shade hover soft",
        "accent": "ground panel shade hover soft",
        "warn": "ground panel shade warn-soft",
        "changed": "ground panel shade",
        "good": "ground panel shade",
        "on-accent": "accent",
    },
    "map": {
        "ink": "ground land panel surface hover mark mark-quiet",
        "quiet": "panel surface hover",
        "accent": "panel surface hover",
        "warn": "panel surface",
        "name": "ground land",
        "zone": "land",
    },
}
SEEN_ON = {
    "page": {"edge": "ground panel shade"},
    "map": {"edge": "panel surface", "changed": "ground land surface"},
}
DECLARATION = re.compile(r"--(?:pa-)?([\w-]+):\s*([^;]+);")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")


def read_tokens(sheet, look):
    text = SHEETS[sheet].read_text(encoding="utf-8")
    light, dark = (
        re.search(re.escape(head) + r" \{([^}]*)\}", text)[1]
        for head in (":root", ':root[data-theme="dark"]')
    )
    block = light if look == "light" else dark
    return {
        name: value for name, value in DECLARATION.findall(block) if COLOUR.match(value)
    }


def read_colour(value, behind=(255, 255, 255)):
    """Read sRGB values; what is see-through is laid over what is behind it."""
    if value.startswith("#"):
        return tuple(int(value[at : at + 2], 16) for at in (1, 3, 5))
    *colour, opacity = (float(part) for part in re.findall(r"[\d.]+", value))
    return tuple(
        opacity * over + (1 - opacity) * under
        for over, under in zip(colour, behind, strict=True)
    )


def luminance(colour):
    """WCAG 2.2's relative luminance of sRGB values from 0 to 255."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    ]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def pairs(wanted):
    return [
        (sheet, look, name, ground)
        for sheet, names in wanted.items()
        for look in LOOKS
        for name, grounds in names.items()
        for ground in grounds.split()
    ]


def measure(sheet, look, name, ground):
    tokens = read_tokens(sheet, look)
    behind = read_colour(tokens["ground"])
    return contrast(
        read_colour(tokens[name], behind), read_colour(tokens[ground], behind)
    )


@pytest.mark.parametrize(("sheet", "look", "name", "ground"), pairs(TEXT_ON))
def test_text_can_be_read_on_every_ground_it_stands_on(sheet, look, name, ground):
    assert measure(sheet, look, name, ground) >= READABLE


@pytest.mark.parametrize(("sheet", "look", "name", "ground"), pairs(SEEN_ON))
def test_edges_of_controls_can_be_seen(sheet, look, name, ground):
    assert measure(sheet, look, name, ground) >= SEEN


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_colour_has_a_dark_value(sheet):
    light, dark = (read_tokens(sheet, look) for look in LOOKS)
    assert light.keys() == dark.keys()
    assert len(light) > 15


@pytest.mark.parametrize(
    "path",
    sorted([*ROOT.glob("views/static/*.css"), *ROOT.glob("layers/static/*.css")]),
    ids=lambda path: path.name,
)
def test_styles_name_colours_by_what_they_are_for(path):
    # What lies behind a dialog knows no variable in browsers before 2024.
    literal = [
        line
        for line in path.read_text(encoding="utf-8").splitlines()
        if "::backdrop" not in line
        and COLOUR.search(re.sub(r"#[\w-]+(?=[^;{]*\{)", "", DECLARATION.sub("", line)))
    ]
    assert literal == []


@pytest.mark.parametrize("look", LOOKS)
def test_streamlit_draws_its_own_in_the_same_colours(look):
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    said, tokens = config["theme"][look], read_tokens("page", look)
    assert "base" not in config["theme"], "the reader's system is to decide"
    assert said == {
        "primaryColor": tokens["accent"],
        "backgroundColor": tokens["ground"],
        "secondaryBackgroundColor": tokens["shade"],
        "textColor": tokens["ink"],
        "borderColor": tokens["line"],
        "linkColor": tokens["accent"],
    }


def lift(colour):
    """Lift a colour as the map's script does in the dark."""
    script = (ROOT / "layers/static/symbols.js").read_text(encoding="utf-8")
    share = float(re.search(r"const LIFT = ([\d.]+);", script)[1])
    return tuple(part * (1 - share) + 255 * share for part in colour)


def sector_colours(look):
    colours = [
        read_colour(sector.colour)
        for sector in read_taxonomy()
        if sector.group == "key"
    ]
    return colours if look == "light" else [lift(colour) for colour in colours]


def place(colour, kind):
    """Put a colour where it lies in CAM02-UCS, seen without a sort of cones or with."""
    seen = np.asarray(colour) / 255
    if kind:
        space = {"name": "sRGB1+CVD", "cvd_type": kind, "severity": 100}
        seen = np.clip(cspace_convert(seen, space, "sRGB1"), 0, 1)
    return cspace_convert(seen, "sRGB1", "CAM02-UCS")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", [None, "deuteranomaly", "protanomaly", "tritanomaly"])
def test_the_plans_sectors_are_told_apart_and_seen_on_the_land(look, kind):
    land = place(read_colour(read_tokens("map", look)["land"]), kind)
    seen = [place(colour, kind) for colour in sector_colours(look)]
    # 2 is what an eye just tells apart side by side; symbols lie apart.
    assert min(np.linalg.norm(a - b) for a, b in itertools.combinations(seen, 2)) > 10
    assert min(np.linalg.norm(colour - land) for colour in seen) > 20


@pytest.mark.parametrize(("look", "least"), [("light", 2.0), ("dark", SEEN)])
def test_the_plans_sectors_stand_out_from_the_land(look, least):
    land = read_colour(read_tokens("map", look)["land"])
    assert min(contrast(colour, land) for colour in sector_colours(look)) >= least
