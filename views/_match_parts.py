"""The parts of a match's score: drawn as bars, and explained with their formulas."""

from dataclasses import astuple
from typing import Final

from markupsafe import Markup

from parks.matching import MatchedZone, Wish
from parks.matching.measures import HALVING_KILOMETRES, PRECISION_SHARES, ROLE_SHARES
from parks.model import Role
from parks.named_points import NamedPoint
from parks.places import PRECISION_NAMES, PRECISION_WORDS
from parks.second_sources import PRECISE
from parks.wording import name_sector
from views._direction import ROLE_TITLES
from views._distances import explain_distances, say_distance
from views._match_form import PART_NAMES
from views._words import current_language, enumerate_words, say

_WHOLE: Final = 100
_MOST_WORDS: Final = 6


def write_points(score: float) -> str:
    """Write a score, or a part of it, as points of a hundred."""
    return f"{score * _WHOLE:.0f}"


def draw_score(score: float) -> Markup:
    """Draw a score as points of a hundred."""
    points = write_points(score)
    return Markup("<p class='pa-score'><b>{}</b> / 100</p>").format(points)


def draw_parts(zone: MatchedZone, wish: Wish) -> Markup:
    """Draw the parts of a score as bars, each with what it stands on."""
    parts = zone.parts
    weights = dict(zip(PART_NAMES, astuple(wish.weights), strict=True))
    told = {
        "fit": "",
        "distance": say_metres(zone.metres, None, wish.point)
        if zone.metres is not None
        else say("place unknown"),
        "backing": say("documents: {count}", count=zone.policies),
        "precision": "",
    }
    values = {
        "fit": parts.fit,
        "distance": parts.distance,
        "backing": parts.backing,
        "precision": parts.precision,
    }
    lines = Markup().join(
        _draw_bar(say(PART_NAMES[name]), value, told[name], weights[name])
        for name, value in values.items()
        if value is not None
    )
    return Markup("<dl class='pa-parts'>{}</dl>").format(lines)


def _draw_bar(name: str, value: float, told: str, weight: float) -> Markup:
    points = write_points(value)
    look = "" if weight else "pa-idle"
    return Markup(
        "<div class='{}'><dt>{}</dt><dd><span class='pa-bar' aria-hidden='true'>"
        "<i style='width: {}%'></i></span><span>{}</span> <i>{}</i></dd></div>"
    ).format(look, name, points, points, told)


def list_sectors(zone: MatchedZone) -> Markup:
    """List the wanted sectors that a row takes up, with the words of both sides."""
    items = Markup().join(
        Markup(
            "<li>{} <span class='pa-role pa-{}'>{}</span>"
            "<p class='pa-quiet'>{}</p></li>"
        ).format(
            name_sector(sector.id, current_language()),
            sector.role.value,
            say(ROLE_TITLES[sector.role]),
            _say_words(sector.wanted_words, sector.row_words),
        )
        for sector in zone.sectors
    )
    return Markup("<ul class='pa-names'>{}</ul>").format(items)


def _say_words(wanted: tuple[str, ...], row: tuple[str, ...]) -> str:
    of_row = say("Table: {words}", words=_quote(row))
    if not wanted:
        return of_row
    return f"{say('Scope: {words}', words=_quote(wanted))} — {of_row}"


def _quote(words: tuple[str, ...]) -> str:
    quoted = enumerate_words(f"“{word}”" for word in words[:_MOST_WORDS])
    return f"{quoted} …" if len(words) > _MOST_WORDS else quoted


def say_metres(
    metres: float | None, precision: str | None, point: NamedPoint | None
) -> str:
    """Say how far something is, if that is known; roughly, unless both ends are."""
    if metres is None:
        return ""
    # Coordinates have no precision: whoever gives them means that very point.
    is_point_rough = (
        point is not None
        and point.precision is not None
        and point.precision not in PRECISE
    )
    return say_distance(metres, is_rough=is_point_rough or precision not in PRECISE)


def name_point(point: NamedPoint) -> str:
    """Name a point with how well it is known, and say where it is."""
    known = PRECISION_WORDS.get(point.precision or "")
    said = (
        point.name,
        say(known) if known else "",
        f"{point.lon:.6f}, {point.lat:.6f}",
    )
    return " · ".join(filter(None, said))


def explain_score(wish: Wish) -> Markup:
    """Explain how a score comes about, part by part, with the numbers used."""
    focus, mention = (f"{ROLE_SHARES[role]:g}" for role in (Role.FOCUS, Role.MENTION))
    shares = enumerate_words(
        f"{say(PRECISION_NAMES[name])} {share:g}"
        for name, share in PRECISION_SHARES.items()
    )
    weights = zip(PART_NAMES.values(), astuple(wish.weights), strict=True)
    used = enumerate_words(f"{say(name)} {share:g}" for name, share in weights)
    sentences = (
        say(
            "The score is the weighted mean of its parts, in points of 100, rounded to "
            "whole points; equal points are a tie. Weights: {weights}.",
            weights=used,
        ),
        say(
            "Sector fit: the weights of the wanted sectors that the row takes up, over "
            "the weights of all; as its focus a sector counts {focus}, mentioned "
            "{mention}. A row without any is left out.",
            focus=focus,
            mention=mention,
        ),
        say(
            "Nearness: 100 at the point, halved every {kilometres} km; 0 where the "
            "place is unknown; without a point it does not count. A zone is as near as "
            "its nearest park.",
            kilometres=f"{HALVING_KILOMETRES:g}",
        ),
        say(
            "Policy backing: 1 − 0.5ⁿ for n documents that the row cites: 0, 50, 75, "
            "88 … points. It says how many, not how strong they are."
        ),
        say(
            "Precision of the place: {shares}; a zone has the mean of its parks "
            "listed.",
            shares=shares,
        ),
    )
    lines = Markup().join(
        Markup("<li>{}</li>").format(sentence) for sentence in sentences
    )
    distances = explain_distances() if wish.point else Markup()
    return Markup("<h3>{}</h3><ul class='pa-policies'>{}</ul>{}").format(
        say("How the score comes about"), lines, distances
    )
