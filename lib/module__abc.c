// _abc: ABCMeta, the metaclass of abstract base classes.
//
// A class of it knows which classes were registered as its virtual subclasses, and remembers the answers it
// gave, by the version of the class that was asked about: a version is never used twice, so nothing is kept
// alive and an answer about a class that changed since is not found any more. Negative answers count until
// somewhere a class is registered.
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/set.h"
#include "objects/tuple.h"
#include "objects/type.h"

#define REMEMBERED_MOST 4096    // then the answers are forgotten: many will be about versions that are gone

typedef struct {
    Object head;
    Value registry;             // dict of classes, or 0
    Value yes, no;              // sets of versions, or 0
    int64_t no_since;           // the registrations when `no` was begun
} AbcData;

static int64_t registrations;
static Type abc_meta_type;

static Type abc_data_type = {
    .head = {&type_type},
    .name = "_abc._abc_data",
    .doc = "What an abstract base class knows of others.",
    .size = sizeof(AbcData),
    .flags = TYPE_NO_NEW,
};

// The data of a class, made when first asked for.
static AbcData *data_of(Value class) {
    Dict *dict = type_from(class)->dict;
    Value name = intern("_abc_impl"), found = dict_get_name(dict, name);
    if (value_is(found, &abc_data_type)) return (AbcData *)value_object(found);
    AbcData *data = mem_object(&abc_data_type, sizeof *data);
    return data && type_set_attribute(type_from(class), name, VALUE(data)) ? data : 0;
}

// --- remembered answers

static Value version_of(Value class) {
    type_ensure_ready(type_from(class));
    return small_value(type_from(class)->version);
}

static bool is_remembered(Value set, Value version) { return set && set_contains(set, version) > 0; }

static bool remember(Value *set, Value class) {
    if (!*set && !(*set = set_new())) return false;
    if (set_count(*set) >= REMEMBERED_MOST) set_clear(*set);
    return set_add(*set, version_of(class));
}

static void forget_old_noes(AbcData *data) {
    if (data->no_since == registrations) return;
    data->no = 0;
    data->no_since = registrations;
}

// --- making classes

// Whether a value in a class is marked by abstractmethod: 0, 1, -1: raised.
static int is_abstract(Value v) {
    bool found;
    Value mark = object_find_attribute(v, NAME(__isabstractmethod__), &found);
    return mark ? object_truth(mark) : error_occurred() ? -1 : 0;
}

static bool add_own_abstract(Value names, Dict *namespace) {
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(namespace, &at));) {
        Value name = entry->key;
        int abstract = is_abstract(entry->value);
        if (abstract < 0 || (abstract && !set_add(names, name))) return false;
    }
    return true;
}

// The abstract methods of a base that the class has not replaced.
static bool add_inherited_abstract(Value names, Value class, Value base) {
    bool found;
    Value inherited = object_find_attribute(base, NAME(__abstractmethods__), &found);
    if (!inherited) return !error_occurred();
    Value iterator = object_iter(inherited);
    for (Value name; iterator && (name = object_next(iterator));) {
        Value value = object_find_attribute(class, name, &found);
        int abstract = value ? is_abstract(value) : error_occurred() ? -1 : 0;
        if (abstract < 0 || (abstract && !set_add(names, name))) return false;
    }
    return iterator && !error_occurred();
}

static bool find_abstract_methods(Value class) {
    Value names = set_new();
    if (!names || !add_own_abstract(names, type_from(class)->dict)) return false;
    const Tuple *bases = type_from(class)->bases;
    for (size_t i = 0; i < bases->count; i++) {
        if (!add_inherited_abstract(names, class, bases->items[i])) return false;
    }
    Value frozen = frozenset_from_iterable(names);
    return frozen && object_set_attribute(class, NAME(__abstractmethods__), frozen);
}

#define PATTERN_FLAGS (TYPE_SEQUENCE_PATTERN | TYPE_MAPPING_PATTERN)
enum { FLAGS_SEQUENCE = 1 << 5, FLAGS_MAPPING = 1 << 6 };     // in __abc_tpflags__

