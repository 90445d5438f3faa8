"""What can go wrong with a table of parks, said in sentences for its reader."""

from geodata.errors import StatedError


class ParksError(StatedError):
    """The base of all errors of `parks`."""


class UnreadableFileError(ParksError, OSError):
    """A file named by the user cannot be opened."""

    template = "{name} cannot be opened ({reason}): check its path and permissions"


class NotATextError(ParksError, ValueError):
    """The bytes are no text in any encoding known here."""

    template = (
        "{name} is not a text file: "
        "save the table as text or CSV, in UTF-8 or GB18030, and try again"
    )


class EmptyFileError(ParksError, ValueError):
    """There is nothing in the file."""

    template = "{name} is empty: choose a file that holds a table of parks"


class BrokenFileError(ParksError, ValueError):
    """A file is damaged, or not what it begins as."""

    template = (
        "{name} is damaged or not what it seems ({reason}): "
        "open it in the program it was made with, save it again and try once more"
    )


class EncryptedFileError(ParksError, ValueError):
    """A file is locked with a password."""

    template = "{name} is protected by a password: save a copy without one"


class OldOfficeFileError(ParksError, ValueError):
    """A file is in the format of Word or Excel before 2007."""

    template = (
        "{name} is in the format of Office before 2007: "
        "save it as .docx or .xlsx and try again"
    )


class OversizedFileError(ParksError, ValueError):
    """A file holds more than can be read with care."""

    template = "{name} holds {size}, more than {limit}: split it and read the parts"


class NoTextLayerError(ParksError, ValueError):
    """A PDF holds pictures of its pages, as a scanner makes them, and no text."""

    template = (
        "{name} holds pictures of pages without text, as a scan does: "
        "recognise its text (OCR) first, or take the document it was printed from"
    )


class NoTableError(ParksError, ValueError):
    """The file holds no table with headings for parks or zones."""

    template = (
        "{name} holds no table of parks: a table needs a line of headings "
        "with at least a park (核心产业园) or zone (片区) column"
    )


class MalformedTableError(ParksError, ValueError):
    """The quotation marks of a CSV do not pair, so its cells cannot be told apart."""

    template = (
        "the quotation mark on line {line} is not closed where its cell ends: "
        "close it, or write it twice where it is part of the text"
    )


class TableNumberError(ParksError, ValueError):
    """A table was asked for that the file does not have."""

    template = "{name} has {count} table(s) of parks, there is no number {number}"


class RepeatedColumnError(ParksError, ValueError):
    """Two columns were given the same meaning."""

    template = "two columns are given as {field}: choose one of them"


class ShapelessTableError(ParksError, ValueError):
    """No column was left that names parks or zones."""

    template = "no column names parks or zones: say which one does"


class UnknownFormatError(ParksError, ValueError):
    """A file format was asked for that is not offered."""

    template = "unknown format {name!r}: use one of {known}"


class FilterError(ParksError, ValueError):
    """A filter option has a value that means nothing here."""

    template = "unknown {option} {value!r}: use one of {known}"


class ManyValuesError(FilterError):
    """A filter option has more values than anybody chooses."""

    template = "{option} has {count} values: give at most {most}"


class ManyStarredError(FilterError):
    """A link names more parks than a shortlist holds."""

    template = "A shortlist holds at most {most} parks; left out: {count}."


class UnknownOptionError(FilterError):
    """An option was given that no filter and no download has."""

    template = "unknown parameter {option!r}: use one of {known}"


class AbsentValueError(FilterError):
    """A filter option has a value that is known, but that no row of the table has."""

    template = "no row of this table has the {option} {value!r}: choose another"


class LongWordsError(FilterError):
    """The words of a filter option are no words that a table holds."""

    template = "the words for {option} have {count} characters: give at most {most}"


class UnknownMemberError(ParksError, ValueError):
    """A link names a park or zone that the table does not have."""

    template = "The table has nothing called {value}. The nearest: {known}."


class RepeatedMemberError(ParksError, ValueError):
    """A park or zone is to be compared with itself."""

    template = "{value} was named more than once and is compared once."


class ManyMembersError(ParksError, ValueError):
    """More is to be compared than fits side by side."""

    template = "At most {most} can be compared; left out: {value}."


class MixedMembersError(ParksError, ValueError):
    """Parks and zones are to be compared with one another."""

    template = "Parks are compared with parks only; the zones were left out: {value}."


class UnknownLayerError(ParksError, ValueError):
    """A layer was asked for that an edition does not have."""

    template = "unknown layer {layer!r}: use one of {known}"


class UnknownReferenceError(ParksError, ValueError):
    """A reference system was asked for that is not known."""

    template = (
        "unknown reference system {reference!r}: use an EPSG code such as "
        "EPSG:4490, or GCJ-02 or BD-09"
    )


class UnmetricReferenceError(UnknownReferenceError):
    """A plane was asked for whose coordinates are in another unit than metres."""

    template = (
        "{reference} is not offered, for its coordinates are in {unit}, not in "
        "metres: use a plane in metres such as EPSG:4547"
    )


class UnknownFieldsError(ParksError, ValueError):
    """Names of fields were asked for that are not offered."""

    template = "unknown field names {fields!r}: use one of {known}"


class UnfitReferenceError(ParksError, ValueError):
    """A format cannot hold coordinates of the reference system asked for."""

    template = (
        "{format} holds {known} only, not {reference}: "
        "leave the reference system out or choose another format"
    )


class WithheldError(ParksError, ValueError):
    """The operator does not offer a layer or reference system for download."""

    template = "{option} {value} is not offered for download here: use one of {known}"


class UnwritableFileError(ParksError, OSError):
    """A file named by the user cannot be written."""

    template = "{name} cannot be written ({reason}): choose another place"


class CoordinateLineError(ParksError, ValueError):
    """A line of coordinates does not hold a longitude and a latitude."""

    template = (
        "line {number}, {line!r}, is no coordinate: "
        "write a longitude and a latitude in degrees, with a blank between"
    )


class CorrectionError(ParksError, ValueError):
    """A correction of a park's place cannot be taken."""


class UnreadablePositionError(CorrectionError):
    """What was typed as coordinates is none."""

    template = (
        "“{text}” is no position: write longitude and latitude, "
        "such as 113.9345, 22.5401 or 113°56′04″E 22°32′24″N"
    )


class SwappedPositionError(CorrectionError):
    """Latitude was typed before longitude."""

    template = (
        "longitude and latitude in “{text}” seem to be swapped: "
        "write the longitude first"
    )


class FarPositionError(CorrectionError):
    """A position lies outside China."""

    template = (
        "“{text}” lies outside China: check the figures and their reference system"
    )


class MissingPositionError(CorrectionError):
    """A correction has no new place yet."""

    template = "no new place is given: type its coordinates or move the park on the map"


class MissingReasonError(CorrectionError):
    """A correction has no reason."""

    template = "the reason is missing: say in one line how the place is known"


class LongReasonError(CorrectionError):
    """The reason of a correction is no single line."""

    template = "the reason has {count} characters: shorten it to {most}"


class UnconfirmedMoveError(CorrectionError):
    """A place outside the park's district was not confirmed."""

    template = (
        "the new place lies {metres} m outside {district}: "
        "tick that it is meant, or mend the place"
    )
