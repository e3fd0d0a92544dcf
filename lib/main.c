// bitis: the command line.
#include "lexer/lexer.h"
#include "lib/lib.h"
#include "objects/codecs.h"
#include "objects/exception.h"
#include "objects/str.h"
#include "parser/parser.h"
#include "vm/compiler/compiler.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char usage[] = "usage: bitis [option] ... [-c code | -m module | file | -] [argument] ...\n";
static const char help[] =
    "  -c code     run the text given\n"
    "  -m module   run a module found on sys.path as a script\n"
    "  file        run a script; a folder with a __main__.py is one as well\n"
    "  -           run standard input; so does bitis alone, unless that is a terminal: then it talks\n"
    "  argument    what the script finds in sys.argv[1:]\n"
    "Options:\n"
    "  -i          talk after the script\n"
    "  -q          no banner\n"
    "  -V, --version   print the version\n"
    "  -h, --help  print this\n"
    "  -u          standard output and error are written at once\n"
    "  -B, -s, -S  accepted, without effect: there are no bytecode files and no site packages\n"
    "  --dis       print the bytecode of the script instead of running it\n"
    "  --ast       print its syntax tree\n"
    "  --tokens    print its tokens\n"
    "Environment:\n"
    "  PYTHONPATH      folders for sys.path, separated by colons\n"
    "  PYTHON_COLORS, NO_COLOR, FORCE_COLOR    whether prompt and tracebacks are coloured\n"
    "  XDG_STATE_HOME  where the prompt keeps its history, in bitis/history (~/.local/state)\n";

typedef enum { SHOW_NOTHING, SHOW_BYTECODE, SHOW_TREE, SHOW_TOKENS } Show;

typedef struct {
    const char *code, *module, *file;
    bool interactive, quiet, unbuffered;
    Show show;
    int rest;                   // index of the first argument of the script in argv
} Options;

// What the script sees in sys.argv[0].
static const char *script_name(const Options *o) { return o->code ? "-c" : o->module ? "-m" : o->file ? o->file : ""; }

static int bad_usage(const char *format, const char *option) {
    fprintf(stderr, format, option);
    fprintf(stderr, "\n%sTry `bitis -h' for more information.\n", usage);
    return 2;
}

static int print_version(void) { return puts("bitis 0.1 (Python 3.14)"), 0; }
static int print_help(void) { return printf("%s%s", usage, help), 0; }

// An option that is a word: -1 to go on, else the exit status.
static int long_option(const char *word, Options *o) {
    if (!strcmp(word, "--version")) return print_version();
    if (!strcmp(word, "--help")) return print_help();
    if (!strcmp(word, "--dis")) o->show = SHOW_BYTECODE;
    else if (!strcmp(word, "--ast")) o->show = SHOW_TREE;
    else if (!strcmp(word, "--tokens")) o->show = SHOW_TOKENS;
    else return bad_usage("unknown option %s", word);
    return -1;
}

// Letters behind one minus. -c and -m take the rest of the word, or the next one, and end the options.
static int short_options(int argc, char **argv, int *at, Options *o) {
    for (const char *letter = argv[*at] + 1; *letter; letter++) {
        switch (*letter) {
        case 'V': return print_version();
        case 'h': case '?': return print_help();
        case 'i': o->interactive = true; break;
        case 'q': o->quiet = true; break;
        case 'u': o->unbuffered = true; break;
        case 'B': case 's': case 'S': break;
        case 'c': case 'm': {
            const char *text = letter[1] ? letter + 1 : *at + 1 < argc ? argv[++*at] : 0;
            if (!text) return bad_usage("Argument expected for the -%.1s option", letter);
            *(*letter == 'c' ? &o->code : &o->module) = text;
            return -1;
        }
        default: return bad_usage("Unknown option: -%.1s", letter);
        }
    }
    return -1;
}

