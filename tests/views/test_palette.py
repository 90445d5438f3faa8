"""The colours of pages and map: readable in light and in dark, each said once."""

import re
import tomllib
from pathlib import Path

import pytest

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
