# Everything is done by packaging/bootstrap.py, which needs only Python 3.11 or later.
# Windows, without make:  py -3.11 packaging\bootstrap.py run   (or test, check, build…)
PYTHON ?= python3
BOOTSTRAP = $(PYTHON) packaging/bootstrap.py

.PHONY: run test check build translations lock

run: ## open the program:  make run ARGS="--data-dir FOLDER"
	@$(BOOTSTRAP) run $(ARGS)

test: ## run the tests:  make test ARGS="tests/domain -k due"
	@$(BOOTSTRAP) test $(ARGS)

check: ## format, lint, types, import contracts, translations, dead code
	@$(BOOTSTRAP) check $(ARGS)

build: ## the program as a folder under dist/ that needs no Python
	@$(BOOTSTRAP) build $(ARGS)

translations: ## gather the texts of the source into translations/ and compile them
	@$(BOOTSTRAP) translations $(ARGS)

lock: ## choose the newest allowed versions again (needs uv); names no package host
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --quiet -o packaging/requirements.txt
