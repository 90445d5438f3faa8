"""The documents that a table cites, each one entity with all that rests on it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from parks.edition import Edition
from parks.filter import Filter
from parks.model import Policy
from parks.policy_joins import Rule, explain_join, join_citations, number_of
from parks.policy_levels import Judgement, tell_level
from parks.policy_years import Years, find_years


@dataclass(frozen=True, slots=True)
class Variant:
    """
    One way in which a document is cited.

    Attributes
    ----------
    policy
        Title and number, as written.
    rows
        Positions in `Edition.zones` of the rows that cite it so.
    rules
        What joins it with `joined_to`; empty for the document's first variant.
    joined_to
        Position of another variant of the document.
    """

    policy: Policy
    rows: tuple[int, ...]
    rules: tuple[Rule, ...] = ()
    joined_to: int = 0


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """
    A document cited as policy basis.

    Attributes
    ----------
    variants
        How it is cited, most rows first.
    number
        Its number, from whichever variant has one; None where the table gives none.
    level
        Whose it is, and by what words.
    years
        Those of its number and titles.
    rows
        Positions in `Edition.zones` of the rows that cite it, in order.
    parks
        Positions in `Edition.parks` of their parks.
    """

    variants: tuple[Variant, ...]
    number: str | None
    level: Judgement
    years: tuple[Years, ...]
    rows: tuple[int, ...]
    parks: tuple[int, ...]

    @property
    def title(self) -> str:
        """The title it is cited by most, as written where it stands first."""
        return self.variants[0].policy.title

    @property
    def number_rows(self) -> tuple[int, ...]:
        """The rows that give its number; all others cite it by title."""
        numbered = (each.rows for each in self.variants if number_of(each.policy))
        return tuple(sorted({row for rows in numbered for row in rows}))

    @property
    def titles(self) -> tuple[str, ...]:
        """All titles it is cited by."""
        return tuple(dict.fromkeys(each.policy.title for each in self.variants))


@lru_cache(maxsize=8)
def list_documents(edition: Edition) -> tuple[PolicyDocument, ...]:
    """
    List the documents that a table cites.

    Returns
    -------
    tuple of PolicyDocument
        Those that most rows rest on first, then by their parks, then as the table has
        them.
    """
    cited: dict[Policy, list[int]] = defaultdict(list)
    for position, row in enumerate(edition.table.rows):
        for policy in dict.fromkeys(row.policies):
            cited[policy].append(position)
    policies = list(cited)
    holders: dict[int, list[int]] = defaultdict(list)
    for park, row_position in enumerate(edition.parks["row"].tolist()):
        holders[row_position].append(park)
    documents = [
        _gather([(policies[at], cited[policies[at]]) for at in group], holders)
        for group in join_citations(policies)
    ]
    return tuple(
        sorted(documents, key=lambda each: (-len(each.rows), -len(each.parks)))
    )


def _gather(
    cited: Sequence[tuple[Policy, list[int]]], holders: dict[int, list[int]]
) -> PolicyDocument:
    ranked = sorted(cited, key=lambda each: -len(each[1]))
    variants = _explain(ranked)
    rows = sorted({row for _, rows in cited for row in rows})
    titles = [policy.title for policy, _ in ranked]
    numbers = [
        policy.number or policy.title for policy, _ in ranked if number_of(policy)
    ]
    return PolicyDocument(
        variants=variants,
        number=numbers[0] if numbers else None,
        level=tell_level(titles),
        years=find_years(titles, numbers[:1]),
        rows=tuple(rows),
        parks=tuple(sorted(park for row in rows for park in holders.get(row, ()))),
    )


def _explain(ranked: Sequence[tuple[Policy, list[int]]]) -> tuple[Variant, ...]:
    """Say of each variant after the first what joins it, with the first if it can."""
    first, rows = ranked[0]
    known = {0: Variant(first, tuple(rows))}
    reached = [0]
    for anchor in reached:
        for at, (policy, rows) in enumerate(ranked):
            if at in known:
                continue
            if rules := explain_join(policy, ranked[anchor][0]):
                known[at] = Variant(policy, tuple(rows), rules, anchor)
                reached.append(at)
    return tuple(known[at] for at in range(len(ranked)))


def find_document(edition: Edition, policy: Policy) -> PolicyDocument | None:
    """Find the document that a citation, as written in the table, is of."""
    for document in list_documents(edition):
        if any(each.policy == policy for each in document.variants):
            return document
    return None


@dataclass(frozen=True, slots=True)
class Findings:
    """
    What the rows of a table rest on, by positions in `Edition.zones`.

    Attributes
    ----------
    alone
        The rows that cite one document only, each with it.
    without
        The rows that cite none.
    cited_once
        The documents that a single row cites, in the order of the table.
    """

    alone: tuple[tuple[int, PolicyDocument], ...]
    without: tuple[int, ...]
    cited_once: tuple[PolicyDocument, ...]


def find_findings(edition: Edition) -> Findings:
    """Find the rows that rest on one document or none, and documents cited once."""
    documents = list_documents(edition)
    held: dict[int, list[PolicyDocument]] = defaultdict(list)
    for document in documents:
        for row in document.rows:
            held[row].append(document)
    rows = range(len(edition.table.rows))
    once = [document for document in documents if len(document.rows) == 1]
    return Findings(
        alone=tuple((row, held[row][0]) for row in rows if len(held.get(row, ())) == 1),
        without=tuple(row for row in rows if row not in held),
        cited_once=tuple(sorted(once, key=lambda each: each.rows)),
    )


def choose_parks(edition: Edition, document: PolicyDocument) -> Filter:
    """
    Make the filter that shows just the parks that rest on a document.

    By its titles; where another document bears one of them, park by park.
    """
    members = edition.memberships
    titles = [members.find_policy(title) or title for title in document.titles]
    titles = list(dict.fromkeys(titles))
    met = np.flatnonzero(members.policies.choose(titles))
    if tuple(met.tolist()) == document.parks:
        return Filter(policies=tuple(titles))
    ids = edition.parks["park_id"].to_numpy()[list(document.parks)]
    return Filter(ids=tuple(ids.tolist()))
