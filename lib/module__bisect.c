// bisect: where a value belongs in a sorted sequence.
#include "lib/lib.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/sequence.h"

// The bounds of the search. False: raised.
static bool read_bounds(Value sequence, Value low, Value high, ptrdiff_t *from, ptrdiff_t *to) {
    *from = 0;
    *to = -1;
    if (low && !sequence_size(low, from)) return false;
    if (high && high != NONE && !sequence_size(high, to)) return false;
    if (*from < 0) return raise_value_error("lo must be non-negative");
    if (*to != -1 && high && high != NONE) return true;
    *to = object_length(sequence);
    return *to >= 0;
}

// Whether the value belongs before the item: 1, 0, -1: raised. Only `<` is asked.
static int belongs_before(Value value, Value item, Value key, bool right) {
    if (key && key != NONE && !(item = object_call1(key, item))) return -1;
    if (right) return object_compare_truth(value, item, COMPARE_LT);
    int less = object_compare_truth(item, value, COMPARE_LT);
    return less < 0 ? -1 : !less;
}

static Value item_at(Value sequence, ptrdiff_t index) {
    if (value_is(sequence, &list_type) && (size_t)index < list_of(sequence)->count)
        return list_of(sequence)->items[index];
    if (type_of(sequence)->get_item == dict_type.get_item) return raise_type_error("%T is not a sequence", sequence);
    if (!type_of(sequence)->get_item) return raise_type_error("'%T' object does not support indexing", sequence);
    Value position = int_from_int64(index);
    return position ? object_get_item(sequence, position) : 0;
}

// The index, or -1: raised. args: sequence, value, lo, hi, key.
static ptrdiff_t find(Value *args, Value value, bool right) {
    ptrdiff_t from, to;
    if (!read_bounds(args[0], args[2], args[3], &from, &to)) return -1;
    while (from < to) {
        ptrdiff_t middle = from + (to - from) / 2;
        Value item = item_at(args[0], middle);
        int before = item ? belongs_before(value, item, args[4], right) : -1;
        if (before < 0) return -1;
        if (before) to = middle;
        else from = middle + 1;
    }
    return from;
}

static Value bisect(Value *args, bool right) {
    ptrdiff_t index = find(args, args[1], right);
    return index < 0 ? 0 : int_from_int64(index);
}

static Value insort(Value *args, bool right) {
    Value sequence = args[0], value = args[1], by = value;
    if (args[4] && args[4] != NONE && !(by = object_call1(args[4], value))) return 0;
    ptrdiff_t index = find(args, by, right);
    if (index < 0) return 0;
    if (value_is(sequence, &list_type)) {
        size_t count = list_of(sequence)->count;
        return list_insert(sequence, (size_t)index < count ? (size_t)index : count, value) ? NONE : 0;
    }
    return object_call_method(sequence, intern("insert"), (Value[]){int_from_int64(index), value}, 2) ? NONE : 0;
}

static Value py_bisect_right(Value self, Value *args) { return (void)self, bisect(args, true); }
static Value py_bisect_left(Value self, Value *args) { return (void)self, bisect(args, false); }
static Value py_insort_right(Value self, Value *args) { return (void)self, insort(args, true); }
static Value py_insort_left(Value self, Value *args) { return (void)self, insort(args, false); }

#define ROW(name, function, doc) FUNCTION(name, function, "a, x, lo=0, hi=None, *, key=None", doc)

static const MethodDef functions[] = {
    ROW("bisect_right", py_bisect_right,
        "The index behind all items of the sorted sequence a that are not above x."),
    ROW("bisect_left", py_bisect_left,
        "The index of the first item of the sorted sequence a that is not below x."),
    ROW("insort_right", py_insort_right, "Insert x into the sorted sequence a, behind those equal to it."),
    ROW("insort_left", py_insort_left, "Insert x into the sorted sequence a, before those equal to it."),
    METHODS_END
};

Value module__bisect_make(void) {
    Value module = module_new(intern("_bisect"));
    return module && module_add_functions(module, functions) ? module : 0;
}
