// FrameLocalsProxy: the local variables of a function's frame as a mapping that writes through to them. What it is given
// beside the variables is kept with the frame object. Each method looks at the variables anew: they change while the frame runs.
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/tuple.h"
#include "vm/frame_object.h"

typedef struct {
    Object head;
    FrameObject *frame;
} Proxy;

static FrameObject *frame_of(Value self) { return ((Proxy *)value_object(self))->frame; }
static Value *slots_of(FrameObject *object) { return object->running ? object->running->locals : object->slots; }
static bool proxy_check(Value v) { return value_is(v, &frame_locals_type); }

// ---------------------------------------------------------------------------------------------------- variables

static Value content(const Code *code, const Value *slots, uint32_t slot) {
    Value value = code->local_kinds[slot] == LOCAL_HIDDEN ? 0 : slots[slot];
    bool in_cell = value && code->local_kinds[slot] != LOCAL_PLAIN && value_is(value, &cell_type);
    return in_cell ? cell_of(value)->content : value;
}

// The value of the variable in `slot`, out of its cell if it is in one; 0: it is not set or hidden. A comprehension's
// variable hides one of the same name outside of it, while it is set.
static Value slot_value(const Code *code, const Value *slots, uint32_t slot) {
    Value value = content(code, slots, slot);
    for (uint32_t k = slot + 1; value && k < code->local_count; k++)
        if (code->local_names[k] == code->local_names[slot] && content(code, slots, k)) return 0;
    return value;
}

static Value all_locals(const Code *code, const Value *slots, Value extra) {
    Value dict = dict_new();
    for (uint32_t k = 0; dict && k < code->local_count; k++) {
        Value value = slot_value(code, slots, k);
        if (value && !dict_set(dict, code->local_names[k], value)) return 0;
    }
    return dict && extra && !dict_update(dict, extra) ? 0 : dict;
}

// Within a comprehension that is part of the code of a module or class, whose variables alone are local then.
static bool in_comprehension(const Frame *frame) {
    const Code *code = frame->code;
    for (uint32_t k = 0; k < code->local_count; k++)
        if (code->local_kinds[k] == LOCAL_PLAIN && frame->locals[k]) return true;
    return false;
}

Value frame_locals(const Frame *frame) {
    const Code *code = frame->code;
    if (!(code->flags & CODE_OPTIMIZED) && code->local_count && in_comprehension(frame))
        return all_locals(code, frame->locals, 0);
    if (frame->namespace) return frame->namespace;
    if (!(code->flags & CODE_OPTIMIZED)) return VALUE(frame->globals);
    return all_locals(code, frame->locals, frame->flags & FRAME_OBJECT ? frame_object_of(frame->object)->extra : 0);
}

Value frame_object_locals(FrameObject *object) {
    return object->namespace ? object->namespace : all_locals(object->code, slots_of(object), object->extra);
}

Value frame_locals_proxy(FrameObject *object) {
    Proxy *proxy = mem_object(&frame_locals_type, sizeof *proxy);
    if (!proxy) return 0;
    proxy->frame = object;
    return VALUE(proxy);
}

// The slot of the variable of that name, one that is set if there is any; -1: there is none, -2: raised.
static ptrdiff_t find_slot(FrameObject *object, Value name) {
    const Code *code = object->code;
    ptrdiff_t found = -1;
    if (!str_check(name)) return object_hash(name) == -1 ? -2 : -1;
    for (uint32_t k = 0; k < code->local_count; k++) {
        if (code->local_kinds[k] == LOCAL_HIDDEN || !str_equal(code->local_names[k], name)) continue;
        if (found < 0 || slot_value(code, slots_of(object), k)) found = k;
    }
    return found;
}

// The value by a name; 0 with nothing pending: there is none.
static Value find(Value self, Value name) {
    FrameObject *object = frame_of(self);
    ptrdiff_t slot = find_slot(object, name);
    if (slot == -2) return 0;
    Value value = slot >= 0 ? content(object->code, slots_of(object), (uint32_t)slot) : 0;
    return value || slot >= 0 || !object->extra ? value : dict_get(object->extra, name);
}

