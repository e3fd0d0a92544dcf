// UTF-8 sixteen bytes at a time: validated, and taken apart into units of 16 bits and put together again,
// which is the middle of all encodings and of slices with a step. A processor that cannot shuffle bytes gets
// the same results by plain loops.
#pragma once
#include "objects/utf8.h"

// Characters from *at on, until `room` are there, the text ends, or one comes that is beyond U+FFFF. How
// many; *at is behind them.
size_t utf8_to_units(uint16_t *out, size_t room, const char **at, const char *end);
// Each unit is a character, a surrogate like any other; `units` need not be aligned. May write 15 bytes
// behind the end.
char *utf8_from_units(char *out, const void *units, size_t count);
// Some bytes at the beginning that are strict UTF-8 in whole characters; these are added to *count.
size_t utf8_valid_lanes(const uint8_t *data, size_t size, size_t *count);
// Behind `count` characters, which the text has.
const char *utf8_advance(const char *text, const char *end, size_t count);
// Writes the characters from `start` to `end` in the opposite order.
char *utf8_reversed(char *out, const char *start, const char *end);
