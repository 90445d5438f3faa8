"""Python's search for cyclic garbage, made rarer while a large table is at work."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

_RARELY: Final = (5_000_000, 50, 100)
"""What the thresholds of `gc` are raised to: 100,000 rows hardly reach the first."""


class _Sweeper:
    """Keeps the usual thresholds while somebody needs others."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._askers = 0
        self._usual = gc.get_threshold()

    def enter(self) -> None:
        """Raise the thresholds for the first who asks."""
        with self._lock:
            if self._askers == 0:
                self._usual = gc.get_threshold()
                if self._usual[0]:  # 0 says that it was turned off
                    gc.set_threshold(*_RARELY)
            self._askers += 1

    def leave(self) -> None:
        """Put the thresholds back after the last who asked."""
        with self._lock:
            self._askers -= 1
            if self._askers == 0:
                gc.set_threshold(*self._usual)


_SWEEPER: Final = _Sweeper()


@contextmanager
def sweep_rarely() -> Iterator[None]:
    """
    Look for cyclic garbage more rarely until the block ends, however it ends.

    A large table is millions of objects without a cycle; to look through them again
    and again takes a third of the time that it takes to make them. Several threads
    may ask at once. What other threads leave behind meanwhile is still found.
    """
    _SWEEPER.enter()
    try:
        yield
    finally:
        _SWEEPER.leave()
