"""A browser without a head, and what it receives."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from playwright.sync_api import Browser, Frame, Page, sync_playwright

from bench.servers import STATIC

_ARGUMENTS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # There is no network, and nobody may wait for one.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_BROWSERS: Final = ("chromium", "google-chrome", "chromium-headless-shell")
_TEXT_FRAME: Final = 1
"""The websocket opcode of text; any other payload is told in base64."""


@contextmanager
def launch() -> Iterator[Browser]:
    """Launch Chromium: the system's, else Playwright's own."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found,
            args=list(_ARGUMENTS),
            handle_sigint=False,
        )
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def open_page(browser: Browser, *, first: str, limit_ms: int) -> Iterator[Page]:
    """
    Open an empty page of a visitor who was never here.

    Parameters
    ----------
    browser
        Where.
    first
        JavaScript whose first truth the page is to watch for, as ``bench.first``.
    limit_ms
        How long to watch.
    """
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="zh-CN"
    )
    context.set_default_timeout(limit_ms)
    watch = (STATIC / "watch.js").read_text(encoding="utf-8")
    asked = f"bench.first = bench.until(() => {first}, {limit_ms})"
    context.add_init_script(f"{watch}\nif (window === window.top) {asked};")
    try:
        yield context.new_page()
    finally:
        context.close()


class Ear:
    """
    Hears what a page receives from now on.

    Attributes
    ----------
    websocket_bytes
        Payloads of the websocket's messages.
    http_bytes
        Answers as they came over the wire.
    frame_loads
        How often a frame inside the page was loaded.
    """

    def __init__(self, page: Page) -> None:
        self.websocket_bytes = 0
        self.http_bytes = 0
        self.frame_loads = 0
        self._page = page
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._add_message)
        session.on("Network.loadingFinished", self._add_answer)
        page.on("framenavigated", self._add_load)

    def reset(self) -> None:
        """Begin anew."""
        self.websocket_bytes = self.http_bytes = self.frame_loads = 0

    def _add_message(self, event: dict[str, Any]) -> None:
        response = event["response"]
        size = len(response["payloadData"])
        is_text = response["opcode"] == _TEXT_FRAME
        self.websocket_bytes += size if is_text else size * 3 // 4

    def _add_answer(self, event: dict[str, Any]) -> None:
        self.http_bytes += int(event["encodedDataLength"])

    def _add_load(self, frame: Frame) -> None:
        self.frame_loads += frame != self._page.main_frame
