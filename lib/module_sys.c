// sys: the interpreter's own state as a module.
#include "lib/settings.h"
#include "lib/io.h"
#include "lib/lib.h"
#include "lib/sys_info.h"
#include "objects/buffer.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/frame_object.h"
#include "vm/ops.h"
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#define MAX_STR_DIGITS_LEAST 640

Value sys_module;
static struct {
    const char *script;
    int count;
    char **arguments;
} command;                      // the command line, until sys is made

Value sys_get(Value name) {
    if (!sys_module) return 0;
    Value value = dict_get_name(dict_of(module_dict(sys_module)), name);
    if (value) return value;
    if (!sys_complete()) (void)error_take();
    return dict_get_name(dict_of(module_dict(sys_module)), name);
}

void sys_set_command(const char *script, int count, char **arguments) {
    command.script = script;
    command.count = count;
    command.arguments = arguments;
}

// ------------------------------------------------------------------------------------------------ control

static Value py_exit(Value self, Value *args) {
    (void)self;
    Value status = args[0];
    size_t count = !status || status == NONE ? 0 : value_is(status, &tuple_type) ? tuple_count(status) : 1;
    Value *arguments = status && value_is(status, &tuple_type) ? tuple_of(status)->items : args;
    Value exception = object_call(VALUE(&SystemExit_type), arguments, count, 0);
    return exception ? raise_exception(exception) : 0;
}

static Value py_setrecursionlimit(Value self, Value *args) {
    (void)self;
    int limit;
    if (!object_to_int(args[0], &limit)) return 0;
    if (limit < 1) return raise_value_error("recursion limit must be greater or equal than 1");
    if (machine.depth >= (uint64_t)limit)
        return raise_format(
            &RecursionError_type,
            "cannot set the recursion limit to %lld at the recursion depth %d: the limit is too low",
            (long long)limit, (int)machine.depth);
    machine.depth_limit = limit > 1 << 30 ? 1 << 30 : (uint32_t)limit;
    return NONE;
}

static Value py_getrecursionlimit(Value self, Value *args) {
    (void)self, (void)args;
    return SMALL(machine.depth_limit);
}

static Value py_get_int_max_str_digits(Value self, Value *args) {
    (void)self, (void)args;
    return int_from_int64(int_max_str_digits);
}

static Value py_set_int_max_str_digits(Value self, Value *args) {
    (void)self;
    int digits;
    if (!object_to_int(args[0], &digits)) return 0;
    if (digits != 0 && digits < MAX_STR_DIGITS_LEAST)
        return raise_value_error("maxdigits must be >= %d or 0 for unlimited", MAX_STR_DIGITS_LEAST);
    int_max_str_digits = digits;
    return NONE;
}

bool sys_finalizing;

static Value py_is_finalizing(Value self, Value *args) {
    (void)self, (void)args;
    return bool_value(sys_finalizing);
}

static Value py_audit(Value self, Value *args) {
    (void)self;
    if (tuple_count(args[0]) == 0) return raise_type_error("audit expected at least 1 argument, got 0");
    if (str_check(tuple_get(args[0], 0))) return NONE;
    return raise_type_error("expected str for argument 'event', not %T", tuple_get(args[0], 0));
}

// --- tracing: there is none
static Value refuse(Value function, const char *name) {
    return function == NONE ? NONE : raise_not_implemented("sys.%s() is not supported", name);
}

static Value py_getrefcount(Value self, Value *args) {
    (void)self, (void)args;
    return raise_not_implemented("sys.getrefcount() is not supported: objects have no reference counts");
}

static double switch_interval = 0.005;

static Value py_getswitchinterval(Value self, Value *args) {
    (void)self, (void)args;
    return float_value(switch_interval);
}

static Value py_setswitchinterval(Value self, Value *args) {
    (void)self;
    double interval;
    if (!float_from_object(args[0], &interval)) return 0;
    if (interval <= 0) return raise_value_error("switch interval must be strictly positive");
    switch_interval = interval;
    return NONE;
}

