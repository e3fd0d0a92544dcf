// function: a code object with the globals, defaults and cells it was defined with. Arguments are bound here, with
// CPython's messages.
#include "vm/function.h"
#include "objects/descriptor.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/traceback_parts.h"
#include "objects/type.h"
#include "vm/frame.h"
#include "vm/ops.h"
#include <stdio.h>

// ------------------------------------------------------------------------------------------------ making

// Stands for builtins that are no dict: an empty dict of its own type, whose version no cache has seen.
typedef struct {
    Dict dict;
    Value object;
} OddBuiltins;
static Type odd_builtins_type = {.name = "builtins", .flags = TYPE_IS_DICT};

Value builtins_object(Dict *builtins) {
    return builtins->head.type == &odd_builtins_type ? ((OddBuiltins *)builtins)->object : VALUE(builtins);
}

static Dict *builtins_of_globals(Dict *globals) {
    Value builtins = dict_get_name(globals, NAME(__builtins__));
    if (!builtins) return machine.frame ? machine.frame->builtins : dict_of(machine.builtins);
    if (type_is_subtype(type_of(builtins), &module_type)) builtins = module_dict(builtins);
    if (dict_check(builtins)) return dict_of(builtins);
    OddBuiltins *odd = mem_object(&odd_builtins_type, sizeof *odd);
    if (odd) odd->object = builtins;
    return (Dict *)odd;
}

Value function_new(Value code, Dict *globals) {
    Function *f = mem_object(&function_type, sizeof(Function));
    if (!f) return 0;
    f->code = code_of(code);
    f->globals = globals;
    if (!(f->builtins = builtins_of_globals(globals))) return 0;
    f->name = f->code->name;
    f->qualified_name = f->code->qualified_name;
    f->doc = f->code->doc;
    f->module = dict_get_name(globals, NAME(__name__));
    f->simple = f->code->keyword_only_count == 0 && !(f->code->flags & (CODE_VARARGS | CODE_VARKEYWORDS));
    return VALUE(f);
}

// ------------------------------------------------------------------------------------------------ binding: messages

static Value parameter_name(const Code *code, size_t index) { return code->local_names[index]; }

// "'a', 'b', and 'c'" of the parameters in [from, to) that are unset.
static Value missing_names(const Code *code, const Value *locals, size_t from, size_t to, size_t *missing) {
    size_t total = 0, seen = 0;
    for (size_t k = from; k < to; k++) total += !locals[k];
    StrBuilder text;
    str_builder_init(&text);
    for (size_t k = from; k < to; k++) {
        if (locals[k]) continue;
        seen++;
        if (seen > 1) str_builder_add_c(&text, seen < total ? ", " : total > 2 ? ", and " : " and ");
        str_builder_add_c(&text, "'");
        str_builder_add_str(&text, parameter_name(code, k));
        str_builder_add_c(&text, "'");
    }
    *missing = total;
    return str_builder_finish(&text);
}

static bool raise_missing(const Function *f, const Value *locals, size_t from, size_t to, const char *kind) {
    size_t count;
    Value list = missing_names(f->code, locals, from, to, &count);
    if (list)
        raise_type_error("%S() missing %zu required %s argument%s: %S", f->qualified_name, count, kind,
                         count == 1 ? "" : "s", list);
    return false;
}

static bool raise_too_many(const Function *f, const Value *locals, size_t given) {
    const Code *code = f->code;
    size_t takes = code->positional_count, defaults = f->defaults ? tuple_count(f->defaults) : 0, keyword_only = 0;
    for (size_t k = 0; k < code->keyword_only_count; k++) keyword_only += locals[takes + k] != 0;
    bool plural = takes != 1;
    char range[64];
    if (defaults) {
        snprintf(range, sizeof range, "from %zu to %zu", takes - defaults, takes);
        plural = true;
    } else {
        snprintf(range, sizeof range, "%zu", takes);
    }
    char extra[100] = "";
    if (keyword_only)
        snprintf(extra, sizeof extra, " positional argument%s (and %zu keyword-only argument%s)", given == 1 ? "" : "s",
                 keyword_only, keyword_only == 1 ? "" : "s");
    raise_type_error("%S() takes %s positional argument%s but %zu%s %s given", f->qualified_name, range, plural ? "s" : "",
                     given, extra, given == 1 && !keyword_only ? "was" : "were");
    return false;
}

