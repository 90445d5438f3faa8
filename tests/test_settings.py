"""What the operator can set, and what is said of a value that cannot be used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from geodata.datums import Datum
from layers import BASEMAPS
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


def test_all_basemaps_are_offered_if_nothing_is_said(monkeypatch):
    assert Settings.read().offer_basemaps().names == BASEMAPS
    monkeypatch.setenv("PARKATLAS_BASEMAPS", " , ")
    assert Settings.read().offer_basemaps().names == BASEMAPS


def test_basemaps_are_named_in_their_order_or_none(monkeypatch):
    monkeypatch.setenv("PARKATLAS_BASEMAPS", "OSM，pmtiles, osm")
    assert Settings.read().basemaps == ("osm", "pmtiles")
    monkeypatch.setenv("PARKATLAS_BASEMAPS", "none")
    assert Settings.read().basemaps == ()


def test_an_unknown_basemap_is_said_in_one_sentence(monkeypatch):
    monkeypatch.setenv("PARKATLAS_BASEMAPS", "osm,google")
    with pytest.raises(SettingsError) as caught:
        Settings.read()
    assert str(caught.value) == (
        "PARKATLAS_BASEMAPS: unknown basemap 'google': "
        "use some of pmtiles, tianditu, amap, osm, or none alone"
    )


def test_the_operators_own_basemap_is_offered_with_what_is_said_of_it(monkeypatch):
    monkeypatch.setenv("PARKATLAS_PMTILES", "/maps/city.pmtiles")
    monkeypatch.setenv("PARKATLAS_PMTILES_ATTRIBUTION", "© 测绘院")
    monkeypatch.setenv("PARKATLAS_PMTILES_DATUM", "gcj02")
    monkeypatch.setenv("PARKATLAS_TIANDITU_KEY", "very-secret")
    offer = Settings.read().offer_basemaps()
    assert offer.archive == Path("/maps/city.pmtiles")
    assert offer.archive_attribution == "© 测绘院"
    assert offer.archive_datum is Datum.GCJ02
    assert offer.tianditu_key == "very-secret"
    assert "very-secret" not in repr(offer)
    monkeypatch.setenv("PARKATLAS_PMTILES", "")
    assert Settings.read().offer_basemaps().archive is None


@pytest.mark.parametrize(
    ("datum", "said"), [("BD-09", "cannot be drawn"), ("mars", "unknown datum 'mars'")]
)
def test_a_datum_that_no_tiles_are_in_is_said(monkeypatch, datum, said):
    monkeypatch.setenv("PARKATLAS_PMTILES_DATUM", datum)
    with pytest.raises(SettingsError, match=f"PARKATLAS_PMTILES_DATUM: .*{said}"):
        Settings.read()


@pytest.mark.parametrize(
    "address", ["http://", "http://a..b", "http://u:hush@h:99999", "http://[::1"]
)
def test_nominatims_address_must_name_a_host(monkeypatch, address):
    monkeypatch.setenv("PARKATLAS_NOMINATIM_URL", address)
    with pytest.raises(SettingsError, match="NOMINATIM_URL: must name a host") as error:
        Settings.read()
    assert "hush" not in str(error.value)


@pytest.mark.parametrize("name", ["table", "cache", "assets", "pmtiles"])
def test_a_blank_path_is_not_the_folder_it_runs_in(monkeypatch, name):
    usual = getattr(Settings.read(), name)
    monkeypatch.setenv(f"PARKATLAS_{name.upper()}", "")
    assert getattr(Settings.read(), name) == usual


@pytest.mark.parametrize("nothing", [None, "", " , "])
def test_the_app_alone_frames_its_pages_if_nothing_is_said(monkeypatch, nothing):
    if nothing is not None:
        monkeypatch.setenv("PARKATLAS_FRAME_ANCESTORS", nothing)
    assert Settings.read().frame_ancestors == ("'self'",)


@pytest.mark.parametrize(
    ("given", "sources"),
    [
        ("self", ("'self'",)),
        (" None ", ("'none'",)),
        ("https://portal.example.org", ("'self'", "https://portal.example.org")),
        (
            "self，HTTP://10.0.0.7:8080/, https://*.sz.gov.cn,self",
            ("'self'", "http://10.0.0.7:8080", "https://*.sz.gov.cn"),
        ),
        ("https://portal.中国", ("'self'", "https://portal.xn--fiqs8s")),
        ("http://localhost:1", ("'self'", "http://localhost:1")),
    ],
)
def test_who_may_frame_the_pages_is_named(monkeypatch, given, sources):
    monkeypatch.setenv("PARKATLAS_FRAME_ANCESTORS", given)
    assert Settings.read().frame_ancestors == sources


@pytest.mark.parametrize(
    "given",
    [
        *("*", "https:", "portal.example.org", "https://", "https://*", "data:"),
        *("https://a.org/path", "https://a.org?x", "https://u:p@a.org", "ftp://a.org"),
        *("https://a.org; script-src *", "https://a.org 'unsafe-inline'", "'none'"),
        *(
            "https://a.org:0",
            "https://a.org:65536",
            "https://a..org",
            "https://a.*.org",
        ),
        *("https://[::1]", "https://园区。。中国", f"https://{'园' * 70}.org"),
    ],
)
def test_who_is_no_origin_is_said_in_one_sentence(monkeypatch, given):
    monkeypatch.setenv("PARKATLAS_FRAME_ANCESTORS", f"self,{given}")
    with pytest.raises(SettingsError) as caught:
        Settings.read()
    assert str(caught.value) == (
        f"PARKATLAS_FRAME_ANCESTORS: {given!r} is no origin: use none, self, or "
        "origins such as https://portal.example.org with commas between them"
    )


def test_nobody_and_somebody_is_refused(monkeypatch):
    monkeypatch.setenv("PARKATLAS_FRAME_ANCESTORS", "none,https://a.example.org")
    with pytest.raises(SettingsError, match="FRAME_ANCESTORS: none stands alone"):
        Settings.read()
