"""Office files as the archives they are, before 2007 and since, opened with care."""

import io
import lzma
import zipfile
import zlib
from typing import Final

from parks.errors import (
    BrokenFileError,
    EncryptedFileError,
    OldOfficeFileError,
    OversizedFileError,
)
from parks.readers.compound import SIGNATURE, CompoundFile, CompoundFileError
from parks.readers.input_file import InputFile

_ZIP: Final = b"PK\x03\x04"
_BOOKS: Final = ("Workbook", "Book")
"""What Excel calls its stream since 97 and before; some files hold both."""
_BARE_BOOKS: Final = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00",
)
"""How a stream begins that is a file by itself: up to Excel 4, and of some programs."""
_KINDS: Final = (b"\x05\x00", b"\x10\x00")
_DAMAGES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,  # a way of packing that Python does not know
    OSError,
    RuntimeError,  # a part with a password of its own
)
MOST_MEGABYTES: Final = 300
"""What an archive may hold when unpacked: a sheet of 100,000 rows takes a third."""


def open_archive(file: InputFile, part: str) -> zipfile.ZipFile | None:
    """
    Open an Office file if it is one that holds a part.

    Parameters
    ----------
    file
        The file.
    part
        Path of the part that tells the kind, such as ``word/document.xml``.

    Returns
    -------
    ZipFile or None
        None if it is another kind of file.

    Raises
    ------
    BrokenFileError
        If it begins as an archive but is none, such as one cut off in transfer.
    OversizedFileError
        If it would unpack to more than `MOST_MEGABYTES`.
    """
    if not file.content.startswith(_ZIP):
        return None
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.content))
    except (zipfile.BadZipFile, ValueError) as error:
        raise BrokenFileError(name=file.name, reason=error) from error
    if part not in archive.namelist():
        return None
    # Python reads no more of a part than the archive says it holds.
    unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > MOST_MEGABYTES * 1_000_000:
        raise OversizedFileError(
            name=file.name, limit=f"{MOST_MEGABYTES} MB", size=f"{unpacked >> 20} MB"
        )
    _require_whole(archive, file.name)
    return archive


def open_old_book(file: InputFile) -> bytearray | None:
    """
    Take the workbook out of an Excel file of before 2007.

    Returns
    -------
    bytearray or None
        Its records; None if it is another kind of file.

    Raises
    ------
    BrokenFileError
        If the file is damaged, such as one cut off in transfer.
    EncryptedFileError
        If it is a Word or Excel file of 2007 or later with a password.
    OldOfficeFileError
        If it holds something else of before 2007, such as a Word document.
    """
    if file.content[:4] in _BARE_BOOKS and file.content[6:8] in _KINDS:
        return bytearray(file.content)
    if not file.content.startswith(SIGNATURE):
        return None
    try:
        compound = CompoundFile(file.content)
        books = [compound.read(name) for name in _BOOKS if name in compound]
    except CompoundFileError as error:
        raise BrokenFileError(name=file.name, reason=error) from error
    if "EncryptedPackage" in compound:
        raise EncryptedFileError(name=file.name)
    if not books:
        raise OldOfficeFileError(name=file.name)
    return books[0]


def _require_whole(archive: zipfile.ZipFile, name: str) -> None:
    """Unpack every part once: what is damaged is said before anything is read."""
    try:
        damaged = archive.testzip()
    except _DAMAGES as error:
        raise BrokenFileError(name=name, reason=error) from error
    if damaged is not None:
        raise BrokenFileError(name=name, reason=damaged)
