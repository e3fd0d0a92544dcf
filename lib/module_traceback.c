// traceback: tracebacks and exceptions as text, by what prints uncaught exceptions (objects/exception_format.c).
//
// Entries are read from traceback objects alone: what needs running frames (extract_stack, print_stack ...) is not there,
// nor is TracebackException.
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/sequence.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"
#include "objects/type.h"

// ---------------------------------------------------------------------------------------------------------------
// FrameSummary: an entry without its frame

typedef struct {
    Object head;
    Traceback *entry;           // a copy
    Value line;                 // str: the source line, blanks cut off; 0: not read yet
    bool given;                 // the line did not come from the source
} Summary;

static Type summary_type, stack_type;

static Summary *summary_of(Value v) {
    return (Summary *)value_object(v);
}

static Value summary_from_entry(const Traceback *entry) {
    Summary *summary = mem_object(&summary_type, sizeof *summary);
    Traceback *copy = mem_object(&traceback_type, sizeof *copy);
    if (!summary || !copy)
        return 0;
    *copy = *entry;
    copy->next = NONE;
    copy->frame = 0;
    summary->entry = copy;
    return VALUE(summary);
}

// An optional argument or field that is an int; `missing` for None.
static bool number_from(Value v, int *out, int missing) {
    int64_t number;
    *out = missing;
    if (!v || v == NONE)
        return true;
    if (!object_to_int64(v, &number))
        return false;
    *out = (int)number;
    return true;
}

static Value summary_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    Value bound[9];
    if (!NATIVE_BIND("FrameSummary", "filename, lineno, name, *, lookup_line=True, locals=None, line=None, "
                     "end_lineno=None, colno=None, end_colno=None", bound))
        return 0;
    Traceback entry = {.head = {&traceback_type}, .next = NONE, .file_name = bound[0], .name = bound[2]};
    if (!str_check(bound[0]) || !str_check(bound[2]))
        return raise_type_error("FrameSummary: file name and name must be str");
    if (!number_from(bound[1], &entry.line, 0) || !number_from(bound[6], &entry.end_line, entry.line) ||
        !number_from(bound[7], &entry.column, -1) || !number_from(bound[8], &entry.end_column, -1))
        return 0;
    Value summary = summary_from_entry(&entry);
    if (summary && bound[5] && str_check(bound[5])) {
        summary_of(summary)->line = bound[5];
        summary_of(summary)->given = true;
    }
    return summary;
}

static Value summary_get_line(Value self) {
    Summary *summary = summary_of(self);
    if (!summary->line) {
        const char *text;
        size_t size;
        if (!source_line(summary->entry->file_name, summary->entry->line, &text, &size))
            size = 0;
        Value line = size ? str_new(text, size) : NAME(empty);
        summary->line = line ? object_call_method(line, NAME(strip), NULL, 0) : 0;
    }
    return summary->line;
}

static Value number_or_none(int number) {
    return number < 0 ? NONE : small_value(number);
}

static Value summary_get_file_name(Value self) { return summary_of(self)->entry->file_name; }
static Value summary_get_name(Value self) { return summary_of(self)->entry->name; }
static Value summary_get_line_number(Value self) { return small_value(summary_of(self)->entry->line); }
static Value summary_get_end_line(Value self) { return small_value(summary_of(self)->entry->end_line); }
static Value summary_get_column(Value self) { return number_or_none(summary_of(self)->entry->column); }
static Value summary_get_end_column(Value self) { return number_or_none(summary_of(self)->entry->end_column); }
static Value summary_get_locals(Value self) { (void)self; return NONE; }

// (filename, lineno, name, line), which it can be used as.
static Value summary_tuple(Value self) {
    Value line = summary_get_line(self);
    return line ? tuple_pack(4, summary_get_file_name(self), summary_get_line_number(self), summary_get_name(self), line) : 0;
}

static Value summary_repr(Value self) {
    const Traceback *entry = summary_of(self)->entry;
    return str_format("<FrameSummary file %S, line %d in %S>", entry->file_name, entry->line, entry->name);
}

static Value summary_iter(Value self) {
    Value tuple = summary_tuple(self);
    return tuple ? object_iter(tuple) : 0;
}

static ptrdiff_t summary_length(Value self) {
    (void)self;
    return 4;
}

static Value summary_get_item(Value self, Value key) {
    Value tuple = summary_tuple(self);
    return tuple ? object_get_item(tuple, key) : 0;
}

