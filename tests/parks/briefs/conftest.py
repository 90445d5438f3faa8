"""Briefs to write: usual ones, and one in which every text is hostile."""

from datetime import date

import pytest
from brief_texts import HOSTILE

from parks.briefs import make_brief, read_sender
from parks.language import Language

DAY = date(2026, 11, 30)


@pytest.fixture(scope="session")
def usual(embedded):
    """A brief on so many parks of the embedded table, in a language."""
    sender, _ = read_sender(
        {
            "name": "王小明",
            "organisation": "福田区投资推广署",
            "telephone": "0755-8888 0000",
            "remark": "请看第一个园区。\n第二行。",
        },
        Language.ZH,
    )

    def usual_(count, language):
        positions = [0, 20, 40, 5][:count]
        return make_brief(embedded, positions, language, sender=sender, day=DAY)

    return usual_


@pytest.fixture(scope="session")
def hostile(make):
    """A brief in which table and sender alike say what could be taken for code."""

    def quote(text):
        return '"{}"'.format(text.replace('"', '""'))

    rows = [
        f"{n},南山,{quote(text)},{quote(text)},{quote(text + '人工智能')},{quote(text)}"
        for n, text in enumerate(HOSTILE, 1)
    ]
    edition = make(*rows)
    sender, _ = read_sender(
        {
            "name": HOSTILE[0],
            "organisation": HOSTILE[4],
            "telephone": HOSTILE[3],
            "remark": "\n".join(HOSTILE),
        },
        Language.EN,
    )
    notes = dict(enumerate(HOSTILE))
    positions = range(len(edition.parks))
    return make_brief(
        edition,
        positions,
        Language.EN,
        heading=HOSTILE[1],
        notes=notes,
        remarks=HOSTILE,
        sender=sender,
    )
