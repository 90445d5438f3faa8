"""Packs files into a zip without a clock."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_DATE: Final = (2020, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_PLAIN_FILE: Final = 0o100644 << 16


def pack_zip(files: Mapping[str, bytes]) -> bytes:
    """
    Pack files: the same files in the same order give the same bytes.

    Parameters
    ----------
    files
        For each path in the zip what it holds; names that are not ASCII are marked as
        UTF-8.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Or the entry would say on which system it was made, and unpack unreadable.
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            packed.writestr(entry, content)
    return file.getvalue()
