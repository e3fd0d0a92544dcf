// The names of characters (Unicode 16), as unicodedata.name() and lookup() know them.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UNICODE_NAME_MAX = 256 };        // longer than any name, with its NUL

// Writes the name of c and a NUL; its length, 0 if it has none, -1 if there is no memory (without an exception).
int unicode_name(uint32_t c, char out[UNICODE_NAME_MAX]);
// The characters with that name, whether of one character, an alias, or (with `sequences`) of several: how many, 0 if there is no
// such name, -1 if there is no memory (without an exception).
enum { UNICODE_SEQUENCE_MAX = 4 };
int unicode_lookup(const char *name, size_t size, bool sequences, uint32_t out[UNICODE_SEQUENCE_MAX]);

// unicode_unpack.c: all names but those that follow a rule, in the order of their characters; behind them the aliases and the
// names of sequences. In memory of malloc that is kept for good.
typedef struct {
    char *text;
    uint32_t *starts;           // of each in text; they end with a NUL
    size_t count;
} UnicodeNames;
bool unicode_names_unpack(UnicodeNames *names);
