"""What those compared share and what not, in lines of one table, and how far apart."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from markupsafe import Markup

from parks.comparison import (
    FEWEST,
    Line,
    Member,
    compare_policies,
    compare_sectors,
    measure_pairs,
)
from parks.edition import Edition
from parks.model import Role
from parks.policy_documents import PolicyDocument
from parks.wording import name_sector
from views._around import cite, name_member
from views._direction import ROLE_TITLES
from views._distances import explain_distances, say_distance
from views._words import current_language, say

LETTERS: Final = "ABCD"
"""What those compared are called on maps and in tables, in their order."""
_SIGNS: Final = {Role.FOCUS: "●", Role.MENTION: "○"}
T = TypeVar("T")


def line_up_sectors(members: Sequence[Member]) -> Markup:
    """Line up the sectors, each with a sign and a word for the role."""
    lines = compare_sectors(members)
    none = say("No sector was found in the direction.")
    return _line_up(
        (say("Sectors"), none),
        lines,
        lambda sector: name_sector(sector, current_language()),
        lambda _, role, __: say(ROLE_TITLES[role]),
        len(members),
    )


def line_up_policies(edition: Edition, members: Sequence[Member]) -> Markup:
    """Line up the documents that are cited, each with how a row writes it."""
    return _line_up(
        (say("Policy basis"), say("The table names none.")),
        compare_policies(edition, members),
        lambda document: cite(document.variants[0].policy),
        lambda document, _, at: _say_cited(document, members[at]),
        len(members),
    )


def _say_cited(document: PolicyDocument, member: Member) -> str:
    """Say that a row cites a document, and how where its line is headed otherwise."""
    forms = {variant.policy for variant in document.variants}
    written = [policy for policy in member.row.policies if policy in forms]
    if document.variants[0].policy in written:
        return say("cited")
    return say("cited as {title}", title=cite(written[0]))


def tabulate_distances(members: Sequence[Member]) -> Markup:
    """Tabulate how far each two lie apart."""
    item = Markup(
        "<tr><th scope='row'>{} – {}</th><td>{} – {}</td>"
        "<td class='pa-num'>{}</td></tr>"
    )
    lines = Markup().join(
        item.format(
            LETTERS[pair.first],
            LETTERS[pair.second],
            name_member(members[pair.first]),
            name_member(members[pair.second]),
            say("no place")
            if pair.metres is None
            else say_distance(pair.metres, is_rough=pair.is_rough),
        )
        for pair in measure_pairs(members)
    )
    table = Markup("<table class='pa-lines'><tbody>{}</tbody></table>").format(lines)
    return table + explain_distances()


def head_group(title: str, width: int) -> Markup:
    """Head a group of lines of a table of so many columns beside the first."""
    return Markup(
        "<tr class='pa-group'><th scope='rowgroup' colspan='{}'>{}</th></tr>"
    ).format(width + 1, title)


def _line_up(
    titles: tuple[str, str],
    lines: Sequence[Line[T]],
    name: Callable[[T], str],
    say_mark: Callable[[T, Role, int], str],
    width: int,
) -> Markup:
    title, none = titles
    is_compared = width >= FEWEST
    told = (
        say(
            "{title}: {shared} of {count} shared by all",
            title=title,
            shared=sum(line.is_shared for line in lines),
            count=len(lines),
        )
        if is_compared
        else title
    )
    if not lines:
        cell = Markup("<tr><td class='pa-quiet' colspan='{}'>{}</td></tr>")
        return head_group(title, width) + cell.format(width + 1, none)
    drawn = (
        Markup("<tr class='{}'><th scope='row'>{}{}</th>{}</tr>").format(
            "pa-shared" if is_compared and line.is_shared else "",
            name(line.item),
            Markup(" <i>{}</i>").format(say("shared"))
            if is_compared and line.is_shared
            else "",
            Markup().join(
                _mark(role, say_mark(line.item, role, at) if role else "")
                for at, role in enumerate(line.marks)
            ),
        )
        for line in lines
    )
    return head_group(told, width) + Markup().join(drawn)


def _mark(role: Role | None, said: str) -> Markup:
    if role is None:
        return Markup(
            "<td class='pa-not'><span aria-hidden='true'>–</span>"
            "<span class='pa-unseen'>{}</span></td>"
        ).format(say("not"))
    return Markup(
        "<td><span class='pa-sign' aria-hidden='true'>{}</span> {}</td>"
    ).format(_SIGNS[role], said)
