// itertools: several items at a time (batched, pairwise), groups of equal items, and one iterator read by
// several.
#include "lib/itertools.h"
#include "objects/generic_alias.h"
#include "objects/key.h"
#include "objects/sequence.h"
#include "objects/tuple.h"
#include "objects/type.h"

// --- batched

typedef struct {
    Object head;
    Value iterator;             // 0 when exhausted
    size_t size;
    bool strict;
} Batched;

static Value batched_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[3];
    ptrdiff_t size;
    if (!NATIVE_BIND("batched", "iterable, n, *, strict=False", bound) || !sequence_size(bound[1], &size))
        return 0;
    int strict = bound[2] ? object_truth(bound[2]) : 0;
    if (strict < 0) return 0;
    if (size < 1) return raise_value_error("n must be at least one");
    Value iterator = object_iter(bound[0]);
    Batched *batched = iterator ? (Batched *)value_object(instance_new(type)) : 0;
    if (!batched) return 0;
    batched->iterator = iterator;
    batched->size = (size_t)size;
    batched->strict = strict;
    return VALUE(batched);
}

// A batch is collected in room that grows: n may be more than memory has.
static Value batched_next(Value self) {
    Batched *batched = (Batched *)value_object(self);
    if (!batched->iterator) return 0;
    size_t room = batched->size < 64 ? batched->size : 64, count = 0;
    Value *items = mem_alloc(room * sizeof *items);
    if (!items) return 0;
    for (Value item; count < batched->size && batched->iterator && (item = object_step(batched->iterator));) {
        if (count == room) {
            if (!(items = mem_realloc(items, room * sizeof *items, room * 2 * sizeof *items))) return 0;
            room *= 2;
        }
        items[count++] = item;
    }
    if (error_occurred()) return batched->iterator = 0;
    if (count < batched->size) {
        batched->iterator = 0;
        if (count && batched->strict) return raise_value_error("batched(): incomplete batch");
    }
    return count ? tuple_new(items, count) : 0;
}

Type itertools_batched_type = {
    ROW_ITERATOR_TYPE(batched, Batched),
    .doc = "Gives tuples of n items of an iterable; the last one may be shorter, unless strict is true.",
    .signature = "iterable, n, *, strict=False",
};

// --- pairwise

typedef struct {
    Object head;
    Value iterator;             // 0 when exhausted
    Value before;
} Pairwise;

static Value pairwise_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[1];
    if (!NATIVE_BIND_NEW("pairwise", "iterable, /", bound)) return 0;
    Value iterator = object_iter(bound[0]), self = iterator ? instance_new(type) : 0;
    if (self) ((Pairwise *)value_object(self))->iterator = iterator;
    return self;
}

static Value pairwise_next(Value self) {
    Pairwise *pairwise = (Pairwise *)value_object(self);
    if (!pairwise->iterator) return 0;
    if (!pairwise->before) pairwise->before = object_step(pairwise->iterator);
    Value before = pairwise->before,
          item = before && pairwise->iterator ? object_step(pairwise->iterator) : 0;
    if (!item) return pairwise->iterator = pairwise->before = 0;
    pairwise->before = item;
    return tuple_pair(before, item);
}

Type itertools_pairwise_type = {
    ROW_ITERATOR_TYPE(pairwise, Pairwise),
    .doc = "Gives pairs of neighbouring items: first and second, second and third, and so on.",
    .signature = "iterable, /",
};

// --- groupby, and the groups it gives

typedef struct {
    Object head;
    Value iterator;
    Value function;             // 0: items are their own keys
    Value wanted_key;           // of the group given last
    Value key, item;            // read ahead, or 0
    Value group;                // given last
} Groupby;

typedef struct {
    Object head;
    Groupby *parent;
    Value key;
} Grouper;

static Value groupby_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND("groupby", "iterable, key=None", bound)) return 0;
    Value iterator = object_iter(bound[0]), self = iterator ? instance_new(type) : 0;
    if (!self) return 0;
    ((Groupby *)value_object(self))->iterator = iterator;
    ((Groupby *)value_object(self))->function = bound[1] == NONE ? 0 : bound[1];
    return self;
}