static Value py_settrace(Value self, Value *args) { return (void)self, refuse(args[0], "settrace"); }
static Value py_setprofile(Value self, Value *args) { return (void)self, refuse(args[0], "setprofile"); }
static Value py_addaudithook(Value self, Value *args) { return (void)self, refuse(args[0], "addaudithook"); }

static Value py_none(Value self, Value *args) {
    (void)self, (void)args;
    return NONE;
}

// ------------------------------------------------------------------------------------------------ exceptions

static Value py_exception(Value self, Value *args) {
    (void)self, (void)args;
    return error_handled ? error_handled : NONE;
}

static Value py_exc_info(Value self, Value *args) {
    (void)self, (void)args;
    Value e = error_handled;
    if (!e) return tuple_pack(3, NONE, NONE, NONE);
    Value traceback = exception_of(e)->traceback;
    return tuple_pack(3, VALUE(type_of(e)), e, traceback ? traceback : NONE);
}

static Value py_excepthook(Value self, Value *args) {
    (void)self;
    Value text;
    if (exception_check(args[1])) {
        Exception *exception = exception_of(args[1]);
        if (!exception->traceback && value_is(args[2], &traceback_type)) exception->traceback = args[2];
        text = exception_format(args[1]);
    } else if (args[1] == NONE) {
        text = str_from("NoneType: None\n");
    } else {
        text = str_format("TypeError: print_exception(): Exception expected for value, %T found\n", args[1]);
    }
    if (!text) return 0;
    run_print_error(text);
    return NONE;
}

// What the program has put in place of sys.excepthook, or 0.
static Value own_excepthook(void) {
    Value hook = sys_get(intern("excepthook"));
    return hook && hook != sys_get(intern("__excepthook__")) ? hook : 0;
}

bool sys_report_exception(Value exception) {
    Value hook = own_excepthook();
    if (!sys_get(intern("excepthook"))) run_print_error(str_from("sys.excepthook is missing\n"));
    if (!hook) return false;
    Value traceback = exception_of(exception)->traceback;
    if (object_call3(hook, VALUE(type_of(exception)), exception, traceback ? traceback : NONE)) return true;
    if (error_is(&SystemExit_type)) return false;
    Value second = error_take();
    Value text = str_format("Error in sys.excepthook:\n%S\nOriginal exception was:\n",
                            exception_format(second));
    if (text) run_print_error(text);
    return false;
}

static Value py_displayhook(Value self, Value *args) {
    (void)self;
    if (args[0] == NONE) return NONE;
    if (!dict_set_name(dict_of(machine.builtins), NAME(underscore), NONE)) return 0;
    Value out = sys_get(NAME(stdout)), text = object_repr(args[0]);
    if (!text) return 0;
    if (!out || out == NONE) return raise_runtime_error("lost sys.stdout");
    if (!print_values(&text, 1, NAME(empty), NAME(newline), out, false)) return 0;
    return dict_set_name(dict_of(machine.builtins), NAME(underscore), args[0]) ? NONE : 0;
}

static bool display_by_hook(Value v) {
    Value hook = sys_get(intern("displayhook"));
    return hook ? object_call1(hook, v) != 0 : raise_runtime_error("lost sys.displayhook");
}

// ------------------------------------------------------------------------------------------------ objects

static Value py_intern(Value self, Value *args) {
    (void)self;
    if (!str_check(args[0])) return raise_type_error("intern() argument must be str, not %P", args[0]);
    return value_is(args[0], &str_type) ? str_intern(args[0]) : raise_type_error("can't intern %T", args[0]);
}

static Value py_is_interned(Value self, Value *args) {
    (void)self;
    if (!str_check(args[0])) return raise_type_error("_is_interned() argument must be str, not %P", args[0]);
    return bool_value(str_of(args[0])->interned);
}

// CPython puts 16 bytes for its collector before objects that can refer to others.
static bool counts_as_collected(Value v) {
    static const Type *const plain[] = {&int_type,  &bool_type,     &float_type,          &str_type,
                                        &none_type, &ellipsis_type, &not_implemented_type};
    for (size_t k = 0; k < sizeof plain / sizeof *plain; k++)
        if (type_of(v) == plain[k]) return false;
    return !(value_has(v, TYPE_IS_BYTES | TYPE_IS_BYTEARRAY) && !(type_of(v)->flags & TYPE_HEAP));
}

