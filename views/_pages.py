"""
Every page of the app, in the order of the menu.

To add a page: write its script and give it one line here.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class PageEntry:
    """
    A page.

    Attributes
    ----------
    file
        Its script, beside this one.
    title
        What it is called in the browser's own places.
    path
        Where it is, after the slash; empty for the first page.
    menu
        What the menu calls it; empty if one gets there from elsewhere.
    """

    file: str
    title: str
    path: str
    menu: str = ""


PAGES: Final = (
    PageEntry("map_page.py", "Map", "", "Map"),
    PageEntry("sectors_page.py", "Sectors", "sectors", "Sectors"),
    PageEntry("districts_page.py", "By district", "districts", "By district"),
    PageEntry("policies_page.py", "Policy documents", "policies", "Policies"),
    PageEntry("figures_page.py", "City in figures", "figures", "City in figures"),
    PageEntry("match_page.py", "Match an enterprise", "match", "Match an enterprise"),
    PageEntry("shortlist_page.py", "Shortlist", "shortlist", "Shortlist"),
    PageEntry("compare_page.py", "Compare parks or zones", "compare", "Comparison"),
    PageEntry("download_page.py", "Downloads", "download", "Downloads"),
    PageEntry("quality_page.py", "Data quality", "quality", "Data quality"),
    PageEntry("import_page.py", "Import", "import", "Import a table"),
    PageEntry("park_page.py", "Park", "park"),
    PageEntry("brief_page.py", "Brief", "brief"),
)
PAGE_PATHS: Final = tuple(f"/{page.path}" for page in PAGES)
