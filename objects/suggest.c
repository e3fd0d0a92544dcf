// "Did you mean: '...'?": the name nearest to one that was not found.
//
// Nearness is the Levenshtein distance over UTF-8 bytes, where a change of case costs half of another change; at most a
// third of the letters may differ.
#include "objects/dict.h"
#include "objects/exception_parts.h"
#include "objects/list.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"

#define CANDIDATES_MAX 750
#define NAME_MAX_SIZE 40
#define MOVE_COST 2
#define CASE_COST 1

Value (*traceback_namespaces)(Traceback *entry);
Value (*traceback_find_module)(Value name);

// ---------------------------------------------------------------------------------------------------------------
// Distance

static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static size_t substitution_cost(char a, char b) {
    return a == b ? 0 : lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

// The matrix of distances between beginnings, a row at a time; more than `limit` is only known to be more.
static size_t distance_of_rest(const char *a, size_t a_size, const char *b, size_t b_size, size_t limit) {
    size_t row[NAME_MAX_SIZE], result = 0;
    for (size_t i = 0; i < a_size; i++)
        row[i] = (i + 1) * MOVE_COST;
    for (size_t j = 0; j < b_size; j++) {
        size_t diagonal = result = j * MOVE_COST, least = SIZE_MAX;
        for (size_t i = 0; i < a_size; i++) {
            size_t substituted = diagonal + substitution_cost(b[j], a[i]);
            diagonal = row[i];
            size_t moved = (result < diagonal ? result : diagonal) + MOVE_COST;
            result = substituted < moved ? substituted : moved;
            row[i] = result;
            if (result < least)
                least = result;
        }
        if (least > limit)
            return limit + 1;
    }
    return result;
}

static size_t distance(const char *a, size_t a_size, const char *b, size_t b_size, size_t limit) {
    while (a_size && b_size && *a == *b) {
        a++, b++;
        a_size--, b_size--;
    }
    while (a_size && b_size && a[a_size - 1] == b[b_size - 1])
        a_size--, b_size--;
    if (!a_size || !b_size)
        return (a_size + b_size) * MOVE_COST;
    if (a_size > NAME_MAX_SIZE || b_size > NAME_MAX_SIZE)
        return limit + 1;
    return a_size < b_size ? distance_of_rest(a, a_size, b, b_size, limit) : distance_of_rest(b, b_size, a, a_size, limit);
}

Value suggest_nearest(Value names, Value wrong) {
    const List *candidates = list_of(names);
    Value best = 0;
    size_t best_distance = SIZE_MAX;
    if (candidates->count >= CANDIDATES_MAX)
        return 0;
    for (size_t i = 0; i < candidates->count; i++) {
        Value name = candidates->items[i];
        if (str_equal(name, wrong))
            continue;
        size_t limit = (str_size(name) + str_size(wrong) + 3) * MOVE_COST / 6;
        if (limit >= best_distance)
            limit = best_distance - 1;
        size_t d = distance(str_data(wrong), str_size(wrong), str_data(name), str_size(name), limit);
        if (d <= limit && d < best_distance) {
            best = name;
            best_distance = d;
        }
    }
    return best;
}

// ---------------------------------------------------------------------------------------------------------------
// Candidates

// What was visible in the innermost frame of the exception's traceback: (locals, globals, builtins), or 0.
static Value innermost_namespaces(Value exception) {
    Value at = exception_of(exception)->traceback;
    if (!at || !traceback_namespaces)
        return 0;
    while (((Traceback *)value_object(at))->next != NONE)
        at = ((Traceback *)value_object(at))->next;
    return traceback_namespaces((Traceback *)value_object(at));
}

static bool is_self(Value exception, Value object) {
    Value namespaces = innermost_namespaces(exception);
    return namespaces && dict_get_name(dict_of(tuple_get(namespaces, 0)), NAME(self)) == object;
}

static bool starts_with_underscore(Value name) {
    return str_size(name) && str_data(name)[0] == '_';
}

// dir(object), sorted: strs only, without those that begin with an underscore if `hide`.
static Value names_in(Value object, bool hide) {
    Value method = object_find_special(object, NAME(__dir__)), all = method ? object_call0(method) : 0;
    Value sorted = all ? list_from_iterable(all) : 0, names = list_new(NULL, 0);
    if (!sorted || !names || !list_sort(sorted, 0, false))
        return 0;
    for (size_t i = 0; i < list_of(sorted)->count; i++) {
        Value name = list_of(sorted)->items[i];
        if (str_check(name) && !(hide && starts_with_underscore(name)) && !list_append(names, name))
            return 0;
    }
    return names;
}

static Value suggest_attribute(Value exception, Value wrong) {
    Value object = exception_of(exception)->extra[ATTRIBUTE_ERROR_OBJECT];
    if (!object)
        object = NONE;
    Value names = names_in(object, !starts_with_underscore(wrong) && !is_self(exception, object));
    return names ? suggest_nearest(names, wrong) : 0;
}

static Value suggest_import(Value exception, Value wrong) {
    Value module_name = exception_of(exception)->extra[IMPORT_ERROR_NAME];
    if (!module_name || !str_check(module_name) || !traceback_find_module)
        return 0;
    Value module = traceback_find_module(module_name);
    Value names = module ? names_in(module, !starts_with_underscore(wrong)) : 0;
    return names ? suggest_nearest(names, wrong) : 0;
}

static bool add_keys(Value names, Value dict) {
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(dict_of(dict), &at));)
        if (str_check(entry->key) && !list_append(names, entry->key))
            return false;
    return true;
}

