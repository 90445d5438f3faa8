"""
The one place that asks other hosts: in time, in turn, again if it may help.

Nothing that leaves here holds a key: addresses are neither logged nor kept in errors,
and a service that repeats the key in its answer has it struck out.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import Final, Self, TypeVar
from urllib.parse import quote, quote_plus

import httpx2
import orjson

from geodata.geocoders.errors import (
    AskedTooOftenError,
    BusyServiceError,
    EmptyAnswerError,
    GeocoderError,
    KeyRefusedError,
    QuotaExceededError,
    RefusedQuestionError,
    RepeatableError,
    SlowServiceError,
    UnreachableServiceError,
    UnreadableAnswerError,
    WebPageAnswerError,
)
from geodata.geocoders.services import Request

USER_AGENT: Final = "ParkAtlas/0.1 (map of industrial parks)"
ATTEMPTS: Final = 3
TIMEOUT_SECONDS: Final = 8.0
LARGEST_BYTES: Final = 1_000_000
"""No documented answer is near this; what is longer is not read on."""
REST_SECONDS: Final = 60.0
LONG_REST_SECONDS: Final = 600.0
"""How long a service is left alone that failed every attempt, or refused the key."""
_FIRST_WAIT_SECONDS: Final = 1.0
_LONGEST_WAIT_SECONDS: Final = 8.0
_TOO_MANY: Final = 429
_SERVER_FAULT: Final = 500
_BAD_REQUEST: Final = 400
_REDIRECT: Final = 300
_SHORTEST_SECRET: Final = 8
"""What is shorter is no key of any service, and stands in many a number."""
_KEY_STATUSES: Final = frozenset((401, 403, 418))
"""418 is what 天地图's gateway sends for a key it cannot spell."""

T = TypeVar("T")


class Client:
    """
    Asks one service, for all threads of this process.

    Parameters
    ----------
    geocoder
        What people call the service.
    interval_seconds
        The least time between two requests.
    timeout_seconds
        How long an answer may take, as a whole.
    clock, sleep
        Time that only grows and what waits, in seconds; a test brings its own.
    """

    def __init__(
        self,
        geocoder: str,
        *,
        interval_seconds: float,
        timeout_seconds: float = TIMEOUT_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        # Below WARNING the two log whole addresses, and keys are in them.
        for name in ("httpx2", "httpcore2"):
            logging.getLogger(name).setLevel(logging.WARNING)
        self._geocoder = geocoder
        self._interval, self._timeout = interval_seconds, timeout_seconds
        self._clock, self._sleep = clock, sleep
        self._http = httpx2.Client(
            timeout=timeout_seconds, headers={"User-Agent": USER_AGENT}
        )
        self._turns = threading.Lock()
        self._next_turn = clock()
        self._rest: tuple[float, GeocoderError] | None = None

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close its connections."""
        self.close()

    def close(self) -> None:
        """Close its connections."""
        self._http.close()

    def ask(self, request: Request, read: Callable[[object, int], T]) -> T:
        """
        Ask and read the answer, again if the failure may pass.

        A service that failed every attempt rests for `REST_SECONDS`, one that refused
        the key or its quota for `LONG_REST_SECONDS`: until then its failure is
        repeated without a request, so that a thousand rows do not wait for it.

        Parameters
        ----------
        request
            What to ask.
        read
            Makes something of the JSON and HTTP's code, or raises a GeocoderError.

        Raises
        ------
        GeocoderError
            If there is no answer, or none that can be read.
        """
        self._refuse_while_resting()
        wait = _FIRST_WAIT_SECONDS
        for attempts_left in reversed(range(ATTEMPTS)):
            self._await_turn()
            try:
                return self._ask_once(request, read)
            except RepeatableError as error:
                if not attempts_left:
                    self._rest = self._clock() + REST_SECONDS, error
                    raise
            except (KeyRefusedError, QuotaExceededError) as error:
                self._rest = self._clock() + LONG_REST_SECONDS, error
                raise
            self._sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT_SECONDS)
        raise AssertionError("the last attempt answers or raises")

    def _refuse_while_resting(self) -> None:
        rest = self._rest
        if rest is not None and self._clock() < rest[0]:
            raise type(rest[1])(**rest[1].facts)

    def _await_turn(self) -> None:
        """Wait until the service may be asked again, each thread in its turn."""
        with self._turns:
            now = self._clock()
            turn = max(now, self._next_turn)
            self._next_turn = turn + self._interval
        if turn > now:
            self._sleep(turn - now)

    def _ask_once(self, request: Request, read: Callable[[object, int], T]) -> T:
        status, body = self._fetch(request)
        if status == _TOO_MANY:
            raise AskedTooOftenError(geocoder=self._geocoder, code=status)
        if status >= _SERVER_FAULT:
            raise BusyServiceError(geocoder=self._geocoder, code=status)
        is_refused = bool(request.secret) and status in _KEY_STATUSES
        document = self._parse(body, status, is_refused=is_refused)
        answer = read(self._strike_out(document, request.secret), status)
        if status >= _REDIRECT:
            raise RefusedQuestionError(geocoder=self._geocoder, code=status)
        return answer

    def _fetch(self, request: Request) -> tuple[int, bytes]:
        try:
            return self._receive(request)
        except httpx2.TimeoutException:
            error: GeocoderError = self._say_slow()
        except httpx2.TransportError:
            error = UnreachableServiceError(geocoder=self._geocoder)
        except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError):
            # The last for a host's name that no network can spell.
            error = UnreadableAnswerError(geocoder=self._geocoder)
        # Raised out here, for httpx2's error, which holds the address, and with it the
        # key, would else be kept as this one's context.
        raise error

    def _receive(self, request: Request) -> tuple[int, bytes]:
        ends = self._clock() + self._timeout
        body = bytearray()
        with self._http.stream(
            "GET", request.url, params=dict(request.parameters)
        ) as response:
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > LARGEST_BYTES:
                    raise UnreadableAnswerError(geocoder=self._geocoder)
                if self._clock() > ends:
                    raise self._say_slow()
            return response.status_code, bytes(body)

    def _say_slow(self) -> SlowServiceError:
        return SlowServiceError(geocoder=self._geocoder, seconds=f"{self._timeout:g}")

    def _parse(self, body: bytes, status: int, *, is_refused: bool) -> object:
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError:
            pass
        if is_refused:
            raise KeyRefusedError(geocoder=self._geocoder, code=status)
        if status >= _BAD_REQUEST:
            raise RefusedQuestionError(geocoder=self._geocoder, code=status)
        start = body.strip()[:1]
        if start == b"<":
            raise WebPageAnswerError(geocoder=self._geocoder)
        kind = UnreadableAnswerError if start else EmptyAnswerError
        raise kind(geocoder=self._geocoder)

    def _strike_out(self, document: object, secret: str) -> object:
        """Remove a key from an answer, as it is and as an address spells it."""
        if len(secret) < _SHORTEST_SECRET:
            return document
        forms = {secret, quote(secret, safe=""), quote_plus(secret)}
        try:
            # Written anew first, for JSON can spell one text in many ways.
            content = orjson.dumps(document)
            for form in forms:
                content = content.replace(orjson.dumps(form)[1:-1], b"***")
            return orjson.loads(content)
        except (orjson.JSONEncodeError, orjson.JSONDecodeError):
            pass
        raise UnreadableAnswerError(geocoder=self._geocoder)
