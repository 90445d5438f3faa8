"""The XML of a workbook, parsed without a tree, and the texts that its cells share."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any, Final, Protocol

from defusedxml.ElementTree import DefusedXMLParser

SPACE: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
"""The namespace of all that is read, as expat writes it before a name."""
TEXT: Final = f"{SPACE}t"
PHONETIC: Final = f"{SPACE}rPh"
_ITEM: Final = f"{SPACE}si"
_PIECE: Final = 1 << 16
_ESCAPE: Final = re.compile("_x([0-9A-Fa-f]{4})_")


class Target(Protocol):
    """What is told of the elements of a part."""

    data: Callable[[str], object]
    """Told every piece of text."""

    def start(self, name: str, attributes: Mapping[str, str], /) -> None:
        """Begin an element."""

    def end(self, name: str, /) -> None:
        """End an element."""


def feed(part: IO[bytes], target: Target, names: Iterable[str]) -> Iterator[None]:
    """
    Parse a part piece by piece, refusing entities as defusedxml does.

    Its parser is expat with Python code around it that builds a tree; here expat tells
    the target itself, which spares most of the work.

    Parameters
    ----------
    part
        The part.
    target
        What is told of its elements and texts.
    names
        The names of elements that it looks for.

    Yields
    ------
    None
        After every piece.

    Raises
    ------
    DefusedXmlException, ExpatError
        If the XML declares entities or is malformed.
    """
    parser: Any = DefusedXMLParser(target=target).parser
    parser.ordered_attributes = False
    # Names that are the very same object are compared at once.
    parser.intern.update({name: name for name in names})
    parser.StartElementHandler = target.start
    parser.EndElementHandler = target.end
    while piece := part.read(_PIECE):
        parser.Parse(piece, False)  # noqa: FBT003 - expat knows it by its place
        yield
    parser.Parse(b"", True)  # noqa: FBT003


def read_texts(part: IO[bytes]) -> list[str]:
    """
    Read the texts that cells share, without their formats and readings.

    Raises
    ------
    DefusedXmlException, ExpatError
        If the XML declares entities or is malformed.
    """
    reader = _TextReader()
    for _ in feed(part, reader, (TEXT, PHONETIC, _ITEM)):
        pass
    return reader.texts


def unescape(text: str) -> str:
    """
    Read the characters that Excel writes by their number, as ``_x000D_``.

    A carriage return is a line break. What would be no text stays as it is written.
    """
    if "_x" not in text:
        return text
    read = _ESCAPE.sub(_read_escape, text)
    return read.replace("\r\n", "\n").replace("\r", "\n")


def _read_escape(match: re.Match[str]) -> str:
    char = chr(int(match[1], 16))
    return char if char.isprintable() or char in "\t\n\r" else match[0]


class _TextReader:
    """Gathers the text of each item, but not how it is pronounced."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self.data: Callable[[str], object] = self._pieces.append
        self._item: list[str] = []
        self._is_phonetic = False

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        if name == TEXT:
            self._pieces.clear()
        elif name == PHONETIC:
            self._is_phonetic = True

    def end(self, name: str) -> None:
        """End an element."""
        if name == TEXT:
            if not self._is_phonetic:
                self._item.append("".join(self._pieces))
        elif name == _ITEM:
            self.texts.append(unescape("".join(self._item)))
            self._item.clear()
        elif name == PHONETIC:
            self._is_phonetic = False