static bool raise_positional_only(const Function *f, const Value *names, size_t count) {
    StrBuilder text;
    str_builder_init(&text);
    bool first = true;
    for (size_t p = 0; p < f->code->positional_only_count; p++)
        for (size_t k = 0; k < count; k++) {
            if (!str_equal(names[k], parameter_name(f->code, p))) continue;
            if (!first) str_builder_add_c(&text, ", ");
            first = false;
            str_builder_add_str(&text, names[k]);
        }
    Value list = str_builder_finish(&text);
    if (list)
        raise_type_error("%S() got some positional-only arguments passed as keyword arguments: '%S'",
                         f->qualified_name, list);
    return false;
}

// ------------------------------------------------------------------------------------------------ binding

// The parameter that takes keyword `name`: its slot; -1: none; -2: a positional-only one has the name.
static ptrdiff_t find_parameter(const Code *code, Value name) {
    size_t end = code->positional_count + code->keyword_only_count;
    for (size_t k = code->positional_only_count; k < end; k++)
        if (code->local_names[k] == name) return (ptrdiff_t)k;
    for (size_t k = code->positional_only_count; k < end; k++)
        if (str_equal(code->local_names[k], name)) return (ptrdiff_t)k;
    for (size_t k = 0; k < code->positional_only_count; k++)
        if (str_equal(code->local_names[k], name)) return -2;
    return -1;
}

static bool complain_about_name(const Function *f, Value name) {
    const Code *code = f->code;
    size_t named = code->positional_count + code->keyword_only_count - code->positional_only_count;
    Value names = list_new(code->local_names + code->positional_only_count, named);
    return names && raise_unexpected_keyword(f->qualified_name, name, names);
}

static bool bind_keywords(Function *f, Value *locals, const Value *values, Value names, Value extra) {
    size_t count = tuple_count(names);
    for (size_t k = 0; k < count; k++) {
        Value name = tuple_get(names, k);
        if (!str_check(name)) return raise_type_error("keywords must be strings");
        ptrdiff_t slot = find_parameter(f->code, name);
        if (slot < 0) {
            if (extra) {
                if (!dict_set(extra, name, values[k])) return false;
                continue;
            }
            if (slot == -2) return raise_positional_only(f, tuple_of(names)->items, count);
            return complain_about_name(f, name);
        }
        if (locals[slot]) return raise_type_error("%S() got multiple values for argument '%S'", f->qualified_name, name);
        locals[slot] = values[k];
    }
    return true;
}

static bool fill_defaults(Function *f, Value *locals, size_t given) {
    Code *code = f->code;
    size_t positional = code->positional_count, defaults = f->defaults ? tuple_count(f->defaults) : 0;
    size_t required = positional - (defaults < positional ? defaults : positional);
    for (size_t k = given; k < required; k++)
        if (!locals[k]) return raise_missing(f, locals, given, required, "positional");
    for (size_t k = required > given ? required : given; k < positional; k++)
        if (!locals[k]) locals[k] = tuple_get(f->defaults, k - required);
    size_t end = positional + code->keyword_only_count;
    bool missing = false;
    for (size_t k = positional; k < end; k++) {
        if (locals[k]) continue;
        Value value = f->keyword_defaults ? dict_get(f->keyword_defaults, parameter_name(code, k)) : 0;
        if (value) locals[k] = value;
        else if (error_pending) return false;
        else missing = true;
    }
    return missing ? raise_missing(f, locals, positional, end, "keyword-only") : true;
}

