// From source text to effects: reading, compiling, running, reporting.
#include "lexer/lexer.h"
#include "lib/io.h"
#include "lib/lib.h"
#include "lib/settings.h"
#include "lib/terminal_color.h"
#include "objects/codecs.h"
#include "objects/finalize.h"
#include "objects/exception_parts.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/utf8.h"
#include "parser/parser.h"
#include "vm/compiler/compiler.h"
#include "vm/frame.h"
#include "vm/ops.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

// ------------------------------------------------------------------------------------------------ syntax errors

static Type *diagnostic_type(DiagnosticKind kind) {
    switch (kind) {
    case DIAG_INDENTATION_ERROR: return &IndentationError_type;
    case DIAG_TAB_ERROR: return &TabError_type;
    case DIAG_INCOMPLETE: return &IncompleteInputError_type;
    default: return &SyntaxError_type;
    }
}

// Byte column to the 1-based column in characters that Python counts; negative ones (the lexer's imitations of CPython's
// odd ranges) stay as they are.
static Value character_offset(const char *line, size_t length, int column) {
    if (column < 0) return SMALL(column + 1);
    size_t characters = 0;
    if ((size_t)column > length + 1) column = (int)length + 1;
    for (size_t k = 0; k < (size_t)column; k++)
        if (k >= length || ((unsigned char)line[k] & 0xc0) != 0x80) characters++;
    return SMALL(characters + 1);
}

typedef struct {
    const char *text;
    size_t size;
    Value file_name;
    RunMode mode;
} Source;

// The source line as the exception's attribute `text` has it. The lexer's errors have it without its newline, and so
// have those in a line before the one that the parser has come to; the compiler's have what a file of that name holds.
static Value line_text(const Source *s, const char *line, size_t length, const Diagnostic *d) {
    size_t count = 0;
    if (d->span.line == 0) return NAME(empty);
    if (d->stage == STAGE_COMPILER && s->mode != RUN_TYPED) {
        source_forget();
        if (str_data(s->file_name)[0] == '<' || !source_line(s->file_name, d->span.line, &line, &length)) return NONE;
    }
    if (utf8_validate((const uint8_t *)line, length, &count) != length) return NONE;
    bool statements = s->mode == RUN_EXEC || s->mode == RUN_SCRIPT || s->mode == RUN_TYPED;
    bool ended = statements || line + length < s->text + s->size;
    if (d->stage == STAGE_LEXER || (d->stage == STAGE_PARSER && d->span.line < d->seen_line)) ended = false;
    return str_format("%.*s%s", (int)length, line, ended ? "\n" : "");
}

// Whether a misspelt keyword may be the reason; the traceback looks for one then, with the help of SyntaxError's
// _metadata: where to look from, and the source, or None for a script, which can be read again.
static bool misspelling_possible(const Diagnostic *d) {
    return d->stage == STAGE_PARSER && (!strcmp(d->message, "invalid syntax") || strstr(d->message, "forgot a comma"));
}

static Value metadata_of(const Diagnostic *d, const Source *s) {
    size_t count;
    bool text = s->mode != RUN_SCRIPT && utf8_validate((const uint8_t *)s->text, s->size, &count) == s->size;
    bool add_end = s->mode == RUN_EXEC && s->size && s->text[s->size - 1] != '\n';
    Value source = text ? str_format("%.*s%s", (int)s->size, s->text, add_end ? "\n" : "") : NONE;
    return source ? tuple_pack(3, SMALL(d->block_line), SMALL(d->block_column), source) : 0;
}

static Value explain_syntax_error(Value exception) {
    Value module = import_by_name("_misspelling"), find = module ? object_get_attribute_c(module, "find") : 0;
    Value found = find ? object_call1(find, exception) : 0;
    if (found) return found == NONE ? 0 : found;
    return (void)error_take(), 0;
}