// Reads one item ahead. False: exhausted, or raised.
static bool read_item(Groupby *groupby) {
    Value item = object_step(groupby->iterator);
    Value key = item && groupby->function ? object_call1(groupby->function, item) : item;
    if (!key) return false;
    groupby->item = item;
    groupby->key = key;
    return true;
}

static Value groupby_next(Value self) {
    Groupby *groupby = (Groupby *)value_object(self);
    groupby->group = 0;
    // What is left of the last group is passed over.
    for (;;) {
        if (groupby->key) {
            if (!groupby->wanted_key) break;
            int same = key_equal(groupby->wanted_key, groupby->key);
            if (same < 0) return 0;
            if (!same) break;
        }
        if (!read_item(groupby)) return 0;
    }
    groupby->wanted_key = groupby->key;
    Grouper *group = mem_object(&itertools_grouper_type, sizeof *group);
    if (!group) return 0;
    group->parent = groupby;
    group->key = groupby->key;
    groupby->group = VALUE(group);
    return tuple_pair(groupby->key, VALUE(group));
}

static Value grouper_next(Value self) {
    Grouper *group = (Grouper *)value_object(self);
    Groupby *parent = group->parent;
    if (parent->group != self || (!parent->item && !read_item(parent))) return 0;
    if (key_equal(group->key, parent->key) <= 0) return 0;
    Value item = parent->item;
    parent->item = parent->key = 0;
    return item;
}

Type itertools_groupby_type = {
    ROW_ITERATOR_TYPE(groupby, Groupby),
    .doc = "Gives pairs (key, iterator over neighbouring items with that key).",
    .signature = "iterable, key=None",
};

Type itertools_grouper_type = {
    .head = {&type_type},
    .name = "itertools._grouper",
    .doc = "The items of one group.",
    .size = sizeof(Grouper),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = grouper_next,
};

// --- tee: each reader has a place in a chain of the items read so far; what all have passed is dropped

typedef struct Cell {
    Value item;                 // 0: not read yet
    struct Cell *next;
} Cell;

typedef struct {
    Value iterator;
    bool running;
} Source;

typedef struct {
    Object head;
    Source *source;
    Cell *cell;
} Tee;

static Tee *tee_of(Value v) { return (Tee *)value_object(v); }

static Value tee_copy(Value self) {
    Tee *tee = mem_object(&itertools_tee_type, sizeof *tee);
    if (!tee) return 0;
    tee->source = tee_of(self)->source;
    tee->cell = tee_of(self)->cell;
    return VALUE(tee);
}

static Value tee_new(Type *type, Value iterable) {
    Value iterator = object_iter(iterable);
    if (!iterator) return 0;
    if (value_is(iterator, &itertools_tee_type)) return tee_copy(iterator);
    Source *source = mem_alloc(sizeof *source);
    Cell *cell = mem_alloc(sizeof *cell);
    Value self = source && cell ? instance_new(type) : 0;
    if (!self) return 0;
    source->iterator = iterator;
    tee_of(self)->source = source;
    tee_of(self)->cell = cell;
    return self;
}

static Value tee_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[1];
    return NATIVE_BIND("_tee", "iterable, /", bound) ? tee_new(type, bound[0]) : 0;
}

static bool read_cell(Source *source, Cell *cell) {
    if (source->running) return raise_runtime_error("cannot re-enter the tee iterator");
    source->running = true;
    Value item = object_step(source->iterator);
    source->running = false;
    Cell *next = item ? mem_alloc(sizeof *next) : 0;
    if (!next) return false;
    cell->item = item;
    cell->next = next;
    return true;
}

static Value tee_next(Value self) {
    Cell *cell = tee_of(self)->cell;
    if (!cell->item && !read_cell(tee_of(self)->source, cell)) return 0;
    tee_of(self)->cell = cell->next;
    return cell->item;
}

static Value tee_py_copy(Value self, Value *args) {
    (void)args;
    return tee_copy(self);
}

static const MethodDef tee_methods[] = {
    METHOD("__copy__", tee_py_copy, "", "Another reader at the same place."),
    METHODS_END
};

Type itertools_tee_type = {
    .head = {&type_type},
    .name = "itertools._tee",
    .doc = "One of the readers that tee() gives.",
    .size = sizeof(Tee),
    .make = tee_make,
    .iter = iterator_self,
    .next = tee_next,
    .methods = tee_methods,
};
