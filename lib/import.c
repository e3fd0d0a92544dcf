// import: finding modules, running them once, relative names. Modules written in C come first, then the folders of
// sys.path: NAME/__init__.py, then NAME.py. A folder without __init__.py is a namespace package.
#include "lib/lib.h"
#include "objects/codecs.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/object_parts.h"
#include "objects/tuple.h"
#include "vm/frame.h"
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// ------------------------------------------------------------------------------------------------ finding

typedef struct {
    Value path;                 // of the source; 0 for a namespace package
    Value package_path;         // list of folders, or 0: not a package
} Found;

static bool is_kind(Value path, mode_t kind) {
    struct stat status;
    return stat(str_data(path), &status) == 0 && (status.st_mode & S_IFMT) == kind;
}

static Value absolute(Value folder) {
    if (str_size(folder) && str_data(folder)[0] == '/') return folder;
    char here[4096];
    if (!getcwd(here, sizeof here)) return folder;
    return str_size(folder) == 0 || str_equal_c(folder, ".") ? str_from(here) : str_format("%s/%S", here, folder);
}

static Value join_path(Value folder, const char *rest) {
    if (!(folder = absolute(folder))) return 0;
    return str_size(folder) == 0
               ? str_from(rest)
               : str_format("%S%s%s", folder, str_data(folder)[str_size(folder) - 1] == '/' ? "" : "/", rest);
}

// Looks into one folder: 1 found, 0 not there (a mere folder is added to `portions`), -1 raised.
static int find_in(Value folder, Value tail, Value portions, Found *found) {
    Value base = join_path(folder, str_data(tail));
    Value init = base ? str_format("%S/__init__.py", base) : 0, file = base ? str_format("%S.py", base) : 0;
    if (!init || !file) return -1;
    if (is_kind(init, S_IFREG)) {
        found->path = init;
        found->package_path = list_new(&base, 1);
        return found->package_path ? 1 : -1;
    }
    if (is_kind(file, S_IFREG)) {
        found->path = file;
        return 1;
    }
    if (is_kind(base, S_IFDIR) && !list_append(portions, base)) return -1;
    return 0;
}

static int find_source(Value tail, Value path, Found *found) {
    if (strcspn(str_data(tail), "/") < str_size(tail) || !str_size(tail)) return 0;
    Value portions = list_with_capacity(0), iterator = object_iter(path);
    if (!portions || !iterator) return -1;
    for (Value folder; (folder = object_next(iterator));) {
        if (!str_check(folder)) continue;
        int is = find_in(folder, tail, portions, found);
        if (is) return is;
    }
    if (error_pending) return -1;
    if (list_of(portions)->count == 0) return 0;
    found->package_path = portions;
    return 1;
}

// ------------------------------------------------------------------------------------------------ making

static Value spec_type_make(void) {
    Value name = str_from("ModuleSpec"), namespace = dict_new();
    if (!name || !namespace || !dict_set(namespace, NAME(__module__), str_from("importlib.machinery"))) return 0;
    Value args[3] = {name, tuple_empty, namespace};
    return object_call(VALUE(&type_type), args, 3, 0);
}

static Value parent_name(Value name) {
    const char *data = str_data(name);
    const char *dot = memrchr(data, '.', str_size(name));
    return dot ? str_new(data, (size_t)(dot - data)) : NAME(empty);
}

// A small stand-in for importlib's ModuleSpec. Its loader is made when importlib.util.find_spec is asked for it.
Value import_spec(Value name, Value origin, Value search) {
    static Value type;
    if (!type && !(type = spec_type_make())) return 0;
    Value spec = object_call0(type);
    Value parent = search == NONE ? parent_name(name) : name;
    if (!spec || !parent || !object_set_attribute(spec, NAME(name), name) ||
        !object_set_attribute(spec, intern("parent"), parent) ||
        !object_set_attribute(spec, intern("origin"), origin) ||
        !object_set_attribute(spec, intern("submodule_search_locations"), search) ||
        !object_set_attribute(spec, intern("has_location"), bool_value(origin != NONE)) ||
        !object_set_attribute(spec, intern("loader"), NONE) || !object_set_attribute(spec, intern("loader_state"), NONE) ||
        !object_set_attribute(spec, intern("cached"), NONE) ||
        !object_set_attribute(spec, intern("_initializing"), TRUE))
        return 0;
    return spec;
}

