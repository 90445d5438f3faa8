"""One visit: how soon the first park is seen, then one filter change after another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Browser, Page

from bench.browser import Ear, open_page
from bench.contestants import OURS, Contestant

_LIMIT_MS: Final = 600_000
_QUIET_MS: Final = 600
"""After a change: late bytes are counted, and the next begins in silence."""
_SECOND_MS: Final = 1000
_FAILURES: Final = "[data-testid=stAlertContentError], [data-testid=stException]"


@dataclass(frozen=True, slots=True)
class Step:
    """A district to choose, and how many parks are shown after that."""

    district: str
    parks: int


@dataclass(frozen=True, slots=True)
class Change:
    """
    What a filter change cost, and whether the map was left in peace.

    Attributes
    ----------
    seconds
        From the click until the map shows it.
    said_seconds
        Until the map shows it and the page around it says so.
    websocket_bytes, http_bytes
        What was received for it.
    reloads
        How often the map's frame was loaded anew.
    is_moved
        Whether the map shows another part of the world.
    """

    seconds: float
    said_seconds: float
    websocket_bytes: int
    http_bytes: int
    reloads: int
    is_moved: bool

    @property
    def received(self) -> int:
        """Bytes received for it, over whatever."""
        return self.websocket_bytes + self.http_bytes


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit saw, and whether the page confessed an error at its end."""

    first_seconds: float
    changes: list[Change]
    is_failed: bool


def visit(
    browser: Browser, url: str, contestant: Contestant, steps: Sequence[Step]
) -> Visit:
    """
    Open a page and choose one district after the other.

    The clock is the page's own: from the navigation's start, or the click, to the
    second animation frame after what is waited for is there.
    """
    with open_page(browser, first=contestant.first, limit_ms=_LIMIT_MS) as page:
        page.goto(url, wait_until="commit")
        first_ms = float(page.evaluate("() => bench.first"))
        wait_until_quiet(page)
        _zoom_in(page, contestant)
        ear = Ear(page)
        changes = [
            _change(page, contestant, ear, number, step)
            for number, step in enumerate(steps, start=1)
        ]
        is_failed = page.locator(_FAILURES).count() > 0
    return Visit(first_ms / _SECOND_MS, changes, is_failed)


def _change(
    page: Page, contestant: Contestant, ear: Ear, number: int, step: Step
) -> Change:
    aim = contestant.aim(page, step.district)
    aim.wait_for()
    view = _read_view(page, contestant)
    _watch_for(page, contestant, number, step)
    ear.reset()
    aim.click()
    shown_ms = float(page.evaluate("() => bench.next"))
    said_ms = float(page.evaluate("() => bench.said"))
    clicked_ms = float(page.evaluate("() => bench.clickedAt"))
    wait_until_quiet(page)
    return Change(
        seconds=(shown_ms - clicked_ms) / _SECOND_MS,
        said_seconds=(max(shown_ms, said_ms) - clicked_ms) / _SECOND_MS,
        websocket_bytes=ear.websocket_bytes,
        http_bytes=ear.http_bytes,
        reloads=ear.frame_loads,
        is_moved=_read_view(page, contestant) != view,
    )


def _watch_for(page: Page, contestant: Contestant, number: int, step: Step) -> None:
    """Have the page watch for the new set, which must not be there yet."""
    is_early = page.evaluate(
        f"""([parks, step]) => {{
            const condition = () => {contestant.shown};
            if (bench.holds(condition)) return true;
            bench.clickedAt = null;
            bench.next = bench.until(condition, {_LIMIT_MS});
            bench.said = bench.until(() => {contestant.said or "true"}, {_LIMIT_MS});
            return false;
        }}""",
        [step.parks, number],
    )
    if is_early:
        raise RuntimeError(f"{contestant.name} shows {step} before it is asked")


def _zoom_in(page: Page, contestant: Contestant) -> None:
    """Look closer, as visitors do: a map that is built anew forgets it."""
    if contestant.map:
        page.evaluate(f"() => {{ {contestant.map}.zoomIn(); }}")
        wait_until_quiet(page)


def _read_view(page: Page, contestant: Contestant) -> str:
    """Say which part of the world the map shows."""
    if not contestant.map:
        return ""
    lead = contestant.map
    return str(page.evaluate(f"() => `${{{lead}.getCenter()}} ${{{lead}.getZoom()}}`"))


def choose(page: Page, district: str, parks: int) -> None:
    """Choose a district of ours, or take it away, and wait for what is then shown."""
    aim = OURS.aim(page, district)
    aim.wait_for()
    _watch_for(page, OURS, 0, Step(district, parks))
    aim.click()
    page.evaluate("() => Promise.all([bench.next, bench.said])")
    page.wait_for_function("() => bench.holds(bench.isIdle)")


def wait_until_quiet(page: Page) -> None:
    """Wait until the app has been idle for a while."""
    idle_ms = 0
    while idle_ms < _QUIET_MS:
        page.wait_for_timeout(_QUIET_MS / 6)
        is_idle = page.evaluate("() => bench.holds(bench.isIdle)")
        idle_ms = idle_ms + _QUIET_MS // 6 if is_idle else 0
