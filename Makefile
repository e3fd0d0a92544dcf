# bitis. `make` builds build/bitis; see `make help`.

BUILD ?= build
PREFIX ?= /usr/local
OPT ?= -O2
WARN = -Wall -Wextra
EXTRA ?=
CFLAGS ?=
LDFLAGS ?=
# Self-contained where the system's static libraries allow it; `make STATIC=` links dynamically.
STATIC ?= -static

COMPILE = $(CC) -std=gnu17 $(OPT) -g $(WARN) -fno-strict-aliasing -fno-math-errno -D_GNU_SOURCE -I. -I$(BUILD) $(EXTRA) $(CFLAGS)
LIBS = -lgc -lgmp -lpthread -lm

FOLDERS = lexer parser objects vm/compiler vm lib
SOURCES = $(foreach f,$(FOLDERS),$(wildcard $(f)/*.c))
GENERATED = $(patsubst %.re,$(BUILD)/%.c,$(wildcard lexer/*.re)) $(patsubst %.y,$(BUILD)/%.c,$(wildcard parser/*.y))
OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(SOURCES)) $(GENERATED:.c=.o)
MAIN = $(BUILD)/lib/main.o
LIBRARY = $(BUILD)/libbitis.a

.PHONY: all demo check install bench layers sanitize stress format clean help packages unit
.SECONDARY:

all: $(BUILD)/bitis

$(BUILD)/bitis: $(MAIN) $(LIBRARY)
	$(COMPILE) $(LDFLAGS) $(STATIC) -o $@ $(MAIN) $(LIBRARY) $(LIBS)

$(LIBRARY): $(filter-out $(MAIN),$(OBJECTS))
	rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/%.o: %.c | generated
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/%.o: $(BUILD)/%.c | generated
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -c -o $@ $<

.PHONY: generated
generated: $(GENERATED)

$(BUILD)/%.c: %.re
	@mkdir -p $(@D)
	re2c -W -i --no-generation-date -o $@ $<

$(BUILD)/parser/grammar.c: parser/grammar.y
	@mkdir -p $(@D)
	lemon -q -d$(@D) $< 

-include $(OBJECTS:.o=.d)

clean:
	rm -rf build build-*