static bool set_module_names(Value dict, Value name, const Found *found) {
    Value spec = import_spec(name, found->path ? found->path : NONE, found->package_path ? found->package_path : NONE);
    Value package = found->package_path ? name : parent_name(name);
    return spec && package && dict_set(dict, NAME(__builtins__), machine.builtins) &&
           dict_set(dict, NAME(__package__), package) && dict_set(dict, NAME(__loader__), NONE) &&
           dict_set(dict, NAME(__spec__), spec) &&
           (!found->path || dict_set(dict, NAME(__file__), found->path)) &&
           (found->path || !found->package_path || !list_of(found->package_path)->count || dict_set(dict, NAME(__file__), NONE)) &&
           (!found->package_path || dict_set(dict, NAME(__path__), found->package_path));
}

static bool run_source(Value module, Value path) {
    const char *text;
    size_t size;
    if (!run_read_file(str_data(path), &text, &size) || !source_to_utf8(&text, &size, path)) return false;
    Value code = run_compile(text, size, path, RUN_EXEC);
    Value dict = module_dict(module);
    return code && machine_execute(code, dict_of(dict), dict);
}

// Makes and runs the module; on failure it is taken out of sys.modules again.
static Value load_source(Value name, const Found *found) {
    Value module = module_new(name);
    if (!module || !set_module_names(module_dict(module), name, found)) return 0;
    if (!dict_set(machine.modules, name, module)) return 0;
    if (found->path && !run_source(module, found->path)) {
        Value exception = error_take();
        if (dict_delete(machine.modules, name) < 0) (void)error_take();
        error_set(exception);
        return 0;
    }
    Value spec = dict_get(module_dict(module), NAME(__spec__));
    if (spec && spec != NONE && !object_set_attribute(spec, intern("_initializing"), FALSE)) return 0;
    // A module may replace itself in sys.modules.
    Value now = dict_get(machine.modules, name);
    return now ? now : error_pending ? 0 : module;
}

static Value raise_not_found(Value name) {
    return raise_import_error(&ModuleNotFoundError_type, name, 0, "No module named %R", name);
}

// A module whose source is in the binary; 0 and nothing pending: there is none of that name.
static Value load_frozen(Value name) {
    Found found = {0};
    const char *text;
    size_t size;
    bool package;
    if (!frozen_find(name, &text, &size, &package)) return 0;
    if (package && !(found.package_path = list_with_capacity(0))) return 0;
    Value module = module_new(name), file = str_format("<bitis %S>", name);
    if (!module || !file || !set_module_names(module_dict(module), name, &found)) return 0;
    if (!dict_set(machine.modules, name, module)) return 0;
    Value source = str_new(text, size),
          code = source && source_register(file, source) ? run_compile(text, size, file, RUN_EXEC) : 0;
    Value dict = module_dict(module);
    if (code && machine_execute(code, dict_of(dict), dict)) return module;
    Value exception = error_take();
    if (dict_delete(machine.modules, name) < 0) (void)error_take();
    error_set(exception);
    return 0;
}

static Value load_builtin(Value name) {
    Value module = builtin_module_make(str_data(name), str_size(name));
    if (!module) return error_pending ? 0 : load_frozen(name);
    Value dict = module_dict(module);
    if (!dict_set(dict, NAME(__package__), NAME(empty)) || !dict_set(dict, NAME(__loader__), NONE) ||
        !dict_set(dict, NAME(__spec__), NONE) || !dict_set(machine.modules, name, module))
        return 0;
    return module;
}

