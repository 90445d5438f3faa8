"""Streamlit servers for a measurement, started on free ports and always stopped."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
STATIC: Final = Path(__file__).parent / "static"
_LEAFLET: Final = ROOT / "node_modules" / "leaflet" / "dist"
_START_SECONDS: Final = 60
_STOP_SECONDS: Final = 20
_PAUSE_SECONDS: Final = 0.1


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs: where it answers, and its process."""

    address: str
    pid: int


@contextlib.contextmanager
def serve(script: Path, log: Path, **environment: str) -> Iterator[str]:
    """Serve a script as `serve_process` does, and give its address alone."""
    with serve_process(script, log, **environment) as server:
        yield server.address


@contextlib.contextmanager
def serve_process(script: Path, log: Path, **environment: str) -> Iterator[Server]:
    """
    Serve a Streamlit script until the block ends.

    Parameters
    ----------
    script
        What is served; a folder ``static`` beside it too.
    log
        Where the server writes what it has to say.
    environment
        Variables set for it besides ours.

    Raises
    ------
    RuntimeError
        If the server does not answer in time.
    """
    port = _find_free_port()
    options = {
        "port": str(port),
        "address": "127.0.0.1",
        "headless": "true",
        "enableStaticServing": "true",
    }
    flags = [f"--server.{name}={value}" for name, value in options.items()]
    flags.append("--browser.gatherUsageStats=false")
    with log.open("wb") as output:
        server = subprocess.Popen(  # noqa: S603 - our own scripts
            [sys.executable, "-m", "streamlit", "run", str(script), *flags],
            # Settings are read from here: the app has its own, a bare page none.
            cwd=script.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_until_healthy(port, server, log)
            yield Server(f"http://127.0.0.1:{port}", server.pid)
        finally:
            _stop(server)


def stage(name: str, folder: Path) -> Path:
    """
    Put a script of ours into a folder with the libraries that Folium asks for.

    Returns
    -------
    Path
        The script there.
    """
    static = folder / "static"
    if not static.exists():
        shutil.copytree(_LEAFLET, static, ignore=shutil.ignore_patterns("*-src*"))
        shutil.copy(STATIC / "jquery.js", static)
    return Path(shutil.copy(Path(__file__).parent / name, folder))


def _find_free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_until_healthy(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    address = f"http://127.0.0.1:{port}/_stcore/health"
    while time.monotonic() < deadline and server.poll() is None:
        with (
            contextlib.suppress(OSError),
            urllib.request.urlopen(address, timeout=2),
        ):
            return
        time.sleep(_PAUSE_SECONDS)
    raise RuntimeError(f"a server did not start:\n{log.read_text(errors='replace')}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(timeout=_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