static Value suggest_name(Value exception, Value wrong) {
    Value namespaces = innermost_namespaces(exception), names = namespaces ? list_new(NULL, 0) : 0;
    if (!names)
        return 0;
    for (size_t i = 0; i < tuple_count(namespaces); i++)
        if (!add_keys(names, tuple_get(namespaces, i)))
            return 0;
    Value self = dict_get_name(dict_of(tuple_get(namespaces, 0)), NAME(self));
    bool found = false;
    if (self && !object_find_attribute(self, str_intern(wrong), &found))
        error_take();
    return found ? str_format("self.%S", wrong) : suggest_nearest(names, wrong);
}

Value suggest_for(Value exception) {
    const Exception *e = exception_of(exception);
    Value (*suggest)(Value exception, Value wrong) = NULL;
    int place = 0;
    if (object_is_instance(exception, &ImportError_type)) {
        suggest = suggest_import;
        place = IMPORT_ERROR_NAME_FROM;
    } else if (object_is_instance(exception, &AttributeError_type)) {
        suggest = suggest_attribute;
        place = ATTRIBUTE_ERROR_NAME;
    } else if (object_is_instance(exception, &NameError_type)) {
        suggest = suggest_name;
        place = NAME_ERROR_NAME;
    }
    if (!suggest || !e->extra[place] || !str_check(e->extra[place]))
        return 0;
    Value suggestion = suggest(exception, e->extra[place]);
    error_take();
    return suggestion;
}

bool raise_unexpected_keyword(Value function, Value wrong, Value names) {
    Value right = suggest_nearest(names, wrong);
    return right ? raise_type_error("%S() got an unexpected keyword argument '%S'. Did you mean '%S'?",
                                    function, wrong, right)
                 : raise_type_error("%S() got an unexpected keyword argument '%S'", function, wrong);
}

// ---------------------------------------------------------------------------------------------------------------
// The standard library's modules (sys.stdlib_module_names)

