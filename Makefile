# shiji: see README.md.  "make help" lists what can be made.

CC       = cc
CXX      = c++
CFLAGS   = -g -O3
CXXFLAGS = -g -O2
prefix   = /usr/local
bindir   = $(prefix)/bin
datadir  = $(prefix)/share
mandir   = $(datadir)/man

B        = build
# With the compiler they were weighed with; others, older and newer, see others.
WERROR  := $(if $(filter 12,$(shell $(CC) -dumpversion)),-Werror)
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion $(WERROR)
ALL_CFLAGS = -std=c11 $(WARNINGS) -Wstrict-prototypes -Wmissing-prototypes \
             -Wvla -Wformat=2 -D_GNU_SOURCE \
             -D_FILE_OFFSET_BITS=64 -Igenerator -Itests \
             $(CPPFLAGS) $(LTO) $(CFLAGS)
ALL_CXXFLAGS = -std=c++17 $(WARNINGS) -fvisibility=hidden -D_GNU_SOURCE \
               -D_FILE_OFFSET_BITS=64 -Igenerator $(CPPFLAGS) $(LTO) $(CXXFLAGS)
# gcc sees the program as a whole when it links, which saves a sixth of its time;
# the tests link the same objects without.
LTO     := $(shell $(CC) -v 2>&1 | grep -q '^gcc version' && \
             echo -flto=auto -ffat-lto-objects)
LIBS     = -lcsv -lctemplate -pthread -lutf8proc -ljansson -lnettle -lminizip -lz -ldeflate -lexpat -lm

