# `make run` and `make test` install what they need before they start.
BIN := .venv/bin
BENCH ?= short
export BENCH

.PHONY: help run test check format demo translations bench packages
.DEFAULT_GOAL := help

help: ## show this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1#\2/p' Makefile | tr '#' '\t' | expand -t 16

run: ## install what is missing and start unplug
	@.ci/prepare run
	@$(BIN)/unplug

test: ## install what is missing and run all tests; ARGS="-k idle" for some of them
	@.ci/prepare test
	@$(BIN)/python -m pytest $(ARGS)

check: packages ## formatting, lint, types and the arrows between packages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: packages ## put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

demo: packages ## open unplug on a believable month in a throw-away folder
	@$(BIN)/unplug demo

translations: packages ## take new strings into resources/translations and compile them
	@$(BIN)/python resources/translations/update.py

bench: packages ## measure speed, memory and accuracy; BENCH=full for the long runs
	@failed=0; for script in $(filter-out benchmarks/_%,$(wildcard benchmarks/*.py)); do \
	  $(BIN)/python -m benchmarks.$$(basename $$script .py) || failed=1; \
	done; exit $$failed

packages:
	@.ci/prepare run
