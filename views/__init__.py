"""The pages people see, and the only code beside app.py that knows Streamlit."""
