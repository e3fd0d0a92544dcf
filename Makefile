# bitis: `make` builds build/bitis. `make help` lists the other goals.
#
# Variables: BUILD (folder for everything built), CC, OPT, CFLAGS, LDFLAGS, PREFIX, DESTDIR,
# STATIC=-static (libc inside as well: a binary larger by a megabyte that needs nothing at all and starts 0.2 ms sooner).

BUILD ?= build
PREFIX ?= /usr/local
VERSION = 0.1
OPT ?= -O2
WARN = -Wall -Wextra
STATIC ?=

COMPILE = $(CC) -std=gnu17 $(OPT) $(if $(filter -O2,$(OPT)),$(STORES)) -g $(WARN) -fno-pie -fno-strict-aliasing -fno-math-errno -ffp-contract=off -fno-asynchronous-unwind-tables -ffunction-sections -fdata-sections $(PACKED) -D_GNU_SOURCE -I. -I$(BUILD) $(EXTRA) $(CFLAGS)
# The collector, GMP, zlib and Nettle go into the binary; libc is on every machine.
LIBS = lib/no_ciphers.ld -Wl,-Bstatic -lgc -lgmp -lz -lnettle $(if $(STATIC),,-Wl,-Bdynamic) -lpthread -lm -Wl,--gc-sections,-z,noseparate-code,-z,norelro

# No C++ and no cancelled threads: nobody unwinds the C stack, and the tables for it are 50 KB. A static libc's start-up
# names them, though.
ifeq ($(STATIC)$(findstring fsanitize,$(EXTRA)),)
LAYOUT = -Wl,--no-eh-frame-hdr,--no-ld-generated-unwind-info,-T,lib/layout.ld
endif

# Packages of Debian 12 that the build needs, that make its result smaller, and that the tests need.
PACKAGES = gcc make libc6-dev re2c lemon libgc-dev libgmp-dev nettle-dev zlib1g-dev
GOOD_PACKAGES = libzopfli-dev
TEST_PACKAGES = tmux
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

.PHONY: all help demo check unit test packages packages-check install deb bench layers sanitize stress format clean generated
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
	@echo 'make install  into $$(DESTDIR)$$(PREFIX): program, man page, completion for bash, header and library for embedding'
	@echo 'make deb      a package for Debian'
	@echo 'make format   clang-format over the sources'
	@echo 'make clean    remove build folders'

# --- build

$(BUILD)/bitis: $(MAIN) $(LIBRARY)
	$(COMPILE) -no-pie $(LDFLAGS) $(STATIC) $(LAYOUT) -Wl,-T,lib/unscanned.ld -o $@ $(MAIN) $(LIBRARY) $(LIBS)

$(LIBRARY): $(filter-out $(MAIN),$(OBJECTS))
	@rm -f $@ && $(AR) rcs $@ $^

# Generated sources and headers first: the dependency files know more only after the first run.
$(OBJECTS) $(UNIT): | $(GENERATED)

# What runs once for a source, and the library but for its loops over data, is built small.
ifeq ($(OPT),-O2)
$(BUILD)/lexer/%.o $(BUILD)/parser/%.o $(BUILD)/vm/compiler/%.o $(BUILD)/lib/%.o: private OPT = -Os
SMALL = error exception% traceback% suggest float_methods union generic_alias type_% mro slots slots_class slots_wrap signature object_type complex display_width unicode_n% unicode_unpack codecs codecs_foreign codecs_encode codecs_decode source_lines finalize \
	str_translate str_justify bytes_text memoryview_compare object_reduce object_isinstance weakref memoryview_cast mapping_proxy descriptor super str_class packed doc
