// Traceback objects: one for each frame that an exception passed through, outermost first.
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/traceback_parts.h"

bool (*traceback_fill_entry)(Traceback *entry, Value frame);

bool traceback_add(Value exception, Value code, Value frame, int last, Value file_name, Value name, int line,
                   int column, int end_line, int end_column) {
    Exception *e = exception_of(exception);
    Traceback *entry = mem_object(&traceback_type, sizeof *entry);
    if (!entry)
        return false;
    entry->next = e->traceback ? e->traceback : NONE;
    entry->frame = frame;
    entry->last = last;
    entry->code = code;
    entry->line = line;
    entry->column = column;
    entry->end_line = end_line;
    entry->end_column = end_column;
    entry->file_name = file_name;
    entry->name = name;
    e->traceback = VALUE(entry);
    return true;
}

static Value get_next(Value self) {
    return traceback_of(self)->next;
}

static bool set_next(Value self, Value value) {
    if (!value)
        return raise_type_error("can't delete tb_next attribute");
    if (value != NONE && !value_is(value, &traceback_type))
        return raise_type_error("expected traceback object, got '%T'", value);
    for (Value at = value; at != NONE; at = traceback_of(at)->next)
        if (at == self)
            return raise_value_error("traceback loop detected");
    traceback_of(self)->next = value;
    return true;
}

static Value get_line(Value self) {
    return small_value(traceback_of(self)->line);
}

static Value get_last_instruction(Value self) {
    int last = traceback_of(self)->last;
    return SMALL(last < 0 ? ~last : 2 * last);
}

static Value get_frame(Value self) {
    return traceback_of(self)->frame;
}

static Value traceback_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[4];
    int64_t last, line;
    if (!NATIVE_BIND("traceback", "tb_next, tb_frame, tb_lasti, tb_lineno", bound))
        return 0;
    Traceback *entry = mem_object(type, sizeof *entry);
    if (!entry || !traceback_fill_entry(entry, bound[1]) || !object_to_int64(bound[2], &last) ||
        !object_to_int64(bound[3], &line))
        return 0;
    if (bound[0] != NONE && !value_is(bound[0], &traceback_type))
        return raise_type_error("expected traceback object or None, got '%T'", bound[0]);
    entry->next = bound[0];
    entry->line = entry->end_line = (int)line;
    entry->column = entry->end_column = -1;
    entry->last = ~(int)last;                   // as it was given
    return VALUE(entry);
}

static Value traceback_py_dir(Value self, Value *args) {
    (void)self;
    (void)args;
    static const char *const names[] = {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"};
    Value list = list_with_capacity(4);
    for (size_t i = 0; list && i < 4; i++) {
        Value name = intern(names[i]);
        if (!name || !list_append(list, name))
            return 0;
    }
    return list;
}

static const MethodDef traceback_methods[] = {
    METHOD("__dir__", traceback_py_dir, "", "Return the names of the attributes."),
    METHODS_END
};

static const AttributeDef traceback_attributes[] = {
    {"tb_next", get_next, set_next, "the entry towards where the exception was raised, or None"},
    MEMBER("tb_frame", get_frame, NULL),
    MEMBER("tb_lasti", get_last_instruction, NULL),
    {"tb_lineno", get_line, NULL, NULL},
    {0}
};

Type traceback_type = {
    .head = {&type_type},
    .name = "traceback",
    .doc = "Where an exception passed through, frame by frame.",
    .size = sizeof(Traceback),
    .signature = "tb_next, tb_frame, tb_lasti, tb_lineno",
    .make = traceback_make,
    .methods = traceback_methods,
    .attributes = traceback_attributes,
};
