"""Readers of park tables, one module a format."""
