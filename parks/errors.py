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


class NoTableError(ParksError, ValueError):
    """The file holds no table with headings for parks or zones."""

    template = (
        "{name} holds no table of parks: a table needs a line of headings "
        "with at least a park (核心产业园) or zone (片区) column"
    )


class TableNumberError(ParksError, ValueError):
    """A table was asked for that the file does not have."""

    template = "{name} has {count} table(s) of parks, there is no number {number}"


class UnknownFormatError(ParksError, ValueError):
    """A file format was asked for that is not offered."""

    template = "unknown format {name!r}: use one of {known}"


class FilterError(ParksError, ValueError):
    """A filter option has a value that means nothing here."""

    template = "unknown {option} {value!r}: use one of {known}"
