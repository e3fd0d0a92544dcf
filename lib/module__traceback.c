// _traceback: the formatter of uncaught exceptions, and what it is made of, for the module traceback.
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"
#include "parser/parser.h"
#include "vm/compiler/compiler.h"
#include "vm/frame.h"

// A limit as the formatter wants it; None: all.
static bool get_limit(Value limit, ptrdiff_t *number) {
    int64_t wide;
    *number = TRACEBACK_ALL;
    if (limit == NONE) return true;
    if (!object_to_int64(limit, &wide)) return false;
    *number = (ptrdiff_t)wide;
    return true;
}

static Value py_format_exception(Value self, Value *args) {
    (void)self;
    ptrdiff_t limit;
    if (!exception_check(args[0])) return raise_type_error("Exception expected for value, %T found", args[0]);
    int chain = object_truth(args[1]);
    Value list = list_with_capacity(4);
    if (chain < 0 || !list || !get_limit(args[2], &limit)) return 0;
    return exception_format_pieces(list, args[0], chain, limit) ? list : 0;
}

static Value py_format_message(Value self, Value *args) {
    (void)self;
    if (!exception_check(args[0])) return raise_type_error("Exception expected for value, %T found", args[0]);
    int members = object_truth(args[1]);
    Value list = list_with_capacity(1);
    if (members < 0 || !list) return 0;
    Value *traceback = &exception_of(args[0])->traceback, own = *traceback;
    *traceback = value_is(args[2], &traceback_type) ? args[2] : 0;
    bool done = exception_format_message(list, args[0], members);
    *traceback = own;
    return done ? list : 0;
}

// A number that may be unknown, -1 in C and None in Python.
static Value number_or_none(int number) { return number < 0 ? NONE : SMALL(number); }

static bool get_number(Value v, int *number) {
    int64_t wide = -1;
    if (v != NONE && !object_to_int64(v, &wide)) return false;
    *number = wide < -1 || wide > INT32_MAX ? -1 : (int)wide;
    return true;
}

static Value py_entries(Value self, Value *args) {
    (void)self;
    Value list = list_with_capacity(4);
    for (Value at = args[0]; list && at != NONE; at = traceback_of(at)->next) {
        if (!value_is(at, &traceback_type)) return raise_type_error("expected traceback object, got '%T'", at);
        const Traceback *entry = traceback_of(at);
        Value item = tuple_pack(6, entry->file_name, SMALL(entry->line), entry->name, number_or_none(entry->end_line),
                                number_or_none(entry->column), number_or_none(entry->end_column));
        if (!item || !list_append(list, item)) return 0;
    }
    return list;
}

static Value py_format_entry(Value self, Value *args) {
    (void)self;
    Traceback *entry = mem_object(&traceback_type, sizeof *entry);
    if (!entry) return 0;
    if (!str_check(args[0]) || !str_check(args[2])) return raise_type_error("file name and name must be str");
    entry->next = NONE;
    entry->file_name = args[0];
    entry->name = args[2];
    if (!get_number(args[1], &entry->line) || !get_number(args[3], &entry->end_line) ||
        !get_number(args[4], &entry->column) || !get_number(args[5], &entry->end_column))
        return 0;
    Value list = list_with_capacity(1);
    source_forget();
    bool done = list && traceback_format_entries(list, VALUE(entry), TRACEBACK_ALL);
    source_forget();
    return done ? list_of(list)->items[0] : 0;
}

// Whether a text could be a program if it went on.
static Value py_is_program(Value self, Value *args) {
    (void)self;
    if (!str_check(args[0])) return raise_type_error("text must be str, not %T", args[0]);
    Arena *arena = arena_new();
    if (!arena) return raise_memory_error();
    const char *text = str_data(args[0]);
    size_t size = str_size(args[0]);
    Diagnostic d = {0};
    Module *module = parser_parse(arena, text, size, "<input>", PARSE_FILE, &d);
    bool good = module || d.at_end;
    if (module) {
        CompileOptions options = {.file_name = NAME(empty)};
        good = compile_module(arena, module, &options, &d);
        if (error_occurred()) (void)error_take();
    }
    arena_free(arena);
    return bool_value(good);
}

static Value py_nearest(Value self, Value *args) {
    (void)self;
    if (!list_check(args[0]) || !str_check(args[1])) return raise_type_error("a list and a str are needed");
    Value found = suggest_nearest(args[0], args[1]);
    return found ? found : NONE;
}

static Value py_source_line(Value self, Value *args) {
    (void)self;
    int line;
    const char *text;
    size_t size;
    if (!str_check(args[0])) return raise_type_error("file name must be str, not %T", args[0]);
    if (!get_number(args[1], &line)) return 0;
    source_forget();
    Value found = line > 0 && source_line(args[0], line, &text, &size) ? str_new(text, size) : NAME(empty);
    source_forget();
    return found;
}

static Value py_stack(Value self, Value *args) {
    (void)self, (void)args;
    Value list = list_with_capacity(8);
    for (Frame *frame = machine.frame; list && frame; frame = frame->back) {
        Value item = tuple_pack(3, frame->code->file_name, SMALL(frame_line(frame)), frame->code->name);
        if (!item || !list_append(list, item)) return 0;
    }
    return list;
}

static const MethodDef functions[] = {
    FUNCTION("entries", py_entries, "tb, /", "A list of (file name, line, name, end line, column, end column), one a traceback entry."),
    FUNCTION("format_entry", py_format_entry, "file_name, line, name, end_line, column, end_column, /", "The text of one entry."),
    FUNCTION("format_exception", py_format_exception, "exception, chain, limit, /", "What is printed of an exception, in pieces."),
    FUNCTION("format_message", py_format_message, "exception, members, tb, /",
             "The message and notes of an exception, in pieces; the traceback tells where to look for a name that was meant."),
    FUNCTION("is_program", py_is_program, "text, /", "Whether a text is the beginning of a program."),
    FUNCTION("nearest", py_nearest, "names, wrong, /", "The str of a list that is nearest to another one, or None."),
    FUNCTION("source_line", py_source_line, "file_name, line, /", "A line of a source without its end; '' when it is not known."),
    FUNCTION("stack", py_stack, "", "A list of (file name, line, name), one a running frame, the innermost first."),
    METHODS_END
};

Value module__traceback_make(void) {
    Value name = intern("_traceback"), module = name ? module_new(name) : 0;
    return module && module_add_functions(module, functions) ? module : 0;
}
