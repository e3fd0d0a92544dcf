// Calls of any value, with arguments in C arrays: `count` positional values followed by those of the keyword
// names.
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/module.h"
#include "objects/object.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

#define STACK_ARGUMENTS 16 // up to so many are copied on the C stack, more on the heap

// A module that holds a callable of its own name: that is what was meant.
static Value raise_not_callable(Value v) {
    Value name = value_is(v, &module_type) ? dict_get(module_dict(v), NAME(__name__)) : 0;
    Value inner = name && str_check(name) ? dict_get(module_dict(v), name) : 0;
    if (error_occurred()) return 0;
    if (!inner || !object_callable(inner)) return raise_type_error("'%T' object is not callable", v);
    return raise_type_error("'%T' object is not callable. Did you mean: '%S.%S(...)'?", v, name, name);
}

Value object_call(Value callable, Value *args, size_t count, Value keywords) {
    Type *type = type_of(callable);
    type_ensure_ready(type);
    if (unlikely(!type->call)) return raise_not_callable(callable);
    if (unlikely(!mem_stack_check())) return 0;
    return type->call(callable, args, count, keywords);
}

Value object_call0(Value callable) { return object_call(callable, 0, 0, 0); }
Value object_call1(Value callable, Value a) { return object_call(callable, &a, 1, 0); }
Value object_call2(Value callable, Value a, Value b) { return object_call(callable, (Value[]){a, b}, 2, 0); }
Value object_call3(Value callable, Value a, Value b, Value c) {
    return object_call(callable, (Value[]){a, b, c}, 3, 0);
}

Value object_call_with(Value callable, Value first, Value *args, size_t count, Value keywords) {
    size_t all = count + (keywords ? tuple_count(keywords) : 0);
    Value few[STACK_ARGUMENTS];
    Value *longer = all < STACK_ARGUMENTS ? few : mem_alloc((all + 1) * sizeof(Value));
    if (!longer) return 0;
    longer[0] = first;
    if (all) memcpy(longer + 1, args, all * sizeof(Value));
    return object_call(callable, longer, count + 1, keywords);
}

Value object_call_method(Value v, Value name, Value *args, size_t count) {
    Type *type = type_of(v);
    type_ensure_ready(type);
    if (!type->get_attribute) {
        Value method = type_lookup(type, name);
        if (method && (type_of(method)->flags & TYPE_BINDS_SELF) && !object_own_attribute(v, name)) {
            return object_call_with(method, v, args, count, 0);
        }
    }
    Value method = object_get_attribute(v, name);
    return method ? object_call(method, args, count, 0) : 0;
}

bool object_callable(Value v) {
    Type *type = type_of(v);
    type_ensure_ready(type);
    return type->call != 0;
}