bool function_bind(Function *f, Value *locals, const Value *args, size_t count, Value keywords) {
    Code *code = f->code;
    size_t keyword_count = keywords ? tuple_count(keywords) : 0, positional = code->positional_count;
    size_t named = positional + code->keyword_only_count;
    if (unlikely(locals + code->local_count + code->stack_size + count + 8 >= machine.stack_end))
        return raise_recursion_error("");
    Value few[16], *values = few;                   // keyword values, out of the way of the parameters' slots
    if (keyword_count > 16 && !(values = mem_alloc(keyword_count * sizeof(Value)))) return false;
    if (keyword_count) memcpy(values, args + count, keyword_count * sizeof(Value));
    size_t taken = count < positional ? count : positional;
    Value rest = 0, extra = 0;
    if (code->flags & CODE_VARARGS) {
        rest = count > positional ? tuple_new(args + positional, count - positional) : tuple_empty;
        if (!rest) return false;
    }
    if (code->flags & CODE_VARKEYWORDS && !(extra = dict_new())) return false;
    if (taken && locals != args) memcpy(locals, args, taken * sizeof(Value));
    function_fill(f, locals, taken);
    if (keyword_count && !bind_keywords(f, locals, values, keywords, extra)) return false;
    if (count > positional && !rest) return raise_too_many(f, locals, count);
    if (!fill_defaults(f, locals, taken)) return false;
    if (rest) locals[named++] = rest;
    if (extra) locals[named] = extra;
    return true;
}

static Value function_call(Value self, Value *args, size_t count, Value keywords) {
    if (!mem_stack_check()) return 0;
    Function *f = function_of(self);
    Value *locals = frame_free_stack();
    Frame *frame;
    if (likely(f->simple && !keywords && count == f->code->positional_count && frame_has_room(f->code, locals))) {
        for (size_t k = 0; k < count; k++) locals[k] = args[k];
        function_fill(f, locals, count);
        frame = frame_push_unchecked(f, locals, 0);
    } else {
        if (!function_bind(f, locals, args, count, keywords)) return 0;
        if (!(frame = frame_push(f, locals, 0))) return 0;
    }
    frame->flags = FRAME_ENTRY;
    return machine_run(frame);
}

// ------------------------------------------------------------------------------------------------ slots, attributes

static Value function_repr(Value self) {
    return str_format("<function %S at %p>", function_of(self)->qualified_name, self);
}

static Value function_descriptor_get(Value self, Value object, Type *owner) {
    (void)owner;
    return object ? method_new(self, object) : self;
}

static Value or_none(Value v) { return v ? v : NONE; }

static Value get_code(Value self) { return VALUE(function_of(self)->code); }
static bool set_code(Value self, Value value) {
    if (!value_is(value, &code_type)) return raise_type_error("__code__ must be set to a code object");
    Function *f = function_of(self);
    Code *code = code_of(value);
    size_t cells = f->closure ? tuple_count(f->closure) : 0;
    if (code->free_count != cells)
        return raise_value_error("%S() requires a code object with %zu free vars, not %zu", f->name, cells,
                                 (size_t)code->free_count);
    f->code = code;
    f->simple = code->keyword_only_count == 0 && !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS));
    return true;
}

static Value get_defaults(Value self) { return or_none(function_of(self)->defaults); }
static bool set_defaults(Value self, Value value) {
    if (value && value != NONE && !tuple_check(value)) return raise_type_error("__defaults__ must be set to a tuple object");
    function_of(self)->defaults = value == NONE ? 0 : value;
    return true;
}
static Value get_keyword_defaults(Value self) { return or_none(function_of(self)->keyword_defaults); }
static bool set_keyword_defaults(Value self, Value value) {
    if (value && value != NONE && !dict_check(value)) return raise_type_error("__kwdefaults__ must be set to a dict object");
    function_of(self)->keyword_defaults = value == NONE ? 0 : value;
    return true;
}
static Value get_closure(Value self) { return or_none(function_of(self)->closure); }
static Value get_globals(Value self) { return VALUE(function_of(self)->globals); }
static Value get_builtins(Value self) { return builtins_object(function_of(self)->builtins); }

