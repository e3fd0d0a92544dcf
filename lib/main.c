// bitis: the command line.
#include "lexer/lexer.h"
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/str.h"
#include "parser/parser.h"
#include "vm/compiler/compiler.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char usage[] =
    "usage: bitis [option] [-c code | -m module | file | -] [arguments]\n"
    "  -c code     run the text given\n"
    "  -m module   run a module found on sys.path as a script\n"
    "  file        run a script; - or nothing: read it from standard input, or talk, if that is a terminal\n"
    "  -i          talk after the script\n"
    "  -q          no banner\n"
    "  -V          print the version\n"
    "  --dis       print the bytecode of the script instead of running it\n"
    "  --ast       print its syntax tree\n"
    "  --tokens    print its tokens\n";

typedef enum { SHOW_NOTHING, SHOW_BYTECODE, SHOW_TREE, SHOW_TOKENS } Show;

typedef struct {
    const char *code, *module, *file;
    bool interactive, quiet;
    Show show;
    int rest;                   // index of the first argument of the script in argv
} Options;

// What the script sees in sys.argv[0].
static const char *script_name(const Options *o) { return o->code ? "-c" : o->module ? "-m" : o->file ? o->file : ""; }

static int bad_usage(const char *message, const char *argument) {
    fprintf(stderr, "bitis: %s%s\n%s", message, argument, usage);
    return 2;
}

static void print_version(void) { puts("bitis 0.1 (Python 3.14)"); }

// Fills in the options: -1 to go on, else the exit status.
static int parse_options(int argc, char **argv, Options *o) {
    int k = 1;
    for (; k < argc && argv[k][0] == '-' && argv[k][1]; k++) {
        const char *a = argv[k];
        if (!strcmp(a, "-c") || !strcmp(a, "-m")) {
            if (k + 1 >= argc) return bad_usage("argument expected for ", a);
            *(a[1] == 'c' ? &o->code : &o->module) = argv[k + 1];
            o->rest = k + 2;
            return -1;
        }
        if (!strcmp(a, "-V") || !strcmp(a, "--version")) return print_version(), 0;
        if (!strcmp(a, "-h") || !strcmp(a, "--help")) return fputs(usage, stdout), 0;
        if (!strcmp(a, "-i")) o->interactive = true;
        else if (!strcmp(a, "-q")) o->quiet = true;
        else if (!strcmp(a, "--dis")) o->show = SHOW_BYTECODE;
        else if (!strcmp(a, "--ast")) o->show = SHOW_TREE;
        else if (!strcmp(a, "--tokens")) o->show = SHOW_TOKENS;
        else return bad_usage("unknown option ", a);
    }
    if (k < argc) o->file = argv[k++];
    o->rest = k;
    return -1;
}

// ------------------------------------------------------------------------------------------------ showing

static Value show_tree(const char *text, size_t size, const char *name) {
    Arena *arena = arena_new();
    Diagnostic diagnostic = {0};
    Module *module = arena ? parser_parse(arena, text, size, name, PARSE_FILE, &diagnostic) : 0;
    if (module) ast_dump(module, true, stdout);
    arena_free(arena);
    return module ? NONE : run_compile(text, size, str_from(name), RUN_EXEC);
}

static Value show(Show what, const char *text, size_t size, const char *name) {
    if (what == SHOW_TOKENS) return lexer_dump_tokens(text, size, stdout), NONE;
    if (what == SHOW_TREE) return show_tree(text, size, name);
    Value code = run_compile(text, size, str_from(name), RUN_EXEC);
    if (!code) return 0;
    StrBuilder out;
    str_builder_init(&out);
    disassemble(code, &out);
    Value listing = str_builder_finish(&out);
    if (listing) fwrite(str_data(listing), 1, str_size(listing), stdout);
    return listing;
}

// ------------------------------------------------------------------------------------------------ running

static Value run(const Options *o) {
    const char *text, *name = o->code ? "<string>" : o->file && strcmp(o->file, "-") ? o->file : "<stdin>";
    size_t size;
    if (o->module) return run_module(o->module);
    if (o->code) {
        text = o->code;
        size = strlen(text);
    } else if (!run_read_file(o->file && strcmp(o->file, "-") ? o->file : "/dev/stdin", &text, &size)) {
        return 0;
    }
    return o->show ? show(o->show, text, size, name) : run_string(text, size, name);
}

static void on_interrupt(int number) {
    (void)number;
    run_interrupt();
}

int main(int argc, char **argv) {
    Options o = {0};
    int status = parse_options(argc, argv, &o);
    if (status >= 0) return status;
    signal(SIGPIPE, SIG_IGN);
    struct sigaction action = {.sa_handler = on_interrupt};
    sigaction(SIGINT, &action, 0);
    status = 0;
    bool talk = !o.code && !o.module && !o.file && isatty(0);
    if (!library_start(script_name(&o), argc - o.rest, argv + o.rest)) return run_report();
    if (!talk && !run(&o)) status = run_report();
    if (talk || (o.interactive && isatty(0))) status = repl_run(talk && !o.quiet);
    return run_finish(status);
}
