// The type of frame objects. frame_object.h has the contract.
#include "vm/frame_object.h"
#include "objects/exception.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"
#include "vm/ops.h"

// ---------------------------------------------------------------------------------------------------- life

Value frame_object_get(Frame *frame) {
    if (frame->flags & FRAME_OBJECT) return frame->object;
    Code *code = frame->code;
    bool is_function = code->flags & CODE_OPTIMIZED;
    FrameObject *object = mem_object(&frame_type, sizeof *object + (is_function ? code->local_count * sizeof(Value) : 0));
    if (!object) return 0;
    object->code = code;
    object->globals = VALUE(frame->globals);
    object->builtins = VALUE(frame->builtins);
    if (!is_function) object->namespace = frame->namespace ? frame->namespace : object->globals;
    if (frame->flags & FRAME_GENERATOR) object->generator = VALUE(generator_of_frame(frame));
    object->running = frame;
    object->back = NONE;
    frame->flags |= FRAME_OBJECT;
    return frame->object = VALUE(object);
}

static int last_instruction(const FrameObject *object) { return object->running ? (int)frame_index(object->running) : object->last; }

// Its last line. What ends a handler has none: then that of the exception on its way out.
static int last_line(const Frame *frame) {
    int line = frame_line(frame);
    Value entry = !line && error_pending ? exception_of(error_pending)->traceback : 0;
    return entry && traceback_of(entry)->frame == frame->object ? traceback_of(entry)->line : line;
}

void frame_object_end(Frame *frame) {
    FrameObject *object = frame_object_of(frame->object);
    object->line = last_line(frame);
    object->last = last_instruction(object);
    if (!object->namespace) memcpy(object->slots, frame->locals, object->code->local_count * sizeof(Value));
    Value pending = error_pending;
    if (frame->back && !object->generator && !(object->back = frame_object_get(frame->back))) {
        (void)error_take();
        if (pending) error_set(pending);        // on its way through this frame
        object->back = NONE;
    }
    object->running = 0;
    object->generator = 0;
    frame->object = 0;
    frame->flags &= ~(uint32_t)FRAME_OBJECT;
}

// ---------------------------------------------------------------------------------------------------- attributes

static int line_of(const FrameObject *object) { return object->running ? frame_line(object->running) : object->line; }

static Value frame_repr(Value self) {
    const FrameObject *frame = frame_object_of(self);
    return str_format("<frame at %p, file %R, line %d, code %S>", self, frame->code->file_name, line_of(frame),
                      frame->code->name);
}

static Value frame_get_code(Value self) { return VALUE(frame_object_of(self)->code); }
static Value frame_get_globals(Value self) { return frame_object_of(self)->globals; }
static Value frame_get_builtins(Value self) { return builtins_object(dict_of(frame_object_of(self)->builtins)); }
static Value frame_get_line(Value self) { return SMALL(line_of(frame_object_of(self))); }
static Value frame_get_last(Value self) { return SMALL(2 * last_instruction(frame_object_of(self))); }

static bool frame_set_line(Value self, Value value) {
    (void)self;
    if (!value) return raise_format(&AttributeError_type, "cannot delete attribute");
    return raise_value_error("f_lineno can only be set in a trace function");
}

static Value frame_get_locals(Value self) {
    FrameObject *object = frame_object_of(self);
    return object->namespace ? object->namespace : frame_locals_proxy(object);
}

static Value frame_get_back(Value self) {
    const FrameObject *object = frame_object_of(self);
    if (!object->running) return object->back;
    return object->running->back ? frame_object_get(object->running->back) : NONE;
}

static Value frame_get_generator(Value self) {
    Value generator = frame_object_of(self)->generator;
    return generator ? generator : NONE;
}

static Value frame_get_trace(Value self) {
    Value trace = frame_object_of(self)->trace;
    return trace ? trace : NONE;
}
static bool frame_set_trace(Value self, Value value) {
    frame_object_of(self)->trace = value;
    return true;
}

