// What the two halves of the module _json share: reading (json_read.c) and writing (json_write.c).
#pragma once
#include "objects/object.h"

// The value that begins at character `at` of a str, by the hooks of `decoder`, as a pair (value, end). JSONDecodeError.
Value json_read(Value text, size_t at, Value decoder) must_use;
// The JSON text of a value, written as `encoder` says.
Value json_write(Value v, Value encoder) must_use;
// A str as JSON writes it; `ascii`: other characters as escapes.
Value json_quote(Value text, bool ascii) must_use;
