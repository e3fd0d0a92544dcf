// Functions and lambdas: defaults, closure, body, decorators.
#include "objects/list.h"
#include "objects/tuple.h"
#include "vm/compiler/compile.h"

enum { HAS_DEFAULTS = 1, HAS_KWDEFAULTS = 2, HAS_ANNOTATE = 4, HAS_CLOSURE = 8 };    // bits of MAKE_FUNCTION

// ----------------------------------------------------------------------------- parts shared by all functions

uint32_t compile_closure(Compiler *c, Scope *scope, Span span) {
    if (c->failed || !scope->free_count) return 0;
    for (uint32_t i = 0; i < scope->free_count; i++)
        emit(c, OP_LOAD_CLOSURE, (int32_t)scope_cell_slot(c->unit->scope, scope->free[i]), span);
    emit(c, OP_BUILD_TUPLE, (int32_t)scope->free_count, span);
    return HAS_CLOSURE;
}

void compile_make_function(Compiler *c, Value code, uint32_t flags, Span span) {
    if (c->failed || !code) return;
    emit_constant(c, code, span);
    emit(c, OP_MAKE_FUNCTION, (int32_t)flags, span);
}

void compile_apply_decorators(Compiler *c, ExprList decorators) {
    for (int i = decorators.count; i-- > 0 && !c->failed;)
        emit_call(c, OP_CALL, 1, decorators.items[i]->span);
}

// Ends the code of a generator or coroutine: a StopIteration that leaves it becomes a RuntimeError.
static void finish_generator(Compiler *c, Range *range) {
    range_suspend(c, range);
    range_place_target(c, range);
    emit(c, OP_STOP_ITERATION_ERROR, 0, (Span){0});
}

// Begins the unit of a function; the range is for functions that are generators or coroutines.
void function_begin(Compiler *c, Unit *unit, Scope *scope, Value name, Span span, Range *range) {
    unit_begin(c, unit, scope, name, span);
    unit_prologue(c, span);
    range->start = -1;
    if (unit->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR))
        range_open(c, range, label_new(c));
}

Value function_finish(Compiler *c, Unit *unit, Range *range) {
    if (range->start >= 0) finish_generator(c, range);
    return unit_finish(c, unit);
}

static void count_parameters(Unit *unit, const Parameters *parameters) {
    unit->positional_count = (uint32_t)parameters->positional.count;
    unit->positional_only_count = (uint32_t)parameters->positional_only;
    unit->keyword_only_count = (uint32_t)parameters->keyword_only.count;
    if (parameters->vararg) unit->flags |= CODE_VARARGS;
    if (parameters->kwarg) unit->flags |= CODE_VARKEYWORDS;
}

static void check_parameter(Compiler *c, const Parameter *parameter) {
    if (parameter) compile_check_name(c, parameter->name, parameter->span, "assign to");
}

static void check_parameters(Compiler *c, const Parameters *parameters) {
    for (int i = 0; i < parameters->positional.count; i++)
        check_parameter(c, &parameters->positional.items[i]);
    for (int i = 0; i < parameters->keyword_only.count; i++)
        check_parameter(c, &parameters->keyword_only.items[i]);
    check_parameter(c, parameters->vararg);
    check_parameter(c, parameters->kwarg);
}

// -------------------------------------------------------------------------------------------------- defaults

static uint32_t push_defaults(Compiler *c, ParameterList list, Span span) {
    int first = 0, count = 0;
    while (first < list.count && !list.items[first].default_value) first++;
    count = list.count - first;
    if (!count || c->failed) return 0;
    Value values = list_with_capacity((size_t)count);
    for (int i = first; values && i < list.count; i++) {
        Value value = fold_expression(c, list.items[i].default_value);
        if (!value || !list_append(values, value)) values = 0;
    }
    Value tuple = values ? list_to_tuple(values) : 0;
    if (tuple) {
        emit_constant(c, tuple, span);
        return HAS_DEFAULTS;
    }
    for (int i = first; i < list.count; i++) compile_expression(c, list.items[i].default_value);
    emit(c, OP_BUILD_TUPLE, count, span);
    return HAS_DEFAULTS;
}

static uint32_t push_kwdefaults(Compiler *c, ParameterList list, Span span) {
    int count = 0;
    for (int i = 0; i < list.count && !c->failed; i++) {
        if (!list.items[i].default_value) continue;
        const Name *name = scope_mangle(c, c->scope->private_name, list.items[i].name);
        emit_constant(c, compile_name_value(c, name), span);
        compile_expression(c, list.items[i].default_value);
        count++;
    }
    if (!count) return 0;
    emit(c, OP_BUILD_DICT, count, span);
    return HAS_KWDEFAULTS;
}

