// What the files str_*.c share with one another: byte offsets of code points, and the methods that str.c's table names.
#pragma once
#include "objects/str.h"
#include "objects/utf8.h"

size_t str_offset(Value s, size_t index);               // bytes before code point `index` <= length
size_t str_index_of(Value s, size_t offset);            // code points before byte `offset`, which starts one
Value str_from_bytes(Value s, size_t from, size_t to) must_use;        // the text between two byte offsets of s
Value str_self(Value s) must_use;                       // s where a method has nothing to change: exact
bool str_argument(Value v, const char *method, const char *name) must_use;     // TypeError unless v is a str
// Hash of any bytes; equal bytes have equal hashes. Never 0 or -1 but for no bytes at all, which have 0.
int64_t str_hash_bytes(const void *data, size_t size);

// Slots, by file.
Value str_get_item(Value s, Value key) must_use;                        // str_index.c
Value str_iterate(Value s) must_use;                                    // str_iterator.c
Value str_add(Value s, Value other) must_use;                           // str_concat.c
Value str_repeat(Value s, Value count) must_use;
Value str_repr(Value s) must_use;                                       // str_repr.c
int str_contains(Value s, Value item) must_use;                         // str_find.c

// Appends repr(s); `ascii`: as ascii() has it.
void str_repr_into(StrBuilder *builder, Value s, bool ascii);

extern const MethodDef str_methods[];                                   // str_methods.c
