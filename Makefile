# Two commands are enough: `make generate` and `make test`. Each target is one command.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
# The server of the end-to-end tests has an environment of its own: see its requirements.txt.
LOOPBACK := .venv-loopback
LOOPBACK_READY := $(LOOPBACK)/ready
LOOPBACK_NEEDS := tests/e2e/loopback/requirements.txt
SPECS := $(sort $(dir $(wildcard specs/*/openapi.yaml)))
NAMES := $(notdir $(SPECS:/=))

.PHONY: help install generate check test lint snapshots bench fuzz changelog clean

help:
	@echo "make generate   the SDK of every document in specs/, into generated/"
	@echo "make test       all tests"
	@echo "make check      nothing in generated/ would change"
	@echo "make lint       types, layout, the rules of the house"
	@echo "make snapshots  record tests/snapshot anew"
	@echo "make bench      speed, beside other generators where they are installed"
	@echo "make fuzz       thousands of invented documents, whole and broken"
	@echo "make changelog  move what lies in changes/ into CHANGELOG.md"
	@echo "make clean      remove the environments and caches"

install: $(READY)

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "Python 3.10 or newer is needed: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(READY)

$(LOOPBACK_READY): $(LOOPBACK_NEEDS)
	test -x $(LOOPBACK)/bin/python || $(PYTHON) -m venv $(LOOPBACK)
	$(LOOPBACK)/bin/python -m pip install --quiet --disable-pip-version-check -r $(LOOPBACK_NEEDS)
	touch $(LOOPBACK_READY)

# Make what specs/ describes, each document with the settings beside it.
generate: $(READY)
	@set -e; for name in $(NAMES); do \
		echo "generated/$$name"; \
		$(BIN)/sdkloom generate specs/$$name/openapi.yaml --out generated/$$name; \
	done

# Nothing in generated/ would change.
check: $(READY)
	@set -e; for name in $(NAMES); do \
		echo "generated/$$name"; \
		$(BIN)/sdkloom check specs/$$name/openapi.yaml --out generated/$$name; \
	done

test: $(READY) $(LOOPBACK_READY)
	$(BIN)/python -m pytest -q

lint: $(READY)
	$(BIN)/python -m mypy --strict generator templates tools
	$(BIN)/python -m black --check --quiet generator templates tests tools
	$(BIN)/python -m black --check --quiet --extend-exclude '^$$' generated
	$(BIN)/python -m pytest -q tests/unit/test_architecture.py

# Record anew what tests/snapshot expects; read the difference like any other code.
snapshots: $(READY)
	$(BIN)/python -m pytest -q tests/snapshot --record

bench: $(READY)
	$(BIN)/python bench/generate.py
	$(BIN)/python bench/run.py

fuzz: $(READY) $(LOOPBACK_READY)
	$(BIN)/python -m pytest -q tests/fuzz --hypothesis-profile=large

# Before a release: then call the section by its version and date.
changelog: $(READY)
	$(BIN)/python tools/changelog.py

clean:
	rm -rf $(VENV) $(LOOPBACK) .mypy_cache .pytest_cache .hypothesis dist
	find generator templates tests generated -name __pycache__ -type d -prune -exec rm -rf {} +
