"""The pages people see, and the only code beside app.py that knows Streamlit."""

from typing import Final

from views._errors import confess
from views._pages import PAGE_PATHS

__all__ = ["LEFT_KEY", "PAGE_PATHS", "confess"]

LEFT_KEY: Final = "left"
"""The option of a link that says how many values were left out of one too long."""
