"""The ASGI app: Streamlit's pages with our own routes beside them."""

import streamlit as st

from service import list_routes
from settings import Settings, SettingsError
from views import confess

try:
    _settings = Settings.read()
except SettingsError as error:
    raise SystemExit(f"error: {error}") from error
app = st.App(
    "views/shell.py",
    on_script_error=confess,
    routes=list_routes(
        _settings.assets,
        offer=_settings.offer_basemaps(),
        map_approval=_settings.map_approval,
    ),
)
