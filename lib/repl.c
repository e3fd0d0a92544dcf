// The prompt: reads statements, runs them, shows their values.
//
// On a terminal texts are edited by line_editor.c, a whole block at once; each runs under a name of its own
// ("<python-input-0>"), so that tracebacks can show its lines. Otherwise lines come plainly from sys.stdin.
#include "lib/repl.h"
#include "lib/lib.h"
#include "lib/terminal_color.h"
#include "objects/exception.h"
#include "objects/module.h"
#include "parser/parser.h"
#include "vm/frame.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

// ------------------------------------------------------------------------------------------------ when a text is whole

static bool is_blank(const char *text, size_t size) {
    for (size_t k = 0; k < size; k++)
        if (!strchr(" \t\f\r\n", text[k])) return false;
    return true;
}

static bool is_compound(const Stmt *s) {
    switch (s->kind) {
    case AST_FUNCTION_DEF: case AST_CLASS_DEF: case AST_FOR: case AST_WHILE: case AST_IF: case AST_WITH: case AST_MATCH:
    case AST_TRY:
        return true;
    default:
        return false;
    }
}

typedef enum { TEXT_WRONG, TEXT_INCOMPLETE, TEXT_SIMPLE, TEXT_COMPOUND } TextKind;

static TextKind parse_as(const char *text, size_t size, ParseMode mode) {
    Arena *arena = arena_new();
    if (!arena) return TEXT_WRONG;
    Diagnostic d = {0};
    Module *module = parser_parse(arena, text, size, "<stdin>", mode, &d);
    TextKind kind = d.kind == DIAG_INCOMPLETE ? TEXT_INCOMPLETE : TEXT_WRONG;
    if (module) {
        const StmtList *body = &module->body;
        kind = body->count && is_compound(body->items[body->count - 1]) ? TEXT_COMPOUND : TEXT_SIMPLE;
    }
    arena_free(arena);
    return kind;
}

// Whether a text is to run now. A compound statement, and a wrong text of several lines, end with a blank line.
static bool is_whole(const char *text, size_t size) {
    size_t last = size;
    while (last > 0 && text[last - 1] != '\n') last--;
    bool ended = last > 0 && is_blank(text + last, size - last);
    size_t used = ended ? last : size;
    char *copy = malloc(used + 2);
    if (!copy || is_blank(text, size)) return free(copy), true;
    memcpy(copy, text, used);
    if (!ended) copy[used++] = '\n';
    TextKind kind = parse_as(copy, used, PARSE_SINGLE);
    if (kind == TEXT_WRONG && last > 0) {               // several statements, perhaps
        kind = parse_as(copy, used, PARSE_FILE);
        if (kind == TEXT_WRONG) kind = TEXT_COMPOUND;
    }
    free(copy);
    return kind == TEXT_INCOMPLETE ? false : kind != TEXT_COMPOUND || ended;
}

// ------------------------------------------------------------------------------------------------ running

static Value main_dict;
static int input_number;

// sys.last_exc and its like, for looking at afterwards.
static void keep_exception(Value exception) {
    Value traceback = exception_of(exception)->traceback, dict = module_dict(sys_module);
    bool kept = dict_set_c(dict, "last_exc", exception) && dict_set_c(dict, "last_value", exception) &&
                dict_set_c(dict, "last_type", VALUE(type_of(exception))) &&
                dict_set_c(dict, "last_traceback", traceback ? traceback : NONE);
    if (!kept) (void)error_take();
}

// -1 to go on, else the exit status.
static int run_typed(const char *text, size_t size, bool plain) {
    Value name = plain ? str_from("<stdin>") : str_format("<python-input-%d>", input_number++);
    Value source = name ? str_new(text, size) : 0;
    Value code = source && source_register(name, source) ? run_compile(str_data(source), size, name, RUN_TYPED) : 0;
    machine_interrupt &= ~INTERRUPT_SIGNAL;             // one that came while nothing ran
    if (code && machine_execute(code, dict_of(main_dict), main_dict)) return run_flush(), -1;
    Value exception = error_pending;
    if (!exception) return -1;
    if (object_is_instance(exception, &SystemExit_type)) return run_report();
    keep_exception(exception);
    error_set(exception);
    (void)run_report();
    run_flush();
    return -1;
}

// `exit` and `quit` alone leave, unless they mean something else by now.
static bool leaves(const char *text, size_t size) {
    while (size && strchr(" \t\n", text[size - 1])) size--;
    if (size != 4 || (memcmp(text, "exit", 4) && memcmp(text, "quit", 4))) return false;
    Value name = str_new(text, size);
    return name && !dict_get(main_dict, name) && !error_occurred();
}

