"""What can go wrong with places, said in sentences that can be translated."""

from typing import ClassVar


class StatedError(Exception):
    """
    An error kept as a sentence with gaps and the facts that fill them.

    Whoever shows it may translate the sentence first; `str` is the English.

    Attributes
    ----------
    template
        The English sentence: what is wrong, where, and what to do.
    facts
        What fills the gaps of `template`.
    """

    template: ClassVar[str] = "{reason}"

    def __init__(self, **facts: object) -> None:
        super().__init__(self.template.format_map(facts))
        self.facts = facts


class GeodataError(StatedError):
    """The base of all errors of `geodata`."""


class UnknownDatumError(GeodataError, ValueError):
    """A datum was named that geodata does not know."""

    template = "unknown datum {datum!r}: use one of {known}"


class CoordinateError(GeodataError, ValueError):
    """A longitude or latitude is no number or out of range."""

    template = (
        "{lon!r} {lat!r} is no position: "
        "give a longitude from -180 to 180 and a latitude from -90 to 90"
    )


class PlaneCoordinateError(GeodataError, ValueError):
    """An easting and northing are no position in their plane."""

    template = (
        "{x!r} {y!r} is no position in {system}: give the easting first and then the "
        "northing in metres, and check the zone"
    )


class DistantPlaceError(GeodataError, ValueError):
    """A place lies too far off for a plane: it has no easting and northing there."""

    template = "{lon!r} {lat!r} lies too far off for {system}: use the zone it lies in"


class DataFileError(GeodataError, OSError):
    """One of the project's own data files is missing or cannot be read."""

    template = (
        "the data file {path} cannot be read ({reason}): "
        "restore it from the project, for instance with git checkout"
    )