sources := $(wildcard generator/*/*.c)
headers := $(wildcard generator/*/*.h)
doors   := $(wildcard generator/*/*.cc)
objects := $(sources:%.c=$(B)/%.o) $(doors:%.cc=$(B)/%.o)
# The templates as the program carries them.
carried := $(sort $(wildcard templates/*.md templates/*/*))
objects += $(B)/built_in_files.o
# What writes the words of the site that stand in no list.
speaking := $(filter-out templates/assets/% %/README.md,$(carried)) \
            $(wildcard $(foreach f,base view page render publish,generator/$(f)/*.c))
objects += $(B)/own_markup.o
library := $(filter-out $(B)/generator/cli/main.o,$(objects))
units   := $(patsubst %.c,$(B)/%,$(wildcard tests/unit/test_*.c))
# What unit tests share; fault.c is preloaded, not linked.
support := $(patsubst %.c,$(B)/%.o,$(filter-out tests/support/fault.c, \
             $(wildcard tests/support/*.c)))
replays := $(patsubst %.c,$(B)/%,$(wildcard tests/fuzz/fuzz_*.c))
attacks := $(replays:$(B)/tests/fuzz/fuzz_%=$(B)/tests/fuzz/attack_%)
sanitizers = address,undefined -fno-sanitize-recover=undefined

# How long each of them goes on.
FUZZ_SECONDS = 60

checks   = check-unit check-rules check-golden check-cli check-fuzz check-house

# No program with a sanitizer is linked statically.
carry    = $(if $(findstring -fsanitize,$(CFLAGS)),,$(B)/static/shiji)

# A word for each step instead of its command line; "make V=1" shows both.
say      = $(if $(V),,@echo "  $(1)  $(2)" &&)

# Tests see one clock, zone, locale and umask, and none of the user's wishes.
test_environment = env -u SOURCE_DATE_EPOCH -u NO_COLOR TZ=Asia/Shanghai \
                   LC_ALL=C.UTF-8 SHIJI="$(program)"
program  = $(abspath $(B))/shiji

# What is handed out: without a trace of where and when it was built.
handed_out = B=$(B)/dist LTO= CFLAGS=-O2 CXXFLAGS=-O2 \
             LDFLAGS="-s -Wl,--build-id=none"
# Other processors: GNU's name, that of its libraries' folders in Debian, and how
# their programs run here.
arm64    = aarch64-linux-gnu aarch64-linux-gnu qemu-aarch64-static
s390x    = s390x-linux-gnu s390x-linux-gnu qemu-s390x-static
i386     = i686-linux-gnu i386-linux-gnu qemu-i386-static
foreign  = $(B)/$(1)/sysroot
# As handed out, with the libraries of $(1) that package/foreign.sh unpacked.
built_for = B=$(B)/$(1) CC=$(word 1,$($(1)))-gcc CXX=$(word 1,$($(1)))-g++ \
           LTO= CFLAGS=-O2 CXXFLAGS=-O2 CPPFLAGS="-isystem \
           $(foreign)/usr/include -isystem \
           $(foreign)/usr/include/$(word 2,$($(1)))" \
           LDFLAGS="-s -Wl,--build-id=none \
           -L$(foreign)/usr/lib/$(word 2,$($(1)))"
run_as   = $(word 3,$($(1))) -L /usr/$(word 1,$($(1)))
libraries = $(abspath $(foreign))/usr/lib/$(word 2,$($(1)))

all: $(B)/shiji ## build the program (default)

dev: ## build quickly for trying things: build/dev/shiji, -O1, no LTO
	@$(MAKE) --no-print-directory B=$(B)/dev LTO= CFLAGS="-g -O1" \
	    CXXFLAGS="-g -O1" all
	@ln -sfn ../templates $(B)/templates

site: setup ## publish input/ to output/, installing what is missing
	@$(MAKE) --no-print-directory all
	@tests/support/site.sh $(B)/shiji

test: setup ## prove everything, installing what is missing
	@$(MAKE) --no-print-directory check check-torture check-browser

check: $(checks) ## the tests, without set-up

check-unit: $(units)
	@failed=0; for t in $(units); do \
	    $(test_environment) CMOCKA_MESSAGE_OUTPUT=STDOUT \
	        $(emulator) $$t >$$t.log 2>&1 \
	        && grep -h 'PASSED' $$t.log | sed "s|^|$$(basename $$t): |" \
	        || { cat $$t.log; failed=1; }; \
	done; exit $$failed

check-rules: all ## one folder for each rule under tests/rules
	@$(test_environment) tests/rules/run.sh

check-golden: all ## whole sites, byte for byte
	@$(test_environment) tests/golden/run.sh

check-cli: all $(carry) ## one script for each promise of the manual
	@$(test_environment) tests/cli/run.sh

check-fuzz: $(replays) ## replay the corpora of the fuzz targets
	@for t in $(replays); do \
	    name=$$(basename $$t); corpus=tests/fuzz/corpus/$${name#fuzz_}; \
	    if [ -d $$corpus ]; then \
	        $$t $$corpus/* && echo "fuzz: $$name ok" || exit 1; fi; done

fuzz: ## attack every door for FUZZ_SECONDS each, where clang is installed
	@if ! command -v clang >/dev/null; then \
	    echo "fuzz: clang is not installed; nothing was attacked" >&2; exit 1; fi
	@$(MAKE) --no-print-directory B=$(B)/fuzz CC=clang CXX=clang++ LTO= \
	    CFLAGS="-g -O1 -fsanitize=fuzzer-no-link,$(sanitizers)" \
	    CXXFLAGS="-g -O1 -fsanitize=fuzzer-no-link,$(sanitizers)" fuzz-each

fuzz-each: $(attacks)
	@failed=0; for t in $(attacks); do \
	    name=$${t##*/attack_}; found=$(B)/found/$$name; mkdir -p $$found; \
	    $(test_environment) $$t -max_total_time=$(FUZZ_SECONDS) -verbosity=0 \
	        -artifact_prefix=$$found/ $$found tests/fuzz/corpus/$$name \
	        >$$t.log 2>&1 && echo "fuzz: $$name ok" \
	        || { tail -n 40 $$t.log; failed=1; }; done; exit $$failed

check-house: all check-headers ## the rules of the house
	@$(test_environment) B=$(B) tests/house/run.sh

check-headers:
	@for h in $(headers); do \
	    $(CC) $(ALL_CFLAGS) -fsyntax-only -x c $$h || exit 1; done

check-torture: all $(B)/tests/support/fault.so ## faults, kills and races: a sample of each
	@$(test_environment) tests/torture/run.sh

check-arm64 check-s390x check-i386: check-%: $(B)/%/sysroot/complete ## unit and golden tests for other processors
	@tests/support/setup.sh processor $(word 1,$($*))
	@$(MAKE) --no-print-directory $(call built_for,$*) \
	    emulator='$(call run_as,$*) -E LD_LIBRARY_PATH=$(call libraries,$*) \
	    -E GCONV_PATH=$(call libraries,$*)/gconv' check-unit
	@$(MAKE) --no-print-directory $(call built_for,$*) static
	@printf '#!/bin/sh\nexec %s "%s" "$$@"\n' "$(call run_as,$*)" \
	    "$(abspath $(B))/$*/static/shiji" >$(B)/$*/run
	@chmod +x $(B)/$*/run
	@$(test_environment) SHIJI="$(abspath $(B))/$*/run" tests/golden/run.sh

torture: all $(B)/tests/support/fault.so ## faults, kills and races: every call, 200 moments
	@$(test_environment) TORTURE=full tests/torture/run.sh

check-browser: all $(B)/bench/ledger ## what a reader sees
	@$(test_environment) tests/browser/run.sh

check-office: all ## what office programs make of our files, and we of theirs
	@$(test_environment) tests/office/run.sh

browser-full: all $(B)/bench/ledger ## the same of every page
	@$(test_environment) tests/browser/run.sh full

screenshots: all $(B)/bench/ledger ## rewrite the pictures of README.md
	@$(test_environment) tests/browser/screenshots.sh

bench: all $(B)/bench/bare $(B)/bench/fresh $(B)/bench/ledger ## measure; BENCH=full takes 5 M rows
	@tests/bench/bench.py $(B)/shiji $(B)/bench $(B)/bench

golden: all ## rewrite the expected sites; review the difference like code
	@$(test_environment) tests/golden/run.sh --rewrite

sanitize: ## the tests, built with address and undefined-behaviour sanitizers
	$(MAKE) B=$(B)/sanitize WERROR= LTO= \
	    CFLAGS="-g -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined" \
	    CXXFLAGS="-g -O1 -fno-omit-frame-pointer -fsanitize=address,undefined" \
	    check-unit check-rules check-golden check-cli check-fuzz

setup:
	@tests/support/setup.sh

readmes: dev ## rewrite the documents the program makes
	@tests/support/readmes.sh $(B)/dev/shiji

format: ## lay the code out as .clang-format says
	clang-format -i $(sources) $(headers) $(doors) \
	    $(wildcard tests/unit/*.c tests/fuzz/*.c tests/support/*.[ch])

lint: ## check the layout, where clang-format is installed
	@if command -v clang-format >/dev/null; then \
	    clang-format --dry-run -Werror $(sources) $(headers) \
	        $(doors); \
	else echo "lint: clang-format is not installed; layout not checked"; fi

install: all man ## install below $(DESTDIR)$(prefix)
	install -d "$(DESTDIR)$(bindir)" "$(DESTDIR)$(mandir)/man1" \
	    "$(DESTDIR)$(mandir)/zh_CN/man1"
	install -m 755 $(B)/shiji "$(DESTDIR)$(bindir)/shiji"
	install -m 644 $(B)/shiji.1 "$(DESTDIR)$(mandir)/man1/shiji.1"
	install -m 644 $(B)/shiji.zh.1 "$(DESTDIR)$(mandir)/zh_CN/man1/shiji.1"
	@for f in $$(find templates -type f); do \
	    install -D -m 644 $$f "$(DESTDIR)$(datadir)/shiji/$$f" || exit 1; done

dist: ## what is handed out, below dist/: programs, packages, sources, digests
	@tests/support/setup.sh dist
	@$(MAKE) --no-print-directory $(B)/arm64/sysroot/complete
	@$(MAKE) --no-print-directory $(handed_out) static man
	@$(MAKE) --no-print-directory $(call built_for,arm64) static
	@B=$(B)/dist package/dist.sh amd64=$(B)/dist/static/shiji \
	    arm64=$(B)/arm64/static/shiji

$(B)/%/sysroot/complete: package/foreign.sh
	package/foreign.sh $* $(@D)

man: $(B)/shiji.1 $(B)/shiji.zh.1

uninstall: ## remove what install installed
	rm -f "$(DESTDIR)$(bindir)/shiji" "$(DESTDIR)$(mandir)/man1/shiji.1" \
	    "$(DESTDIR)$(mandir)/zh_CN/man1/shiji.1"
	rm -rf "$(DESTDIR)$(datadir)/shiji"

clean: ## remove what was built
	rm -rf $(B) dist

help: ## show this list
	@awk -F ':.*## ' '/^[a-z0-9 -]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' \
	    $(firstword $(MAKEFILE_LIST))

$(B)/shiji: $(objects)
	$(call say,LD,$@) $(CXX) $(LTO) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/shiji.1: $(B)/shiji
	$(B)/shiji help -l en --format man >$@

$(B)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(call say,CC,$<) $(CC) $(ALL_CFLAGS) -o $@ $< -lcsv -lnettle

$(B)/shiji.zh.1: $(B)/shiji
	$(B)/shiji help -l zh --format man >$@

$(B)/libshiji.a: $(library)
	@rm -f $@
	$(call say,AR,$@) $(AR) qcs $@ $^

$(B)/generator/cli/template_place.o: \
    CPPFLAGS += -DSHIJI_DATADIR='"$(datadir)/shiji"'

$(B)/built_in_files.c: generator/render/built_in.sh $(carried)
	@mkdir -p $(@D)
	$(call say,SH,$@) $^ >$@

$(B)/own_markup.c: generator/view/own_words.sh $(speaking)
	@mkdir -p $(@D)
	$(call say,SH,$@) $^ >$@

$(B)/built_in_files.o $(B)/own_markup.o: $(B)/%.o: $(B)/%.c
	$(call say,CC,$<) $(CC) $(ALL_CFLAGS) -c -o $@ $<

# One file to be carried to where there is nothing else: no library, and no
# look at what templates lie about there.  Older C libraries keep threads in an
# archive of their own, which must be linked as a whole to work.
static: $(B)/static/shiji ## build the program in one file: build/static/shiji

$(B)/static/template_place.o: generator/cli/template_place.c
	@mkdir -p $(@D)
	$(call say,CC,$<) $(CC) $(ALL_CFLAGS) -DSHIJI_CARRIED -c -o $@ $<

$(B)/static/shiji: $(B)/static/template_place.o \
    $(filter-out $(B)/generator/cli/template_place.o,$(objects))
	$(call say,LD,$@) $(CXX) -fno-lto $(CFLAGS) $(LDFLAGS) -static -o $@ $^ \
	    -Wl,--whole-archive -lpthread -Wl,--no-whole-archive $(LIBS)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC,$<) $(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/%.o: %.cc
	@mkdir -p $(@D)
	$(call say,C++,$<) $(CXX) $(ALL_CXXFLAGS) -MMD -MP -c -o $@ $<

$(B)/tests/unit/test_%: $(B)/tests/unit/test_%.o $(support) $(B)/libshiji.a
	$(call say,LD,$@) $(CXX) -fno-lto $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) -lcmocka

$(B)/tests/support/fault.so: tests/support/fault.c
	@mkdir -p $(@D)
	$(call say,CC,$<) $(CC) $(ALL_CFLAGS) -fPIC -shared -o $@ $< -ldl

# A fuzz target with a main that replays the files named.
$(B)/tests/fuzz/fuzz_%: $(B)/tests/fuzz/fuzz_%.o $(B)/tests/fuzz/replay.o \
                        $(B)/libshiji.a
	$(call say,LD,$@) $(CXX) -fno-lto $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# The same with libFuzzer's own main.
$(B)/tests/fuzz/attack_%: $(B)/tests/fuzz/fuzz_%.o $(B)/libshiji.a
	$(call say,LD,$@) $(CXX) $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(LIBS)

.PHONY: all dev static dist man check-arm64 check-s390x check-i386 site test check check-unit check-rules check-golden check-cli \
        check-fuzz check-house check-headers check-torture check-browser check-office \
        fuzz fuzz-each \
        browser-full screenshots torture bench golden sanitize setup readmes \
        format lint install uninstall clean help
.SECONDARY:
-include $(objects:.o=.d) $(support:.o=.d) $(units:%=%.d) $(replays:%=%.d)
