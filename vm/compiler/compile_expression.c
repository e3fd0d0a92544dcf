// Expressions: the dispatch over kinds, conditions as jumps, await and yield.
#include "vm/compiler/compile.h"

void compile_expressions(Compiler *c, ExprList list) {
    for (int i = 0; i < list.count; i++) compile_expression(c, list.items[i]);
}

// ----------------------------------------------------------------------------------------------- comparisons

// An operator is a value of COMPARE, or IS or CONTAINS with a flag for "not".
static void emit_comparison(Compiler *c, CompareOperator op, Span span) {
    static const uint8_t compare_ops[] = {
        [AST_EQ] = COMPARE_EQ, [AST_NOT_EQ] = COMPARE_NE, [AST_LT] = COMPARE_LT,
        [AST_LT_E] = COMPARE_LE, [AST_GT] = COMPARE_GT, [AST_GT_E] = COMPARE_GE,
    };
    switch (op) {
    case AST_IS: emit(c, OP_IS, 0, span); break;
    case AST_IS_NOT: emit(c, OP_IS, 1, span); break;
    case AST_IN: emit(c, OP_CONTAINS, 0, span); break;
    case AST_NOT_IN: emit(c, OP_CONTAINS, 1, span); break;
    default: emit_abc(c, OP_COMPARE, compare_ops[op], 0, 0, span);
    }
}

// The right side of the last `in` may be a constant where a list or set is written.
static void compile_right_side(Compiler *c, Expr *e, int i) {
    CompareOperator op = e->compare.operators[i];
    bool last = i == e->compare.count - 1;
    if (last && (op == AST_IN || op == AST_NOT_IN)) compile_constant_container(c, e->compare.comparators[i]);
    else compile_expression(c, e->compare.comparators[i]);
}

// a < b < c: each comparison but the last leaves on the stack what it compared with, below its own answer,
// and goes to `failed` when it is not true, with that value on the stack.
static void compile_chain(Compiler *c, Expr *e, Opcode leave, int failed) {
    compile_expression(c, e->compare.left);
    for (int i = 0; i < e->compare.count; i++) {
        compile_right_side(c, e, i);
        if (i == e->compare.count - 1) break;
        emit(c, OP_SWAP, 2, e->span);
        emit(c, OP_COPY, 2, e->span);
        emit_comparison(c, e->compare.operators[i], e->span);
        emit_jump(c, leave, failed, e->span);
    }
    emit_comparison(c, e->compare.operators[e->compare.count - 1], e->span);
}

static void compile_compare(Compiler *c, Expr *e) {
    if (e->compare.count == 1) {
        compile_expression(c, e->compare.left);
        compile_right_side(c, e, 0);
        emit_comparison(c, e->compare.operators[0], e->span);
        return;
    }
    int failed = label_new(c), end = label_new(c);
    compile_chain(c, e, OP_JUMP_IF_FALSE_OR_POP, failed);
    emit_jump(c, OP_JUMP, end, (Span){0});
    label_place(c, failed);
    emit(c, OP_SWAP, 2, (Span){0});
    emit(c, OP_POP, 0, (Span){0});
    label_place(c, end);
}

// ------------------------------------------------------------------------------------------------ conditions

static void jump_if_chain(Compiler *c, Expr *e, int label, bool truth) {
    int failed = label_new(c), end = label_new(c);
    compile_chain(c, e, OP_JUMP_IF_FALSE, failed);
    emit_jump(c, truth ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, label, e->span);
    emit_jump(c, OP_JUMP, end, (Span){0});
    label_place(c, failed);
    emit(c, OP_POP, 0, (Span){0});
    if (!truth) emit_jump(c, OP_JUMP, label, (Span){0});
    label_place(c, end);
}

static Opcode fused_comparison(CompareOperator op) {
    switch (op) {
    case AST_LT: return OP_LT_SS_JUMP;
    case AST_LT_E: return OP_LE_SS_JUMP;
    case AST_EQ: return OP_EQ_SS_JUMP;
    case AST_NOT_EQ: return OP_NE_SS_JUMP;
    case AST_GT: return OP_GT_SS_JUMP;
    case AST_GT_E: return OP_GE_SS_JUMP;
    default: return OP_NOP;
    }
}