static bool store(Value self, Value name, Value value) {
    FrameObject *object = frame_of(self);
    ptrdiff_t slot = find_slot(object, name);
    if (slot == -2) return false;
    if (slot < 0) return (object->extra || (object->extra = dict_new())) && dict_set(object->extra, name, value);
    Value *place = &slots_of(object)[slot];
    if (*place && object->code->local_kinds[slot] != LOCAL_PLAIN && value_is(*place, &cell_type))
        cell_of(*place)->content = value;
    else *place = value;
    return true;
}

static Value fixed(void) { return raise_value_error("cannot remove local variables from FrameLocalsProxy"); }

// Takes out a name that is no variable: its value; 0 with nothing pending: there is none.
static Value take(Value self, Value name) {
    FrameObject *object = frame_of(self);
    ptrdiff_t slot = find_slot(object, name);
    if (slot != -1) return slot == -2 ? 0 : fixed();
    return object->extra ? dict_pop(object->extra, name) : 0;
}

// ---------------------------------------------------------------------------------------------------- slots

static Value snapshot(Value self) { return frame_object_locals(frame_of(self)); }

static Value proxy_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    (void)keywords;
    if (count != 1) return raise_type_error("FrameLocalsProxy expected 1 argument, got %zu", count);
    if (!value_is(args[0], &frame_type)) return raise_type_error("expect frame, not %T", args[0]);
    return frame_locals_proxy(frame_object_of(args[0]));
}

static Value proxy_repr(Value self) {
    if (!repr_enter(self)) return error_occurred() ? 0 : str_from("{...}");
    Value dict = snapshot(self), text = dict ? object_repr(dict) : 0;
    repr_leave(self);
    return text;
}

static ptrdiff_t proxy_length(Value self) {
    Value dict = snapshot(self);
    return dict ? object_length(dict) : -1;
}

static Value proxy_get_item(Value self, Value name) {
    Value value = find(self, name);
    if (value || error_pending) return value;
    Value message = str_format("local variable '%R' is not defined", name);
    return message ? raise_key_error(message) : 0;
}

static bool proxy_set_item(Value self, Value name, Value value) {
    if (value) return store(self, name, value);
    return take(self, name) || error_pending ? !error_pending : raise_key_error(name);
}

static int proxy_contains(Value self, Value name) {
    Value value = find(self, name);
    return error_pending ? -1 : value != 0;
}

static Value listed(Value self, const char *method) {
    Value dict = snapshot(self), view = dict ? object_get_attribute_c(dict, method) : 0;
    Value items = view ? object_call0(view) : 0;
    return items ? list_from_iterable(items) : 0;
}

static Value proxy_iter(Value self) {
    Value names = listed(self, "keys");
    return names ? object_iter(names) : 0;
}

static Value proxy_compare(Value self, Value other, CompareOp op) {
    if (op != COMPARE_EQ && op != COMPARE_NE) return NOT_IMPLEMENTED;
    if (proxy_check(other)) return bool_value((frame_of(self) == frame_of(other)) == (op == COMPARE_EQ));
    if (!dict_check(other)) return NOT_IMPLEMENTED;
    Value dict = snapshot(self);
    return dict ? object_compare(dict, other, op) : 0;
}

// A new dict of both sides of `|`.
static Value proxy_or(Value left, Value right) {
    if (!proxy_check(left) && !dict_check(left)) return NOT_IMPLEMENTED;
    if (!proxy_check(right) && !dict_check(right)) return NOT_IMPLEMENTED;
    Value result = proxy_check(left) ? snapshot(left) : dict_copy(left), more = proxy_check(right) ? snapshot(right) : right;
    return result && more && dict_update(result, more) ? result : 0;
}

static bool update(Value self, Value other) {
    Value items = proxy_check(other) ? snapshot(other) : other, names = items ? list_from_iterable(items) : 0;
    for (size_t k = 0; names && k < list_of(names)->count; k++) {
        Value name = list_of(names)->items[k], value = object_get_item(items, name);
        if (!value || !store(self, name, value)) return false;
    }
    return names != 0;
}

