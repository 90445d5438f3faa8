"""Browser contexts that stories use one after another.

A context of its own for each story fetches and compiles the app's scripts each time,
which is nine tenths of what opening a page costs. So a context stays, and what its
visitor would leave behind is taken away after each story.
"""

from urllib.parse import urlsplit

PATIENCE = 60_000
"""Milliseconds that anything may take before it counts as not coming at all."""
# The visitor at the desk wants little motion, the one with the phone has not said so:
# the map jumps there and flies here.
DESK = {
    "viewport": {"width": 1440, "height": 900},
    "reduced_motion": "reduce",
    "locale": "zh-CN",
    "timezone_id": "Asia/Shanghai",
    "accept_downloads": True,
}
PHONE = {
    **DESK,
    "reduced_motion": "no-preference",
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}


class Contexts:
    """One context for each set of arguments, kept as long as its browser."""

    def __init__(self, browser):
        self.browser = browser
        self.kept = {}

    def give(self, **arguments):
        """Give the context of these arguments; nobody has used it since `clear`."""
        key = repr(sorted(arguments.items()))
        if key not in self.kept:
            self.kept[key] = self.browser.new_context(**arguments)
            self.kept[key].set_default_timeout(PATIENCE)
        return self.kept[key]

    def clear(self, context):
        """Close the pages and forget what they and their visitor left."""
        for page in context.pages:
            address = urlsplit(page.url)
            if address.scheme == "http":
                session = context.new_cdp_session(page)
                session.send(
                    "Storage.clearDataForOrigin",
                    {
                        "origin": f"{address.scheme}://{address.netloc}",
                        "storageTypes": "local_storage,indexeddb,cache_storage",
                    },
                )
            page.close()
        context.clear_cookies()
        context.clear_permissions()
