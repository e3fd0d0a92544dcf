// Assemble: begins and ends a unit, and makes the Code out of it.
#include "objects/list.h"
#include "vm/compiler/compile.h"
#include "vm/compiler/layout.h"
#include <stdlib.h>

// ---------------------------------------------------------------------------------------------------- begin

static void mark_untracked(Unit *unit, const Scope *scope) {
    for (const Symbol *symbol = scope->symbols; symbol; symbol = symbol->next) {
        bool removable = symbol->flags & SYMBOL_DELETED || symbol->captured;
        if (symbol->target == symbol && removable && symbol->slot < 256)
            unit->untracked.words[symbol->slot / 64] |= 1ull << (symbol->slot % 64);
    }
    for (const Scope *child = scope->first; child; child = child->next)
        if (child->root == unit->scope) mark_untracked(unit, child);
}

static Value qualified_name(Compiler *c, Unit *unit, const Name *own_name) {
    Unit *outer = unit->outer;
    if (outer && outer->scope->kind == SCOPE_TYPE_PARAMS) outer = outer->outer;
    if (!outer || outer->scope->kind == SCOPE_MODULE) return unit->name;
    Scope *scope =
        unit->outer_scope->kind == SCOPE_TYPE_PARAMS ? unit->outer_scope->parent : unit->outer_scope;
    Symbol *symbol = own_name ? scope_find(scope, scope_mangle(c, scope->private_name, own_name)) : NULL;
    if (symbol && symbol->flags & SYMBOL_GLOBAL) return unit->name;
    const char *between = scope_is_function(outer->scope) ? ".<locals>." : ".";
    return str_format("%S%s%S", outer->qualified_name, between, unit->name);
}

static const Name *defined_name(const Scope *scope) {
    if (scope->kind == SCOPE_FUNCTION) return ((const Stmt *)scope->node)->function_def.name;
    if (scope->kind == SCOPE_CLASS) return ((const Stmt *)scope->node)->class_def.name;
    return NULL;
}

static uint32_t scope_flags(const Unit *unit, const Scope *scope) {
    uint32_t flags = 0;
    if (scope_is_function(scope)) flags |= CODE_OPTIMIZED | CODE_NEWLOCALS;
    if (unit->outer && unit->outer->scope->kind != SCOPE_MODULE && scope_is_function(scope))
        for (const Scope *outer = scope->parent; outer; outer = outer->parent)
            if (scope_is_function(outer)) flags |= CODE_NESTED;
    if (scope->kind == SCOPE_FUNCTION && scope->parent->kind == SCOPE_CLASS) flags |= CODE_METHOD;
    bool is_async = scope->is_async || (scope->kind == SCOPE_GENERATOR && scope->is_coroutine);
    if (scope->is_generator) flags |= is_async ? CODE_ASYNC_GENERATOR : CODE_GENERATOR;
    else if (is_async) flags |= CODE_COROUTINE;
    return flags;
}

void unit_begin(Compiler *c, Unit *unit, Scope *scope, Value name, Span span) {
    *unit = (Unit){.outer = c->unit, .outer_scope = c->scope, .scope = scope, .name = name, .doc = NONE};
    unit->first_line = span.line;
    unit->constants = list_with_capacity(0);
    unit->names = list_with_capacity(0);
    unit->cache_names = list_with_capacity(0);
    if (!c->failed && (!name || !unit->constants || !unit->names || !unit->cache_names)) compile_fail(c);
    if (!c->failed) {
        unit->qualified_name = qualified_name(c, unit, defined_name(scope));
        if (!unit->qualified_name) compile_fail(c);
        unit->flags = scope_flags(unit, scope) | (c->future_annotations ? CODE_FUTURE_ANNOTATIONS : 0);
        mark_untracked(unit, scope);
    }
    c->unit = unit;
    c->scope = scope;
    for (Symbol *symbol = scope->symbols; symbol && symbol->flags & SYMBOL_PARAMETER; symbol = symbol->next)
        emit_set_bound(c, symbol->slot);
}

void unit_prologue(Compiler *c, Span span) {
    Unit *unit = c->unit;
    Scope *scope = unit->scope;
    Span start = {span.line, 0, span.line, 0};
    if (unit->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR))
        emit(c, OP_RETURN_GENERATOR, 0, start);
    Symbol *specials[] = {scope->class_cell, scope->class_dict, scope->class_conditional};
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++)
        if (specials[i]) emit(c, OP_MAKE_CELL, (int32_t)specials[i]->slot, start);
    for (Symbol *symbol = scope->symbols; symbol; symbol = symbol->next)
        if (symbol->target == symbol && symbol->captured) emit(c, OP_MAKE_CELL, (int32_t)symbol->slot, start);
}

// ---------------------------------------------------------------------------------------------------- locals

static void name_local(Compiler *c, Code *code, uint32_t slot, const Name *name, uint8_t kind) {
    code->local_names[slot] = compile_name_value(c, name);
    code->local_kinds[slot] = kind;
}

