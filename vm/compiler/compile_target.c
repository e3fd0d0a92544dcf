// Targets: loading, storing and deleting by the kind of target; assignment statements.
#include "vm/compiler/compile.h"

// ---------------------------------------------------------------------------------------------------- names

Place compile_place(Compiler *c, const Name *name) {
    return scope_place(c, c->scope, scope_mangle(c, c->scope->private_name, name));
}

void compile_check_name(Compiler *c, const Name *name, Span span, const char *verb) {
    if (name == c->known.debug) compile_error(c, span, "cannot %s __debug__", verb);
}

void compile_load_name(Compiler *c, const Name *name, Span span) {
    if (c->failed) return;
    if (name == c->known.debug) {
        emit_constant(c, bool_value(!c->options->optimize), span);
        return;
    }
    Place place = compile_place(c, name);
    name = scope_mangle(c, c->scope->private_name, name);
    switch (place.kind) {
    case PLACE_LOCAL: emit_load_local(c, place.slot, span); break;
    case PLACE_CELL: emit(c, OP_LOAD_CELL, (int32_t)place.slot, span); break;
    case PLACE_GLOBAL: emit_cached(c, OP_LOAD_GLOBAL, name, span); break;
    case PLACE_NAME: emit_cached(c, OP_LOAD_NAME, name, span); break;
    case PLACE_CLASS_CELL: emit(c, OP_LOAD_CLASS_CELL, (int32_t)place.slot, span); break;
    case PLACE_DICT_CELL:
    case PLACE_DICT_GLOBAL: {
        Symbol *class_dict = scope_find(c->scope, c->known.class_dict);
        emit(c, OP_LOAD_CELL, (int32_t)scope_cell_slot(c->scope->root, class_dict->target), span);
        if (place.kind == PLACE_DICT_CELL) emit(c, OP_LOAD_DICT_OR_CELL, (int32_t)place.slot, span);
        else emit_named(c, OP_LOAD_DICT_OR_GLOBAL, name, span);
        break;
    }
    }
}

void compile_store_name(Compiler *c, const Name *name, Span span) {
    if (c->failed) return;
    compile_check_name(c, name, span, "assign to");
    Place place = compile_place(c, name);
    name = scope_mangle(c, c->scope->private_name, name);
    switch (place.kind) {
    case PLACE_LOCAL: emit_store_local(c, place.slot, span); break;
    case PLACE_GLOBAL:
    case PLACE_DICT_GLOBAL: emit_named(c, OP_STORE_GLOBAL, name, span); break;
    case PLACE_NAME: emit_cached(c, OP_STORE_NAME, name, span); break;
    default: emit(c, OP_STORE_CELL, (int32_t)place.slot, span);
    }
}

static void compile_delete_name(Compiler *c, const Name *name, Span span) {
    if (c->failed) return;
    compile_check_name(c, name, span, "delete");
    Place place = compile_place(c, name);
    name = scope_mangle(c, c->scope->private_name, name);
    switch (place.kind) {
    case PLACE_LOCAL: emit(c, OP_DELETE_LOCAL, (int32_t)place.slot, span); break;
    case PLACE_GLOBAL:
    case PLACE_DICT_GLOBAL: emit_named(c, OP_DELETE_GLOBAL, name, span); break;
    case PLACE_NAME: emit_named(c, OP_DELETE_NAME, name, span); break;
    default: emit(c, OP_DELETE_CELL, (int32_t)place.slot, span);
    }
}

void compile_clear_name(Compiler *c, const Name *name, Span span) {
    if (c->failed) return;
    Place place = compile_place(c, name);
    if (place.kind == PLACE_LOCAL) {
        emit(c, OP_CLEAR_LOCAL, (int32_t)place.slot, span);
        return;
    }
    emit(c, OP_LOAD_NONE, 0, span);
    compile_store_name(c, name, span);
    compile_delete_name(c, name, span);
}

// ------------------------------------------------------------------------------------------------ attributes

// `self.x = ...` in a method tells the class about x (__static_attributes__).
static void note_static_attribute(Compiler *c, Expr *target) {
    if (target->attribute.value->kind != AST_NAME || target->attribute.value->name.id != c->known.self)
        return;
    Unit *unit = c->unit;
    while (unit && unit->scope->kind != SCOPE_CLASS) unit = unit->outer;
    if (unit && unit != c->unit) unit_add_static_attribute(c, unit, target->attribute.attribute);
}

static void store_attribute(Compiler *c, Expr *target) {
    if (c->failed) return;
    const Name *name = scope_mangle(c, c->scope->private_name, target->attribute.attribute);
    compile_check_name(c, target->attribute.attribute, target->span, "assign to");
    note_static_attribute(c, target);
    int local = compile_plain_local(c, target->attribute.value);
    if (local >= 0 && !emit_caches_full(c)) {
        emit_ae(c, OP_STORE_ATTRIBUTE_LOCAL, (uint32_t)local, emit_cache_index(c, name),
                compile_attribute_span(target));
    } else {
        compile_expression(c, target->attribute.value);
        emit_cached(c, OP_STORE_ATTRIBUTE, name, compile_attribute_span(target));
    }
}