static Value get_name(Value self) { return function_of(self)->name; }
static bool set_name(Value self, Value value) {
    if (!str_check(value)) return raise_type_error("__name__ must be set to a string object");
    function_of(self)->name = value;
    return true;
}
static Value get_qualified_name(Value self) { return function_of(self)->qualified_name; }
static bool set_qualified_name(Value self, Value value) {
    if (!str_check(value)) return raise_type_error("__qualname__ must be set to a string object");
    function_of(self)->qualified_name = value;
    return true;
}
static Value get_doc(Value self) { return or_none(function_of(self)->doc); }
static bool set_doc(Value self, Value value) { return function_of(self)->doc = or_none(value), true; }
static Value get_module(Value self) { return or_none(function_of(self)->module); }
static bool set_module(Value self, Value value) { return function_of(self)->module = or_none(value), true; }

static Value get_annotate(Value self) { return or_none(function_of(self)->annotate); }
static bool set_annotate(Value self, Value value) {
    if (!value) return raise_type_error("__annotate__ cannot be deleted");
    if (value != NONE && !object_callable(value)) return raise_type_error("__annotate__ must be callable or None");
    function_of(self)->annotate = value == NONE ? 0 : value;
    function_of(self)->annotations = 0;
    return true;
}
static Value get_annotations(Value self) {
    Function *f = function_of(self);
    if (f->annotations) return f->annotations;
    Value made = f->annotate ? object_call1(f->annotate, SMALL(1)) : dict_new();
    if (!made) return 0;
    if (!dict_check(made)) return raise_type_error("__annotate__ returned non-dict of type '%T'", made);
    return f->annotations = made;
}
static bool set_annotations(Value self, Value value) {
    if (value && value != NONE && !dict_check(value))
        return raise_type_error("__annotations__ must be set to a dict object");
    function_of(self)->annotations = value == NONE ? 0 : value;
    function_of(self)->annotate = 0;
    return true;
}
static Value get_type_params(Value self) {
    return function_of(self)->type_params ? function_of(self)->type_params : tuple_empty;
}
static bool set_type_params(Value self, Value value) {
    if (!value || !tuple_check(value)) return raise_type_error("__type_params__ must be set to a tuple");
    return function_of(self)->type_params = value, true;
}

static Value get_dict(Value self) {
    Function *f = function_of(self);
    if (!f->dict) {
        Value dict = dict_new();
        if (!dict) return 0;
        f->dict = dict_of(dict);
    }
    return VALUE(f->dict);
}
static bool set_dict(Value self, Value value) {
    if (!value) return raise_type_error("cannot delete __dict__");
    if (!dict_check(value)) return raise_type_error("__dict__ must be set to a dictionary, not a '%T'", value);
    function_of(self)->dict = dict_of(value);
    return true;
}

static const AttributeDef function_attributes[] = {
    {"__dict__", get_dict, set_dict, 0},
    {"__code__", get_code, set_code, 0},
    {"__defaults__", get_defaults, set_defaults, 0},
    {"__kwdefaults__", get_keyword_defaults, set_keyword_defaults, 0},
    MEMBER("__closure__", get_closure, 0),
    MEMBER("__globals__", get_globals, 0),
    MEMBER("__builtins__", get_builtins, 0),
    {"__name__", get_name, set_name, 0},
    {"__qualname__", get_qualified_name, set_qualified_name, 0},
    {"__doc__", get_doc, set_doc, 0},
    {"__module__", get_module, set_module, 0},
    {"__annotate__", get_annotate, set_annotate, 0},
    {"__annotations__", get_annotations, set_annotations, 0},
    {"__type_params__", get_type_params, set_type_params, 0},
    {0},
};

// The closure that a function of this code must have. False: raised.
static bool check_closure(const Code *code, Value closure) {
    size_t needed = code->free_count, given = 0;
    if (closure && closure != NONE) {
        if (!tuple_check(closure)) return raise_type_error("arg 5 (closure) must be %stuple", needed ? "" : "None or ");
        given = tuple_count(closure);
    } else if (needed) {
        return raise_type_error("arg 5 (closure) must be tuple");
    }
    if (given != needed) return raise_value_error("%S requires closure of length %zu, not %zu", code->name, needed, given);
    for (size_t i = 0; i < given; i++) {
        Value cell = tuple_get(closure, i);
        if (!value_is(cell, &cell_type)) return raise_type_error("arg 5 (closure) expected cell, found %T", cell);
    }
    return true;
}

