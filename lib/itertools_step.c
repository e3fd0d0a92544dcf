// itertools: iterators over one iterable that choose, change or join its items as they come.
#include "lib/itertools.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/sequence.h"
#include "objects/tuple.h"
#include "objects/type.h"

// --- those of a function and an iterable: takewhile, dropwhile, filterfalse, starmap

typedef struct {
    Object head;
    Value function, iterator;
    bool decided;               // takewhile: the end; dropwhile: past what is dropped
} Calling;

static Calling *calling_of(Value v) { return (Calling *)value_object(v); }

static Value calling_new(Type *type, Value function, Value iterable) {
    Value iterator = object_iter(iterable), self = iterator ? instance_new(type) : 0;
    if (!self) return 0;
    calling_of(self)->function = function;
    calling_of(self)->iterator = iterator;
    return self;
}

// What the function says of an item: 0, 1, -1: raised.
static int verdict(const Calling *calling, Value item) {
    if (calling->function == VALUE(&bool_type)) return object_truth(item);
    Value result = object_call1(calling->function, item);
    return result ? object_truth(result) : -1;
}

static Value takewhile_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    return NATIVE_BIND_NEW("takewhile", "predicate, iterable, /", bound) ? calling_new(type, bound[0], bound[1])
                                                                     : 0;
}

static Value takewhile_next(Value self) {
    Calling *calling = calling_of(self);
    if (calling->decided) return 0;
    Value item = object_step(calling->iterator);
    int good = item ? verdict(calling, item) : -1;
    if (good > 0) return item;
    if (good == 0) calling->decided = true;
    return 0;
}

Type itertools_takewhile_type = {
    ITERATOR_TYPE(takewhile, Calling),
    .doc = "Gives the items of an iterable as long as predicate(item) is true.",
    .signature = "predicate, iterable, /",
};

static Value dropwhile_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    return NATIVE_BIND_NEW("dropwhile", "predicate, iterable, /", bound) ? calling_new(type, bound[0], bound[1])
                                                                     : 0;
}

static Value dropwhile_next(Value self) {
    Calling *calling = calling_of(self);
    for (Value item; (item = object_step(calling->iterator));) {
        if (calling->decided) return item;
        int drop = verdict(calling, item);
        if (drop > 0) continue;
        if (drop == 0) calling->decided = true;
        return drop == 0 ? item : 0;
    }
    return 0;
}

Type itertools_dropwhile_type = {
    ITERATOR_TYPE(dropwhile, Calling),
    .doc = "Gives the items of an iterable from the first one for which predicate(item) is false.",
    .signature = "predicate, iterable, /",
};

static Value filterfalse_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND_NEW("filterfalse", "function, iterable, /", bound)) return 0;
    return calling_new(type, bound[0] == NONE ? VALUE(&bool_type) : bound[0], bound[1]);
}

static Value filterfalse_next(Value self) {
    Calling *calling = calling_of(self);
    for (Value item; (item = object_step(calling->iterator));) {
        int bad = verdict(calling, item);
        if (bad <= 0) return bad == 0 ? item : 0;
    }
    return 0;
}

Type itertools_filterfalse_type = {
    ITERATOR_TYPE(filterfalse, Calling),
    .doc = "Gives the items of an iterable for which function(item) is false; those that are false, if it is "
           "None.",
    .signature = "function, iterable, /",
};

static Value starmap_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    return NATIVE_BIND_NEW("starmap", "function, iterable, /", bound) ? calling_new(type, bound[0], bound[1]) : 0;
}

static Value starmap_next(Value self) {
    Calling *calling = calling_of(self);
    Value item = object_step(calling->iterator), arguments = item ? tuple_from_iterable(item) : 0;
    return arguments ? object_call(calling->function, tuple_of(arguments)->items, tuple_count(arguments), 0)
                     : 0;
}

Type itertools_starmap_type = {
    ITERATOR_TYPE(starmap, Calling),
    .doc = "Gives function(*item) for the items of an iterable.",
    .signature = "function, iterable, /",
};

// --- accumulate

typedef struct {
    Object head;
    Value iterator;
    Value function;             // 0: addition
    Value total;                // 0 before the first item
    Value initial;              // to be given first, or 0
} Accumulate;

static Value accumulate_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[3];
    if (!NATIVE_BIND("accumulate", "iterable, func=None, *, initial=None", bound)) return 0;
    Value iterator = object_iter(bound[0]);
    Accumulate *accumulate = iterator ? (Accumulate *)value_object(instance_new(type)) : 0;
    if (!accumulate) return 0;
    accumulate->iterator = iterator;
    accumulate->function = bound[1] == NONE ? 0 : bound[1];
    accumulate->initial = bound[2] == NONE ? 0 : bound[2];
    return VALUE(accumulate);
}

static Value accumulate_next(Value self) {
    Accumulate *accumulate = (Accumulate *)value_object(self);
    if (accumulate->initial) {
        accumulate->total = accumulate->initial;
        accumulate->initial = 0;
        return accumulate->total;
    }
    Value item = object_step(accumulate->iterator);
    if (!item) return 0;
    if (!accumulate->total) return accumulate->total = item;
    Value total = accumulate->function ? object_call2(accumulate->function, accumulate->total, item)
                                       : object_binary(BINARY_ADD, accumulate->total, item);
    return total ? accumulate->total = total : 0;
}

Type itertools_accumulate_type = {
    ITERATOR_TYPE(accumulate, Accumulate),
    .doc = "Gives the sums of the items so far, or what func(sum so far, item) makes of them.",
    .signature = "iterable, func=None, *, initial=None",
};