// ------------------------------------------------------------------------------------------------- unpacking

static int find_star(Compiler *c, Expr *target) {
    ExprList list = target->tuple.elements;
    int star = -1;
    for (int i = 0; i < list.count; i++) {
        if (list.items[i]->kind != AST_STARRED) continue;
        if (star >= 0) compile_error(c, target->span, "multiple starred expressions in assignment");
        star = i;
    }
    return star;
}

static void store_items(Compiler *c, Expr *target) {
    ExprList list = target->tuple.elements;
    int star = find_star(c, target);
    if (star < 0) emit(c, OP_UNPACK, list.count, target->span);
    else if (star > 255) compile_error(c, target->span, "too many expressions in star-unpacking assignment");
    else emit_ae(c, OP_UNPACK_STARRED, (uint32_t)star, (uint32_t)(list.count - star - 1), target->span);
    for (int i = 0; i < list.count; i++) {
        Expr *item = list.items[i];
        compile_store(c, item->kind == AST_STARRED ? item->starred.value : item);
    }
}

void compile_store(Compiler *c, Expr *target) {
    if (!compile_enter(c, target->span)) return;
    switch (target->kind) {
    case AST_NAME: compile_store_name(c, target->name.id, target->span); break;
    case AST_ATTRIBUTE: store_attribute(c, target); break;
    case AST_SUBSCRIPT: compile_store_subscript(c, target); break;
    case AST_TUPLE:
    case AST_LIST: store_items(c, target); break;
    case AST_STARRED:
        compile_error(c, target->span, "starred assignment target must be in a list or tuple");
        break;
    default: compile_error(c, target->span, "cannot assign to expression");
    }
    compile_leave(c);
}

void compile_delete(Compiler *c, Expr *target) {
    if (!compile_enter(c, target->span)) return;
    switch (target->kind) {
    case AST_NAME: compile_delete_name(c, target->name.id, target->span); break;
    case AST_ATTRIBUTE:
        compile_check_name(c, target->attribute.attribute, target->span, "delete");
        compile_expression(c, target->attribute.value);
        emit_named(c, OP_DELETE_ATTRIBUTE,
                   scope_mangle(c, c->scope->private_name, target->attribute.attribute),
                   compile_attribute_span(target));
        break;
    case AST_SUBSCRIPT:
        compile_expression(c, target->subscript.value);
        compile_expression(c, target->subscript.index);
        emit(c, OP_DELETE_ITEM, 0, target->span);
        break;
    case AST_TUPLE:
    case AST_LIST:
        for (int i = 0; i < target->tuple.elements.count; i++)
            compile_delete(c, target->tuple.elements.items[i]);
        break;
    default: compile_error(c, target->span, "cannot delete expression");
    }
    compile_leave(c);
}

// ------------------------------------------------------------------------------------------------ assignment

static bool is_display(const Expr *e) { return e->kind == AST_TUPLE || e->kind == AST_LIST; }

// a, b = x, y with different plain locals on the left: neither tuple nor order of stores can be seen.
static bool are_distinct_locals(Compiler *c, ExprList targets) {
    enum { MOST = 8 };
    int slots[MOST];
    if (targets.count > MOST) return false;
    for (int i = 0; i < targets.count; i++) {
        slots[i] = compile_plain_local(c, targets.items[i]);
        if (slots[i] < 0) return false;
        for (int k = 0; k < i; k++)
            if (slots[k] == slots[i]) return false;
    }
    return true;
}

static bool has_starred(ExprList list) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i]->kind == AST_STARRED) return true;
    return false;
}

// Tuple to tuple of the same length without making the tuple. False: not of that kind.
static bool assign_in_parallel(Compiler *c, Expr *target, Expr *value) {
    if (c->failed || !is_display(target) || value->kind != AST_TUPLE) return false;
    ExprList targets = target->tuple.elements, values = value->tuple.elements;
    if (targets.count != values.count || targets.count == 0 || has_starred(targets) || has_starred(values))
        return false;
    bool distinct = are_distinct_locals(c, targets);
    if (!distinct && targets.count > 3) return false;
    compile_expressions(c, values);
    if (distinct) {
        for (int i = targets.count; i-- > 0;) compile_store(c, targets.items[i]);
        return true;
    }
    if (targets.count > 1) emit(c, OP_SWAP, targets.count, target->span);
    for (int i = 0; i < targets.count; i++) compile_store(c, targets.items[i]);
    return true;
}

void compile_assign(Compiler *c, Stmt *s) {
    ExprList targets = s->assign.targets;
    if (targets.count == 1 && assign_in_parallel(c, targets.items[0], s->assign.value)) return;
    compile_expression(c, s->assign.value);
    for (int i = 0; i < targets.count; i++) {
        if (i < targets.count - 1) emit(c, OP_COPY, 1, s->span);
        compile_store(c, targets.items[i]);
    }
}
