"""The package of a Word document, without the clock and with names for its fonts."""

import io
import zipfile
from typing import Final
from xml.sax.saxutils import quoteattr

_DATE: Final = (2020, 1, 1, 0, 0, 0)
_FONT_TABLE: Final = "word/fontTable.xml"
_ALTERNATIVES: Final = {
    "宋体": ("SimSun,Songti SC,Noto Serif CJK SC,Source Han Serif SC", "roman"),
    "微软雅黑": ("Microsoft YaHei,PingFang SC,Noto Sans CJK SC,SimHei", "swiss"),
    "Times New Roman": ("Liberation Serif", "roman"),
    "Arial": ("Liberation Sans", "swiss"),
}
"""What stands in for a font where it is not installed, and of what family it is."""
_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pack(content: bytes) -> bytes:
    """
    Pack a document anew: the same parts give the same bytes.

    The table of its fonts names others for where one is missing.
    """
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == _FONT_TABLE:
                part = _write_fonts()
            info = zipfile.ZipInfo(entry.filename, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part)
    return file.getvalue()


def _write_fonts() -> bytes:
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(others)}/>"
        f"<w:family w:val={quoteattr(family)}/></w:font>"
        for name, (others, family) in _ALTERNATIVES.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts xmlns:w="{_NAMESPACE}">{fonts}</w:fonts>'
    ).encode()
