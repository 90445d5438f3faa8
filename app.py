"""The ASGI app: Streamlit's pages with our own routes beside them."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from parks.published import Publication
from service import (
    LinkShortener,
    SecurityHeaders,
    list_policies,
    list_routes,
    read_shell,
    route_downloads,
    route_scripts,
    route_shell,
)
from settings import Settings, SettingsError
from views import LEFT_KEY, PAGE_PATHS, confess

try:
    _settings = Settings.read()
except SettingsError as error:
    raise SystemExit(f"error: {error}") from error
_offer = _settings.offer_basemaps()
_shell = read_shell(Path(st.__file__).parent / "static" / "index.html")
_policies = list_policies(
    scripts=_shell.scripts, offer=_offer, ancestors=_settings.frame_ancestors
)
app = st.App(
    "views/shell.py",
    on_script_error=confess,
    middleware=[
        Middleware(SecurityHeaders, policies=_policies),
        Middleware(LinkShortener, pages=PAGE_PATHS, left_key=LEFT_KEY),
    ],
    routes=[
        *list_routes(
            _settings.assets,
            offer=_offer,
            map_approval=_settings.map_approval,
        ),
        *route_downloads(Publication(_settings.table), _settings.state_terms()),
        route_scripts(Path(__file__).parent / "views" / "static"),
        *route_shell(_shell, PAGE_PATHS),
    ],
)
