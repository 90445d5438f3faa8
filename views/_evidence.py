"""What a park's place rests on: its sources side by side."""

import streamlit as st
from markupsafe import Markup

from shapely import Point

from parks.doubts import DOUBT_WORDS, Doubt, InDistrict
from parks.language import Language
from parks.places import PRECISION_WORDS
from parks.problems import describe
from parks.quality import Assessment
from parks.quality_list import CONFIDENCE_NAMES
from parks.second_sources import Sighting, measure_distance
from parks.wording import name_district
from views._correction_list import name_source
from views._session import PARK_KEY
from views._ways import show_on_map
from views._words import current_language, enumerate_words, say

_MOST_SHARERS = 5
"""Parks on the same point that are named; a whole zone may stand there."""


def show_evidence(assessment: Assessment, index: int) -> None:
    """Show what the place of a park rests on, with ways on and back."""
    with st.container(horizontal=True):
        if st.button(say("Open on the map"), icon=":material/map:", key="open_on_map"):
            show_on_map(assessment.edition, index)
        st.button(say("Close"), on_click=_deselect, key="close_evidence")
    st.html(describe_evidence(assessment, index))


def describe_evidence(assessment: Assessment, index: int) -> Markup:
    """Describe what a park's place rests on; every text of the table is escaped."""
    park = assessment.edition.parks.iloc[index]
    names = name_district(park["district"], current_language()), park["zone"]
    where = " · ".join(filter(None, names))
    rank = say(
        "Place {rank} of {count}, worst first",
        rank=assessment.parks["rank"].iloc[index],
        count=len(assessment.order),
    )
    parts = (
        _list_doubts(assessment, index),
        _check_place(assessment, index),
        describe_sources(assessment, index),
    )
    return Markup(
        "<div class='pa-park'><h2>{}</h2><p class='pa-where'>{}</p>{}"
        "<p class='pa-quiet'>{}</p></div>"
    ).format(park["name"], where, Markup().join(parts), rank)


def _list_doubts(assessment: Assessment, index: int) -> Markup:
    language = current_language()
    found = assessment.list_doubts(index)
    sentences = [say(DOUBT_WORDS[doubt]) for doubt in found if doubt != Doubt.NOTED]
    told = assessment.problems.get(index, ())
    sentences += [describe(problem, language) for problem in told]
    if not sentences:
        return Markup("<p>{}</p>").format(say("Nothing makes its place doubtful."))
    items = Markup().join(Markup("<li>{}</li>").format(text) for text in sentences)
    return Markup("<ul class='pa-why'>{}</ul>").format(items)


def _check_place(assessment: Assessment, index: int) -> Markup:
    """Say whether the park lies in its district, and what else stands on its point."""
    measured = assessment.parks.iloc[index]
    checked = {
        InDistrict.INSIDE: say("It stands inside its district."),
        InDistrict.OUTSIDE: say(
            "It stands {metres} m outside its district.",
            metres=_round(measured["outside_metres"]),
        ),
        InDistrict.UNKNOWN: say("No boundary of its district is known here."),
    }
    lines = [checked.get(measured["in_district"], "")]
    if measured["shared_count"]:
        lines.append(_name_sharers(assessment, index))
    shown = [Markup("<p>{}</p>").format(line) for line in lines if line]
    return Markup().join(shown)


def _name_sharers(assessment: Assessment, index: int) -> str:
    parks = assessment.edition.parks
    same = parks.geometry == parks.geometry.iloc[index]
    names = parks["name"][same].drop(parks.index[index]).tolist()
    return say(
        "On the same point, {count} more: {names}",
        count=len(names),
        names=enumerate_words(names[:_MOST_SHARERS])
        + ("…" if len(names) > _MOST_SHARERS else ""),
    )


def describe_sources(assessment: Assessment, index: int) -> Markup:
    """Put what the map shows beside what other sources say."""
    point = assessment.edition.parks.geometry.iloc[index]
    found = assessment.sources[index]
    cards = [_describe_taken(assessment, index)]
    cards += [_describe_other(place, point) for place in found.others]
    if not found.others:
        none = say("No second, independent source of its own place was found.")
        cards.append(Markup("<section><p>{}</p></section>").format(none))
    return Markup("<div class='pa-cards'>{}</div>").format(Markup().join(cards))


def _describe_taken(assessment: Assessment, index: int) -> Markup:
    park = assessment.edition.parks.iloc[index]
    english = current_language() is Language.EN
    words = PRECISION_WORDS.get(str(park["precision"]))
    point = park["geometry"]
    return _card(
        say("On the map"),
        say(words) if words else say("place unknown"),
        point if isinstance(point, Point) else None,
        park["location_note_en" if english else "location_note"],
        _cite(assessment.sources[index].taken, name_source(assessment.edition, index)),
    )


def _describe_other(place: Sighting, point: object) -> Markup:
    english = current_language() is Language.EN
    title = say("Another source")
    if isinstance(point, Point):
        metres = _round(measure_distance(point, place))
        title = say("Another source, {metres} m away", metres=metres)
    return _card(
        title,
        say(PRECISION_WORDS[place.precision]),
        Point(place.lon, place.lat),
        place.note_en if english else place.note_zh,
        _cite(place, place.source),
    )


def _card(
    title: str, precision: str, point: Point | None, note: str, cited: Markup
) -> Markup:
    position = f"WGS 84: {point.x:.6f}, {point.y:.6f}" if point is not None else ""
    return Markup(
        "<section><h3>{}</h3><p><span class='pa-precision'>{}</span></p>"
        "<p>{}</p><p class='pa-quiet'>{}</p>{}</section>"
    ).format(title, precision, note, position, cited)


def _cite(place: Sighting | None, source: str) -> Markup:
    """Cite a source, with its datum, date and confidence where a record has them."""
    lines = [say("Source: {source}", source=source)] if source else []
    if place is not None:
        lines += [
            say("Named there: {name}", name=place.matched),
            say("Datum of the source: {datum}", datum=place.source_datum.value),
            say("Date of the source: {date}", date=place.source_date or say("unknown")),
            say(
                "Confidence: {confidence}",
                confidence=say(CONFIDENCE_NAMES[place.confidence]),
            ),
        ]
    quiet = Markup("<p class='pa-quiet'>{}</p>")
    return Markup().join(quiet.format(line) for line in lines)


def _round(metres: float) -> str:
    return f"{metres:,.0f}"


def _deselect() -> None:
    st.session_state[PARK_KEY] = None
