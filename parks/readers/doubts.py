"""What is inferred or doubted while the rows of a table are read."""

from parks.model import Problem
from parks.readers.cells import Reading, Value


class Doubts:
    """Gathers problems, each under the number and the place of the row at work."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.seq = 1
        self.place = 0

    def begin(self, seq: int, place: int) -> None:
        """Turn to a row: its number, and its position among the rows."""
        self.seq, self.place = seq, place

    def add(
        self, column: str | None, code: str, found: str = "", used: str = ""
    ) -> None:
        """Doubt a column of the row at work, or with None the whole row."""
        problem = Problem(self.seq, column, code, found, used, self.place)
        self.problems.append(problem)

    def take(self, column: str, reading: Reading[Value]) -> Value:
        """Take what a cell was read as, and keep its doubts."""
        for doubt in reading.doubts:
            self.add(column, doubt.code, doubt.found, doubt.used)
        return reading.value
