// Type: how a type object comes to life and what is found in it. Built-in types are static tables; the first
// one to look at one makes it ready: its base is made ready, slots it leaves out are inherited, and its dict
// is filled with descriptors for its methods, attributes and slots. So a program pays for the types it
// touches.
//
// Lookup goes along the mro, behind one cache for all types, keyed by the type's version and the name's
// address. The version is a number never used twice; whatever changes a type's dict or mro gives it and its
// subclasses new ones.
#include "objects/type.h"
#include "objects/descriptor.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/str.h"
#include <stdio.h>
#include <stdlib.h>

// --- versions and the lookup cache

#define CACHE_SIZE 1024
typedef struct {
    Value name;
    uintptr_t hidden; // mem_hide(value): an entry out of date keeps nothing alive; of value 0: known to be absent
    uint32_t version;
} CacheEntry;
MEM_UNSCANNED static CacheEntry cache[CACHE_SIZE];     // names are interned for ever

static uint32_t next_version(void) {
    static uint32_t last;
    if (++last == 0) {
        // All numbers used: old entries could now be mistaken for new ones.
        memset(cache, 0, sizeof cache);
        last = 1;
    }
    return last;
}

static CacheEntry *cache_entry(const Type *type, Value name) {
    return &cache[(type->version * 17 + (uint32_t)(name >> 4)) & (CACHE_SIZE - 1)];
}

void type_modified(Type *type) {
    type->version = next_version();
    Type *subclass;
    for (size_t at = 0; (subclass = type_next_subclass(type, &at));) type_modified(subclass);
}

// --- subclasses. A class does not keep its subclasses: one that is dropped takes itself off its bases'
// lists.

struct Subclasses {
    size_t count, room;
    uintptr_t types[]; // hidden addresses; 0: dropped
};

Type *type_next_subclass(const Type *type, size_t *at) {
    const struct Subclasses *list = type->subclasses;
    while (list && *at < list->count) {
        uintptr_t hidden = list->types[(*at)++];
        if (hidden) return mem_reveal(hidden);
    }
    return 0;
}

void type_remove_subclass(Type *base, const Type *type) {
    struct Subclasses *list = base->subclasses;
    for (size_t k = 0; list && k < list->count; k++)
        if (list->types[k] == mem_hide((void *)type)) list->types[k] = 0;
}

static void forget_subclass(void *dropped) {
    Type *type = dropped;
    for (size_t i = 0; i < type->bases->count; i++)
        type_remove_subclass(type_from(type->bases->items[i]), type);
}

static size_t live_count(const struct Subclasses *list) {
    size_t count = 0;
    for (size_t i = 0; list && i < list->count; i++) count += list->types[i] != 0;
    return count;
}

static size_t copy_live(uintptr_t *to, const struct Subclasses *from) {
    size_t count = 0;
    for (size_t i = 0; from && i < from->count; i++) {
        if (from->types[i]) to[count++] = from->types[i];
    }
    return count;
}

bool type_add_subclass(Type *base, Type *type) {
    struct Subclasses *list = base->subclasses;
    if (!list || list->count == list->room) {
        // Dropped ones give their places back before the list grows for good.
        size_t live = live_count(list), room = live * 2 < 4 ? 4 : live * 2;
        struct Subclasses *grown = mem_alloc_atomic(sizeof *grown + room * sizeof grown->types[0]);
        if (!grown) return false;
        grown->room = room;
        grown->count = copy_live(grown->types, base->subclasses);
        base->subclasses = list = grown;
    }
    list->types[list->count++] = mem_hide(type);
    return true;
}

bool type_watch(Type *type) { return mem_when_dropped(type, forget_subclass); }

static Value find_in_mro(const Type *type, Value name, size_t from) {
    const Tuple *mro = type->mro;
    for (size_t i = from; i < mro->count; i++) {
        Value found = dict_get_name(type_from(mro->items[i])->dict, name);
        if (found) return found;
    }
    return 0;
}

