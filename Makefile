# bitis: `make` builds build/bitis. `make help` lists the other goals.
#
# Variables: BUILD (folder for everything built), CC, OPT, CFLAGS, LDFLAGS, PREFIX, DESTDIR,
# STATIC=-static (libc inside as well: a binary larger by a megabyte that needs nothing at all and starts 0.2 ms sooner).

BUILD ?= build
PREFIX ?= /usr/local
OPT ?= -O2
WARN = -Wall -Wextra
STATIC ?=

COMPILE = $(CC) -std=gnu17 $(OPT) -g $(WARN) -fno-pie -fno-strict-aliasing -fno-math-errno -fno-asynchronous-unwind-tables -ffunction-sections -D_GNU_SOURCE -I. -I$(BUILD) $(EXTRA) $(CFLAGS)
# The collector, GMP and zlib go into the binary; libc is on every machine.
LIBS = -Wl,-Bstatic -lgc -lgmp -lz $(if $(STATIC),,-Wl,-Bdynamic) -lpthread -lm -Wl,--gc-sections

# Packages of Debian 12 that the build, and then the tests, need.
PACKAGES = gcc make libc6-dev re2c lemon libgc-dev libgmp-dev zlib1g-dev
INSTALL_PACKAGES = missing=; for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	[ -z "$$missing" ] || { s=; [ "$$(id -u)" = 0 ] || s=sudo; $$s apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$s apt-get install -y -qq --no-install-recommends $$missing >/dev/null; }

FOLDERS = lexer parser objects vm/compiler vm lib
SOURCES = $(foreach f,$(FOLDERS),$(wildcard $(f)/*.c))
GENERATED = $(patsubst %.re,$(BUILD)/%.c,$(wildcard lexer/*.re)) $(BUILD)/parser/grammar.c
OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(SOURCES)) $(GENERATED:.c=.o)
MAIN = $(BUILD)/lib/main.o
LIBRARY = $(BUILD)/libbitis.a
UNIT_SOURCES = $(wildcard tests/*/test_*.c)
UNIT = $(UNIT_SOURCES:%.c=$(BUILD)/%)

.PHONY: all help demo check unit test packages packages-check install bench layers sanitize stress format clean generated
.SECONDARY:
.DELETE_ON_ERROR:

all: $(BUILD)/bitis

help:
	@echo 'make          build build/bitis'
	@echo 'make demo     install missing packages, build, run the examples of the memoryview tutorial'
	@echo 'make check    install missing packages, build, run all tests'
	@echo 'make layers   check that folders include only what they may'
	@echo 'make sanitize the tests under AddressSanitizer and UndefinedBehaviorSanitizer'
	@echo 'make stress   the tests with a collection at every Nth allocation'
	@echo 'make bench    compare with the interpreters that are installed'
	@echo 'make install  into $$(DESTDIR)$$(PREFIX)'
	@echo 'make format   clang-format over the sources'
	@echo 'make clean    remove build folders'

# --- build

$(BUILD)/bitis: $(MAIN) $(LIBRARY)
	$(COMPILE) -no-pie $(LDFLAGS) $(STATIC) -o $@ $(MAIN) $(LIBRARY) $(LIBS)

$(LIBRARY): $(filter-out $(MAIN),$(OBJECTS))
	@rm -f $@ && $(AR) rcs $@ $^

# Generated sources and headers first: the dependency files know more only after the first run.
$(OBJECTS) $(UNIT): | $(GENERATED)

# What runs once for a source is built small.
ifeq ($(OPT),-O2)
$(BUILD)/lexer/%.o $(BUILD)/parser/%.o $(BUILD)/vm/compiler/%.o: private OPT = -Os
endif

# The vectoriser pairs ip and sp in one register when both are saved, and so makes gcc merge all dispatches into one.
$(BUILD)/vm/loop.o: private CFLAGS += -fno-tree-slp-vectorize

# Holds the texts of lib/python.
$(BUILD)/lib/frozen.o: $(shell find lib/python -name '*.py')

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/%.o: $(BUILD)/%.c
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -c -o $@ $<

generated: $(GENERATED)

$(BUILD)/lexer/%.c: lexer/%.re
	@mkdir -p $(@D)
	re2c -W -i --no-generation-date -o $@ $<

$(BUILD)/parser/grammar.c: parser/grammar.y
	@mkdir -p $(@D)
	lemon -q -d$(@D) $<

-include $(OBJECTS:.o=.d)

# --- use

packages:
	@$(call INSTALL_PACKAGES,$(PACKAGES))

demo: packages
	@$(MAKE) --no-print-directory all >/dev/null
	@for example in tests/tutorial/*.py; do \
	    printf '%s\n\n' "--- $$example"; cat "$$example"; printf '\n%s\n\n' "prints"; $(BUILD)/bitis "$$example" || exit 1; echo; done

install: all
	install -D -m 755 -s $(BUILD)/bitis $(DESTDIR)$(PREFIX)/bin/bitis

bench: all
	tests/bench/run.sh $(BUILD)/bitis

# --- tests

unit: $(UNIT)

$(BUILD)/tests/%: tests/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(COMPILE) -no-pie $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS)

test: all $(UNIT)
	@UNIT='$(UNIT)' tests/run.sh $(BUILD)/bitis

check: packages
	@$(MAKE) --no-print-directory all unit layers
	@$(MAKE) --no-print-directory test

layers: $(LIBRARY)
	@tests/layers.sh $(BUILD)

# The collector reads all of memory on purpose, so its own accesses are not checked; leaks are not a notion here.
SANITIZE_FLAGS = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -DMEM_SANITIZE
sanitize:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)-sanitize OPT=-O1 STATIC= EXTRA='$(SANITIZE_FLAGS)' \
	    LDFLAGS='-fsanitize=address,undefined' all unit
	@ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=0:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1 \
	    $(MAKE) --no-print-directory BUILD=$(BUILD)-sanitize OPT=-O1 STATIC= EXTRA='$(SANITIZE_FLAGS)' \
	    LDFLAGS='-fsanitize=address,undefined' test

stress:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)-stress OPT=-O1 EXTRA=-DMEM_STRESS all unit
	@$(MAKE) --no-print-directory BUILD=$(BUILD)-stress OPT=-O1 EXTRA=-DMEM_STRESS test

format:
	clang-format -i $(foreach f,$(FOLDERS) tests/*,$(wildcard $(f)/*.c $(f)/*.h))

clean:
	rm -rf build build-*
