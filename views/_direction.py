"""What a row says of its zone's direction: sectors, their words, the text itself."""

from typing import Final

from markupsafe import Markup

from parks.model import Role, Row, SectorTag
from parks.wording import name_sector, name_sectors
from views._words import current_language, enumerate_words, say

ROLE_TITLES: Final = {Role.FOCUS: "Focus", Role.MENTION: "Mentioned"}


def list_sectors(row: Row) -> Markup:
    """Name the sectors of a row by role, in a line each."""
    lines = []
    for role, title in ROLE_TITLES.items():
        tagged = [tag.id for tag in row.sectors if tag.role is role]
        if tagged:
            names = name_sectors(tagged, current_language())
            line = Markup("<p><b>{}</b> {}</p>")
            lines.append(line.format(say(title), names))
    return Markup().join(lines) or _say_none()


def list_evidence(row: Row) -> Markup:
    """Tabulate the sectors of a row with the words of the table that name each."""
    if not row.sectors:
        return _say_none()
    head = Markup("<th scope='col'>{}</th>")
    titles = say("Sector"), say("Taken up as"), say("Words of the table")
    lines = (
        Markup(
            "<tr><th scope='row'>{}</th><td><span class='pa-role pa-{}'>{}</span></td>"
            "<td>{}</td></tr>"
        ).format(
            name_sector(tag.id, current_language()),
            tag.role.value,
            say(ROLE_TITLES[tag.role]),
            _quote(tag),
        )
        for role in ROLE_TITLES
        for tag in row.sectors
        if tag.role is role
    )
    return Markup(
        "<table class='pa-lines'><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    ).format(
        Markup().join(head.format(title) for title in titles), Markup().join(lines)
    )


def highlight(row: Row) -> Markup:
    """Give the direction word for word, with the words marked that name sectors."""
    if not row.direction:
        return Markup("<p>{}</p>").format(say("The table gives no direction."))
    spans = sorted(
        (word.start, word.end, word.role, tag.id)
        for tag in row.sectors
        for word in tag.evidence
    )
    language = current_language()
    parts, at = [], 0
    for start, end, role, sector in spans:
        if start < at:  # the same words can name two sectors; they are marked once
            continue
        mark = Markup("{}<mark class='pa-{}' title='{}'>{}</mark>")
        words = row.direction[at:start], role.value, name_sector(sector, language)
        parts.append(mark.format(*words, row.direction[start:end]))
        at = end
    parts.append(Markup("{}").format(row.direction[at:]))
    return Markup("<p class='pa-direction'>{}</p>").format(Markup().join(parts))


def _quote(tag: SectorTag) -> str:
    """Quote the words that name a sector, each once."""
    words = dict.fromkeys(word.text for word in tag.evidence)
    return enumerate_words(f"“{word}”" for word in words)


def _say_none() -> Markup:
    return Markup("<p>{}</p>").format(say("No sector was found in the direction."))
