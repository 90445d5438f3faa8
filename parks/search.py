"""Free text over a park's name, zone, direction and policies."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.district_names import read_district_names
from geodata.simplified import simplify
from parks.model import Row
from parks.normalise import fold, syllables


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """
    Folded texts that are looked through for the words of a query.

    Attributes
    ----------
    row_texts
        For each table row: zone, direction, policies, district by its official
        names, unknown columns.
    park_texts
        For each park: its name, the name's pinyin and its initials.
    rows
        For each park, the position of its row in `row_texts`.
    """

    row_texts: Sequence[str]
    park_texts: Sequence[str]
    rows: NDArray[np.intp]

    @classmethod
    def of(cls, rows: Sequence[Row], parks: pd.DataFrame) -> Self:
        """Index the parks of a table's rows."""
        return cls(
            [_text_of_row(row) for row in rows],
            [_spell(name) for name in parks["name"]],
            parks["row"].to_numpy(dtype=np.intp),
        )

    def match(self, query: str) -> NDArray[np.bool_]:
        """
        Tell for each park whether every word of the query stands in its texts.

        Latin words are also looked for in the pinyin and the initials of park and
        zone: ``szwkjsty`` finds 深圳湾科技生态园. Traditional characters find
        simplified ones and the other way round. What is only alike is not found.
        """
        hits = np.ones(len(self.park_texts), dtype=np.bool_)
        for word in dict.fromkeys(_fold(query).split()):
            # A link may bring any number of words.
            if not hits.any():
                break
            in_row = np.array([word in text for text in self.row_texts], dtype=np.bool_)
            in_park = np.array(
                [word in text for text in self.park_texts], dtype=np.bool_
            )
            hits &= in_park | in_row[self.rows] if len(in_row) else in_park
        return hits


def _text_of_row(row: Row) -> str:
    policies = " ".join(f"{p.title} {p.number or ''}" for p in row.policies)
    # Each is folded alone: directions and policies repeat from row to row too.
    said = (_fold_again(row.direction or ""), _fold_again(policies))
    others = _fold(" ".join(row.extra.values()))
    # Zones and districts repeat from row to row.
    return "\n".join(
        (
            _spell_again(row.zone or ""),
            _spell_district_again(row.district or ""),
            " ".join(filter(None, (*said, others))),
        )
    )


def _spell(name: str) -> str:
    """Write a name folded, in pinyin and in initials, one below the other."""
    spoken = syllables(name)
    return "\n".join(
        (_fold(name), "".join(spoken), "".join(part[0] for part in spoken))
    )


def _fold(text: str) -> str:
    return simplify(fold(text))


def _spell_district(name: str) -> str:
    district = next((it for it in read_district_names() if it.name == name), None)
    if district is None:
        return _spell(name)
    # The official name holds the short one: 南山区.
    return f"{_spell(district.name_zh)}\n{_fold(district.name_en)}"


_fold_again = lru_cache(maxsize=1024)(_fold)
_spell_again = lru_cache(maxsize=4096)(_spell)
_spell_district_again = lru_cache(maxsize=4096)(_spell_district)
