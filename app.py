"""The ASGI app: Streamlit's pages with our own routes beside them."""

import streamlit as st

from service import list_routes
from settings import Settings, SettingsError
from views import confess

try:
    _settings = Settings.read()
except SettingsError as error:
    raise SystemExit(f"error: {error}") from error
_key = _settings.tianditu_key
app = st.App(
    "views/shell.py",
    on_script_error=confess,
    routes=list_routes(
        _settings.assets,
        tianditu_key=_key.get_secret_value() if _key else None,
        map_approval=_settings.map_approval,
    ),
)
