"""How long a page of a thousand features takes, beside a static file of its bytes."""

import contextlib
import http.client
import statistics
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from bench.goals import Goal, Reading, compare
from parks.catalogue import open_edition
from parks.exports import Terms
from service.ogc import route_ogc

ITEMS: Final = "/ogc/collections/parks/items?limit=1000"
_BOUND: Final = 5
_PERCENT: Final = 95
_WARMING: Final = 20
_PAUSE_SECONDS: Final = 0.05


def measure_ogc(table: Path, folder: Path, *, runs: int) -> Iterator[Goal]:
    """
    Ask for 1,000 features and for a file that holds the same bytes, by turns.

    Parameters
    ----------
    table
        The parks.
    folder
        Where the file is put.
    runs
        How often each is asked for.
    """
    static = folder / "static"
    static.mkdir(exist_ok=True)
    with _serve(table, static) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        written, _ = _ask(connection, ITEMS)
        (static / "items.json").write_bytes(written)
        ours, theirs = [], []
        for run in range(_WARMING + runs):
            bytes_, seconds = _ask(connection, ITEMS)
            same, static_seconds = _ask(connection, "/static/items.json")
            if bytes_ != same:
                raise RuntimeError("the service does not repeat itself")
            if run >= _WARMING:
                ours.append(seconds * 1000)
                theirs.append(static_seconds * 1000)
        connection.close()
    yield compare(
        f"/ogc, 1,000 features ({len(written) // 1000:,} kB), p{_PERCENT}",
        Reading("ours", "ms", (_take_percentile(ours),)),
        Reading("static file", "ms", (_take_percentile(theirs),)),
        bound=_BOUND,
    )


def _take_percentile(values: list[float]) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[_PERCENT - 1]


def _ask(connection: http.client.HTTPConnection, address: str) -> tuple[bytes, float]:
    begun = time.perf_counter()
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read()
    seconds = time.perf_counter() - begun
    if answer.status != http.client.OK:
        raise RuntimeError(f"{address} answers {answer.status}")
    return body, seconds


@contextlib.contextmanager
def _serve(table: Path, static: Path) -> Iterator[int]:
    """Serve both in one process of the kind that serves the app."""
    routes = [
        *route_ogc(partial(open_edition, table), Terms()),
        Mount("/static", StaticFiles(directory=static)),
    ]
    config = uvicorn.Config(
        Starlette(routes=routes), host="127.0.0.1", port=0, log_level="warning"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(_PAUSE_SECONDS)
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()
