// Comprehensions. List, set and dict comprehensions are part of the code around them (PEP 709): their
// variables have local slots of their own, which are unset when the comprehension is left, also by an
// exception. Generator expressions are functions with the outermost iterator as their parameter.
#include "vm/compiler/compile.h"

typedef struct {
    Expr *node;
    ComprehensionList clauses;
    Expr *element, *value;          // value: of a dict
} Parts;

static Parts parts_of(Expr *e) {
    if (e->kind == AST_DICT_COMP)
        return (Parts){e, e->dict_comp.clauses, e->dict_comp.key, e->dict_comp.value};
    return (Parts){e, e->list_comp.clauses, e->list_comp.element, NULL};
}

// With the result `depth` iterators deep.
static void compile_element(Compiler *c, const Parts *parts, int depth) {
    Span span = parts->element->span;
    compile_expression(c, parts->element);
    switch (parts->node->kind) {
    case AST_LIST_COMP: emit(c, OP_LIST_APPEND, depth + 1, span); break;
    case AST_SET_COMP: emit(c, OP_SET_ADD, depth + 1, span); break;
    case AST_DICT_COMP:
        compile_expression(c, parts->value);
        span.end_line = parts->value->span.end_line;
        span.end_column = parts->value->span.end_column;
        emit(c, OP_DICT_ADD, depth + 1, span);
        break;
    default:
        compile_yield_value(c, span);
        emit(c, OP_POP, 0, span);
    }
}

// -- iterator
static void compile_clause_iterator(Compiler *c, Comprehension *clause) {
    (clause->is_async ? compile_expression : compile_constant_container)(c, clause->iter);
    emit(c, clause->is_async ? OP_GET_AITER : OP_GET_ITER, 0, clause->iter->span);
}

static void compile_clause(Compiler *c, const Parts *parts, int index);

static void compile_clause_body(Compiler *c, const Parts *parts, int index, int next) {
    Comprehension *clause = &parts->clauses.items[index];
    for (int i = 0; i < clause->conditions.count; i++)
        compile_jump_if(c, clause->conditions.items[i], next, false);
    if (index + 1 == parts->clauses.count) {
        compile_element(c, parts, index + 1);
        return;
    }
    Comprehension *inner = &parts->clauses.items[index + 1];
    compile_clause_iterator(c, inner);
    compile_clause(c, parts, index + 1);
}

// iterator --
static void compile_clause(Compiler *c, const Parts *parts, int index) {
    if (!compile_enter(c, parts->node->span)) return;
    Comprehension *clause = &parts->clauses.items[index];
    int next = label_new(c);
    if (clause->is_async) {
        Range range;
        label_place(c, next);
        compile_async_next(c, &range, parts->node->span);
        compile_store(c, clause->target);
        compile_clause_body(c, parts, index, next);
        emit_jump(c, OP_JUMP, next, parts->node->span);
        compile_async_end(c, &range, parts->node->span);
    } else {
        ForLoop loop = {.test = next};
        compile_for_begin(c, &loop, clause->target, clause->iter->span);
        compile_clause_body(c, parts, index, next);
        compile_for_end(c, &loop);
    }
    compile_leave(c);
}

// --------------------------------------------------------------------------------------------------- inlined

static void make_cells(Compiler *c, const Scope *scope, Span span) {
    for (const Symbol *symbol = scope->symbols; symbol; symbol = symbol->next)
        if (symbol->target == symbol && symbol->captured) emit(c, OP_MAKE_CELL, (int32_t)symbol->slot, span);
}

static void clear_variables(Compiler *c, const Scope *scope, Span span) {
    for (const Symbol *symbol = scope->symbols; symbol; symbol = symbol->next)
        if (symbol->target == symbol) emit(c, OP_CLEAR_LOCAL, (int32_t)symbol->slot, span);
}

static void compile_inlined(Compiler *c, Expr *e, Scope *scope) {
    Parts parts = parts_of(e);
    Scope *outer = c->scope;
    Opcode build = e->kind == AST_LIST_COMP  ? OP_BUILD_LIST
                   : e->kind == AST_SET_COMP ? OP_BUILD_SET
                                             : OP_BUILD_DICT;
    c->scope = scope;
    make_cells(c, scope, e->span);
    emit(c, build, 0, e->span);
    emit(c, OP_SWAP, 2, e->span);
    Range range;
    c->unit->depth -= 2;
    range_open(c, &range, label_new(c));
    c->unit->depth += 2;
    compile_clause(c, &parts, 0);
    range_suspend(c, &range);
    clear_variables(c, scope, e->span);
    int end = label_new(c), depth = c->unit->depth;
    emit_jump(c, OP_JUMP, end, (Span){0});
    uint32_t cold = cold_begin(c);
    range_place_target(c, &range);
    clear_variables(c, scope, (Span){0});
    emit(c, OP_RERAISE, 0, (Span){0});
    cold_end(c, cold);
    c->unit->depth = depth;
    label_place(c, end);
    c->scope = outer;
}

// ------------------------------------------------------------------------------------- generator expressions

// iterator -- generator
static void compile_generator(Compiler *c, Expr *e, Scope *scope) {
    Parts parts = parts_of(e);
    Unit unit;
    Range range;
    uint32_t closure = compile_closure(c, scope, e->span);
    function_begin(c, &unit, scope, NAME(genexpr), e->span, &range);
    unit.positional_count = 1;
    emit(c, OP_LOAD_LOCAL, 0, e->span);
    if (!parts.clauses.items[0].is_async) emit(c, OP_CHECK_ITERATOR, 0, e->span);
    compile_clause(c, &parts, 0);
    emit(c, OP_RETURN_NONE, 0, e->span);
    compile_make_function(c, function_finish(c, &unit, &range), closure, e->span);
}

void compile_comprehension(Compiler *c, Expr *e) {
    if (c->failed) return;
    Comprehension *first = &parts_of(e).clauses.items[0];
    bool is_generator = e->kind == AST_GENERATOR_EXP;
    Scope *scope = scope_child(c->scope, is_generator ? SCOPE_GENERATOR : SCOPE_COMPREHENSION, e);
    if (is_generator) {
        compile_generator(c, e, scope);
        compile_clause_iterator(c, first);
        if (!c->failed) emit_call(c, OP_CALL, 1, e->span);
    } else {
        compile_clause_iterator(c, first);
        compile_inlined(c, e, scope);
    }
}
