// bitis: the command line.
#include "lexer/lexer.h"
#include "lib/lib.h"
#include "lib/settings.h"
#include "lib/sys_info.h"
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
    "  -V, --version   print the version; -VV: and how it was built\n"
    "  -h, --help  print this\n"
    "  -u          standard output and error are written at once\n"
    "  -O, -OO     leave out assertions, and docstrings\n"
    "  -W action[:message[:category[:module[:line]]]]   what becomes of warnings; -W error makes them exceptions\n"
    "  -E          ignore the environment variables PYTHON...\n"
    "  -P          do not look for modules in the folder of the script, or the current one\n"
    "  -I          isolated: -E, -P and -s\n"
    "  -x          skip the first line of the script\n"
    "  -X dev, -X int_max_str_digits=number, -X no_debug_ranges   more warnings, longer integers, no marks in tracebacks;\n"
    "              other words are shown in sys._xoptions\n"
    "  -B, -d, -R, -s, -S   accepted, without effect: there are no bytecode files, hash seeds and site packages\n"
    "  --dis       print the bytecode of the script instead of running it\n"
    "  --ast       print its syntax tree\n"
    "  --tokens    print its tokens\n"
    "Environment:\n"
    "  PYTHONPATH      folders for sys.path, separated by colons\n"
    "  PYTHONSTARTUP   a script to run before the prompt appears\n"
    "  PYTHONINSPECT, PYTHONOPTIMIZE, PYTHONUNBUFFERED, PYTHONSAFEPATH, PYTHONWARNINGS, PYTHONDEVMODE,\n"
    "  PYTHONINTMAXSTRDIGITS, PYTHONNODEBUGRANGES   the same as -i, -O, -u, -P, -W, -X dev ...\n"
    "  PYTHONIOENCODING    ENCODING:ERRORS of the standard streams\n"
    "  PYTHON_COLORS, NO_COLOR, FORCE_COLOR    whether prompt and tracebacks are coloured\n"
    "  XDG_STATE_HOME  where the prompt keeps its history, in bitis/history (~/.local/state)\n";

typedef enum { SHOW_NOTHING, SHOW_BYTECODE, SHOW_TREE, SHOW_TOKENS } Show;

typedef struct {
    const char *code, *module, *file;
    int versions;
    bool help, skip_line;
    Show show;
    int rest;                   // index of the first argument of the script in argv
} Options;

// What the script sees in sys.argv[0].
static const char *script_name(const Options *o) {
    return o->code ? "-c" : o->module ? "-m" : o->file ? o->file : "";
}

static int bad_usage(const char *format, const char *option) {
    fprintf(stderr, format, option);
    fprintf(stderr, "\n%sTry `bitis -h' for more information.\n", usage);
    return 2;
}

static int print_version(bool more) {
    puts(more ? "bitis 0.1 (Python " SYS_VERSION_TEXT ") [C " __VERSION__ "]" : "bitis 0.1 (Python 3.14)");
    return 0;
}
static int print_help(void) { return printf("%s%s", usage, help), 0; }

// An option that is a word: -1 to go on, else the exit status.
static int long_option(int argc, char **argv, int *at, Options *o) {
    const char *word = argv[*at];
    if (!strcmp(word, "--version")) o->versions++;
    else if (!strcmp(word, "--help") || !strcmp(word, "--help-env") || !strcmp(word, "--help-xoptions") ||
             !strcmp(word, "--help-all")) o->help = true;
    else if (!strcmp(word, "--dis")) o->show = SHOW_BYTECODE;
    else if (!strcmp(word, "--ast")) o->show = SHOW_TREE;
    else if (!strcmp(word, "--tokens")) o->show = SHOW_TOKENS;
    else if (strcmp(word, "--check-hash-based-pycs")) return bad_usage("unknown option %s", word);
    else if (++*at == argc) return bad_usage("Argument expected for the %s option", word);
    return -1;
}