static Value summary_compare(Value self, Value other, CompareOp op) {
    Value tuple = summary_tuple(self);
    if (tuple && value_is(other, &summary_type))
        other = summary_tuple(other);
    if (!tuple || !other)
        return 0;
    return tuple_check(other) ? object_compare(tuple, other, op) : NOT_IMPLEMENTED;
}

static const AttributeDef summary_attributes[] = {
    {"filename", summary_get_file_name, NULL, NULL},
    {"lineno", summary_get_line_number, NULL, NULL},
    {"name", summary_get_name, NULL, NULL},
    {"line", summary_get_line, NULL, NULL},
    {"end_lineno", summary_get_end_line, NULL, NULL},
    {"colno", summary_get_column, NULL, NULL},
    {"end_colno", summary_get_end_column, NULL, NULL},
    {"locals", summary_get_locals, NULL, NULL},
    {0}
};

static Type summary_type = {
    .head = {&type_type},
    .name = "traceback.FrameSummary",
    .doc = "One entry of a traceback.",
    .size = sizeof(Summary),
    .make = summary_make,
    .repr = summary_repr,
    .compare = summary_compare,
    .iter = summary_iter,
    .length = summary_length,
    .get_item = summary_get_item,
    .attributes = summary_attributes,
};

// ---------------------------------------------------------------------------------------------------------------
// StackSummary: a list of them

static Value stack_new(void) {
    Value none[1] = {0};
    type_ready(&stack_type);
    return stack_type.make(&stack_type, none, 0, 0);
}

// A summary from an item of a list: itself, or (filename, lineno, name, line).
static Value summary_from_item(Value item) {
    if (value_is(item, &summary_type))
        return item;
    Value tuple = tuple_from_iterable(item);
    if (!tuple)
        return 0;
    if (tuple_count(tuple) != 4)
        return raise_value_error("an entry must have 4 items: filename, lineno, name, line");
    Value keyword = intern("line"), keywords = keyword ? tuple_pack(1, keyword) : 0;
    return keywords ? summary_make(&summary_type, tuple_of(tuple)->items, 3, keywords) : 0;
}

static Value stack_from_list(Value iterable) {
    Value items = list_from_iterable(iterable), stack = items ? stack_new() : 0;
    for (size_t i = 0; stack && i < list_of(items)->count; i++) {
        Value summary = summary_from_item(list_of(items)->items[i]);
        if (!summary || !list_append(stack, summary))
            return 0;
    }
    return stack;
}

static Value format_given(const Summary *summary) {
    const Traceback *entry = summary->entry;
    Value line = object_call_method(summary->line, NAME(strip), NULL, 0);
    if (!line)
        return 0;
    return str_format(str_size(line) ? "  File \"%S\", line %d, in %S\n    %S\n" : "  File \"%S\", line %d, in %S\n",
                      entry->file_name, entry->line, entry->name, line);
}

// The texts of all entries. Those from tracebacks are linked up again, so that repeated ones are found.
static Value format_stack(Value stack) {
    Value pieces = list_new(NULL, 0);
    for (size_t i = 0; pieces && i < list_of(stack)->count;) {
        Traceback *first = NULL, *last = NULL;
        for (; i < list_of(stack)->count; i++) {
            Value item = list_of(stack)->items[i];
            if (!value_is(item, &summary_type) || summary_of(item)->given)
                break;
            Value copy = summary_from_entry(summary_of(item)->entry);
            if (!copy)
                return 0;
            Traceback *entry = summary_of(copy)->entry;
            if (last)
                last->next = VALUE(entry);
            else
                first = entry;
            last = entry;
        }
        if (first && !traceback_format_entries(pieces, VALUE(first), TRACEBACK_ALL))
            return 0;
        if (i == list_of(stack)->count)
            break;
        Value summary = summary_from_item(list_of(stack)->items[i++]);
        Value piece = summary ? format_given(summary_of(summary)) : 0;
        if (!piece || !list_append(pieces, piece))
            return 0;
    }
    return pieces;
}

static Value stack_py_format(Value self, Value *args) {
    (void)args;
    return format_stack(self);
}

static Value stack_py_from_list(Value self, Value *args) {
    (void)self;
    return stack_from_list(args[0]);
}

static const MethodDef stack_methods[] = {
    METHOD("format", stack_py_format, "**kwargs", "A list of texts, one for each entry."),
    CLASS_METHOD("from_list", stack_py_from_list, "a_list", "A StackSummary from summaries or tuples."),
    METHODS_END
};

static Type stack_type = {
    .head = {&type_type},
    .name = "traceback.StackSummary",
    .doc = "A list of FrameSummary objects.",
    .base = &list_type,
    .size = sizeof(List),
    .flags = TYPE_BASE,
    .methods = stack_methods,
};

