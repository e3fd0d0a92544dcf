// import: what the statement does beside finding and running modules, which is the import hook's work.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "vm/ops.h"

Value (*import_hook)(Value name, Dict *globals, Value from_list, int level);
bool (*display_hook)(Value v);

bool op_print_result(Value v) { return display_hook ? display_hook(v) : true; }

Value op_import_name(Frame *frame, Value name, Value level, Value from_list) {
    Value function = op_find_builtin(frame, NAME(__import__));
    if (!function) return error_pending ? 0 : raise_format(&ImportError_type, "__import__ not found");
    if (value_is(function, &native_type) && import_hook)
        return import_hook(name, frame->globals, from_list, (int)small_int(level));
    Value locals = frame->namespace ? frame->namespace : NONE;
    Value args[5] = {name, VALUE(frame->globals), locals, from_list, level};
    return object_call(function, args, 5, 0);
}

// The part of a dotted name that a partly imported package has not as an attribute yet: sys.modules has it.
static Value find_submodule(Value module, Value name) {
    bool found;
    Value package = object_find_attribute(module, NAME(__name__), &found);
    if (!package || !str_check(package) || !machine.modules) return 0;
    Value full = str_format("%S.%S", package, name);
    return full ? dict_get(machine.modules, str_intern(full)) : 0;
}

static Value raise_cannot_import(Value module, Value name) {
    bool found;
    Value package = object_find_attribute(module, NAME(__name__), &found);
    bool known = package && str_check(package);
    if (!known) package = str_from("<unknown module name>");
    Value file = object_find_attribute(module, NAME(__file__), &found);
    if (error_pending || !package) return 0;
    Value spec = object_find_attribute(module, NAME(__spec__), &found);
    Value busy = spec ? object_find_attribute(spec, intern("_initializing"), &found) : 0;
    if (error_pending) return 0;
    if (!file || !str_check(file))
        return raise_import_from_error(name, known ? package : 0, 0, "cannot import name %R from %R (unknown location)", name, package);
    if (busy == TRUE)
        return raise_import_from_error(name, package, file,
            "cannot import name %R from partially initialized module %R (most likely due to a circular import) (%S)", name, package, file);
    return raise_import_from_error(name, package, file, "cannot import name %R from %R (%S)", name, package, file);
}

Value op_import_from(Value module, Value name) {
    bool found;
    Value value = object_find_attribute(module, name, &found);
    if (value || error_pending) return value;
    value = find_submodule(module, name);
    if (value || error_pending) return value;
    return raise_cannot_import(module, name);
}

static bool store(Frame *frame, Value name, Value value) {
    if (!name) return false;
    if (!frame->namespace || value_is(frame->namespace, &dict_type))
        return dict_set_name(frame->namespace ? dict_of(frame->namespace) : frame->globals, name, value);
    return object_set_item(frame->namespace, name, value);
}

static bool star_from_all(Frame *frame, Value module, Value all) {
    Value iterator = object_iter(all);
    if (!iterator) return false;
    for (Value name; (name = object_next(iterator));) {
        if (!str_check(name)) {
            Value module_name = object_get_attribute(module, NAME(__name__));
            return module_name && raise_type_error("Item in %S.__all__ must be str, not %T", module_name, name);
        }
        name = str_intern(name);
        Value value = name ? object_get_attribute(module, name) : 0;
        if (!value || !store(frame, name, value)) return false;
    }
    return !error_pending;
}

bool op_import_star(Frame *frame, Value module) {
    bool found;
    Value all = object_find_attribute(module, NAME(__all__), &found);
    if (error_pending) return false;
    if (all) return star_from_all(frame, module, all);
    Value dict = object_find_attribute(module, NAME(__dict__), &found);
    if (!dict || !dict_check(dict))
        return error_pending ? false
                             : raise_format(&ImportError_type,
                                            "from-import-* object has no __dict__ and no __all__") != 0;
    Value copy = dict_copy(dict);
    size_t at = 0;
    for (DictEntry *e; copy && (e = dict_next(dict_of(copy), &at));) {
        if (!str_check(e->key) || (str_size(e->key) && str_data(e->key)[0] == '_')) continue;
        if (!store(frame, str_intern(e->key), e->value)) return false;
    }
    return copy != 0;
}
