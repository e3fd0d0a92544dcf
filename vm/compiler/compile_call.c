// Calls, attributes and super().
#include "objects/list.h"
#include "objects/tuple.h"
#include "vm/compiler/compile.h"

#define ARGUMENTS_MAX 255

// ------------------------------------------------------------------------------------------------ attributes

// A chain of calls over several lines shows the line of the failing name, not that of the chain's beginning.
Span compile_attribute_span(Expr *e) {
    Span span = e->span;
    if (e->attribute.name_span.line == span.line) return span;
    span.line = e->attribute.name_span.line;
    span.column = e->attribute.name_span.column;
    return span;
}

static const Name *attribute_name(Compiler *c, Expr *e) {
    return scope_mangle(c, c->scope->private_name, e->attribute.attribute);
}

// The first parameter of the function whose code this is: what super() takes as its object.
static Symbol *first_parameter(Compiler *c) {
    Unit *unit = c->unit;
    return unit->positional_count ? unit->scope->symbols : NULL;
}

// super().name and super(class, object).name, where `super` is not anybody's variable.
static bool is_super_attribute(Compiler *c, Expr *e) {
    Expr *call = e->attribute.value;
    if (call->kind != AST_CALL || call->call.function->kind != AST_NAME) return false;
    if (call->call.function->name.id != c->known.super || e->attribute.attribute == c->known.class_cell)
        return false;
    PlaceKind kind = compile_place(c, c->known.super).kind;
    Symbol *module_symbol = scope_find(c->module_scope, c->known.super);
    if (kind != PLACE_GLOBAL || (module_symbol && module_symbol->flags & SYMBOL_BOUND)) return false;
    ArgumentList arguments = call->call.arguments;
    for (int i = 0; i < arguments.count; i++)
        if (arguments.items[i].kind != ARGUMENT_POSITIONAL) return false;
    if (arguments.count == 2) return true;
    return arguments.count == 0 && first_parameter(c) &&
           compile_place(c, c->known.class_cell).kind == PLACE_CELL;
}

static void load_super(Compiler *c, Expr *e, Opcode op) {
    Expr *call = e->attribute.value;
    compile_load_name(c, c->known.super, call->call.function->span);
    if (call->call.arguments.count == 2) {
        compile_expression(c, call->call.arguments.items[0].value);
        compile_expression(c, call->call.arguments.items[1].value);
    } else {
        Symbol *self = first_parameter(c);
        compile_load_name(c, c->known.class_cell, call->span);
        if (self->captured) emit(c, OP_LOAD_CELL, (int32_t)self->slot, call->span);
        else emit_load_local(c, self->slot, call->span);
    }
    emit_cached(c, op, attribute_name(c, e), compile_attribute_span(e));
}

// Loads an attribute by one of two pairs of opcodes: the value, or function and self for a call.
static void load_attribute(Compiler *c, Expr *e, Opcode general, Opcode of_local) {
    if (c->failed) return;
    Span span = compile_attribute_span(e);
    int local = compile_plain_local(c, e->attribute.value);
    if (local >= 0 && !emit_caches_full(c)) {
        emit_ae(c, of_local, (uint32_t)local, emit_cache_index(c, attribute_name(c, e)), span);
    } else {
        compile_expression(c, e->attribute.value);
        emit_cached(c, general, attribute_name(c, e), span);
    }
}

void compile_attribute(Compiler *c, Expr *e) {
    if (is_super_attribute(c, e)) load_super(c, e, OP_LOAD_SUPER_ATTRIBUTE);
    else load_attribute(c, e, OP_LOAD_ATTRIBUTE, OP_LOAD_ATTRIBUTE_LOCAL);
}

// ------------------------------------------------------------------------------------------------- arguments

static bool is_keyword(const Argument *argument) {
    return argument->kind == ARGUMENT_KEYWORD || argument->kind == ARGUMENT_DOUBLE_STARRED;
}

static void check_keywords(Compiler *c, ArgumentList arguments) {
    for (int i = 0; i < arguments.count; i++) {
        const Argument *a = &arguments.items[i];
        if (a->kind != ARGUMENT_KEYWORD) continue;
        if (a->name == c->known.debug) compile_error(c, a->span, "cannot assign to __debug__");
        for (int k = 0; k < i; k++)
            if (arguments.items[k].kind == ARGUMENT_KEYWORD && arguments.items[k].name == a->name)
                compile_error(c, a->span, "keyword argument repeated: %s", a->name->data);
    }
}

CallShape compile_call_shape(Compiler *c, const CallArguments *call) {
    CallShape shape = CALL_PLAIN;
    uint32_t count = call->pushed + (call->last != NULL) + (uint32_t)call->arguments.count;
    check_keywords(c, call->arguments);
    for (int i = 0; i < call->arguments.count; i++) {
        ArgumentKind kind = call->arguments.items[i].kind;
        if (kind == ARGUMENT_STARRED || kind == ARGUMENT_DOUBLE_STARRED) return CALL_WITH_STARS;
        if (kind == ARGUMENT_KEYWORD) shape = CALL_WITH_KEYWORDS;
    }
    if (count > ARGUMENTS_MAX) return CALL_WITH_STARS;
    if (!c->failed && emit_caches_full(c)) return CALL_WITH_KEYWORDS;
    return shape;
}

// The tuple of the keywords' names.
static void push_keyword_names(Compiler *c, ArgumentList arguments, Span span) {
    if (c->failed) return;
    Value names = list_with_capacity(0);
    for (int i = 0; names && i < arguments.count; i++) {
        if (arguments.items[i].kind != ARGUMENT_KEYWORD) continue;
        const Name *name = scope_mangle(c, c->scope->private_name, arguments.items[i].name);
        if (!list_append(names, compile_name_value(c, name))) names = 0;
    }
    Value tuple = names ? list_to_tuple(names) : 0;
    if (tuple) emit_constant(c, tuple, span);
    else compile_fail(c);
}