static bool set_flag(bool *flag, Value value, bool meaning) {
    if (value != TRUE && value != FALSE) return raise_type_error("attribute value type must be bool");
    *flag = (value == TRUE) == meaning;
    return true;
}
static Value frame_get_trace_lines(Value self) { return bool_value(!frame_object_of(self)->no_trace_lines); }
static bool frame_set_trace_lines(Value self, Value value) { return set_flag(&frame_object_of(self)->no_trace_lines, value, false); }
static Value frame_get_trace_opcodes(Value self) { return bool_value(frame_object_of(self)->trace_opcodes); }
static bool frame_set_trace_opcodes(Value self, Value value) { return set_flag(&frame_object_of(self)->trace_opcodes, value, true); }

static Value frame_py_clear(Value self, Value *args) {
    (void)args;
    FrameObject *object = frame_object_of(self);
    if (object->running && !object->generator) return raise_runtime_error("cannot clear an executing frame");
    if (object->running) {
        GeneratorState state = generator_of(object->generator)->state;
        if (state != GENERATOR_CREATED) return raise_runtime_error("cannot clear %s frame", state == GENERATOR_RUNNING ? "an executing" : "a suspended");
        if (!generator_close(generator_of(object->generator))) return 0;
    }
    if (!object->namespace) memset(object->slots, 0, object->code->local_count * sizeof(Value));
    object->extra = 0;
    return NONE;
}

static const MethodDef frame_methods[] = {
    METHOD("clear", frame_py_clear, "", "Forget the locals of a frame that has ended."),
    METHODS_END
};

static const AttributeDef frame_attributes[] = {
    {"f_back", frame_get_back, 0, "the frame of the caller, or None"},
    {"f_builtins", frame_get_builtins, 0, 0},
    {"f_code", frame_get_code, 0, "the code object that it runs"},
    {"f_generator", frame_get_generator, 0, "the generator or coroutine whose frame it is, or None"},
    {"f_globals", frame_get_globals, 0, 0},
    {"f_lasti", frame_get_last, 0, 0},
    {"f_lineno", frame_get_line, frame_set_line, "the line that it is at"},
    {"f_locals", frame_get_locals, 0, "its local variables, as a mapping"},
    {"f_trace", frame_get_trace, frame_set_trace, 0},
    {"f_trace_lines", frame_get_trace_lines, frame_set_trace_lines, 0},
    {"f_trace_opcodes", frame_get_trace_opcodes, frame_set_trace_opcodes, 0},
    {0}
};

Type frame_type = {
    .head = {&type_type},
    .name = "frame",
    .doc = "A call that is under way, or that has ended.",
    .size = sizeof(FrameObject),
    .flags = TYPE_NO_NEW,
    .repr = frame_repr,
    .methods = frame_methods,
    .attributes = frame_attributes,
};

// ---------------------------------------------------------------------------------------------------- what tracebacks ask

// (locals, globals, builtins) as far as they are dicts, for "Did you mean".
static Value namespaces_of(Traceback *entry) {
    if (!entry->frame) return 0;
    FrameObject *object = frame_object_of(entry->frame);
    Value locals = frame_object_locals(object);
    Value names = locals && dict_check(locals) ? tuple_pack(3, locals, object->globals, object->builtins) : 0;
    return names ? names : ((void)error_take(), 0);
}

static bool fill_entry(Traceback *entry, Value frame) {
    if (!value_is(frame, &frame_type)) return raise_type_error("traceback() argument 'tb_frame' must be frame, not %T", frame);
    Code *code = frame_object_of(frame)->code;
    entry->frame = frame;
    entry->code = VALUE(code);
    entry->file_name = code->file_name;
    entry->name = code->name;
    return true;
}

// As __import__(name): the module that the name begins with.
static Value find_module(Value name) {
    const char *dot = memchr(str_data(name), '.', str_size(name));
    Value first = dot ? str_new(str_data(name), (size_t)(dot - str_data(name))) : name;
    Value module = first && machine.modules ? dict_get(machine.modules, first) : 0;
    return module ? module : ((void)error_take(), 0);
}

void frame_object_init(void) {
    traceback_find_module = find_module;
    traceback_fill_entry = fill_entry;
    traceback_namespaces = namespaces_of;
}
