"""
Entities of a drawing as the tags of a DXF file, written one by one.

A hundred thousand parks as objects of ezdxf would fill the memory.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parks.exports.attributes import Attribute
from parks.exports.dxf_text import LONGEST_STRING, split_text

APPLICATION: Final = "PARKATLAS"
"""Under which name fields stand as extended data."""
BLOCK: Final = "PARK"
"""The symbol of a park."""
STYLE: Final = "PARKATLAS"
"""The style of every text."""
_MOST_BYTES: Final = 15_000
"""Of an entity's extended data; the format allows 16 383."""
_TAG_BYTES: Final = 4
"""What each value of extended data takes besides itself."""


@dataclass(frozen=True, slots=True)
class Pen:
    """
    Where an entity belongs.

    Attributes
    ----------
    owner
        Handle of the model space.
    layer
        Name of the drawing's layer.
    """

    owner: str
    layer: str

    def begin(self, kind: str, handle: int) -> str:
        """Write what every entity begins with."""
        return (
            f"  0\n{kind}\n  5\n{handle:X}\n330\n{self.owner}\n"
            f"100\nAcDbEntity\n  8\n{self.layer}\n"
        )


def write_symbol(
    pen: Pen, handle: int, at: tuple[float, float], scale: float, colour: str
) -> str:
    """Write the symbol of a park in a colour ``#rrggbb``."""
    return (
        f"{pen.begin('INSERT', handle)}420\n{int(colour[1:], 16)}\n"
        f"100\nAcDbBlockReference\n  2\n{BLOCK}\n"
        f" 10\n{at[0]!r}\n 20\n{at[1]!r}\n 30\n0.0\n"
        f" 41\n{scale!r}\n 42\n{scale!r}\n 43\n{scale!r}\n"
    )


def write_label(
    pen: Pen, handle: int, at: tuple[float, float], height: float, label: str
) -> str:
    """Write a line of text, escaped before."""
    return (
        f"{pen.begin('TEXT', handle)}100\nAcDbText\n"
        f" 10\n{at[0]!r}\n 20\n{at[1]!r}\n 30\n0.0\n"
        f" 40\n{height!r}\n  1\n{label}\n  7\n{STYLE}\n100\nAcDbText\n"
    )


def write_ring(pen: Pen, handle: int, vertices: Sequence[Sequence[float]]) -> str:
    """Write a ring, its first vertex not repeated, as a closed polyline."""
    placed = "".join(f" 10\n{x!r}\n 20\n{y!r}\n" for x, y in vertices)
    return (
        f"{pen.begin('LWPOLYLINE', handle)}100\nAcDbPolyline\n"
        f" 90\n{len(vertices)}\n 70\n1\n 43\n0.0\n{placed}"
    )


def write_fields(
    layer: str, names: Sequence[str], values: Sequence[Attribute], *numbers: int
) -> tuple[str, int]:
    """
    Write the fields of a row as extended data.

    A field is its name and its value: an integer, a string, or several strings in
    braces that are one; unknown ones are left out. Before them stand the layer's name
    in code and, for a ring, the number of its part and its own, which is 0 for the
    outer one. What an entity cannot hold is cut off its longest fields.

    Returns
    -------
    tuple
        The tags, and how many fields were cut.
    """
    known = [(n, v) for n, v in zip(names, values, strict=True) if v is not None]
    texts = [split_text(str(value)) for _, value in known]
    most = _limit_pieces(names, texts)
    cut = sum(len(pieces) > most for pieces in texts)
    tags = [f"1001\n{APPLICATION}\n1000\n{layer}\n"]
    tags += [f"1070\n{number}\n" for number in numbers]
    for (name, value), pieces in zip(known, texts, strict=True):
        tags.append(f"1000\n{name}\n")
        if isinstance(value, int):
            tags.append(f"1071\n{value}\n")
        else:
            tags.extend(_write_pieces(pieces[:most]))
    return "".join(tags), cut


def _write_pieces(pieces: Sequence[str]) -> Iterator[str]:
    strings = (f"1000\n{piece}\n" for piece in pieces)
    return iter(strings if len(pieces) == 1 else ("1002\n{\n", *strings, "1002\n}\n"))


def _limit_pieces(names: Iterable[str], texts: Sequence[Sequence[str]]) -> int:
    """Find how many pieces of each text an entity has room for."""
    room = _MOST_BYTES - sum(len(name.encode()) + _TAG_BYTES for name in names)
    longest = max(map(len, texts), default=0)
    while longest > 1:
        kept = sum(min(len(pieces), longest) for pieces in texts)
        if kept * (LONGEST_STRING + _TAG_BYTES) <= room:
            break
        longest -= 1
    return longest
