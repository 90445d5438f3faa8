"""Writers of parks, one module a format."""
