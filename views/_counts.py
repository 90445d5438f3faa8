"""Numbers with what is counted, in the singular and the plural that a language has."""

from views._words import say


def count_parks(count: int) -> str:
    """Say how many parks."""
    return say("1 park") if count == 1 else say("{count} parks", count=count)


def count_rows(count: int) -> str:
    """Say how many rows of a table."""
    return say("1 row") if count == 1 else say("{count} rows", count=count)


def count_documents(count: int) -> str:
    """Say how many documents."""
    return say("1 document") if count == 1 else say("{count} documents", count=count)
