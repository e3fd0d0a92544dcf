// What a frame leaves behind for "Did you mean": the names that were visible where a NameError was raised, and the `self` of a
// method where an AttributeError was.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/tuple.h"
#include "vm/frame.h"
#include "vm/ops.h"

// A local's value, out of its cell if it is in one; 0: not set.
static Value local_value(const Frame *frame, uint32_t index) {
    Value value = frame->locals[index];
    bool in_cell = frame->code->local_kinds[index] != LOCAL_PLAIN && value && value_is(value, &cell_type);
    return in_cell ? cell_of(value)->content : value;
}

Value frame_locals(const Frame *frame) {
    const Code *code = frame->code;
    if (frame->namespace && dict_check(frame->namespace)) return frame->namespace;
    if (!(code->flags & CODE_OPTIMIZED)) return VALUE(frame->globals);
    Value dict = dict_new();
    for (uint32_t k = 0; dict && k < code->local_count; k++) {
        Value value = code->local_kinds[k] == LOCAL_HIDDEN ? 0 : local_value(frame, k);
        if (value && !dict_set(dict, code->local_names[k], value)) return 0;
    }
    return dict;
}

// Whether the frame is that of a method of `object`.
static bool is_method_of(const Frame *frame, Value object) {
    const Code *code = frame->code;
    return object && code->positional_count && code->local_names[0] == NAME(self) && local_value(frame, 0) == object;
}

bool traceback_keeps_locals;

Value traceback_frame_names(const Frame *frame, Value exception) {
    Value locals = 0;
    if (!traceback_keeps_locals && exception_of(exception)->traceback) return 0;
    if (traceback_keeps_locals || object_is_instance(exception, &NameError_type)) {
        locals = frame_locals(frame);
    } else if (object_is_instance(exception, &AttributeError_type)) {
        Value object = object_get_attribute(exception, NAME(obj));
        if (!object || !is_method_of(frame, object)) return (void)error_take(), 0;
        locals = dict_new();
        if (locals && !dict_set_name(dict_of(locals), NAME(self), object)) locals = 0;
    } else {
        return 0;
    }
    Value names = locals ? tuple_pack(3, locals, VALUE(frame->globals), VALUE(frame->builtins)) : 0;
    return names ? names : ((void)error_take(), 0);
}

// As __import__(name): the module that the name begins with.
static Value find_module(Value name) {
    const char *dot = memchr(str_data(name), '.', str_size(name));
    Value first = dot ? str_new(str_data(name), (size_t)(dot - str_data(name))) : name;
    Value module = first && machine.modules ? dict_get(machine.modules, first) : 0;
    return module ? module : ((void)error_take(), 0);
}

void traceback_names_init(void) {
    traceback_find_module = find_module;
}
