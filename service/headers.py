"""Security headers, on every answer of the process."""

from collections.abc import Mapping, Sequence
from secrets import token_urlsafe
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from layers.ancestors import NONE, SELF
from service.policies import NONCE, PathPolicy

NONCE_KEY: Final = "parkatlas.nonce"
"""Of a request's scope: the number that its document's own scripts must repeat."""
_NONCE_BYTES: Final = 16
_UNUSED: Final = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope"),
    *("magnetometer", "microphone", "midi", "payment", "usb"),
)
_ALWAYS: Final[Mapping[str, str]] = {
    # A text that a browser takes for a script or a page would run.
    "X-Content-Type-Options": "nosniff",
    # Filters and pasted words stand in our addresses: no other host learns more than
    # ours. It must learn that: OpenStreetMap refuses tiles to who hides it.
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
}
_FRAME_OPTIONS: Final[Mapping[tuple[str, ...], str]] = {
    (NONE,): "DENY",
    (SELF,): "SAMEORIGIN",
}
"""The older header has no word for a list of origins: it is left out then."""


class SecurityHeaders:
    """
    Adds to every answer what browsers are to forbid; a header that is there stays.

    Parameters
    ----------
    app
        What answers.
    policies
        Of each address, the one to take first; the last holds for all.
    """

    def __init__(self, app: ASGIApp, policies: Sequence[PathPolicy]) -> None:
        self._app = app
        self._policies = [(policy, _write(policy)) for policy in policies]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, as ASGI has it; a websocket is left alone."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = scope[NONCE_KEY] = token_urlsafe(_NONCE_BYTES)
        added = self._choose(scope["path"], nonce)
        has_begun = False

        async def send_with(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, send_with)
        except Exception:  # whatever it is, its answer has our headers; raised again
            # Starlette answers outside of all middleware, unless it has been done.
            if not has_begun:
                failure = PlainTextResponse("Internal Server Error", 500)
                await failure(scope, receive, send_with)
            raise

    def _choose(self, path: str, nonce: str) -> dict[str, str]:
        headers = next(said for policy, said in self._policies if policy.holds(path))
        policy = headers["Content-Security-Policy"]
        allowed = policy.replace(NONCE, f"'nonce-{nonce}'")
        return {**headers, "Content-Security-Policy": allowed}


def _write(policy: PathPolicy) -> dict[str, str]:
    """Write the headers of a policy, its nonce still to be filled in."""
    directives = {**policy.directives, "frame-ancestors": policy.ancestors}
    written = "; ".join(
        " ".join((name, *sources)) for name, sources in directives.items()
    )
    options = _FRAME_OPTIONS.get(policy.ancestors)
    framing = {} if options is None else {"X-Frame-Options": options}
    return {"Content-Security-Policy": written, **framing, **_ALWAYS}
