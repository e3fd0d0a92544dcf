// Constants: the constant table of a unit. Equal constants of the same type share an entry; 0.0 and -0.0,
// 1, 1.0 and True do not.
#include "objects/bytes.h"
#include "objects/complex.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "vm/compiler/compile.h"
#include <stdlib.h>

static uint64_t mix(uint64_t hash, uint64_t word) { return (hash ^ word) * 0x9e3779b97f4a7c15ull; }

static uint64_t hash_double(double number) {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static uint64_t constant_hash(Value v) {
    Type *type = type_of(v);
    uint64_t hash = (uint64_t)(uintptr_t)type;
    if (type == &str_type) return mix(hash, (uint64_t)str_hash_value(v));
    if (type == &int_type) return mix(hash, (uint64_t)int_hash_value(v));
    if (type == &float_type) return mix(hash, hash_double(float_get(v)));
    if (type == &bytes_type) return mix(hash, bytes_size(v));
    if (type == &complex_type) return mix(hash, hash_double(((Complex *)value_object(v))->imag));
    if (type == &tuple_type) {
        for (size_t i = 0; i < tuple_count(v); i++) hash = mix(hash, constant_hash(tuple_get(v, i)));
        return hash;
    }
    return mix(hash, v);
}

static bool constant_same(Value a, Value b) {
    if (a == b) return true;
    Type *type = type_of(a);
    if (type != type_of(b)) return false;
    if (type == &str_type) return str_equal(a, b);
    if (type == &int_type) return int_compare(a, b) == 0;
    if (type == &float_type) return hash_double(float_get(a)) == hash_double(float_get(b));
    if (type == &bytes_type)
        return bytes_size(a) == bytes_size(b) && memcmp(bytes_data(a), bytes_data(b), bytes_size(a)) == 0;
    if (type == &complex_type) {
        Complex *x = (Complex *)value_object(a), *y = (Complex *)value_object(b);
        return hash_double(x->real) == hash_double(y->real) && hash_double(x->imag) == hash_double(y->imag);
    }
    if (type != &tuple_type || tuple_count(a) != tuple_count(b)) return false;
    for (size_t i = 0; i < tuple_count(a); i++)
        if (!constant_same(tuple_get(a, i), tuple_get(b, i))) return false;
    return true;
}

static uint32_t *table_find(const Unit *unit, Value value) {
    uint32_t mask = unit->constant_table_size - 1;
    uint64_t hash = constant_hash(value);
    uint32_t at = (uint32_t)(hash ^ hash >> 32) & mask;
    while (unit->constant_table[at] &&
           !constant_same(list_of(unit->constants)->items[unit->constant_table[at] - 1], value))
        at = (at + 1) & mask;
    return &unit->constant_table[at];
}

static bool table_grow(Compiler *c, Unit *unit) {
    uint32_t size = unit->constant_table_size ? unit->constant_table_size * 2 : 32;
    uint32_t *table = calloc(size, sizeof *table);
    if (!table) {
        raise_memory_error();
        compile_fail(c);
        return false;
    }
    free(unit->constant_table);
    unit->constant_table = table;
    unit->constant_table_size = size;
    List *constants = list_of(unit->constants);
    for (size_t i = 0; i < constants->count; i++) *table_find(unit, constants->items[i]) = (uint32_t)i + 1;
    return true;
}

uint32_t emit_constant_index(Compiler *c, Value value) {
    Unit *unit = c->unit;
    if (c->failed || !value) return 0;
    List *constants = list_of(unit->constants);
    if ((constants->count + 1) * 2 > unit->constant_table_size && !table_grow(c, unit)) return 0;
    uint32_t *place = table_find(unit, value);
    if (!*place) {
        if (!list_append(unit->constants, value)) {
            compile_fail(c);
            return 0;
        }
        *place = (uint32_t)constants->count;
    }
    return *place - 1;
}
