// Built-in functions that run source text: compile, eval, exec, __import__.
#include "lib/builtins.h"
#include "lib/settings.h"
#include "objects/buffer.h"
#include "objects/codecs.h"
#include "objects/exception.h"
#include "objects/tuple.h"
#include "vm/frame_object.h"
#include "vm/function.h"
#include "vm/ops.h"

// The text of a str, or of any buffer in the encoding that it names; that is for a file of this name.
static Value source_text(Value source, const char *function, const char *what, Value name, const char **text, size_t *size) {
    if (str_check(source)) {
        *text = str_data(source);
        *size = str_size(source);
        if (str_has_surrogates(source) && !codec_encode(source, NULL, NULL)) return 0;
        if (memchr(*text, 0, *size)) return raise_format(&SyntaxError_type, "source code string cannot contain null bytes");
        return source;
    }
    Buffer buffer;
    if (!buffer_get_bytes(source, &buffer)) {
        error_take();
        return raise_type_error("%s() arg 1 must be a %s object", function, what);
    }
    char *copy = mem_alloc_atomic((size_t)buffer.size + 1);
    if (copy) {
        memcpy(copy, buffer.data, (size_t)buffer.size);
        copy[buffer.size] = 0;
        *text = copy;
        *size = (size_t)buffer.size;
    }
    buffer_release(&buffer);
    if (copy && memchr(copy, 0, *size)) return raise_format(&SyntaxError_type, "source code string cannot contain null bytes");
    return copy && source_to_utf8(text, size, name) ? source : 0;
}

// What compile() is asked for by bits: those of __future__, that are part of the language now, and PyCF_...
enum {
    FLAGS_KNOWN = 0x1fe0000 | 0xf610, FLAG_AST = 0x400, FLAG_AWAIT = 0x2000, FLAG_FUTURE_ANNOTATIONS = 0x1000000,
};

// Whether the caller's annotations are texts: those of what it compiles are, too.
static bool caller_has_future_annotations(void) {
    return machine.frame && machine.frame->code->flags & CODE_FUTURE_ANNOTATIONS;
}

static bool check_flags(Value *args, int *level, bool *future) {
    int64_t flags = 0, optimize = -1;
    if ((args[3] && !object_to_int64(args[3], &flags)) || (args[5] && !object_to_int64(args[5], &optimize))) return false;
    if (flags & ~(int64_t)FLAGS_KNOWN) return raise_value_error("compile(): unrecognised flags");
    if (optimize < -1 || optimize > 2) return raise_value_error("compile(): invalid optimize value");
    if (flags & FLAG_AST) return raise_not_implemented("compile(): syntax trees are not available");
    if (flags & FLAG_AWAIT) return raise_not_implemented("compile(): flags=0x%x", (int)flags);
    int alone = args[4] ? object_truth(args[4]) : 0;
    if (alone < 0) return false;
    *future = flags & FLAG_FUTURE_ANNOTATIONS || (!alone && caller_has_future_annotations());
    *level = optimize < 0 ? settings.optimize : (int)optimize;
    return true;
}

// The name in a str, bytes, or object with __fspath__.
static Value file_name_of(Value v) {
    Value os = import_by_name("os"), decode = os ? object_get_attribute_c(os, "fsdecode") : 0;
    Value name = str_check(v) ? v : decode ? object_call1(decode, v) : 0;
    if (name && memchr(str_data(name), 0, str_size(name))) return raise_value_error("embedded null character");
    return name;
}

