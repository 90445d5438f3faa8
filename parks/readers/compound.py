"""
Compound files, in which Office of before 2007 keeps what belongs to a document.

A compound file is a small file system: sectors, tables that chain them, and a tree of
names (Microsoft Open Specifications, [MS-CFB]). Nothing that a file claims of itself
makes more work here than it is long.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER: Final = 512
_SECTOR_SHIFTS: Final = (9, 12)
_MINI_SHIFT: Final = 6
_LAST_SECTOR: Final = 0xFFFFFFFA
"""What is greater marks the end of a chain or a sector of another use."""
_NO_ENTRY: Final = 0xFFFFFFFF
_ENTRY: Final = struct.Struct("<64sHBxIII36xII4x")
_STREAM: Final = 2


class CompoundFileError(ValueError):
    """A compound file contradicts itself, such as one that was cut off."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class CompoundFile:
    """
    A compound file, of which the streams beside its root can be read.

    Parameters
    ----------
    content
        The whole file, from its `SIGNATURE` on.

    Raises
    ------
    CompoundFileError
        If its tables or its tree of names cannot be followed.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) < _HEADER:
            raise CompoundFileError("header")
        self._content = content
        self._shift = struct.unpack_from("<H", content, 30)[0]
        if self._shift not in _SECTOR_SHIFTS:
            raise CompoundFileError("sector size")
        self._count = (len(content) - 1) >> self._shift
        directory, self._mini_limit, self._mini_start = struct.unpack_from(
            "<I4xII", content, 48
        )
        self._sectors = self._read_table(self._list_table_sectors(), self._count)
        self._directory = self._join(self._follow(directory, self._sectors))
        self._root, *entries = self._list_entries()
        self._streams = {e.name.lower(): e for e in entries if e.kind == _STREAM}

    def __contains__(self, name: str) -> bool:
        """Say whether there is a stream of that name, in capitals or not."""
        return name.lower() in self._streams

    def read(self, name: str) -> bytearray:
        """
        Read a stream.

        Raises
        ------
        CompoundFileError
            If less of it is there than the directory says.
        """
        entry = self._streams[name.lower()]
        if entry.size >= self._mini_limit:
            return self._read_sectors(entry)
        keeper = self._read_sectors(self._root)
        most = self._count << (self._shift - _MINI_SHIFT)
        table = self._read_table(self._follow(self._mini_start, self._sectors), most)
        numbers = self._follow(entry.start, table, _parts(entry.size, _MINI_SHIFT))
        parts = (keeper[n << _MINI_SHIFT : (n + 1) << _MINI_SHIFT] for n in numbers)
        return _cut(bytearray().join(parts), entry)

    def _read_sectors(self, entry: _Entry) -> bytearray:
        most = _parts(entry.size, self._shift)
        return _cut(self._join(self._follow(entry.start, self._sectors, most)), entry)

    def _list_table_sectors(self) -> Iterator[int]:
        """List the sectors of the table of sectors: the header names the first 109."""
        yield from struct.unpack_from("<109I", self._content, 76)
        (number,) = struct.unpack_from("<I", self._content, 68)
        for _ in range(self._count):
            # Some writers put 0 for none: no file keeps the list in its first sector.
            if number > _LAST_SECTOR or number == 0:
                return
            *listed, number = self._read_numbers(number)
            yield from listed

    def _read_table(self, sectors: Iterator[int], most: int) -> list[int]:
        """Read the table of what follows each sector, of which there are `most`."""
        table: list[int] = []
        for number in sectors:
            if len(table) >= most:
                break
            if number <= _LAST_SECTOR:
                table += self._read_numbers(number)
        return table[:most]

    def _read_numbers(self, number: int) -> Sequence[int]:
        sector = self._read_sector(number)
        return struct.unpack_from(f"<{len(sector) >> 2}I", sector)

    def _read_sector(self, number: int) -> bytes:
        if number >= self._count:
            raise CompoundFileError(f"sector {number}")
        return self._content[(number + 1) << self._shift : (number + 2) << self._shift]

    def _join(self, numbers: Iterator[int]) -> bytearray:
        return bytearray().join(map(self._read_sector, numbers))

    def _follow(
        self, number: int, table: Sequence[int], most: int | None = None
    ) -> Iterator[int]:
        """Follow a chain to its end, or as far as `most` sectors."""
        for _ in range(len(table) if most is None else min(most, len(table))):
            if number > _LAST_SECTOR:
                return
            if number >= len(table):
                raise CompoundFileError(f"sector {number}")
            yield number
            number = table[number]
        if most is None and number <= _LAST_SECTOR:
            raise CompoundFileError(f"sector {number}")

    def _list_entries(self) -> Iterator[_Entry]:
        """List the root and what stands beside it, not what is in folders below."""
        root = self._read_entry(0)
        yield root
        waiting, seen = [root.child], {0, _NO_ENTRY}
        while waiting:
            number = waiting.pop()
            if number in seen:
                continue
            seen.add(number)
            entry = self._read_entry(number)
            waiting += (entry.left, entry.right)
            yield entry

    def _read_entry(self, number: int) -> _Entry:
        if (number + 1) * _ENTRY.size > len(self._directory):
            raise CompoundFileError(f"entry {number}")
        name, length, *numbers = _ENTRY.unpack_from(
            self._directory, number * _ENTRY.size
        )
        text = name[: max(length - 2, 0)].decode("utf-16-le", "replace")
        return _Entry(text, *numbers)


def _parts(size: int, shift: int) -> int:
    return (size + (1 << shift) - 1) >> shift


def _cut(content: bytearray, entry: _Entry) -> bytearray:
    if len(content) < entry.size:
        raise CompoundFileError(entry.name)
    del content[entry.size :]
    return content
