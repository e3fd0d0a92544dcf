// Binary operators, subscripts and augmented assignments, with operands taken from locals and constants where
// that changes nothing.
//
// A fused form reads its local when the operator runs, the source reads it before the other operand is
// evaluated. So a left local is fused with a computed right operand only when it is certainly set and nothing
// inside an expression can rebind it.
#include "vm/compiler/compile.h"

enum { FORM_SS, FORM_SK, FORM_SL, FORM_LL, FORM_LK, FORM_LS };      // the order of the rows in opcodes.def
_Static_assert(OP_ADD_LS == OP_ADD_SS + FORM_LS && OP_ADD_LL == OP_ADD_SS + FORM_LL,
               "order of the binary forms");
_Static_assert(OP_LOAD_ITEM_LS == OP_LOAD_ITEM_SS + FORM_LS && OP_LOAD_ITEM_SL == OP_LOAD_ITEM_SS + FORM_SL,
               "order of the item forms");

int compile_plain_local(Compiler *c, const Expr *e) {
    if (e->kind != AST_NAME || c->failed || e->name.id == c->known.debug) return -1;
    Place place = compile_place(c, e->name.id);
    return place.kind == PLACE_LOCAL && place.slot < 256 ? (int)place.slot : -1;
}

Operand operand_of(Compiler *c, Expr *e) {
    int local = compile_plain_local(c, e);
    if (local >= 0) {
        bool rebound = compile_place(c, e->name.id).symbol->flags & SYMBOL_WALRUS;
        return (Operand){FROM_LOCAL, (uint32_t)local, !rebound && emit_is_bound(c, (uint32_t)local)};
    }
    Value value = c->unit->unreachable ? 0 : fold_expression(c, e);
    if (!value || c->failed) return (Operand){FROM_STACK, 0, false};
    uint32_t index = emit_constant_index(c, value);
    return (Operand){index < 256 ? FROM_CONST : FROM_STACK, index, true};
}

// Evaluates what a form takes from the stack and answers the form.
static int load_operands(Compiler *c, Expr *left_expression, Expr *right_expression, Operand left,
                         Operand right) {
    bool left_local = left.source == FROM_LOCAL && (right.source != FROM_STACK || left.steady);
    if (!left_local) compile_expression(c, left_expression);
    if (right.source == FROM_STACK) compile_expression(c, right_expression);
    switch (right.source) {
    case FROM_LOCAL: return left_local ? FORM_LL : FORM_SL;
    case FROM_CONST: return left_local ? FORM_LK : FORM_SK;
    default: return left_local ? FORM_LS : FORM_SS;
    }
}

static void emit_form(Compiler *c, Opcode first, int form, Operand left, Operand right, Span span) {
    uint32_t a = form >= FORM_LL ? left.index : 0;
    uint32_t b = form == FORM_SS || form == FORM_LS ? 0 : right.index;
    emit_abc(c, (Opcode)((int)first + form), a, b, 0, span);
}

static Opcode first_form(BinaryOperator op) {
    static const uint8_t forms[] = {
        [AST_ADD] = OP_ADD_SS,
        [AST_SUB] = OP_SUB_SS,
        [AST_MULT] = OP_MUL_SS,
        [AST_DIV] = OP_TRUEDIV_SS,
        [AST_MOD] = OP_MOD_SS,
        [AST_L_SHIFT] = OP_LSHIFT_SS,
        [AST_R_SHIFT] = OP_RSHIFT_SS,
        [AST_BIT_OR] = OP_OR_SS,
        [AST_BIT_XOR] = OP_XOR_SS,
        [AST_BIT_AND] = OP_AND_SS,
        [AST_FLOOR_DIV] = OP_FLOORDIV_SS,
        [AST_MAT_MULT] = OP_BINARY,
        [AST_POW] = OP_BINARY,
    };
    return (Opcode)forms[op];
}

// The operator over values that are on the stack.
static void emit_stack_operation(Compiler *c, BinaryOperator op, Span span) {
    Opcode first = first_form(op);
    if (first == OP_BINARY) emit_abc(c, OP_BINARY, fold_operation(op), 0, 0, span);
    else emit_abc(c, first, 0, 0, 0, span);
}

static void operation(Compiler *c, Expr *left, Expr *right, BinaryOperator op, Span span) {
    Opcode first = first_form(op);
    if (first == OP_BINARY) {
        compile_expression(c, left);
        compile_expression(c, right);
        emit_stack_operation(c, op, span);
        return;
    }
    Operand l = operand_of(c, left), r = operand_of(c, right);
    int form = load_operands(c, left, right, l, r);
    emit_form(c, first, form, l, r, span);
}

