"""Says the sentences of a brief in its language."""

from parks.language import Language, translate


def say(text: str, language: Language, **facts: object) -> str:
    """Say an English sentence of the code, its gaps filled, whole numbers grouped."""
    grouped = {
        name: f"{fact:,}"
        if isinstance(fact, int) and name in {"count", "most"}
        else fact
        for name, fact in facts.items()
    }
    return translate(text, language).format(**grouped)
