"""Parks by what they belong to, as numbers that are quick to count."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Members:
    """
    The parks behind each option of a field, as pairs of numbers.

    Parks belong to an option by themselves or through their table row; `holders`
    says through which. Each pair of `owners` and `items` stands for one membership.

    Attributes
    ----------
    names
        The options, in the order of the table.
    holders
        For each park the number of what it belongs through.
    owners
        For each membership the number of who has it.
    items
        For each membership the position in `names`.
    """

    names: tuple[str, ...]
    holders: NDArray[np.intp]
    owners: NDArray[np.intp]
    items: NDArray[np.intp]

    @classmethod
    def of(
        cls, groups: Iterable[Iterable[str]], holders: NDArray[np.intp] | None = None
    ) -> Self:
        """
        Make numbers of the options of every group.

        Parameters
        ----------
        groups
            What each row belongs to, or each park if `holders` is None.
        holders
            For each park the position of its row.
        """
        positions: dict[str, int] = {}
        owners, items = [], []
        count = 0
        for owner, group in enumerate(groups):
            for name in dict.fromkeys(group):
                owners.append(owner)
                items.append(positions.setdefault(name, len(positions)))
            count = owner + 1
        own = np.arange(count) if holders is None else holders
        return cls(
            tuple(positions),
            np.asarray(own, dtype=np.intp),
            np.array(owners, dtype=np.intp),
            np.array(items, dtype=np.intp),
        )

    def choose(self, names: Sequence[str], *, every: bool = False) -> NDArray[np.bool_]:
        """Tell for each park whether it belongs to any of the names, or to every."""
        wanted = np.zeros(len(self.names) + 1, dtype=np.bool_)
        wanted[[self._positions.get(name, -1) for name in names]] = True
        hits = np.bincount(self.owners[wanted[self.items]], minlength=self._size)
        enough = len(set(names)) if every else 1
        return np.asarray(np.take(hits >= enough, self.holders), dtype=np.bool_)

    def count(self, chosen: NDArray[np.bool_]) -> Counter[str]:
        """Count the chosen parks of each option; those of none are there as 0."""
        weights = np.bincount(self.holders[chosen], minlength=self._size)
        counts = np.bincount(
            self.items, weights[self.owners], minlength=len(self.names)
        )
        return Counter(dict(zip(self.names, counts.astype(int).tolist(), strict=True)))

    @cached_property
    def _size(self) -> int:
        """How many there are who can have a membership."""
        most = (array.max(initial=-1) for array in (self.holders, self.owners))
        return int(max(most)) + 1

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {name: position for position, name in enumerate(self.names)}
