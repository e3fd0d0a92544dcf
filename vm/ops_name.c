// Names and attributes. What a site found is kept in its Cache together with what must still hold for the finding to be
// true: versions of dicts and types (unique numbers, so one comparison says it all) and the shape of the object.
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/module.h"
#include "objects/type.h"
#include "vm/ops.h"

// ------------------------------------------------------------------------------------------------ names

static Value raise_undefined(Value name) {
    return raise_name_error(&NameError_type, name, "name '%S' is not defined", name);
}

// A key of a namespace that may be any mapping; 0 with nothing pending when absent.
static Value namespace_get(Value namespace, Value name) {
    if (value_is(namespace, &dict_type)) return dict_get(namespace, name);
    Value value = object_get_item(namespace, name);
    if (!value) error_clear_if(&KeyError_type);
    return value;
}

static bool is_plain(const Dict *dict) { return dict->head.type == &dict_type; }

Value op_find_builtin(Frame *frame, Value name) { return namespace_get(builtins_object(frame->builtins), name); }

// Without a cache: subclasses of dict may have an opinion, and builtins be any mapping.
static Value find_global(Frame *frame, Value name) {
    Value value = namespace_get(VALUE(frame->globals), name);
    if (!value && !error_pending) value = op_find_builtin(frame, name);
    return value || error_pending ? value : raise_undefined(name);
}

Value op_load_global(Frame *frame, Cache *cache) {
    Dict *globals = frame->globals, *builtins = frame->builtins;
    if (unlikely(!is_plain(globals) || !is_plain(builtins))) return find_global(frame, cache->name);
    ptrdiff_t slot = dict_find_name(globals, cache->name);
    if (slot >= 0) {
        cache->kind = CACHE_GLOBAL;
        cache->key = globals->version;
        cache->slot = (uint32_t)slot;
        return globals->entries[slot].value;
    }
    slot = dict_find_name(builtins, cache->name);
    if (slot < 0) return raise_undefined(cache->name);
    cache->kind = CACHE_BUILTIN;
    cache->key = globals->version;
    cache->key2 = builtins->version;
    cache->slot = (uint32_t)slot;
    return builtins->entries[slot].value;
}

Value op_load_name(Frame *frame, Cache *cache) {
    if (frame->namespace && (frame->namespace != VALUE(frame->globals) || !value_is(frame->namespace, &dict_type))) {
        Value value = namespace_get(frame->namespace, cache->name);
        if (value || error_pending) return value;
    }
    return op_load_global(frame, cache);
}

bool op_store_name(Frame *frame, Cache *cache, Value value) {
    Value namespace = frame->namespace ? frame->namespace : VALUE(frame->globals);
    if (!value_is(namespace, &dict_type)) return object_set_item(namespace, cache->name, value);
    if (!dict_set_name(dict_of(namespace), cache->name, value)) return false;
    if (namespace == VALUE(frame->globals)) {
        ptrdiff_t slot = dict_find_name(frame->globals, cache->name);
        cache->kind = CACHE_GLOBAL;
        cache->key = frame->globals->version;
        cache->slot = (uint32_t)slot;
    }
    return true;
}

bool op_delete_name(Frame *frame, Value name) {
    Value namespace = frame->namespace ? frame->namespace : VALUE(frame->globals);
    if (value_is(namespace, &dict_type)) {
        int deleted = dict_delete(namespace, name);
        return deleted > 0 || (deleted == 0 && raise_undefined(name));
    }
    if (object_set_item(namespace, name, 0)) return true;
    return error_clear_if(&KeyError_type) && raise_undefined(name);
}

bool op_store_global(Frame *frame, Value name, Value value) { return dict_set_name(frame->globals, name, value); }

bool op_delete_global(Frame *frame, Value name) {
    int deleted = dict_delete(VALUE(frame->globals), name);
    return deleted > 0 || (deleted == 0 && raise_undefined(name));
}

Value op_load_class_cell(Frame *frame, uint32_t local) {
    Value namespace = frame->namespace ? frame->namespace : VALUE(frame->globals);
    Value value = namespace_get(namespace, frame->code->local_names[local]);
    if (value || error_pending) return value;
    value = cell_of(frame->locals[local])->content;
    return value ? value : op_unset_local(frame, local);
}

Value op_load_dict_or_cell(Frame *frame, Value namespace, uint32_t local) {
    Value value = namespace_get(namespace, frame->code->local_names[local]);
    if (value || error_pending) return value;
    value = cell_of(frame->locals[local])->content;
    return value ? value : op_unset_local(frame, local);
}

Value op_load_dict_or_global(Frame *frame, Value namespace, Value name) {
    Value value = namespace_get(namespace, name);
    if (value || error_pending) return value;
    return find_global(frame, name);
}

// ------------------------------------------------------------------------------------------------ attributes

static inline bool has_own_get(const Type *type) {
    return type->get_attribute && type->get_attribute != object_generic_get_attribute;
}
static inline bool has_own_set(const Type *type) {
    return type->set_attribute && type->set_attribute != object_generic_set_attribute;
}

// Instances whose attributes lie directly behind the header are those that sites can cache by shape.
static inline bool plain_instance(const Type *type) {
    return type->flags & TYPE_ATTRIBUTES && type->attributes_offset == (ptrdiff_t)offsetof(Instance, attributes) &&
           !(type->flags & TYPE_GETATTR_HOOK) && !has_own_get(type);
}

// Does this slot of objects of this shape lie in the object itself? The last inline slot gives way to the overflow block.
static inline bool slot_is_inline(const Shape *shape, size_t slot) {
    return slot + 1 < shape->inline_slots || (slot + 1 == shape->inline_slots && shape->count <= shape->inline_slots);
}

