// Decompositions of characters, and the normal forms of text.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { UNICODE_NFC, UNICODE_NFKC, UNICODE_NFD, UNICODE_NFKD } UnicodeForm;      // in the order of UNICODE_NOT_...

// The code points that c decomposes into, in one step: how many (0: it does not; -1: out of memory, without an exception),
// where they are, and the kind, a number for
// what stands in angle brackets in UnicodeData.txt; 0: canonical. Hangul syllables are not among them.
ptrdiff_t unicode_decomposition(uint32_t c, unsigned *kind, const uint32_t **points);

// Valid UTF-8 that is surely in the form. False: it may or may not be.
bool unicode_seems_normal(const char *text, size_t size, UnicodeForm form);
// The form of valid UTF-8, as code points for the caller to free. NULL: out of memory.
uint32_t *unicode_normalize(const char *text, size_t size, UnicodeForm form, size_t *count);