// A letter that stands for a setting; false: it is none.
static bool set_letter(char letter, Options *o) {
    switch (letter) {
    case 'V': o->versions++; break;
    case 'h': case '?': o->help = true; break;
    case 'i': settings.inspect++; break;
    case 'q': settings.quiet++; break;
    case 'u': settings.unbuffered = true; break;
    case 'O': settings.optimize++; break;
    case 'E': settings.ignore_environment++; break;
    case 'I': settings.isolated++; break;
    case 'P': settings.safe_path = true; break;
    case 's': settings.no_user_site++; break;
    case 'S': settings.no_site++; break;
    case 'x': o->skip_line = true; break;
    case 'B': case 'R': case 'd': break;
    default: return false;
    }
    return true;
}

// Letters behind one minus. Those with an argument take the rest of the word, or the next one; -c and -m end the
// options.
static int short_options(int argc, char **argv, int *at, Options *o) {
    for (const char *letter = argv[*at] + 1; *letter; letter++) {
        if (set_letter(*letter, o)) continue;
        if (!strchr("cmWX", *letter)) return bad_usage("Unknown option: -%.1s", letter);
        const char *text = letter[1] ? letter + 1 : *at + 1 < argc ? argv[++*at] : 0;
        if (!text) return bad_usage("Argument expected for the -%.1s option", letter);
        if (*letter == 'c') o->code = text;
        else if (*letter == 'm') o->module = text;
        else if (!words_add(*letter == 'W' ? &settings.warnings : &settings.extra, text)) return 1;
        return -1;
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
        int status = argv[k][1] == '-' ? long_option(argc, argv, &k, o) : short_options(argc, argv, &k, o);
        if (status >= 0) return status;
    }
    if (k < argc && !o->code && !o->module) o->file = argv[k++];
    o->rest = k;
    for (int i = 0; i < argc; i++)
        if (!words_add(&settings.command_line, argv[i])) return 1;
    if (o->help) return print_help();
    if (o->versions) return print_version(o->versions > 1);
    if (o->show && o->module) return bad_usage("%s shows a file or text, no module", "--dis, --ast, --tokens");
    const char *wrong = settings_complete();
    if (wrong) return fprintf(stderr, "Fatal Python error: config: %s\n", wrong), 1;
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
    fprintf(stderr, "bitis: can't open file '%s%s%s': [Errno %d] %s\n", folder ? path : "", *path ? "/" : "",
            o->file, number, strerror(number));
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
    return run_text(str_data(text), str_size(text), name);
}

static Value run(const Options *o) {
    const char *text, *name = reads_input(o) ? "<stdin>" : o->file;
    size_t size;
    struct stat status;
    if (o->module) return run_module(o->module);
    if (o->code) return run_code(o);
    if (!reads_input(o) && stat(o->file, &status) == 0 && S_ISDIR(status.st_mode)) return run_folder(o->file);
    if (!run_read_file(reads_input(o) ? "/dev/stdin" : o->file, &text, &size)) return 0;
    if (o->skip_line) {             // its line end stays, for the numbers of the others
        size_t skipped = strcspn(text, "\n");
        text += skipped, size -= skipped;
    }
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
static int die_of_signal(int status) {
    if (!run_interrupted && !run_unread) return status;
    int number = run_interrupted ? SIGINT : SIGPIPE;
    signal(number, SIG_DFL);
    raise(number);
    return status;
}

// What runs before the prompt appears; its errors are shown and nothing more.
static void run_startup(void) {
    const char *path = settings_variable("PYTHONSTARTUP");
    if (path && !run_file_in_main(path)) (void)run_report();
}

// Filters that are wrong are reported at once.
static bool import_warnings(void) {
    return !settings.warnings.count || import_by_name("warnings");
}

int main(int argc, char **argv) {
    Options o = {0};
    int status = parse_options(argc, argv, &o);
    if (status >= 0 || (status = check_file(&o))) return fflush(stdout) ? 1 : status;
    signal(SIGPIPE, SIG_IGN);
    catch_interrupt();
    bool talk = !o.code && !o.module && !o.file && (settings.inspect || isatty(0));
    if (!library_start(script_name(&o), argc - o.rest, argv + o.rest)) return run_report();
    if (!import_warnings()) return run_report();
    if (talk) run_startup();
    if (!talk && !run(&o)) status = run_report();
    if (talk || settings.inspect || settings_variable("PYTHONINSPECT")) {
        run_interrupted = false;
        status = repl_run(talk && !settings.quiet);
    }
    return die_of_signal(run_finish(status));
}
