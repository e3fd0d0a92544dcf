// What the format_*.c files share.
#pragma once
#include "objects/format.h"

// "Unknown format code 'c' for object of type 'T'"; always false.
bool format_unknown_code(uint32_t code, const char *type_name);
// sign + body, padded to the width; body[0..size) has `length` code points.
Value format_pad(const char *sign, size_t sign_size, const char *body, size_t size, size_t length, const FormatSpec *spec,
                 char usual_align) must_use;
