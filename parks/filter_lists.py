"""The lists that a filter is chosen from, in their order and with their names."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from parks.edition import Edition
from parks.facets import Facets
from parks.language import Language, translate
from parks.normalise import slug, syllables
from parks.places import PRECISION_WORDS, PRECISIONS
from parks.sectors import read_taxonomy
from parks.wording import name_district, name_sector

_KEPT: Final = 16
"""Lists kept in memory: those of a few editions."""
LIST_TITLES: Final = MappingProxyType(
    {
        "district": "District",
        "sector": "Sector",
        "match": "Any or all",
        "role": "Taken up as",
        "zone": "Zone",
        "policy": "Policy basis",
        "precision": "How well the place is known",
    }
)
"""What each list is called, by its option of links; in their order on the page."""
CHOICE_WORDS: Final = MappingProxyType(
    {
        "match": {"any": "Any", "all": "All"},
        "role": {"any": "Either", "focus": "Focus", "mention": "Mentioned"},
    }
)
"""The choices of lists with exactly one chosen, the first unless told otherwise."""
LIST_NOTES: Final = MappingProxyType(
    {
        "role": "The table names sectors for a zone's row; each park of the zone "
        "inherits them."
    }
)
LIST_WORDS: Final = MappingProxyType(
    {
        "find": "Find in the list",
        "clear": "Clear the filter",
        "clearOne": "Clear",
        "drop": "Take {choice} away",
        "more": "{count} more: type to find them",
    }
)
"""What the lists say themselves."""


@lru_cache(maxsize=_KEPT)
def list_options(edition: Edition) -> Mapping[str, tuple[str, ...]]:
    """
    List what can be chosen of each counted field, as the filter holds it.

    Districts keep the table's order, sectors the plan's, precisions theirs; zones and
    documents, which have none, stand by pinyin.
    """
    members = edition.memberships
    taken = set(members.sectors["any"].names)
    return MappingProxyType(
        {
            "district": edition.district_names,
            "sector": tuple(s.id for s in read_taxonomy() if s.id in taken),
            "zone": tuple(sorted(members.zones.names, key=syllables)),
            "policy": tuple(sorted(members.policies.names, key=syllables)),
            "precision": PRECISIONS,
        }
    )


def list_counts(edition: Edition, facets: Facets, option: str) -> list[int]:
    """Give the counts of a field's options, in the order of `list_options`."""
    counts = {
        "district": facets.districts,
        "sector": facets.sectors,
        "zone": facets.zones,
        "policy": facets.policies,
        "precision": facets.precisions,
    }[option]
    return [counts[name] for name in list_options(edition)[option]]


def describe_lists(edition: Edition, language: Language) -> dict[str, object]:
    """
    Describe every list for the page: what does not change with the filter.

    Returns
    -------
    dict
        ``words`` and ``lists``; a list has ``key``, ``title``, ``note``, ``single``
        and ``options``, each with its value, its name and, in pinyin, how to find it.
    """
    return {
        "words": {key: translate(said, language) for key, said in LIST_WORDS.items()},
        "lists": [
            {
                "key": key,
                "title": translate(title, language),
                "note": translate(LIST_NOTES[key], language)
                if key in LIST_NOTES
                else "",
                "single": key in CHOICE_WORDS,
                "options": options,
            }
            for key, title in LIST_TITLES.items()
            if (options := _name_options(edition, key, language))
        ],
    }


def name_option(option: str, value: str, language: Language) -> str:
    """Name a value of a counted field for people."""
    return _NAMERS[option](value, language)


def _name_options(
    edition: Edition, key: str, language: Language
) -> list[tuple[str, ...]]:
    if key in CHOICE_WORDS:
        said = CHOICE_WORDS[key].items()
        return [(value, translate(words, language)) for value, words in said]
    options = list_options(edition)[key]
    named = ((value, name_option(key, value, language)) for value in options)
    return [(value, name, slug(syllables(value))) for value, name in named]


def _keep(value: str, _language: Language) -> str:
    return value


def _name_precision(value: str, language: Language) -> str:
    return translate(PRECISION_WORDS[value], language)


_NAMERS: Final[Mapping[str, Callable[[str, Language], str]]] = MappingProxyType(
    {
        "district": name_district,
        "sector": name_sector,
        "zone": _keep,
        "policy": _keep,
        "precision": _name_precision,
    }
)
