"""Which of a table's coordinates are places, and in which reference system."""

from collections.abc import Container, Iterable, Sequence
from itertools import islice
from typing import Final

from geodata.reference_names import names_system, recognise_system
from geodata.reference_systems import CGCS2000, WGS84, ReferenceSystem
from parks.model import Problem, WrittenPosition
from parks.readers import columns
from parks.readers.doubts import Doubts
from parks.readers.raw import RawTable, excerpt

_AS_WGS84: Final = frozenset({WGS84, CGCS2000})
_MOST_NAMES: Final = 8
"""Names of reference systems that a message repeats: each of a hundred thousand rows
may say them."""


class Coordinates:
    """
    Finds the position that a row writes down, and what its numbers mean.

    Longitude and latitude stay under their fields only where they are WGS 84; what
    else they are in stands behind their name.

    Parameters
    ----------
    raw
        The table.
    keys, fields
        What each column is called, and what it means.
    doubts
        Where what is doubted is said.
    chosen
        The reference system of all coordinates; None for what the table says.
    """

    def __init__(
        self,
        raw: RawTable,
        keys: Sequence[str],
        fields: Sequence[str | None],
        doubts: Doubts,
        chosen: ReferenceSystem | None = None,
    ) -> None:
        self._raw, self._fields, self._doubts = raw, fields, doubts
        self._chosen = chosen
        self._references = [key for key in keys if columns.names_reference_system(key)]
        is_plane = set(columns.DEGREES).isdisjoint(fields)
        self._pair = columns.METRES if is_plane else columns.DEGREES
        places = {axis: fields.index(axis) for axis in self._pair if axis in fields}
        self._keys = {axis: keys[place] for axis, place in places.items()}
        self._headings = {axis: raw.headings[place] for axis, place in places.items()}
        self._in_headings = [*filter(names_system, self._headings.values())]
        # The headings of degrees say by themselves which is which.
        self._is_sure = not is_plane or all(
            map(columns.has_sure_axis, self._headings.values())
        )
        self._found: dict[tuple[str, ...], tuple[ReferenceSystem | None, str]] = {}
        self._renamed: dict[str, list[tuple[str, str]]] = {}
        self._named: dict[str, None] = {}
        self._bare: list[tuple[int, int]] = []
        self._has_any = False

    def settle(self, extra: dict[str, str]) -> WrittenPosition | None:
        """Give a row's position; name its cells by the system they are in."""
        if not self._keys:
            return None
        x, y = (extra.get(self._keys.get(axis, ""), "").strip() for axis in self._pair)
        if not x and not y:
            return None
        self._has_any = True
        system, name = self._find_system(self._read_references(extra))
        for key, named in self._rename(name):
            if key in extra:
                extra[_find_free(named, extra)] = extra.pop(key)
        if system is None and name:
            return None
        return WrittenPosition(x, y, system.name if system else "", self._is_sure)

    def _read_references(self, extra: dict[str, str]) -> tuple[str, ...]:
        """Read what a row names as its reference system, and doubt it or its lack."""
        if not self._references:
            return ()
        named = tuple(said for key in self._references if (said := extra[key].strip()))
        if not named:
            self._bare.append((self._doubts.seq, self._doubts.place))
        elif self._chosen is None:
            self._doubt_reference(named)
        self._named |= dict.fromkeys(named)
        return named

    def _find_system(
        self, named: tuple[str, ...]
    ) -> tuple[ReferenceSystem | None, str]:
        """Find what was chosen, or the row names, or the headings, or is assumed."""
        if named not in self._found:
            system, name = self._chosen, "、".join(named or self._in_headings)
            if system is None and name:
                system = _recognise(named or self._in_headings)
            elif system is None and not self._is_plane:
                system = WGS84
            self._found[named] = system, system.name if system else name
        return self._found[named]

    @property
    def _is_plane(self) -> bool:
        return self._pair == columns.METRES

    def _rename(self, name: str) -> list[tuple[str, str]]:
        """Name coordinates by their system, but for degrees in WGS 84."""
        if name not in self._renamed:
            is_plain = not self._is_plane and recognise_system(name) in _AS_WGS84
            new = {
                key: self._name_cell(axis, name)
                for axis, key in self._keys.items()
                if name and not is_plain
            }
            self._renamed[name] = [each for each in new.items() if each[0] != each[1]]
        return self._renamed[name]

    def _name_cell(self, axis: str, name: str) -> str:
        heading = self._headings[axis]
        if heading in self._in_headings and self._chosen is None:
            return " ".join(heading.split())
        return f"{self._keys[axis]} ({name})"

    def _doubt_reference(self, named: Sequence[str]) -> None:
        """Say once of each reference system what becomes of it."""
        if all(name in self._named for name in named):
            return
        system, found = _recognise(named), _list_names(named)
        if system is None:
            self._doubts.add(self._pair[0], "datum-unknown", found)
        elif system not in _AS_WGS84:
            self._doubts.add(self._pair[0], "datum-other", found, system.name)

    def doubt_bare(self) -> list[Problem]:
        """Doubt the rows that name no reference system where others do."""
        found = _list_names(self._named)
        if not found or self._in_headings or self._chosen:
            return []
        code = "plane-blank" if self._is_plane else "datum-blank"
        return [
            Problem(seq, self._pair[0], code, found, "", place)
            for seq, place in self._bare
        ]

    def problems_of_table(self) -> list[Problem]:
        """List what concerns the columns of coordinates."""
        problems = [
            Problem(None, None, "datum-unknown", found=heading)
            for heading in self._raw.headings
            if columns.names_unknown_system(heading)
        ]
        problems += self._say_unread()
        if self._has_any:
            problems += self._say_system()
        return problems

    def _say_system(self) -> list[Problem]:
        """Say in what the coordinates were taken to be."""
        said = _list_names((*self._in_headings, *self._named))
        if self._chosen is not None:
            name = self._chosen.name
            systems = {*map(recognise_system, (*self._in_headings, *self._named))}
            is_said = not said or systems == {self._chosen}
            code = "datum-chosen" if is_said else "datum-overridden"
            return [Problem(None, self._pair[0], code, said, name)]
        if not said:
            code = "plane-unnamed" if self._is_plane else "datum-assumed"
            found = "、".join(self._headings.values())
            return [Problem(None, self._pair[0], code, found)]
        system = _recognise(self._in_headings)
        if system is None or system in _AS_WGS84:
            return []
        headings = "、".join(self._in_headings)
        return [Problem(None, None, "datum-other", headings, system.name)]

    def _say_unread(self) -> list[Problem]:
        """Name the columns of coordinates that are no place, over columns of text."""
        spare, unread = [], []
        for place, heading in enumerate(self._raw.headings):
            if self._fields[place] is not None or self._is_blank(place):
                continue
            text = " ".join(heading.split())
            if columns.is_coordinate(heading) and self._keys:
                spare.append(text)
            elif columns.is_coordinate(heading) or columns.names_coordinates(heading):
                unread.append(text)
        problems = []
        if spare:
            used = "、".join(self._headings.values())
            found = "、".join(spare)
            problems.append(Problem(None, None, "coordinates-spare", found, used))
        if unread:
            found = "、".join(unread)
            problems.append(Problem(None, None, "coordinates-unread", found))
        return problems

    def _is_blank(self, place: int) -> bool:
        return not any((row[place] or "").strip() for row in self._raw.rows)


def _find_free(key: str, taken: Container[str]) -> str:
    """Find a key that no other column has, by numbering it."""
    while key in taken:
        key += " 2"
    return key


def _list_names(names: Iterable[str]) -> str:
    """List what was written as reference systems; a column may hold any text."""
    some = [*islice(names, _MOST_NAMES + 1)]
    said = "、".join(excerpt(name) for name in some[:_MOST_NAMES])
    return f"{said}…" if len(some) > _MOST_NAMES else said


def _recognise(names: Sequence[str]) -> ReferenceSystem | None:
    """Recognise the one reference system that several names mean, if they do."""
    systems = {recognise_system(name) for name in names}
    if systems <= _AS_WGS84 and systems:
        return WGS84 if WGS84 in systems else CGCS2000
    return systems.pop() if len(systems) == 1 else None