Value type_lookup(Type *type, Value name) {
    type_ensure_ready(type);
    CacheEntry *entry = cache_entry(type, name);
    if (likely(entry->version == type->version && entry->name == name)) return VALUE(mem_reveal(entry->hidden));
    Value found = find_in_mro(type, name, 0);
    *entry = (CacheEntry){name, mem_hide((void *)found), type->version};
    return found;
}

Value type_lookup_after(Type *type, Type *start, Value name) {
    type_ensure_ready(type);
    for (size_t i = 0; i < type->mro->count; i++) {
        if (type_from(type->mro->items[i]) == start) return find_in_mro(type, name, i + 1);
    }
    return 0;
}

bool type_is_subtype(const Type *type, const Type *base) {
    if (type == base || base == &object_type) return true;
    if (!type->mro) {
        // Not ready: single inheritance.
        while (type && type != base) type = type->base;
        return type != 0;
    }
    for (size_t i = 0; i < type->mro->count; i++) {
        if (type_from(type->mro->items[i]) == base) return true;
    }
    return false;
}

bool object_is_instance(Value v, const Type *type) { return type_is_subtype(type_of(v), type); }

// --- making a built-in type ready

// There is no way to go on without the built-in types.
static Value needed(Value v) {
    if (v) return v;
    fputs("bitis: out of memory while setting up a built-in type\n", stderr);
    abort();
}

static void put(Type *type, const char *name, Value value) {
    Value key = needed(intern(name));
    if (!dict_set_name(type->dict, key, needed(value))) needed(0);
}

static bool has(Type *type, const char *name) {
    return dict_find_name(type->dict, needed(intern(name))) >= 0;
}

static Value get_instance_dict(Value self);
static bool set_instance_dict(Value self, Value value);
const AttributeDef type_instance_dict = {"__dict__", get_instance_dict, set_instance_dict, 0};

// Whether objects of a type show its module, as those of CPython's modules do, but for a few of its core.
static bool shows_module(const Type *type) {
    static const char *const silent[] = {"types.", "weakref.", "typing.", "collections.OrderedDict"};
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (strncmp(type->name, silent[i], strlen(silent[i])) == 0) return false;
    return strchr(type->name, '.') != 0;
}

static void fill_dict(Type *type) {
    slots_publish(type);
    if (shows_module(type)) put(type, "__module__", needed(type_module(type)));
    for (const MethodDef *def = type->methods; def && def->name; def++) {
        Value method = needed(method_descriptor_new(def, type));
        if (def->kind == NATIVE_STATIC_METHOD) method = needed(staticmethod_new(method));
        put(type, def->name, method);
    }
    for (const AttributeDef *def = type->attributes; def && def->name; def++) {
        put(type, def->name, attribute_descriptor_new(def, type));
    }
    bool first_with_attributes = type->base && (type->flags & ~type->base->flags & TYPE_ATTRIBUTES);
    if (first_with_attributes && !has(type, "__dict__")) {
        put(type, "__dict__", attribute_descriptor_new(&type_instance_dict, type));
    }
    if (!has(type, "__doc__")) put(type, "__doc__", type->doc ? str_from(type->doc) : NONE);
    if (type->compare && !type->hash) put(type, "__hash__", NONE);
}

static void inherit(Type *type) {
    const Type *base = type->base;
    uint32_t own = type->flags;
    type->flags |= base->flags & TYPE_INHERITED;
    if (!type->size) type->size = base->size;
    if (!type->dict_offset) type->dict_offset = base->dict_offset;
    if (!(own & TYPE_ATTRIBUTES) && !type->attributes_offset && (base->flags & TYPE_ATTRIBUTES)) {
        type->attributes_offset = type->size == base->size ? base->attributes_offset : (ptrdiff_t)type->size;
    }
    if (!slots_inherit(type)) needed(0);
}

