"""The level of a document: whose it is, by the words of its title."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from parks.policy_places import find_lead
from parks.title_forms import read_form


class Level(StrEnum):
    """Whose document it is."""

    NATIONAL = "national"
    PROVINCIAL = "provincial"
    CITY = "city"
    DISTRICT = "district"
    BILATERAL = "bilateral"
    """An agreement between parties."""
    UNSAID = "unsaid"
    """The title does not say."""


class Basis(StrEnum):
    """What tells the level."""

    ISSUER = "issuer"
    """The title names the body that issues it."""
    PLACE = "place"
    """The title begins with a place; who issues it is not said."""
    PARTIES = "parties"
    """The title calls it an agreement, which parties make."""
    NOTHING = "nothing"


LEVEL_NAMES: Final = {
    Level.NATIONAL: "National",
    Level.PROVINCIAL: "Provincial",
    Level.CITY: "City",
    Level.DISTRICT: "District level",
    Level.BILATERAL: "Bilateral",
    Level.UNSAID: "Level not said",
}
"""What each is called, in the order of levels."""
BASIS_WORDS: Final = {
    Basis.ISSUER: "the title names who issues it: “{words}”",
    Basis.PLACE: "the title begins with “{words}”; who issues it is not said",
    Basis.PARTIES: "the title says “{words}”, which parties make with each other",
    Basis.NOTHING: "the title names neither who issues it nor a place it begins with",
}
"""Why a document has its level."""
_AGREEMENT: Final = re.compile(
    r"(?:(?:战略|合作|框架|投资|共建|入园){0,4}(?:协议书?|协定)|(?:合作)?备忘录)"
    r"(?=$|\()"
)
# 国家高新区 names no issuer: a body must stand there.
_NATIONAL: Final = re.compile(
    r"中共中央(?:办公厅)?|国务院(?:办公厅)?|全国人民代表大会(?:常务委员会)?|全国人大"
    r"|中华人民共和国(?:[^\W\d_]{2,10}部)?"
    r"|国家(?:[^\W\d_]{1,10}委员会|发展?改革?委|[^\W\d_]{1,8}局)"
    r"|(?:工业和信息化|工信|科学技术|科技|商务|财政|教育|交通运输|自然资源|农业农村"
    r"|生态环境|住房和城乡建设|文化和旅游|人力资源和?社会保障|公安|民政|司法)部"
    r"|(?:中国人民银行|海关总署|中央网信办)"
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    The level of a document and why.

    Attributes
    ----------
    level, basis
        The level, and what tells it.
    words
        The words of the title that decided it; empty for `Level.UNSAID`.
    """

    level: Level
    basis: Basis
    words: str = ""


UNSAID: Final = Judgement(Level.UNSAID, Basis.NOTHING)


def tell_level(titles: Iterable[str]) -> Judgement:
    """
    Tell the level of a document that is cited by some titles.

    An agreement is bilateral, whatever place it is about. Else who issues the document
    decides, by whichever title names it; else the place that a title begins with.

    Parameters
    ----------
    titles
        As written, the most usual first.
    """
    judged = [_judge(title) for title in titles]
    for basis in (Basis.PARTIES, Basis.ISSUER, Basis.PLACE):
        for each in judged:
            if each.basis is basis:
                return each
    return UNSAID


def _judge(title: str) -> Judgement:
    form = read_form(title)
    if agreement := _AGREEMENT.search(form.spelled):
        return Judgement(Level.BILATERAL, Basis.PARTIES, agreement[0])
    if national := _NATIONAL.match(form.issuer or form.spelled):
        return Judgement(Level.NATIONAL, Basis.ISSUER, national[0])
    if form.issuer and (lead := find_lead(form.issuer)).level:
        return Judgement(Level(lead.level), Basis.ISSUER, form.issuer)
    lead = find_lead(form.lead)
    if lead.level:
        basis = Basis.ISSUER if lead.is_issuer else Basis.PLACE
        return Judgement(Level(lead.level), basis, lead.text)
    return UNSAID
