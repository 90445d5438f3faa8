"""Traditional characters written as simplified ones, each by itself."""

from functools import lru_cache
from typing import Final

import opencc

_BLOCKS: Final = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
"""Of Unicode: CJK extension A and the unified ideographs, ends left out."""
_SPELLINGS: Final = {"冈": "岗"}
"""What place names write either way (笋冈 and 笋岗)."""


def simplify(text: str) -> str:
    """
    Write traditional characters as OpenCC's table t2s has them.

    Characters are taken one by one, so that a name's parts come out as the whole does;
    what comes out stays as it is when it goes in again.
    """
    return text.translate(_read_table())


def list_spellings(sign: str) -> str:
    """List a simplified character and all that `simplify` writes as it."""
    return sign + _list_spellings().get(sign, "")


@lru_cache(maxsize=1)
def _list_spellings() -> dict[str, str]:
    spellings: dict[str, str] = {}
    for code, sign in _read_table().items():
        spellings[sign] = spellings.get(sign, "") + chr(code)
    return spellings


@lru_cache(maxsize=1)
def _read_table() -> dict[int, str]:
    """Ask OpenCC once for every character: a call for each name takes far longer."""
    written = [chr(code) for block in _BLOCKS for code in range(*block)]
    converter = opencc.OpenCC("t2s")
    simple = dict(
        zip(written, converter.convert("\n".join(written)).split("\n"), strict=True)
    )
    simple |= {sign: _SPELLINGS.get(to, to) for sign, to in simple.items()}
    found = {ord(sign): _follow(sign, simple) for sign in written}
    return {code: to for code, to in found.items() if to != chr(code)}


def _follow(sign: str, simple: dict[str, str]) -> str:
    """Convert until nothing changes: 薴 becomes 苧, and that 苎."""
    seen: set[str] = set()
    while sign not in seen:
        seen.add(sign)
        sign = simple.get(sign, sign)
    return sign