// Raises the exception that a diagnostic stands for.
static Value raise_diagnostic(const Diagnostic *d, const Source *s) {
    if (error_pending) return 0;
    if (d->kind == DIAG_MEMORY_ERROR) return raise_memory_error();
    if (d->kind == DIAG_RECURSION_ERROR) return raise_format(&RecursionError_type, "%s", d->message);
    size_t length, end_length;
    const char *line = lexer_line(s->text, s->size, d->span.line, &length);
    const char *end_line = lexer_line(s->text, s->size, d->span.end_line, &end_length);
    Value shown = line_text(s, line, length, d);
    if (d->kind == DIAG_ENCODING_ERROR) shown = codec_decode((const uint8_t *)line, length, "utf-8", "replace");
    if (!shown) return 0;
    Value message = str_from(d->message), metadata = misspelling_possible(d) ? metadata_of(d, s) : NONE;
    if (!message || !metadata) return 0;
    Value offset = character_offset(line, length, d->span.column);
    Value end_offset = character_offset(end_line, end_length, d->span.end_column);
    Value details = tuple_pack(6, d->kind == DIAG_ENCODING_ERROR ? NONE : s->file_name, SMALL(d->span.line),
                               offset, shown, SMALL(d->span.end_line), end_offset);
    if (!details) return 0;
    Value exception = object_call2(VALUE(diagnostic_type(d->kind)), message, details);
    if (exception) exception_of(exception)->extra[SYNTAX_ERROR_METADATA] = metadata;
    return exception ? raise_exception(exception) : 0;
}

// One statement; a compound one must end with a line end, unless an indented block ends it.
static bool is_whole_single(const Module *module, const char *text, size_t size) {
    if (module->body.count == 0) return false;
    const char *last = memrchr(text, '\n', size);
    last = last ? last + 1 : text;
    const unsigned compound = 1u << AST_FUNCTION_DEF | 1u << AST_CLASS_DEF | 1u << AST_FOR | 1u << AST_WHILE | 1u << AST_IF |
        1u << AST_WITH | 1u << AST_MATCH | 1u << AST_TRY;
    return !(compound >> module->body.items[0]->kind & 1) || last == text + size || *last == ' ' || *last == '\t';
}

// ------------------------------------------------------------------------------------------------ warnings

// What is shown of an escape says more than the error that it may become.
static Value warning_text(const char *message) {
    const char *more = *message == '"' && message[1] == '\\' ? strstr(message, " Did you mean") : 0;
    if (!more) return str_from(message);
    return str_format("%.*s Such sequences will not work in the future.%s", (int)(more - message), message, more);
}

// Gives one warning; where that is to be an error, raises the SyntaxError.
static bool give_warning(Value warn, const Warning *w, const Source *s) {
    Value arguments[] = {warning_text(w->message), VALUE(&SyntaxWarning_type), s->file_name, SMALL(w->span.line)};
    if (!arguments[0]) return false;
    if (object_call(warn, arguments, 4, 0)) return true;
    if (!error_is(&SyntaxWarning_type)) return false;
    (void)error_take();
    Diagnostic d = {.kind = DIAG_SYNTAX_ERROR, .span = w->span, .stage = w->stage, .seen_line = w->seen_line};
    snprintf(d.message, sizeof d.message, "%s", w->message);
    (void)raise_diagnostic(&d, s);
    return false;
}

static bool give_warnings(const Warning *w, const Source *s) {
    Value warnings = w ? import_by_name("warnings") : 0;
    Value warn = warnings ? object_get_attribute_c(warnings, "warn_explicit") : 0;
    if (w && !warn) return false;
    for (; w; w = w->next)
        if (!give_warning(warn, w, s)) return false;
    return true;
}

// ------------------------------------------------------------------------------------------------ compiling

static Value compile_in(Arena *arena, const char *text, size_t size, Value file_name, RunMode mode, int level, bool future) {
    static const ParseMode modes[] = {[RUN_EXEC] = PARSE_FILE, [RUN_SCRIPT] = PARSE_FILE, [RUN_EVAL] = PARSE_EVAL, [RUN_SINGLE] = PARSE_SINGLE,
                                      [RUN_TYPED] = PARSE_FILE};
    const Source source = {text, size, file_name, mode};
    Diagnostic diagnostic = {0};
    Module *module = parser_parse(arena, text, size, str_data(file_name), modes[mode], &diagnostic);
    if (module && mode == RUN_SINGLE && !is_whole_single(module, text, size)) {
        int line = 0;
        for (size_t k = 0; k < size; k++) line += k == 0 || text[k - 1] == '\n';
        diagnostic = (Diagnostic){.kind = DIAG_SYNTAX_ERROR, .message = "invalid syntax", .span = {line, -1, line, -1}};
        module = NULL;
    }
    if (diagnostic.kind == DIAG_INCOMPLETE) diagnostic.kind = diagnostic.whole_kind;
    CompileOptions options = {
        .file_name = file_name, .interactive = mode == RUN_SINGLE || mode == RUN_TYPED, .optimize = level,
        .future_annotations = future};
    Value code = module ? compile_module(arena, module, &options, &diagnostic) : 0;
    if (error_pending || !give_warnings(diagnostic.warnings.first, &source)) return 0;
    return code ? code : raise_diagnostic(&diagnostic, &source);
}

