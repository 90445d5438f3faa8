"""How a table comes in: as a file, or pasted."""

from typing import Final

import streamlit as st
from markupsafe import Markup

from parks.drafts import MOST_MEGABYTES, Draft
from parks.errors import ParksError
from parks.samples import SAMPLES
from views._draft import start_draft
from views._errors import explain
from views._words import say

_ERROR_KEY: Final = "draft_error"
_FILE_KEY: Final = "import_file"
_TEXT_KEY: Final = "import_text"
_LAST_KEY: Final = "import_last"
"""Whether the file or the text came last, by its key."""


def open_draft() -> None:
    """Take a file or pasted text in, as soon as it is there."""
    _name_chooser()
    st.file_uploader(
        say("A file: Word, Excel, PDF, web page, CSV or text"),
        key=_FILE_KEY,
        max_upload_size=MOST_MEGABYTES,
        on_change=_take_file,
    )
    st.text_area(
        say("Or paste a table here"), key=_TEXT_KEY, height=120, on_change=_take_text
    )
    st.button(say("Read the table"), key="import_read", on_click=_take_last)
    _offer_samples()
    error: ParksError | None = st.session_state.get(_ERROR_KEY)
    if error is not None:
        st.error(say("The table could not be read:"))
        st.text(explain(error))


def _name_chooser() -> None:
    """Put the words on the file chooser that Streamlit knows in English only."""
    st.html(
        Markup(
            "<style>:root {{ --pa-upload: '{}'; --pa-upload-most: '{}' }}</style>"
        ).format(say("Choose a file"), say("at most {count} MB", count=MOST_MEGABYTES))
    )


def _offer_samples() -> None:
    """Offer a file in each format that shows how a table may look."""
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key="samples"
    ):
        st.caption(say("Sample files:"), width="content")
        for name, sample in SAMPLES.items():
            st.download_button(
                say(sample.label),
                data=sample.path.read_bytes,
                file_name=sample.path.name,
                on_click="ignore",
                key=f"sample_{name}",
                type="tertiary",
            )


def _take_last() -> None:
    """Read again what came last: the text, unless a file came after it."""
    has_text = bool((st.session_state.get(_TEXT_KEY) or "").strip())
    if has_text and st.session_state.get(_LAST_KEY) != _FILE_KEY:
        _take_text()
    elif st.session_state.get(_FILE_KEY) is not None:
        _take_file()
    else:
        _take_text()


def _take_file() -> None:
    file = st.session_state.get(_FILE_KEY)
    if file is not None:
        st.session_state[_LAST_KEY] = _FILE_KEY
        _open(file.getvalue(), file.name)
    elif st.session_state.get(_LAST_KEY) == _FILE_KEY:
        start_draft(None)


def _take_text() -> None:
    text = st.session_state.get(_TEXT_KEY) or ""
    st.session_state[_LAST_KEY] = _TEXT_KEY
    _open(text.encode(), say("pasted text"))


def _open(content: bytes, name: str) -> None:
    st.session_state.pop(_ERROR_KEY, None)
    start_draft(None)
    try:
        start_draft(Draft.open(content, name))
    except ParksError as error:
        st.session_state[_ERROR_KEY] = error