static bool is_none_or(Value v, Type *type) { return !v || v == NONE || object_is_instance(v, type); }

static Value function_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    Value bound[6];
    if (!NATIVE_BIND("function", "code, globals, name=None, argdefs=None, closure=None, kwdefaults=None", bound)) return 0;
    if (!value_is(bound[0], &code_type))
        return raise_type_error("function() argument 'code' must be code, not %T", bound[0]);
    if (!dict_check(bound[1])) return raise_type_error("function() argument 'globals' must be dict, not %T", bound[1]);
    if (!is_none_or(bound[2], &str_type)) return raise_type_error("arg 3 (name) must be None or string");
    if (!is_none_or(bound[3], &tuple_type)) return raise_type_error("arg 4 (defaults) must be None or tuple");
    if (!check_closure(code_of(bound[0]), bound[4])) return 0;
    if (!is_none_or(bound[5], &dict_type)) return raise_type_error("arg 6 (kwdefaults) must be None or dict");
    Value self = function_new(bound[0], dict_of(bound[1]));
    if (!self) return 0;
    Function *f = function_of(self);
    if (bound[2] && bound[2] != NONE) f->name = bound[2];
    if (bound[3] && bound[3] != NONE) f->defaults = bound[3];
    if (f->code->free_count) f->closure = bound[4];
    if (bound[5] && bound[5] != NONE) f->keyword_defaults = bound[5];
    return self;
}

Type function_type = {
    .head = {&type_type},
    .name = "function",
    .doc = "A function made by def or lambda.",
    .size = sizeof(Function),
    .flags = TYPE_IS_FUNCTION | TYPE_BINDS_SELF | TYPE_WEAK,
    .make = function_make,
    .signature = "code, globals, name=None, argdefs=None, closure=None, kwdefaults=None",
    .repr = function_repr,
    .call = function_call,
    .descriptor_get = function_descriptor_get,
    .attributes = function_attributes,
    .dict_offset = offsetof(Function, dict),
};

// ------------------------------------------------------------------------------------------------ cell

Value cell_new(Value content) {
    Cell *cell = mem_object(&cell_type, sizeof(Cell));
    if (!cell) return 0;
    cell->content = content;
    return VALUE(cell);
}

static Value cell_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)type;
    if (keywords && tuple_count(keywords)) return raise_type_error("cell() takes no keyword arguments");
    if (count > 1) return raise_type_error("cell expected at most 1 argument, got %zu", count);
    return cell_new(count ? args[0] : 0);
}

// By content; an empty cell is less than any other.
static Value cell_compare(Value self, Value other, CompareOp op) {
    if (!value_is(self, &cell_type) || !value_is(other, &cell_type)) return NOT_IMPLEMENTED;
    Value a = cell_of(self)->content, b = cell_of(other)->content;
    return a && b ? object_compare(a, b, op) : object_compare(SMALL(a != 0), SMALL(b != 0), op);
}

static Value cell_repr(Value self) {
    Value content = cell_of(self)->content;
    if (!content) return str_format("<cell at %p: empty>", self);
    return str_format("<cell at %p: %T object at %p>", self, content, content);
}
static Value cell_get_contents(Value self) {
    Value content = cell_of(self)->content;
    return content ? content : raise_value_error("Cell is empty");
}
static bool cell_set_contents(Value self, Value value) { return cell_of(self)->content = value, true; }
static const AttributeDef cell_attributes[] = {{"cell_contents", cell_get_contents, cell_set_contents, 0}, {0}};

Type cell_type = {
    .head = {&type_type},
    .name = "cell",
    .doc = "A variable shared between a function and those defined in it.",
    .size = sizeof(Cell),
    .make = cell_make,
    .repr = cell_repr,
    .compare = cell_compare,
    .attributes = cell_attributes,
};