// The finders that the program has put into sys.meta_path go first. 0 and nothing pending: none of them knows the module.
static Value load_by_finders(Value name, Value path) {
    static bool busy;           // importing what it needs itself
    Value finders = busy ? 0 : sys_get(intern("meta_path"));
    if (!finders || !list_check(finders) || !list_of(finders)->count) return 0;
    busy = true;
    Value util = import_by_name("importlib.util"), load = util ? object_get_attribute_c(util, "_load_by_finders") : 0;
    busy = false;
    Value module = load ? object_call2(load, name, path ? path : NONE) : 0;
    return module == NONE ? 0 : module;
}

static Value bind_in(Value parent, Value name, Value module) {
    const char *dot = memrchr(str_data(name), '.', str_size(name));
    return !parent || object_set_attribute(parent, intern(dot + 1), module) ? module : 0;
}

// One step of a dotted name: `name` is the whole name so far, `parent` the package it is in, or 0; `last`: nothing follows.
static Value import_step(Value name, Value parent, bool last) {
    Value module = name ? dict_get(machine.modules, name) : 0;
    if (module && module == sys_module && !sys_complete()) return 0;
    if (error_pending) return 0;
    if (module == NONE && last)
        return raise_import_error(&ModuleNotFoundError_type, name, 0,
                                  "import of %S halted; None in sys.modules", name);
    if (module) return module;
    if (!mem_stack_check()) return 0;
    bool found_path;
    Value path = parent ? object_find_attribute(parent, NAME(__path__), &found_path) : 0;
    if (error_pending) return 0;
    module = parent && !path ? 0 : load_by_finders(name, path);
    if (!module && !error_pending) module = load_builtin(name);
    if (error_pending) return 0;
    if (module) return bind_in(parent, name, module);
    if (parent) {
        Value package = parent_name(name);
        if (!path && package)
            return raise_import_error(&ModuleNotFoundError_type, name, 0,
                                      "No module named %R; %R is not a package", name, package);
    } else {
        path = sys_get(NAME(path));
    }
    if (!path) return error_pending ? 0 : raise_not_found(name);
    const char *dot = memrchr(str_data(name), '.', str_size(name));
    Value tail = dot ? str_from(dot + 1) : name;
    Found found = {0};
    int is = tail ? find_source(tail, path, &found) : -1;
    if (is <= 0) return is < 0 ? 0 : raise_not_found(name);
    module = load_source(name, &found);
    return module ? bind_in(parent, name, module) : 0;
}

// Imports a.b.c step by step; *top is a. Answers c.
static Value import_dotted(Value name, Value *top) {
    const char *data = str_data(name);
    size_t size = str_size(name);
    Value module = 0;
    for (size_t end = 0; end <= size; end++) {
        if (end < size && data[end] != '.') continue;
        Value part = end == size ? str_intern(name) : str_new(data, end);
        if (!part || !(module = import_step(str_intern(part), module, end == size))) return 0;
        if (!*top) *top = module;
    }
    return module;
}

// ------------------------------------------------------------------------------------------------ relative names

static Value calling_package(Dict *globals) {
    Value package = dict_get_name(globals, NAME(__package__)), spec = dict_get_name(globals, NAME(__spec__)), parent = 0;
    if (spec && spec != NONE && !(parent = object_get_attribute_c(spec, "parent"))) return 0;
    if (package && package != NONE) {
        if (!str_check(package)) return raise_type_error("package must be a string");
        int same = parent ? object_equal(package, parent) : true;
        if (same < 0 || (!same && !warn_deprecated(str_from("__package__ != __spec__.parent")))) return 0;
        return package;
    }
    if (parent) return str_check(parent) ? parent : raise_type_error("__spec__.parent must be a string");
    if (!warn_of(&ImportWarning_type, str_from("can't resolve package from __spec__ or __package__, "
                                               "falling back on __name__ and __path__")))
        return 0;
    Value name = dict_get_name(globals, NAME(__name__));
    if (!name) return raise_key_error(str_from("'__name__' not in globals"));
    if (!str_check(name)) return raise_type_error("__name__ must be a string");
    return dict_get_name(globals, NAME(__path__)) ? name : parent_name(name);
}

