"""What an exporter is given to write."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from parks.exports.file_names import name_file
from parks.exports.layer import ExportLayer
from parks.exports.record import ExportRecord
from parks.language import Language


@dataclass(frozen=True, slots=True)
class ExportBundle:
    """
    Layers to write into one file, and what is to be said of them there.

    Attributes
    ----------
    layers
        At least one, all in one reference system; a format that holds one writes
        `layer`.
    language
        Of headings and sentences.
    about
        What is known of source, edition, filter and datum: label and text.
    record
        The same for machines and in full; None for lists that are no layer of an
        edition.
    """

    layers: tuple[ExportLayer, ...]
    language: Language
    about: Mapping[str, str] = field(default_factory=dict)
    record: ExportRecord | None = None

    @property
    def layer(self) -> ExportLayer:
        """The first layer."""
        return self.layers[0]

    def name_file(self, ending: str) -> str:
        """Name its file."""
        names = [layer.name for layer in self.layers]
        return name_file(names, self.layer.reference, ending)