// ---------------------------------------------------------------------------------------------------------------
// Arguments

static bool limit_from(Value v, ptrdiff_t *limit) {
    *limit = TRACEBACK_ALL;
    return !v || v == NONE || sequence_size(v, limit);
}

static bool check_traceback(Value v) {
    if (v == NONE || value_is(v, &traceback_type))
        return true;
    return raise_format(&AttributeError_type, "'%T' object has no attribute 'tb_frame'", v);
}

// exc, value, tb: the exception alone, or as sys.exc_info() gives it. *exception is NONE for None.
static bool exception_from(Value *args, Value *exception, Value *traceback) {
    if ((args[1] == 0) != (args[2] == 0))
        return raise_value_error("Both or neither of value and tb must be given");
    *exception = args[1] ? args[1] : args[0];
    if (*exception != NONE && !exception_check(*exception))
        return raise_type_error("Exception expected for value, %T found", *exception);
    *traceback = args[2];
    if (!*traceback)
        *traceback = *exception == NONE || !exception_of(*exception)->traceback ? NONE : exception_of(*exception)->traceback;
    return check_traceback(*traceback);
}

// The pieces of an exception as if `traceback` were its own.
static Value format_pieces(Value exception, Value traceback, bool chain, ptrdiff_t limit) {
    Value pieces = list_new(NULL, 0);
    if (!pieces)
        return 0;
    if (exception == NONE)
        return list_append(pieces, str_from("NoneType: None\n")) ? pieces : 0;
    Value own = exception_of(exception)->traceback;
    exception_of(exception)->traceback = traceback == NONE ? 0 : traceback;
    bool done = exception_format_pieces(pieces, exception, chain, limit);
    exception_of(exception)->traceback = own;
    return done ? pieces : 0;
}

static Value format_from(Value *args, Value limit_value, Value chain_value) {
    Value exception = NONE, traceback = NONE;
    ptrdiff_t limit;
    int chain = chain_value ? object_truth(chain_value) : 1;
    if (chain < 0 || !exception_from(args, &exception, &traceback) || !limit_from(limit_value, &limit))
        return 0;
    return format_pieces(exception, traceback, chain, limit);
}

static Value handled_exception(void) {
    return error_handled ? error_handled : NONE;
}

static Value print_pieces(Value pieces, Value file) {
    if (!file || file == NONE)
        file = sys_get(NAME(stderr));
    for (size_t i = 0; pieces && file && file != NONE && i < list_of(pieces)->count; i++)
        if (!print_values(&list_of(pieces)->items[i], 1, NAME(empty), NAME(empty), file, false))
            return 0;
    return pieces ? NONE : 0;
}

