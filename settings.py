"""What the operator decides, read once from the environment."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from geodata.geocoders import GEOCODERS, Access, require_known


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
    """

    model_config = SettingsConfigDict(env_prefix="PARKATLAS_", frozen=True)

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

    @field_validator(
        *("tianditu_key", "amap_key", "baidu_key", "tencent_key"),
        *("map_approval", "geocoders", "nominatim_url"),
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
        if not isinstance(value, str):
            return value
        names = [name.strip().lower() for name in value.replace("，", ",").split(",")]
        return tuple(dict.fromkeys(filter(None, names))) or GEOCODERS[:1]

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