// Compare and branch in one instruction. Its forms SS SK SL LL LK follow each other in opcodes.def.
static void jump_if_ordered(Compiler *c, Expr *e, Opcode first, int label, bool truth) {
    Expr *left = e->compare.left, *right = e->compare.comparators[0];
    Operand l = operand_of(c, left), r = operand_of(c, right);
    bool left_local = l.source == FROM_LOCAL && r.source != FROM_STACK;
    if (!left_local) compile_expression(c, left);
    if (r.source == FROM_STACK) compile_expression(c, right);
    int form = r.source == FROM_STACK   ? 0
               : r.source == FROM_CONST ? (left_local ? 4 : 1)
                                        : (left_local ? 3 : 2);
    emit_compare_jump(c, (Opcode)((int)first + form), left_local ? l.index : 0,
                      r.source == FROM_STACK ? 0 : r.index, truth, label, e->span);
}

static bool is_none(const Expr *e) { return e->kind == AST_CONSTANT && e->constant.kind == CONSTANT_NONE; }

static void jump_if_compare(Compiler *c, Expr *e, int label, bool truth) {
    CompareOperator op = e->compare.operators[0];
    Opcode fused = fused_comparison(op);
    if (e->compare.count > 1) {
        jump_if_chain(c, e, label, truth);
    } else if ((op == AST_IS || op == AST_IS_NOT) && is_none(e->compare.comparators[0])) {
        compile_expression(c, e->compare.left);
        emit_jump(c, (op == AST_IS) == truth ? OP_JUMP_IF_NONE : OP_JUMP_IF_NOT_NONE, label, e->span);
    } else if (fused != OP_NOP) {
        jump_if_ordered(c, e, fused, label, truth);
    } else {
        compile_compare(c, e);
        emit_jump(c, truth ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, label, e->span);
    }
}

// `a and b`: when the jump is for the truth that ends the whole, every part jumps; else the parts before the
// last skip it.
static void jump_if_bool_op(Compiler *c, Expr *e, int label, bool truth) {
    bool deciding = e->bool_op.op == AST_OR;        // the truth at which no further part is looked at
    int skip = deciding == truth ? label : label_new(c);
    int last = e->bool_op.values.count - 1;
    for (int i = 0; i < last; i++) compile_jump_if(c, e->bool_op.values.items[i], skip, deciding);
    compile_jump_if(c, e->bool_op.values.items[last], label, truth);
    if (skip != label) label_place(c, skip);
}

static void jump_if_if_exp(Compiler *c, Expr *e, int label, bool truth) {
    int orelse = label_new(c), end = label_new(c);
    compile_jump_if(c, e->if_exp.test, orelse, false);
    compile_jump_if(c, e->if_exp.body, label, truth);
    emit_jump(c, OP_JUMP, end, (Span){0});
    label_place(c, orelse);
    compile_jump_if(c, e->if_exp.orelse, label, truth);
    label_place(c, end);
}

static void jump_if_value(Compiler *c, Expr *e, int label, bool truth) {
    int known = fold_truth(c, e);
    int local = compile_plain_local(c, e);
    if (known >= 0) {
        if (known == truth) emit_jump(c, OP_JUMP, label, e->span);
    } else if (local >= 0) {
        emit_local_jump(c, truth ? OP_JUMP_IF_TRUE_LOCAL : OP_JUMP_IF_FALSE_LOCAL, (uint32_t)local, label,
                        e->span);
    } else {
        compile_expression(c, e);
        emit_jump(c, truth ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, label, e->span);
    }
}

void compile_jump_if(Compiler *c, Expr *e, int label, bool truth) {
    if (!compile_enter(c, e->span)) return;
    if (e->kind == AST_UNARY_OP && e->unary_op.op == AST_NOT)
        compile_jump_if(c, e->unary_op.operand, label, !truth);
    else if (e->kind == AST_BOOL_OP) jump_if_bool_op(c, e, label, truth);
    else if (e->kind == AST_COMPARE) jump_if_compare(c, e, label, truth);
    else if (e->kind == AST_IF_EXP) jump_if_if_exp(c, e, label, truth);
    else jump_if_value(c, e, label, truth);
    compile_leave(c);
}

// Where an operand of `and`, `or` leads when it is false, [0], or true, [1]: on, or, with the operand kept, to the end.
typedef struct {
    int label;
    bool keep;
} Exit;

