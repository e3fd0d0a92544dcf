// From source text to effects: reading, compiling, running, reporting.
#include "lexer/lexer.h"
#include "lib/io.h"
#include "lib/lib.h"
#include "lib/terminal_color.h"
#include "objects/finalize.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/utf8.h"
#include "parser/parser.h"
#include "vm/compiler/compiler.h"
#include "vm/frame.h"
#include "vm/ops.h"
#include <errno.h>
#include <fcntl.h>
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
    for (size_t k = 0; k < (size_t)column; k++)
        if (k >= length || ((unsigned char)line[k] & 0xc0) != 0x80) characters++;
    return SMALL(characters + 1);
}

// The source line as the exception's attribute `text` has it: with its newline, which statements get even when it is missing.
static Value line_text(const char *text, size_t size, const char *line, size_t length, int number, RunMode mode) {
    size_t count = 0;
    if (number == 0) return NAME(empty);
    if (utf8_validate((const uint8_t *)line, length, &count) != length) return NONE;
    bool ended = mode == RUN_EXEC || line + length < text + size;
    return str_format("%.*s%s", (int)length, line, ended ? "\n" : "");
}

// Raises the exception that a diagnostic stands for.
static Value raise_diagnostic(const Diagnostic *d, const char *text, size_t size, Value file_name, RunMode mode) {
    if (error_pending) return 0;
    if (d->kind == DIAG_MEMORY_ERROR) return raise_memory_error();
    if (d->kind == DIAG_RECURSION_ERROR) return raise_format(&RecursionError_type, "%s", d->message);
    size_t length, end_length;
    const char *line = lexer_line(text, size, d->span.line, &length);
    const char *end_line = lexer_line(text, size, d->span.end_line, &end_length);
    Value shown = line_text(text, size, line, length, d->span.line, mode);
    if (!shown) return 0;
    Value details = tuple_pack(6, file_name, SMALL(d->span.line), character_offset(line, length, d->span.column), shown,
                               SMALL(d->span.end_line), character_offset(end_line, end_length, d->span.end_column));
    Value message = str_from(d->message);
    if (!details || !message) return 0;
    Value exception = object_call2(VALUE(diagnostic_type(d->kind)), message, details);
    return exception ? raise_exception(exception) : 0;
}

// ------------------------------------------------------------------------------------------------ compiling

static Value compile_in(Arena *arena, const char *text, size_t size, Value file_name, RunMode mode) {
    static const ParseMode modes[] = {[RUN_EXEC] = PARSE_FILE, [RUN_EVAL] = PARSE_EVAL, [RUN_SINGLE] = PARSE_SINGLE,
                                      [RUN_TYPED] = PARSE_FILE};
    Diagnostic diagnostic = {0};
    Module *module = parser_parse(arena, text, size, str_data(file_name), modes[mode], &diagnostic);
    if (!module) return raise_diagnostic(&diagnostic, text, size, file_name, mode);
    CompileOptions options = {.file_name = file_name, .interactive = mode == RUN_SINGLE || mode == RUN_TYPED};
    Value code = compile_module(arena, module, &options, &diagnostic);
    return code ? code : raise_diagnostic(&diagnostic, text, size, file_name, mode);
}

Value run_compile(const char *text, size_t size, Value file_name, RunMode mode) {
    Arena *arena = arena_new();
    if (!arena) return raise_memory_error();
    Value code = compile_in(arena, text, size, file_name, mode);
    arena_free(arena);
    return code;
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

Value run_string(const char *text, size_t size, const char *file_name) {
    Value name = str_from(file_name), module = run_main_module();
    if (!name || !module) return 0;
    if (file_name[0] != '<' && !dict_set(module_dict(module), NAME(__file__), name)) return 0;
    Value code = run_compile(text, size, name, RUN_EXEC);
    if (!code) return 0;
    return machine_execute(code, dict_of(module_dict(module)), module_dict(module));
}

static Value find_module_source(Value name) {
    Value paths = sys_get(NAME(path)), iterator = paths ? object_iter(paths) : 0;
    for (Value folder; iterator && (folder = object_next(iterator));) {
        static const char *const endings[] = {"/__main__.py", ".py"};
        for (int k = 0; k < 2; k++) {
            Value path = str_format("%S%s", str_size(folder) ? str_format("%S/%S", folder, name) : name, endings[k]);
            if (!path || access(str_data(path), R_OK) == 0) return path;
        }
    }
    return error_pending ? 0 : raise_import_error(&ModuleNotFoundError_type, name, 0, "No module named %S", name);
}

Value run_module(const char *name) {
    char *slashes = mem_alloc_atomic(strlen(name) + 1);
    if (!slashes) return 0;
    strcpy(slashes, name);
    for (char *p = slashes; *p; p++)
        if (*p == '.') *p = '/';
    Value path = find_module_source(str_from(slashes));
    return path ? run_file(str_data(path)) : 0;
}

void run_interrupt(void) { __atomic_fetch_or(&machine_interrupt, INTERRUPT_SIGNAL, __ATOMIC_RELAXED); }

Value run_file(const char *path) {
    const char *text;
    size_t size;
    if (!run_read_file(path, &text, &size)) return 0;
    return run_string(text, size, path);
}

// ------------------------------------------------------------------------------------------------ the end of a run

static int exit_status(Value code) {
    if (code == NONE) return 0;
    int64_t status;
    if (int_check(code)) return int_get64(code, &status) ? (int)(status & 0xff) : 0xff;
    Value text = object_str(code);
    if (text) fprintf(stderr, "%.*s\n", (int)str_size(text), str_data(text));
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
    Value stream = sys_get(NAME(stderr)), method = stream && stream != NONE ? object_get_attribute(stream, NAME(write)) : 0;
    if (method && object_call1(method, text)) return;
    (void)error_take();
    write_all(2, str_data(text), str_size(text));
}

int run_report(void) {
    Value exception = error_take();
    run_flush();
    if (object_is_instance(exception, &SystemExit_type)) {
        Value code = object_get_attribute(exception, NAME(code));
        return code ? exit_status(code) : 1;
    }
    if (sys_report_exception(exception)) return 1;
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
    finalize_all();
    bool flushed = flush_stream(NAME(stdout));
    if (!flushed) {
        Value exception = error_take(), shown = exception_format(exception);
        Value text = shown ? str_format("Exception ignored while flushing sys.stdout:\n%S", shown) : 0;
        if (text) run_print_error(text);
        (void)error_take();
        io_abandon(sys_get(NAME(stdout)));
    }
    if (!flush_stream(NAME(stderr))) (void)error_take();
    io_flush_all();
    return flushed ? status : 120;
}

bool library_start(const char *script, int argc, char **argv) {
    sys_set_command(script, argc, argv);
    mem_init();
    names_init();
    if (!machine_init()) return false;
    unraisable_start();
    machine.modules = dict_new();
    Value builtins = machine.modules ? builtins_make() : 0;
    if (!builtins) return false;
    machine.builtins = module_dict(builtins);
    import_hook = import_module;
    return dict_set(machine.modules, NAME(builtins), builtins) && import_start();
}
