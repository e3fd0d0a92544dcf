// _re: what re has in C. Patterns are compiled here, and kept in re.
#include "lib/lib.h"
#include "lib/re.h"
#include "objects/bytes.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/type.h"

// compile(pattern, flags): pattern is str or bytes.
static Value py_compile(Value self, Value *args) {
    (void)self;
    int64_t flags;
    if (!str_check(args[0]) && !bytes_check(args[0]))
        return raise_type_error("first argument must be string or compiled pattern");
    if (!object_to_int64(args[1], &flags)) return 0;
    Pattern *pattern = mem_object(&re_pattern_type, sizeof *pattern);
    ReParsed parsed;
    if (!pattern || !re_parse(args[0], (uint32_t)flags, &parsed)) return 0;
    if (flags & RE_DEBUG) return raise_not_implemented("re.DEBUG");
    pattern->pattern = args[0];
    pattern->is_text = str_check(args[0]);
    pattern->flags = parsed.flags;
    pattern->names = parsed.names;
    pattern->program = re_compile(&parsed, pattern->is_text);
    return pattern->program ? VALUE(pattern) : 0;
}

static Value py_set_error_class(Value self, Value *args) {
    (void)self;
    re_error_class = args[0];
    return NONE;
}

static const MethodDef functions[] = {
    FUNCTION("compile", py_compile, "pattern, flags, /", "Compiles a pattern."),
    FUNCTION("set_error_class", py_set_error_class, "error, /", "Says what is raised for wrong patterns."),
    METHODS_END
};

Value module__re_make(void) {
    Value name = intern("_re"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions)) return 0;
    type_ready(&re_pattern_type);
    type_ready(&re_match_type);
    Value dict = module_dict(module);
    return dict_set_c(dict, "Pattern", VALUE(&re_pattern_type)) &&
                   dict_set_c(dict, "Match", VALUE(&re_match_type))
               ? module
               : 0;
}