Value run_compile_with(const char *text, size_t size, Value file_name, RunMode mode, int level, bool future) {
    Arena *arena = arena_new();
    if (!arena) return raise_memory_error();
    Value code = compile_in(arena, text, size, file_name, mode, level, future);
    arena_free(arena);
    return code;
}

Value run_compile(const char *text, size_t size, Value file_name, RunMode mode) {
    return run_compile_with(text, size, file_name, mode, settings.optimize, false);
}

// ------------------------------------------------------------------------------------------------ files

static Value read_all(int fd, size_t expected, const char **text, size_t *size) {
    size_t capacity = expected + 1, used = 0;
    char *buffer = mem_alloc_atomic(capacity);
    while (buffer) {
        if (used + 1 >= capacity) {
            buffer = mem_realloc_atomic(buffer, used, capacity * 2 + 4096);
            capacity = capacity * 2 + 4096;
            if (!buffer) break;
        }
        ssize_t got = read(fd, buffer + used, capacity - used - 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return raise_os_error(errno, 0);
        if (got == 0) {
            buffer[used] = 0;
            *text = buffer;
            *size = used;
            return TRUE;
        }
        used += (size_t)got;
    }
    return 0;
}

Value run_read_file(const char *path, const char **text, size_t *size) {
    io_settle(path);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    Value name = str_from(path);
    if (fd < 0) return raise_os_error(errno, name);
    struct stat status;
    Value done = 0;
    if (fstat(fd, &status) < 0) done = raise_os_error(errno, name);
    else if (S_ISDIR(status.st_mode)) done = raise_os_error(EISDIR, name);
    else done = read_all(fd, status.st_size > 0 ? (size_t)status.st_size + 1 : 4096, text, size);
    close(fd);
    return done;
}

// ------------------------------------------------------------------------------------------------ running

Value run_main_module(void) {
    Value module = module_new(NAME(__main__));
    if (!module) return 0;
    Value dict = module_dict(module);
    if (!dict_set(dict, NAME(__builtins__), dict_get(machine.modules, NAME(builtins))) ||
        !dict_set(dict, NAME(__spec__), NONE) || !dict_set(dict, NAME(__package__), NONE) ||
        !dict_set(dict, NAME(__loader__), NONE) || !dict_set(machine.modules, NAME(__main__), module))
        return 0;
    return module;
}

static Value run_main_text(const char *text, size_t size, Value name, Value package, Value spec) {
    Value module = run_main_module(), dict = module ? module_dict(module) : 0;
    if (!dict || !dict_set(dict, NAME(__package__), package) || !dict_set(dict, NAME(__spec__), spec)) return 0;
    if (str_data(name)[0] != '<' && !dict_set(dict, NAME(__file__), name)) return 0;
    bool command = str_equal_c(name, "<string>");
    if (!command && !source_to_utf8(&text, &size, name)) return 0;
    Value code = run_compile(text, size, name, command ? RUN_EXEC : RUN_SCRIPT);
    if (!code) return 0;
    return machine_execute(code, dict_of(module_dict(module)), module_dict(module));
}

Value run_text(const char *text, size_t size, Value name) { return run_main_text(text, size, name, NONE, NONE); }

Value run_string(const char *text, size_t size, const char *file_name) {
    Value name = str_from(file_name);
    return name ? run_text(text, size, name) : 0;
}

Value run_file_in_main(const char *path) {
    const char *text;
    size_t size;
    Value module = dict_get(machine.modules, NAME(__main__)), name = str_from(path);
    if (!module) module = run_main_module();
    if (!module || !name || !run_read_file(path, &text, &size) || !source_to_utf8(&text, &size, name)) return 0;
    Value code = run_compile(text, size, name, RUN_EXEC);
    return code ? machine_execute(code, dict_of(module_dict(module)), module_dict(module)) : 0;
}

// The first of sys.argv or sys.path. A safe path does not begin with the script's folder: it is put before the others.
static bool set_first(Value name, Value first) {
    Value list = sys_get(name);
    if (!list || !list_check(list)) return false;
    if (name == NAME(path) && settings.safe_path) return list_insert(list, 0, first);
    return list_of(list)->count && object_set_item(list, SMALL(0), first);
}

Value run_folder(const char *path) {
    Value folder = str_from(path), file = folder ? str_format("%S/__main__.py", folder) : 0;
    if (!file || !set_first(NAME(path), folder)) return 0;
    const char *text;
    size_t size;
    if (access(str_c(file), F_OK) == 0) {
        Value spec = run_read_file(str_c(file), &text, &size) ? import_spec(NAME(__main__), file, NONE) : 0;
        return spec ? run_main_text(text, size, file, NAME(empty), spec) : 0;
    }
    return raise_format(&SystemExit_type, "bitis: can't find '__main__' module in %R", folder);
}

// ------------------------------------------------------------------------------------------------ modules as scripts

typedef struct {
    Value name;                 // a package's __main__ has one of its own
    Value path;                 // or 0: the text is in the binary
    const char *text;
    size_t size;
    bool package;               // not to be run itself, but its __main__
} Script;

static void find_failed(Value name) {
    const char *text = str_data(name);
    size_t size = str_size(name);
    bool is_file = size > 3 && !strcmp(text + size - 3, ".py");
    Value why = error_take(), hint = NAME(empty);
    if (is_file) hint = str_format(". Try using '%.*s' instead of '%S' as the module name.", (int)size - 3, text, name);
    if (!hint) return;
    (void)raise_format(&SystemExit_type, "bitis: Error while finding module specification for %R (%T: %S)%S", name, why,
                       why, hint);
}

// The package that a module is in, imported; NONE for one that is in none.
static Value import_parent(Value name) {
    const char *dot = memrchr(str_data(name), '.', str_size(name));
    if (!dot) return NONE;
    Value parent = str_new(str_data(name), (size_t)(dot - str_data(name)));
    Value module = parent ? import_by_name(str_data(parent)) : 0;
    bool found = true;
    if (module && !object_find_attribute(module, NAME(__path__), &found) && !error_pending)
        (void)raise_format(&ModuleNotFoundError_type, "__path__ attribute not found on %R while trying to find %R",
                           parent, name);
    if (!error_pending) return module;
    if (!error_is(&ModuleNotFoundError_type)) return 0;
    Value missing = exception_field(error_pending, IMPORT_ERROR_NAME);
    bool own = !found || (str_check(missing) && strncmp(str_data(parent), str_data(missing), str_size(missing)) == 0);
    if (own) find_failed(name);
    return 0;
}

static bool no_module(Value name, const char *more, Value package) {
    if (!more) return raise_format(&SystemExit_type, "bitis: No module named %S", name);
    return raise_format(&SystemExit_type, "bitis: No module named %S; %R is a package and cannot be directly executed",
                        name, package);
}

// Finds the text of a module, or of the __main__ of a package. `outer`: the package whose __main__ this is, or 0.
static bool find_script(Value name, Value outer, Script *s) {
    Value parent = import_parent(name);
    if (!parent) return false;
    s->name = name;
    s->path = 0;
    bool frozen = frozen_find(name, &s->text, &s->size, &s->package);
    int is = frozen ? 1 : error_pending ? -1 : import_find(name, parent == NONE ? 0 : parent, &s->path, &s->package);
    if (is < 0) return false;
    if (is == 0 || (s->package && outer)) return no_module(name, outer ? "" : 0, outer);
    if (s->package) {
        Value main = str_format("%S.__main__", name);
        return main && find_script(main, name, s);
    }
    return frozen || run_read_file(str_c(s->path), &s->text, &s->size);
}

Value run_module(const char *dotted) {
    Value name = str_from(dotted);
    Script s = {0};
    if (!name) return 0;
    if (*dotted == '.') return raise_format(&SystemExit_type, "bitis: Relative module names not supported");
    if (!run_main_module() || !find_script(name, 0, &s)) return 0;
    Value file = s.path ? s.path : str_format("<frozen %S>", s.name);
    Value spec = file ? import_spec(s.name, file, NONE) : 0;
    Value package = spec ? object_get_attribute(spec, intern("parent")) : 0;
    return package && set_first(intern("argv"), file) ? run_main_text(s.text, s.size, file, package, spec) : 0;
}

// ------------------------------------------------------------------------------------------------ interrupts and streams

bool run_interrupted, run_talks, run_unread;

void run_interrupt(void) { __atomic_fetch_or(&machine_interrupt, INTERRUPT_SIGNAL, __ATOMIC_RELAXED); }

// ------------------------------------------------------------------------------------------------ the end of a run

static int exit_status(Value code) {
    if (code == NONE) return 0;
    int64_t status;
    if (int_check(code)) return int_get64(code, &status) ? (int)(status & 0xff) : 0xff;
    Value text = str_format("%S\n", code);
    if (text) run_print_error(text);
    else (void)error_take();
    return 1;
}

static void write_all(int fd, const char *data, size_t size) {
    while (size) {
        ssize_t written = write(fd, data, size);
        if (written < 0 && errno != EINTR) return;
        if (written < 0) continue;
        data += written;
        size -= (size_t)written;
    }
}

void run_print_error(Value text) {
    Value stream = sys_get(NAME(stderr));
    if (stream == NONE) return;
    Value method = stream ? object_get_attribute(stream, NAME(write)) : 0;
    if (method && object_call1(method, text)) return;
    (void)error_take();
    write_all(2, str_data(text), str_size(text));
}

// Whoever read standard output has enough (`| head`): no error to talk about.
static bool is_unread(Value exception) {
    struct pollfd output = {.fd = 1};
    return object_is_instance(exception, &BrokenPipeError_type) && poll(&output, 1, 0) == 1 && output.revents & POLLERR;
}

int run_report(void) {
    static const char no_start[] = "bitis: not enough memory to start\n";
    Value exception = error_take();
    if (!exception) {
        write_all(2, no_start, sizeof no_start - 1);
        return 1;
    }
    run_flush();
    if (!run_talks && is_unread(exception)) {
        run_unread = true;
        io_abandon(sys_get(NAME(stdout)));
        return 128 + SIGPIPE;
    }
    run_interrupted = object_is_instance(exception, &KeyboardInterrupt_type);
    if (object_is_instance(exception, &SystemExit_type) && (!settings.inspect || run_talks)) {
        Value code = object_get_attribute(exception, NAME(code));
        return code ? exit_status(code) : 1;
    }
    if (sys_report_exception(exception)) return 1;
    if (error_pending) return run_report();
    Value text = exception_format(exception);
    if (!text) {
        (void)error_take();
        text = str_from("an exception that cannot be shown\n");
    }
    if (color_wanted(2)) {
        Value colored = color_traceback(text);
        if (colored) text = colored;
        else (void)error_take();
    }
    run_print_error(text);
    return object_is_instance(exception, &KeyboardInterrupt_type) ? 130 : 1;
}

static bool flush_stream(Value name) {
    Value stream = sys_get(name);
    if (!stream || stream == NONE) return true;
    int closed = io_is_closed(stream);
    if (closed < 0) (void)error_take();         // it need not have the attribute
    if (closed > 0) return true;
    Value method = object_get_attribute(stream, NAME(flush));
    return method && object_call0(method);
}

void run_flush(void) {
    if (!flush_stream(NAME(stdout))) (void)error_take();
    if (!flush_stream(NAME(stderr))) (void)error_take();
}

// ------------------------------------------------------------------------------------------------ start

// What is still in the streams goes out; an exit status of 120 says that this failed.
int run_finish(int status) {
    if (finalize_at_end) finalize_at_end();
    finalize_at_end = NULL;
    io_flush_foreign();
    sys_finalizing = true;
    finalize_all();
    bool flushed = flush_stream(NAME(stdout));
    if (!flushed) {
        Value exception = error_take();
        run_unread |= is_unread(exception);
        Value shown = run_unread ? 0 : exception_format(exception);
        Value text = shown ? str_format("Exception ignored while flushing sys.stdout:\n%S", shown) : 0;
        if (text) run_print_error(text);
        (void)error_take();
        io_abandon(sys_get(NAME(stdout)));
    }
    if (!flush_stream(NAME(stderr))) (void)error_take();
    io_flush_all();
    run_flush();                // what streams in Python have printed while they were flushed
    return flushed ? status : 120;
}

bool library_start(const char *script, int argc, char **argv) {
    sys_set_command(script, argc, argv);
    lexer_start();
    mem_init();
    names_init();
    exception_types_init();
    if (!machine_init()) return false;
    unraisable_start();
    source_text_start();
    syntax_error_explain = explain_syntax_error;
    machine.modules = dict_new();
    Value builtins = machine.modules ? builtins_make() : 0;
    if (!builtins) return false;
    if (!exception_new(&MemoryError_type, 0)) return false;     // makes ready what there is no memory for when one is raised
    machine.builtins = module_dict(builtins);
    import_hook = import_module;
    return dict_set(machine.modules, NAME(builtins), builtins) && import_start();
}
