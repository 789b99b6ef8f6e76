# SPDX-License-Identifier: Apache-2.0
# One command per wish. `make demo` and `make test` are all that a newcomer needs; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build
MAKEFLAGS += --no-print-directory

BUILD ?= build
JOBS ?= $(shell nproc)
DEMO_SCENARIO ?= scenarios/central-african-republic
DEMO_SECONDS ?= 85
DEMO_STAGE_SECONDS ?= 55
FUZZ_SECONDS ?= 60
KILLS ?= 100
SOAK_SECONDS ?= 900
POSTERIOR_ROWS ?= 10000
PAIRING_MEMBERS ?= 400
COVERAGE_MEMBERS ?= 2000
COVERAGE_STUDIES ?= 4000
TEACHING_SEEDS ?= 100
PREFIX ?= /usr/local
BUNDLE ?= out/forestall
# The same code again and again for one figure: an hour under sanitizers, and nothing that others do not reach.
STATISTICS := Loops\.Pressure|Loops\.LessIncome|Representations\.Agree|Continuations\.AreWeighted|^Coverage\.|RealCoverage|Matrices\.|Value\.(Marks|Intervals)|Known\.|EpsteinModelTwo|AdviceWithoutGuesses|BaseRates|Teaching\.

# A compiler or flags of another environment must not slip in: presets name Debian's compilers.
unexport CC CXX CFLAGS CXXFLAGS CPPFLAGS LDFLAGS CMAKE_PREFIX_PATH
# Precompiled headers and ccache go together only so.
export CCACHE_SLOPPINESS ?= pch_defines,time_macros,include_file_mtime,include_file_ctime

# docs/dependencies.md says what each is for; a test keeps the two lists equal.
BUILD_PACKAGES := g++ cmake ninja-build ccache libboost-dev libboost-graph-dev libtbb-dev libeigen3-dev \
	libhdf5-dev zlib1g-dev librandom123-dev libcli11-dev libfmt-dev libspdlog-dev nlohmann-json3-dev libgeographiclib-dev \
	libtomlplusplus-dev libsleef-dev libxxhash-dev libutf8proc-dev libpagmo-dev libssl-dev
# To look into the results of `make demo` from Python.
LOOK_PACKAGES := python3 python3-xarray python3-netcdf4
TEST_PACKAGES := git libgtest-dev libgmock-dev libbenchmark-dev python3-numpy python3-h5netcdf python3-h5py \
	python3-xxhash python3-matplotlib python3-nbformat python3-nbclient python3-ipykernel netcdf-bin r-base-core r-cran-ncdf4 \
	r-cran-jsonlite chromium nodejs
CHECK_PACKAGES := clang clang-format clang-tidy libclang-rt-14-dev
# Finds which packages a .deb depends on.
PACK_PACKAGES := dpkg-dev file

.PHONY: help demo test check deps deps-build deps-demo deps-test deps-check deps-pack pages configure build bench format format-check tidy fuzz kill \
	attack soak recipes vendored sbom hindcast warnings reference loops directions pairing patterns ablation posterior coverage teaching histories asan tsan long install deb bundle clean

help: ## this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

demo: deps-demo ## build, run the bundled Central African Republic scenario, print what comes out
	@$(MAKE) build
	@.ci/demo "$(BUILD)" "$(DEMO_SCENARIO)" "$(DEMO_SECONDS)" "$(DEMO_STAGE_SECONDS)"

test: deps-test ## build everything, run every test that belongs in a change
	@echo "Configuring"
	@cmake --preset release -B "$(BUILD)" -DFORESTALL_TESTS=ON >"$(BUILD).configure.log" 2>&1 \
		|| { cat "$(BUILD).configure.log"; exit 1; }
	@mv "$(BUILD).configure.log" "$(BUILD)/configure.log"
	@[ -x "$(BUILD)/tests/test_app" ] || echo "Building the program and its tests: once, some eight minutes on two cores"
	@cmake --build "$(BUILD)" -j $(JOBS)
	@.ci/run-tests "$(BUILD)" $(JOBS) -LE long

