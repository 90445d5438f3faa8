"""The pages people see, and the only code beside app.py that knows Streamlit."""

from views._errors import confess

__all__ = ["confess"]
