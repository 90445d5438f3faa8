"""What the operator decides, read once from the environment."""

from datetime import date
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from geodata.datums import Datum, parse_datum
from geodata.geocoders import GEOCODERS, Access, require_known
from layers import BASEMAPS, BasemapOffer
from layers.ancestors import parse_ancestors
from parks.exports import LAYERS, Terms, read_reference
from parks.exports.terms import MOST_DECIMALS


class SettingsError(ValueError):
    """A setting has a value that cannot be used."""


class Settings(BaseSettings):
    """
    The operator's settings; each is an environment variable ``PARKATLAS_…``.

    Attributes
    ----------
    table
        A table served instead of the embedded one (``PARKATLAS_TABLE``).
    tianditu_key
        Key for the 天地图 basemap and geocoder (``PARKATLAS_TIANDITU_KEY``). Tiles are
        fetched by this service, so the key never reaches a browser, a file or a log.
    assets
        Folder of the installed browser libraries (``PARKATLAS_ASSETS``).
    map_approval
        审图号 shown on the map (``PARKATLAS_MAP_APPROVAL``).
    geocoders
        Which geocoders are asked, in order (``PARKATLAS_GEOCODERS``, names with
        commas between them); the embedded gazetteer alone if nothing is said.
    amap_key, baidu_key, tencent_key
        Keys for these geocoders (``PARKATLAS_AMAP_KEY`` …); asked by this service.
    nominatim_url
        Where Nominatim answers (``PARKATLAS_NOMINATIM_URL``).
    cache
        Folder in which the geocoders' answers are kept (``PARKATLAS_CACHE``).
    basemaps
        Which basemaps can be chosen, in order (``PARKATLAS_BASEMAPS``, names with
        commas between them, or ``none``); all that can work if nothing is said.
    pmtiles
        A basemap of the operator's in one file (``PARKATLAS_PMTILES``).
    pmtiles_attribution
        Whom it is owed to (``PARKATLAS_PMTILES_ATTRIBUTION``); what the file says
        itself if nothing is said.
    pmtiles_datum
        The datum its tiles are drawn in (``PARKATLAS_PMTILES_DATUM``).
    download_layers
        Which layers the public may download (``PARKATLAS_DOWNLOAD_LAYERS``, names
        with commas between them); all if nothing is said.
    download_references
        In which reference systems (``PARKATLAS_DOWNLOAD_REFERENCES``, such as
        ``GCJ-02, EPSG:4547``), the first one unless asked otherwise; any if nothing
        is said.
    download_decimals
        To how many decimals of a degree downloads are rounded
        (``PARKATLAS_DOWNLOAD_DECIMALS``, 1 to 6).
    attribution, licence, contact
        Said in every download (``PARKATLAS_ATTRIBUTION`` …).
    data_date
        The day that the table is of (``PARKATLAS_DATA_DATE``, as 2021-08-25).
    frame_ancestors
        Which sites may show the app in a frame (``PARKATLAS_FRAME_ANCESTORS``):
        ``none``, ``self`` or origins with commas between them; the app's own if
        nothing is said.
    """

    # A blank line of a service's file of settings means none, not the folder we run in.
    model_config = SettingsConfigDict(
        env_prefix="PARKATLAS_", env_ignore_empty=True, frozen=True
    )

    table: Path | None = None
    tianditu_key: SecretStr | None = None
    assets: Path = Field(default=Path(__file__).parent / "node_modules")
    map_approval: str = ""
    geocoders: Annotated[tuple[str, ...], NoDecode] = GEOCODERS[:1]
    amap_key: SecretStr | None = None
    baidu_key: SecretStr | None = None
    tencent_key: SecretStr | None = None
    nominatim_url: str = Field(default=Access().nominatim_url, repr=False)
    cache: Path = Field(default=Path.home() / ".cache" / "parkatlas")
    basemaps: Annotated[tuple[str, ...], NoDecode] = BASEMAPS
    pmtiles: Path | None = None
    pmtiles_attribution: str = ""
    pmtiles_datum: Datum = Datum.WGS84
    download_layers: Annotated[tuple[str, ...], NoDecode] = LAYERS
    download_references: Annotated[tuple[str, ...], NoDecode] = ()
    download_decimals: int | None = Field(default=None, ge=1, le=MOST_DECIMALS)
    attribution: str = ""
    licence: str = ""
    contact: str = ""
    data_date: date | None = None
    frame_ancestors: Annotated[tuple[str, ...], NoDecode] = parse_ancestors(())

    @field_validator(
        *("tianditu_key", "amap_key", "baidu_key", "tencent_key"),
        *("map_approval", "geocoders", "nominatim_url", "basemaps"),
        *("download_layers", "download_references", "download_decimals"),
        *("attribution", "licence", "contact", "data_date"),
        *("pmtiles_attribution", "pmtiles_datum", "frame_ancestors"),
        mode="before",
    )
    @classmethod
    def _require_printable(cls, value: object) -> object:
        # What holds bytes that are no text would fail later, far from its cause.
        if isinstance(value, str) and not value.isprintable():
            raise ValueError("must be one line of printable text in UTF-8")
        return value

    @field_validator("geocoders", mode="before")
    @classmethod
    def _split_names(cls, value: object) -> object:
        return (_split(value) or GEOCODERS[:1]) if isinstance(value, str) else value

    @field_validator("basemaps", mode="before")
    @classmethod
    def _split_basemaps(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        names = _split(value) or BASEMAPS
        return () if names == ("none",) else names

    @field_validator("basemaps")
    @classmethod
    def _require_basemaps(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        _require_among(value, "basemap", BASEMAPS, ", or none alone")
        return value

    @field_validator("download_layers", mode="before")
    @classmethod
    def _split_layers(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        names = _split(value) or LAYERS
        _require_among(names, "layer", LAYERS)
        return names

    @field_validator("download_references", mode="before")
    @classmethod
    def _split_references(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(dict.fromkeys(read_reference(name) for name in _split(value)))

    @field_validator("pmtiles", mode="before")
    @classmethod
    def _take_blank_as_unset(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @field_validator("pmtiles_datum", mode="before")
    @classmethod
    def _require_datum(cls, value: object) -> object:
        datum = parse_datum(value) if isinstance(value, str) else value
        # Baidu cuts its tiles otherwise too.
        if datum is Datum.BD09:
            raise ValueError("BD-09 tiles cannot be drawn: use WGS-84 or GCJ-02")
        return datum

    @field_validator("frame_ancestors", mode="before")
    @classmethod
    def _read_ancestors(cls, value: object) -> object:
        return parse_ancestors(_split(value)) if isinstance(value, str) else value

    @field_validator("geocoders")
    @classmethod
    def _require_known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        require_known(value)
        return value

    @field_validator("nominatim_url")
    @classmethod
    def _require_address(cls, value: str) -> str:
        if not value.startswith(("https://", "http://")):
            raise ValueError("must be an address that begins with https:// or http://")
        if not _names_host(value):
            raise ValueError("must name a host, and a port only from 1 to 65535")
        return value

    def give_access(self) -> Access:
        """Gather what the geocoders need: their keys, where there are any."""
        keys = {
            "amap": self.amap_key,
            "baidu": self.baidu_key,
            "tencent": self.tencent_key,
            "tianditu": self.tianditu_key,
        }
        given = {name: key.get_secret_value() for name, key in keys.items() if key}
        return Access(given, self.nominatim_url)

    def offer_basemaps(self) -> BasemapOffer:
        """Gather what can be chosen under the parks, and what it takes."""
        key = self.tianditu_key
        return BasemapOffer(
            self.basemaps,
            key.get_secret_value() if key else "",
            self.pmtiles,
            self.pmtiles_attribution,
            self.pmtiles_datum,
        )

    def state_terms(self) -> Terms:
        """Gather what the public may download, and what is said with it."""
        return Terms(
            self.download_layers,
            self.download_references,
            self.download_decimals,
            self.attribution,
            self.licence,
            self.contact,
            self.map_approval,
            self.data_date,
        )

    @classmethod
    def read(cls) -> Self:
        """
        Read the settings from the environment.

        Raises
        ------
        SettingsError
            If a variable cannot be used; the message names it.
        """
        try:
            return cls()
        except ValidationError as error:
            first = error.errors()[0]
            name = "PARKATLAS_" + "_".join(str(part) for part in first["loc"]).upper()
            # Not `from error`: pydantic's repeats the value, which may be a key.
            reason = first["msg"].removeprefix("Value error, ")
            raise SettingsError(f"{name}: {reason}") from None


def _names_host(address: str) -> bool:
    """Say whether an address names a host that a network can look for."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna")
        return bool(host) and parts.port != 0
    except ValueError:
        return False


def _require_among(
    names: tuple[str, ...], kind: str, known: tuple[str, ...], further: str = ""
) -> None:
    """Refuse the first name that is none of the known ones."""
    for name in names:
        if name not in known:
            listed = ", ".join(known)
            raise ValueError(f"unknown {kind} {name!r}: use some of {listed}{further}")


def _split(text: str) -> tuple[str, ...]:
    """Split names at commas, Chinese ones too; each is kept once."""
    names = (name.strip().lower() for name in text.replace("，", ",").split(","))
    return tuple(dict.fromkeys(filter(None, names)))
