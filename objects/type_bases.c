// Assignment to __bases__: the class and all that derive from it get a new order and new slots. Their instances stay
// as they are, so the base that decides the layout may only give way to one of the same layout. What fails half-way,
// a metaclass's mro() for instance, leaves everything as it was.
#include "objects/list.h"
#include "objects/slots.h"
#include "objects/type.h"

// --- checks

// Whether CPython's collector would know the instances; its messages tell these types from the others.
static bool is_collected(const Type *type) {
    const uint32_t atomic = TYPE_IS_INT | TYPE_IS_FLOAT | TYPE_IS_STR | TYPE_IS_BYTES | TYPE_IS_BYTEARRAY;
    return type->flags & TYPE_HEAP || (type != &object_type && !(type->flags & atomic));
}

bool type_check_layout(const Type *from, const Type *to, const char *attribute) {
    if (is_collected(from) != is_collected(to))
        return raise_type_error("%s assignment: '%N' deallocator differs from '%N'", attribute, to, from);
    if (type_same_layout(from, to)) return true;
    return raise_type_error("%s assignment: '%N' object layout differs from '%N'", attribute, to, from);
}

static bool check_bases(Type *type, Value bases) {
    if (!tuple_check(bases)) return raise_type_error("can only assign tuple to %N.__bases__, not %T", type, bases);
    if (tuple_count(bases) == 0)
        return raise_type_error("can only assign non-empty tuple to %N.__bases__, not ()", type);
    for (size_t i = 0; i < tuple_count(bases); i++) {
        Value base = tuple_get(bases, i);
        if (!type_check(base)) return raise_type_error("%N.__bases__ must be tuple of classes, not '%T'", type, base);
        if (type_is_subtype(type_from(base), type))
            return raise_type_error("a __bases__ item causes an inheritance cycle");
    }
    return true;
}

// --- the new order

// Gives the class and its subclasses their new orders; `saved` gets each class and its old one.
static bool reorder(Type *type, Value saved) {
    Value old = VALUE(type->mro);
    if (!mem_stack_check() || !list_append(saved, VALUE(type)) || !list_append(saved, old) ||
        !type_set_mro(type))
        return false;
    Type *subclass;
    for (size_t at = 0; (subclass = type_next_subclass(type, &at));)
        if (!reorder(subclass, saved)) return false;
    return true;
}

static bool refill(Value saved) {
    const List *list = list_of(saved);
    for (size_t i = 0; i + 1 < list->count; i += 2) {
        Type *type = type_from(list->items[i]);
        type_inherit_pattern(type);
        type_modified(type);
        if (!slots_update_all(type)) return false;
    }
    return true;
}

static void join(Tuple *bases, Type *type, bool *done) {
    for (size_t i = 0; i < bases->count; i++) *done &= type_add_subclass(type_from(bases->items[i]), type);
}

static void leave(Tuple *bases, Type *type) {
    for (size_t i = 0; i < bases->count; i++) type_remove_subclass(type_from(bases->items[i]), type);
}

bool type_change_bases(Type *type, Value value) {
    if (!check_bases(type, value)) return false;
    Type *base = type_best_base(value), *old_base = type->base;
    Tuple *bases = tuple_of(value), *old_bases = type->bases;
    Value saved = base && type_check_layout(old_base, base, "__bases__") ? list_with_capacity(8) : 0;
    if (!saved) return false;
    type->base = base;
    type->bases = bases;
    bool done = reorder(type, saved);
    if (!done) {
        type->base = old_base;
        type->bases = old_bases;
        for (size_t i = list_of(saved)->count & ~(size_t)1; i > 0; i -= 2)
            type_from(list_of(saved)->items[i - 2])->mro = tuple_of(list_of(saved)->items[i - 1]);
    } else if (type->bases == bases) {
        leave(old_bases, type);
        join(bases, type, &done);
    }
    return refill(saved) && done;
}
