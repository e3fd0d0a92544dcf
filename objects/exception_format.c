// Exceptions as text, as they are printed when nothing handles them: the chain of causes and contexts, oldest first, each
// with its traceback, message, suggestion and notes; exception groups as trees.
//
// The reports are made first, each exception once, so that chains in circles have an end; then they are written.
#include "objects/exception_parts.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/utf8.h"
#include <stdio.h>

#define GROUP_WIDTH_MAX 15
#define GROUP_DEPTH_MAX 10

static const char cause_text[] = "\nThe above exception was the direct cause of the following exception:\n\n";
static const char context_text[] = "\nDuring handling of the above exception, another exception occurred:\n\n";

// ---------------------------------------------------------------------------------------------------------------
// Reports

typedef struct Report {
    Value exception;
    struct Report *cause, *context;     // NULL: none, or reported elsewhere
    struct Report **members;            // of a group
    size_t member_count;
    bool is_group;
    struct Report *next_to_link;        // stack of reports whose causes, contexts and members are still to be found
} Report;

typedef struct {
    Value *seen;                        // open addressing; size is a power of two, at most half full
    size_t seen_size, seen_count;
    Report *to_link;
} Reports;

static size_t seen_place(const Reports *reports, Value exception) {
    size_t at = (exception >> 4) * 0x9e3779b1u & (reports->seen_size - 1);
    while (reports->seen[at] && reports->seen[at] != exception)
        at = (at + 1) & (reports->seen_size - 1);
    return at;
}

static bool is_seen(const Reports *reports, Value exception) {
    return reports->seen_size && reports->seen[seen_place(reports, exception)] != 0;
}

static bool add_seen(Reports *reports, Value exception) {
    if (reports->seen_count * 2 >= reports->seen_size) {
        Reports grown = {.seen_size = reports->seen_size ? reports->seen_size * 2 : 16};
        grown.seen = mem_alloc(grown.seen_size * sizeof(Value));
        if (!grown.seen)
            return false;
        for (size_t i = 0; i < reports->seen_size; i++)
            if (reports->seen[i])
                grown.seen[seen_place(&grown, reports->seen[i])] = reports->seen[i];
        reports->seen = grown.seen;
        reports->seen_size = grown.seen_size;
    }
    reports->seen[seen_place(reports, exception)] = exception;
    reports->seen_count++;
    return true;
}

static Report *report_new(Reports *reports, Value exception) {
    Report *report = mem_alloc(sizeof *report);
    if (!report || (!is_seen(reports, exception) && !add_seen(reports, exception)))
        return NULL;
    report->exception = exception;
    report->is_group = object_is_instance(exception, &BaseExceptionGroup_type);
    return report;
}

static void link_later(Reports *reports, Report *report) {
    if (report) {
        report->next_to_link = reports->to_link;
        reports->to_link = report;
    }
}

static bool link_members(Reports *reports, Report *report) {
    Value exceptions = exception_of(report->exception)->extra[GROUP_EXCEPTIONS];
    report->member_count = exceptions ? tuple_count(exceptions) : 0;
    report->members = mem_alloc((report->member_count + 1) * sizeof *report->members);
    if (!report->members)
        return false;
    for (size_t i = 0; i < report->member_count; i++) {
        report->members[i] = report_new(reports, tuple_get(exceptions, i));
        if (!report->members[i])
            return false;
    }
    return true;
}

static bool link_report(Reports *reports, Report *report) {
    const Exception *e = exception_of(report->exception);
    if (e->cause && !is_seen(reports, e->cause) && !(report->cause = report_new(reports, e->cause)))
        return false;
    if (e->context && !is_seen(reports, e->context) && !(report->context = report_new(reports, e->context)))
        return false;
    if (report->is_group && !link_members(reports, report))
        return false;
    link_later(reports, report->cause);
    link_later(reports, report->context);
    for (size_t i = 0; i < report->member_count; i++)
        link_later(reports, report->members[i]);
    return true;
}