static Value sizeof_object(Value v) {
    Value method = object_find_special(v, NAME(__sizeof__));
    if (!method) return error_occurred() ? 0 : raise_type_error("Type %T doesn't define __sizeof__", v);
    Value size = object_call0(method);
    if (!size) return 0;
    int64_t bytes;
    if (!int_check(size)) return raise_type_error("an integer is required");
    if (!object_to_int64(size, &bytes)) return 0;
    if (bytes < 0) return raise_value_error("__sizeof__() should return >= 0");
    return int_from_int64(bytes + (counts_as_collected(v) ? 16 : 0));
}

static Value py_getsizeof(Value self, Value *args) {
    (void)self;
    Value size = sizeof_object(args[0]);
    return !size && args[1] && error_clear_if(&TypeError_type) ? args[1] : size;
}

static Value py_getexports(Value self, Value *args) { return (void)self, buffer_views(args[0]); }

static Value py_getframe(Value self, Value *args) {
    (void)self;
    int64_t depth = 0;
    if (args[0] && !object_to_int64(args[0], &depth)) return 0;
    Frame *frame = machine.frame;
    for (; frame && depth > 0; depth--) frame = frame->back;
    return frame ? frame_object_get(frame) : raise_value_error("call stack is not deep enough");
}

static Value py_getframemodulename(Value self, Value *args) {
    (void)self;
    int64_t depth = 0;
    if (args[0] && !object_to_int64(args[0], &depth)) return 0;
    Frame *frame = machine.frame;
    for (; frame && depth > 0; depth--) frame = frame->back;
    Value name = frame ? dict_get_name(frame->globals, NAME(__name__)) : 0;
    return name ? name : NONE;
}

// ------------------------------------------------------------------------------------------------ names

static Value py_getdefaultencoding(Value self, Value *args) {
    (void)self, (void)args;
    return NAME(utf_8);
}

static Value py_getfilesystemencodeerrors(Value self, Value *args) {
    (void)self, (void)args;
    return intern("surrogateescape");
}

static Value py_is_gil_enabled(Value self, Value *args) {
    (void)self, (void)args;
    return TRUE;
}

// Written in Python and imported when first called, as help() is.
static Value py_breakpointhook(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    Value module = import_by_name("_help"), hook = module ? object_get_attribute_c(module, "breakpointhook") : 0;
    return hook ? object_call(hook, args, count, keywords) : 0;
}

