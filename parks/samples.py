"""A sample file in each format that can be imported: the table's first rows."""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

_FOLDER: Final = Path(__file__).parent / "data" / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """
    A sample file.

    Attributes
    ----------
    path
        The file.
    label
        What its format is called, in English.
    """

    path: Path
    label: str


SAMPLES: Final = MappingProxyType(
    {
        suffix: Sample(_FOLDER / f"sample.{suffix}", label)
        for suffix, label in {
            "docx": "Word",
            "xlsx": "Excel",
            "xls": "Excel 97–2003",
            "pdf": "PDF",
            "html": "Web page",
            "csv": "CSV",
            "txt": "Text",
        }.items()
    }
)
"""Every sample by the suffix of its file, in the order to offer them."""
