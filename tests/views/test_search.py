"""What the search box is told by the page, read without a browser."""

import json
import re

import pytest

from parks.catalogue import open_edition


def told(app):
    """Give what the page tells the search box."""
    parts = (element.proto for element in app.get("bidi_component"))
    return next(
        json.loads(part.json)
        for part in parts
        if part.component_name == "parkatlas_search"
    )


def test_the_box_searches_the_table_on_the_page(open_app):
    app = open_app({"q": ["szwkjsty"]})
    said = told(app)
    assert said["edition"] == open_edition().key
    assert (said["language"], said["query"]) == ("zh", "szwkjsty")


def test_a_selected_park_that_the_filter_leaves_out_is_named(open_app):
    park = {"park": ["she-kou-wang-gu"]}
    assert told(open_app(park))["notice"] == ""
    assert told(open_app({**park, "district": ["nanshan"]}))["notice"] == ""
    hidden = open_app({**park, "district": ["luohu"]})
    assert told(hidden)["notice"].startswith("蛇口网谷 不在筛选结果中")
    english = open_app({**park, "district": ["luohu"], "lang": ["en"]})
    assert told(english)["notice"].startswith("The filter leaves 蛇口网谷 out")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_word_of_the_box_is_in_the_language_of_the_page(open_app, language):
    words = told(open_app({"lang": [language]}))["words"]
    # The hint names a park, which is Chinese in any language.
    del words["hint"]
    said = [*words.pop("counts"), *words.pop("found"), *words.pop("kinds").values()]
    said += words.values()
    chinese = [bool(re.search(r"[一-鿿]", each)) for each in said]
    assert all(chinese) if language == "zh" else not any(chinese)
