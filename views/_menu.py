"""The menu of pages: one element, which is the same at every choice of a visit."""

from markupsafe import Markup

from views._pages import PAGES, PageEntry
from views._session import current_page, go_to_page
from views._sheet import address, link, mount_sheet
from views._words import say


def show_menu() -> None:
    """Show the ways to all pages; a plain click keeps the visit."""
    items = Markup().join(_write(page) for page in PAGES if page.menu)
    act = mount_sheet(
        Markup("<nav class='pa-menu' aria-label='{}'><ul>{}</ul></nav>").format(
            say("Pages"), items
        ),
        "menu",
    )
    match act or {}:
        case {"page": file} if file in {page.file for page in PAGES}:
            go_to_page(file)


def _write(page: PageEntry) -> Markup:
    name = say(page.menu)
    if page.path == current_page():
        return Markup("<li><b aria-current='page'>{}</b></li>").format(name)
    item = link(name, address(page.path, {}), {"page": page.file})
    return Markup("<li>{}</li>").format(item)
