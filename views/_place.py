"""A park's place in words: how well it is known, where it is, and who says so."""

from markupsafe import Markup

from shapely import Point

from parks.edition import Edition
from parks.language import Language
from parks.places import PRECISION_WORDS
from views._correction_list import describe_correction, describe_old, name_source
from views._corrections import find_correction
from views._words import current_language, say


def describe_place(edition: Edition, index: int) -> Markup:
    """Describe a park's place in short; every text of the table is escaped."""
    park = edition.parks.iloc[index]
    english = current_language() is Language.EN
    lines = [
        Markup("<p>{}</p>").format(name_precision(str(park["precision"]))),
        Markup("<p>{}</p>").format(
            park["location_note_en" if english else "location_note"]
        ),
    ]
    correction = find_correction(edition, park["park_id"])
    if correction is not None:
        line = Markup("<p class='pa-correction'>{}</p><p class='pa-quiet'>{}</p>")
        move, before = describe_correction(correction), describe_old(correction)
        lines[1] = line.format(move, before)
    if isinstance(point := park["geometry"], Point):
        lines.append(
            Markup("<p class='pa-quiet'>{}</p>").format(
                f"WGS 84: {point.x:.6f}, {point.y:.6f}"
            )
        )
    source = say("Source: {source}", source=name_source(edition, index))
    return Markup().join([*lines, Markup("<p class='pa-quiet'>{}</p>").format(source)])


def name_precision(precision: str | None) -> Markup:
    """Say how well a place is known, framed as its symbol on the map is."""
    known = PRECISION_WORDS.get(precision or "")
    return Markup("<span class='pa-precision pa-{}'>{}</span>").format(
        precision, say(known) if known else say("place unknown")
    )
