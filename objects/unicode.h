// What Unicode 16 says about characters, as far as str asks: classes, decimal digits, and full case mappings.
// Code points up to 0x10FFFF.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

void unicode_init(void);                        // at the start: keeps the tables out of collections

bool unicode_is_alpha(uint32_t c);              // letters: L*
bool unicode_is_decimal(uint32_t c);
bool unicode_is_digit(uint32_t c);
bool unicode_is_numeric(uint32_t c);
bool unicode_is_space(uint32_t c);
bool unicode_is_printable(uint32_t c);          // shown by repr() as it is
bool unicode_is_upper(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_cased(uint32_t c);
bool unicode_is_case_ignorable(uint32_t c);
bool unicode_is_identifier_start(uint32_t c);
bool unicode_is_identifier(uint32_t c);         // may continue one
bool unicode_is_wide(uint32_t c);               // takes two columns on a screen
int unicode_decimal(uint32_t c);                // 0 to 9, or -1

#define UNICODE_CASE_MAX 3
typedef enum { UNICODE_UPPERCASE, UNICODE_LOWERCASE, UNICODE_TITLECASE, UNICODE_FOLDCASE } UnicodeCase;
// Writes the 1 to 3 code points that c becomes and returns their number.
size_t unicode_map(uint32_t c, UnicodeCase to, uint32_t out[UNICODE_CASE_MAX]);
