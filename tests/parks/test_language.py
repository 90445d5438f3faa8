"""Whatever the code can say, it can say in Chinese."""

import ast
import importlib
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from geodata.errors import StatedError
from geodata.geocoders import DOUBTS
from layers.texts import TEXTS
from parks.briefs.sender import FIELDS
from parks.briefs.surveying import SHAPE_WORDS
from parks.doubts import DOUBT_NAMES, DOUBT_WORDS, IN_DISTRICT_NAMES
from parks.exports import district_tables
from parks.exports.about import TERMS_LABELS
from parks.exports.indicator_list import (
    ABOUT_WORDS,
    DEFINITION_HEADINGS,
    HEADINGS,
    SHEET_NAMES,
)
from parks.exports.origins import BORDER_LINE, BORDERS, CENTROIDS, CITED, STATIONS
from parks.exports.policy_list import COLUMNS as POLICY_COLUMNS
from parks.exports.quality import RANKING
from parks.exports.source_sheet import FIELD_HEADINGS, ROW_HEADINGS
from parks.filter_lists import CHOICE_WORDS, LIST_TITLES, LIST_WORDS
from parks.found_places import NOTES
from parks.headings import _HEADINGS
from parks.indicator_words import (
    KIND_NAMES,
    PLACE_NAMES,
    QUALIFIER_NAMES,
    QUALIFIER_WORDS,
    UNIT_NAMES,
    UNIT_WORDS,
)
from parks.language import Language, translate
from parks.map_links import SERVICES
from parks.nearest import WORDS
from parks.places import PRECISION_NAMES, PRECISION_WORDS
from parks.policy_joins import RULE_WORDS
from parks.policy_levels import BASIS_WORDS, LEVEL_NAMES
from parks.policy_sentences import YEAR_WORDS
from parks.problems import COLUMNS, SENTENCES
from parks.quality_list import CONFIDENCE_NAMES
from parks.system_names import SYSTEM_NAMES, ZONE_NAME
from service.ogc.links import LINK_TITLES
from views._direction import ROLE_TITLES
from views._match_choice import HAD_MARKUP, NO_PLACE, NO_SECTOR
from views._match_form import PART_NAMES
from views._pages import PAGES
from views._quality_head import VERDICTS
from views._sector_overview import GROUP_TITLES
from views._table import TABLE_TEXTS

ROOT = Path(__file__).parents[2]
PACKAGES = ("views", "service", "layers", "parks", "geodata")
SPEAKERS = {"say", "translate", "refuse", "miss", "Refusal"}
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


def constants():
    """Find every sentence handed to a speaker by the name of a constant."""
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            names = set(find_constants(ast.parse(path.read_text(encoding="utf-8"))))
            if names:
                dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts)
                module = importlib.import_module(dotted)
                for name in sorted(names):
                    yield from unfold(getattr(module, name, None))


def find_constants(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "id", "")
            first = node.args[0]
            first = first.value if isinstance(first, ast.Subscript) else first
            if name in SPEAKERS and isinstance(first, ast.Name) and first.id.isupper():
                yield first.id


def unfold(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for text in value.values() if isinstance(text, str))


def page_titles():
    """Find the names of pages, which the shell and the menu say."""
    for page in PAGES:
        yield page.title
        if page.menu:
            yield page.menu


def sentences():
    yield from literals()
    yield from constants()
    yield from page_titles()
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
        LIST_TITLES,
        LIST_WORDS,
        KIND_NAMES,
        PLACE_NAMES,
        QUALIFIER_NAMES,
        QUALIFIER_WORDS,
        UNIT_NAMES,
        UNIT_WORDS,
        ABOUT_WORDS,
        FIELDS,
        SHAPE_WORDS,
        RULE_WORDS,
        LEVEL_NAMES,
        BASIS_WORDS,
        YEAR_WORDS,
        district_tables.ROLE_WORDS,
        district_tables.SCOPE_WORDS,
        district_tables.UNIT_WORDS,
        GROUP_TITLES,
    ):
        yield from words.values()
    yield from (
        *ABOUT_WORDS,
        *TERMS_LABELS.values(),
        *HEADINGS,
        *DEFINITION_HEADINGS,
        *SHEET_NAMES,
    )
    yield from (*FIELD_HEADINGS, *ROW_HEADINGS)
    for origin in (BORDERS, BORDER_LINE, CITED, STATIONS, CENTROIDS):
        yield origin.sentence
    yield from SYSTEM_NAMES.values()
    yield ZONE_NAME
    yield from ROLE_TITLES.values()
    yield from PART_NAMES.values()
    yield from (HAD_MARKUP, NO_PLACE, NO_SECTOR)
    for words in CHOICE_WORDS.values():
        yield from words.values()
    yield from DOUBTS.values()
    yield from NOTES
    yield from SERVICES
    yield from LINK_TITLES
    yield from WORDS
    yield from POLICY_COLUMNS
    yield from district_tables.HEADINGS
    yield from district_tables.TITLES
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


def written():
    """Find every text written in the code, whatever it is for."""
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


@pytest.fixture(scope="module")
def in_code():
    return {*written(), *sentences()}


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "parks/data/messages/zh").glob("*.po")),
    ids=lambda path: path.stem,
)
def test_no_catalogue_keeps_what_nobody_says(path, in_code):
    with path.open("rb") as file:
        said = [str(entry.id) for entry in read_po(file, locale="zh") if entry.id]
    assert [text for text in said if text not in in_code] == []


def test_no_sentence_has_two_translations():
    known = {}
    for path in sorted((ROOT / "parks/data/messages/zh").glob("*.po")):
        with path.open("rb") as file:
            for entry in read_po(file, locale="zh"):
                if entry.id:
                    said = known.setdefault(str(entry.id), str(entry.string))
                    assert said == str(entry.string), entry.id


COMMENT = re.compile(r"^\s*//.*$|/\*.*?\*/", re.MULTILINE | re.DOTALL)
TEXT = re.compile(r"""(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1""")
SENTENCE = re.compile(r"[一-鿿]|^[A-Z][a-z]+(?: [a-z]+)+")


@pytest.mark.parametrize(
    "path",
    sorted([*ROOT.glob("layers/static/*.js"), *ROOT.glob("views/static/*.js")]),
    ids=lambda path: path.name,
)
def test_scripts_hold_no_sentence_of_their_own(path):
    code = COMMENT.sub("", path.read_text(encoding="utf-8"))
    texts = [text for _, text in TEXT.findall(code)]
    assert [text for text in texts if SENTENCE.search(text)] == []


def test_the_map_has_a_word_for_every_key_it_asks_for_and_asks_for_every_word():
    code = "".join(path.read_text("utf-8") for path in ROOT.glob("layers/static/*.js"))
    asked = set(re.findall(r"\.text\(\s*[\"']([\w-]+)[\"']", code))
    assert asked <= TEXTS.keys()
    stems = re.findall(r"`([\w-]+-)\$\{", code)
    assert [
        key
        for key in TEXTS
        if f'"{key}"' not in code and not key.startswith(tuple(stems))
    ] == []
