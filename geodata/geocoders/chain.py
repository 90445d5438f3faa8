"""Geocoders in their order: the next is asked where one has nothing to rely on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from geodata.geocoders.answers import CITY, Answer, Geocoder, Outcome, Question
from geodata.geocoders.boundaries import Boundaries
from geodata.geocoders.errors import GeocoderError


class Chain:
    """
    Places names with one geocoder after the other; safe for several threads.

    Parameters
    ----------
    geocoders
        In the order to be asked.
    boundaries
        What answers are held against.
    close
        Lets go of connections and files.
    """

    def __init__(
        self,
        geocoders: Sequence[Geocoder],
        boundaries: Boundaries,
        *,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self.geocoders = tuple(geocoders)
        self._boundaries, self._close = boundaries, close

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of connections and files."""
        self.close()

    def close(self) -> None:
        """Let go of connections and files."""
        self._close()

    def keep(self, names: Iterable[str]) -> Self:
        """Give a chain of only these of its geocoders; closing that closes nothing."""
        kept = frozenset(names)
        return type(self)(
            [each for each in self.geocoders if each.name in kept], self._boundaries
        )

    def place(
        self, query: str, district: str | None = None, city: str = CITY
    ) -> Outcome:
        """
        Place a name or an address.

        Parameters
        ----------
        query
            The name or address.
        district
            Where it is said to lie, in any form of a district's name.
        city
            The city it must lie in.

        Returns
        -------
        Outcome
            The place, or why each geocoder gave none; nothing is raised for a
            geocoder's failure.
        """
        # Cells may hold halves of characters, which neither addresses nor files take.
        query = query.encode(errors="replace").decode()
        question = Question(query, district, city)
        doubtful: list[Answer] = []
        failures: list[GeocoderError] = []
        asked: list[str] = []
        answer = None
        for geocoder in self.geocoders:
            asked.append(geocoder.name)
            found: tuple[Answer, ...] = ()
            try:
                found = geocoder.find(question)
                answer, elsewhere = self._boundaries.choose(
                    found, question, geocoder.title
                )
                doubtful.extend(elsewhere)
                break
            except GeocoderError as error:
                doubtful.extend(found)
                failures.append(error)
        return Outcome(question, answer, tuple(doubtful), tuple(failures), tuple(asked))


@dataclass(frozen=True, slots=True)
class Progress:
    """One more row is done: the `done`-th of `total`."""

    done: int
    total: int
    outcome: Outcome


def place_all(
    questions: Iterable[Question],
    chain: Chain,
    *,
    is_stopped: Callable[[], bool] = lambda: False,
) -> Iterator[Progress]:
    """
    Place many names, one after the other, saying so after each.

    To stop, stop iterating or let `is_stopped` say so; what was answered until then is
    in the cache, so that the same call goes on where it stopped.

    Parameters
    ----------
    questions
        What to place; no failure of one keeps the next from being placed.
    chain
        What places them.
    is_stopped
        Asked before each row.

    Yields
    ------
    Progress
        One a row, in order.
    """
    waiting = tuple(questions)
    for done, question in enumerate(waiting, 1):
        if is_stopped():
            return
        outcome = chain.place(question.query, question.district, question.city)
        yield Progress(done, len(waiting), outcome)