static inline Shape *shape_of(Value v) { return ((Instance *)value_object(v))->attributes.shape; }

static bool is_data_descriptor(Value v) { return v && type_of(v)->descriptor_set; }

// Remembers that `name` of an instance of this shape lies in an inline slot. The type must not have a data descriptor of that name.
static bool cache_slot(Cache *cache, Value object, Type *type) {
    Shape *shape = shape_of(object);
    if (shape->dict_mode || is_data_descriptor(type_lookup(type, cache->name))) return false;
    ptrdiff_t slot = shape_find(shape, cache->name);
    if (slot < 0 || !slot_is_inline(shape, (size_t)slot)) return false;
    cache->kind = CACHE_SLOT;
    cache->key = type->version;
    cache->key2 = (uintptr_t)shape;
    cache->slot = (uint32_t)slot;
    return true;
}

static Value load_module_attribute(Cache *cache, Value object) {
    Dict *dict = ((ModuleObject *)value_object(object))->dict;
    if (cache->kind == CACHE_MODULE && cache->key2 == dict->version) return dict->entries[cache->slot].value;
    ptrdiff_t slot = dict_find_name(dict, cache->name);
    if (slot < 0) return object_get_attribute(object, cache->name);
    cache->kind = CACHE_MODULE;
    cache->key = 0;
    cache->key2 = dict->version;
    cache->slot = (uint32_t)slot;
    return dict->entries[slot].value;
}

Value op_load_attribute(Cache *cache, Value object) {
    Type *type = type_of(object);
    if (type == &module_type) return load_module_attribute(cache, object);
    if (type == &type_type && cache->kind == CACHE_TYPE && cache->key2 == type_from(object)->version)
        return ~cache->value;
    if (plain_instance(type) && cache_slot(cache, object, type)) {
        return ((Instance *)value_object(object))->attributes.slots[cache->slot];
    }
    Value value = object_get_attribute(object, cache->name);
    if (value && type == &type_type && type_lookup(type_from(object), cache->name) == value &&
        !type_of(value)->descriptor_get && !type_lookup(&type_type, cache->name)) {
        cache->kind = CACHE_TYPE;
        cache->key = 0;
        cache->key2 = type_from(object)->version;
        cache->value = ~value;
    }
    return value;
}

bool op_store_attribute(Cache *cache, Value object, Value value) {
    Type *type = type_of(object);
    if (!plain_instance(type) || has_own_set(type)) return object_set_attribute(object, cache->name, value);
    if (cache_slot(cache, object, type)) {
        ((Instance *)value_object(object))->attributes.slots[cache->slot] = value;
        return true;
    }
    Shape *before = shape_of(object);
    if (!object_set_attribute(object, cache->name, value)) return false;
    Shape *after = shape_of(object);
    // A new attribute that went into an inline slot: the next object of the old shape takes the same step.
    if (after != before && after->parent == before && !after->dict_mode && after->name == cache->name &&
        slot_is_inline(after, after->count - 1)) {
        cache->kind = CACHE_ADD_SLOT;
        cache->key = type->version;
        cache->key2 = (uintptr_t)before;
        cache->value = VALUE(after);
        cache->slot = after->count - 1;
    }
    return true;
}

// ------------------------------------------------------------------------------------------------ methods

static bool is_plain_method(Value v) { return v && type_of(v)->flags & TYPE_BINDS_SELF; }

bool op_load_method(Cache *cache, Value object, Value *out) {
    Type *type = type_of(object);
    out[1] = 0;
    if (has_own_get(type) || type->flags & TYPE_GETATTR_HOOK || type->dict_offset) {
        out[0] = op_load_attribute(cache, object);
        return out[0] != 0;
    }
    Value found = type_lookup(type, cache->name);
    if (!is_plain_method(found)) {
        out[0] = op_load_attribute(cache, object);
        return out[0] != 0;
    }
    bool cacheable = value_is_object(object);
    if (type->flags & TYPE_ATTRIBUTES) {
        Attributes *attributes = attributes_of(object);
        Value own = attributes ? attributes_get(attributes, cache->name) : 0;
        if (own) return out[0] = own, true;
        if (error_pending) return false;
        cacheable = plain_instance(type) && !attributes->shape->dict_mode;
        cache->key2 = cacheable ? (uintptr_t)attributes->shape : 0;
    }
    if (cacheable) {
        cache->kind = type->flags & TYPE_ATTRIBUTES ? CACHE_METHOD : CACHE_PLAIN_METHOD;
        cache->key = type->version;
        cache->value = ~found;
    }
    out[0] = found;
    out[1] = object;
    return true;
}

// ------------------------------------------------------------------------------------------------ super()

static bool is_super_call(Value *args) {
    return args[0] == VALUE(&super_type) && args[1] && type_check(args[1]) && args[2] &&
           type_is_subtype(type_of(args[2]), type_from(args[1]));
}

Value op_super_attribute(Cache *cache, Value *args) {
    Value proxy = args[0] == VALUE(&super_type) && args[1] && args[2] && type_check(args[1])
                      ? super_new(type_from(args[1]), args[2])
                      : object_call2(args[0], args[1] ? args[1] : NONE, args[2] ? args[2] : NONE);
    return proxy ? object_get_attribute(proxy, cache->name) : 0;
}

bool op_super_method(Cache *cache, Value *args, Value *out) {
    if (is_super_call(args)) {
        Value found = type_lookup_after(type_of(args[2]), type_from(args[1]), cache->name);
        if (is_plain_method(found)) {
            out[0] = found;
            out[1] = args[2];
            return true;
        }
    }
    out[0] = op_super_attribute(cache, args);
    out[1] = 0;
    return out[0] != 0;
}
