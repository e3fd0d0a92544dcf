// Struct sequences (struct_sequence.h). An instance is a tuple with room for the hidden fields behind its
// items.
#include "lib/struct_sequence.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/type.h"

static size_t visible_count(const Type *type) { return (size_t)small_int(type->extra); }

static size_t field_count(const Type *type) {
    size_t count = 0;
    while (type->attributes[count].name) count++;
    return count;
}

#define X(index) Value struct_sequence_get_##index(Value self) { return tuple_of(self)->items[index]; }
STRUCT_INDICES(X)
#undef X

Value struct_sequence_new(Type *type, const Value *items) {
    size_t count = field_count(type);
    Tuple *tuple = mem_object(type, sizeof(Tuple) + count * sizeof(Value));
    if (!tuple || !struct_sequence_ready(type)) return 0;
    tuple->count = visible_count(type);
    for (size_t k = 0; k < count; k++) {
        if (!items[k]) return 0;
        tuple->items[k] = items[k];
    }
    return VALUE(tuple);
}

bool struct_sequence_ready(Type *type) {
    if (type->flags & TYPE_READY) return true;
    type_ready(type);
    size_t visible = visible_count(type);
    Value names = tuple_new(0, visible), dict = VALUE(type->dict);
    if (!names) return false;
    for (size_t k = 0; k < visible; k++) tuple_of(names)->items[k] = intern(type->attributes[k].name);
    return dict_set_c(dict, "n_sequence_fields", SMALL(visible)) &&
        dict_set_c(dict, "n_fields", SMALL(field_count(type))) &&
        dict_set_c(dict, "n_unnamed_fields", SMALL(0)) &&
        dict_set_name(type->dict, NAME(__match_args__), names);
}

// ----------------------------------------------------------------------------------------- T(sequence, dict)

// Hidden fields that the sequence has not come from the dict, by name.
static bool fill_hidden(Type *type, Tuple *tuple, size_t given, Value dict) {
    size_t count = field_count(type), used = 0;
    for (size_t k = given; k < count; k++) {
        Value value = dict ? dict_get(dict, intern(type->attributes[k].name)) : 0;
        if (error_occurred()) return false;
        used += value != 0;
        tuple->items[k] = value ? value : NONE;
    }
    return !dict || used == dict_of(dict)->count ||
        raise_type_error("%N() got duplicate or unexpected field name(s)", type);
}

static Value make_from(Type *type, Value sequence, Value dict) {
    Value items = tuple_from_iterable(sequence);
    if (!items)
        return (void)error_clear_if(&TypeError_type),
               error_occurred() ? 0 : raise_type_error("constructor requires a sequence");
    if (dict && !dict_check(dict)) return raise_type_error("%N() takes a dict as second arg, if any", type);
    size_t visible = visible_count(type), count = field_count(type), given = tuple_count(items);
    const char *bound = visible == count ? "a" : given < visible ? "an at least" : "an at most";
    size_t wanted = given < visible ? visible : count;
    if (given < visible || given > count)
        return raise_type_error("%N() takes %s %zu-sequence (%zu-sequence given)", type, bound, wanted,
                                given);
    Tuple *tuple = mem_object(type, sizeof(Tuple) + count * sizeof(Value));
    if (!tuple) return 0;
    tuple->count = visible;
    memcpy(tuple->items, tuple_of(items)->items, given * sizeof(Value));
    return fill_hidden(type, tuple, given, dict) ? VALUE(tuple) : 0;
}

Value struct_sequence_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (type->flags & TYPE_NO_NEW) return raise_type_error("cannot create '%N' instances", type);
    if (!NATIVE_BIND("structseq", "sequence, dict={}", bound)) return 0;
    return make_from(type, bound[0], bound[1]);
}

// -------------------------------------------------------------------------------------------- slots, methods

Value struct_sequence_repr(Value self) {
    Type *type = type_of(self);
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_format(&out, "%N(", type);
    for (size_t k = 0; k < tuple_count(self); k++)
        str_builder_add_format(&out, "%s%s=%R", k ? ", " : "", type->attributes[k].name, tuple_get(self, k));
    str_builder_add_c(&out, ")");
    return error_occurred() ? 0 : str_builder_finish(&out);
}

static Value hidden_fields(Value self) {
    Type *type = type_of(self);
    Value dict = dict_new();
    for (size_t k = visible_count(type), count = field_count(type); dict && k < count; k++)
        if (!dict_set_c(dict, type->attributes[k].name, tuple_of(self)->items[k])) return 0;
    return dict;
}

static Value py_reduce(Value self, Value *args) {
    (void)args;
    Value items = tuple_new(tuple_of(self)->items, tuple_count(self)), hidden = hidden_fields(self);
    Value state = items && hidden ? tuple_pair(items, hidden) : 0;
    return state ? tuple_pair(VALUE(type_of(self)), state) : 0;
}

static Value py_replace(Value self, Value *args) {
    Type *type = type_of(self);
    Value left = dict_copy(args[0]);
    size_t count = field_count(type);
    Tuple *tuple = mem_object(type, sizeof(Tuple) + count * sizeof(Value));
    if (!left || !tuple) return 0;
    tuple->count = tuple_count(self);
    for (size_t k = 0; k < count; k++) {
        Value changed = dict_pop(left, intern(type->attributes[k].name));
        if (error_occurred()) return 0;
        tuple->items[k] = changed ? changed : tuple_of(self)->items[k];
    }
    if (dict_of(left)->count == 0) return VALUE(tuple);
    Value names = list_from_iterable(left);
    return names ? raise_type_error("Got unexpected field name(s): %R", names) : 0;
}

const MethodDef struct_sequence_methods[] = {
    METHOD("__reduce__", py_reduce, "", "How to make it again, for copies."),
    METHOD("__replace__", py_replace, "**changes", "A copy with some fields changed."),
    METHODS_END
};