check: deps-test ## build and run the tests of one room: ROOM=actors (FILTER='Units.*' for some)
	@grep -qs '^FORESTALL_TESTS:[A-Z]*=ON' "$(BUILD)/CMakeCache.txt" \
		|| cmake --preset release -B "$(BUILD)" -DFORESTALL_TESTS=ON >/dev/null
	@cmake --build "$(BUILD)" -j $(JOBS) --target test_$(ROOM)
	@"$(BUILD)/tests/test_$(ROOM)" --gtest_brief=1 $(if $(FILTER),--gtest_filter='$(FILTER)')

deps: deps-demo deps-check deps-pack ## install whatever is missing, for every target
deps-build:
	@.ci/install-packages $(BUILD_PACKAGES)
deps-demo:
	@.ci/install-packages $(BUILD_PACKAGES) $(LOOK_PACKAGES)
deps-test:
	@.ci/install-packages $(BUILD_PACKAGES) $(LOOK_PACKAGES) $(TEST_PACKAGES)
deps-check: deps-test
	@.ci/install-packages $(CHECK_PACKAGES)

deps-pack: deps-build
	@.ci/install-packages $(PACK_PACKAGES)

configure: deps-build
	@[ -f "$(BUILD)/build.ninja" ] \
		|| { echo "Configuring"; cmake --preset release -B "$(BUILD)" -DFORESTALL_TESTS=OFF; }

build: configure ## the program: build/forestall
	@[ -x "$(BUILD)/forestall" ] || echo "Building the program: once, some four minutes on two cores"
	@cmake --build "$(BUILD)" -j $(JOBS) --target forestall

pages: build
	@cmake --build "$(BUILD)" -j $(JOBS) --target forestall_pages

install: pages ## program, scenarios, pages, licences, manual page, completion: below PREFIX (/usr/local), in DESTDIR
	@DESTDIR="$(DESTDIR)" cmake --install "$(BUILD)" --prefix "$(PREFIX)" >"$(BUILD)/install.log" \
		|| { cat "$(BUILD)/install.log"; exit 1; }
	@echo "Installed below $(DESTDIR)$(PREFIX)"

