"""
Which citations are of one document, and by what rule.

Rules are tried from the strictest on. None of them ever puts two numbers together:
where one title bears several numbers, a citation without a number stays by itself, for
nothing says which of them it means.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import StrEnum
from typing import Final

from parks.model import Policy
from parks.title_forms import read_form, spell_number


class Rule(StrEnum):
    """What joins a citation with another of the same document."""

    NUMBER = "number"
    TITLE = "title"
    SPELLING = "spelling"
    NOTICE = "notice"
    PLACE = "place"
    PARTICLE = "particle"


RULE_WORDS: Final = {
    Rule.NUMBER: "the same number",
    Rule.TITLE: "the same title",
    Rule.SPELLING: "the same title but for width, brackets, quotation marks, dashes, "
    "blanks or traditional characters",
    Rule.NOTICE: "one is the notice of its issue (“… 印发 … 的通知”), the other the "
    "document itself",
    Rule.PLACE: "the same place, as the title's beginning or as who issues it "
    "(“深圳市…”, “深圳市人民政府…”)",
    Rule.PARTICLE: "the same words but for “的” before the kind of document",
}
"""What each rule is in words, in the order in which rules are tried."""
_IS_NUMBER: Final = re.compile(r"[^\W\d_]{1,20}\((?:19|20)\d\d\)\d{1,6}号")
Group = frozenset[int]


def number_of(policy: Policy) -> str:
    """Give a citation's number, folded; of one that is but a number, that; else ''."""
    if policy.number:
        return spell_number(policy.number)
    number = spell_number(policy.title)
    return number if _IS_NUMBER.fullmatch(number) else ""


def join_citations(policies: Sequence[Policy]) -> list[tuple[int, ...]]:
    """
    Put together the citations of one document.

    Parameters
    ----------
    policies
        Citations as written, each once.

    Returns
    -------
    list of tuple of int
        Positions in `policies`, one tuple a document, in the order of the first.
    """
    forms = [read_form(policy.title) for policy in policies]
    numbers = [number_of(policy) for policy in policies]
    groups: list[Group] = [frozenset({at}) for at in range(len(policies))]
    groups = _join(groups, lambda at: numbers[at] or None, numbers)
    # Of a title with several numbers, those without one are still one citation.
    bare = _join(
        [group for group in groups if not _held(group, numbers)],
        lambda at: forms[at].spelled,
        numbers,
    )
    groups = [group for group in groups if _held(group, numbers)] + bare
    groups = _join(groups, lambda at: forms[at].spelled, numbers)
    groups = _join(groups, lambda at: forms[at].key, numbers)
    return sorted(tuple(sorted(group)) for group in groups)


def explain_join(one: Policy, other: Policy) -> tuple[Rule, ...]:
    """
    Say by which rules two citations are of one document.

    Returns
    -------
    tuple of Rule
        Those that are needed, in their order; empty if only others join the two.
    """
    numbers = {number_of(one), number_of(other)}
    if len(numbers) == 1 and numbers != {""}:
        return (Rule.NUMBER,)
    if one.title == other.title:
        return (Rule.TITLE,)
    form, model = read_form(one.title), read_form(other.title)
    if form.spelled == model.spelled:
        return (Rule.SPELLING,)
    if form.key != model.key:
        return ()
    needed = {
        Rule.NOTICE: form.is_notice != model.is_notice,
        Rule.PLACE: (form.issuer, form.lead) != (model.issuer, model.lead),
        Rule.PARTICLE: form.has_particle != model.has_particle,
    }
    # What is left is how a notice is worded: with 关于, with 的通知.
    return tuple(rule for rule, is_needed in needed.items() if is_needed) or (
        Rule.NOTICE,
    )


def _join(
    groups: Sequence[Group], key: Callable[[int], Hashable], numbers: Sequence[str]
) -> list[Group]:
    """Join the groups that share a key, unless that puts two numbers together."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for position, group in enumerate(groups):
        for each in {key(at) for at in group} - {None}:
            holders[each].append(position)
    joined: list[Group] = []
    for part in _connect(len(groups), holders.values()):
        whole = frozenset().union(*(groups[position] for position in part))
        if len(_held(whole, numbers)) > 1:
            joined += [groups[position] for position in part]
        else:
            joined.append(whole)
    return joined


def _held(group: Group, numbers: Sequence[str]) -> set[str]:
    return {numbers[at] for at in group} - {""}


def _connect(count: int, shared: Iterable[Sequence[int]]) -> list[list[int]]:
    """Give the parts of a graph of `count` nodes whose edges tie the shared ones."""
    above = list(range(count))

    def find(node: int) -> int:
        while above[node] != node:
            above[node] = node = above[above[node]]
        return node

    for first, *others in shared:
        for other in others:
            above[find(other)] = find(first)
    parts: dict[int, list[int]] = defaultdict(list)
    for node in range(count):
        parts[find(node)].append(node)
    return list(parts.values())