// Fills in the options: -1 to go on, else the exit status.
static int parse_options(int argc, char **argv, Options *o) {
    int k = 1;
    for (; k < argc && argv[k][0] == '-' && argv[k][1] && !o->code && !o->module; k++) {
        if (!strcmp(argv[k], "--")) {
            k++;
            break;
        }
        int status = argv[k][1] == '-' ? long_option(argv[k], o) : short_options(argc, argv, &k, o);
        if (status >= 0) return status;
    }
    if (k < argc && !o->code && !o->module) o->file = argv[k++];
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

static bool reads_input(const Options *o) { return !o->file || !strcmp(o->file, "-"); }

// A script that cannot be opened: no traceback, exit status 2.
static int check_file(const Options *o) {
    if (o->code || o->module || reads_input(o)) return 0;
    int fd = open(o->file, O_RDONLY | O_CLOEXEC);
    if (fd >= 0) return close(fd), 0;
    int number = errno;
    char path[PATH_MAX] = "", *folder = o->file[0] == '/' ? path : getcwd(path, sizeof path);
    fprintf(stderr, "bitis: can't open file '%s%s%s': [Errno %d] %s\n", folder ? path : "", *path ? "/" : "", o->file, number,
            strerror(number));
    return 2;
}

// `-c` text may be indented as a whole.
static Value dedented(const char *text) {
    size_t margin = strspn(text, " \t");
    const char *first = text;
    bool any = false;
    for (const char *line = text; line && *line; line = strchr(line, '\n'), line += line != 0) {
        size_t blanks = strspn(line, " \t"), same = 0;
        if (!line[blanks] || line[blanks] == '\n') continue;
        if (!any) first = line, margin = blanks, any = true;
        while (same < margin && same < blanks && line[same] == first[same]) same++;
        margin = same;
    }
    StrBuilder out;
    str_builder_init(&out);
    for (const char *line = text; *line;) {
        size_t size = strcspn(line, "\n"), blanks = strspn(line, " \t");
        bool newline = line[size] == '\n';
        size_t cut = blanks >= size ? (any ? size : 0) : margin;
        str_builder_add(&out, line + cut, size - cut + newline);
        line += size + newline;
    }
    return str_builder_finish(&out);
}

static Value run_code(const Options *o) {
    Value text = codec_decode((const uint8_t *)o->code, strlen(o->code), "utf-8", "strict");
    if (text) text = dedented(o->code);
    Value name = text ? str_from("<string>") : 0;
    if (!name) return 0;
    if (o->show) return show(o->show, str_data(text), str_size(text), "<string>");
    source_register_command(name, text);
    return run_text(str_data(text), str_size(text), name, NONE);
}

static Value run(const Options *o) {
    const char *text, *name = reads_input(o) ? "<stdin>" : o->file;
    size_t size;
    struct stat status;
    if (o->module) return run_module(o->module);
    if (o->code) return run_code(o);
    if (!reads_input(o) && stat(o->file, &status) == 0 && S_ISDIR(status.st_mode)) return run_folder(o->file);
    if (!run_read_file(reads_input(o) ? "/dev/stdin" : o->file, &text, &size)) return 0;
    return o->show ? show(o->show, text, size, name) : run_string(text, size, name);
}

static void on_interrupt(int number) {
    (void)number;
    run_interrupt();
}

// Ctrl-C raises KeyboardInterrupt, unless whoever started us wants it ignored.
static void catch_interrupt(void) {
    struct sigaction action = {.sa_handler = on_interrupt}, before;
    if (sigaction(SIGINT, 0, &before) == 0 && before.sa_handler == SIG_DFL) sigaction(SIGINT, &action, 0);
}

// Ends as the signal would have ended it, so that a shell that waits for us sees that.
static int die_interrupted(int status) {
    if (!run_interrupted) return status;
    signal(SIGINT, SIG_DFL);
    raise(SIGINT);
    return status;
}

int main(int argc, char **argv) {
    Options o = {0};
    int status = parse_options(argc, argv, &o);
    if (status >= 0 || (status = check_file(&o))) return fflush(stdout) ? 1 : status;
    signal(SIGPIPE, SIG_IGN);
    catch_interrupt();
    bool talk = !o.code && !o.module && !o.file && (o.interactive || isatty(0));
    if (!library_start(script_name(&o), argc - o.rest, argv + o.rest)) return run_report();
    if (o.unbuffered && !run_unbuffered()) return run_report();
    if (!talk && !run(&o)) status = run_report();
    if (talk || o.interactive) {
        run_interrupted = false;
        status = repl_run(talk && !o.quiet);
    }
    return die_interrupted(run_finish(status));
}
