"""How a name can be typed: as characters, pinyin and initials, in any mixture."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from pypinyin import Style, pinyin

from geodata.simplified import simplify
from parks.normalise import syllables

LONGEST_TYPED: Final = 100
"""Characters of a search that are looked at; no name is longer."""
_LONGEST_FORM: Final = 200
_READINGS: Final = 2
"""Of a character, beside that in its word: further ones stand in rare books only."""
_TOKEN: Final = re.compile(r"[a-z]+|[0-9]+|[㐀-䶿一-鿿]|[^\W\d_]")
_IS_HAN: Final = re.compile(r"[㐀-䶿一-鿿]")
_BETWEEN: Final = re.compile(r"[\W_]+")
# xi'an, Bao'an: the sign parts syllables, not words.
_INNER: Final = re.compile("['’‘`]")
_TONE_NUMBER: Final = re.compile(r"(?<=[a-z])[1-5](?![0-9])")
_UMLAUT: Final = "u\u0308"
# j, q, x and y only ever stand before ü, so that its dots are not written.
_NEEDLESS_V: Final = re.compile(r"(?<=[jqxy])v")


class Token(NamedTuple):
    """
    A character or a Latin word of a name.

    Attributes
    ----------
    start, end
        Where it stands in the name.
    spellings
        What can be typed for it: itself, then its readings, the usual one first.
    """

    start: int
    end: int
    spellings: tuple[str, ...]


def fold_typed(text: str) -> str:
    """
    Fold what somebody typed to what it is looked up by.

    Width, case, tone marks, blanks and punctuation fall away, traditional characters
    become simplified ones, and ü becomes v, as typed on a keyboard. What is longer
    than `LONGEST_TYPED` is cut there.
    """
    return "".join(split_typed(text))


def split_typed(text: str) -> list[str]:
    """Split what somebody typed at blanks and punctuation, each piece folded."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST_TYPED]).casefold()
    # A form may be longer than what it stands for.
    plain = _strip_tones(simplify(plain[:LONGEST_TYPED]))
    pieces = _BETWEEN.split(_INNER.sub("", plain))
    return [_NEEDLESS_V.sub("u", piece) for piece in pieces if piece]


def drop_tone_numbers(typed: str) -> str:
    """Take the tones of ``shen1zhen4`` away."""
    return _TONE_NUMBER.sub("", typed)


def spell(name: str) -> list[Token]:
    """
    List the characters and words of a name with what can be typed for each.

    Punctuation and blanks are left out; what is longer than any name is cut.
    """
    plain = _fold_in_place(name[:_LONGEST_FORM])
    usual = _read_in_context(plain)
    return [
        Token(found.start(), found.end(), _list_spellings(found[0], said))
        for found, said in zip(_TOKEN.finditer(plain), usual, strict=True)
    ]


def join_readings(tokens: Sequence[Token]) -> str:
    """Write a name in pinyin without blanks."""
    return "".join(
        token.spellings[min(1, len(token.spellings) - 1)] for token in tokens
    )


def is_han(sign: str) -> bool:
    """Tell whether a character is a Chinese one."""
    return _IS_HAN.fullmatch(sign) is not None


def _strip_tones(text: str) -> str:
    """Take accents off Latin letters; ü becomes v."""
    apart = unicodedata.normalize("NFD", text).replace(_UMLAUT, "v")
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare)


def _fold_in_place(name: str) -> str:
    """Fold character by character, so that each stays where it stands."""
    folded = "".join(
        form
        if len(form := unicodedata.normalize("NFKC", sign).casefold()) == 1
        else sign
        for sign in name
    )
    return simplify(folded)


def _read_in_context(plain: str) -> Iterator[str]:
    """Give each token's reading, that of a character by the word it stands in."""
    said = syllables(plain)
    found = _TOKEN.findall(plain)
    pairs = len(said) == len(found)
    # A sign without a reading shifts all others: then each is read by itself.
    yield from said if pairs else [""] * len(found)


@lru_cache(maxsize=16_384)
def _list_spellings(written: str, usual: str) -> tuple[str, ...]:
    if not is_han(written):
        return (written,)
    readings = pinyin(written, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]
    known = [each for each in (usual, *readings[:_READINGS]) if each.isascii()]
    said = [each for each in dict.fromkeys(known) if each.isalpha()]
    # lü is written lv, and lyu in passports; many type lu.
    others = [each.replace("v", u) for each in said if "v" in each for u in ("u", "yu")]
    return (written, *dict.fromkeys(said + others))
