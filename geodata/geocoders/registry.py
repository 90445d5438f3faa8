"""
The geocoders there are; adding one is a module and a line here.

Keys come in as values from whoever reads the settings; nothing here reads them.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from geodata.districts import read_districts
from geodata.gazetteer import read_gazetteer
from geodata.geocoders.amap import Amap
from geodata.geocoders.answers import Answer, Geocoder, Question
from geodata.geocoders.baidu import Baidu
from geodata.geocoders.boundaries import Boundaries
from geodata.geocoders.cache import Cache
from geodata.geocoders.chain import Chain
from geodata.geocoders.client import Client
from geodata.geocoders.embedded import EmbeddedGazetteer
from geodata.geocoders.errors import MissingKeyError, UnknownGeocoderError
from geodata.geocoders.nominatim import PUBLIC_HOST, Nominatim
from geodata.geocoders.remote import RemoteGeocoder
from geodata.geocoders.services import Service
from geodata.geocoders.tencent import Tencent
from geodata.geocoders.tianditu import Tianditu
from geodata.misplacements import read_misplacements


@dataclass(frozen=True, slots=True)
class Keyed:
    """A service that needs a key: what makes it, and the setting of its key."""

    make: Callable[[str], Service]
    title: str
    setting: str


KEYED: Final[Mapping[str, Keyed]] = {
    "amap": Keyed(Amap, Amap.title, "PARKATLAS_AMAP_KEY"),
    "baidu": Keyed(Baidu, Baidu.title, "PARKATLAS_BAIDU_KEY"),
    "tencent": Keyed(Tencent, Tencent.title, "PARKATLAS_TENCENT_KEY"),
    "tianditu": Keyed(Tianditu, Tianditu.title, "PARKATLAS_TIANDITU_KEY"),
}
GEOCODERS: Final = (EmbeddedGazetteer.name, *KEYED, Nominatim.name)
"""The names that settings may give, each at its place in the order to ask."""
TITLES: Final[Mapping[str, str]] = {
    EmbeddedGazetteer.name: EmbeddedGazetteer.title,
    **{name: keyed.title for name, keyed in KEYED.items()},
    Nominatim.name: Nominatim.title,
}
"""What people call each."""


@dataclass(frozen=True, slots=True)
class Access:
    """
    What the operator gives the services.

    Attributes
    ----------
    keys
        Keys by geocoder's name; one that is missing or empty leaves it out.
    nominatim_url
        Where Nominatim answers.
    """

    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    nominatim_url: str = field(default=PUBLIC_HOST, repr=False)


@dataclass(frozen=True, slots=True)
class KeylessGeocoder:
    """A service without its key: says so, and is never asked."""

    name: str
    title: str
    setting: str

    def find(self, question: Question) -> tuple[Answer, ...]:
        """
        Say that there is no key.

        Raises
        ------
        MissingKeyError
            Always.
        """
        del question
        raise MissingKeyError(geocoder=self.title, setting=self.setting)


def require_known(names: Sequence[str]) -> None:
    """
    Refuse names that are not in the registry.

    Raises
    ------
    UnknownGeocoderError
        For the first unknown name.
    """
    for name in names:
        if name not in GEOCODERS:
            raise UnknownGeocoderError(name=name, known=", ".join(GEOCODERS))


def open_chain(
    names: Sequence[str], access: Access, cache_folder: Path | None
) -> Chain:
    """
    Make ready to place names; close what is given when done.

    Parameters
    ----------
    names
        Which geocoders to ask, in order; of `GEOCODERS`.
    access
        Keys and addresses.
    cache_folder
        Where answers are kept; None keeps them in memory.

    Raises
    ------
    UnknownGeocoderError
        If a name is not in the registry.
    DataFileError
        If a data file of ours is missing or damaged.
    """
    require_known(names)
    boundaries = Boundaries(read_districts(), read_misplacements())
    with ExitStack() as opened:
        cache = Cache(cache_folder)
        opened.callback(cache.close)
        geocoders = [_open(name, access, cache, opened) for name in names]
        return Chain(geocoders, boundaries, close=opened.pop_all().close)


def _open(name: str, access: Access, cache: Cache, opened: ExitStack) -> Geocoder:
    if name == EmbeddedGazetteer.name:
        return EmbeddedGazetteer(read_gazetteer())
    if name == Nominatim.name:
        service: Service = Nominatim(access.nominatim_url)
    else:
        keyed, key = KEYED[name], access.keys.get(name, "").strip()
        if not key:
            return KeylessGeocoder(name, keyed.title, keyed.setting)
        service = keyed.make(key)
    client = Client(service.title, interval_seconds=service.interval_seconds)
    opened.callback(client.close)
    return RemoteGeocoder(service, client, cache)