$(patsubst %,$(BUILD)/objects/%.o,$(filter $(SMALL),$(patsubst objects/%.c,%,$(wildcard objects/*.c)))): private OPT = -Os
$(patsubst %,$(BUILD)/vm/%.o,typing frame_object frame_locals template traceback_names caller ops_import ops_class ops_exception async machine code code_object): private OPT = -Os
FAST = re_match module_struct struct_format array_object itertools% module__functools functools_% collections_% module__heapq module__bisect \
	module_itertools operator_% json_read module__random io_text_write io_text_read io_newline io_reader io_string io_writer io_bytes module_binascii blake2 crc32
$(patsubst %,$(BUILD)/lib/%.o,$(filter $(FAST),$(patsubst lib/%.c,%,$(wildcard lib/*.c)))): private OPT = -O2
endif

# Aligned functions and loops cost 40 KB and gain nothing that can be measured; nor do 8 KB of copies of the ends of blocks, but in
# the loop, whose jumps to the next instruction they are.
ifeq ($(findstring clang,$(CC)),)
PACKED = -falign-functions=1 -falign-jumps=1 -falign-loops=1 -falign-labels=1 --param=max-grow-copy-bb-insns=1
$(BUILD)/vm/loop.o: private PACKED := $(filter-out --param%,$(PACKED))
endif

# gcc clears and copies structs by instructions that take 20 ns to begin.
ifeq ($(findstring clang,$(CC))$(filter-out x86_64%,$(shell $(CC) -dumpmachine)),)
STORES = -mmemset-strategy=unrolled_loop:256:noalign,libcall:-1:noalign -mmemcpy-strategy=unrolled_loop:256:noalign,libcall:-1:noalign
endif

# The vectoriser pairs ip and sp in one register when both are saved, and so makes gcc merge all dispatches into one.
$(BUILD)/vm/loop.o: private CFLAGS += -fno-tree-slp-vectorize

# Holds the texts of lib/python.
FROZEN = $(patsubst %,$(BUILD)/%.z,$(shell find lib/python -name '*.py')) $(BUILD)/lib/python/dictionary.z
$(BUILD)/lib/frozen.o: private CFLAGS += -Wa,-I$(BUILD)
$(BUILD)/lib/frozen.o: $(FROZEN)

# Phrases of two modules, which are long and ordinary, are not written again in the others.
DICTIONARY = $(BUILD)/lib/python/dictionary
HOSTCC ?= cc

$(BUILD)/pack $(BUILD)/pack_docs: $(BUILD)/%: lib/python/%.c
	@mkdir -p $(@D)
	$(HOSTCC) -O1 $(WARN) -I. -o $@ $< $(if $(wildcard /usr/include/zopfli/deflate.h),-lzopfli) -lz

# The texts of help in tables of methods, packed as well. They seldom change when a source does.
$(BUILD)/objects/doc.o: private CFLAGS += -Wa,-I$(BUILD)
$(BUILD)/objects/doc.o: $(BUILD)/objects/docs.z

$(BUILD)/objects/docs.z: $(BUILD)/objects/docs $(BUILD)/pack
	@$(BUILD)/pack -a $< >$@

$(BUILD)/objects/docs: $(BUILD)/objects/docs.found ;

$(BUILD)/objects/docs.found: $(filter objects/% vm/% lib/%,$(SOURCES)) $(wildcard objects/*.h vm/*.h lib/*.h) $(BUILD)/pack_docs
	@mkdir -p $(@D)
	@printf '#include "%s"\n' $(filter %.c,$^) | $(CC) -E -P -w -DDOC_TEXTS -D_GNU_SOURCE -I. -I$(BUILD) - | $(BUILD)/pack_docs >$@
	@cmp -s $@ $(basename $@) || cp $@ $(basename $@)

$(DICTIONARY): lib/python/unittest/case.py lib/python/collections/__init__.py
	@mkdir -p $(@D)
	@cat $^ >$@

$(DICTIONARY).z: $(DICTIONARY) $(BUILD)/pack
	@$(BUILD)/pack $(DICTIONARY) >$@

$(BUILD)/lib/python/%.py.z: lib/python/%.py $(DICTIONARY) $(BUILD)/pack
	@mkdir -p $(@D)
	@$(BUILD)/pack $< $(DICTIONARY) >$@

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
	@$(call INSTALL_PACKAGES,$(GOOD_PACKAGES)) || echo 'without zopfli the binary is 10 KB larger'

demo: packages
	@$(MAKE) --no-print-directory all >/dev/null
	@for example in tests/tutorial/*.py; do \
	    printf '%s\n\n' "--- $$example"; cat "$$example"; printf '\n%s\n\n' "prints"; $(BUILD)/bitis "$$example" || exit 1; echo; done

# The library for embedding: of the names in it only those of bitis.h stay visible.
$(BUILD)/install/libbitis.a: $(LIBRARY)
	@mkdir -p $(@D) && rm -f $@
	$(LD) -r -o $(@D)/bitis.o --whole-archive $(LIBRARY)
	objcopy --strip-debug --wildcard --keep-global-symbol='bitis_*' $(@D)/bitis.o
	@$(AR) rcs $@ $(@D)/bitis.o && rm -f $(@D)/bitis.o

install: all $(BUILD)/install/libbitis.a
	install -D -m 755 -s $(BUILD)/bitis $(DESTDIR)$(PREFIX)/bin/bitis
	install -D -m 644 lib/bitis.h $(DESTDIR)$(PREFIX)/include/bitis.h
	install -D -m 644 $(BUILD)/install/libbitis.a $(DESTDIR)$(PREFIX)/lib/libbitis.a
	install -D -m 644 lib/bitis.1 $(DESTDIR)$(PREFIX)/share/man/man1/bitis.1
	install -D -m 644 lib/bitis.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/bitis

# A package for Debian, in the build folder.
DEB = $(BUILD)/bitis_$(VERSION)_$(shell dpkg --print-architecture 2>/dev/null).deb
deb: all
	@rm -rf $(BUILD)/deb
	@$(MAKE) --no-print-directory install DESTDIR=$(BUILD)/deb PREFIX=/usr >/dev/null
	@gzip -9n $(BUILD)/deb/usr/share/man/man1/bitis.1
	@install -D -m 644 LICENSE $(BUILD)/deb/usr/share/doc/bitis/copyright
	@mkdir -p $(BUILD)/deb/DEBIAN
	@printf '%s\n' 'Package: bitis' 'Version: $(VERSION)' "Architecture: $$(dpkg --print-architecture)" \
	    'Maintainer: the bitis authors <bitis@localhost>' 'Section: interpreters' 'Priority: optional' 'Depends: libc6 (>= 2.34)' \
	    "Installed-Size: $$(du -sk $(BUILD)/deb/usr | cut -f1)" 'Description: small, fast interpreter for Python 3.14' \
	    ' bitis runs Python programs. It is at its best with bytes, bytearray, memoryview' \
	    ' and the buffer protocol.' >$(BUILD)/deb/DEBIAN/control
	@dpkg-deb --root-owner-group --build $(BUILD)/deb $(DEB)

bench: all
	tests/bench/run.sh $(BUILD)/bitis

# --- tests

unit: $(UNIT)

$(BUILD)/tests/%: tests/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(COMPILE) -no-pie $(LDFLAGS) -o $@ $< $(LIBRARY) $(LIBS)

# Programs that end with "N passed, N failed" like the unit tests; these want tmux.
TERMINAL_TESTS = tests/terminal/command_line.sh $(if $(shell command -v tmux),tests/terminal/run.sh tests/terminal/ten_minutes.sh)
test: all $(UNIT)
	@UNIT='$(UNIT) $(TERMINAL_TESTS)' BITIS=$(BUILD)/bitis tests/run.sh $(BUILD)/bitis

packages-check: packages
	@$(call INSTALL_PACKAGES,$(TEST_PACKAGES)) || echo 'without tmux the tests at a terminal are left out'

check: packages-check
	@$(MAKE) --no-print-directory all unit layers
	@$(MAKE) --no-print-directory test

layers: $(LIBRARY)
	@tests/layers.sh $(BUILD)

# The collector reads all of memory on purpose, so its own accesses are not checked; leaks are not a notion here.
SANITIZE_FLAGS = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -DMEM_SANITIZE
sanitize:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)-sanitize OPT=-O1 STATIC= EXTRA='$(SANITIZE_FLAGS)' \
	    LDFLAGS='-fsanitize=address,undefined' all unit
	@TEST_TIMEOUT=600 ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=0:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1 \
	    $(MAKE) --no-print-directory BUILD=$(BUILD)-sanitize OPT=-O1 STATIC= EXTRA='$(SANITIZE_FLAGS)' \
	    LDFLAGS='-fsanitize=address,undefined' test

stress:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)-stress OPT=-O1 EXTRA=-DMEM_STRESS all unit
	@TEST_TIMEOUT=600 $(MAKE) --no-print-directory BUILD=$(BUILD)-stress OPT=-O1 EXTRA=-DMEM_STRESS test

format:
	clang-format -i $(foreach f,$(FOLDERS) tests/*,$(wildcard $(f)/*.c $(f)/*.h))

clean:
	rm -rf build build-*
