// Frame objects: what tb_frame of a traceback entry is, and sys._getframe().
//
// The frame of a traceback entry has ended, so its object is made of what the entry keeps: its code, globals and line; its
// locals only where a NameError was raised and at module level. The object of a running frame refers to its record as
// long as that runs the same code: when it has ended, the record's memory serves other frames.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/tuple.h"
#include "vm/frame.h"
#include "vm/ops.h"

typedef struct {
    Object head;
    Code *code;
    Value globals;              // dict
    Value names;                // (locals, globals, builtins) as traceback_frame_names answers, or 0
    int line;                   // when the object was made
    const Frame *running;       // 0: it has ended
    Value back;                 // frame object or NONE; 0: not known
} FrameObject;

static Type frame_type;

static FrameObject *frame_object_of(Value v) { return (FrameObject *)value_object(v); }

static Value frame_repr(Value self) {
    const FrameObject *frame = frame_object_of(self);
    return str_format("<frame at 0x%llx, file %R, line %d, code %S>", (long long)self, frame->code->file_name, frame->line,
                      frame->code->name);
}

static Value frame_get_code(Value self) { return VALUE(frame_object_of(self)->code); }
static Value frame_get_globals(Value self) { return frame_object_of(self)->globals; }
static Value frame_get_builtins(Value self) { (void)self; return machine.builtins; }

// The record, if it is still on the list of running frames.
static const Frame *running(FrameObject *object) {
    for (const Frame *frame = object->running ? machine.frame : 0; frame; frame = frame->back)
        if (frame == object->running && frame->code == object->code) return frame;
    object->running = 0;
    return 0;
}

static Value frame_get_line(Value self) {
    FrameObject *object = frame_object_of(self);
    const Frame *frame = running(object);
    if (frame) object->line = frame_line(frame);
    return small_value(object->line);
}

static Value frame_get_last_instruction(Value self) { (void)self; return SMALL(0); }
static Value frame_get_trace(Value self) { (void)self; return NONE; }

static Value frame_get_locals(Value self) {
    FrameObject *frame = frame_object_of(self);
    if (running(frame)) return frame_locals(frame->running);
    if (!(frame->code->flags & CODE_OPTIMIZED) && frame->code->name == NAME(module_)) return frame->globals;
    if (frame->names && object_is_instance(tuple_get(frame->names, 0), &dict_type)) return tuple_get(frame->names, 0);
    return raise_not_implemented("f_locals of a frame that has ended");
}

static Value frame_get_back(Value self) {
    Value back = frame_object_of(self)->back;
    return back ? back : raise_not_implemented("f_back of a frame that has ended");
}

static Value frame_py_clear(Value self, Value *args) {
    (void)args;
    FrameObject *frame = frame_object_of(self);
    if (running(frame)) return raise_runtime_error("cannot clear an executing frame");
    Value nothing = dict_new();
    return nothing && (frame->names = tuple_pack(3, nothing, frame->globals, machine.builtins)) ? NONE : 0;
}

static const MethodDef frame_methods[] = {
    METHOD("clear", frame_py_clear, "", "Forget the locals."),
    METHODS_END
};

static const AttributeDef frame_attributes[] = {
    {"f_code", frame_get_code, 0, 0},
    {"f_globals", frame_get_globals, 0, 0},
    {"f_builtins", frame_get_builtins, 0, 0},
    {"f_locals", frame_get_locals, 0, 0},
    {"f_lineno", frame_get_line, 0, 0},
    {"f_lasti", frame_get_last_instruction, 0, 0},
    {"f_back", frame_get_back, 0, 0},
    {"f_trace", frame_get_trace, 0, 0},
    {0}
};

static Type frame_type = {
    .head = {&type_type},
    .name = "frame",
    .size = sizeof(FrameObject),
    .flags = TYPE_NO_NEW,
    .repr = frame_repr,
    .methods = frame_methods,
    .attributes = frame_attributes,
};

// The names that an entry keeps, whether its frame object has been made or not.
static Value names_of(Traceback *entry) {
    if (!entry->frame) return 0;
    if (value_is(entry->frame, &frame_type)) return frame_object_of(entry->frame)->names;
    return tuple_check(entry->frame) ? entry->frame : 0;
}

// The frame object takes the place of what the entry kept, so that it is the same one each time.
static Value make_frame(Traceback *entry) {
    if (entry->frame && value_is(entry->frame, &frame_type)) return entry->frame;
    if (!entry->code || !value_is(entry->code, &code_type)) return raise_not_implemented("tb_frame of this traceback");
    FrameObject *frame = mem_object(&frame_type, sizeof *frame);
    if (!frame) return 0;
    frame->code = code_of(entry->code);
    frame->names = names_of(entry);
    frame->globals = frame->names ? tuple_get(frame->names, 1) : entry->frame ? entry->frame : NONE;
    frame->line = entry->line;
    return entry->frame = VALUE(frame);
}

// With the objects of all its callers, because those may end before they are asked for.
Value frame_object_make(const Frame *frame) {
    Value first = NONE, *back = &first;
    for (; frame; frame = frame->back) {
        FrameObject *object = mem_object(&frame_type, sizeof *object);
        if (!object) return 0;
        object->code = frame->code;
        object->globals = VALUE(frame->globals);
        object->line = frame_line(frame);
        object->running = frame;
        object->back = NONE;
        *back = VALUE(object);
        back = &object->back;
    }
    return first;
}

void frame_object_init(void) {
    traceback_make_frame = make_frame;
    traceback_namespaces = names_of;
}
