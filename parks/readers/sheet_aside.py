"""What a sheet hides and what it holds beside its cells, said of its tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from openpyxl.utils.cell import get_column_letter

from parks.readers.raw import RawTable, Repair, excerpt


@dataclass(frozen=True, slots=True)
class Aside:
    """
    What a sheet hides, though it was read, and what of it was not read.

    Attributes
    ----------
    name
        What the sheet is called.
    is_hidden
        Whether it is hidden.
    rows, columns
        The numbers of its hidden rows and columns that hold something, from 1.
    comments, links
        How many it holds.
    """

    name: str
    is_hidden: bool = False
    rows: Sequence[int] = ()
    columns: Sequence[int] = ()
    comments: int = 0
    links: int = 0


def tell_aside(tables: Iterable[RawTable], aside: Aside) -> Iterator[RawTable]:
    """Give the tables of a sheet its name, and say of each what the sheet hides."""
    repairs = tuple(_list_repairs(aside))
    for table in tables:
        yield replace(table, title=aside.name, repairs=(*repairs, *table.repairs))


def _list_repairs(aside: Aside) -> Iterator[Repair]:
    if aside.is_hidden:
        yield Repair("sheet-hidden", used=excerpt(aside.name))
    for code, names in (
        ("rows-hidden", join_runs(aside.rows, str)),
        ("columns-hidden", join_runs(aside.columns, get_column_letter)),
    ):
        if names:
            yield Repair(code, used=excerpt(names))
    if aside.comments or aside.links:
        found, used = str(aside.comments), str(aside.links)
        yield Repair("comments-dropped", found=found, used=used)


def join_runs(numbers: Sequence[int], write: Callable[[int], str]) -> str:
    """Write numbers in order, those without a gap as a range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return "、".join("–".join(map(write, run)) for run in runs)
