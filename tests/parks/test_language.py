"""Whatever the code can say, it can say in Chinese."""

import ast
import re
from pathlib import Path

import pytest

from geodata.errors import StatedError
from geodata.geocoders import DOUBTS
from layers.texts import TEXTS
from parks.doubts import DOUBT_NAMES, DOUBT_WORDS, IN_DISTRICT_NAMES
from parks.exports.quality import RANKING
from parks.found_places import NOTES
from parks.headings import _HEADINGS
from parks.language import Language, translate
from parks.map_links import SERVICES
from parks.places import PRECISION_NAMES, PRECISION_WORDS
from parks.problems import COLUMNS, SENTENCES
from parks.quality_list import CONFIDENCE_NAMES
from parks.system_names import SYSTEM_NAMES, ZONE_NAME
from views._direction import ROLE_TITLES
from views._quality_head import VERDICTS
from views._sidebar import _ROLE_WORDS
from views._table import TABLE_TEXTS

ROOT = Path(__file__).parents[2]
PACKAGES = ("views", "service", "layers", "parks", "geodata")
SPEAKERS = {"say", "translate"}
GAP = re.compile(r"\{(\w+)")


def all_errors(kind=StatedError):
    for child in kind.__subclasses__():
        yield child
        yield from all_errors(child)


def literals():
    """Find every sentence handed to a speaker anywhere in the code."""
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and node.args:
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    first = node.args[0]
                    if name in SPEAKERS and isinstance(first, ast.Constant):
                        yield first.value


def sentences():
    yield from literals()
    yield from (
        error.template for error in all_errors() if error.template != "{reason}"
    )
    for words in (
        TEXTS,
        _HEADINGS,
        PRECISION_NAMES,
        PRECISION_WORDS,
        SENTENCES,
        COLUMNS,
        DOUBT_NAMES,
        DOUBT_WORDS,
        IN_DISTRICT_NAMES,
        CONFIDENCE_NAMES,
        VERDICTS,
        TABLE_TEXTS,
    ):
        yield from words.values()
    yield from SYSTEM_NAMES.values()
    yield ZONE_NAME
    yield from ROLE_TITLES.values()
    yield from _ROLE_WORDS.values()
    yield from DOUBTS.values()
    yield from NOTES
    yield from SERVICES
    yield from ("Parks", "Zones", "Districts", RANKING)


@pytest.mark.parametrize("sentence", sorted(set(sentences())))
def test_every_sentence_has_its_chinese_with_the_same_gaps(sentence):
    chinese = translate(sentence, Language.ZH)
    assert re.search(r"[一-鿿]", chinese), f"no Chinese for {sentence!r}"
    assert set(GAP.findall(chinese)) == set(GAP.findall(sentence))


def test_the_walk_finds_the_sentences():
    assert len(set(sentences())) > 120
    assert "Clear the filter" in set(sentences())


def test_english_is_the_sentence_itself():
    assert translate("Legend", Language.EN) == "Legend"
    assert (
        translate("a sentence nobody wrote", Language.ZH) == "a sentence nobody wrote"
    )
