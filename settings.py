"""What the operator decides, read once from the environment."""

from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


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
        Key for the 天地图 basemap (``PARKATLAS_TIANDITU_KEY``). Tiles are fetched
        by this service, so the key never reaches a browser, a file or a log.
    assets
        Folder of the installed browser libraries (``PARKATLAS_ASSETS``).
    map_approval
        审图号 shown on the map (``PARKATLAS_MAP_APPROVAL``).
    """

    model_config = SettingsConfigDict(env_prefix="PARKATLAS_", frozen=True)

    table: Path | None = None
    tianditu_key: SecretStr | None = None
    assets: Path = Field(default=Path(__file__).parent / "node_modules")
    map_approval: str = ""

    @field_validator("tianditu_key", "map_approval", mode="before")
    @classmethod
    def _require_printable(cls, value: object) -> object:
        # What holds bytes that are no text would fail later, far from its cause.
        if isinstance(value, str) and not value.isprintable():
            raise ValueError("must be one line of printable text in UTF-8")
        return value

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
            raise SettingsError(f"{name}: {first['msg']}") from error
