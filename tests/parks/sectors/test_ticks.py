"""Of a list to tick only what is ticked is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parks.sectors import tag
from parks.sectors.ticks import blank_unticked


@pytest.mark.parametrize(
    ("direction", "sectors"),
    [
        ("☑人工智能 ☐生物医药", ["ai"]),
        ("□人工智能 ■生物医药 □新材料", ["biomedicine"]),
        ("（√）人工智能（ ）生物医药（　）新材料", ["ai"]),
        ("☐人工智能\n☑生物医药\n☐新材料", ["biomedicine"]),
        ("□人工智能 □生物医药", ["ai", "biomedicine"]),
        ("人工智能（重点）、生物医药", ["ai", "biomedicine"]),
    ],
)
def test_what_is_unticked_is_not_named(direction, sectors):
    assert [found.id for found in tag(direction)] == sectors


@given(st.text("☑☐□■√()（） \n软件、", max_size=60))
def test_the_length_stays(text):
    assert len(blank_unticked(text)) == len(text)