static Report *report_all(Value exception) {
    Reports reports = {0};
    Report *top = report_new(&reports, exception);
    link_later(&reports, top);
    while (reports.to_link) {
        Report *report = reports.to_link;
        reports.to_link = report->next_to_link;
        if (!link_report(&reports, report))
            return NULL;
    }
    return top;
}

// ---------------------------------------------------------------------------------------------------------------
// One exception

// str(v), or what stands for it when that raises.
static Value safe_str(Value v, const char *what) {
    Value text = object_str(v);
    if (text)
        return text;
    error_take();
    return str_format("<%s str() failed>", what);
}

static Value safe_repr(Value v, const char *what) {
    Value text = object_repr(v);
    if (text)
        return text;
    error_take();
    return str_format("<%s repr() failed>", what);
}

// The type with its module, except for built-in ones and those of the program itself.
static Value type_text(const Type *type) {
    Value name = object_get_attribute(VALUE(type), NAME(__qualname__));
    Value module = name ? object_get_attribute(VALUE(type), NAME(__module__)) : 0;
    if (!module)
        return 0;
    if (!str_check(module))
        return str_format("<unknown>.%S", name);
    if (str_equal_c(module, "__main__") || str_equal_c(module, "builtins"))
        return name;
    return str_format("%S.%S", module, name);
}

static void add_suggestion(StrBuilder *out, Value exception) {
    Value suggestion = suggest_for(exception);
    if (suggestion)
        str_builder_add_format(out, ". Did you mean: '%S'?", suggestion);
    if (!object_is_instance(exception, &NameError_type))
        return;
    Value name = exception_of(exception)->extra[NAME_ERROR_NAME];
    if (name && str_check(name) && suggest_is_module(name))
        str_builder_add_format(out, "%s you forget to import '%S'?", suggestion ? " Or did" : ". Did", name);
}

static void add_message(StrBuilder *out, Value exception, Value type) {
    StrBuilder message;
    str_builder_init(&message);
    str_builder_add_str(&message, safe_str(exception, "exception"));
    add_suggestion(&message, exception);
    str_builder_add_str(out, type);
    if (message.size) {
        str_builder_add_c(out, ": ");
        str_builder_add_str(out, str_builder_finish(&message));
    }
    str_builder_add_c(out, "\n");
}

static void add_notes(StrBuilder *out, Value exception) {
    bool found;
    Value notes = object_find_attribute(exception, NAME(__notes__), &found);
    if (!found) {
        Value error = error_take();
        if (error)
            str_builder_add_format(out, "Ignored error getting __notes__: %S\n", safe_repr(error, "__notes__"));
        return;
    }
    if (notes == NONE)
        return;
    if (!list_check(notes) && !tuple_check(notes)) {
        str_builder_add_format(out, "%S\n", safe_repr(notes, "__notes__"));
        return;
    }
    Value list = list_from_iterable(notes);
    for (size_t i = 0; list && i < list_of(list)->count; i++)
        str_builder_add_format(out, "%S\n", safe_str(list_of(list)->items[i], "note"));
}

// ---------------------------------------------------------------------------------------------------------------
// Syntax errors: the line, and marks below it

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
}

// Number in an attribute, or `missing`.
static int64_t number_or(Value v, int64_t missing) {
    int64_t number;
    return v && int_check(v) && int_get64(v, &number) ? number : missing;
}

// Marks from `from` to `to`, both columns of the line as it is shown; tabs before them are kept.
static void add_marks(StrBuilder *out, const char *line, size_t size, int64_t from, int64_t to) {
    const char *at = line, *end = line + size;
    str_builder_add_c(out, "    ");
    for (int64_t column = 0; column < from && at < end; column++) {
        char c = *at;
        utf8_read(&at);
        str_builder_add_char(out, is_space(c) ? (uint32_t)c : ' ');
    }
    str_builder_add_fill(out, '^', to > from ? (size_t)(to - from) : 0);
    str_builder_add_c(out, "\n");
}