static Value py_compile(Value self, Value *args) {
    (void)self;
    const char *text;
    size_t size;
    RunMode mode;
    int level = 0;
    bool future = false;
    Value name = str_check(args[1]) && !memchr(str_data(args[1]), 0, str_size(args[1])) ? args[1] : file_name_of(args[1]);
    if (!name) return 0;
    if (!str_check(args[2])) return raise_type_error("compile() argument 'mode' must be str, not %P", args[2]);
    if (!check_flags(args, &level, &future)) return 0;
    if (str_equal_c(args[2], "exec")) mode = RUN_EXEC;
    else if (str_equal_c(args[2], "eval")) mode = RUN_EVAL;
    else if (str_equal_c(args[2], "single")) mode = RUN_SINGLE;
    else if (str_equal_c(args[2], "func_type"))
        return raise_value_error("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    else return raise_value_error("compile() mode must be 'exec', 'eval' or 'single'");
    if (!source_text(args[0], "compile", "string, bytes or AST", name, &text, &size)) return 0;
    return run_compile_with(text, size, name, mode, level, future);
}

// Globals and locals of exec and eval: those given, or the caller's.
static bool namespaces(const char *function, Value *globals, Value *locals) {
    bool evaluates = function[1] == 'v';
    if (*globals == NONE) *globals = 0;
    if (*locals == NONE) *locals = 0;
    if (evaluates && *locals && !type_of(*locals)->get_item) return raise_type_error("locals must be a mapping");
    if (*globals && !dict_check(*globals)) {
        if (evaluates)
            return raise_type_error(type_of(*globals)->get_item
                                        ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                        : "globals must be a dict");
        return raise_type_error("%s() globals must be a dict, not %T", function, *globals);
    }
    if (*locals && !type_of(*locals)->get_item) return raise_type_error("locals must be a mapping or None, not %T", *locals);
    Frame *frame = machine.frame;
    if (!*globals) {
        if (!frame) return raise_format(&SystemError_type, "globals and locals cannot be NULL");
        *globals = VALUE(frame->globals);
        if (!*locals) *locals = frame_locals(frame);
    } else if (!*locals) {
        *locals = *globals;
    }
    if (!*locals) return false;
    if (!dict_get_name(dict_of(*globals), NAME(__builtins__)))
        return dict_set(*globals, NAME(__builtins__), frame ? builtins_object(frame->builtins) : machine.builtins);
    return true;
}

static Value run_code(const char *function, Value code, Value globals, Value locals, Value closure) {
    Value made = function_new(code, dict_of(globals));
    if (!made) return 0;
    const Code *c = code_of(code);
    size_t free = c->free_count;
    bool has_parameters = c->positional_count || c->keyword_only_count || c->flags & (CODE_VARARGS | CODE_VARKEYWORDS);
    if (has_parameters && !free) return object_call0(made);
    if (closure && closure != NONE) {
        if (!free) return raise_type_error("cannot use a closure with this code object");
        if (!tuple_check(closure) || tuple_count(closure) != free)
            return raise_type_error("code object requires a closure of exactly length %zu", free);
        for (size_t k = 0; k < free; k++)
            if (!value_is(tuple_get(closure, k), &cell_type))
                return raise_type_error("code object requires a closure of exactly length %zu", free);
        Function *f = function_of(made);
        f->closure = closure;
        return machine_execute_function(f, locals);
    }
    if (free) {
        if (function[1] == 'v') return raise_type_error("code object passed to eval() may not contain free variables");
        return raise_type_error("code object requires a closure of exactly length %zu", free);
    }
    return machine_execute_function(function_of(made), locals);
}

static Value compile_for_caller(const char *text, size_t size, Value name, RunMode mode) {
    return run_compile_with(text, size, name, mode, settings.optimize, caller_has_future_annotations());
}

static Value py_exec(Value self, Value *args) {
    (void)self;
    Value code = args[0], globals = args[1] ? args[1] : NONE, locals = args[2] ? args[2] : NONE;
    if (!namespaces("exec", &globals, &locals)) return 0;
    if (!value_is(code, &code_type)) {
        const char *text;
        size_t size;
        if (args[3] && args[3] != NONE) return raise_type_error("closure can only be used when source is a code object");
        Value name = str_from("<string>");
        if (!name || !source_text(code, "exec", "string, bytes or code", name, &text, &size)) return 0;
        if (!(code = compile_for_caller(text, size, name, RUN_EXEC))) return 0;
    }
    return run_code("exec", code, globals, locals, args[3]) ? NONE : 0;
}

static Value py_eval(Value self, Value *args) {
    (void)self;
    Value code = args[0], globals = args[1] ? args[1] : NONE, locals = args[2] ? args[2] : NONE;
    if (!namespaces("eval", &globals, &locals)) return 0;
    if (!value_is(code, &code_type)) {
        const char *text;
        size_t size;
        Value name = str_from("<string>");
        if (!name || !source_text(code, "eval", "string, bytes or code", name, &text, &size)) return 0;
        while (size && (*text == ' ' || *text == '\t')) text++, size--;
        if (!(code = compile_for_caller(text, size, name, RUN_EVAL))) return 0;
    }
    return run_code("eval", code, globals, locals, 0);
}

static Value py_import(Value self, Value *args) {
    (void)self;
    int64_t level = 0;
    if (args[4] && !object_to_int64(args[4], &level)) return 0;
    if (level > 0 && !args[1]) return raise_key_error(str_from("'__name__' not in globals"));
    if (level > 0 && !dict_check(args[1])) return raise_type_error("globals must be a dict");
    Value globals = args[1] && dict_check(args[1]) ? args[1] : dict_new();
    return globals ? import_module(args[0], dict_of(globals), args[3], (int)level) : 0;
}

static Value py_breakpoint(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    Value hook = sys_get(intern("breakpointhook"));
    if (!hook) return error_pending ? 0 : raise_runtime_error("lost sys.breakpointhook");
    return object_call(hook, args, count, keywords);
}

const MethodDef builtins_source_functions[] = {
    FUNCTION("__import__", py_import, "name, globals=None, locals=None, fromlist=(), level=0", "What an import statement calls."),
    FUNCTION("breakpoint", (NativeFunction)(void *)py_breakpoint, NATIVE_RAW, "Call sys.breakpointhook."),
    FUNCTION("compile", py_compile, "source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1",
             "Compile source text to a code object for exec() or eval()."),
    FUNCTION("eval", py_eval, "source, /, globals=None, locals=None", "Evaluate an expression, or a code object."),
    FUNCTION("exec", py_exec, "source, /, globals=None, locals=None, *, closure=None", "Run statements, or a code object."),
    METHODS_END
};
