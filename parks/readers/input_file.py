"""A file to read, and its text where it is one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from parks.readers.encoding import decode
from parks.readers.raw import RawTable, Repair


@dataclass(frozen=True)
class InputFile:
    """
    What the user handed over; it is told by its content, never by its name.

    Attributes
    ----------
    name
        What the user calls it, for errors.
    content
        The whole file.
    """

    name: str
    content: bytes

    @cached_property
    def decoded(self) -> tuple[str, tuple[Repair, ...]]:
        """
        The file as text, and that its encoding was guessed where it was.

        Raises
        ------
        EmptyFileError, NotATextError
            As `parks.readers.encoding.decode`.
        """
        return decode(self.content, self.name)


Reader = Callable[[InputFile, frozenset[str]], list[RawTable]]
"""Turns a file, given the known districts, into the tables of parks it finds there."""


def reads_text(read: Callable[[str, frozenset[str]], list[RawTable]]) -> Reader:
    """Make a reader of files out of one that reads text."""

    def read_file(file: InputFile, known_districts: frozenset[str]) -> list[RawTable]:
        text, repairs = file.decoded
        return [
            replace(table, repairs=(*repairs, *table.repairs))
            for table in read(text, known_districts)
        ]

    return read_file
