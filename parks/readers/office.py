"""Office files as the zip archives they are, opened with care."""

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
from parks.readers.input_file import InputFile

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
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
    EncryptedFileError, OldOfficeFileError
        If it is an Office file that cannot be read without its password, or one of
        before 2007.
    OversizedFileError
        If it would unpack to more than `MOST_MEGABYTES`.
    """
    if file.content.startswith(_OLE):
        if _ENCRYPTED in file.content:
            raise EncryptedFileError(name=file.name)
        raise OldOfficeFileError(name=file.name)
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


def _require_whole(archive: zipfile.ZipFile, name: str) -> None:
    """Unpack every part once: what is damaged is said before anything is read."""
    try:
        damaged = archive.testzip()
    except _DAMAGES as error:
        raise BrokenFileError(name=name, reason=error) from error
    if damaged is not None:
        raise BrokenFileError(name=name, reason=damaged)
