"""Writes Excel files of before 2007 record by record, as no library does."""

import io
from struct import pack

from xlwt.CompoundDoc import XlsDoc

GLOBALS, SHEET = 0x05, 0x10
EOF = pack("<HH", 0x0A, 0)


def record(code, content=b""):
    """Write a record."""
    return pack("<HH", code, len(content)) + content


def begin(kind, version=0x0600):
    """Write the record that a part begins with."""
    return record(0x0809, pack("<HHHHII", version, kind, 0, 1997, 0, 0)[:8])


def write_text(text):
    """Write a text as the table of shared texts holds it."""
    return pack("<HB", len(text), 1) + text.encode("utf-16-le")


def write_label(row, column, number):
    """Write a cell that shows a shared text."""
    return record(0xFD, pack("<HHHI", row, column, 0, number))


def write_stream(shared, *sheets, version=0x0600):
    """Write the records of a workbook: what is shared, then sheets of those given."""
    head = begin(GLOBALS, version) + shared
    parts = [begin(SHEET, version) + sheet + EOF for sheet in sheets]
    names = [b"\x01\0s" if version == 0x0600 else b"\x01s"] * len(parts)
    place = len(head) + sum(10 + len(name) for name in names) + len(EOF)
    for part, name in zip(parts, names, strict=True):
        head += record(0x85, pack("<IBB", place, 0, 0) + name)
        place += len(part)
    return head + EOF + b"".join(parts)


def write_compound(stream, name="Workbook"):
    """Write a compound file that keeps a stream by a name."""
    file = io.BytesIO()
    XlsDoc().save(file, stream)
    place = file.getvalue().rindex("Workbook".encode("utf-16-le"))
    title = name.encode("utf-16-le")
    content = bytearray(file.getvalue())
    content[place : place + 66] = title.ljust(64, b"\0") + pack("<H", len(title) + 2)
    return bytes(content)
