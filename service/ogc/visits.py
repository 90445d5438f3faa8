"""A request, read as far as every address reads it."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from starlette.requests import Request

from parks.language import Language
from service.ogc.configuration import Holdings
from service.ogc.options import Options
from service.ogc.problems import refuse

PREFIX: Final = "/ogc"
_HOST: Final = re.compile(
    r"[A-Za-z0-9._-]+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?"
)
_NO_HOST: Final = "Host {value!r} is no name of a host"


@dataclass(frozen=True, slots=True)
class Visit:
    """
    What is asked, of what, by which name of ours.

    Attributes
    ----------
    holdings
        What is served.
    base
        Address of the landing page, as the client reaches it.
    path
        What follows it.
    options
        The query.
    language, format
        What the answer is to be in; the format is ``json`` or ``html``.
    """

    holdings: Holdings
    base: str
    path: str
    options: Options
    language: Language
    format: str

    @property
    def parts(self) -> list[str]:
        """The parts of the path; an id may hold slashes of its own."""
        return self.path.split("/", 3)

    def locate(self, *parts: str, **options: str) -> str:
        """Write an address of the service, in the language that was asked for."""
        spoken = self.options.get("lang")
        asked = options | ({"lang": spoken[0]} if spoken else {})
        query = "&".join(f"{name}={quote(value)}" for name, value in asked.items())
        path = "/".join(quote(part, safe="") for part in parts)
        return self.base + (f"/{path}" if path else "") + (f"?{query}" if query else "")


def find_base(request: Request) -> str:
    """
    Tell where the landing page is, as the client reached it.

    What a proxy forwards is believed as far as the server in front of us does
    (uvicorn: that of this machine alone); the rest is the request's own.

    Raises
    ------
    RefusalError
        If the name of the host is none: it would stand in every link.
    """
    host = request.headers.get("host") or request.url.netloc
    if _HOST.fullmatch(host) is None:
        raise refuse(_NO_HOST, "Host", value=host)
    root = request.scope.get("root_path", "").rstrip("/")
    return f"{request.url.scheme}://{host}{quote(root)}{PREFIX}"
