// _json: the core of the module json, which is written in Python.
#include "lib/json.h"
#include "lib/lib.h"
#include "objects/module.h"

static Value py_read(Value self, Value *args) {
    (void)self;
    int64_t at;
    if (!str_check(args[0])) return raise_type_error("first argument must be a string, not %T", args[0]);
    if (!object_to_int64(args[1], &at)) return 0;
    if (at < 0) return raise_value_error("idx cannot be negative");
    return json_read(args[0], (size_t)at, args[2]);
}

static Value py_write(Value self, Value *args) {
    (void)self;
    return json_write(args[0], args[1]);
}

static Value py_quote(Value self, Value *args) {
    (void)self;
    int ascii = object_truth(args[1]);
    if (!str_check(args[0])) return raise_type_error("first argument must be a string, not %T", args[0]);
    return ascii < 0 ? 0 : json_quote(args[0], ascii);
}

static const MethodDef functions[] = {
    FUNCTION("quote", py_quote, "text, ascii, /", "A str as JSON writes it."),
    FUNCTION("read", py_read, "text, at, decoder, /", "The value that begins at an index, and where it ends."),
    FUNCTION("write", py_write, "value, encoder, /", "The JSON text of a value."),
    METHODS_END
};

Value module__json_make(void) {
    Value name = intern("_json"), module = name ? module_new(name) : 0;
    return module && module_add_functions(module, functions) ? module : 0;
}