static void leave_by(Compiler *c, Exit exit, bool truth, Span span) {
    Opcode keeping = truth ? OP_JUMP_IF_TRUE_OR_POP : OP_JUMP_IF_FALSE_OR_POP;
    emit_jump(c, exit.keep ? keeping : truth ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, exit.label, span);
}

static void compile_operands(Compiler *c, Expr *e, const Exit *exits);

// An operand that leaves if its truth is `truth` and else falls through, gone. One that is itself made of `and`, `or`, and is
// decided by a part of it, is not asked for its truth again.
static void compile_operand(Compiler *c, Expr *e, bool truth, const Exit *exits, Span span) {
    if (e->kind == AST_BOOL_OP && compile_enter(c, e->span)) {
        compile_operands(c, e, exits);
        ExprList values = e->bool_op.values;
        compile_operand(c, values.items[values.count - 1], truth, exits, span);
        compile_leave(c);
        return;
    }
    compile_expression(c, e);
    leave_by(c, exits[truth], truth, span);
}

// All but the last.
static void compile_operands(Compiler *c, Expr *e, const Exit *exits) {
    bool decides = e->bool_op.op == AST_OR;
    for (int i = 0; i < e->bool_op.values.count - 1; i++) {
        Expr *value = e->bool_op.values.items[i];
        int known = fold_truth(c, value);
        if (known == !decides) continue;        // cannot decide: the next part does
        if (known >= 0) {
            compile_expression(c, value);
            if (!exits[decides].keep) emit(c, OP_POP, 0, e->span);
            emit_jump(c, OP_JUMP, exits[decides].label, e->span);
            c->unit->depth -= exits[decides].keep;
            continue;
        }
        Exit inner[2];
        inner[decides] = exits[decides];
        inner[!decides] = (Exit){value->kind == AST_BOOL_OP ? label_new(c) : -1, false};
        compile_operand(c, value, decides, inner, e->span);
        if (value->kind == AST_BOOL_OP) label_place(c, inner[!decides].label);
    }
}

static void compile_bool_op(Compiler *c, Expr *e) {
    int end = label_new(c);
    compile_operands(c, e, (Exit[]){{end, true}, {end, true}});
    compile_expression(c, e->bool_op.values.items[e->bool_op.values.count - 1]);
    label_place(c, end);
}

static void compile_if_exp(Compiler *c, Expr *e) {
    int orelse = label_new(c), end = label_new(c);
    compile_jump_if(c, e->if_exp.test, orelse, false);
    int depth = c->unit->depth;
    compile_expression(c, e->if_exp.body);
    emit_jump(c, OP_JUMP, end, (Span){0});
    c->unit->depth = depth;
    label_place(c, orelse);
    compile_expression(c, e->if_exp.orelse);
    label_place(c, end);
}

// ------------------------------------------------------------------------------------------- await and yield

void compile_send_loop(Compiler *c, Span span) {
    emit(c, OP_LOAD_NONE, 0, span);
    int again = label_new(c), done = label_new(c);
    label_place(c, again);
    emit_jump(c, OP_SEND, done, span);
    emit(c, OP_YIELD, 1, span);
    emit_jump(c, OP_JUMP, again, span);
    label_place(c, done);
    if (c->unit->unreachable) c->unit->depth--;
}

static bool is_async_unit(const Unit *unit) {
    return (unit->flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR)) != 0;
}

static void compile_await(Compiler *c, Expr *e) {
    Scope *root = c->unit->scope;
    if (!scope_is_function(root)) compile_error(c, e->span, "'await' outside function");
    else if (!root->is_async && root->kind != SCOPE_GENERATOR)
        compile_error(c, e->span, "'await' outside async function");
    compile_expression(c, e->await.value);
    emit(c, OP_GET_AWAITABLE, 0, e->span);
    compile_send_loop(c, e->span);
}

static void check_yield(Compiler *c, Expr *e) {
    const char *what = e->kind == AST_YIELD_FROM ? "yield from" : "yield";
    if (!scope_is_function(c->unit->scope)) compile_error(c, e->span, "'%s' outside function", what);
}

static void compile_yield(Compiler *c, Expr *e) {
    check_yield(c, e);
    if (e->yield.value) compile_expression(c, e->yield.value);
    else emit(c, OP_LOAD_NONE, 0, e->span);
    compile_yield_value(c, e->span);
}