static void add_syntax_line(StrBuilder *out, const Exception *e) {
    Value text = e->extra[SYNTAX_ERROR_TEXT], offset_value = e->extra[SYNTAX_ERROR_OFFSET];
    if (!text || !str_check(text))
        return;
    const char *line = str_data(text);
    size_t size = str_size(text), spaces = 0;
    while (size && line[size - 1] == '\n')
        size--;
    while (spaces < size && line[spaces] && strchr(" \n\f", line[spaces]))
        spaces++;
    bool no_offset = !offset_value || offset_value == NONE;
    if (!no_offset && !int_check(offset_value))
        return;
    str_builder_add_c(out, "    ");
    str_builder_add(out, line + spaces, size - spaces);
    str_builder_add_c(out, "\n");
    if (no_offset)
        return;
    int64_t length = (int64_t)utf8_count(line, size), whole = (int64_t)str_length(text);
    int64_t offset = number_or(offset_value, 0), end = length + 1;
    Value line_number = e->extra[SYNTAX_ERROR_LINE], end_line = e->extra[SYNTAX_ERROR_END_LINE];
    if (number_or(line_number, -1) == number_or(end_line, -1)) {
        end = number_or(e->extra[SYNTAX_ERROR_END_OFFSET], 0);
        if (end == 0)
            end = offset;
    }
    if (whole && offset > whole)
        offset = length + 1;
    if (whole && end > whole)
        end = length + 1;
    if (offset >= end || end < 0)
        end = offset + 1;
    int64_t from = offset - 1 - (int64_t)spaces;
    if (from >= 0)
        add_marks(out, line + spaces, size - spaces, from, end - 1 - (int64_t)spaces);
}

static void add_syntax_error(StrBuilder *out, Value exception, Value type) {
    const Exception *e = exception_of(exception);
    Value file_name = exception_field(exception, SYNTAX_ERROR_FILE_NAME);
    Value line = exception_field(exception, SYNTAX_ERROR_LINE);
    Value message = exception_field(exception, SYNTAX_ERROR_MESSAGE);
    if (line != NONE) {
        bool named = file_name != NONE && !(str_check(file_name) && !str_size(file_name));
        str_builder_add_format(out, "  File \"%S\", line %S\n", named ? file_name : str_from("<string>"), line);
    }
    add_syntax_line(out, e);
    bool empty = message == NONE || (str_check(message) && !str_size(message));
    str_builder_add_format(out, "%S: %S", type, empty ? str_from("<no detail available>") : message);
    if (line == NONE && file_name != NONE)
        str_builder_add_format(out, " (%S)", file_name);
    str_builder_add_c(out, "\n");
}

static void add_exception(StrBuilder *out, Value exception) {
    Value type = type_text(type_of(exception));
    if (!type) {
        out->failed = true;
        return;
    }
    if (object_is_instance(exception, &SyntaxError_type))
        add_syntax_error(out, exception, type);
    else
        add_message(out, exception, type);
    add_notes(out, exception);
}

// ---------------------------------------------------------------------------------------------------------------
// Writing, with the margin of groups

typedef struct {
    StrBuilder *out;
    int depth;                          // of groups around
    bool need_close;                    // the tree's last line is still to come
} Writer;

static void add_indentation(Writer *w) {
    str_builder_add_fill(w->out, ' ', (size_t)w->depth * 2);
}

// Adds text of whole lines, each behind the margin.
static void emit(Writer *w, const char *text, size_t size, const char *margin) {
    if (!w->depth) {
        str_builder_add(w->out, text, size);
        return;
    }
    while (size) {
        const char *newline = memchr(text, '\n', size);
        size_t line = newline ? (size_t)(newline - text) + 1 : size;
        add_indentation(w);
        str_builder_add_c(w->out, margin);
        str_builder_add(w->out, text, line);
        text += line;
        size -= line;
    }
}