static Value join(Value pieces) {
    return pieces ? str_join(NAME(empty), pieces) : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Functions

static Value py_format_exception(Value self, Value *args) {
    (void)self;
    return format_from(args, args[3], args[4]);
}

static Value py_print_exception(Value self, Value *args) {
    (void)self;
    return print_pieces(format_from(args, args[3], args[5]), args[4]);
}

static Value py_format_exc(Value self, Value *args) {
    (void)self;
    return join(format_from((Value[]){handled_exception(), 0, 0}, args[0], args[1]));
}

static Value py_print_exc(Value self, Value *args) {
    (void)self;
    return print_pieces(format_from((Value[]){handled_exception(), 0, 0}, args[0], args[2]), args[1]);
}

static Value py_format_exception_only(Value self, Value *args) {
    (void)self;
    Value exception = args[1] ? args[1] : args[0], pieces = list_new(NULL, 0);
    int with_members = args[2] ? object_truth(args[2]) : 0;
    if (!pieces || with_members < 0)
        return 0;
    if (exception == NONE)
        return list_append(pieces, str_from("NoneType: None\n")) ? pieces : 0;
    if (!exception_check(exception))
        return raise_format(&AttributeError_type, "'%T' object has no attribute '__suppress_context__'", exception);
    return exception_format_message(pieces, exception, with_members) ? pieces : 0;
}

static Value format_entries(Value traceback, Value limit_value) {
    ptrdiff_t limit;
    Value pieces = list_new(NULL, 0);
    if (!pieces || !check_traceback(traceback) || !limit_from(limit_value, &limit))
        return 0;
    source_forget();
    return traceback_format_entries(pieces, traceback, limit) ? pieces : 0;
}

static Value py_format_tb(Value self, Value *args) {
    (void)self;
    return format_entries(args[0], args[1]);
}

static Value py_print_tb(Value self, Value *args) {
    (void)self;
    return print_pieces(format_entries(args[0], args[1]), args[2]);
}

static Value py_extract_tb(Value self, Value *args) {
    (void)self;
    ptrdiff_t limit, count = 0;
    Value stack = stack_new();
    if (!stack || !check_traceback(args[0]) || !limit_from(args[1], &limit))
        return 0;
    source_forget();
    for (Value at = args[0]; at != NONE; at = traceback_of(at)->next)
        count++;
    ptrdiff_t skip = limit < 0 && count > -limit ? count + limit : 0;
    for (Value at = args[0]; at != NONE && limit != 0; at = traceback_of(at)->next) {
        if (skip-- > 0)
            continue;
        Value summary = summary_from_entry(traceback_of(at));
        if (!summary || !list_append(stack, summary))
            return 0;
        limit -= limit > 0 && limit != TRACEBACK_ALL;
    }
    return stack;
}

static Value py_format_list(Value self, Value *args) {
    (void)self;
    Value stack = stack_from_list(args[0]);
    return stack ? format_stack(stack) : 0;
}

static Value py_print_list(Value self, Value *args) {
    Value pieces = py_format_list(self, args);
    return pieces ? print_pieces(pieces, args[1]) : 0;
}

static Value py_walk_tb(Value self, Value *args) {
    (void)self;
    Value pairs = list_new(NULL, 0);
    if (!pairs || !check_traceback(args[0]))
        return 0;
    for (Value at = args[0]; at != NONE; at = traceback_of(at)->next) {
        Value frame = object_get_attribute_c(at, "tb_frame");
        Value pair = frame ? tuple_pack(2, frame, small_value(traceback_of(at)->line)) : 0;
        if (!pair || !list_append(pairs, pair))
            return 0;
    }
    return object_iter(pairs);
}

static Value py_clear_frames(Value self, Value *args) {
    (void)self;
    if (!check_traceback(args[0]))
        return 0;
    for (Value at = args[0]; at != NONE; at = traceback_of(at)->next) {
        Value frame = object_get_attribute_c(at, "tb_frame");
        if (!frame || !object_call_method(frame, intern("clear"), NULL, 0))
            return 0;
    }
    return NONE;
}

static const MethodDef functions[] = {
    FUNCTION("extract_tb", py_extract_tb, "tb, limit=None", "The entries of a traceback as a StackSummary."),
    FUNCTION("format_exception", py_format_exception, "exc, /, value=None, tb=None, limit=None, chain=True, **kwargs",
             "The lines that an exception is printed as."),
    FUNCTION("format_exception_only", py_format_exception_only, "exc, /, value=None, *, show_group=False, **kwargs",
             "The lines of an exception's message and notes."),
    FUNCTION("format_list", py_format_list, "extracted_list", "The lines of entries: summaries or tuples."),
    FUNCTION("format_tb", py_format_tb, "tb, limit=None", "The lines of a traceback's entries."),
    FUNCTION("print_exc", py_print_exc, "limit=None, file=None, chain=True", "Print the exception that is being handled."),
    FUNCTION("format_exc", py_format_exc, "limit=None, chain=True", "The text of the exception that is being handled."),
    FUNCTION("print_exception", py_print_exception,
             "exc, /, value=None, tb=None, limit=None, file=None, chain=True, **kwargs", "Print an exception."),
    FUNCTION("print_tb", py_print_tb, "tb, limit=None, file=None", "Print a traceback's entries."),
    FUNCTION("clear_frames", py_clear_frames, "tb", "Forget the locals of a traceback's frames."),
    FUNCTION("walk_tb", py_walk_tb, "tb", "An iterator over (frame, line number)."),
    FUNCTION("print_list", py_print_list, "extracted_list, file=None", "Print entries: summaries or tuples."),
    METHODS_END
};

Value module_traceback_make(void) {
    Value name = intern("traceback"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions))
        return 0;
    type_ready(&summary_type);
    type_ready(&stack_type);
    Value dict = module_dict(module), all = list_new(NULL, 0);
    for (const MethodDef *def = functions; all && def->name; def++)
        if (!list_append(all, intern(def->name)))
            return 0;
    bool done = all && list_append(all, intern("FrameSummary")) && list_append(all, intern("StackSummary")) &&
                dict_set_c(dict, "__all__", all) && dict_set_c(dict, "FrameSummary", VALUE(&summary_type)) &&
                dict_set_c(dict, "StackSummary", VALUE(&stack_type));
    return done ? module : 0;
}
