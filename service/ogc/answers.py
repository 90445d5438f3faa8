"""Answers as bytes: tagged, packed for who can unpack, not sent twice."""

import gzip
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from service.copies import knows, takes_gzip

_LEVEL: Final = 4
_WORTH_PACKING: Final = 1000
"""Bytes below which packing saves no packet."""
_KEPT: Final = 16
"""Packed answers kept: pages of a large table are asked for again and again."""
OPEN_HEADERS: Final = {
    # Anybody's page may read what anybody may read.
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Crs, ETag, Link",
    "Vary": "Accept, Accept-Encoding, Accept-Language",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """
    What is answered.

    Attributes
    ----------
    body
        The bytes.
    media_type
        Of them.
    headers
        Besides.
    """

    body: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Packer:
    """Packs answers, and keeps the last few by their tags."""

    def __init__(self) -> None:
        self._at_hand: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def respond(self, request: Request, answer: Answer) -> Response:
        """Answer with as little as the client needs."""
        # Weak: packed or not, it says the same.
        tag = f'W/"{sha256(answer.body).hexdigest()[:20]}"'
        kept = {
            **OPEN_HEADERS,
            **answer.headers,
            "ETag": tag,
            "Cache-Control": "no-cache",
        }
        if knows(request.headers, tag):
            return Response(status_code=304, headers=kept)
        body = answer.body
        if len(body) > _WORTH_PACKING and takes_gzip(request.headers):
            body = self._pack(tag, body)
            kept["Content-Encoding"] = "gzip"
        return Response(body, media_type=answer.media_type, headers=kept)

    def _pack(self, tag: str, body: bytes) -> bytes:
        with self._lock:
            packed = self._at_hand.pop(tag, None)
        if packed is None:
            packed = gzip.compress(body, _LEVEL, mtime=0)
        with self._lock:
            self._at_hand[tag] = packed
            while len(self._at_hand) > _KEPT:
                self._at_hand.popitem(last=False)
        return packed