// ------------------------------------------------------------------------------------------------ prompts

// str(sys.ps1) or the usual one; malloc's, coloured if wanted.
static char *prompt_text(const char *name, const char *usual, bool colored) {
    Value own = sys_get(intern(name)), text = own ? object_str(own) : 0;
    if (own && !text) (void)error_take();
    char *prompt = 0;
    int size = asprintf(&prompt, "%s%s%s", colored ? "\033[1;35m" : "", text ? str_c(text) : usual,
                        colored ? "\033[0m" : "");
    return size < 0 ? 0 : prompt;
}

static bool add_prompts(void) {
    Value dict = module_dict(sys_module);
    return dict_set_c(dict, "ps1", str_from(">>> ")) && dict_set_c(dict, "ps2", str_from("... "));
}

// ------------------------------------------------------------------------------------------------ on a terminal

static LineResult read_block(LineEditor *e, bool colored, char **text, size_t *size) {
    char *prompt = prompt_text("ps1", ">>> ", colored), *more = prompt_text("ps2", "... ", colored);
    e->prompt = prompt ? prompt : ">>> ";
    e->more = more ? more : "... ";
    LineResult result = line_edit(e, 0, 1, text, size);
    free(prompt);
    free(more);
    return result;
}

static size_t without_end(const char *text, size_t size) {
    while (size && strchr(" \t\n", text[size - 1])) size--;
    return size;
}

static int talk(void) {
    bool colored = color_wanted(1);
    History history;
    history_open(&history);
    LineEditor e = {.history = &history, .is_whole = is_whole, .complete = repl_complete, .styles = color_source_styles};
    if (colored) e.highlight = color_source;
    int status = -1;
    while (status < 0) {
        char *text;
        size_t size;
        LineResult result = read_block(&e, colored, &text, &size);
        if (result == LINE_INTERRUPTED) fputs("KeyboardInterrupt\n", stderr);
        if (result == LINE_END) status = 0;
        if (result != LINE_READ) continue;
        history_add(&history, text, without_end(text, size));
        if (leaves(text, size)) status = 0;
        else if (!is_blank(text, size)) status = run_typed(text, size, false);
        free(text);
    }
    history_close(&history);
    return status;
}

// ------------------------------------------------------------------------------------------------ without one

// A line of sys.stdin, behind a prompt; an empty one at the end of the input; 0: raised.
static Value read_line(bool more) {
    char *prompt = prompt_text(more ? "ps2" : "ps1", more ? "... " : ">>> ", false);
    fputs(prompt ? prompt : "", stderr);
    free(prompt);
    Value in = sys_get(NAME(stdin));
    return in ? object_call_method(in, NAME(readline), 0, 0) : raise_runtime_error("lost sys.stdin");
}

// Lines until they are whole. NONE at the end of the input.
static Value read_lines(void) {
    Value text = NAME(empty);
    for (;;) {
        Value line = read_line(str_size(text) > 0);
        if (!line) return 0;
        if (!str_check(line)) return raise_type_error("object.readline() returned non-string");
        if (!str_size(line)) return str_size(text) ? text : NONE;
        text = str_concat(text, line);
        if (!text) return 0;
        size_t size = str_size(text);
        if (is_whole(str_data(text), size - (size > 0 && str_data(text)[size - 1] == '\n'))) return text;
    }
}

static int read_plainly(void) {
    for (;;) {
        Value text = read_lines();
        if (text == NONE) return fputs("\n", stderr), 0;
        if (!text && error_is(&KeyboardInterrupt_type)) {
            (void)error_take();
            fputs("\nKeyboardInterrupt\n", stderr);
            continue;
        }
        if (!text) return run_report();
        if (leaves(str_data(text), str_size(text))) return 0;
        int status = is_blank(str_data(text), str_size(text)) ? -1 : run_typed(str_data(text), str_size(text), true);
        if (status >= 0) return status;
    }
}

int repl_run(bool banner) {
    Value module = dict_get(machine.modules, NAME(__main__));
    if (!module) module = run_main_module();
    if (!module || !add_prompts()) return run_report();
    main_dict = module_dict(module);
    run_talks = true;
    run_flush();
    bool terminal = line_edit_possible(0, 1);
    if (banner)
        fputs("bitis 0.1, Python 3.14. Tab completes, Ctrl-R searches the history, Ctrl-D leaves.\n"
              "Type \"help(object)\" for help about an object.\n", terminal ? stdout : stderr);
    fflush(stdout);
    return terminal ? talk() : read_plainly();
}
