"""
What titles of the same document have in common, by rules that can be read here.

A plan is cited by its own title, or by that of the notice that issues it:
《深圳市人民政府关于印发甲方案的通知》 issues 《甲方案》. Nothing is guessed: a title
that only begins alike, has other years, or lacks 试行 is another document.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geodata.simplified import simplify
from parks.normalise import fold
from parks.policy_places import find_lead

_QUOTES: Final = re.compile("[\"'“”‘’「」『』〈〉《》<>＂＇〝〞]")
_DASHES: Final = re.compile("[‐‑‒–—―−~～﹣－]+")
_BRACKETS: Final = str.maketrans("〔［【〕］】[]", "((()))()")
_SPAN: Final = re.compile(r"((?:19|20)\d\d)年?(?:-+|至|到)((?:19|20)\d\d)年?")
# The body that issues, 关于, 印发, what it issues, and that it does so by a notice.
_NOTICE: Final = re.compile(
    r"(?P<issuer>(?:.{0,40}(?:政府|委员会|委|办公厅|办公室|厅|局|部|国务院))?)"
    r"(?:关于)?印发(?P<core>.{4,}?)(?:的通知)?"
)
_PARTICLE: Final = re.compile(
    r"的(?=(?:若干|实施|工作|指导|总体|行动|专项|发展){0,2}"
    r"(?:方案|意见|规划|计划|措施|办法|纲要|政策|细则)(?:\(|$))"
)
_NUMBER: Final = re.compile(r"[\s第]")


@dataclass(frozen=True, slots=True)
class TitleForm:
    """
    A title taken apart.

    Attributes
    ----------
    spelled
        The title folded: width, case, brackets, quotation marks, dashes, blanks,
        traditional characters, 年 in a span of years.
    issuer
        The body that a notice names as issuing it; empty where there is none.
    is_notice
        Whether it is the notice that issues another document.
    lead
        The place that stands before the document's own words: 深圳市.
    place
        What the place is known by, of the document or else of who issues it; empty
        where the title names none.
    core
        The document's own words, without the place and without 的 before 方案.
    has_particle
        Whether a 的 was left out.
    """

    spelled: str
    issuer: str
    is_notice: bool
    lead: str
    place: str
    core: str
    has_particle: bool

    @property
    def key(self) -> tuple[str, str]:
        """What titles of one document have in common: place and own words."""
        return self.place, self.core


@lru_cache(maxsize=4096)
def read_form(title: str) -> TitleForm:
    """Take a title apart."""
    spelled = spell_title(title)
    notice = _NOTICE.fullmatch(spelled)
    issuer = notice["issuer"] if notice else ""
    own = notice["core"] if notice else spelled
    lead = find_lead(own)
    rest = own[len(lead.text) :]
    core = _PARTICLE.sub("", rest)
    # A notice speaks for the place of who issues it; a ministry is a place of its own.
    place = lead.place or find_lead(issuer).place or issuer
    return TitleForm(
        spelled, issuer, notice is not None, lead.text, place, core, core != rest
    )


def spell_title(title: str) -> str:
    """Fold whatever the same title may be spelled with: see `TitleForm.spelled`."""
    plain = simplify(fold(title)).translate(_BRACKETS)
    plain = "".join(_QUOTES.sub("", plain).split())
    return _SPAN.sub(r"\1-\2", _DASHES.sub("-", plain))


def spell_number(number: str) -> str:
    """Fold a document's number: 深府[2018] 第84号 is 深府〔2018〕84号."""
    return _NUMBER.sub("", spell_title(number))
