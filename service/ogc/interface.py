"""
pygeoapi as this service uses it: an interface for each request, and what it reads.

pygeoapi's own start reads files named by the environment, sets up logging for the
whole process and keeps one configuration in a module; its pages remember the host they
were first drawn for. Ours does none of that, so that several tables and hosts are
served side by side, and `service.ogc.pages` draws the pages.
"""

from collections.abc import Mapping
from typing import Any, Final

from babel import Locale
from pygeoapi.api import API, APIRequest
from pygeoapi.util import get_api_rules

from parks.language import Language
from service.ogc.options import Options


class Interface(API):  # type: ignore[misc]
    """
    pygeoapi's interface of one request.

    Parameters
    ----------
    config
        As pygeoapi's configuration files have it; `service.ogc.configuration` writes
        it.
    """

    def __init__(self, config: dict[str, Any]) -> None:
        self.config = self.tpl_config = config
        self.openapi: dict[str, object] = {}
        self.base_url = config["server"]["url"]
        self.api_headers = get_api_rules(config).response_headers
        self.locales = [Locale(name) for name in config["server"]["languages"]]
        self.default_locale = self.locales[0]
        self.pretty_print = False


class InterfaceRequest(APIRequest):  # type: ignore[misc]
    """
    A request as pygeoapi is to see it: always for JSON, with no headers to trip over.

    Parameters
    ----------
    parameters
        What it may read, and what stands in links.
    language
        Of titles.
    """

    def __init__(self, parameters: "Parameters", language: Language) -> None:
        self._args = parameters
        self._data = b""
        self._path_info = ""
        self._raw_locale = language.value
        self._locale = Locale(language.value)
        self._format = None
        self._headers: dict[str, str] = {}


class Parameters:
    """
    The parameters of a request.

    pygeoapi reads few of them, as it reads them loosely and takes one value of each;
    yet all of them belong in its links.

    Parameters
    ----------
    options
        All of them.
    read
        Those that pygeoapi is to read, checked.
    """

    def __init__(self, options: Options, read: Mapping[str, str]) -> None:
        self._pairs: Final = [
            (name, value) for name, values in options.items() for value in values
        ]
        self._read: Final = read

    def __bool__(self) -> bool:
        """Say whether there are any."""
        return bool(self._pairs)

    def get(self, name: str, default: str | None = None) -> str | None:
        """Give one that pygeoapi is to read."""
        return self._read.get(name, default)

    def items(self) -> list[tuple[str, str]]:
        """Give all of them, in their order."""
        return self._pairs
