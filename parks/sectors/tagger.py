"""The sectors a direction names, and whether it names them as its aim."""

from collections.abc import Sequence
from typing import Final

from parks.model import LONGEST_DIRECTION, Evidence, Role, SectorTag
from parks.sectors.folding import fold
from parks.sectors.headlines import headline_terms
from parks.sectors.passage import Passage, read_passage
from parks.sectors.proper_names import named_terms
from parks.sectors.scopes import settle
from parks.sectors.terms import Occurrence, find_terms
from parks.sectors.ticks import blank_unticked

_ADJOINING_MAX: Final = 2
"""Terms right behind a word that can say what it is to them, at most."""


def tag(direction: str, *, names: Sequence[str] = ()) -> tuple[SectorTag, ...]:
    """
    Tag a direction with the sectors it names.

    A sector is its aim (`Role.FOCUS`) where any of its words stands under a cue
    that says so or in a list that stands alone; it is only mentioned where all of
    them are a means, a context, a partner or part of a name. What the direction
    turns away, and what the vocabulary does not know, gets no tag.

    Parameters
    ----------
    direction
        The cell's text; any text is allowed.
    names
        The names of the row's parks and zone: inside them no word is an aim.

    Returns
    -------
    tuple[SectorTag, ...]
        The aims in the order of their first word as an aim, then the mentions in
        the order of their first word.
    """
    text = blank_unticked(fold(direction[:LONGEST_DIRECTION]))
    occurrences = find_terms(text)
    if not occurrences:
        return ()
    passage = read_passage(text, occurrences)
    evidence: dict[str, list[Evidence]] = {}
    for occurrence, role in zip(
        occurrences, _roles(passage, occurrences, names), strict=True
    ):
        if role is None or (occurrence.meaning.is_aim_only and role is not Role.FOCUS):
            continue
        start, end = occurrence.start, occurrence.end
        words = Evidence(direction[start:end], start, end, role)
        for sector in occurrence.meaning.sectors:
            evidence.setdefault(sector, []).append(words)
    return tuple(sorted(map(_tag, evidence.items()), key=_order))


def _roles(
    passage: Passage, occurrences: Sequence[Occurrence], names: Sequence[str]
) -> list[Role | None]:
    """Say what each word is to the direction; None where it names nothing."""
    headlines = headline_terms(passage)
    named = named_terms(passage, names)
    roles: list[Role | None] = []
    for index, cue in enumerate(settle(passage)):
        if cue is None:
            role: Role | None = Role.FOCUS if index in headlines else Role.MENTION
        else:
            role = cue.role
        if _is_handled(occurrences, index):
            role = None
        elif role is Role.FOCUS and (index in named or _is_applied(occurrences, index)):
            role = Role.MENTION
        roles.append(role)
    return roles


def _is_applied(occurrences: Sequence[Occurrence], index: int) -> bool:
    """
    Tell whether a word only says what the term right behind it is applied to.

    Trade and transport are no technologies: 金融商贸 are two industries.
    """
    if not occurrences[index].meaning.is_applied:
        return False
    behind = _adjoining(occurrences, index)
    return bool(behind) and not behind[0].meaning.is_handler


def _is_handled(occurrences: Sequence[Occurrence], index: int) -> bool:
    """
    Tell whether a word only names the goods that a term right behind it handles.

    Goods may stand one behind the other: 石化化工新材料 are new materials.
    """
    if not occurrences[index].meaning.is_goods:
        return False
    for behind in _adjoining(occurrences, index):
        if behind.meaning.is_handler or not behind.meaning.is_goods:
            return behind.meaning.is_handler
    return False


def _adjoining(occurrences: Sequence[Occurrence], index: int) -> Sequence[Occurrence]:
    """Gather the terms that stand right behind a term, one behind the other."""
    last = index
    for behind in occurrences[index + 1 : index + 1 + _ADJOINING_MAX]:
        if behind.start != occurrences[last].end:
            break
        last += 1
    return occurrences[index + 1 : last + 1]


def _tag(entry: tuple[str, list[Evidence]]) -> SectorTag:
    """Gather a sector's words; one aim makes it an aim."""
    sector, evidence = entry
    is_focus = any(words.role is Role.FOCUS for words in evidence)
    role = Role.FOCUS if is_focus else Role.MENTION
    return SectorTag(sector, role, tuple(evidence))


def _order(tag: SectorTag) -> tuple[bool, int]:
    """Order aims before mentions, each by the first word that makes it one."""
    first = next(words.start for words in tag.evidence if words.role is tag.role)
    return tag.role is not Role.FOCUS, first
