// SyntaxError and its subclasses. A second argument (filename, lineno, offset, text[, end_lineno, end_offset[, metadata]])
// says where; lines and offsets count from 1, offsets in code points.
#include "objects/exception_parts.h"
#include "objects/int.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

static bool take_place(Exception *e, Value place) {
    Value tuple = tuple_from_iterable(place);
    if (!tuple)
        return false;
    size_t count = tuple_count(tuple);
    if (count < 4 || count > 7)
        return raise_type_error("function takes at %s %d arguments (%zd given)", count < 4 ? "least" : "most",
                                count < 4 ? 4 : 7, (ptrdiff_t)count);
    for (size_t i = 0; i < count; i++)
        e->extra[SYNTAX_ERROR_FILE_NAME + i] = tuple_get(tuple, i);
    if (count == 5)
        return raise_type_error("end_offset must be provided when end_lineno is provided");
    return true;
}

static bool syntax_error_init(Value self, Value *args, size_t count, Value keywords) {
    Exception *e = exception_of(self);
    if (!exception_init(self, args, count, keywords))
        return false;
    if (count)
        e->extra[SYNTAX_ERROR_MESSAGE] = args[0];
    return count != 2 || take_place(e, args[1]);
}

// The part of a path behind its last slash.
static Value base_name(Value path) {
    size_t start = str_size(path);
    while (start && str_data(path)[start - 1] != '/')
        start--;
    return str_new(str_data(path) + start, str_size(path) - start);
}

static Value syntax_error_str(Value self) {
    Exception *e = exception_of(self);
    Value file_name = e->extra[SYNTAX_ERROR_FILE_NAME], line = e->extra[SYNTAX_ERROR_LINE];
    Value message = object_str(exception_field(self, SYNTAX_ERROR_MESSAGE));
    if (!message)
        return 0;
    if (file_name && !str_check(file_name))
        file_name = 0;
    if (file_name && !(file_name = base_name(file_name)))
        return 0;
    bool has_line = line && int_check_exact(line);
    int64_t number = -1;
    if (has_line && !int_get64(line, &number))
        number = -1;
    if (file_name && has_line)
        return str_format("%S (%S, line %lld)", message, file_name, (long long)number);
    if (file_name)
        return str_format("%S (%S)", message, file_name);
    return has_line ? str_format("%S (line %lld)", message, (long long)number) : message;
}

// Without a meaning nowadays.
static Value get_print_file_and_line(Value self) {
    (void)self;
    return NONE;
}

EXCEPTION_FIELD(syntax_error, msg, SYNTAX_ERROR_MESSAGE)
EXCEPTION_FIELD(syntax_error, filename, SYNTAX_ERROR_FILE_NAME)
EXCEPTION_FIELD(syntax_error, lineno, SYNTAX_ERROR_LINE)
EXCEPTION_FIELD(syntax_error, offset, SYNTAX_ERROR_OFFSET)
EXCEPTION_FIELD(syntax_error, text, SYNTAX_ERROR_TEXT)
EXCEPTION_FIELD(syntax_error, end_lineno, SYNTAX_ERROR_END_LINE)
EXCEPTION_FIELD(syntax_error, end_offset, SYNTAX_ERROR_END_OFFSET)
EXCEPTION_FIELD(syntax_error, metadata, SYNTAX_ERROR_METADATA)
static const AttributeDef syntax_error_attributes[] = {
    {"msg", syntax_error_get_msg, syntax_error_set_msg, "exception msg"},
    {"filename", syntax_error_get_filename, syntax_error_set_filename, "exception filename"},
    {"lineno", syntax_error_get_lineno, syntax_error_set_lineno, "exception lineno"},
    {"offset", syntax_error_get_offset, syntax_error_set_offset, "exception offset"},
    {"text", syntax_error_get_text, syntax_error_set_text, "exception text"},
    {"end_lineno", syntax_error_get_end_lineno, syntax_error_set_end_lineno, "exception end lineno"},
    {"end_offset", syntax_error_get_end_offset, syntax_error_set_end_offset, "exception end offset"},
    {"print_file_and_line", get_print_file_and_line, NULL, "exception print_file_and_line"},
    {"_metadata", syntax_error_get_metadata, syntax_error_set_metadata, "exception private metadata"},
    {0}
};

Type SyntaxError_type = {
    EXCEPTION_TYPE(SyntaxError, Exception_type, "Text that is not a program."),
    .size = EXCEPTION_SIZE(8),
    .init = syntax_error_init,
    .str = syntax_error_str,
    .attributes = syntax_error_attributes,
};

Type IndentationError_type = {EXCEPTION_TYPE(IndentationError, SyntaxError_type, "A line is indented wrongly.")};
Type TabError_type = {EXCEPTION_TYPE(TabError, IndentationError_type, "Tabs and spaces are mixed.")};
Type IncompleteInputError_type = {EXCEPTION_TYPE(_IncompleteInputError, SyntaxError_type, "The program has no end yet.")};
