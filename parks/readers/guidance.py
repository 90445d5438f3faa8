"""What somebody says of a table that it does not say itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geodata.reference_systems import ReferenceSystem


@dataclass(frozen=True, slots=True)
class Guidance:
    """
    How a table is to be understood.

    Attributes
    ----------
    meanings
        What each column means; None for what its heading says.
    system
        The reference system of its coordinates; None for what its headings or its
        rows say, else WGS 84 for longitudes and latitudes.
    """

    meanings: Sequence[str | None] | None = None
    system: ReferenceSystem | None = None


NO_GUIDANCE: Final = Guidance()
"""What the table says itself is all there is."""
