"""
Draws the service's documents as pages that look like the app's.

They hold no script and ask no host for anything; every value is escaped as it is put
in.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from parks.headings import head
from parks.language import Language, translate
from parks.places import PRECISION_NAMES
from parks.wording import name_district, name_sector
from service.ogc.configuration import LAYER_TITLES, LAYER_WORDS
from service.ogc.visits import PREFIX, Visit

WORDS: Final = {
    "atlas": "ParkAtlas",
    "service": "Data service (OGC API - Features)",
    "to-map": "Open the map",
    "collections": "Collections",
    "conformance": "Conformance",
    "api": "Description of the interface",
    "items": "Features",
    "schema": "Schema",
    "queryables": "What a filter may name",
    "this-as-json": "This page as JSON",
    "add-layer": "In a GIS, add this address as a layer of OGC API - Features (WFS 3):",
    "systems": "Reference systems",
    "extent": "Extent (west, south, east, north)",
    "found": "{count} features; shown are {first} to {last}.",
    "found-none": "No feature is meant by this.",
    "previous": "Previous",
    "next": "Next",
    "search": "Search",
    "id": "Id",
    "place": "Coordinates",
    "no-place": "No place is known.",
    "outline": "{kind} of {count} points",
    "in-app": "Open in the app",
    "name": "Name",
    "type": "Type",
    "parameter": "Parameter",
    "conforms": "The service conforms to:",
    "licence": "Licence",
    "attribution": "Owed to",
    "contact": "Contact",
    "approval": "Map approval number",
    "withheld": "Nothing is offered here at the moment.",
}
"""What the pages say, in English."""
_FOLDER: Final = Path(__file__).parent / "templates"
_ENVIRONMENT: Final = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_SHOWN_LENGTH: Final = 160


def draw_page(name: str, visit: Visit, document: Mapping[str, Any]) -> str:
    """
    Draw a document as a page.

    Parameters
    ----------
    name
        A template's.
    visit
        Who asked for it.
    document
        As its JSON has it.
    """
    language = visit.language
    other = Language.EN if language is Language.ZH else Language.ZH
    return _ENVIRONMENT.get_template(f"{name}.html").render(
        document=document,
        visit=visit,
        language=language.value,
        say=_speak(language),
        titles={
            name: (
                translate(LAYER_TITLES[name], language),
                translate(LAYER_WORDS[name], language),
            )
            for name in LAYER_TITLES
        },
        head=partial(head, language=language),
        show=partial(_show, language=language),
        place=partial(_describe_place, language=language),
        home=f"{visit.base.removesuffix(PREFIX)}/",
        json_address=_readdress(visit, f="json"),
        other_address=_readdress(visit, lang=other.value),
    )


def draw_problem(problem: Mapping[str, object], language: Language, start: str) -> str:
    """Draw a problem document as a page that leads back to the path `start`."""
    template = _ENVIRONMENT.get_template("problem.html")
    return template.render(
        problem=problem, language=language.value, say=_speak(language), start=start
    )


def _speak(language: Language) -> Callable[..., str]:
    def say(key: str, **facts: object) -> str:
        return translate(WORDS[key], language).format_map(facts)

    return say


def _readdress(visit: Visit, **changes: str | None) -> str:
    """Write this page's address with some parameters changed; None takes one away."""
    pairs = [
        (name, value)
        for name, values in visit.options.items()
        if name not in changes
        for value in values
    ]
    pairs += [(name, value) for name, value in changes.items() if value is not None]
    address = visit.locate(*visit.parts) if visit.path else visit.base
    return f"{address.partition('?')[0]}?{urlencode(pairs)}"


def _show(column: str, value: object, *, language: Language, whole: bool = True) -> str:
    """Say a value in words."""
    if value is None:
        return "—"
    if isinstance(value, list):
        is_sector = column in {"focus", "sectors"}
        words = [name_sector(v, language) if is_sector else str(v) for v in value]
        return ("、" if language is Language.ZH else ", ").join(words)
    text = str(value)
    if column == "precision":
        text = translate(PRECISION_NAMES[text], language)
    if column == "district":
        text = name_district(text, language)
    return text if whole or len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]}…"


def _describe_place(geometry: Mapping[str, Any] | None, *, language: Language) -> str:
    if geometry is None:
        return translate(WORDS["no-place"], language)
    if geometry["type"] == "Point":
        return ", ".join(map(str, geometry["coordinates"]))
    count = _count_points(geometry["coordinates"])
    outline = translate(WORDS["outline"], language)
    return outline.format(kind=geometry["type"], count=count)


def _count_points(coordinates: list[Any]) -> int:
    if coordinates and isinstance(coordinates[0], int | float):
        return 1
    return sum(map(_count_points, coordinates))