static Value absolute_name(Value name, Dict *globals, int level) {
    Value package = calling_package(globals);
    if (!package) return 0;
    if (str_size(package) == 0)
        return raise_import_error(&ImportError_type, 0, 0, "attempted relative import with no known parent package");
    for (int k = 1; k < level; k++) {
        if (!memchr(str_data(package), '.', str_size(package)))
            return raise_import_error(&ImportError_type, 0, 0, "attempted relative import beyond top-level package");
        package = parent_name(package);
    }
    return str_size(name) ? str_format("%S.%S", package, name) : package;
}

// ------------------------------------------------------------------------------------------------ the hook

// Names in `from package import a, b` that are submodules not imported yet.
static bool import_from_list(Value module, Value name, Value from_list) {
    bool found;
    if (!object_find_attribute(module, NAME(__path__), &found)) return !error_pending;
    Value iterator = object_iter(from_list);
    for (Value item; iterator && (item = object_next(iterator));) {
        if (!str_check(item)) return raise_type_error("Item in ``from list'' must be str, not %T", item);
        if (str_equal_c(item, "*")) {
            Value all = object_find_attribute(module, NAME(__all__), &found);
            if (error_pending || (all && !import_from_list(module, name, all))) return false;
            continue;
        }
        if (object_find_attribute(module, str_intern(item), &found)) continue;
        Value full = error_pending ? 0 : str_format("%S.%S", name, item);
        if (!full) return false;
        full = str_intern(full);
        if (import_step(full, module, true)) continue;
        // Only its being absent is forgiven: the statement itself reports that.
        if (!error_is(&ModuleNotFoundError_type)) return false;
        Value missing = object_get_attribute(error_pending, NAME(name));
        if (!missing || !str_check(missing) || !str_equal(missing, full)) return false;
        (void)error_take();
    }
    return iterator && !error_pending;
}

Value import_module(Value name, Dict *globals, Value from_list, int level) {
    if (!str_check(name)) return raise_type_error("module name must be a string");
    if (level < 0) return raise_value_error("level must be >= 0");
    if (level == 0 && str_size(name) == 0) return raise_value_error("Empty module name");
    Value full = level ? absolute_name(name, globals, level) : name, top = 0;
    Value module = full ? import_dotted(full, &top) : 0;
    if (!module) return 0;
    int wants = from_list && from_list != NONE ? object_truth(from_list) : 0;
    if (wants < 0) return 0;
    if (wants) {
        bool found;
        Value real = object_find_attribute(module, NAME(__name__), &found);
        if (error_pending) return 0;
        return import_from_list(module, real && str_check(real) ? real : full, from_list) ? module : 0;
    }
    if (!level) return top;
    // `import .a.b` does not exist as a statement; __import__('a.b', level=1) answers the first part below the package.
    const char *dot = memchr(str_data(name), '.', str_size(name));
    if (!dot) return module;
    Value first = str_new(str_data(full), str_size(full) - str_size(name) + (size_t)(dot - str_data(name)));
    return first ? dict_get(machine.modules, first) : 0;
}

Value import_by_name(const char *name) {
    Value top = 0, v = str_from(name);
    return v ? import_dotted(v, &top) : 0;
}

int import_find(Value name, Value parent, Value *path, bool *package) {
    const char *dot = memrchr(str_data(name), '.', str_size(name));
    Value folders = parent ? object_get_attribute(parent, NAME(__path__)) : sys_get(NAME(path)),
          tail = dot ? str_from(dot + 1) : name;
    Found found = {0};
    int is = folders && tail ? find_source(tail, folders, &found) : -1;
    *path = found.path;
    *package = found.package_path != 0;
    return is;
}

bool import_start(void) {
    codec_lookup_hook = codecs_lookup;
    object_import = import_by_name;
    return import_by_name("sys") != 0;
}
