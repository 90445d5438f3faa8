"""What the operator can set, and what is said of a value that cannot be used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from settings import Settings, SettingsError

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch):
    for name in list(os.environ):
        if name.startswith("PARKATLAS_"):
            monkeypatch.delenv(name)


def test_nothing_need_be_set():
    settings = Settings.read()
    assert settings.table is None
    assert settings.tianditu_key is None
    assert settings.map_approval == ""
    assert settings.assets == ROOT / "node_modules"


def test_each_is_an_environment_variable(monkeypatch):
    monkeypatch.setenv("PARKATLAS_TABLE", "/tables/mine.csv")
    monkeypatch.setenv("PARKATLAS_MAP_APPROVAL", "粤S(2026)001号")
    settings = Settings.read()
    assert settings.table == Path("/tables/mine.csv")
    assert settings.map_approval == "粤S(2026)001号"


def test_the_key_is_never_printed(monkeypatch):
    monkeypatch.setenv("PARKATLAS_TIANDITU_KEY", "very-secret")
    settings = Settings.read()
    assert "very-secret" not in repr(settings)
    assert settings.tianditu_key.get_secret_value() == "very-secret"


def test_the_embedded_gazetteer_alone_is_asked_if_nothing_is_said(monkeypatch):
    assert Settings.read().geocoders == ("gazetteer",)
    monkeypatch.setenv("PARKATLAS_GEOCODERS", " ")
    assert Settings.read().geocoders == ("gazetteer",)


def test_geocoders_are_named_in_their_order(monkeypatch):
    monkeypatch.setenv("PARKATLAS_GEOCODERS", "tianditu, AMap，gazetteer,amap")
    assert Settings.read().geocoders == ("tianditu", "amap", "gazetteer")


def test_an_unknown_geocoder_is_said_in_one_sentence(monkeypatch):
    monkeypatch.setenv("PARKATLAS_GEOCODERS", "amap,gaode")
    with pytest.raises(SettingsError) as caught:
        Settings.read()
    assert str(caught.value) == (
        "PARKATLAS_GEOCODERS: unknown geocoder 'gaode': "
        "use one of gazetteer, amap, baidu, tencent, tianditu, nominatim"
    )


def test_geocoders_get_their_keys_and_nobody_else(monkeypatch):
    for name in ("AMAP", "BAIDU", "TENCENT", "TIANDITU"):
        monkeypatch.setenv(f"PARKATLAS_{name}_KEY", f"secret-of-{name.lower()}")
    monkeypatch.setenv("PARKATLAS_NOMINATIM_URL", "http://user:secret-of-all@maps")
    settings = Settings.read()
    access = settings.give_access()
    names = ("amap", "baidu", "tencent", "tianditu")
    assert access.keys == {name: f"secret-of-{name}" for name in names}
    assert access.nominatim_url == "http://user:secret-of-all@maps"
    assert "secret" not in repr(settings) + repr(access)


def test_a_key_not_given_is_not_passed_on(monkeypatch):
    monkeypatch.setenv("PARKATLAS_AMAP_KEY", "")
    assert Settings.read().give_access().keys == {}


def test_nominatims_address_must_be_one(monkeypatch):
    monkeypatch.setenv("PARKATLAS_NOMINATIM_URL", "file:///etc/passwd")
    with pytest.raises(SettingsError, match=r"PARKATLAS_NOMINATIM_URL: .*https://"):
        Settings.read()


def test_settings_do_not_change():
    with pytest.raises(ValueError, match="frozen"):
        Settings.read().map_approval = "other"


@pytest.mark.parametrize("name", ["TIANDITU_KEY", "AMAP_KEY", "MAP_APPROVAL"])
def test_bytes_that_are_no_text_are_named(monkeypatch, name):
    monkeypatch.setenv(f"PARKATLAS_{name}", "\udcff")
    with pytest.raises(SettingsError, match=f"PARKATLAS_{name}"):
        Settings.read()


def test_the_app_refuses_to_start_with_one_line():
    done = subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=ROOT,
        env={**os.environ, "PARKATLAS_MAP_APPROVAL": "\udcff"},
        capture_output=True,
        check=False,
    )
    last = done.stderr.decode().splitlines()[-1]
    assert done.returncode == 1
    assert last.startswith("error: PARKATLAS_MAP_APPROVAL")
