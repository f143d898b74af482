# make run | test | lint | bench | clean. Needs Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
OUT    ?= out

.DEFAULT_GOAL := help
.PHONY: help run test soak lint forms bench bench-verify docs clean

help:
	@echo "make run    install soat into $(VENV) and turn corpora/samples into fact tables in $(OUT)/"
	@echo "make test   install the tools, then all lints and tests"
	@echo "make soak   what takes long: fifty schedules of kills, full disks, 300,000 articles (SOAT_SOAK_ARTICLES)"
	@echo "make lint   ruff, mypy and the import layers alone"
	@echo "make bench  characters a second, beside quantulum3 and LexNLP; time and memory by the length of an article; engines; growth with the input"
	@echo "make bench-verify  how many injected errors soat verify finds, and its false alarms"
	@echo "make docs   run the commands of the documents and write their output anew"
	@echo "make forms  inflect the Polish wordings anew (the file only saves time)"
	@echo "make clean  remove $(VENV), $(OUT)/ and every cache"

# The stamps lie in the environment: it is made once, and filled again only when what it is made from has changed.
$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "soat needs Python 3.11 or newer; name one with make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.soat: pyproject.toml constraints.txt | $(VENV)/pyvenv.cfg
	@echo "installing soat into $(VENV) (once; some minutes)"
	$(PIP) --editable '.[en]' ./models/weights
	@touch $@

$(VENV)/.soat-dev: pyproject.toml constraints.txt | $(VENV)/pyvenv.cfg
	@echo "installing soat and its tools into $(VENV) (once; some minutes)"
	$(PIP) --editable '.[dev,en]' ./models/weights
	@touch $@ $(VENV)/.soat

$(VENV)/.soat-bench: pyproject.toml constraints.txt | $(VENV)/pyvenv.cfg
	$(PIP) --editable '.[bench,dask]'
	@touch $@ $(VENV)/.soat

# Another library's old pins want an environment of their own; where it cannot be made, the log says why and the benchmark goes on without it.
$(VENV)/.lexnlp: PEER = lexnlp
$(VENV)/.datatrove: PEER = datatrove orjson spacy
$(VENV)/.lexnlp $(VENV)/.datatrove: $(VENV)/.%: | $(VENV)/pyvenv.cfg
	@{ $(PYTHON) -m venv $(VENV)/$* && $(VENV)/$*/bin/python -m pip install --quiet $(PEER); } > $(VENV)/$*.log 2>&1 || rm -rf $(VENV)/$*
	@touch $@

run: $(VENV)/.soat
	@rm -rf $(OUT)
	$(BIN)/soat run corpora/samples --out $(OUT) --model pl=auto
	$(BIN)/soat show $(OUT)

lint: $(VENV)/.soat-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest

soak: $(VENV)/.soat-dev
	$(BIN)/pytest -m soak

docs: $(VENV)/.soat-dev
	$(BIN)/soat schema > docs/tables.md
	$(BIN)/python docs/refresh.py

forms: $(VENV)/.soat-dev
	$(BIN)/python -m pipeline.knowledge.forms

bench: $(VENV)/.soat-bench $(VENV)/.lexnlp $(VENV)/.datatrove
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/engine.py
	$(BIN)/python benchmarks/length.py
	$(BIN)/python benchmarks/growth.py

bench-verify: $(VENV)/.soat
	$(BIN)/python benchmarks/verify.py
	$(BIN)/python benchmarks/verify_growth.py

clean:
	rm -rf $(VENV) $(OUT) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find pipeline tests benchmarks -name __pycache__ -type d -exec rm -rf {} +
