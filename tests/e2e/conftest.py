"""A real server and a real browser for the stories of the app's users."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from pixels import PARK
from playwright.sync_api import expect
from visitors import DESK, PATIENCE, PHONE, Contexts

from parks.catalogue import open_edition

ROOT = Path(__file__).parents[2]
# The shell is Chromium without windows and menus, which would be drawn unseen.
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Chromium draws an address bar's suggestions beside every page it opens, of whole
    # pages of their own: a fifth of its work, for a bar that nobody sees. Of several
    # such lists the last counts, so it begins with what Playwright turns off.
    (
        "--disable-features=AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,"
        "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,"
        "HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,"
        "NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,PreconnectToSearch,"
        "TcpPortRandomizationWin,ThirdPartyStoragePartitioning,"
        "WebUIOmniboxPopup,WebUIOmniboxAimPopup"
    ),
    # Nothing outside may answer, so that nothing can depend on it.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
START_SECONDS = 120
# Two browsers and their servers share two cores: what a quiet machine shows in one
# second may take a busy one twenty.
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    """Mark the stories; where a change is judged, each has a second telling.

    Only there: at a desk the first failure is what one wants to see. A story that
    needed it is listed as rerun in the summary, to be looked into.
    """
    told_again = pytest.mark.flaky(reruns=1) if os.environ.get("CI") else None
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)
            if told_again:
                item.add_marker(told_again)


def find_free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def serve(log, **settings):
    """Serve the app as `make run` does, until the block ends."""
    port = find_free_port()
    environment = {
        **os.environ,
        **{f"PARKATLAS_{name}": str(value) for name, value in settings.items()},
    }
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    with log.open("wb") as output:
        server = subprocess.Popen(  # noqa: S603 - our own app, our own arguments
            [*command, "--server.port", str(port), "--server.address", "127.0.0.1"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_healthy(port, server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=60)


def wait_until_healthy(port, server, log):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        with contextlib.suppress(OSError):
            address = f"http://127.0.0.1:{port}/_stcore/health"
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        time.sleep(0.1)
    pytest.fail(f"the app did not start:\n{log.read_text(errors='replace')}")


@pytest.fixture(scope="session")
def app_url(tmp_path_factory):
    """The app with the embedded table."""
    with serve(tmp_path_factory.mktemp("app") / "server.log") as url:
        yield url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return {
        **browser_type_launch_args,
        **({"executable_path": found} if found else {}),
        "args": CHROMIUM_ARGUMENTS,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, **DESK}


@pytest.fixture(scope="session")
def contexts(browser):
    """What the stories of one browser share."""
    return Contexts(browser)


@pytest.fixture
def new_context(browser_context_args, contexts, _artifacts_recorder):
    """Give a visitor's context; a story that asks twice alike is the same visitor."""
    given = []

    def give_context(**arguments):
        context = contexts.give(**{**browser_context_args, **arguments})
        if context not in given:
            given.append(context)
        return context

    yield give_context
    for context in given:
        _artifacts_recorder.on_will_close_browser_context(context)
        contexts.clear(context)


@pytest.fixture
def phone_page(new_context):
    """A page in a hand."""
    return new_context(**PHONE).new_page()


@pytest.fixture
def heard(page):
    """What the page asked of other hosts, and what it complained of."""
    record = {"outside": [], "errors": [], "map_loads": 0}

    def note_request(request):
        host = request.url.partition("://")[2].split("/")[0].split(":")[0]
        if request.url.startswith("http") and host != "127.0.0.1":
            record["outside"].append(request.url)
        if "/map?" in request.url:
            record["map_loads"] += 1

    page.on("request", note_request)
    page.on("pageerror", lambda error: record["errors"].append(str(error)))
    page.on(
        "console",
        lambda message: (
            record["errors"].append(message.text) if message.type == "error" else None
        ),
    )
    return record


@pytest.fixture(scope="session")
def place():
    """Where the park that pixels are read of lies, as longitude and latitude."""
    parks = open_edition().parks
    (point,) = parks.loc[parks["name"] == PARK].geometry
    return point.x, point.y