// A class may say that its instances match sequence or mapping patterns.
static bool take_pattern_flags(Type *type) {
    Value name = intern("__abc_tpflags__"), flags = dict_get_name(type->dict, name);
    if (!flags) return true;
    if (value_is_small(flags)) {
        type->flags &= ~(uint32_t)PATTERN_FLAGS;
        if (small_int(flags) & FLAGS_SEQUENCE) type->flags |= TYPE_SEQUENCE_PATTERN;
        if (small_int(flags) & FLAGS_MAPPING) type->flags |= TYPE_MAPPING_PATTERN;
    }
    return type_set_attribute(type, name, 0);
}

static Value abc_meta_make(Type *metatype, Value *args, size_t count, Value keywords) {
    Value class = type_make(metatype, args, count, keywords);
    if (!class || !type_check(class)) return class;
    return data_of(class) && take_pattern_flags(type_from(class)) && find_abstract_methods(class) ? class : 0;
}

// --- registering

// Built-in classes keep theirs: bytes is registered as a Sequence, but no sequence pattern matches it.
static void set_pattern_flags(Type *type, uint32_t flags) {
    if (!(type->flags & TYPE_HEAP)) return;
    type->flags |= flags;
    size_t at = 0;
    for (Type *subclass; (subclass = type_next_subclass(type, &at));) set_pattern_flags(subclass, flags);
}

// Whether abstract base classes ask, not the program: then a protocol does not complain (see __subclasscheck__ in typing).
static bool is_asking;

static int ask_class(Value class, Value subclass) {
    bool before = is_asking;
    is_asking = true;
    int answer = object_issubclass(subclass, class);
    is_asking = before;
    return answer;
}

static Value abc_py_register(Value self, Value *args) {
    Value subclass = args[0];
    if (!type_check(subclass)) return raise_type_error("Can only register classes");
    int already = ask_class(self, subclass);
    if (already) return already > 0 ? subclass : 0;
    int cycle = ask_class(subclass, self);
    if (cycle) return cycle > 0 ? raise_runtime_error("Refusing to create an inheritance cycle") : 0;
    AbcData *data = data_of(self);
    if (!data || (!data->registry && !(data->registry = dict_new()))) return 0;
    if (!dict_set(data->registry, subclass, TRUE)) return 0;
    registrations++;
    set_pattern_flags(type_from(subclass), type_from(self)->flags & PATTERN_FLAGS);
    return subclass;
}

// --- asking

static int ask_hook(Value class, Value subclass) {
    Value answer = object_call_method(class, NAME(__subclasshook__), &subclass, 1);
    if (answer == TRUE) return 1;
    if (answer == FALSE) return 0;
    if (answer && answer != NOT_IMPLEMENTED)
        raise_format(&AssertionError_type,
                     "__subclasshook__ must return either False, True, or NotImplemented");
    return answer == NOT_IMPLEMENTED ? 2 : -1;
}

static int ask_any(Value classes, Value subclass) {
    for (size_t i = 0; i < list_of(classes)->count; i++) {
        int answer = ask_class(list_of(classes)->items[i], subclass);
        if (answer) return answer;
    }
    return 0;
}

// Asks those that were registered and the class's subclasses.
static int ask_others(Value class, const AbcData *data, Value subclass) {
    if (!mem_stack_check()) return -1;
    Value registered = data->registry ? list_from_iterable(data->registry) : 0;
    if (data->registry && !registered) return -1;
    int answer = registered ? ask_any(registered, subclass) : 0;
    if (answer) return answer;
    Value subclasses = object_call_method(class, NAME(__subclasses__), 0, 0);
    if (!subclasses) return -1;
    if (!list_check(subclasses)) return raise_type_error("__subclasses__() must return a list"), -1;
    return ask_any(subclasses, subclass);
}

// A remembered answer: 0, 1; 2: none.
static int known_answer(AbcData *data, Value subclass) {
    forget_old_noes(data);
    if (is_remembered(data->yes, version_of(subclass))) return 1;
    if (is_remembered(data->no, version_of(subclass))) return 0;
    return 2;
}

