"""The ASGI app: Streamlit's pages with our own routes beside them."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from parks.published import Publication
from service import LinkShortener, list_routes, route_downloads, route_scripts
from settings import Settings, SettingsError
from views import LEFT_KEY, PAGE_PATHS, confess

try:
    _settings = Settings.read()
except SettingsError as error:
    raise SystemExit(f"error: {error}") from error
app = st.App(
    "views/shell.py",
    on_script_error=confess,
    middleware=[Middleware(LinkShortener, pages=PAGE_PATHS, left_key=LEFT_KEY)],
    routes=[
        *list_routes(
            _settings.assets,
            offer=_settings.offer_basemaps(),
            map_approval=_settings.map_approval,
        ),
        *route_downloads(Publication(_settings.table), _settings.state_terms()),
        route_scripts(Path(__file__).parent / "views" / "static"),
    ],
)
