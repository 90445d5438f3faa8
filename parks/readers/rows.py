"""From a raw table to rows: what every format has in common."""

from collections.abc import Callable, Mapping, Sequence

from geodata.reference_systems import ReferenceSystem
from parks.model import Problem, Row, Source, Table
from parks.readers import cells, columns, park_names
from parks.readers.asides import find_aside
from parks.readers.cells import Reading
from parks.readers.coordinates import Coordinates
from parks.readers.districts import Districts, find_short_name, is_known
from parks.readers.doubts import Doubts
from parks.readers.guidance import NO_GUIDANCE, Guidance
from parks.readers.keys import SECTION, list_noted, name_columns
from parks.readers.raw import RawTable, Repair, excerpt
from parks.readers.repeats import Namesakes, Said, is_ditto, say_ditto
from parks.readers.table_doubts import doubt_table
from parks.readers.titles import Title, Titles


def build_rows(
    raw: RawTable,
    source: Source,
    known_districts: frozenset[str],
    guidance: Guidance = NO_GUIDANCE,
) -> Table:
    """
    Understand the cells of a raw table.

    Parameters
    ----------
    raw
        The table; its headings need a park or a zone column. If it has no column of
        districts and its title is one, its rows are in that.
    source
        Where it was read.
    known_districts
        Names that need no doubt, without 区.
    guidance
        What the table does not say itself.

    Returns
    -------
    Table
        One row for each line that is neither blank nor a title, total or note; the
        others are named in problems. `Row.extra` holds the columns without a field
        of their own by their heading, the text of 经度 and 纬度 in WGS 84 under "lon"
        and "lat", and under "section" the title that the row stands under. Problems
        are first those of the whole table, then row by row.
    """
    fields = guidance.meanings or columns.assign(raw.headings)
    builder = _RowBuilder(raw, known_districts, fields, guidance.system)
    for index, texts in enumerate(raw.rows):
        builder.add(index, texts)
    return builder.finish(source)