void compile_yield_value(Compiler *c, Span span) {
    if (c->unit->flags & CODE_ASYNC_GENERATOR) emit(c, OP_WRAP_ASYNC, 0, span);
    emit(c, OP_YIELD, 0, span);
}

static void compile_yield_from(Compiler *c, Expr *e) {
    check_yield(c, e);
    if (is_async_unit(c->unit)) compile_error(c, e->span, "'yield from' inside async function");
    compile_expression(c, e->yield_from.value);
    emit(c, OP_GET_YIELD_FROM_ITER, 0, e->span);
    compile_send_loop(c, e->span);
}

// -------------------------------------------------------------------------------------------------- the rest

static void compile_unary(Compiler *c, Expr *e) {
    static const uint8_t operations[] = {
        [AST_INVERT] = UNARY_INVERT, [AST_U_ADD] = UNARY_POS, [AST_U_SUB] = UNARY_NEG};
    Value known = fold_expression(c, e);
    if (known) {
        emit_constant(c, known, e->span);
        return;
    }
    Expr *operand = e->unary_op.operand;
    bool is_not = e->unary_op.op == AST_NOT;
    if (is_not && operand->kind == AST_COMPARE && operand->compare.count == 1) {
        CompareOperator op = operand->compare.operators[0];
        if (op >= AST_IS) {         // `not a is b`, `not a in b`
            compile_expression(c, operand->compare.left);
            compile_right_side(c, operand, 0);
            emit_comparison(c,
                            op == AST_IS       ? AST_IS_NOT
                            : op == AST_IS_NOT ? AST_IS
                            : op == AST_IN     ? AST_NOT_IN
                                               : AST_IN,
                            e->span);
            return;
        }
    }
    if (is_not && operand->kind == AST_COMPARE && operand->compare.count == 1) {
        Expr whole = *operand;
        whole.span = e->span;
        compile_expression(c, &whole);
    } else {
        compile_expression(c, operand);
    }
    if (is_not) emit(c, OP_NOT, 0, e->span);
    else emit_abc(c, OP_UNARY, operations[e->unary_op.op], 0, 0, e->span);
}

static void compile_named(Compiler *c, Expr *e) {
    compile_expression(c, e->named_expr.value);
    emit(c, OP_COPY, 1, e->span);
    compile_store(c, e->named_expr.target);
}

static void compile_kind(Compiler *c, Expr *e) {
    switch (e->kind) {
    case AST_BOOL_OP: compile_bool_op(c, e); break;
    case AST_NAMED_EXPR: compile_named(c, e); break;
    case AST_BIN_OP: compile_binary(c, e); break;
    case AST_UNARY_OP: compile_unary(c, e); break;
    case AST_LAMBDA: compile_lambda(c, e); break;
    case AST_IF_EXP: compile_if_exp(c, e); break;
    case AST_DICT: compile_dict(c, e); break;
    case AST_SET:
    case AST_LIST:
    case AST_TUPLE: compile_display(c, e); break;
    case AST_LIST_COMP:
    case AST_SET_COMP:
    case AST_DICT_COMP:
    case AST_GENERATOR_EXP: compile_comprehension(c, e); break;
    case AST_AWAIT: compile_await(c, e); break;
    case AST_YIELD: compile_yield(c, e); break;
    case AST_YIELD_FROM: compile_yield_from(c, e); break;
    case AST_COMPARE: compile_compare(c, e); break;
    case AST_CALL: compile_call(c, e); break;
    case AST_FORMATTED_VALUE: compile_formatted_value(c, e); break;
    case AST_INTERPOLATION: compile_interpolation(c, e); break;
    case AST_JOINED_STR: compile_joined_str(c, e); break;
    case AST_TEMPLATE_STR: compile_template_str(c, e); break;
    case AST_CONSTANT: emit_constant(c, fold_constant(c, e), e->span); break;
    case AST_ATTRIBUTE: compile_attribute(c, e); break;
    case AST_SUBSCRIPT: compile_subscript(c, e); break;
    case AST_STARRED: compile_error(c, e->span, "can't use starred expression here"); break;
    case AST_NAME: compile_load_name(c, e->name.id, e->span); break;
    case AST_SLICE: compile_slice(c, e); break;
    }
}

void compile_expression(Compiler *c, Expr *e) {
    if (!compile_enter(c, e->span)) return;
    compile_kind(c, e);
    compile_leave(c);
}