static const MethodDef functions[] = {
    FUNCTION("breakpointhook", (NativeFunction)(void *)py_breakpointhook, NATIVE_RAW, "What breakpoint() calls."),
    FUNCTION("_getframe", py_getframe, "depth=0, /", "The frame that runs, or one of those that called it."),
    FUNCTION("_getframemodulename", py_getframemodulename, "depth=0",
             "The name of the module that such a frame runs in."),
    FUNCTION("_is_gil_enabled", py_is_gil_enabled, "", "True: one thread runs at a time."),
    FUNCTION("_is_interned", py_is_interned, "string, /", "Whether it is interned."),
    FUNCTION("addaudithook", py_addaudithook, "hook", "Not supported."),
    FUNCTION("audit", py_audit, "*args", "Does nothing, because there are no audit hooks."),
    FUNCTION("displayhook", py_displayhook, "object, /",
             "Print an object to sys.stdout and keep it in builtins._"),
    FUNCTION("exc_info", py_exc_info, "", "Type, value and traceback of the exception being handled."),
    FUNCTION("excepthook", py_excepthook, "exctype, value, traceback, /",
             "Print an exception with its traceback to sys.stderr."),
    FUNCTION("exception", py_exception, "", "The exception being handled, or None."),
    FUNCTION("exit", py_exit, "status=None, /", "Leave the program by raising SystemExit(status)."),
    FUNCTION("get_int_max_str_digits", py_get_int_max_str_digits, "",
             "The limit of digits of int conversions."),
    FUNCTION("getdefaultencoding", py_getdefaultencoding, "",
             "The encoding of str.encode() and bytes.decode()."),
    FUNCTION("getexports", py_getexports, "object, /",
             "The live memoryviews of an object that exports a buffer, newest first."),
    FUNCTION("getfilesystemencodeerrors", py_getfilesystemencodeerrors, "",
             "How file names that are no text are decoded."),
    FUNCTION("getfilesystemencoding", py_getdefaultencoding, "", "The encoding of file names."),
    FUNCTION("getprofile", py_none, "", "None: profiling is not supported."),
    FUNCTION("getrefcount", py_getrefcount, "object, /", "Not supported: there are no reference counts."),
    FUNCTION("getrecursionlimit", py_getrecursionlimit, "",
             "Return how deeply Python functions may call each other."),
    FUNCTION("getsizeof", py_getsizeof, "object, default=None", "The size in bytes, as CPython counts."),
    FUNCTION("getswitchinterval", py_getswitchinterval, "", "How long a thread runs before another may: there is only one."),
    FUNCTION("gettrace", py_none, "", "None: tracing is not supported."),
    FUNCTION("intern", py_intern, "string, /", "The one interned str of this content."),
    FUNCTION("is_finalizing", py_is_finalizing, "", "Whether the program is over, and its objects are finalized."),
    FUNCTION("set_int_max_str_digits", py_set_int_max_str_digits, "maxdigits",
             "Set the limit of digits of int conversions."),
    FUNCTION("setprofile", py_setprofile, "function, /", "Not supported."),
    FUNCTION("setrecursionlimit", py_setrecursionlimit, "limit, /",
             "Set how deeply Python functions may call each other."),
    FUNCTION("setswitchinterval", py_setswitchinterval, "interval, /", "Set what getswitchinterval() answers."),
    FUNCTION("settrace", py_settrace, "function, /", "Not supported."),
    FUNCTION("unraisablehook", sys_py_unraisablehook, "unraisable, /", "Show an exception that cannot be raised."),
    METHODS_END
};

// ------------------------------------------------------------------------------------------ the command line

static Value argument(const char *text) {
    const size_t size = strlen(text);
    return codec_decode((const uint8_t *)text, size, "utf-8", "surrogateescape");
}

static Value words(const Words *words) {
    Value list = list_with_capacity(words->count);
    for (size_t k = 0; list && k < words->count; k++) {
        Value word = argument(words->items[k]);
        if (!word || !list_append(list, word)) return 0;
    }
    return list;
}

// sys._xoptions: `name=value` or `name`, which is True.
static bool add_extra(Value dict) {
    Value all = dict_new();
    for (size_t k = 0; all && k < settings.extra.count; k++) {
        const char *word = settings.extra.items[k], *equal = strchr(word, '=');
        Value name = equal ? str_new(word, (size_t)(equal - word)) : argument(word);
        Value value = equal ? argument(equal + 1) : TRUE;
        if (!name || !value || !dict_set(all, name, value)) return false;
    }
    return dict_set_c(dict, "_xoptions", all);
}

static bool add_arguments(Value dict) {
    Value argv = list_with_capacity((size_t)command.count + 1),
          first = argument(command.script ? command.script : "");
    if (!argv || !first || !list_append(argv, first)) return false;
    for (int k = 0; k < command.count; k++) {
        Value next = argument(command.arguments[k]);
        if (!next || !list_append(argv, next)) return false;
    }
    return dict_set_c(dict, "argv", argv);
}

// Where imports look first: the folder of the script, or the current one.
static Value first_folder(void) {
    const char *script = command.script;
    char path[PATH_MAX];
    if (!script || !*script || !strcmp(script, "-c") || !strcmp(script, "-")) return NAME(empty);
    if (!strcmp(script, "-m")) return getcwd(path, sizeof path) ? argument(path) : NAME(empty);
    if (!realpath(script, path)) return NAME(empty);
    char *slash = strrchr(path, '/');
    slash[slash == path] = 0;
    return argument(path);
}

static bool add_path(Value dict) {
    Value path = list_with_capacity(4), first = settings.safe_path ? NONE : first_folder();
    if (!path || !first || (first != NONE && !list_append(path, first))) return false;
    const char *more = settings_variable("PYTHONPATH");
    while (more && *more) {
        size_t size = strcspn(more, ":");
        Value folder = codec_decode((const uint8_t *)more, size, "utf-8", "surrogateescape");
        if (!folder || (size && !list_append(path, folder))) return false;
        more += size + (more[size] != 0);
    }
    return dict_set_name(dict_of(dict), NAME(path), path);
}

