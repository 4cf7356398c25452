# Everything that a person or a machine does here. `make` alone lists it.
# Build, run and test share one release build, so nothing is compiled twice.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

CONFIGURATION := release
HOUSESTAFF := .build/$(CONFIGURATION)/housestaff
FORMATTED := Sources Tests Benchmarks/Sources Benchmarks/Package.swift Fuzz Package.swift

.PHONY: help
help: ## List these targets
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12 | sed 's/^/  make /'

.PHONY: setup
setup: ## Install the system libraries that are missing (says what it does; nothing if all are there)
	@scripts/setup

.PHONY: build
build: setup ## Build the command line in release
	swift build -c $(CONFIGURATION) --product housestaff

.PHONY: run
run: build ## Set up, build and serve http://127.0.0.1:8080 with a demo
	@scripts/run $(HOUSESTAFF)

.PHONY: test
test: setup ## Set up, check the format, build and run every test
	@scripts/test $(CONFIGURATION)

.PHONY: lint
lint: ## Check the format, that generated pages are current, and that nothing is kept that a clone could not use
	@scripts/kept-files
	swift format lint --strict --parallel --recursive --configuration .swift-format $(FORMATTED)
	@if [ -x $(HOUSESTAFF) ]; then scripts/assumptions-page --check $(HOUSESTAFF); fi

.PHONY: format
format: ## Format every Swift file
	swift format --in-place --parallel --recursive --configuration .swift-format $(FORMATTED)

.PHONY: pages
pages: build ## Write the pages that are generated (docs/assumptions.md)
	@scripts/assumptions-page $(HOUSESTAFF)

.PHONY: calibrate
calibrate: build ## Fit the simulated market to the published totals anew (two minutes), write its file
	$(HOUSESTAFF) calibrate --date "$$(date +%F)" --out Sources/SmartPick/Market/Data/market.json

.PHONY: bench
bench: build ## Measure everything beside its peers, write Benchmarks/RESULTS.md
	@Benchmarks/run $(HOUSESTAFF)
	@Benchmarks/run-charts $(HOUSESTAFF)

.PHONY: screenshots
screenshots: build ## Make the pictures of the pages in docs/pictures
	@scripts/screenshots $(HOUSESTAFF)

.PHONY: release
release: setup ## A tarball in dist/ that runs on this Debian without Swift (slow: a build of its own)
	@scripts/release

.PHONY: fuzz
fuzz: setup ## Fuzz the CSV reader for a minute
	@scripts/fuzz 60

.PHONY: clean
clean: ## Remove what was built
	rm -rf .build dist Benchmarks/.build Fuzz/.build Benchmarks/.venv