void type_ready(Type *type) {
    if (type->flags & TYPE_READY) return;
    if (!type->base && type != &object_type) type->base = &object_type;
    if (type->base) type_ready(type->base);
    type->flags |= TYPE_READY; // first: what follows may come back here
    size_t limit = mem_limit_heap(0);
    mem_add_root(&type->operators, type + 1);
    // An initialiser names the bases where there are several (ExceptionGroup).
    for (size_t i = 0; type->bases && i < type->bases->count; i++)
        type_ready(type_from(type->bases->items[i]));
    if (!type->bases)
        type->bases = tuple_of(needed(type->base ? tuple_pack(1, VALUE(type->base)) : tuple_empty));
    type->mro = tuple_of(needed(VALUE(mro_compute(type))));
    type->dict = dict_of(needed(dict_new()));
    type->version = next_version();
    // The slots that the type has itself are those that get wrappers in its dict; then the others are
    // inherited.
    bool unhashable = type->compare && !type->hash;
    fill_dict(type);
    if (type->base) inherit(type);
    if (unhashable) type->hash = 0;
    if (limit) mem_limit_heap(limit);
}

// --- attributes

static Value get_instance_dict(Value self) {
    // A class whose metaclass got this accessor from a base before type.
    if (type_check(self)) return type_get_dict(self);
    Attributes *attributes = attributes_of(self);
    return attributes ? attributes_dict(attributes) : raise_attribute_error(self, NAME(__dict__));
}

static bool set_instance_dict(Value self, Value value) {
    Attributes *attributes = attributes_of(self);
    if (!attributes) return raise_attribute_error(self, NAME(__dict__));
    if (value && !dict_check(value)) {
        return raise_type_error("__dict__ must be set to a dictionary, not a '%T'", value);
    }
    if (!value && !(value = dict_new())) return false;
    return attributes_set_dict(attributes, value);
}

bool type_set_attribute(Type *type, Value name, Value value) {
    type_ensure_ready(type);
    if (!(type->flags & TYPE_HEAP)) {
        return raise_type_error("cannot set %R attribute of immutable type '%N'", name, type);
    }
    if (value) {
        if (!dict_set_name(type->dict, name, value)) return false;
    } else {
        int deleted = dict_delete(VALUE(type->dict), name);
        if (deleted < 0) return false;
        if (!deleted) {
            return raise_format(&AttributeError_type, "type object '%N' has no attribute %R", type, name);
        }
    }
    type_modified(type);
    bool special = str_size(name) > 4 && memcmp(str_data(name), "__", 2) == 0;
    return !special || slots_update(type, name);
}

// --- names

Value type_name(const Type *type) {
    if (type->flags & TYPE_HEAP) return intern(type->name);
    const char *dot = strrchr(type->name, '.');
    return intern(dot ? dot + 1 : type->name);
}

Value type_module(const Type *type) {
    if (type->flags & TYPE_HEAP) {
        Value module = dict_get_name(type->dict, NAME(__module__));
        return module ? module : raise_format(&AttributeError_type, "__module__");
    }
    const char *dot = strrchr(type->name, '.');
    if (!dot) return NAME(builtins);
    Value text = str_new(type->name, (size_t)(dot - type->name));
    return text ? str_intern(text) : 0;
}

Value type_full_name(const Type *type) {
    Value module = type->flags & TYPE_HEAP ? dict_get_name(type->dict, NAME(__module__)) : 0;
    if (!module || !str_check(module) || str_equal_c(module, "__main__") || str_equal(module, NAME(builtins)))
        return type->flags & TYPE_HEAP ? type->qualified_name : intern(type->name);
    return str_format("%S.%S", module, type->qualified_name);
}

Value type_qualified_name(const Type *type) {
    Value name = type->flags & TYPE_HEAP ? type->qualified_name : type_name(type);
    Value module = type->flags & TYPE_HEAP ? dict_get_name(type->dict, NAME(__module__)) : type_module(type);
    if (!name) return 0;
    if (!module || !str_check(module) || str_equal(module, NAME(builtins))) return name;
    return str_format("%S.%S", module, name);
}
