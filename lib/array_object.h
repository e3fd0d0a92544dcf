// array.array: a sequence of numbers of one kind in one block of memory. What array_object.c gives to module_array.c, which has
// the methods and the module.
#pragma once
#include "objects/buffer.h"
#include "objects/object.h"

typedef struct {
    Object head;
    uint8_t *data;
    size_t count, capacity;     // items
    size_t itemsize;
    char typecode;              // as Python sees it
    char code;                  // how items are read: a code of struct_item.h, or 'w' for characters of four bytes
    Exports exports;
} Array;
extern Type array_type;
extern const MethodDef array_methods[];
extern const AttributeDef array_attributes[];

static inline Array *array_of(Value v) { return (Array *)value_object(v); }
static inline bool array_check(Value v) { return object_is_instance(v, &array_type); }
static inline bool array_is_text(const Array *a) { return a->code == 'w'; }

// An exact array of `count` items; data 0: contents not set. typecode is valid.
Value array_new(char typecode, const uint8_t *data, size_t count) must_use;
bool array_valid_typecode(char typecode);
bool array_allow(Array *a) must_use;                           // may be resized; BufferError otherwise
bool array_resize(Value v, size_t count) must_use;             // new items are undefined
Value array_get(const Array *a, size_t index) must_use;        // index < count
// One item to `out`. May run Python code; messages are those of array.
bool array_pack(const Array *a, uint8_t *out, Value v) must_use;
// Stores what can be stored without running Python code, from the first item on; how many that were. There is room for all.
size_t array_store_plain(Array *a, size_t at, const Value *items, size_t count);
bool array_insert(Value v, ptrdiff_t index, Value item) must_use;      // PTRDIFF_MAX: at the end
bool array_delete(Value v, size_t from, size_t count) must_use;        // that range is there
bool array_extend(Value v, Value source) must_use;             // any iterable
bool array_add_bytes(Value v, Value source) must_use;          // frombytes()
Value array_text(const Array *a, char typecode) must_use;        // tounicode() of an array of this typecode
bool array_add_text(Value v, Value text) must_use;             // fromunicode()