deb: deps-pack pages ## a Debian package of the same: build/forestall_VERSION_ARCHITECTURE.deb
	@cd "$(BUILD)" && cpack -G DEB >cpack.log || { cat cpack.log; exit 1; }
	@ls "$(BUILD)"/*.deb

bundle: pages ## a folder that runs without installing, with the libraries it loads: BUNDLE (out/forestall), and as .tar.gz
	@.ci/bundle "$(BUILD)" "$(BUNDLE)"

vendored: ## fetch again with npm what vendor/ folders hold, compare or (UPDATE=1) replace
	@.ci/vendored "$(UPDATE)"

sbom: build ## what the program loads and contains, as SPDX: build/sbom.spdx.json; UPDATE=1 also docs/sbom.spdx.json
	@/usr/bin/python3 tests/house/sbom.py "$(BUILD)/forestall" >"$(BUILD)/sbom.spdx.json"
	@[ "$(UPDATE)" != 1 ] || cp "$(BUILD)/sbom.spdx.json" docs/sbom.spdx.json

bench: deps-test ## benchmarks, in a build of their own
	@cmake --preset bench && cmake --build --preset bench -j $(JOBS)
	@for b in build-bench/bench/bench_*; do [ -x "$$b" ] && "$$b"; done

pairing: build deps-test ## what pairing is worth by option, and what the luck of each process is worth; PAIRING_MEMBERS (400)
	@cmake --preset bench && cmake --build --preset bench -j $(JOBS) --target parting
	@bench/pairing.py scenarios/two-rivers scenarios/central-african-republic --members $(PAIRING_MEMBERS) --tenth --program "$(BUILD)/forestall"
	@names=$$(sed -nE '/^\| process \| entity/,/^$$/p' docs/model.md | cut -d'|' -f2 | grep -o '`[a-z_.]*`' | tr -d '`' | sort -u); \
	for scenario in scenarios/two-rivers scenarios/central-african-republic; do \
		echo "$$scenario"; build-bench/bench/parting "$$scenario" $(PAIRING_MEMBERS) $$names; done

format: deps-check ## put every C++ file into the project's form
	@git ls-files '*.hpp' '*.cpp' | xargs clang-format -i
format-check: deps-check
	@git ls-files '*.hpp' '*.cpp' | xargs clang-format --dry-run -Werror

tidy: deps-check ## clang-tidy over the tree, every warning an error
	@cmake --preset tidy >/dev/null && cmake --build build-tidy --target forestall_build_info >/dev/null \
		&& /usr/bin/python3 tests/long/tidy.py build-tidy $(JOBS)

asan: deps-check ## every test but the statistical ones under AddressSanitizer and UndefinedBehaviorSanitizer
	@cmake --preset asan && cmake --build --preset asan -j $(JOBS) && .ci/run-tests build-asan $(JOBS) -LE long -E '$(STATISTICS)'

tsan: deps-check ## the jthread back-end under ThreadSanitizer, with a planted race that it must find
	@cmake --preset tsan && cmake --build --preset tsan -j $(JOBS) --target tsan_tests && .ci/run-tests build-tsan $(JOBS) -L tsan

fuzz: deps-check ## every fuzz target for FUZZ_SECONDS (60)
	@cmake --preset fuzz && cmake --build --preset fuzz -j $(JOBS) --target fuzzers && .ci/fuzz build-fuzz $(FUZZ_SECONDS) $(JOBS)

kill: build ## kill the program KILLS (100) times, resume, compare bytes
	@/usr/bin/python3 tests/long/kill.py "$(BUILD)/forestall" $(KILLS)

attack: build deps-test ## damaged and forged files, hostile scenarios, outputs on what exists: nothing crashes, hangs, gets lost or passes
	@FORESTALL="$(BUILD)/forestall" /usr/bin/python3 -Es tests/attack/attack.py

soak: build ## runs the same job in ever other ways for SOAK_SECONDS (900), and an exercise of 40 clients for EXERCISE_SECONDS (1800); bytes and memory must not move
	@/usr/bin/python3 tests/long/soak.py "$(BUILD)/forestall" $(SOAK_SECONDS)
	@FORESTALL="$(BUILD)/forestall" EXERCISE_SECONDS=$${EXERCISE_SECONDS:-1800} /usr/bin/python3 tests/exercise/test_many.py

hindcast: build ## every scenario with observed counts, scored against them
	@/usr/bin/python3 tests/long/hindcast.py "$(BUILD)/forestall"

warnings: build ## how well the desk warns in the runs of both bundled scenarios, WARNING_MEMBERS (400) each; WRITE=1 to put the table into docs/methods/warnings.md
	@/usr/bin/python3 tests/long/desk_warnings.py "$(BUILD)/forestall" $(WARNING_MEMBERS) $(if $(WRITE),--write)

reference: deps-test ## Epstein's runs at the lengths of his paper, with figures
	@cmake --preset release -B "$(BUILD)" -DFORESTALL_TESTS=ON >/dev/null && cmake --build "$(BUILD)" -j $(JOBS) --target test_long
	@"$(BUILD)/tests/test_long" --gtest_filter=-LoopsLong.*

loops: deps-test ## every feedback loop with and without each link, LOOP_MEMBERS (1000) pairs
	@cmake --preset release -B "$(BUILD)" -DFORESTALL_TESTS=ON >/dev/null && cmake --build "$(BUILD)" -j $(JOBS) --target test_long
	@"$(BUILD)/tests/test_long" --gtest_filter=LoopsLong.*

directions: deps-test ## every entry of the catalogue against the direction that evidence has, DIRECTION_MEMBERS (400) pairs
	@cmake --preset release -B "$(BUILD)" -DFORESTALL_TESTS=ON >/dev/null && cmake --build "$(BUILD)" -j $(JOBS) --target test_long
	@"$(BUILD)/tests/test_long" --gtest_filter=DirectionsLong.*

patterns: deps-test ## the fourteen patterns of docs/patterns.md; ROWS=1,5 PATTERN_MEMBERS=N to do less, PATTERN_SET="a.b=1" or PATTERN_OFF=name to change the model, WRITE=before or after to keep
	@cmake --preset release -B "$(BUILD)" -DFORESTALL_TESTS=ON >/dev/null && cmake --build "$(BUILD)" -j $(JOBS) --target patterns
	@"$(BUILD)/tests/patterns/patterns" $(if $(ROWS),--rows $(ROWS)) $(if $(WRITE),--write $(WRITE)) --threads $(JOBS)

ablation: deps-test ## rows of the patterns with one mechanism off at a time, ABLATION_MEMBERS (400) each; WRITE=1 to put the table into docs/patterns/ablation.md
	@cmake --preset release -B "$(BUILD)" -DFORESTALL_TESTS=ON >/dev/null && cmake --build "$(BUILD)" -j $(JOBS) --target patterns
	@/usr/bin/python3 tests/long/ablation.py "$(BUILD)/tests/patterns/patterns" $(ABLATION_MEMBERS) --threads $(JOBS) $(if $(WRITE),--write)

posterior: deps-test ## rows of the prior of the weights, weighed by the patterns, docs/methods/posterior.md; POSTERIOR_ROWS=200 for a try, WRITE=1 to put rows and log into the tree
	@cmake --preset release -B "$(BUILD)" -DFORESTALL_TESTS=ON >/dev/null && cmake --build "$(BUILD)" -j $(JOBS) --target posterior
	@"$(BUILD)/tests/patterns/posterior" --rows $(POSTERIOR_ROWS) --threads $(JOBS) $(if $(WRITE),--write .)

coverage: deps-test ## whether intervals hold on COVERAGE_MEMBERS (2000) members of both bundled scenarios, COVERAGE_STUDIES (4000) draws of them; WRITE=1 to put the table into docs/methods/coverage.md
	@cmake --preset release -B "$(BUILD)" -DFORESTALL_TESTS=ON >/dev/null && cmake --build "$(BUILD)" -j $(JOBS) --target forestall coverage
	@mkdir -p "$(BUILD)/coverage"
	@"$(BUILD)/forestall" ensemble scenarios/two-rivers --members $(COVERAGE_MEMBERS) --options none,adaptive,mediation-early,observers-alone,prevention-portfolio,troops-midway --resume -o "$(BUILD)/coverage/two-rivers.h5" >/dev/null
	@"$(BUILD)/forestall" ensemble scenarios/central-african-republic --members $(COVERAGE_MEMBERS) --options none,adaptive,mediation-2012,police-and-presence,troops-early,words-and-neighbours --resume -o "$(BUILD)/coverage/central-african-republic.h5" >/dev/null
	@"$(BUILD)/tests/coverage/coverage" "$(BUILD)/coverage/two-rivers.h5" "$(BUILD)/coverage/central-african-republic.h5" --studies $(COVERAGE_STUDIES) $(if $(WRITE),--write)

teaching: build ## whether the review tells a good team from a bad one, TEACHING_SEEDS (100) exercises of 100 futures; WRITE=1 to put the table into docs/methods/teaching.md
	@/usr/bin/python3 -Es tests/long/teaching.py "$(BUILD)/forestall" $(TEACHING_SEEDS) 100 $(if $(WRITE),--write)

histories: build ## the twenty pages of docs/histories, made anew: members 0 to 9 of two scenarios
	@for scenario in central-african-republic two-rivers; do for member in 0 1 2 3 4 5 6 7 8 9; do \
		"$(BUILD)/forestall" run "scenarios/$$scenario" --member $$member -o "$(BUILD)/history.h5" --overwrite >/dev/null; \
		"$(BUILD)/forestall" explain "$(BUILD)/history.h5" --history >"docs/histories/$$scenario-$$member.txt"; \
	done; done

recipes: deps-test deps-check ## carry out each recipe of CONTRIBUTING.md in a copy of the tree, build, test, print its diff; RECIPES="lever command" for some
	@/usr/bin/python3 -Es tests/long/recipes.py --jobs $(JOBS) $(RECIPES)

long: test asan tsan fuzz kill attack soak hindcast recipes bench ## all of the above, and tests labelled long: hours
	@.ci/run-tests "$(BUILD)" $(JOBS)

clean: ## remove everything built
	@rm -rf build build-* out
