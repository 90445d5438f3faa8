"""Writes the sample files that the import page offers: ``python make_samples.py``."""

import csv
import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "readers"))

from forms import HEADINGS, list_cells, write_docx, write_html, write_xls, write_xlsx
from pdf_forms import write_pdf

from parks.catalogue import read_any
from parks.samples import SAMPLES

ROWS = read_any("embedded").rows[:8]
"""The table's beginning: two districts with several rows each, and one alone."""


def write_csv(rows):
    file = io.StringIO()
    csv.writer(file).writerows([HEADINGS, *map(list_cells, rows)])
    return file.getvalue().encode("utf-8-sig")


def write_text(rows):
    """Write a cell after the other, each behind a tab, as Word's text has tables."""
    cells = [cell for row in [HEADINGS, *map(list_cells, rows)] for cell in row]
    return "".join(f"\t{cell}\n" for cell in cells).encode()


WRITERS = {
    "docx": lambda rows: write_docx(rows, others=0),
    "xlsx": write_xlsx,
    "xls": write_xls,
    "pdf": lambda rows: write_pdf(
        rows, height=842, width=1191, widths=[30, 45, 130, 220, 310, 380]
    ),
    "html": write_html,
    "csv": write_csv,
    "txt": write_text,
}


def main():
    for name, sample in SAMPLES.items():
        sample.path.write_bytes(WRITERS[name](ROWS))


if __name__ == "__main__":
    main()
