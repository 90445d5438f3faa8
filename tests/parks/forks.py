"""The command line in processes of its own that need not start from nothing."""

import multiprocessing
import os
import runpy
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Most of what a command takes is the import of these; a server imports them once, and
# each command is a fork of it that imports what is ours from where it runs.
OTHERS = [
    *("geopandas", "pyogrio", "pyproj", "shapely", "folium", "openpyxl", "xlsxwriter"),
    *("pydantic_settings", "pypinyin", "lxml.etree", "defusedxml.ElementTree", "xlrd"),
    *("docx", "ezdxf", "httpx2", "pdfplumber"),
]
_forking = multiprocessing.get_context("forkserver")
_forking.set_forkserver_preload(OTHERS)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command ended with and wrote."""

    code: int
    out: str
    err: str
    peak_bytes: int


def run_parks(arguments, *, folder, cwd=ROOT, given=b"", seconds=120):
    """
    Run ``python -m parks`` in a fresh process, with the packages that lie in `cwd`.

    What it is given, what it writes and its peak of memory are files of `folder`.
    """
    files = [str(folder / f"parks-{name}") for name in ("in", "out", "err", "peak")]
    Path(files[0]).write_bytes(given)
    process = _forking.Process(target=_be_parks, args=(arguments, str(cwd), files))
    process.start()
    process.join(seconds)
    if process.is_alive():
        process.kill()
        raise TimeoutError(f"python -m parks {arguments} hangs")
    out, err, peak = (Path(file).read_text("utf-8") for file in files[1:])
    return Answer(process.exitcode, out, err, int(peak))


def _is_ours(path):
    place = Path(path).resolve()
    return place == ROOT or place.is_relative_to(ROOT / "tests")


def _be_parks(arguments, cwd, files):
    """Become the command: its folder, its streams, its modules."""
    given, out, err, peak = files
    os.chdir(cwd)
    # The tests' own folders are on the path of the server, and ours of this tree.
    others = [path for path in sys.path if not _is_ours(path)]
    sys.path[:] = [cwd, *others]
    for stream, file in ((1, out), (2, err)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), stream)
    os.dup2(os.open(given, os.O_RDONLY), 0)
    sys.stdin = os.fdopen(0)
    sys.argv[1:] = [os.fsdecode(argument) for argument in arguments]
    try:
        runpy.run_module("parks", run_name="__main__", alter_sys=True)
    finally:
        status = Path("/proc/self/status").read_text("utf-8")
        (line,) = (each for each in status.splitlines() if "VmHWM" in each)
        Path(peak).write_text(str(int(line.split()[1]) * 1024), "utf-8")
