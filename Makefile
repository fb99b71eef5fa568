# make run     set up, then open the editor (without a display: the same job offscreen)
# make test    set up, then every check and every test
# make check   style, types and the import rule
# make bench   the figures, against their limits
# make torch   look again which build of torch fits this machine
# make docs    write the pages that are made from the code
# make i18n    bring the catalogues up to date, and say what is not translated
# make screenshots  draw the pictures of the README
# make desktop  put the editor into the menu of the desktop
# make lock    resolve pyproject.toml anew into requirements/*.lock
# make clean   remove caches and build outputs (.venv stays: delete it to have it made anew)

PYTHON ?= python3
export PYTHON

BIN := .venv/bin
SETUP := $(filter-out scripts/lock.sh,$(wildcard scripts/*.sh)) pyproject.toml requirements/torch.txt

.PHONY: run test check bench torch docs i18n desktop lock screenshots clean

run: .venv/run.stamp
ifeq ($(DISPLAY)$(WAYLAND_DISPLAY),)
	$(BIN)/python -m writer_app.demo --out build/demo.png
else
	$(BIN)/writer-app
endif

test: check
	$(BIN)/python -m pytest

check: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: .venv/run.stamp
	$(BIN)/writer-app bench

torch: .venv/run.stamp
	scripts/install_torch.sh

docs: .venv/run.stamp
	$(BIN)/python -m writer_app.settings.reference > docs/settings.md

i18n: .venv/dev.stamp
	$(BIN)/python -m tests.catalogue

screenshots: .venv/run.stamp
	PYTHONPATH=. $(BIN)/python scripts/screenshots.py

desktop: .venv/run.stamp
	scripts/desktop_entry.sh

lock:
	scripts/lock.sh

clean:
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find writer_app tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/run.stamp: requirements/run.lock $(SETUP)
	scripts/setup.sh run
	touch $@

.venv/dev.stamp: requirements/dev.lock $(SETUP)
	scripts/setup.sh dev
	touch $@ .venv/run.stamp
