# make demo   sets up, and runs the main job on the example case
# make test   sets up, and passes the tests
# make check  everything that continuous integration runs: format, lint, layers, types, generated tables, docs, tests
# make test-services  the tests that need a service: an object store, a Ray cluster, a PostgreSQL server, started here
# make browser  the desk in a browser: accessibility, keyboard, without script, hostile words (make test has them, too)
# make goals  the goals of the cage, of bad input and of custody, each with a planted fault that must be found
# make bench  the measurements of benchmarks/, as ratios against named peers

PYTHON ?= python3
BIN := .venv/bin
RUN := $(BIN)/python
DEMO_CASE ?= demo-case
EXAMPLE := examples/lanshui-county/documents
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Bytecode is written even where the environment says not to: the tests start hundreds of processes, each of which
# would compile the package anew, and they themselves are compiled by every worker.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test test-services browser check format lint layers types tables vocabulary goods-reader party-reader price-reader stage-reader second-reader up-to-date docs bench goals system system-browser system-services clean

# Somebody waits for the demo: it takes its ordinary share of the processor.
demo: .venv/ready-run
	@TENDERLIGHT_NICENESS=0 $(BIN)/tenderlight find $(EXAMPLE) --case $(DEMO_CASE) || test $$? -eq 3
	@$(BIN)/tenderlight report $(DEMO_CASE) -o $(DEMO_CASE)/report

test: .venv/ready-dev system-browser
	$(RUN) -m pytest -q -n 2 --dist worksteal

test-services: .venv/ready-services
	WITH_SERVICES=yes $(RUN) -m pytest -q -rs tests/services

browser: .venv/ready-dev system-browser
	$(RUN) -m pytest -q tests/browser

check: format lint layers types up-to-date docs test

format: .venv/ready-dev
	$(BIN)/ruff format --check .

lint: .venv/ready-dev
	$(BIN)/ruff check .

layers: .venv/ready-dev
	$(BIN)/lint-imports --no-cache

types: .venv/ready-dev
	$(BIN)/mypy

tables: .venv/ready-dev
	$(RUN) tools/make_tables.py

vocabulary: tables

goods-reader: .venv/ready-dev
	$(RUN) tools/train_goods_reader.py
	$(RUN) tools/train_name_reader.py

party-reader: .venv/ready-dev
	$(RUN) tools/train_party_reader.py

price-reader: .venv/ready-dev
	$(RUN) tools/train_price_reader.py

stage-reader: .venv/ready-dev
	$(RUN) tools/train_stage_reader.py

second-reader: .venv/ready-bench
	$(RUN) tools/train_second_reader.py
	$(RUN) tools/train_meaning_reader.py
	$(RUN) tools/train_likelihood.py

up-to-date: .venv/ready-dev
	$(RUN) tools/make_tables.py --check

docs: .venv/ready-dev
	$(BIN)/sphinx-build -q -W --keep-going -b html docs docs/_build/html

bench: .venv/ready-bench
	$(RUN) benchmarks/run.py

goals: .venv/ready-dev
	$(RUN) benchmarks/goals.py
	$(RUN) benchmarks/custody.py

# --- setting up -----------------------------------------------------------------------------------------------------

.venv/ready-run: pyproject.toml constraints.txt | system
	$(call install,.[ocr])
.venv/ready-dev: pyproject.toml constraints.txt .venv/ready-run
	$(call install,.[dev$(comma)docs$(comma)ocr$(comma)ftm])
.venv/ready-services: pyproject.toml constraints.txt .venv/ready-dev | system-services
	$(call install,.[dev$(comma)docs$(comma)ocr$(comma)ftm$(comma)cluster$(comma)objects$(comma)services$(comma)postgres])
.venv/ready-bench: pyproject.toml constraints.txt .venv/ready-dev
	$(call install,.[dev$(comma)docs$(comma)ocr$(comma)ftm$(comma)bench])
	@# A peer whose OpenCV would take the place of ours: in a folder of its own, without what is there already.
	@$(BIN)/pip install --quiet --no-deps --upgrade --target .venv/peers --constraint constraints.txt img2table opencv-contrib-python
	@# A peer that needs an older DuckDB and much else: a Python of its own.
	@test -x .venv/peers-of-names/bin/python || $(PYTHON) -m venv .venv/peers-of-names
	@.venv/peers-of-names/bin/pip install --quiet nomenklatura==4.17.4

comma := ,

define install
	@test -x $(RUN) || $(PYTHON) -m venv .venv
	@echo "Installing $(1) (pinned by constraints.txt) ..."
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable '$(1)'
	@touch $@
endef

system:
	@PYTHON=$(PYTHON) sh tools/system_packages.sh

system-services:
	@PYTHON=$(PYTHON) WITH_SERVICES=yes sh tools/system_packages.sh

system-browser:
	@PYTHON=$(PYTHON) WITH_BROWSER=yes sh tools/system_packages.sh

clean:
	rm -rf .venv docs/_build $(DEMO_CASE) .mypy_cache .ruff_cache .pytest_cache
