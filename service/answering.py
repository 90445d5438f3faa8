"""Files as answers: known again by tag and date, packed where that is worth it."""

import gzip
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Final
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from parks.exports import ExportFile
from service.copies import knows, takes_gzip

SHARED: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Last-Modified, Link",
    "Cache-Control": "public, no-cache",
    "Vary": "Accept-Encoding",
}
_LEVEL: Final = 5
"""Of gzip: more takes longer and saves next to nothing."""
_LEAST_PACKED: Final = 1024
_TEXTS: Final = ("text/", "json", "xml", "dxf")
"""Parts of media types that are worth packing; the others are packed in themselves."""


@dataclass(frozen=True, slots=True)
class Validators:
    """
    What a copy is known by.

    Attributes
    ----------
    tag
        Hash of the bytes; empty if they have not been made yet.
    changed
        When they can have changed last, to the second.
    """

    tag: str
    changed: datetime

    def match(self, headers: Headers) -> bool:
        """Say whether the asker's copy is still good, as RFC 9110 has it."""
        if "if-none-match" in headers:
            return knows(headers, self._quoted)
        try:
            since = parsedate_to_datetime(headers.get("if-modified-since", ""))
        except (ValueError, OverflowError):
            return False
        if since.tzinfo is None:
            since = since.replace(tzinfo=UTC)
        return self.changed <= since

    def to_headers(self) -> dict[str, str]:
        """
        Write them as headers.

        The tag is weak, for it stands for packed and unpacked bytes alike.
        """
        tag = {"ETag": self._quoted} if self.tag else {}
        return {**tag, "Last-Modified": format_datetime(self.changed, usegmt=True)}

    @property
    def _quoted(self) -> str:
        return f'W/"{self.tag}"' if self.tag else ""


def answer_unchanged(validators: Validators) -> Response:
    """Say that the asker's copy is still good."""
    return Response(status_code=304, headers={**SHARED, **validators.to_headers()})


def answer_bytes(
    request: Request, file: ExportFile, validators: Validators
) -> Response:
    """Answer with a file to save, or that it has not changed."""
    if validators.match(request.headers):
        return answer_unchanged(validators)
    headers = {
        **SHARED,
        **validators.to_headers(),
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}",
    }
    content = file.content
    if _is_worth_packing(file, request):
        content = gzip.compress(content, _LEVEL, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(content, headers=headers, media_type=file.media_type)


def _is_worth_packing(file: ExportFile, request: Request) -> bool:
    takes = takes_gzip(request.headers)
    is_text = any(part in file.media_type for part in _TEXTS)
    is_packed = "zip" in file.media_type or "openxml" in file.media_type
    return takes and is_text and not is_packed and len(file.content) >= _LEAST_PACKED
