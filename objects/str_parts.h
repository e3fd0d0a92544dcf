// What the files str_*.c share with one another: byte offsets of code points, and the methods that str.c's
// table names.
#pragma once
#include "objects/str.h"
#include "objects/utf8.h"

size_t str_offset(Value s, size_t index);               // bytes before code point `index` <= length
size_t str_index_of(Value s, size_t offset);            // code points before byte `offset`, which starts one
Value str_from_bytes(Value s, size_t from, size_t to) must_use;        // the text between two byte offsets of s
Value str_self(Value s) must_use;                       // s where a method has nothing to change: exact
// TypeError "METHOD argument NAME must be str, not T" unless v is a str.
bool str_argument(Value v, const char *method, const char *name) must_use;
// Hash of any bytes; equal bytes have equal hashes. Never 0 or -1 but for no bytes at all, which have 0.
int64_t str_hash_bytes(const void *data, size_t size);

// Slots, by file.
Value str_get_item(Value s, Value key) must_use;                        // str_index.c
Value str_iterate(Value s) must_use;                                    // str_iterator.c
Value str_add(Value s, Value other) must_use;                           // str_concat.c
Value str_repeat(Value s, Value count) must_use;
Value str_repr(Value s) must_use;                                       // str_repr.c
int str_contains(Value s, Value item) must_use;                         // str_find.c

void str_repr_into(StrBuilder *builder, Value s);       // appends repr(s)
char *str_write_escape(char *out, uint32_t c);          // \x, \u or \U and the digits, at most 10 bytes
void str_add_escape(StrBuilder *builder, uint32_t c);

// Methods, by file.
Value str_py_find(Value self, Value *args);                             // str_find.c
Value str_py_rfind(Value self, Value *args);
Value str_py_index(Value self, Value *args);
Value str_py_rindex(Value self, Value *args);
Value str_py_count(Value self, Value *args);
Value str_py_startswith(Value self, Value *args);
Value str_py_endswith(Value self, Value *args);
Value str_py_partition(Value self, Value *args);
Value str_py_rpartition(Value self, Value *args);
Value str_py_removeprefix(Value self, Value *args);
Value str_py_removesuffix(Value self, Value *args);
Value str_py_replace(Value self, Value *args);                          // str_replace.c
Value str_py_split(Value self, Value *args);                            // str_split.c
Value str_py_rsplit(Value self, Value *args);
Value str_py_splitlines(Value self, Value *args);
Value str_py_strip(Value self, Value *args);
Value str_py_lstrip(Value self, Value *args);
Value str_py_rstrip(Value self, Value *args);
Value str_py_upper(Value self, Value *args);                            // str_case.c
Value str_py_lower(Value self, Value *args);
Value str_py_title(Value self, Value *args);
Value str_py_capitalize(Value self, Value *args);
Value str_py_swapcase(Value self, Value *args);
Value str_py_casefold(Value self, Value *args);
Value str_py_isalnum(Value self, Value *args);                          // str_class.c
Value str_py_isalpha(Value self, Value *args);
Value str_py_isascii(Value self, Value *args);
Value str_py_isdecimal(Value self, Value *args);
Value str_py_isdigit(Value self, Value *args);
Value str_py_isidentifier(Value self, Value *args);
Value str_py_islower(Value self, Value *args);
Value str_py_isnumeric(Value self, Value *args);
Value str_py_isprintable(Value self, Value *args);
Value str_py_isspace(Value self, Value *args);
Value str_py_istitle(Value self, Value *args);
Value str_py_isupper(Value self, Value *args);
Value str_py_center(Value self, Value *args);                           // str_justify.c
Value str_py_ljust(Value self, Value *args);
Value str_py_rjust(Value self, Value *args);
Value str_py_zfill(Value self, Value *args);
Value str_py_expandtabs(Value self, Value *args);
Value str_py_translate(Value self, Value *args);                        // str_translate.c
Value str_py_maketrans(Value self, Value *args);
extern const MethodDef str_methods[];                                   // str_methods.c
