// str: immutable text as UTF-8 (lone surrogates in their 3-byte form), with the number of code points. ASCII
// text is indexed directly; other text gets a table of offsets, one for every 64 code points, when first
// indexed.
//
// The text lies behind the header, in `store`, and such an object has no pointer that the collector must
// follow. Two kinds have it elsewhere and keep it alive by `data`: instances of subclasses, and grown
// strings. A grown string is what a loop of `s += x` makes: its text is the beginning of a block with spare
// room behind, shared with the strings it grew from and those that grow from it (str_concat.c). Behind a
// grown string there need not be a NUL: where C wants one, use str_c().
#pragma once
#include "objects/object.h"
#include <stdarg.h>

typedef struct {
    Object head;
    int64_t hash;               // 0: not computed yet
    char *data;
    size_t size;                // bytes
    size_t length;              // code points; equal to size for ASCII
    uint32_t *offsets;          // byte offset of code points 64, 128 ...; 0: not built
    bool interned;              // the one object of its content among interned ones
    bool grown;                 // data is that of a StrBlock
    uint8_t concatenated;       // how many calls of str_concat have made it, 2 for more: the next one then leaves spare room
    char store[];               // the text, followed by a NUL that does not count
} Str;

extern Type str_type, str_iterator_type, str_ascii_iterator_type;
extern Str str_latin1_objects[256];                             // the only strings of one character below 256

// Of str_iterator_type and str_ascii_iterator_type; the latter walk ASCII text, a character a byte.
typedef struct {
    Object head;
    Value text;                 // 0 when exhausted
    size_t offset;              // of the next character, in bytes
} StrIterator;
static inline bool str_check(Value v) { return v && value_has(v, TYPE_IS_STR); }          // str or a subclass
static inline Str *str_of(Value v) { return (Str *)value_object(v); }
static inline const char *str_data(Value v) { return str_of(v)->data; }
static inline size_t str_size(Value v) { return str_of(v)->size; }
static inline size_t str_length(Value v) { return str_of(v)->length; }
static inline bool str_is_ascii(Value v) { return str_of(v)->size == str_of(v)->length; }

Value str_new(const char *utf8, size_t size) must_use;         // must be valid (generalised) UTF-8; counts the code points
Value str_from(const char *c_string) must_use;
Value str_ascii(const char *ascii, size_t size) must_use;      // known to be ASCII
Value str_room(size_t size, size_t length) must_use;           // contents to be filled in by the caller before anyone sees it
Value str_from_code_point(uint32_t code_point) must_use;       // cached for Latin-1
Value str_format(const char *format, ...) must_use;            // the formats of error.h
Value str_format_list(const char *format, va_list arguments) must_use;
Value str_escaped(Value s) must_use;                           // what is not ASCII as \x, \u and \U
Value str_exact(Value s) must_use;                             // the str of equal content that is not of a subclass
const char *str_c(Value s) must_use;                           // with a NUL behind; the text may contain others
bool str_has_surrogates(Value s);                              // lone surrogates are in it: it cannot be encoded strictly
Value str_intern(Value s) must_use;                            // the interned str of equal content (exact str)
Value intern(const char *c_string) must_use;                   // interned, for names in C
bool str_equal(Value a, Value b);                              // contents
bool str_equal_c(Value s, const char *c_string);
int64_t str_hash_value(Value s);                               // never -1, never raises
Value str_concat(Value a, Value b) must_use;
Value str_substring(Value s, size_t start, size_t end) must_use;       // code points, start <= end <= length
Value str_join(Value separator, Value iterable) must_use;
uint32_t str_at(Value s, size_t index);                        // code point at index < length

// Names that C code needs again and again, interned at start: NAME(__len__) is the str "__len__" etc. The
// list is names.def.
#define NAME(id) (known_names.id)
typedef struct {
#define X(id, text) Value id;
#include "objects/names.def"
#undef X
} KnownNames;
extern KnownNames known_names;
void names_init(void);          // str.c

// A growing text; str_builder_finish makes the str. After a failed append the builder stays failed and finish
// answers 0. It starts in `small` and must not be copied. Everything between `data` and the finished str is
// its own business.
typedef struct {
    char *data;
    size_t size, capacity, length;      // bytes, bytes, code points
    bool failed;
    char small[128];
} StrBuilder;
void str_builder_init(StrBuilder *builder);
void str_builder_add(StrBuilder *builder, const char *utf8, size_t size);
void str_builder_add_ascii(StrBuilder *builder, const char *ascii, size_t size);
void str_builder_add_c(StrBuilder *builder, const char *c_string);
void str_builder_add_char(StrBuilder *builder, uint32_t code_point);
void str_builder_add_str(StrBuilder *builder, Value s);
Value str_builder_finish(StrBuilder *builder) must_use;
// Room for `size` more bytes at data + size; the caller then adds to size and length. NULL: failed.
char *str_builder_reserve(StrBuilder *builder, size_t size);
void str_builder_add_fill(StrBuilder *builder, uint32_t code_point, size_t count);
void str_builder_add_repr(StrBuilder *builder, Value v);        // object_repr(v)
void str_builder_add_format(StrBuilder *builder, const char *format, ...);      // the formats of error.h
