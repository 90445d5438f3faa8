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


def test_settings_do_not_change():
    with pytest.raises(ValueError, match="frozen"):
        Settings.read().map_approval = "other"


@pytest.mark.parametrize("name", ["TIANDITU_KEY", "MAP_APPROVAL"])
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
