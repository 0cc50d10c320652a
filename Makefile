# Two commands for newcomers: `make demo` and `make test`. Both set everything up in .venv first.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo desk test check format evaluate bench train clean

demo: .venv/.user
	$(BIN)/headwater brief examples/pages --html examples/brief.html
	@echo "The same brief as a web page: examples/brief.html"

desk: .venv/.server
	$(BIN)/headwater add examples/news.desk examples/pages
	$(BIN)/headwater serve examples/news.desk

test: .venv/.developer .venv/.axe
	$(BIN)/python -m pytest -n 2

check: .venv/.developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/.developer
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evaluate: .venv/.evaluator
	$(BIN)/python -m evaluate

bench: .venv/.bencher
	$(BIN)/python -m benchmarks

train: .venv/.trainer
	$(BIN)/python -m training.weights
	$(BIN)/python -m training.lines
	$(BIN)/python -m training.stories
	MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 $(BIN)/python -m training.readers
	MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 $(BIN)/python -m training.relations
	$(BIN)/python -m training.alignment

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache

.venv/.python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Headwater needs Python 3.11 or newer; set PYTHON=python3.x")'
	$(PYTHON) -m venv .venv
	@touch $@

.venv/.user: .venv/.python pyproject.toml constraints.txt
	$(INSTALL) --editable '.[warc]'
	@touch $@

.venv/.server: .venv/.user
	$(INSTALL) --editable '.[warc,serve,watch,parquet]'
	@touch $@

.venv/.developer: .venv/.user
	$(INSTALL) --editable '.[warc,dev]'
	@touch $@

# The accessibility checker that the browser tests ask; where npm is not there they skip that part and say so.
.venv/.axe: .venv/.python tests/web/package.json
	if command -v npm >/dev/null; then npm install --silent --no-package-lock --no-audit --no-fund --prefix tests/web; fi
	@touch $@

.venv/.evaluator: .venv/.developer
	$(INSTALL) --editable '.[warc,dev,evaluate]'
	@touch $@

.venv/.bencher: .venv/.developer
	$(INSTALL) --editable '.[warc,dev,bench]'
	@touch $@

# torch first, on its own: where an index has a build without CUDA, that is the one to take.
.venv/.trainer: .venv/.evaluator
	$(INSTALL) torch
	$(INSTALL) --editable '.[warc,dev,train]'
	@touch $@
