// itertools: count, cycle and repeat, which need no end.
#include "lib/itertools.h"
#include "objects/complex.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include "objects/type.h"

// --- count

typedef struct {
    Object head;
    Value at, step;
} Count;

static Count *count_of(Value v) { return (Count *)value_object(v); }

static bool is_number(Value v) {
    Type *type = type_of(v);
    type_ensure_ready(type);
    return type->index || type->to_int || type->to_float || object_is_instance(v, &complex_type);
}

static Value count_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND("count", "start=0, step=1", bound)) return 0;
    for (int i = 0; i < 2; i++)
        if (bound[i] && !is_number(bound[i])) return raise_type_error("a number is required");
    Value start = bound[0] ? bound[0] : SMALL(0), step = bound[1] ? bound[1] : SMALL(1);
    // True and its like count as 1 where only ints come out.
    if (step == SMALL(1) && int_check(start) && !(start = int_exact(start))) return 0;
    Value self = instance_new(type);
    if (!self) return 0;
    count_of(self)->at = start;
    count_of(self)->step = step;
    return self;
}

static Value count_next(Value self) {
    Count *c = count_of(self);
    Value at = c->at;
    int64_t next;
    bool small = value_is_small(at) && value_is_small(c->step);
    if (likely(small && !__builtin_add_overflow(small_int(at), small_int(c->step), &next) &&
               small_fits(next))) {
        c->at = small_value(next);
        return at;
    }
    Value sum = object_binary(BINARY_ADD, at, c->step);
    if (!sum) return 0;
    c->at = sum;
    return at;
}

static Value count_repr(Value self) {
    Value name = type_name(type_of(self));
    const Count *c = count_of(self);
    if (!name) return 0;
    return c->step == SMALL(1) ? str_format("%S(%R)", name, c->at)
                               : str_format("%S(%R, %R)", name, c->at, c->step);
}

Type itertools_count_type = {
    ITERATOR_TYPE(count, Count),
    .doc = "Gives start, start + step, start + 2 * step and so on.",
    .signature = "start=0, step=1",
    .repr = count_repr,
};

// --- cycle

typedef struct {
    Object head;
    Value iterator;             // 0 when exhausted: then `saved` is gone through again and again
    Value saved;                // list
    size_t index;
} Cycle;

static Value cycle_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[1];
    if (!NATIVE_BIND_NEW("cycle", "iterable, /", bound)) return 0;
    Value iterator = object_iter(bound[0]), saved = iterator ? list_with_capacity(0) : 0;
    Cycle *cycle = saved ? (Cycle *)value_object(instance_new(type)) : 0;
    if (!cycle) return 0;
    cycle->iterator = iterator;
    cycle->saved = saved;
    return VALUE(cycle);
}

static Value cycle_next(Value self) {
    Cycle *cycle = (Cycle *)value_object(self);
    if (cycle->iterator) {
        Value item = object_step(cycle->iterator);
        if (item) return list_append(cycle->saved, item) ? item : 0;
        if (error_occurred()) return 0;
        cycle->iterator = 0;
    }
    const List *saved = list_of(cycle->saved);
    if (!saved->count) return 0;
    if (cycle->index >= saved->count) cycle->index = 0;
    return saved->items[cycle->index++];
}

Type itertools_cycle_type = {
    ITERATOR_TYPE(cycle, Cycle),
    .doc = "Gives the items of an iterable, and then the same again for ever.",
    .signature = "iterable, /",
};

// --- repeat

typedef struct {
    Object head;
    Value object;
    ptrdiff_t left;             // -1: for ever
} Repeat;

static Repeat *repeat_of(Value v) { return (Repeat *)value_object(v); }

static Value repeat_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    ptrdiff_t times = -1;
    if (!NATIVE_BIND("repeat", "object, times=<unrepresentable>", bound)) return 0;
    if (bound[1]) {
        if (!sequence_size(bound[1], &times)) return 0;
        if (times < 0) times = 0;
    }
    Value self = instance_new(type);
    if (!self) return 0;
    repeat_of(self)->object = bound[0];
    repeat_of(self)->left = times;
    return self;
}

static Value repeat_next(Value self) {
    Repeat *repeat = repeat_of(self);
    if (repeat->left == 0) return 0;
    if (repeat->left > 0) repeat->left--;
    return repeat->object;
}

static Value repeat_repr(Value self) {
    Value name = type_name(type_of(self));
    const Repeat *repeat = repeat_of(self);
    if (!name) return 0;
    if (repeat->left < 0) return str_format("%S(%R)", name, repeat->object);
    return str_format("%S(%R, %zd)", name, repeat->object, repeat->left);
}

static Value repeat_py_length_hint(Value self, Value *args) {
    (void)args;
    if (repeat_of(self)->left < 0) return raise_type_error("len() of unsized object");
    return small_value(repeat_of(self)->left);
}

static const MethodDef repeat_methods[] = {
    METHOD("__length_hint__", repeat_py_length_hint, "", "How often the object will still be given."),
    METHODS_END
};

Type itertools_repeat_type = {
    ITERATOR_TYPE(repeat, Repeat),
    .doc = "Gives one object again and again: `times` times, or for ever.",
    .signature = "object, times=<unrepresentable>",
    .repr = repeat_repr,
    .methods = repeat_methods,
};