static void push_values(Compiler *c, const CallArguments *call) {
    for (int i = 0; i < call->arguments.count; i++)
        if (!is_keyword(&call->arguments.items[i])) compile_expression(c, call->arguments.items[i].value);
    if (call->last) compile_load_name(c, call->last, call->span);
    for (int i = 0; i < call->arguments.count; i++)
        if (is_keyword(&call->arguments.items[i])) compile_expression(c, call->arguments.items[i].value);
}

// f(a, *b, c): a list that is extended. f(*b) alone hands b over as it is.
static void push_positional_list(Compiler *c, const CallArguments *call) {
    ArgumentList arguments = call->arguments;
    int count = 0, starred = 0;
    for (int i = 0; i < arguments.count; i++) {
        count += !is_keyword(&arguments.items[i]);
        starred += arguments.items[i].kind == ARGUMENT_STARRED;
    }
    bool only_star = call->pushed == 0 && count == 1 && starred == 1 && !call->last;
    if (!only_star) emit(c, OP_BUILD_LIST, (int32_t)call->pushed, call->span);
    for (int i = 0; i < arguments.count; i++) {
        if (is_keyword(&arguments.items[i])) continue;
        compile_expression(c, arguments.items[i].value);
        if (only_star) return;
        bool star = arguments.items[i].kind == ARGUMENT_STARRED;
        emit(c, star ? OP_LIST_EXTEND : OP_LIST_APPEND, 1, call->span);
    }
    if (!call->last) return;
    compile_load_name(c, call->last, call->span);
    emit(c, OP_LIST_APPEND, 1, call->span);
}

// f(a=1, **b, c=2): a dict into which each run of keywords and each mapping is merged.
static void push_keyword_dict(Compiler *c, const CallArguments *call) {
    ArgumentList arguments = call->arguments;
    bool started = false;
    for (int i = 0; i < arguments.count;) {
        if (!is_keyword(&arguments.items[i])) {
            i++;
            continue;
        }
        if (arguments.items[i].kind == ARGUMENT_DOUBLE_STARRED) {
            if (!started) emit(c, OP_BUILD_DICT, 0, call->span);
            started = true;
            compile_expression(c, arguments.items[i++].value);
            emit(c, OP_DICT_MERGE, 1, call->span);
            continue;
        }
        int pairs = 0;
        for (; i < arguments.count && arguments.items[i].kind != ARGUMENT_DOUBLE_STARRED; i++) {
            if (arguments.items[i].kind != ARGUMENT_KEYWORD) continue;
            const Name *name = scope_mangle(c, c->scope->private_name, arguments.items[i].name);
            emit_constant(c, compile_name_value(c, name), call->span);
            compile_expression(c, arguments.items[i].value);
            pairs++;
        }
        emit(c, OP_BUILD_DICT, pairs, call->span);
        if (started) emit(c, OP_DICT_MERGE, 1, call->span);
        started = true;
    }
    if (!started) emit(c, OP_PUSH_ABSENT, 0, call->span);
}

void compile_arguments(Compiler *c, const CallArguments *call, CallShape shape, bool is_method) {
    if (shape == CALL_WITH_STARS) {
        push_positional_list(c, call);
        push_keyword_dict(c, call);
        emit(c, OP_CALL_UNPACKED, 0, call->span);
        return;
    }
    push_values(c, call);
    uint32_t count = call->pushed + (call->last != NULL) + (uint32_t)call->arguments.count;
    if (shape == CALL_WITH_KEYWORDS) {
        push_keyword_names(c, call->arguments, call->span);
        emit(c, OP_CALL_KEYWORDS, (int32_t)count, call->span);
    } else {
        emit_call(c, is_method ? OP_CALL_METHOD : OP_CALL, count, call->span);
    }
}

// CPython runs `any(x for ...)` and its like in place, and points at the name alone.
static bool consumes_generator(const Expr *e) {
    const Expr *function = e->call.function;
    ArgumentList arguments = e->call.arguments;
    if (function->kind != AST_NAME || arguments.count != 1 || arguments.items[0].kind != ARGUMENT_POSITIONAL)
        return false;
    const char *name = function->name.id->data;
    bool consumes = !strcmp(name, "any") || !strcmp(name, "all") || !strcmp(name, "tuple");
    return consumes && arguments.items[0].value->kind == AST_GENERATOR_EXP;
}

void compile_call(Compiler *c, Expr *e) {
    Expr *function = e->call.function;
    CallArguments call = {.arguments = e->call.arguments, .span = e->span};
    CallShape shape = compile_call_shape(c, &call);
    if (function->kind == AST_ATTRIBUTE && shape != CALL_WITH_STARS) {
        if (is_super_attribute(c, function)) load_super(c, function, OP_LOAD_SUPER_METHOD);
        else load_attribute(c, function, OP_LOAD_METHOD, OP_LOAD_METHOD_LOCAL);
        Span name_line = compile_attribute_span(function);
        call.span.line = name_line.line;
        call.span.column = name_line.column;
        compile_arguments(c, &call, shape, true);
        return;
    }
    compile_expression(c, function);
    if (consumes_generator(e)) call.span = function->span;
    if (shape == CALL_WITH_KEYWORDS) emit(c, OP_PUSH_ABSENT, 0, e->span);
    compile_arguments(c, &call, shape, false);
}
