"""What the overview of sectors and the profile of one say alike."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from parks.edition import Edition
from parks.language import Language
from parks.model import Role
from parks.sector_aims import name_agency, read_aims
from parks.sector_profiles import (
    find_namesakes,
    find_profile,
    lies_in_shenzhen,
)
from parks.sectors import Sector, find_sector
from parks.wording import name_district
from views._around import link_park
from views._sheet import address, link
from views._words import current_language, enumerate_words, say

_JOINTS: Final = {Language.ZH: "、", Language.EN: "; "}
"""Between names that hold commas themselves."""
_MOST_CALLED: Final = 6
"""Parks that are named for their names alone."""
_MOST_ROWS: Final = 12


def paint_swatch(sector: Sector) -> Markup:
    """Paint the colour that the map gives a sector, lifted as there on dark land."""
    return Markup(
        "<span class='pa-swatch' aria-hidden='true' style='background:"
        " color-mix(in srgb, {}, white var(--pa-lift))'></span>"
    ).format(sector.colour)


def link_sector(sector: Sector) -> Markup:
    """Link to the profile of a sector by its name."""
    href = address("sectors", {"sector": [sector.id]})
    name = sector.name(current_language())
    return link(name, href, {"go": "sector", "sector": sector.id})


def name_agencies(sector: Sector) -> str:
    """Name the agencies that the plan holds responsible, in its order."""
    language = current_language()
    return _JOINTS[language].join(
        name_agency(agency, language) for agency in sector.agencies
    )


def tell_aim(sector: Sector) -> str:
    """Tell what the plan wants of a key industry; empty for other sectors."""
    aim = read_aims().aims.get(sector.id)
    return aim.tell(current_language()) if aim else ""


def cite_plan() -> str:
    """Say where aims and agencies come from."""
    plan, language = read_aims(), current_language()
    told = say(
        "Aims, told in our own words, and agencies: {plan}, {part}.",
        plan=plan.title[language],
        part=plan.part[language],
    )
    if language is Language.ZH:
        return told
    own = [agency.en for agency in plan.agencies.values() if agency.source]
    names = say(
        "English names of agencies are their own for {names}; the others, and the "
        "plan's title, are translated here.",
        names=_JOINTS[language].join(own),
    )
    return join_sentences((told, names))


def warn_of_city(edition: Edition) -> Markup:
    """Say that the plan is another city's, where a row may lie elsewhere."""
    if lies_in_shenzhen(edition):
        return Markup()
    told = say(
        "Not all rows of this table name a district of Shenzhen. The twelve key "
        "industries, their aims and agencies are those of Shenzhen's plan and say "
        "nothing of another city's."
    )
    return Markup("<p class='pa-remark'>{}</p>").format(told)


def count_districts(districts: Mapping[str, int]) -> str:
    """Name districts with how many zones each has."""
    language = current_language()
    return enumerate_words(
        f"{name_district(name, language)} {count}" for name, count in districts.items()
    )


def name_rows(numbers: Iterable[int]) -> str:
    """Name rows by their numbers, of many only the first."""
    every = sorted(numbers)
    named = enumerate_words(map(str, every[:_MOST_ROWS]))
    if len(every) == 1:
        return say("row {numbers}", numbers=named)
    told = say("rows {numbers}", numbers=named)
    if len(every) > _MOST_ROWS:
        more = say("and {count} more", count=len(every) - _MOST_ROWS)
        told = f"{told} {more}"
    return told


def join_sentences(sentences: Iterable[str]) -> str:
    """Join sentences as the visit's language does."""
    return ("" if current_language() is Language.ZH else " ").join(sentences)


def tell_near(edition: Edition, sectors: Sequence[Sector]) -> Markup:
    """Name what borders on sectors that no zone takes up, and parks called so."""
    told = [
        line
        for sector in sectors
        for line in (
            _tell_bordering(edition, sector),
            _tell_namesakes(edition, sector),
        )
        if line
    ]
    if not told:
        return Markup()
    items = Markup().join(Markup("<li>{}</li>").format(line) for line in told)
    return Markup("<ul class='pa-beside'>{}</ul>").format(items)


def _tell_bordering(edition: Edition, sector: Sector) -> Markup:
    """Name the sectors outside the twelve that border on one and are taken up."""
    aim = read_aims().aims.get(sector.id)
    near = [find_sector(id_) for id_ in (aim.near if aim else ())]
    profiles = [find_profile(edition, each) for each in near if each]
    taken = [profile for profile in profiles if profile.list_zones(Role.FOCUS)]
    if not taken:
        return Markup()
    told = say(
        "Bordering on {sector}, but counted under its own name:",
        sector=sector.name(current_language()),
    )
    names = (
        Markup("{} ({})").format(
            link_sector(profile.sector),
            name_rows(taking.seq for taking in profile.list_zones(Role.FOCUS)),
        )
        for profile in taken
    )
    return Markup("{} {}").format(told, _enumerate(names))


def _tell_namesakes(edition: Edition, sector: Sector) -> Markup:
    """Name the parks that are called by a word of a sector, though no row says it."""
    positions = find_namesakes(edition, sector)
    if not positions:
        return Markup()
    told = say(
        "Called so, though its row does not say it, and not counted as {sector}:",
        sector=sector.name(current_language()),
    )
    seqs = edition.parks["seq"]
    names = [
        Markup("{} ({})").format(
            link_park(edition, position), name_rows([int(seqs.iloc[position])])
        )
        for position in positions[:_MOST_CALLED]
    ]
    if len(positions) > _MOST_CALLED:
        more = say("and {count} more", count=len(positions) - _MOST_CALLED)
        names.append(Markup("{}").format(more))
    return Markup("{} {}").format(told, _enumerate(names))


def _enumerate(names: Iterable[Markup]) -> Markup:
    return Markup("{}").format(_JOINTS[current_language()]).join(names)