// The rest of a chain a + b + c whose left part is on the stack.
static void operation_on_top(Compiler *c, Expr *right, BinaryOperator op, Span span) {
    Opcode first = first_form(op);
    if (first == OP_BINARY) {
        compile_expression(c, right);
        emit_stack_operation(c, op, span);
        return;
    }
    Operand top = {FROM_STACK, 0, false}, r = operand_of(c, right);
    if (r.source == FROM_STACK) compile_expression(c, right);
    emit_form(c, first,
              r.source == FROM_STACK   ? FORM_SS
              : r.source == FROM_LOCAL ? FORM_SL
                                       : FORM_SK,
              top, r, span);
}

static void push_value(Compiler *c, Expr *e, Value known) {
    if (known) emit_constant(c, known, e->span);
    else compile_expression(c, e);
}

// A long chain is compiled in a loop; the constants it begins with are folded.
void compile_binary(Compiler *c, Expr *e) {
    Expr *spine[FOLD_SPINE], *base;
    int count = fold_spine(e, spine, &base);
    Value known = 0;
    while (count > 0) {
        Value value =
            fold_expression(c, spine[count - 1]->bin_op.right) ? fold_expression(c, spine[count - 1]) : 0;
        if (!value) break;
        known = value;
        base = spine[--count];
    }
    if (count == 0 || known) {
        push_value(c, base, known);
    } else {
        count--;
        operation(c, base, spine[count]->bin_op.right, spine[count]->bin_op.op, spine[count]->span);
    }
    while (count-- > 0)
        operation_on_top(c, spine[count]->bin_op.right, spine[count]->bin_op.op, spine[count]->span);
}

// ------------------------------------------------------------------------------------------------ subscripts

static bool is_plain_slice(const Expr *index) { return index->kind == AST_SLICE && !index->slice.step; }

static void push_bound(Compiler *c, Expr *bound, Span span) {
    if (bound) compile_expression(c, bound);
    else emit(c, OP_LOAD_NONE, 0, span);
}

static void push_slice(Compiler *c, Expr *slice) {
    push_bound(c, slice->slice.lower, slice->span);
    push_bound(c, slice->slice.upper, slice->span);
    if (slice->slice.step) compile_expression(c, slice->slice.step);
}

void compile_slice(Compiler *c, Expr *slice) {
    push_slice(c, slice);
    emit(c, OP_BUILD_SLICE, slice->slice.step ? 3 : 2, slice->span);
}

void compile_subscript(Compiler *c, Expr *e) {
    Expr *container = e->subscript.value, *index = e->subscript.index;
    Value known = fold_expression(c, e);
    if (known) {
        emit_constant(c, known, e->span);
    } else if (is_plain_slice(index)) {
        compile_expression(c, container);
        push_slice(c, index);
        emit(c, OP_LOAD_SLICE, 0, e->span);
    } else {
        Operand l = operand_of(c, container), r = operand_of(c, index);
        if (l.source == FROM_CONST) l.source = FROM_STACK;
        int form = load_operands(c, container, index, l, r);
        emit_form(c, OP_LOAD_ITEM_SS, form, l, r, e->span);
    }
}

// value -- : container[index] = value
void compile_store_subscript(Compiler *c, Expr *e) {
    Expr *container = e->subscript.value, *index = e->subscript.index;
    Operand l = operand_of(c, container), r = operand_of(c, index);
    if (l.source == FROM_LOCAL && r.source == FROM_LOCAL) {
        emit_abc(c, OP_STORE_ITEM_LL, l.index, r.index, 0, e->span);
    } else if (l.source == FROM_LOCAL && r.source == FROM_CONST) {
        emit_abc(c, OP_STORE_ITEM_LK, l.index, r.index, 0, e->span);
    } else if (l.source == FROM_LOCAL && l.steady) {
        compile_expression(c, index);
        emit_abc(c, OP_STORE_ITEM_LS, l.index, 0, 0, e->span);
    } else {
        compile_expression(c, container);
        compile_expression(c, index);
        emit(c, OP_STORE_ITEM, 0, e->span);
    }
}

// -------------------------------------------------------------------------------------- augmented assignment

