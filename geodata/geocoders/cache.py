"""
What services answered, kept on disk: a question is put once, also by two processes.

No key ever comes here: a question is told from another by the service's name and the
text asked for. Findings are kept as the service gave them, in its own datum.
"""

import logging
import sqlite3
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from geodata.gazetteer import Precision
from geodata.geocoders.answers import DOUBTS, Doubt, Finding, Question

FILE_NAME: Final = "geocodes.sqlite"
DAMAGED_SUFFIX: Final = ".damaged"
DAY_SECONDS: Final = 86_400.0
FOUND_SECONDS: Final = 180 * DAY_SECONDS
"""How long a place is believed to stand where it stood."""
NOT_FOUND_SECONDS: Final = 7 * DAY_SECONDS
"""How long a place is believed to be unknown: services add some every day."""
_VERSION: Final = 1
"""Raised whenever kept findings would mean something else."""
_WAIT_SECONDS: Final = 5.0
_TABLE: Final = """
CREATE TABLE IF NOT EXISTS answers (
  version INTEGER, geocoder TEXT, query TEXT, district TEXT, city TEXT,
  asked_at REAL NOT NULL, findings BLOB NOT NULL,
  PRIMARY KEY (version, geocoder, query, district, city)
)
"""
_SELECT: Final = """
SELECT asked_at, findings FROM answers
WHERE version = ? AND geocoder = ? AND query = ? AND district = ? AND city = ?
"""
_INSERT: Final = "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer from the cache: no finding says that the service knew no such place."""

    findings: tuple[Finding, ...]
    asked_at: float


class Cache:
    """
    Answers of all services.

    A file that is damaged is put aside (`DAMAGED_SUFFIX`), said in the log and in
    `was_damaged`, and a new one is begun. A folder that cannot be written to costs
    only the memory: what is asked is then kept for this process alone.

    Parameters
    ----------
    folder
        Where the file lies; made when first needed. None keeps answers in memory.
    now
        Seconds since 1970.
    """

    def __init__(
        self, folder: Path | None, *, now: Callable[[], float] = time.time
    ) -> None:
        self.was_damaged = False
        self._now = now
        self._lock = threading.Lock()
        self._memory: sqlite3.Connection | None = None
        self._said: set[str] = set()
        self._path = None if folder is None else folder / FILE_NAME

    def get(self, geocoder: str, question: Question) -> Kept | None:
        """Give what a service answered, if that is young enough to be believed."""
        rows = self._run(_SELECT, _spell(geocoder, question))
        if not rows:
            return None
        asked_at, findings = rows[0]
        try:
            kept = Kept(_unpack(findings), float(asked_at))
        except (ValueError, KeyError, TypeError):
            _log.warning("a kept answer of %s is damaged and is asked again", geocoder)
            return None
        lasts = FOUND_SECONDS if kept.findings else NOT_FOUND_SECONDS
        return kept if 0 <= self._now() - kept.asked_at < lasts else None

    def put(
        self, geocoder: str, question: Question, findings: tuple[Finding, ...]
    ) -> Kept:
        """Keep an answer with its time; none says that there is no such place."""
        kept = Kept(findings, self._now())
        values = (*_spell(geocoder, question), kept.asked_at, _pack(findings))
        self._run(_INSERT, values)
        return kept

    def close(self) -> None:
        """Let go of what is kept in memory."""
        with self._lock:
            if self._memory is not None:
                self._memory.close()
                self._memory = None

    def _run(self, statement: str, values: tuple[object, ...]) -> list[tuple[Any, Any]]:
        """Run one statement; a failure costs what is kept, never the row."""
        rows = self._run_on_disk(statement, values)
        with self._lock:
            if rows or (rows is not None and self._memory is None):
                return rows
            if self._memory is None:
                self._memory = sqlite3.connect(":memory:", check_same_thread=False)
                self._memory.execute(_TABLE)
            return self._memory.execute(statement, values).fetchall()

    def _run_on_disk(
        self, statement: str, values: tuple[object, ...]
    ) -> list[tuple[Any, Any]] | None:
        """Run one statement on the file; None if there is none that can be used."""
        self._make_folder()
        if self._path is None:
            return None
        try:
            with self._lock, self._open(self._path) as connection, connection:
                return connection.execute(statement, values).fetchall()
        except sqlite3.OperationalError as error:
            # Locked for long, read-only, full: the file itself may well be sound.
            self._say_unusable(str(error))
        except sqlite3.DatabaseError as error:
            self._put_aside(error)
        return None

    def _say_unusable(self, reason: str) -> None:
        """Say each reason once: a table of a thousand rows would say it for each."""
        if reason not in self._said:
            self._said.add(reason)
            _log.warning("the cache of answers cannot be used just now: %s", reason)

    def _make_folder(self) -> None:
        if self._path is None:
            return
        folder = self._path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _log.warning("answers are not kept in %s: %s", folder, error.strerror)
            self._path = None

    @contextmanager
    def _open(self, path: Path) -> Iterator[sqlite3.Connection]:
        # Opened anew each time, so that a file put aside by another process is left.
        with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS)) as connection:
            connection.execute(_TABLE)
            yield connection

    def _put_aside(self, error: sqlite3.DatabaseError) -> None:
        if self._path is None:
            return
        self.was_damaged = True
        aside = self._path.with_name(FILE_NAME + DAMAGED_SUFFIX)
        _log.warning(
            "the cache of answers is damaged (%s): it is put aside as %s, "
            "a new one is begun",
            error,
            aside,
        )
        try:
            self._path.replace(aside)
        except OSError as failure:
            _log.warning("%s cannot be put aside: %s", self._path, failure.strerror)
            self._path = None


def _spell(geocoder: str, question: Question) -> tuple[int, str, str, str, str]:
    """Tell a question from others: width and blanks do not matter, signs do."""
    texts = (question.query, question.district or "", question.city)
    query, district, city = (
        " ".join(unicodedata.normalize("NFKC", text).split()) for text in texts
    )
    return _VERSION, geocoder, query, question.known_district or district, city


def _pack(findings: tuple[Finding, ...]) -> bytes:
    return orjson.dumps(findings)


def _unpack(content: bytes) -> tuple[Finding, ...]:
    """Read findings; a ValueError, KeyError or TypeError says that they are none."""
    return tuple(
        Finding(
            lon=float(record["lon"]),
            lat=float(record["lat"]),
            precision=Precision(record["precision"]),
            level=str(record["level"]),
            matched=str(record["matched"]),
            city=str(record["city"]),
            doubts=tuple(_unpack_doubt(doubt) for doubt in record["doubts"]),
        )
        for record in orjson.loads(content)
    )


def _unpack_doubt(record: dict[str, object]) -> Doubt:
    code, facts = record["code"], record["facts"]
    if code not in DOUBTS or not isinstance(facts, dict):
        raise ValueError(f"no doubt: {code!r}")
    doubt = Doubt(str(code), facts)
    str(doubt)  # a gap that nothing fills is a KeyError here, not on a page
    return doubt