static void emit_c(Writer *w, const char *text, const char *margin) {
    emit(w, text, strlen(text), margin);
}

// Adds what `format` writes about the exception.
static void emit_part(Writer *w, Value v, void (*format)(StrBuilder *out, Value v)) {
    StrBuilder part;
    str_builder_init(&part);
    format(&part, v);
    Value text = str_builder_finish(&part);
    if (text)
        emit(w, str_data(text), str_size(text), "| ");
    else
        w->out->failed = true;
}

static void write_chain(Writer *w, Report *report);

static void write_member(Writer *w, Report *group, size_t i, bool last) {
    char title[40] = "...";
    if (i < GROUP_WIDTH_MAX)
        snprintf(title, sizeof title, "%zu", i + 1);
    if (last)
        w->need_close = true;           // a group at the end of this one may do it
    add_indentation(w);
    str_builder_add_format(w->out, "%s+---------------- %s ----------------\n", i ? "  " : "+-", title);
    w->depth++;
    if (i < GROUP_WIDTH_MAX) {
        write_chain(w, group->members[i]);
    } else {
        size_t more = group->member_count - GROUP_WIDTH_MAX;
        char text[60];
        snprintf(text, sizeof text, "and %zu more exception%s\n", more, more > 1 ? "s" : "");
        emit_c(w, text, "| ");
    }
    if (last && w->need_close) {
        add_indentation(w);
        str_builder_add_c(w->out, "+------------------------------------\n");
        w->need_close = false;
    }
    w->depth--;
}

static void write_group(Writer *w, Report *report) {
    if (w->depth > GROUP_DEPTH_MAX) {
        char text[60];
        snprintf(text, sizeof text, "... (max_group_depth is %d)\n", GROUP_DEPTH_MAX);
        emit_c(w, text, "| ");
        return;
    }
    bool top = w->depth == 0;
    if (top)
        w->depth++;
    Value traceback = exception_of(report->exception)->traceback;
    if (traceback) {
        emit_c(w, "Exception Group Traceback (most recent call last):\n", top ? "+ " : "| ");
        emit_part(w, traceback, traceback_format_entries);
    }
    emit_part(w, report->exception, add_exception);
    size_t shown = report->member_count <= GROUP_WIDTH_MAX ? report->member_count : GROUP_WIDTH_MAX + 1;
    w->need_close = false;
    for (size_t i = 0; i < shown; i++)
        write_member(w, report, i, i == shown - 1);
    if (top)
        w->depth--;
}

static void write_report(Writer *w, Report *report) {
    if (report->is_group) {
        write_group(w, report);
        return;
    }
    Value traceback = exception_of(report->exception)->traceback;
    if (traceback) {
        emit_c(w, "Traceback (most recent call last):\n", "| ");
        emit_part(w, traceback, traceback_format_entries);
    }
    emit_part(w, report->exception, add_exception);
}

static Report *earlier(const Report *report) {
    if (report->cause)
        return report->cause;
    return exception_of(report->exception)->suppress_context ? NULL : report->context;
}

// The report and those it comes from, oldest first. Chains may be long: no recursion along them.
static void write_chain(Writer *w, Report *report) {
    size_t count = 0;
    for (Report *at = report; at; at = earlier(at))
        count++;
    Report **chain = mem_alloc(count * sizeof *chain);
    if (!chain) {
        w->out->failed = true;
        return;
    }
    size_t i = count;
    for (Report *at = report; at; at = earlier(at))
        chain[--i] = at;
    for (i = 0; i < count; i++) {
        if (i)
            emit_c(w, chain[i]->cause ? cause_text : context_text, "| ");
        write_report(w, chain[i]);
    }
}

Value exception_format(Value exception) {
    StrBuilder out;
    source_forget();
    str_builder_init(&out);
    Report *report = report_all(exception);
    if (!report)
        return 0;
    write_chain(&(Writer){.out = &out}, report);
    source_forget();
    return str_builder_finish(&out);
}
