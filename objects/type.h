// Type objects as Python sees them: making classes, method resolution order, attribute lookup along it, versions.
#pragma once
#include "objects/dict.h"
#include "objects/object.h"
#include "objects/tuple.h"

#define TYPE_INHERITED                                                                                                 \
    (TYPE_ATTRIBUTES | TYPE_BYTE_SPAN | TYPE_MAPPING_PATTERN | TYPE_SEQUENCE_PATTERN | TYPE_MATCH_SELF |               \
     TYPE_GETATTR_HOOK | TYPE_FINALIZED | 0x0fff0000u)

static inline Type *type_from(Value v) { return (Type *)value_object(v); }
static inline bool type_check(Value v) { return v && value_has(v, TYPE_IS_TYPE); }

// Fills in a built-in type at first use: base, mro, dict of its methods. Cheap when done already. Everything in
// objects/ calls it where it reads type->dict or type->mro; nothing at start-up does.
void type_ready(Type *type);
static inline void type_ensure_ready(Type *type) {
    if (unlikely(!(type->flags & TYPE_READY))) type_ready(type);
}
// The attribute `name` (interned str) found first along the mro, not bound; 0, nothing pending, when absent. Cached.
Value type_lookup(Type *type, Value name);
// The same, starting behind `start` in the mro of `type`: what super() reads.
Value type_lookup_after(Type *type, Type *start, Value name);
bool type_check_new_name(Value name) must_use;                   // a str that a class may be called
bool type_set_attribute(Type *type, Value name, Value value) must_use;         // value 0: delete; updates slots, versions
Value type_call(Value type, Value *args, size_t count, Value keywords) must_use;       // T(...): make, then init
Value type_name(const Type *type) must_use;                    // __name__
Value type_qualified_name(const Type *type) must_use;          // with module unless builtins, as repr(type) shows it
Value type_full_name(const Type *type) must_use;               // the same without __main__, as some messages show it
Type *type_most_derived_metatype(Type *metatype, Value bases) must_use;
void type_modified(Type *type);                                // new version for it and its subclasses
Value type_module(const Type *type) must_use;                  // __module__
Value type_make(Type *metatype, Value *args, size_t count, Value keywords) must_use;   // type.__new__
bool type_watch(Type *type) must_use;            // takes the class off its bases' lists when it is dropped
bool type_add_subclass(Type *base, Type *type) must_use;
void type_remove_subclass(Type *base, const Type *type);
// Walks the direct subclasses in order of their making: size_t at = 0; while ((subclass = type_next_subclass(type, &at))) ...
Type *type_next_subclass(const Type *type, size_t *at);
// The attribute of a class as Python code reads it, bound; 0 and nothing pending: absent.
Value type_find_attribute(Type *type, Value name) must_use;
Value type_get_dict(Value type) must_use;
Value type_get_attribute(Value type, Value name) must_use;     // type_type's slots
// The __module__ of classes made by calling type(): the VM, which knows the caller, sets it. 0, nothing pending: none.
extern Value (*type_caller_module)(void);

// object_isinstance.c: what type.__instancecheck__ and __subclasscheck__ do. 0, 1, -1: raised.
int type_is_instance(Value v, Value class) must_use;
int type_is_subclass(Value derived, Value class) must_use;

// mro.c. A new tuple from `type` along its bases (C3 linearisation); 0: TypeError.
Tuple *mro_compute(Type *type) must_use;
Tuple *mro_behind(Type *type, const Type *base) must_use;       // the type itself and the mro of one base
// The type that decides the layout of a class with these bases; 0: TypeError (lay-out conflict ...).
Type *type_best_base(Value bases) must_use;
Type *type_solid_base(Type *type);              // the nearest base (or itself) that added to the payload

Value type_py_dir(Value self, Value *args);     // type.__dir__
extern const AttributeDef type_instance_dict;   // the __dict__ of instances with a shape area
bool type_set_mro(Type *type) must_use;         // from its bases, by the metaclass's mro()
void type_inherit_pattern(Type *type);          // what `match` takes its instances for, from its mro

// type_bases.c: assignment to __bases__, and whether instances of one class may become those of another.
bool type_change_bases(Type *type, Value bases) must_use;
bool type_check_layout(const Type *from, const Type *to, const char *attribute) must_use;
bool type_same_layout(const Type *from, const Type *to);        // object_type.c

// slots.c: between C slots and double-underscore methods.
bool slots_inherit(Type *type) must_use;        // copies the slots that a type has not from its base
void slots_publish(Type *type);                 // adds a wrapper to type->dict for each slot the built-in type defines itself
bool slots_update(Type *type, Value name) must_use; // a dunder of a heap type was set or deleted: fills or inherits its slot(s)
bool slots_update_all(Type *type) must_use;