static const char *const modules[] = {
    "__future__", "_abc", "_aix_support", "_android_support", "_apple_support", "_ast", "_ast_unparse",
    "_asyncio", "_bisect", "_blake2", "_bz2", "_codecs", "_codecs_cn", "_codecs_hk", "_codecs_iso2022",
    "_codecs_jp", "_codecs_kr", "_codecs_tw", "_collections", "_collections_abc", "_colorize",
    "_compat_pickle", "_contextvars", "_csv", "_ctypes", "_curses", "_curses_panel", "_datetime", "_dbm",
    "_decimal", "_elementtree", "_frozen_importlib", "_frozen_importlib_external", "_functools", "_gdbm",
    "_hashlib", "_heapq", "_hmac", "_imp", "_interpchannels", "_interpqueues", "_interpreters", "_io",
    "_ios_support", "_json", "_locale", "_lsprof", "_lzma", "_markupbase", "_md5", "_multibytecodec",
    "_multiprocessing", "_opcode", "_opcode_metadata", "_operator", "_osx_support", "_overlapped", "_pickle",
    "_posixshmem", "_posixsubprocess", "_py_abc", "_py_warnings", "_pydatetime", "_pydecimal", "_pyio",
    "_pylong", "_pyrepl", "_queue", "_random", "_remote_debugging", "_scproxy", "_sha1", "_sha2", "_sha3",
    "_signal", "_sitebuiltins", "_socket", "_sqlite3", "_sre", "_ssl", "_stat", "_statistics", "_string",
    "_strptime", "_struct", "_suggestions", "_symtable", "_sysconfig", "_thread", "_threading_local",
    "_tkinter", "_tokenize", "_tracemalloc", "_types", "_typing", "_uuid", "_warnings", "_weakref",
    "_weakrefset", "_winapi", "_wmi", "_zoneinfo", "_zstd", "abc", "annotationlib", "antigravity", "argparse",
    "array", "ast", "asyncio", "atexit", "base64", "bdb", "binascii", "bisect", "builtins", "bz2", "cProfile",
    "calendar", "cmath", "cmd", "code", "codecs", "codeop", "collections", "colorsys", "compileall",
    "compression", "concurrent", "configparser", "contextlib", "contextvars", "copy", "copyreg", "csv",
    "ctypes", "curses", "dataclasses", "datetime", "dbm", "decimal", "difflib", "dis", "doctest", "email",
    "encodings", "ensurepip", "enum", "errno", "faulthandler", "fcntl", "filecmp", "fileinput", "fnmatch",
    "fractions", "ftplib", "functools", "gc", "genericpath", "getopt", "getpass", "gettext", "glob",
    "graphlib", "grp", "gzip", "hashlib", "heapq", "hmac", "html", "http", "idlelib", "imaplib", "importlib",
    "inspect", "io", "ipaddress", "itertools", "json", "keyword", "linecache", "locale", "logging", "lzma",
    "mailbox", "marshal", "math", "mimetypes", "mmap", "modulefinder", "msvcrt", "multiprocessing", "netrc",
    "nt", "ntpath", "nturl2path", "numbers", "opcode", "operator", "optparse", "os", "pathlib", "pdb",
    "pickle", "pickletools", "pkgutil", "platform", "plistlib", "poplib", "posix", "posixpath", "pprint",
    "profile", "pstats", "pty", "pwd", "py_compile", "pyclbr", "pydoc", "pydoc_data", "pyexpat", "queue",
    "quopri", "random", "re", "readline", "reprlib", "resource", "rlcompleter", "runpy", "sched", "secrets",
    "select", "selectors", "shelve", "shlex", "shutil", "signal", "site", "smtplib", "socket", "socketserver",
    "sqlite3", "sre_compile", "sre_constants", "sre_parse", "ssl", "stat", "statistics", "string",
    "stringprep", "struct", "subprocess", "symtable", "sys", "sysconfig", "syslog", "tabnanny", "tarfile",
    "tempfile", "termios", "textwrap", "this", "threading", "time", "timeit", "tkinter", "token", "tokenize",
    "tomllib", "trace", "traceback", "tracemalloc", "tty", "turtle", "turtledemo", "types", "typing",
    "unicodedata", "unittest", "urllib", "uuid", "venv", "warnings", "wave", "weakref", "webbrowser",
    "winreg", "winsound", "wsgiref", "xml", "xmlrpc", "zipapp", "zipfile", "zipimport", "zlib", "zoneinfo",
};

Value suggest_module_names(void) {
    Value names = list_with_capacity(sizeof modules / sizeof *modules);
    for (size_t i = 0; names && i < sizeof modules / sizeof *modules; i++) {
        Value name = str_from(modules[i]);
        if (!name || !list_append(names, name))
            return 0;
    }
    return names ? frozenset_from_iterable(names) : 0;
}

bool suggest_is_module(Value name) {
    for (size_t i = 0; i < sizeof modules / sizeof *modules; i++)
        if (str_equal_c(name, modules[i]))
            return true;
    return false;
}