// ---------------------------------------------------------------------------------------------------- def

// Where co_firstlineno looks: the first decorator's line.
static Span first_span(const Stmt *s, ExprList decorators) {
    Span span = s->span;
    if (decorators.count) span.line = decorators.items[0]->span.line;
    return span;
}

static Value compile_function_code(Compiler *c, Stmt *s) {
    Scope *scope = scope_child(c->scope, SCOPE_FUNCTION, s);
    Unit unit;
    Range range;
    check_parameters(c, s->function_def.parameters);
    function_begin(c, &unit, scope, compile_name_value(c, s->function_def.name),
                   first_span(s, s->function_def.decorators), &range);
    count_parameters(&unit, s->function_def.parameters);
    if (c->options->optimize < 2 && compile_is_docstring(s->function_def.body) && !c->failed) {
        Value doc = compile_docstring(c, s->function_def.body);
        if (doc) unit.doc = doc;
    }
    compile_body(c, s->function_def.body);
    emit(c, OP_RETURN_NONE, 0, s->function_def.body.items[s->function_def.body.count - 1]->span);
    return function_finish(c, &unit, &range);
}

// [defaults] [kwdefaults] as `flags` say -- function
static void make_function_from(Compiler *c, Stmt *s, uint32_t flags, Span span) {
    flags |= compile_function_annotations(c, s);
    Scope *scope = c->failed ? NULL : scope_child(c->scope, SCOPE_FUNCTION, s);
    if (scope) flags |= compile_closure(c, scope, span);
    Value code = c->failed ? 0 : compile_function_code(c, s);
    compile_make_function(c, code, flags, span);
}

// def f[T](...): a hidden function makes the type parameters and then f; it is handed f's defaults.
static void make_generic_function(Compiler *c, Stmt *s, uint32_t flags, Span span) {
    Scope *scope = scope_child(c->scope, SCOPE_TYPE_PARAMS, s);
    uint32_t count = !!(flags & HAS_DEFAULTS) + !!(flags & HAS_KWDEFAULTS);
    Unit unit;
    Value name =
        c->failed ? 0 : str_format("<generic parameters of %S>", compile_name_value(c, s->function_def.name));
    unit_begin(c, &unit, scope, name, first_span(s, s->function_def.decorators));
    unit.positional_count = count;
    unit_prologue(c, span);
    compile_type_params(c, s->function_def.type_params);
    for (uint32_t i = 0; i < count; i++) emit(c, OP_LOAD_LOCAL, (int32_t)i, span);
    make_function_from(c, s, flags, span);
    emit(c, OP_SWAP, 2, span);
    emit(c, OP_SET_TYPE_PARAMS, 0, span);
    emit(c, OP_RETURN, 0, span);
    Value code = unit_finish(c, &unit);
    uint32_t closure = compile_closure(c, scope, span);
    compile_make_function(c, code, closure, span);
    for (uint32_t i = count; i > 0; i--)
        emit(c, OP_SWAP, (int32_t)i + 1, span);    // behind the function, in their order
    if (!c->failed) emit_call(c, OP_CALL, count, span);
}

void compile_function_def(Compiler *c, Stmt *s) {
    Span span = s->span;
    compile_check_name(c, s->function_def.name, s->span, "assign to");
    compile_expressions(c, s->function_def.decorators);
    uint32_t flags = push_defaults(c, s->function_def.parameters->positional, span);
    flags |= push_kwdefaults(c, s->function_def.parameters->keyword_only, span);
    if (c->failed) return;
    if (s->function_def.type_params.count) make_generic_function(c, s, flags, span);
    else make_function_from(c, s, flags, span);
    compile_apply_decorators(c, s->function_def.decorators);
    compile_store_name(c, s->function_def.name, span);
}

void compile_lambda(Compiler *c, Expr *e) {
    Parameters *parameters = e->lambda.parameters;
    check_parameters(c, parameters);
    uint32_t flags = push_defaults(c, parameters->positional, e->span);
    flags |= push_kwdefaults(c, parameters->keyword_only, e->span);
    if (c->failed) return;
    Scope *scope = scope_child(c->scope, SCOPE_LAMBDA, e);
    flags |= compile_closure(c, scope, e->span);
    Unit unit;
    Range range;
    function_begin(c, &unit, scope, NAME(lambda_), e->span, &range);
    count_parameters(&unit, parameters);
    compile_expression(c, e->lambda.body);
    emit(c, OP_RETURN, 0, e->lambda.body->span);
    compile_make_function(c, function_finish(c, &unit, &range), flags, e->span);
}
