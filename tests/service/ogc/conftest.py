"""The service over a table, asked in the process and by real clients."""

import contextlib
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from parks.catalogue import make_edition, open_edition
from parks.exports import Terms
from service.ogc import route_ogc

ROOT = Path(__file__).parents[3]
START_SECONDS = 60
SERVER = """
import sys, uvicorn
from starlette.applications import Starlette
from parks.catalogue import open_edition
from parks.exports import Terms
from service.ogc import route_ogc
app = Starlette(routes=route_ogc(open_edition, Terms()))
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
"""


@contextlib.contextmanager
def serve(log):
    """
    Serve the embedded table in a process of its own until the block ends.

    GDAL keeps Python's lock while it waits: a server in its process never answers.
    """
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with log.open("wb") as output:
        server = subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-c", SERVER, str(port)],
            cwd=ROOT,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_open(port, server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_until_open(port, server, log):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with (
            contextlib.suppress(OSError),
            socket.create_connection(("127.0.0.1", port), timeout=2),
        ):
            return
        time.sleep(0.1)
    pytest.fail(f"the service did not start:\n{log.read_text(errors='replace')}")


@pytest.fixture(scope="session")
def edition():
    return open_edition()


@pytest.fixture(scope="session")
def open_service():
    """Open the service over any edition; the answer asks it by GET below /ogc."""
    with contextlib.ExitStack() as stack:

        def open_service_(published, terms=None, **client):
            app = Starlette(routes=route_ogc(published, terms or Terms()))
            opened = stack.enter_context(TestClient(app, **client))

            def ask(path="", headers=None, **params):
                spelled = {name.replace("_", "-"): v for name, v in params.items()}
                return opened.get(
                    f"/ogc{path}", params=spelled or None, headers=headers
                )

            return ask

        yield open_service_


@pytest.fixture(scope="session")
def ask(open_service):
    """Ask the service over the embedded table."""
    return open_service(open_edition)


@pytest.fixture(scope="session")
def ask_table(open_service):
    """Ask the service over a table given as rows of text."""

    def ask_table_(*rows, terms=None):
        heading = "序号,辖区,片区,园区名称,产业方向,经度,纬度"
        made = make_edition("\n".join([heading, *rows]).encode(), name="own.csv")
        return open_service(lambda: made, terms)

    return ask_table_


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The address of the service over the embedded table, for real clients."""
    with serve(tmp_path_factory.mktemp("ogc") / "server.log") as address:
        yield f"{address}/ogc"
