// module: a namespace. Attributes lie in its dict; one that is missing is asked of the module's own
// __getattr__ (PEP 562).
#include "objects/module.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/type.h"

#define MODULES_MOST 256 // tables of functions; those of modules beyond go without a name in messages

static ModuleObject *module_of(Value v) { return (ModuleObject *)value_object(v); }

static Dict *dict_of_module(Value v) { return module_of(v)->dict; }

// A module has its dict from the start; its name may come later, or never.
static Value with_dict(ModuleObject *module) {
    Value dict = module ? dict_new() : 0;
    if (!dict) return 0;
    module->dict = dict_of(dict);
    return VALUE(module);
}

static bool name_module(Value module, Value name, Value doc) {
    Dict *dict = dict_of_module(module);
    return dict_set_name(dict, NAME(__name__), name) && dict_set_name(dict, NAME(__doc__), doc) &&
           dict_set_name(dict, NAME(__package__), NONE) && dict_set_name(dict, NAME(__loader__), NONE) &&
           dict_set_name(dict, NAME(__spec__), NONE);
}

Value module_new(Value name) {
    Value module = with_dict(mem_object(&module_type, sizeof(ModuleObject)));
    return module && name_module(module, name, NONE) ? module : 0;
}

Value module_dict(Value module) { return VALUE(dict_of_module(module)); }

// --- whose function is it? Only messages ask, so the tables are searched.

typedef struct {
    const MethodDef *functions;
    Value name;                         // interned
} FunctionTable;
MEM_UNSCANNED static FunctionTable tables[MODULES_MOST];
static size_t table_count;

static void remember_table(const MethodDef *functions, Value name) {
    if (table_count == MODULES_MOST) return;
    tables[table_count].functions = functions;
    tables[table_count++].name = name;
}

Value module_of_function(const MethodDef *def) {
    for (size_t i = 0; i < table_count; i++) {
        for (const MethodDef *row = tables[i].functions; row->name; row++) {
            if (row == def) return tables[i].name;
        }
    }
    return 0;
}

bool module_add_functions(Value module, const MethodDef *functions) {
    Dict *dict = dict_of_module(module);
    Value module_name = dict_get_name(dict, NAME(__name__));
    module_of(module)->built_in = true;
    remember_table(functions, str_intern(module_name));
    for (const MethodDef *def = functions; def->name; def++) {
        Value name = intern(def->name);
        Value function = name ? native_new(def, 0, module_name) : 0;
        if (!function || !dict_set_name(dict, name, function)) return false;
    }
    return true;
}

// --- slots

static Value module_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return with_dict((ModuleObject *)instance_allocate(type, sizeof(ModuleObject)));
}

static bool module_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND("module", "name, doc=None", bound)) return false;
    if (!str_check(bound[0]))
        return raise_type_error("module() argument 'name' must be str, not %P", bound[0]);
    return name_module(self, bound[0], bound[1] ? bound[1] : NONE);
}

static Value module_repr(Value self) {
    Dict *dict = dict_of_module(self);
    Value name = dict_get_name(dict, NAME(__name__));
    Value file = dict_get_name(dict, NAME(__file__));
    if (!name && !(name = intern("?"))) return 0;
    if (file && file != NONE) return str_format("<module %R from %R>", name, file);
    Value path = dict_get_name(dict, NAME(__path__));
    if (path && list_check(path) && list_of(path)->count) return str_format("<module %R (namespace) from %R>", name, path);
    Value loader = dict_get_name(dict, NAME(__loader__));
    if (file) return str_format("<module %R from None>", name);
    if (loader && loader != NONE) return str_format("<module %R (%R)>", name, loader);
    return str_format(module_of(self)->built_in && !str_equal_c(name, "?") ? "<module %R (built-in)>"
                                                                           : "<module %R>",
                      name);
}

static Value module_get_attribute(Value self, Value name) {
    bool found;
    Value attribute = object_generic_find_attribute(self, name, &found);
    if (found || error_occurred()) return attribute;
    Dict *dict = dict_of_module(self);
    Value hook = dict_get_name(dict, NAME(__getattr__));
    if (hook) return object_call1(hook, name);
    return raise_attribute_error(self, name);
}

// --- attributes

static Value module_get_dict(Value self) { return VALUE(dict_of_module(self)); }

static bool module_set_dict(Value self, Value value) {
    (void)self, (void)value;
    return raise_format(&AttributeError_type, "readonly attribute");
}

// __annotate__(1): what annotations the module's statements gave.
static Value computed_annotations(Dict *dict) {
    Value annotate = dict_get_name(dict, NAME(__annotate__));
    if (!annotate || !object_callable(annotate)) return dict_new();
    Value made = object_call1(annotate, SMALL(1));
    return !made || dict_check(made) ? made : raise_type_error("__annotate__ returned non-dict of type '%T'", made);
}

static Value module_get_annotations(Value self) {
    Dict *dict = dict_of_module(self);
    Value annotations = dict_get_name(dict, NAME(__annotations__));
    if (annotations) return annotations;
    annotations = computed_annotations(dict);
    return annotations && dict_set_name(dict, NAME(__annotations__), annotations) ? annotations : 0;
}

static bool module_set_annotations(Value self, Value value) {
    Dict *dict = dict_of_module(self);
    if (value) return dict_set_name(dict, NAME(__annotations__), value);
    int deleted = dict_delete(VALUE(dict), NAME(__annotations__));
    return deleted ? deleted > 0 : raise_format(&AttributeError_type, "__annotations__");
}

static Value module_get_annotate(Value self) {
    Dict *dict = dict_of_module(self);
    Value annotate = dict_get_name(dict, NAME(__annotate__));
    return annotate || !dict_set_name(dict, NAME(__annotate__), NONE) ? annotate : NONE;
}

static bool module_set_annotate(Value self, Value value) {
    Dict *dict = dict_of_module(self);
    if (!value) return raise_type_error("cannot delete __annotate__ attribute");
    if (value != NONE && !object_callable(value)) return raise_type_error("__annotate__ must be callable or None");
    return dict_set_name(dict, NAME(__annotate__), value) &&
           (value == NONE || dict_delete(VALUE(dict), NAME(__annotations__)) >= 0);
}

// --- Python methods

static Value module_py_dir(Value self, Value *args) {
    (void)args;
    Value dict = object_get_attribute(self, NAME(__dict__));
    if (!dict) return 0;
    if (!dict_check(dict)) return raise_type_error("<module>.__dict__ is not a dictionary");
    Value own = dict_get(dict, NAME(__dir__));
    return own ? object_call0(own) : error_occurred() ? 0 : list_from_iterable(dict);
}

static const MethodDef module_methods[] = {
    METHOD("__dir__", module_py_dir, "", "__dir__() -> list\nspecialized dir() implementation"),
    METHODS_END,
};

static const AttributeDef module_attributes[] = {
    {"__dict__", module_get_dict, module_set_dict, 0},
    {"__annotations__", module_get_annotations, module_set_annotations, 0},
    {"__annotate__", module_get_annotate, module_set_annotate, 0},
    {0},
};

Type module_type = {
    .head = {&type_type},
    .name = "module",
    .doc = "Create a module object.\n\nThe name must be a string; the optional docstring argument can have "
           "any type.",
    .size = sizeof(ModuleObject),
    .flags = TYPE_BASE | TYPE_WEAK,
    .make = module_make,
    .init = module_init,
    .repr = module_repr,
    .get_attribute = module_get_attribute,
    .methods = module_methods,
    .attributes = module_attributes,
    .signature = "name, doc=None",
    .dict_offset = offsetof(ModuleObject, dict),
};
