"""Nodes of JSON-LD, of which the metadata of a download consists."""

from collections.abc import Callable

from parks.language import Language

Node = dict[str, object]


def say_twice(say: Callable[[Language], str]) -> list[Node]:
    """Say a text in both languages, each marked as what it is."""
    return [{"@language": each.value, "@value": say(each)} for each in Language]


def label_node(kind: str, text: str, name: str = "rdfs:label") -> Node:
    """Give a node of a kind that is known by its text alone."""
    return {"@type": kind, name: text}