static void augment_top(Compiler *c, Stmt *s) {
    operation_on_top(c, s->aug_assign.value, s->aug_assign.op, s->span);
    emit_mark_inplace(c);
}

static void augment_name(Compiler *c, Stmt *s) {
    Expr *target = s->aug_assign.target, *value = s->aug_assign.value;
    Opcode first = first_form(s->aug_assign.op);
    if (compile_plain_local(c, target) >= 0 && first != OP_BINARY) {
        Operand l = operand_of(c, target), r = operand_of(c, value);
        int form = load_operands(c, target, value, l, r);
        emit_form(c, first, form, l, r, s->span);
        emit_mark_inplace(c);
    } else {
        compile_expression(c, target);
        augment_top(c, s);
    }
    compile_store_name(c, target->name.id, target->span);
}

static void augment_attribute(Compiler *c, Stmt *s) {
    Expr *target = s->aug_assign.target;
    Span span = compile_attribute_span(target);
    const Name *name = scope_mangle(c, c->scope->private_name, target->attribute.attribute);
    Operand object = operand_of(c, target->attribute.value);
    bool fused = object.source == FROM_LOCAL && !c->failed && !emit_caches_full(c) &&
                 !(compile_place(c, target->attribute.value->name.id).symbol->flags & SYMBOL_WALRUS);
    if (fused) {
        emit_ae(c, OP_LOAD_ATTRIBUTE_LOCAL, object.index, emit_cache_index(c, name), span);
        augment_top(c, s);
        if (!c->failed) emit_ae(c, OP_STORE_ATTRIBUTE_LOCAL, object.index, emit_cache_index(c, name), span);
        return;
    }
    compile_expression(c, target->attribute.value);
    emit(c, OP_COPY, 1, span);
    emit_cached(c, OP_LOAD_ATTRIBUTE, name, span);
    augment_top(c, s);
    emit(c, OP_SWAP, 2, span);
    emit_cached(c, OP_STORE_ATTRIBUTE, name, span);
}

// local[local] op= value, local[constant] op= value. False: not of that kind.
static bool augment_local_item(Compiler *c, Stmt *s) {
    Expr *target = s->aug_assign.target;
    if (c->failed || target->subscript.index->kind == AST_SLICE) return false;
    Operand l = operand_of(c, target->subscript.value), r = operand_of(c, target->subscript.index);
    Operand value = operand_of(c, s->aug_assign.value);
    if (l.source != FROM_LOCAL || r.source == FROM_STACK) return false;
    BinaryOp op = fold_operation(s->aug_assign.op);
    bool simple = value.source == FROM_CONST || (value.source == FROM_LOCAL && value.steady);
    if (simple) {
        compile_expression(c, s->aug_assign.value);
        emit_abc(c, r.source == FROM_LOCAL ? OP_UPDATE_ITEM_LL : OP_UPDATE_ITEM_LK, l.index, r.index, op,
                 target->span);
        return true;
    }
    uint32_t walrus = compile_place(c, target->subscript.value->name.id).symbol->flags & SYMBOL_WALRUS;
    if (r.source == FROM_LOCAL)
        walrus |= compile_place(c, target->subscript.index->name.id).symbol->flags & SYMBOL_WALRUS;
    if (r.source != FROM_LOCAL || walrus) return false;
    emit_abc(c, OP_LOAD_ITEM_LL, l.index, r.index, 0, target->span);
    compile_expression(c, s->aug_assign.value);
    emit_abc(c, OP_FINISH_ITEM_LL, l.index, r.index, op, s->span);
    return true;
}

static void augment_subscript(Compiler *c, Stmt *s) {
    Expr *target = s->aug_assign.target;
    if (augment_local_item(c, s)) return;
    compile_expression(c, target->subscript.value);
    compile_expression(c, target->subscript.index);
    emit(c, OP_COPY, 2, target->span);
    emit(c, OP_COPY, 2, target->span);
    emit_abc(c, OP_LOAD_ITEM_SS, 0, 0, 0, target->span);
    augment_top(c, s);
    emit(c, OP_SWAP, 3, target->span);      // container key value -- value key container
    emit(c, OP_SWAP, 2, target->span);
    emit(c, OP_STORE_ITEM, 0, target->span);
}

void compile_aug_assign(Compiler *c, Stmt *s) {
    switch (s->aug_assign.target->kind) {
    case AST_NAME: augment_name(c, s); break;
    case AST_ATTRIBUTE: augment_attribute(c, s); break;
    default: augment_subscript(c, s);
    }
}
