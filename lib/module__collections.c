// _collections: what collections has in C, and two helpers of its Python part.
#include "lib/collections.h"
#include "lib/lib.h"
#include "objects/descriptor.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/key.h"
#include "objects/module.h"
#include "objects/sequence.h"
#include "objects/tuple.h"
#include "objects/type.h"

// --- _tuplegetter: the fields of a namedtuple

typedef struct {
    Object head;
    ptrdiff_t index;
    Value doc;
} TupleGetter;

static Type tuple_getter_type;

static TupleGetter *getter_of(Value v) { return (TupleGetter *)value_object(v); }

static Value tuple_getter_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    Value bound[2];
    ptrdiff_t index;
    if (!NATIVE_BIND("_tuplegetter", "index, doc, /", bound) || !sequence_size(bound[0], &index)) return 0;
    TupleGetter *getter = mem_object(&tuple_getter_type, sizeof *getter);
    if (!getter) return 0;
    getter->index = index;
    getter->doc = bound[1];
    return VALUE(getter);
}

static Value tuple_getter_get(Value self, Value object, Type *owner) {
    (void)owner;
    if (!object || object == NONE) return self;
    ptrdiff_t index = getter_of(self)->index;
    if (!tuple_check(object)) {
        return raise_type_error(
            "descriptor for index '%zd' for tuple subclasses doesn't apply to '%T' object", index, object);
    }
    if (index < 0 || (size_t)index >= tuple_count(object))
        return raise_index_error("tuple index out of range");
    return tuple_get(object, (size_t)index);
}

static bool tuple_getter_set(Value self, Value object, Value value) {
    (void)self, (void)object;
    return raise_format(&AttributeError_type, value ? "can't set attribute" : "can't delete attribute");
}

static Value tuple_getter_repr(Value self) {
    Value name = type_name(type_of(self));
    return name ? str_format("%S(%zd, %R)", name, getter_of(self)->index, getter_of(self)->doc) : 0;
}

static Value tuple_getter_py_reduce(Value self, Value *args) {
    (void)args;
    Value arguments = tuple_pack(2, small_value(getter_of(self)->index), getter_of(self)->doc);
    return arguments ? tuple_pack(2, VALUE(&tuple_getter_type), arguments) : 0;
}

static Value tuple_getter_get_doc(Value self) { return getter_of(self)->doc; }

static bool tuple_getter_set_doc(Value self, Value value) {
    getter_of(self)->doc = value ? value : NONE;
    return true;
}

static const MethodDef tuple_getter_methods[] = {
    METHOD("__reduce__", tuple_getter_py_reduce, "", "How to make this object again."),
    METHODS_END
};

static const AttributeDef tuple_getter_attributes[] = {
    {"__doc__", tuple_getter_get_doc, tuple_getter_set_doc, 0},
    {0},
};

static Type tuple_getter_type = {
    .head = {&type_type},
    .name = "collections._tuplegetter",
    .doc = "Gets the field of a named tuple.",
    .size = sizeof(TupleGetter),
    .make = tuple_getter_make,
    .repr = tuple_getter_repr,
    .descriptor_get = tuple_getter_get,
    .descriptor_set = tuple_getter_set,
    .methods = tuple_getter_methods,
    .attributes = tuple_getter_attributes,
};

// --- _count_elements: what Counter counts with

// Adds 1 to the value of a key. Small counts are changed in place: nothing can happen between finding and
// writing.
static bool count_one(Dict *dict, Value item) {
    int64_t hash = key_hash(item);
    ptrdiff_t at = hash == -1 ? DICT_RAISED : dict_find(dict, item, hash);
    if (at == DICT_RAISED) return false;
    if (at < 0) return dict_set_hashed(dict, item, hash, SMALL(1));
    Value old = dict->entries[at].value;
    if (value_is_small(old) && small_int(old) < SMALL_MAX) {
        dict->entries[at].value = small_value(small_int(old) + 1);
        return true;
    }
    Value sum = object_binary(BINARY_ADD, old, SMALL(1));
    return sum && dict_set_hashed(dict, item, hash, sum);
}

static bool count_in_dict(Value mapping, Value iterator) {
    for (Value item; (item = object_step(iterator));) {
        if (!count_one(dict_of(mapping), item)) return false;
    }
    return !error_occurred();
}

static bool count_in_mapping(Value mapping, Value iterator) {
    Value get = object_get_attribute_c(mapping, "get");
    if (!get) return false;
    for (Value item; (item = object_next(iterator));) {
        Value old = object_call2(get, item, SMALL(0)),
              sum = old ? object_binary(BINARY_ADD, old, SMALL(1)) : 0;
        if (!sum || !object_set_item(mapping, item, sum)) return false;
    }
    return !error_occurred();
}

// A subclass of dict that keeps dict's own way of reading and writing is counted in directly.
static bool is_plain(Value mapping) {
    if (!dict_check(mapping)) return false;
    Type *type = type_of(mapping);
    Value get = intern("get"), set = NAME(__setitem__);
    return type_lookup(type, set) == type_lookup(&dict_type, set) &&
           type_lookup(type, get) == type_lookup(&dict_type, get);
}

static Value py_count_elements(Value self, Value *args) {
    (void)self;
    Value iterator = object_iter(args[1]);
    if (!iterator) return 0;
    return (is_plain(args[0]) ? count_in_dict : count_in_mapping)(args[0], iterator) ? NONE : 0;
}

static const MethodDef functions[] = {
    FUNCTION("_count_elements", py_count_elements, "mapping, iterable, /",
             "Adds 1 to the mapping's value for each item of the iterable."),
    METHODS_END
};

Value module__collections_make(void) {
    Value module = module_new(intern("_collections"));
    if (!module || !module_add_functions(module, functions)) return 0;
    Value dict = module_dict(module);
    if (!dict_set_c(dict, "deque", VALUE(&deque_type)) ||
        !dict_set_c(dict, "defaultdict", VALUE(&default_dict_type)) ||
        !dict_set_c(dict, "OrderedDict", VALUE(&ordered_dict_type)) ||
        !dict_set_c(dict, "_tuplegetter", VALUE(&tuple_getter_type)))
        return 0;
    return module;
}