// --- chain

typedef struct {
    Object head;
    Value source;               // iterator over iterables; 0 when exhausted
    Value active;               // iterator over the current one, or 0
} Chain;

static Value chain_new(Type *type, Value iterables) {
    Value source = object_iter(iterables), self = source ? instance_new(type) : 0;
    if (self) ((Chain *)value_object(self))->source = source;
    return self;
}

static Value chain_make(Type *type, Value *args, size_t count, Value keywords) {
    if (!type->init && keywords && tuple_count(keywords)) return raise_type_error("chain() takes no keyword arguments");
    Value iterables = tuple_new(args, count);
    return iterables ? chain_new(type, iterables) : 0;
}

static Value chain_next(Value self) {
    Chain *chain = (Chain *)value_object(self);
    while (chain->source) {
        if (chain->active) {
            Value item = object_step(chain->active);
            if (item || error_occurred()) return item;
            if (!chain->source) break;          // what was asked has asked this chain
        }
        Value iterable = object_step(chain->source);
        if (!iterable || !(chain->active = object_iter(iterable))) chain->source = 0;
    }
    return 0;
}

static Value chain_py_from_iterable(Value class, Value *args) { return chain_new(type_from(class), args[0]); }

static const MethodDef chain_methods[] = {
    CLASS_METHOD("from_iterable", chain_py_from_iterable, "iterable, /",
                 "chain() of iterables that come from an iterable."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem,
                 "object, /", "chain[T] for type hints."),
    METHODS_END
};

Type itertools_chain_type = {
    ITERATOR_TYPE(chain, Chain),
    .doc = "Gives the items of the first iterable, then those of the next, and so on.",
    .signature = "*iterables",
    .methods = chain_methods,
};

// --- compress

typedef struct {
    Object head;
    Value data, selectors;
} Compress;

static Value compress_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND("compress", "data, selectors", bound)) return 0;
    Value data = object_iter(bound[0]), selectors = data ? object_iter(bound[1]) : 0;
    Compress *compress = selectors ? (Compress *)value_object(instance_new(type)) : 0;
    if (!compress) return 0;
    compress->data = data;
    compress->selectors = selectors;
    return VALUE(compress);
}

static Value compress_next(Value self) {
    Compress *compress = (Compress *)value_object(self);
    for (Value item, selector;
         (item = object_step(compress->data)) && (selector = object_step(compress->selectors));) {
        int chosen = object_truth(selector);
        if (chosen) return chosen > 0 ? item : 0;
    }
    return 0;
}

Type itertools_compress_type = {
    ITERATOR_TYPE(compress, Compress),
    .doc = "Gives the items of data beside which there is a true selector.",
    .signature = "data, selectors",
};

// --- islice

typedef struct {
    Object head;
    Value iterator;             // 0 when exhausted
    size_t taken;               // items taken from it
    size_t next;                // the index of the item to be given next
    size_t stop, step;          // stop SIZE_MAX: none
} Islice;

// A bound as an integer: -1 for one that is none, or too large.
static bool read_bound(Value v, ptrdiff_t *out) {
    *out = -1;
    if (!sequence_has_index(v) || sequence_size(v, out)) return true;
    *out = -1;
    return error_clear_if(&Exception_type);
}

static Value islice_make(Type *type, Value *args, size_t count, Value keywords) {
    static const char wanted[] = "%s for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    Value bound[4];
    ptrdiff_t start = 0, stop = 0, step = 1;
    if (!NATIVE_BIND_NEW("islice", "iterable, start, stop=<unrepresentable>, step=1, /", bound)) return 0;
    Value end = bound[2] ? bound[2] : bound[1], first = bound[2] ? bound[1] : NONE;
    if (first != NONE && !read_bound(first, &start)) return 0;
    if (end != NONE && !read_bound(end, &stop)) return 0;
    if (end != NONE && stop == -1) return raise_value_error(wanted, "Stop argument");
    if (start < 0 || stop < 0) return raise_value_error(wanted, "Indices");
    if (bound[3] && bound[3] != NONE && !read_bound(bound[3], &step)) return 0;
    if (step < 1) return raise_value_error("Step for islice() must be a positive integer or None.");
    Value iterator = object_iter(bound[0]);
    Islice *islice = iterator ? (Islice *)value_object(instance_new(type)) : 0;
    if (!islice) return 0;
    islice->iterator = iterator;
    islice->next = (size_t)start;
    islice->stop = end == NONE ? SIZE_MAX : (size_t)stop;
    islice->step = (size_t)step;
    return VALUE(islice);
}

static Value islice_end(Islice *islice) {
    islice->iterator = 0;
    return 0;
}

static Value islice_next(Value self) {
    Islice *islice = (Islice *)value_object(self);
    if (!islice->iterator) return 0;
    for (; islice->taken < islice->next; islice->taken++)
        if (!islice->iterator || !object_step(islice->iterator)) return islice_end(islice);
    if (!islice->iterator || islice->taken >= islice->stop) return islice_end(islice);
    Value item = object_step(islice->iterator);
    if (!item) return islice_end(islice);
    islice->taken++;
    if (islice->step > islice->stop - islice->next) islice->next = islice->stop;
    else islice->next += islice->step;
    return item;
}

Type itertools_islice_type = {
    ITERATOR_TYPE(islice, Islice),
    .doc = "islice(iterable, stop) or islice(iterable, start, stop[, step]): gives the items that a slice of "
           "a list would\n"
           "have; nothing is counted from the end.",
};