static int is_subclass(Value class, Value subclass) {
    if (!type_check(subclass)) return raise_type_error("issubclass() arg 1 must be a class"), -1;
    AbcData *data = data_of(class);
    if (!data) return -1;
    int answer = known_answer(data, subclass);
    if (answer == 2) {
        answer = ask_hook(class, subclass);
        if (answer == 2 && type_is_subtype(type_from(subclass), type_from(class))) answer = 1;
        if (answer == 2) answer = ask_others(class, data, subclass);
        if (answer < 0 || !remember(answer ? &data->yes : &data->no, subclass)) return -1;
    }
    return answer;
}

static Value abc_py_subclasscheck(Value self, Value *args) {
    int answer = is_subclass(self, args[0]);
    return answer < 0 ? 0 : bool_value(answer);
}

static Value ask_subclasscheck(Value class, Value subclass) {
    bool before = is_asking;
    is_asking = true;
    Value answer = object_call_method(class, NAME(__subclasscheck__), &subclass, 1);
    is_asking = before;
    return answer;
}

// Instances are asked for __class__ first, which may be another than their type.
static Value abc_py_instancecheck(Value self, Value *args) {
    Value class = object_get_attribute(args[0], NAME(__class__)), type = VALUE(type_of(args[0]));
    AbcData *data = class ? data_of(self) : 0;
    if (!data) return 0;
    if (class != type) {
        Value answer = ask_subclasscheck(self, class);
        int truth = answer ? object_truth(answer) : -1;
        if (truth) return truth > 0 ? TRUE : 0;
        return ask_subclasscheck(self, type);
    }
    int known = known_answer(data, class);
    return known == 2 ? ask_subclasscheck(self, class) : bool_value(known);
}

// --- looking and clearing

static Value abc_py_clear_registry(Value self, Value *args) {
    (void)args;
    AbcData *data = data_of(self);
    if (data) data->registry = 0;
    return data ? NONE : 0;
}

static Value abc_py_clear_caches(Value self, Value *args) {
    (void)args;
    AbcData *data = data_of(self);
    if (data) data->yes = data->no = 0;
    return data ? NONE : 0;
}

static const MethodDef abc_meta_methods[] = {
    METHOD("register", abc_py_register, "subclass",
           "Makes a class count as a subclass, and gives it back: usable as a decorator."),
    METHOD("__instancecheck__", abc_py_instancecheck, "instance", "What isinstance(instance, cls) asks."),
    METHOD("__subclasscheck__", abc_py_subclasscheck, "subclass", "What issubclass(subclass, cls) asks."),
    METHOD("_abc_registry_clear", abc_py_clear_registry, "", "Forgets the registered classes."),
    METHOD("_abc_caches_clear", abc_py_clear_caches, "", "Forgets the answers given."),
    METHODS_END
};

static Type abc_meta_type = {
    .head = {&type_type},
    .name = "abc.ABCMeta",
    .doc = "The metaclass of abstract base classes: their abstract methods must be replaced before there can "
           "be instances,\n"
           "and register() makes other classes count as their subclasses.",
    .base = &type_type,
    .size = sizeof(Type),
    .flags = TYPE_BASE | TYPE_IS_TYPE,
    .make = abc_meta_make,
    .methods = abc_meta_methods,
};

// --- the module

static Value py_is_asking(Value self, Value *args) {
    (void)self, (void)args;
    bool was = is_asking;
    is_asking = false;
    return bool_value(was);
}

static Value py_cache_token(Value self, Value *args) {
    (void)self, (void)args;
    return small_value(registrations);
}

static const MethodDef functions[] = {
    FUNCTION("is_asking", py_is_asking, "", "Whether a class asks, said once."),
    FUNCTION("get_cache_token", py_cache_token, "", "A number that changes with each register()."),
    METHODS_END
};

Value module__abc_make(void) {
    Value module = module_new(intern("_abc"));
    if (!module || !module_add_functions(module, functions)) return 0;
    return dict_set_c(module_dict(module), "ABCMeta", VALUE(&abc_meta_type)) ? module : 0;
}
