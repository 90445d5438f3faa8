"""Our provider for pygeoapi: the features of an edition in memory."""

from typing import Any

import orjson
from pygeoapi.provider.base import BaseProvider, ProviderItemNotFoundError

from service.ogc.features import LayerFeatures
from service.ogc.questions import Question

PROVIDER = "service.ogc.provider.FrameProvider"
"""By which pygeoapi finds it."""


class FrameProvider(BaseProvider):  # type: ignore[misc]
    """
    Answers pygeoapi from what was read of a request.

    Parameters
    ----------
    provider_def
        pygeoapi's definition of a provider; ``data`` is a `LayerFeatures` or, where
        items are asked for, a `Question`.
    """

    def __init__(self, provider_def: dict[str, Any]) -> None:
        super().__init__(provider_def)
        self._question = self.data if isinstance(self.data, Question) else None
        features: LayerFeatures = (
            self._question.features if self._question else self.data
        )
        self._features = features
        self._fields = self.get_fields()

    def get_fields(self) -> dict[str, dict[str, object]]:
        """Describe the properties."""
        return self._features.describe_columns()

    def query(self, **_: object) -> dict[str, object]:
        """
        Count what is asked for.

        The features themselves are left out: they are written already, and pygeoapi
        would write them again. Whoever answers puts `Question.page` in.
        """
        question = self._question
        if question is None:
            raise TypeError("a collection without a question has no items")
        return {
            "type": "FeatureCollection",
            "numberMatched": len(question.matched),
            "numberReturned": len(question.page),
            "features": [],
        }

    def get(self, identifier: str, **_: object) -> dict[str, object]:
        """Give a feature by its id."""
        at = self._features.positions.get(identifier)
        if at is None:
            raise ProviderItemNotFoundError
        feature: dict[str, object] = orjson.loads(self._features.written[at])
        return feature
