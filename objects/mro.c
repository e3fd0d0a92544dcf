// Method resolution order (C3 linearisation; Barrett et al., "A Monotonic Superclass Linearization for
// Dylan", 1996) and the choice of the base that decides a new class's layout.
#include "objects/list.h"
#include "objects/object.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

// --- linearisation. The lists to merge are the mros of the bases and the tuple of the bases itself.

typedef struct {
    Tuple **lists;
    size_t *heads; // how far each list has been used up
    size_t count;
} Merge;

static bool in_a_tail(const Merge *merge, Value candidate) {
    for (size_t i = 0; i < merge->count; i++) {
        const Tuple *list = merge->lists[i];
        for (size_t k = merge->heads[i] + 1; k < list->count; k++) {
            if (list->items[k] == candidate) return true;
        }
    }
    return false;
}

// The first head that is in no tail; 0: there are heads, but none will do; NONE: all lists are used up.
static Value next_class(const Merge *merge) {
    bool any = false;
    for (size_t i = 0; i < merge->count; i++) {
        if (merge->heads[i] >= merge->lists[i]->count) continue;
        any = true;
        Value candidate = merge->lists[i]->items[merge->heads[i]];
        if (!in_a_tail(merge, candidate)) return candidate;
    }
    return any ? 0 : NONE;
}

static void use_up(Merge *merge, Value class) {
    for (size_t i = 0; i < merge->count; i++) {
        const Tuple *list = merge->lists[i];
        if (merge->heads[i] < list->count && list->items[merge->heads[i]] == class) merge->heads[i]++;
    }
}

// The names of the classes that could not be put in order: the heads left over, each once.
static Tuple *inconsistent(const Merge *merge) {
    StrBuilder builder;
    str_builder_init(&builder);
    for (size_t i = 0; i < merge->count; i++) {
        if (merge->heads[i] >= merge->lists[i]->count) continue;
        Value head = merge->lists[i]->items[merge->heads[i]];
        bool seen = false;
        for (size_t k = 0; k < i; k++) {
            seen |=
                merge->heads[k] < merge->lists[k]->count && merge->lists[k]->items[merge->heads[k]] == head;
        }
        if (seen) continue;
        if (builder.size) str_builder_add_c(&builder, ", ");
        Value name = type_name(type_from(head));
        if (name) str_builder_add_str(&builder, name);
    }
    Value names = str_builder_finish(&builder);
    if (!names) return 0;
    raise_type_error("Cannot create a consistent method resolution order (MRO) for bases %S", names);
    return 0;
}

static bool check_duplicates(const Tuple *bases) {
    for (size_t i = 0; i < bases->count; i++) {
        for (size_t k = 0; k < i; k++) {
            if (bases->items[i] == bases->items[k]) {
                return raise_type_error("duplicate base class %N", type_from(bases->items[i]));
            }
        }
    }
    return true;
}

static Tuple *prepend(Type *type, const Value *rest, size_t count) {
    Value mro = tuple_new(0, count + 1);
    if (!mro) return 0;
    tuple_of(mro)->items[0] = VALUE(type);
    memcpy(tuple_of(mro)->items + 1, rest, count * sizeof *rest);
    return tuple_of(mro);
}

Tuple *mro_behind(Type *type, const Type *base) { return prepend(type, base->mro->items, base->mro->count); }

Tuple *mro_compute(Type *type) {
    Tuple *bases = type->bases;
    if (!check_duplicates(bases)) return 0;
    if (bases->count == 1) {
        Tuple *only = type_from(bases->items[0])->mro;
        return prepend(type, only->items, only->count);
    }
    Merge merge = {mem_alloc((bases->count + 1) * sizeof(Tuple *)),
                   mem_alloc((bases->count + 1) * sizeof(size_t)), bases->count + 1};
    Value result = list_with_capacity(8);
    if (!merge.lists || !merge.heads || !result) return 0;
    for (size_t i = 0; i < bases->count; i++) merge.lists[i] = type_from(bases->items[i])->mro;
    merge.lists[bases->count] = bases;
    Value class;
    while ((class = next_class(&merge)) && class != NONE) {
        if (!list_append(result, class)) return 0;
        use_up(&merge, class);
    }
    return class ? prepend(type, list_of(result)->items, list_of(result)->count) : inconsistent(&merge);
}

// --- layout

static bool adds_payload(const Type *type) {
    const Type *base = type->base;
    if (type->flags & TYPE_HEAP) return type->size > base->size;
    return type->size != base->size || type->payload_size != base->payload_size;
}

Type *type_solid_base(Type *type) {
    type_ensure_ready(type);
    while (type->base && !adds_payload(type)) type = type->base;
    return type;
}

Type *type_best_base(Value bases) {
    Type *best = 0, *best_solid = 0;
    for (size_t i = 0; i < tuple_count(bases); i++) {
        Value v = tuple_get(bases, i);
        if (!type_check(v)) return raise_type_error("bases must be types"), (Type *)0;
        Type *candidate = type_from(v);
        type_ensure_ready(candidate);
        if (!(candidate->flags & TYPE_BASE)) {
            raise_type_error("type '%N' is not an acceptable base type", candidate);
            return 0;
        }
        Type *solid = type_solid_base(candidate);
        if (!best || (solid != best_solid && type_is_subtype(solid, best_solid))) {
            best = candidate;
            best_solid = solid;
        } else if (!type_is_subtype(best_solid, solid)) {
            raise_type_error("multiple bases have instance lay-out conflict");
            return 0;
        }
    }
    return best;
}
