"""Whatever can be drawn has its script, its words in both languages and its legend."""

import re
from pathlib import Path

import pytest

from layers.registry import COLOURS, LAYERS, SHADES, describe_registry
from layers.texts import TEXTS
from parks.language import Language, translate

STATIC = Path(__file__).parents[2] / "layers" / "static"
NAMED = [
    *(("layer", it) for it in LAYERS),
    *(("shade", it) for it in SHADES),
    *(("colour", it) for it in COLOURS),
]


@pytest.mark.parametrize("layer", LAYERS, ids=lambda it: it.id)
def test_a_layer_has_its_script_with_an_entry_in_the_legend(layer):
    script = (STATIC / f"layer_{layer.id}.js").read_text(encoding="utf-8")
    assert f"ParkAtlas.layers.{layer.id} =" in script
    assert re.search(r"\blegend\b", script)


def test_no_script_of_a_layer_is_without_its_line():
    scripts = {path.stem.removeprefix("layer_") for path in STATIC.glob("layer_*.js")}
    assert scripts == {layer.id for layer in LAYERS}


@pytest.mark.parametrize(("kind", "it"), NAMED, ids=lambda it: getattr(it, "id", it))
def test_title_and_explanation_are_said_in_both_languages(kind, it):
    for key in (f"{kind}-{it.id}", f"{kind}-{it.id}-why"):
        assert TEXTS[key]
        assert re.search(r"[一-鿿]", translate(TEXTS[key], Language.ZH))


def test_pies_are_on_only_where_parks_crowd(embedded, make):
    rows = [f"{n},南山,甲区,园{n},,113.9{n:04d},22.5" for n in range(1, 303)]
    few, many = (
        {layer["id"]: layer["isOn"] for layer in describe_registry(it)["layers"]}
        for it in (embedded, make(*rows))
    )
    assert (few["clusters"], many["clusters"]) == (False, True)
    assert few["parks"]
    assert many["parks"]


def test_no_two_districts_share_a_colour(embedded):
    colours = describe_registry(embedded)["palettes"]["district"]
    assert set(colours) == set(embedded.parks["district"])
    assert len(set(colours.values())) == len(colours)