static void name_symbol(Compiler *c, Code *code, const Symbol *symbol) {
    if (symbol->target == symbol)
        name_local(c, code, symbol->slot, symbol->name, symbol->captured ? LOCAL_CELL : LOCAL_PLAIN);
}

static void name_inlined(Compiler *c, Code *code, const Scope *root, const Scope *scope) {
    for (const Scope *child = scope->first; child; child = child->next) {
        if (child->root != root) continue;
        for (const Symbol *symbol = child->symbols; symbol; symbol = symbol->next)
            name_symbol(c, code, symbol);
        name_inlined(c, code, root, child);
    }
}

static void name_locals(Compiler *c, Code *code, const Scope *root) {
    if (scope_is_function(root))
        for (const Symbol *symbol = root->symbols; symbol; symbol = symbol->next)
            name_symbol(c, code, symbol);
    if (root->kind == SCOPE_ANNOTATIONS) code->local_names[0] = compile_name_value(c, c->known.shown_format);
    const Symbol *specials[] = {root->class_cell, root->class_dict, root->class_conditional};
    for (size_t i = 0; i < sizeof specials / sizeof *specials; i++)
        if (specials[i]) name_local(c, code, specials[i]->slot, specials[i]->name, LOCAL_CELL);
    name_inlined(c, code, root, root);
    for (uint32_t i = 0; i < root->temp_count; i++)
        name_local(c, code, root->temp_base + i, c->known.underscore, LOCAL_HIDDEN);
    for (uint32_t i = 0; i < root->free_count; i++)
        name_local(c, code, root->local_count - root->free_count + i, root->free[i]->name, LOCAL_FREE);
}

// ---------------------------------------------------------------------------------------------------- the
// Code

static bool make_room(Code *code) {
    code->instructions = mem_alloc_atomic((code->count + 1) * sizeof(Instruction));
    code->positions = mem_alloc_atomic((code->count + 1) * sizeof(Position));
    code->handlers = mem_alloc_atomic((code->handler_count + 1) * sizeof(Handler));
    code->local_kinds = mem_alloc_atomic(code->local_count + 1);
    code->local_names = mem_alloc((code->local_count + 1) * sizeof(Value));
    code->constants = mem_alloc((code->constant_count + 1) * sizeof(Value));
    code->names = mem_alloc((code->name_count + 1) * sizeof(Value));
    code->caches = mem_alloc((code->cache_count + 1) * sizeof(Cache));
    return code->instructions && code->positions && code->handlers && code->local_kinds &&
           code->local_names && code->constants && code->names && code->caches;
}

static void copy_values(Value *to, Value list) {
    if (list_of(list)->count) memcpy(to, list_of(list)->items, list_of(list)->count * sizeof(Value));
}

static void fill_header(Compiler *c, const Unit *unit, Code *code) {
    code->file_name = c->options->file_name;
    code->name = unit->name;
    code->qualified_name = unit->qualified_name;
    code->doc = unit->doc;
    code->first_line = unit->first_line;
    code->flags = unit->flags | (unit->doc != NONE ? CODE_HAS_DOCSTRING : 0);
    code->positional_count = unit->positional_count;
    code->positional_only_count = unit->positional_only_count;
    code->keyword_only_count = unit->keyword_only_count;
    code->local_count = unit->scope->local_count;
    code->free_count = unit->scope->free_count;
    code->stack_size = (uint32_t)unit->max_depth + 1;
    code->constant_count = (uint32_t)list_of(unit->constants)->count;
    code->name_count = (uint32_t)list_of(unit->names)->count;
    code->cache_count = (uint32_t)list_of(unit->cache_names)->count;
}

static Value unit_assemble(Compiler *c, Unit *unit) {
    Layout layout = {0};
    Code *code = layout_make(&layout, unit) ? mem_object(&code_type, sizeof(Code)) : NULL;
    if (code) {
        fill_header(c, unit, code);
        code->count = layout.total;
        code->handler_count = layout.handler_count;
    }
    if (!code || !make_room(code)) {
        layout_free(&layout);
        if (!error_occurred()) raise_memory_error();
        compile_fail(c);
        return 0;
    }
    layout_write(&layout, unit, code);
    layout_free(&layout);
    name_locals(c, code, unit->scope);
    copy_values(code->constants, unit->constants);
    copy_values(code->names, unit->names);
    List *cache_names = list_of(unit->cache_names);
    for (size_t i = 0; i < cache_names->count; i++) {
        code->caches[i].name = cache_names->items[i] == NONE ? 0 : cache_names->items[i];
        code->caches[i].key = UINT64_MAX;           // a type that was not made ready has version 0
    }
    return VALUE(code);
}

Value unit_finish(Compiler *c, Unit *unit) {
    Value code = c->failed ? 0 : unit_assemble(c, unit);
    c->unit = unit->outer;
    c->scope = unit->outer_scope;
    unit_free(unit);
    return c->failed ? 0 : code;
}
