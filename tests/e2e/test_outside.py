"""The browser of the stories reaches the app's host and no other."""

import pytest
from playwright.sync_api import Error


@pytest.mark.parametrize(
    "host", ["tile.example.org", "localhost", "192.0.2.1", "[::1]"]
)
def test_no_other_host_answers_the_browser(page, heard, host):
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(f"http://{host}:8080/")
    assert heard["outside"] == [f"http://{host}:8080/"]