class _RowBuilder:
    """Builds row after row; each may inherit from those above it."""

    def __init__(
        self,
        raw: RawTable,
        known_districts: frozenset[str],
        fields: Sequence[str | None],
        system: ReferenceSystem | None,
    ) -> None:
        self._raw = raw
        self._fields = fields
        self._keys = tuple(name_columns(raw.headings, fields))
        self._doubts = Doubts()
        self._titles = Titles(raw.rows, fields, known_districts)
        self._districts = Districts(
            known_districts, self._doubts, has_column="district" in fields
        )
        title = raw.title.strip()
        if "district" not in fields and is_known(title, known_districts):
            self._districts.take_title(title)
        self._coordinates = Coordinates(raw, self._keys, fields, self._doubts, system)
        self._namesakes = Namesakes(self._doubts)
        self._repairs: dict[int, list[Repair]] = {}
        for repair in raw.repairs:
            if repair.row is not None:
                self._repairs.setdefault(repair.row, []).append(repair)
        self._rows: list[Row] = []
        self._places: list[int] = []
        self._blank = 0
        self._apart: list[Problem] = []
        self._section = ""
        self._last_zoned: Row | None = None

    def add(self, index: int, texts: Sequence[str | None]) -> None:
        """Add a line, unless it is blank or speaks only of other lines."""
        if not any(text and text.strip() for text in texts):
            self._blank += 1
        elif aside := find_aside(texts, self._fields):
            words = excerpt(" ".join(text.strip() for text in texts if text))
            self._apart.append(Problem(None, None, aside, words))
        elif title := self._titles.find(texts):
            self._take_title(title)
        else:
            self._add_row(index, texts)

    def finish(self, source: Source) -> Table:
        """Make the table of the rows so far."""
        problems = doubt_table(self._raw, self._keys, self._fields)
        problems += self._coordinates.problems_of_table()
        if self._blank:
            problems.append(Problem(None, None, "rows-blank", used=str(self._blank)))
        problems += self._apart
        if not self._rows:
            problems.append(Problem(None, None, "table-empty"))
        of_rows = self._doubts.problems
        bare = self._coordinates.doubt_bare()
        if bare:
            of_rows = sorted([*of_rows, *bare], key=lambda one: one.place or 0)
        return Table(
            source,
            tuple(self._rows),
            (*problems, *of_rows),
            tuple(self._places),
            list_noted(self._keys, self._fields),
        )

    def _take_title(self, title: Title) -> None:
        """Let the rows below know the title they stand under."""
        if title.district is None:
            self._section = title.text
            problem = Problem(None, None, "row-title", title.text)
        else:
            self._districts.take_title(title.district)
            used = title.district
            problem = Problem(None, None, "row-district", title.text, used)
        self._apart.append(problem)

    def _add_row(self, index: int, texts: Sequence[str | None]) -> None:
        by_key = dict(zip(self._keys, texts, strict=True))
        last = self._rows[-1] if self._rows else None
        expected = last.seq + 1 if last else 1
        self._doubts.begin(expected, len(self._rows))
        seq = self._number(by_key, expected)
        self._doubts.begin(seq, len(self._rows))
        zone = self._read_like(
            "zone", by_key, cells.read_name, last.zone if last else None
        )
        row = Row(
            seq=seq,
            district=self._districts.read(
                by_key.get("district"),
                last.district if last else None,
                is_gap=seq > expected,
            ),
            zone=zone,
            parks=self._parks(by_key),
            direction=self._read_like(
                "direction",
                by_key,
                cells.read_direction,
                last.direction if last else None,
            ),
            policies=self._read_like(
                "policies", by_key, cells.read_policies, last.policies if last else ()
            ),
            extra=(extra := self._extra(by_key)),
            position=self._coordinates.settle(extra),
        )
        self._doubt_number(row, last, expected)
        for repair in self._repairs.get(index, ()):
            column = None if repair.column is None else self._keys[repair.column]
            self._doubts.add(column, repair.code, repair.found, repair.used)
        self._doubt_names(row, by_key)
        self._rows.append(row)
        self._places.append(index)

    def _read_like(
        self,
        name: str,
        by_key: Mapping[str, str | None],
        read: Callable[[str], Reading[Said]],
        above: Said,
    ) -> Said:
        """Read a cell, or where it says 同上 the one above."""
        text = by_key.get(name) or ""
        if is_ditto(text):
            say_ditto(self._doubts, name, text, above)
            return above
        return self._doubts.take(name, read(text))

    def _parks(self, by_key: Mapping[str, str | None]) -> tuple[str, ...]:
        """Read the parks; 同上 names none that the rows above do not."""
        text = by_key.get("parks") or ""
        if is_ditto(text):
            self._doubts.add("parks", "placeholder", text.strip())
            return ()
        return self._doubts.take("parks", park_names.read_parks(text))

    def _number(self, by_key: Mapping[str, str | None], expected: int) -> int:
        """Read the row's number, or count on from the row above."""
        if "seq" not in by_key:
            return expected
        text = (by_key["seq"] or "").strip()
        number = cells.read_number(text)
        if number is not None:
            return number
        code = "seq-not-number" if text else "seq-missing"
        self._doubts.add("seq", code, text, str(expected))
        return expected

    def _doubt_number(self, row: Row, last: Row | None, expected: int) -> None:
        """Doubt a number that does not count on, save for one park a line of a zone."""
        if row.seq == expected:
            return
        is_one_more_park = (
            last is not None
            and row.seq == last.seq
            and (row.district, row.zone) == (last.district, last.zone)
            and set(row.parks).isdisjoint(last.parks)
        )
        if not is_one_more_park:
            self._doubts.add("seq", "seq-odd", str(row.seq), str(expected))

    def _doubt_names(self, row: Row, by_key: Mapping[str, str | None]) -> None:
        """Doubt a row without a name, a zone left open, and parks that come again."""
        if row.zone is not None:
            self._last_zoned = row
        elif not row.parks:
            self._doubts.add(None, "row-nameless")
        elif self._last_zoned and not (by_key["zone"] or "").strip():
            above = self._last_zoned
            if above.district == row.district and above.zone:
                self._doubts.add("zone", "zone-blank", "", above.zone)
        if row.parks:
            self._namesakes.add(row, find_short_name(row.district))

    def _extra(self, by_key: Mapping[str, str | None]) -> dict[str, str]:
        """Keep the columns without a field of a row."""
        extra = {
            key: self._doubts.take(key, cells.read_text(text or ""))
            for key, text in by_key.items()
            if key not in columns.ROW_FIELDS
        }
        if self._section:
            extra[SECTION] = self._section
        return extra
