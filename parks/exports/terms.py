"""What an operator lets the public download, and under which words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from parks.edition import Edition
from parks.errors import UnknownLayerError, WithheldError
from parks.exports.coarsening import coarsen_edition, round_rows
from parks.exports.layer import LAYERS, ExportLayer, move_rows
from parks.exports.references import read_reference

MOST_DECIMALS: Final = 6
"""Of degrees: a tenth of a metre, what no source of ours exceeds."""


@dataclass(frozen=True, slots=True)
class Terms:
    """
    What may be downloaded, and what is said with it.

    Attributes
    ----------
    layers
        The layers that may be, of `parks.exports.LAYERS`.
    references
        The reference systems that may be, as `read_reference` names them; empty if
        all may.
    decimals
        To how many decimals of a degree places are rounded before they are moved to
        another reference system; None if they are left as they are.
    attribution
        Whom the data is owed to.
    licence
        Under which licence or condition it may be used.
    contact
        Whom to ask.
    map_approval
        审图号 of the published map.
    data_date
        The day that the table is of; None if the operator does not say.
    """

    layers: tuple[str, ...] = LAYERS
    references: tuple[str, ...] = ()
    decimals: int | None = None
    attribution: str = ""
    licence: str = ""
    contact: str = ""
    map_approval: str = ""
    data_date: date | None = None

    def allows(self, reference: str) -> bool:
        """Say whether a reference system, named as `read_reference` does, may be."""
        return not self.references or reference in self.references

    def require(self, layers: Sequence[str], reference: str) -> None:
        """
        Refuse what may not be downloaded here.

        Raises
        ------
        WithheldError
            If a layer or the reference system is withheld; it names what is not.
        """
        for layer in layers:
            self.require_option("layer", layer)
        self.require_option("crs", reference)

    def require_option(self, option: str, value: str) -> None:
        """
        Refuse one value of an option, ``layer`` or ``crs``; all others may be.

        Raises
        ------
        WithheldError
            If it is withheld; it names what is not.
        """
        may = {"layer": self.layers, "crs": self.references or (value,)}
        known = may.get(option, (value,))
        if value not in known:
            raise WithheldError(option=option, value=value, known=", ".join(known))

    def coarsen(self, edition: Edition) -> Edition:
        """Make an edition as coarse as may be; what is chosen is chosen by that."""
        if self.decimals is None:
            return edition
        return coarsen_edition(edition, self.decimals)

    def hold(self, layer: ExportLayer) -> ExportLayer:
        """Round rows in WGS 84 and move them to what may be, if WGS 84 may not."""
        rows, reference = layer.rows, layer.reference
        if self.decimals is not None:
            rows = round_rows(rows, self.decimals)
        if not self.allows(reference):
            reference = self.first_reference
            rows = move_rows(rows, reference)
        return replace(layer, rows=rows, reference=reference)

    @property
    def first_reference(self) -> str:
        """The reference system of downloads that ask for none."""
        return self.references[0] if self.references else read_reference("EPSG:4326")


def read_layer(text: str) -> str:
    """
    Read the name of a layer.

    Raises
    ------
    UnknownLayerError
        If there is no such layer.
    """
    if text not in LAYERS:
        raise UnknownLayerError(layer=text[:60], known=", ".join(LAYERS))
    return text
