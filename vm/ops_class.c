// def and class: functions from their parts, and builtins.__build_class__.
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/ops.h"

Value op_make_function(Frame *frame, Value code, uint32_t parts, Value *operands) {
    Value made = function_new(code, frame->globals);
    if (!made) return 0;
    Function *f = function_of(made);
    f->builtins = frame->builtins;
    if (parts & 1) f->defaults = *operands++;
    if (parts & 2) f->keyword_defaults = *operands++;
    if (parts & 4) f->annotate = *operands++;
    if (parts & 8) f->closure = *operands++;
    return made;
}

// ------------------------------------------------------------------------------------------------ __build_class__

// Bases with __mro_entries__ replaced (PEP 560). The same tuple when there are none.
static Value resolve_bases(Value bases) {
    Value changed = 0;
    for (size_t k = 0; k < tuple_count(bases); k++) {
        Value base = tuple_get(bases, k);
        bool found = false;
        Value entries = type_check(base) ? 0 : object_find_attribute(base, NAME(__mro_entries__), &found);
        if (error_pending) return 0;
        if (!entries) {
            if (changed && !list_append(changed, base)) return 0;
            continue;
        }
        Value replacement = object_call1(entries, bases);
        if (!replacement) return 0;
        if (!tuple_check(replacement)) return raise_type_error("__mro_entries__ must return a tuple");
        if (!changed && !(changed = list_new(tuple_of(bases)->items, k))) return 0;
        if (!list_extend(changed, replacement)) return 0;
    }
    return changed ? list_to_tuple(changed) : bases;
}

// Takes `metaclass` out of the keywords: their names without it, the values moved up.
static Value take_metaclass(Value *values, Value *names) {
    if (!*names) return 0;
    for (size_t k = 0; k < tuple_count(*names); k++) {
        if (!str_equal(tuple_get(*names, k), NAME(metaclass))) continue;
        Value metaclass = values[k];
        size_t rest = tuple_count(*names) - k - 1;
        Value left = list_new(tuple_of(*names)->items, tuple_count(*names));
        if (!left || !list_delete_range(left, k, k + 1) || !(*names = list_to_tuple(left))) return 0;
        memmove(values + k, values + k + 1, rest * sizeof(Value));
        return metaclass;
    }
    return 0;
}

static Value prepare_namespace(Value metaclass, Value name, Value bases, Value *values, Value names) {
    if (metaclass == VALUE(&type_type)) return dict_new();
    bool found;
    Value prepare = object_find_attribute(metaclass, NAME(__prepare__), &found);
    if (error_pending) return 0;
    if (!prepare) return dict_new();
    size_t keywords = names ? tuple_count(names) : 0;
    Value *args = mem_alloc((2 + keywords) * sizeof(Value));
    if (!args) return 0;
    args[0] = name;
    args[1] = bases;
    if (keywords) memcpy(args + 2, values, keywords * sizeof(Value));
    Value namespace = object_call(prepare, args, 2, names);
    if (!namespace) return 0;
    if (!type_of(namespace)->get_item) {
        Value shown = type_check(metaclass) ? type_name(type_from(metaclass)) : str_from("<metaclass>");
        return shown ? raise_type_error("%S.__prepare__() must return a mapping, not %T", shown, namespace) : 0;
    }
    return namespace;
}

// Runs the class body. Its value: the __class__ cell, or None.
static Value run_body(Value body, Value namespace) {
    Function *f = function_of(body);
    Value *locals = frame_free_stack();
    if (!mem_stack_check()) return 0;
    if (!function_bind(f, locals, 0, 0, 0)) return 0;
    Frame *frame = frame_push(f, locals, namespace);
    if (!frame) return 0;
    frame->flags = FRAME_ENTRY;
    return machine_run(frame);
}

static bool check_class_cell(Value cell, Value class, Value name) {
    if (!value_is(cell, &cell_type) || !type_check(class)) return true;
    Value content = cell_of(cell)->content;
    if (!content)
        return raise_runtime_error(
            "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?", name,
            class);
    if (content != class) return raise_type_error("__class__ set to %R defining %R as %R", content, name, class);
    return true;
}

Value class_build(Value *args, size_t count, Value keywords) {
    if (count < 2) return raise_type_error("__build_class__: not enough arguments");
    Value body = args[0], name = args[1];
    if (!value_is(body, &function_type)) return raise_type_error("__build_class__: func must be a function");
    if (!str_check(name)) return raise_type_error("__build_class__: name is not a string");
    size_t keyword_count = keywords ? tuple_count(keywords) : 0;
    Value *values = mem_alloc((keyword_count + 4) * sizeof(Value));
    Value written = tuple_new(args + 2, count - 2), bases = written ? resolve_bases(written) : 0;
    if (!values || !bases) return 0;
    memcpy(values + 3, args + count, keyword_count * sizeof(Value));
    Value names = keywords, metaclass = take_metaclass(values + 3, &names);
    if (error_pending) return 0;
    if (names && tuple_count(names) == 0) names = 0;
    if (!metaclass) metaclass = tuple_count(bases) ? VALUE(type_of(tuple_get(bases, 0))) : VALUE(&type_type);
    if (type_check(metaclass)) {
        Type *derived = type_most_derived_metatype(type_from(metaclass), bases);
        if (!derived) return 0;
        metaclass = VALUE(derived);
    }
    Value namespace = prepare_namespace(metaclass, name, bases, values + 3, names);
    if (!namespace) return 0;
    Value cell = run_body(body, namespace);
    if (!cell) return 0;
    if (bases != written && !object_set_item(namespace, NAME(__orig_bases__), written)) return 0;
    values[0] = name;
    values[1] = bases;
    values[2] = namespace;
    Value class = object_call(metaclass, values, 3, names);
    if (!class || !check_class_cell(cell, class, name)) return 0;
    return class;
}
