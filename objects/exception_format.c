// Exceptions as text, as they are printed when nothing handles them: the chain of causes and contexts, oldest first, each
// with its traceback, message, suggestion and notes; exception groups as trees.
//
// The reports are made first, each exception once, so that chains in circles have an end; then they are written.
#include "objects/exception_parts.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
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

static bool add_piece(Value list, Value piece) {
    return piece && list_append(list, piece);
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

static bool add_message(Value list, Value exception, Value type) {
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_str(&out, safe_str(exception, "exception"));
    add_suggestion(&out, exception);
    Value message = str_builder_finish(&out);
    if (!message)
        return false;
    return add_piece(list, str_size(message) ? str_format("%S: %S\n", type, message) : str_format("%S\n", type));
}

// Each line of the text.
static bool add_lines(Value list, Value text) {
    const char *line = text ? str_data(text) : NULL, *end = line ? line + str_size(text) : NULL;
    while (line) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        if (!add_piece(list, str_format("%.*s\n", (int)((newline ? newline : end) - line), line)))
            return false;
        line = newline ? newline + 1 : NULL;
    }
    return text != 0;
}

static bool add_notes(Value list, Value exception) {
    bool found;
    Value notes = object_find_attribute(exception, NAME(__notes__), &found);
    if (!found) {
        Value error = error_take();
        return !error ||
               add_piece(list, str_format("Ignored error getting __notes__: %S\n", safe_repr(error, "__notes__")));
    }
    if (notes == NONE)
        return true;
    if (!list_check(notes) && !tuple_check(notes))
        return add_piece(list, str_format("%S\n", safe_repr(notes, "__notes__")));
    Value all = list_from_iterable(notes);
    for (size_t i = 0; all && i < list_of(all)->count; i++)
        if (!add_lines(list, safe_str(list_of(all)->items[i], "note")))
            return false;
    return all != 0;
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
static Value marks_line(const char *line, size_t size, int64_t from, int64_t to) {
    const char *at = line, *end = line + size;
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_c(&out, "    ");
    for (int64_t column = 0; column < from && at < end; column++) {
        char c = *at;
        utf8_read(&at);
        str_builder_add_char(&out, is_space(c) ? (uint32_t)c : ' ');
    }
    str_builder_add_fill(&out, '^', to > from ? (size_t)(to - from) : 0);
    str_builder_add_c(&out, "\n");
    return str_builder_finish(&out);
}

// Whether both are absent, or look the same.
static bool is_same_text(Value a, Value b) {
    if (!a || a == NONE || !b || b == NONE)
        return (!a || a == NONE) && (!b || b == NONE);
    Value a_text = safe_str(a, "line"), b_text = safe_str(b, "line");
    return a_text && b_text && str_equal(a_text, b_text);
}

// Where the marks below a line of `length` characters are, in columns from 1, the end exclusive.
static void mark_range(const Exception *e, int64_t length, int64_t *offset, int64_t *end) {
    int64_t whole = (int64_t)str_length(e->extra[SYNTAX_ERROR_TEXT]);
    *offset = number_or(e->extra[SYNTAX_ERROR_OFFSET], 0);
    *end = length + 1;
    if (is_same_text(e->extra[SYNTAX_ERROR_LINE], e->extra[SYNTAX_ERROR_END_LINE])) {
        *end = number_or(e->extra[SYNTAX_ERROR_END_OFFSET], 0);
        if (*end == 0)
            *end = *offset;
    }
    if (whole && *offset > whole)
        *offset = length + 1;
    if (whole && *end > whole)
        *end = length + 1;
    if (*offset >= *end || *end < 0)
        *end = *offset + 1;
}

static bool add_syntax_line(Value list, const Exception *e) {
    Value text = e->extra[SYNTAX_ERROR_TEXT], offset_value = e->extra[SYNTAX_ERROR_OFFSET];
    if (!text || !str_check(text))
        return true;
    const char *line = str_data(text);
    size_t size = str_size(text), spaces = 0;
    while (size && line[size - 1] == '\n')
        size--;
    while (spaces < size && line[spaces] && strchr(" \n\f", line[spaces]))
        spaces++;
    bool no_offset = !offset_value || offset_value == NONE;
    if (!no_offset && !int_check(offset_value))
        return true;
    if (!add_piece(list, str_format("    %.*s\n", (int)(size - spaces), line + spaces)) || no_offset)
        return no_offset;
    int64_t offset, end;
    mark_range(e, (int64_t)utf8_count(line, size), &offset, &end);
    int64_t cut = (int64_t)spaces + 1;
    return offset < cut || add_piece(list, marks_line(line + spaces, size - spaces, offset - cut, end - cut));
}

Value (*syntax_error_explain)(Value exception);

static bool add_syntax_error(Value list, Value exception, Value type) {
    const Exception *e = exception_of(exception);
    bool explicable = e->extra[SYNTAX_ERROR_METADATA] && e->extra[SYNTAX_ERROR_METADATA] != NONE && syntax_error_explain &&
                      e->extra[SYNTAX_ERROR_TEXT] && str_check(e->extra[SYNTAX_ERROR_TEXT]);
    Value explained = explicable ? syntax_error_explain(exception) : 0;
    if (explained)
        exception = explained;
    Value file_name = exception_field(exception, SYNTAX_ERROR_FILE_NAME);
    Value line = exception_field(exception, SYNTAX_ERROR_LINE);
    Value message = exception_field(exception, SYNTAX_ERROR_MESSAGE);
    if (line != NONE) {
        bool named = file_name != NONE && !(str_check(file_name) && !str_size(file_name));
        Value shown = named ? file_name : str_from("<string>");
        if (!shown || !add_piece(list, str_format("  File \"%S\", line %S\n", shown, line)))
            return false;
    }
    if (!add_syntax_line(list, exception_of(exception)))
        return false;
    bool empty = message == NONE || (str_check(message) && !str_size(message));
    Value detail = empty ? str_from("<no detail available>") : message;
    if (!detail)
        return false;
    if (line == NONE && file_name != NONE)
        return add_piece(list, str_format("%S: %S (%S)\n", type, detail, file_name));
    return add_piece(list, str_format("%S: %S\n", type, detail));
}

// Message and notes of one exception.
static bool add_exception(Value list, Value exception) {
    Value type = type_text(type_of(exception));
    if (!type)
        return false;
    bool is_syntax_error = object_is_instance(exception, &SyntaxError_type);
    return (is_syntax_error ? add_syntax_error : add_message)(list, exception, type) && add_notes(list, exception);
}

// ---------------------------------------------------------------------------------------------------------------
// Writing, with the margin of groups

typedef struct {
    Value list;                         // of the pieces
    ptrdiff_t limit;                    // of traceback entries
    bool chain;
    int depth;                          // of groups around
    bool need_close;                    // the tree's last line is still to come
} Writer;

// A text of whole lines, each behind the margin.
static Value indented(const Writer *w, Value text, const char *margin) {
    StrBuilder out;
    str_builder_init(&out);
    const char *line = str_data(text);
    for (size_t left = str_size(text); left;) {
        const char *newline = memchr(line, '\n', left);
        size_t size = newline ? (size_t)(newline - line) + 1 : left;
        str_builder_add_fill(&out, ' ', (size_t)w->depth * 2);
        str_builder_add_c(&out, margin);
        str_builder_add(&out, line, size);
        line += size;
        left -= size;
    }
    return str_builder_finish(&out);
}

static bool emit(Writer *w, Value text, const char *margin) {
    return text && add_piece(w->list, w->depth ? indented(w, text, margin) : text);
}

static bool emit_all(Writer *w, Value pieces) {
    for (size_t i = 0; i < list_of(pieces)->count; i++)
        if (!emit(w, list_of(pieces)->items[i], "| "))
            return false;
    return true;
}

// Heading and entries, if there are any.
static bool emit_traceback(Writer *w, Value exception, const char *heading, const char *margin) {
    Value traceback = exception_of(exception)->traceback, pieces = list_new(NULL, 0);
    if (!pieces || !traceback_format_entries(pieces, traceback, w->limit))
        return false;
    return !list_of(pieces)->count || (emit(w, str_from(heading), margin) && emit_all(w, pieces));
}

static bool emit_exception(Writer *w, Value exception) {
    Value pieces = list_new(NULL, 0);
    return pieces && add_exception(pieces, exception) && emit_all(w, pieces);
}

static const char *margin_of(const Writer *w) {
    static const char blanks[] = "                                        ";
    int width = w->depth * 2;
    return blanks + sizeof blanks - 1 - width;
}

static bool write_chain(Writer *w, Report *report);

static bool write_member(Writer *w, Report *group, size_t i, bool last) {
    char title[40] = "...";
    if (i < GROUP_WIDTH_MAX)
        snprintf(title, sizeof title, "%zu", i + 1);
    if (last)
        w->need_close = true;           // a group at the end of this one may do it
    if (!add_piece(w->list, str_format("%s%s+---------------- %s ----------------\n", margin_of(w), i ? "  " : "+-", title)))
        return false;
    w->depth++;
    size_t more = group->member_count - GROUP_WIDTH_MAX;
    if (!(i < GROUP_WIDTH_MAX ? write_chain(w, group->members[i])
                              : emit(w, str_format("and %zu more exception%s\n", more, more > 1 ? "s" : ""), "| ")))
        return false;
    if (last && w->need_close) {
        w->need_close = false;
        if (!add_piece(w->list, str_format("%s+------------------------------------\n", margin_of(w))))
            return false;
    }
    w->depth--;
    return true;
}

static bool write_group(Writer *w, Report *report) {
    if (w->depth > GROUP_DEPTH_MAX)
        return emit(w, str_format("... (max_group_depth is %d)\n", GROUP_DEPTH_MAX), "| ");
    bool top = w->depth == 0;
    w->depth += top;
    if (!emit_traceback(w, report->exception, "Exception Group Traceback (most recent call last):\n", top ? "+ " : "| ") ||
        !emit_exception(w, report->exception))
        return false;
    size_t shown = report->member_count <= GROUP_WIDTH_MAX ? report->member_count : GROUP_WIDTH_MAX + 1;
    w->need_close = false;
    for (size_t i = 0; i < shown; i++)
        if (!write_member(w, report, i, i == shown - 1))
            return false;
    w->depth -= top;
    return true;
}

static bool write_report(Writer *w, Report *report) {
    if (report->is_group)
        return write_group(w, report);
    return emit_traceback(w, report->exception, "Traceback (most recent call last):\n", "| ") &&
           emit_exception(w, report->exception);
}

static Report *earlier(const Writer *w, const Report *report) {
    if (!w->chain)
        return NULL;
    if (report->cause)
        return report->cause;
    return exception_of(report->exception)->suppress_context ? NULL : report->context;
}

// The report and those it comes from, oldest first. Chains may be long: no recursion along them.
static bool write_chain(Writer *w, Report *report) {
    size_t count = 0;
    for (Report *at = report; at; at = earlier(w, at))
        count++;
    Report **chain = mem_alloc(count * sizeof *chain);
    if (!chain)
        return false;
    size_t i = count;
    for (Report *at = report; at; at = earlier(w, at))
        chain[--i] = at;
    for (i = 0; i < count; i++) {
        if (i && !emit(w, str_from(chain[i]->cause ? cause_text : context_text), "| "))
            return false;
        if (!write_report(w, chain[i]))
            return false;
    }
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// For others

bool exception_format_pieces(Value list, Value exception, bool chain, ptrdiff_t limit) {
    source_forget();
    Report *report = report_all(exception);
    bool done = report && write_chain(&(Writer){.list = list, .chain = chain, .limit = limit}, report);
    source_forget();
    return done;
}

static bool add_piece_as_it_is(Value list, Value piece, int depth) {
    (void)depth;
    return add_piece(list, piece);
}

// Each line of a piece, with three blanks for each group around.
static bool add_lines_indented(Value list, Value piece, int depth) {
    const char *line = str_data(piece), *end = line + str_size(piece);
    while (line < end) {
        const char *newline = memchr(line, '\n', (size_t)(end - line)), *next = newline ? newline + 1 : end;
        StrBuilder out;
        str_builder_init(&out);
        str_builder_add_fill(&out, ' ', (size_t)depth * 3);
        str_builder_add(&out, line, (size_t)(next - line));
        if (!add_piece(list, str_builder_finish(&out)))
            return false;
        line = next;
    }
    return true;
}

static bool add_indented_message(Value list, Value exception, bool with_members, int depth) {
    Value pieces = list_new(NULL, 0);
    if (!pieces || !add_exception(pieces, exception))
        return false;
    for (size_t i = 0; i < list_of(pieces)->count; i++)
        if (!(depth ? add_lines_indented : add_piece_as_it_is)(list, list_of(pieces)->items[i], depth))
            return false;
    if (!with_members || !object_is_instance(exception, &BaseExceptionGroup_type))
        return true;
    Value members = exception_of(exception)->extra[GROUP_EXCEPTIONS];
    if (!mem_stack_check())
        return false;
    for (size_t i = 0; members && i < tuple_count(members); i++)
        if (!add_indented_message(list, tuple_get(members, i), true, depth + 1))
            return false;
    return true;
}

bool exception_format_message(Value list, Value exception, bool with_members) {
    return add_indented_message(list, exception, with_members, 0);
}

// sys.tracebacklimit: as many of the innermost entries.
static ptrdiff_t limit_for_all(void) {
    Value name = intern("sys"), sys = name ? traceback_find_module(name) : 0;
    Value limit = sys && value_is(sys, &module_type) && (name = intern("tracebacklimit")) ? dict_get(module_dict(sys), name) : 0;
    if (!limit || !value_is_small(limit))
        return TRACEBACK_ALL;
    return small_int(limit) > 0 ? -small_int(limit) : 0;
}

Value exception_format(Value exception) {
    Value pieces = list_new(NULL, 0);
    return pieces && exception_format_pieces(pieces, exception, true, limit_for_all()) ? str_join(NAME(empty), pieces) : 0;
}
