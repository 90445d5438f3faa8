"""What is asked for of a download, however it is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from parks.exports.field_names import FieldNames
from parks.exports.references import read_reference
from parks.exports.terms import Terms, read_layer
from parks.language import Language

ORDER_OPTIONS: Final = ("layer", "crs", "fields", "lang")
"""What links and commands say of a download beside the filter."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """
    A download that is asked for.

    Attributes
    ----------
    format
        A key of `parks.exports.EXPORTERS`.
    layers
        Which layers, of `LAYERS`; empty for those that the format usually holds.
    reference
        As `parks.exports.references.read_reference` names it.
    fields
        How fields are called; None for what the format's readers expect.
    language
        Of headings and sentences.
    """

    format: str
    layers: tuple[str, ...]
    reference: str
    fields: FieldNames | None
    language: Language

    @classmethod
    def parse(
        cls, format_: str, options: Mapping[str, Sequence[str]], terms: Terms
    ) -> Self:
        """
        Read the options of a link or a command; other keys are left alone.

        Parameters
        ----------
        format_
            A key of `parks.exports.EXPORTERS`.
        options
            For each of `ORDER_OPTIONS` its values as text; the last one counts,
            but every layer does.
        terms
            What may be downloaded at all.

        Raises
        ------
        UnknownLayerError, UnknownReferenceError, UnknownFieldsError
            If a value means nothing.
        WithheldError
            If it is withheld.
        """
        given = filter(None, options.get("layer", ()))
        layers = tuple(dict.fromkeys(map(read_layer, given)))
        asked = _last(options, "crs")
        reference = read_reference(asked) if asked else terms.first_reference
        terms.require(layers, reference)
        fields = _last(options, "fields")
        return cls(
            format_,
            layers,
            reference,
            FieldNames.parse(fields) if fields else None,
            Language.EN if _last(options, "lang") == Language.EN else Language.ZH,
        )


def _last(options: Mapping[str, Sequence[str]], name: str) -> str:
    given = [value for value in options.get(name, ()) if value]
    return given[-1] if given else ""
