// What the format_*.c files share.
#pragma once
#include "objects/format.h"

// "Unknown format code 'c' for object of type 'T'"; always false.
bool format_unknown_code(uint32_t code, const char *type_name);
// The text, of `length` code points, padded to the width; `usual_align` if the specification has none.
Value format_pad(const char *text, size_t size, size_t length, const FormatSpec *spec, char usual_align) must_use;