static bool add_places(Value dict) {
    char path[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path - 1);
    path[size > 0 ? size : 0] = 0;
    Value executable = argument(path);
    for (int k = 0; k < 2; k++) {               // PREFIX/bin/bitis
        char *slash = strrchr(path, '/');
        if (slash) *slash = 0;
    }
    Value prefix = argument(*path ? path : "/");
    Value names = suggest_module_names();
    return executable && prefix && dict_set_c(dict, "stdlib_module_names", names) &&
           dict_set_c(dict, "executable", executable) && dict_set_c(dict, "_base_executable", executable) &&
           dict_set_c(dict, "prefix", prefix) && dict_set_c(dict, "exec_prefix", prefix) &&
           dict_set_c(dict, "base_prefix", prefix) && dict_set_c(dict, "base_exec_prefix", prefix);
}

static bool add_constants(Value dict) {
    static const struct {
        const char *name, *text;
    } texts[] = {
        {"version", SYS_VERSION_TEXT " (bitis 0.1) [C " __VERSION__ "]"},
        {"byteorder", "little"},
        {"platform", "linux"},
        {"copyright", "Copyright (c) the bitis authors."},
        {"float_repr_style", "short"},
        {"abiflags", ""},
        {"platlibdir", "lib"},
    };
    static const struct {
        const char *name;
        int64_t number;
    } numbers[] = {{"maxsize", INT64_MAX},
                   {"maxunicode", 0x10ffff},
                   {"hexversion", SYS_VERSION_HEX},
                   {"api_version", 1013}};
    for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
        if (!dict_set_c(dict, texts[k].name, str_from(texts[k].text))) return false;
    for (size_t k = 0; k < sizeof numbers / sizeof *numbers; k++)
        if (!dict_set_c(dict, numbers[k].name, int_from_int64(numbers[k].number))) return false;
    Value hooks = list_with_capacity(0), found = dict_new();
    return hooks && found && dict_set_c(dict, "path_hooks", hooks) && dict_set_c(dict, "path_importer_cache", found) &&
           dict_set_c(dict, "dont_write_bytecode", TRUE) && dict_set_c(dict, "pycache_prefix", NONE) &&
           dict_set_c(dict, "warnoptions", words(&settings.warnings)) && add_extra(dict) &&
           dict_set_c(dict, "builtin_module_names", builtin_module_names());
}

// All that a script without `import sys` does not need: it is added when sys is imported, or when sys_get looks for it.
bool sys_complete(void) {
    static bool done;
    if (done) return true;
    done = true;
    Value dict = module_dict(sys_module);
    return module_add_functions(sys_module, functions) && sys_add_coroutines(sys_module) &&
           add_arguments(dict) && add_places(dict) && add_constants(dict) && sys_add_info(dict) &&
           io_add_other_streams(dict) && dict_set_c(dict, "orig_argv", words(&settings.command_line)) &&
           dict_set_c(dict, "__breakpointhook__", dict_get_name(dict_of(dict), intern("breakpointhook"))) &&
           dict_set_c(dict, "__excepthook__", dict_get_name(dict_of(dict), intern("excepthook"))) &&
           dict_set_c(dict, "__unraisablehook__", dict_get_name(dict_of(dict), intern("unraisablehook"))) &&
           dict_set_c(dict, "__displayhook__", dict_get_name(dict_of(dict), intern("displayhook")));
}

Value module_sys_make(void) {
    Value module = module_new(NAME(sys));
    if (!module) return 0;
    Value dict = module_dict(module);
    sys_module = module;
    display_hook = display_by_hook;
    Value finders = list_with_capacity(0);          // import looks at them each time
    bool made = finders && dict_set_name(dict_of(dict), NAME(modules), machine.modules) && add_path(dict) &&
        dict_set_c(dict, "meta_path", finders) && io_add_output_streams(dict);
    return made ? module : 0;
}
