"""What a filter change sends to the browser, with every layer of the map drawn."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, WebSocket
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.browser import open_page
from bench.contestants import OURS
from bench.goals import Goal, Reading
from bench.servers import ROOT, serve
from bench.visits import choose, wait_until_quiet
from parks.catalogue import make_edition

DISTRICTS: Final = ("南山", "福田", "宝安", "龙岗")
EVERYTHING: Final = "?layers=districts,zones,heat,parks,clusters,labels&shade=count"
"""The link of a visit that draws all there is; what a map does not know, it leaves."""
_LIMIT_MS: Final = 600_000
_FIXED_BYTES: Final = 2000
_BYTES_A_PARK: Final = 0.2


class Letters:
    """Every message of Streamlit's that a page receives from now on."""

    def __init__(self, page: Page) -> None:
        self.sizes: list[tuple[str, int]] = []
        page.on("websocket", self._follow)

    def _follow(self, socket: WebSocket) -> None:
        socket.on("framereceived", self._keep)

    def _keep(self, payload: str | bytes) -> None:
        if isinstance(payload, bytes):
            message = ForwardMsg.FromString(payload)
            self.sizes.append((_name(message), len(payload)))

    def weigh(self, component: str = "") -> int:
        """Sum the bytes of all messages, or of a component's."""
        return sum(size for name, size in self.sizes if component in ("", name))


def _name(message: ForwardMsg) -> str:
    """Name the component that a message is for; blank if it is for none."""
    return str(message.delta.new_element.bidi_component.component_name)


def allow_bytes(parks: int) -> float:
    """Allow a filter change what it takes to say which of the parks are shown."""
    return _FIXED_BYTES + _BYTES_A_PARK * parks


def measure_traffic(
    browser: Browser, folder: Path, tables: Mapping[int, Path]
) -> Iterator[Goal]:
    """
    Choose districts and weigh what comes: the map's message, and all of them.

    Parameters
    ----------
    browser
        Where.
    folder
        For the servers' logs.
    tables
        The parks, by how many there are.
    """
    for parks, table in tables.items():
        log = folder / f"traffic-{parks}.log"
        with serve(ROOT / "app.py", log, PARKATLAS_TABLE=str(table)) as address:
            ours, whole = _weigh_changes(browser, address + EVERYTHING, table)
        size = f"{parks:,} parks, filter change"
        yield Goal(
            f"{size}, bytes: the map's message",
            max(ours),
            (Reading("map", "bytes", ours),),
            bound=allow_bytes(parks),
        )
        yield Goal(
            f"{size}, bytes: the whole websocket",
            max(whole),
            (Reading("page", "bytes", whole),),
        )


def _weigh_changes(
    browser: Browser, url: str, table: Path
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    edition = make_edition(table.read_bytes(), name=table.name)
    counts = edition.parks["district"].value_counts()
    shown, ours, whole = 0, [], []
    with open_page(browser, first=OURS.first, limit_ms=_LIMIT_MS) as page:
        letters = Letters(page)
        page.goto(url, wait_until="commit")
        page.evaluate("() => bench.first")
        wait_until_quiet(page)
        for district in DISTRICTS:
            shown += int(counts[district])
            letters.sizes.clear()
            choose(page, district, shown)
            wait_until_quiet(page)
            ours.append(float(letters.weigh("parkatlas_map")))
            whole.append(float(letters.weigh()))
    return tuple(ours), tuple(whole)
