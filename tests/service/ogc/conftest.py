"""The service over a table, asked in the process and by real clients."""

import contextlib
import threading
import time

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.testclient import TestClient

from parks.catalogue import make_edition, open_edition
from parks.exports import Terms
from service.ogc import route_ogc


@contextlib.contextmanager
def serve(published, terms):
    """Serve an edition on a free port of this machine until the block ends."""
    app = Starlette(routes=route_ogc(published, terms))
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


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
def served():
    """The address of the service over the embedded table, for real clients."""
    with serve(open_edition, Terms()) as address:
        yield f"{address}/ogc"