static Value proxy_inplace_or(Value self, Value other) {
    if (!proxy_check(other) && !dict_check(other)) return NOT_IMPLEMENTED;
    return update(self, other) ? self : 0;
}

// ---------------------------------------------------------------------------------------------------- methods

static Value proxy_py_update(Value self, Value *args) {
    if (!proxy_check(args[0]) && !dict_check(args[0]))
        return raise_type_error("update() argument must be dict or another FrameLocalsProxy");
    return update(self, args[0]) ? NONE : 0;
}

static Value get_or(Value self, const char *method, Value *args, size_t count, Value *out) {
    if (count < 1 || count > 2) return raise_type_error("%s expected 1 or 2 arguments", method);
    *out = find(self, args[0]);
    return error_pending ? 0 : TRUE;
}

static Value proxy_py_get(Value self, Value *args, size_t count, Value keywords) {
    (void)keywords;
    Value value = 0;
    if (!get_or(self, "get", args, count, &value)) return 0;
    return value ? value : count > 1 ? args[1] : NONE;
}

static Value proxy_py_setdefault(Value self, Value *args, size_t count, Value keywords) {
    (void)keywords;
    Value value = 0;
    if (!get_or(self, "setdefault", args, count, &value)) return 0;
    if (value) return value;
    value = count > 1 ? args[1] : NONE;
    return store(self, args[0], value) ? value : 0;
}

static Value proxy_py_pop(Value self, Value *args) {
    Value value = take(self, args[0]);
    if (value || error_pending) return value;
    return args[1] ? args[1] : raise_key_error(args[0]);
}

static Value proxy_py_copy(Value self, Value *args) { (void)args; return snapshot(self); }
static Value proxy_py_keys(Value self, Value *args) { (void)args; return listed(self, "keys"); }
static Value proxy_py_values(Value self, Value *args) { (void)args; return listed(self, "values"); }
static Value proxy_py_items(Value self, Value *args) { (void)args; return listed(self, "items"); }

static Value proxy_reversed(Value self) {
    Value names = listed(self, "keys");
    if (!names) return 0;
    for (size_t low = 0, high = list_of(names)->count; low + 1 < high; low++) {
        Value *items = list_of(names)->items, swapped = items[low];
        items[low] = items[--high];
        items[high] = swapped;
    }
    return object_iter(names);
}

static const MethodDef proxy_methods[] = {
    METHOD("copy", proxy_py_copy, "", "A dict of the variables as they are now."),
    METHOD("get", (NativeFunction)(void *)proxy_py_get, NATIVE_RAW, "The value of a variable, or a default."),
    METHOD("items", proxy_py_items, "", "A list of (name, value)."),
    METHOD("keys", proxy_py_keys, "", "A list of the names."),
    METHOD("pop", proxy_py_pop, "key, default=None, /", "Take out a name that is not a variable of the code."),
    METHOD("setdefault", (NativeFunction)(void *)proxy_py_setdefault, NATIVE_RAW, "The value of a name, which is set if it was not."),
    METHOD("update", proxy_py_update, "other, /", "Set variables from a dict or another proxy."),
    METHOD("values", proxy_py_values, "", "A list of the values."),
    METHODS_END
};

Type frame_locals_type = {
    .head = {&type_type},
    .name = "FrameLocalsProxy",
    .doc = "The local variables of a frame, as a mapping.",
    .size = sizeof(Proxy),
    .flags = TYPE_MAPPING_PATTERN,
    .make = proxy_make,
    .repr = proxy_repr,
    .compare = proxy_compare,
    .iter = proxy_iter,
    .reversed = proxy_reversed,
    .length = proxy_length,
    .get_item = proxy_get_item,
    .set_item = proxy_set_item,
    .contains = proxy_contains,
    .operators = OPERATORS(.binary[BINARY_OR] = proxy_or, .inplace[BINARY_OR] = proxy_inplace_or),
    .methods = proxy_methods,
};
