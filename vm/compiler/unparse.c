// Unparse: the source text of an expression, made from its tree: what `from __future__ import annotations`
// keeps of an annotation. Parentheses are written where precedence asks for them.
#include "objects/error.h"
#include "vm/compiler/compile.h"
#include <math.h>

typedef enum {
    LEVEL_TUPLE,
    LEVEL_TEST,
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARE,
    LEVEL_EXPR,
    LEVEL_BIT_XOR,
    LEVEL_BIT_AND,
    LEVEL_SHIFT,
    LEVEL_ARITHMETIC,
    LEVEL_TERM,
    LEVEL_FACTOR,
    LEVEL_POWER,
    LEVEL_AWAIT,
    LEVEL_ATOM,
} Level;

typedef struct {
    Compiler *c;
    StrBuilder *out;
} Writer;

static void write_expression(Writer *w, Expr *e, int level);

static void text(Writer *w, const char *s) { str_builder_add_c(w->out, s); }
static void name(Writer *w, const Name *n) { str_builder_add(w->out, n->data, n->size); }

static void open(Writer *w, int level, Level own) {
    if (level > (int)own) text(w, "(");
}
static void close(Writer *w, int level, Level own) {
    if (level > (int)own) text(w, ")");
}

static void write_list(Writer *w, ExprList list, int level) {
    for (int i = 0; i < list.count; i++) {
        if (i > 0) text(w, ", ");
        write_expression(w, list.items[i], level);
    }
}

static void write_constant(Writer *w, Expr *e) {
    bool is_real = e->constant.kind == CONSTANT_FLOAT || e->constant.kind == CONSTANT_IMAGINARY;
    if (e->constant.kind == CONSTANT_STR && e->constant.has_u) text(w, "u");
    if (e->constant.kind == CONSTANT_ELLIPSIS) text(w, "...");
    else if (is_real && isinf(e->constant.real)) text(w, e->constant.kind == CONSTANT_FLOAT ? "1e309" : "1e309j");
    else str_builder_add_repr(w->out, fold_constant(w->c, e));
}

// ------------------------------------------------------------------------------------------------- operators

static void write_bool_op(Writer *w, Expr *e, int level) {
    Level own = e->bool_op.op == AST_AND ? LEVEL_AND : LEVEL_OR;
    open(w, level, own);
    for (int i = 0; i < e->bool_op.values.count; i++) {
        if (i > 0) text(w, own == LEVEL_AND ? " and " : " or ");
        write_expression(w, e->bool_op.values.items[i], own + 1);
    }
    close(w, level, own);
}

static void write_binary(Writer *w, Expr *e, int level) {
    static const struct { const char *symbol; Level level;
    } operators[] = {
        [AST_ADD] = {" + ", LEVEL_ARITHMETIC},  [AST_SUB] = {" - ", LEVEL_ARITHMETIC},
        [AST_MULT] = {" * ", LEVEL_TERM},       [AST_MAT_MULT] = {" @ ", LEVEL_TERM},
        [AST_DIV] = {" / ", LEVEL_TERM},        [AST_MOD] = {" % ", LEVEL_TERM},
        [AST_POW] = {" ** ", LEVEL_POWER},      [AST_L_SHIFT] = {" << ", LEVEL_SHIFT},
        [AST_R_SHIFT] = {" >> ", LEVEL_SHIFT},  [AST_BIT_OR] = {" | ", LEVEL_EXPR},
        [AST_BIT_XOR] = {" ^ ", LEVEL_BIT_XOR}, [AST_BIT_AND] = {" & ", LEVEL_BIT_AND},
        [AST_FLOOR_DIV] = {" // ", LEVEL_TERM},
    };
    Level own = operators[e->bin_op.op].level;
    bool to_the_right = e->bin_op.op == AST_POW;
    open(w, level, own);
    write_expression(w, e->bin_op.left, own + to_the_right);
    text(w, operators[e->bin_op.op].symbol);
    write_expression(w, e->bin_op.right, own + !to_the_right);
    close(w, level, own);
}

static void write_unary(Writer *w, Expr *e, int level) {
    static const char *const symbols[] = {
        [AST_INVERT] = "~", [AST_NOT] = "not ", [AST_U_ADD] = "+", [AST_U_SUB] = "-"};
    Level own = e->unary_op.op == AST_NOT ? LEVEL_NOT : LEVEL_FACTOR;
    open(w, level, own);
    text(w, symbols[e->unary_op.op]);
    write_expression(w, e->unary_op.operand, own);
    close(w, level, own);
}

static void write_compare(Writer *w, Expr *e, int level) {
    static const char *const symbols[] = {
        [AST_EQ] = " == ", [AST_NOT_EQ] = " != ",     [AST_LT] = " < ",  [AST_LT_E] = " <= ",
        [AST_GT] = " > ",  [AST_GT_E] = " >= ",       [AST_IS] = " is ", [AST_IS_NOT] = " is not ",
        [AST_IN] = " in ", [AST_NOT_IN] = " not in ",
    };
    open(w, level, LEVEL_COMPARE);
    write_expression(w, e->compare.left, LEVEL_COMPARE + 1);
    for (int i = 0; i < e->compare.count; i++) {
        text(w, symbols[e->compare.operators[i]]);
        write_expression(w, e->compare.comparators[i], LEVEL_COMPARE + 1);
    }
    close(w, level, LEVEL_COMPARE);
}

static void write_if_exp(Writer *w, Expr *e, int level) {
    open(w, level, LEVEL_TEST);
    write_expression(w, e->if_exp.body, LEVEL_TEST + 1);
    text(w, " if ");
    write_expression(w, e->if_exp.test, LEVEL_TEST + 1);
    text(w, " else ");
    write_expression(w, e->if_exp.orelse, LEVEL_TEST);
    close(w, level, LEVEL_TEST);
}

// ------------------------------------------------------------------------------------ lambda, comprehensions

static void write_parameter(Writer *w, const Parameter *parameter, bool *first, const char *stars) {
    if (!*first) text(w, ", ");
    *first = false;
    text(w, stars);
    name(w, parameter->name);
    if (!parameter->default_value) return;
    text(w, "=");
    write_expression(w, parameter->default_value, LEVEL_TEST);
}

static void write_lambda(Writer *w, Expr *e, int level) {
    const Parameters *p = e->lambda.parameters;
    bool first = true;
    open(w, level, LEVEL_TEST);
    text(w, "lambda");
    if (p->positional.count || p->keyword_only.count || p->vararg || p->kwarg) text(w, " ");
    for (int i = 0; i < p->positional.count; i++) {
        write_parameter(w, &p->positional.items[i], &first, "");
        if (i + 1 == p->positional_only) text(w, ", /");
    }
    if (p->vararg) write_parameter(w, p->vararg, &first, "*");
    else if (p->keyword_only.count) text(w, first ? "*" : ", *"), first = false;
    for (int i = 0; i < p->keyword_only.count; i++) write_parameter(w, &p->keyword_only.items[i], &first, "");
    if (p->kwarg) write_parameter(w, p->kwarg, &first, "**");
    text(w, ": ");
    write_expression(w, e->lambda.body, LEVEL_TEST);
    close(w, level, LEVEL_TEST);
}

static void write_clauses(Writer *w, ComprehensionList clauses) {
    for (int i = 0; i < clauses.count; i++) {
        const Comprehension *clause = &clauses.items[i];
        text(w, clause->is_async ? " async for " : " for ");
        write_expression(w, clause->target, LEVEL_TUPLE);
        text(w, " in ");
        write_expression(w, clause->iter, LEVEL_TEST + 1);
        for (int k = 0; k < clause->conditions.count; k++) {
            text(w, " if ");
            write_expression(w, clause->conditions.items[k], LEVEL_TEST + 1);
        }
    }
}

static void write_comprehension(Writer *w, Expr *e, const char *begin, const char *end) {
    text(w, begin);
    if (e->kind == AST_DICT_COMP) {
        write_expression(w, e->dict_comp.key, LEVEL_TEST);
        text(w, ": ");
        write_expression(w, e->dict_comp.value, LEVEL_TEST);
        write_clauses(w, e->dict_comp.clauses);
    } else {
        write_expression(w, e->list_comp.element, LEVEL_TEST);
        write_clauses(w, e->list_comp.clauses);
    }
    text(w, end);
}

// ----------------------------------------------------------------------------------------- displays, strings

static void write_dict(Writer *w, Expr *e) {
    text(w, "{");
    for (int i = 0; i < e->dict.count; i++) {
        if (i > 0) text(w, ", ");
        if (e->dict.keys[i]) {
            write_expression(w, e->dict.keys[i], LEVEL_TEST);
            text(w, ": ");
            write_expression(w, e->dict.values[i], LEVEL_TEST);
        } else {
            text(w, "**");
            write_expression(w, e->dict.values[i], LEVEL_EXPR);
        }
    }
    text(w, "}");
}

static void write_tuple(Writer *w, Expr *e, int level) {
    ExprList list = e->tuple.elements;
    if (list.count == 0) {
        text(w, "()");
        return;
    }
    open(w, level, LEVEL_TUPLE);
    write_list(w, list, LEVEL_TEST);
    if (list.count == 1) text(w, ",");
    close(w, level, LEVEL_TUPLE);
}

static void write_string_part(Writer *w, Expr *e);

static void write_field(Writer *w, Expr *value, int conversion, Expr *spec) {
    char letters[] = {'!', (char)conversion, 0};
    StrBuilder field;
    str_builder_init(&field);
    Writer inner = {w->c, &field};
    write_expression(&inner, value, LEVEL_TEST + 1);
    Value made = str_builder_finish(&field);
    if (!made) {
        compile_fail(w->c);
        return;
    }
    text(w, str_size(made) && str_data(made)[0] == '{' ? "{ " : "{");
    str_builder_add_str(w->out, made);
    if (conversion > 0) text(w, letters);
    if (spec) text(w, ":"), write_string_part(w, spec);
    text(w, "}");
}

static void write_string_part(Writer *w, Expr *e) {
    switch (e->kind) {
    case AST_CONSTANT:
        for (size_t i = 0; i < e->constant.text.size; i++) {
            const char *at = e->constant.text.data + i;
            str_builder_add(w->out, at, 1);
            if (*at == '{' || *at == '}') str_builder_add(w->out, at, 1);
        }
        break;
    case AST_FORMATTED_VALUE:
        write_field(w, e->formatted_value.value, e->formatted_value.conversion,
                    e->formatted_value.format_spec);
        break;
    case AST_INTERPOLATION:
        write_field(w, e->interpolation.value, e->interpolation.conversion, e->interpolation.format_spec);
        break;
    default:
        for (int i = 0; i < e->joined_str.values.count; i++)
            write_string_part(w, e->joined_str.values.items[i]);
    }
}

static void write_string(Writer *w, Expr *e, const char *prefix) {
    StrBuilder parts;
    str_builder_init(&parts);
    Writer inner = {w->c, &parts};
    write_string_part(&inner, e);
    Value body = str_builder_finish(&parts);
    if (!body) {
        compile_fail(w->c);
        return;
    }
    text(w, prefix);
    str_builder_add_repr(w->out, body);
}

// ---------------------------------------------------------------------------------------------------- atoms

static void write_call(Writer *w, Expr *e) {
    ArgumentList arguments = e->call.arguments;
    write_expression(w, e->call.function, LEVEL_ATOM);
    if (arguments.count == 1 && arguments.items[0].kind == ARGUMENT_POSITIONAL &&
        arguments.items[0].value->kind == AST_GENERATOR_EXP) {
        write_expression(w, arguments.items[0].value, LEVEL_ATOM);
        return;
    }
    text(w, "(");
    for (int i = 0; i < arguments.count; i++) {
        const Argument *argument = &arguments.items[i];
        if (i > 0) text(w, ", ");
        if (argument->kind == ARGUMENT_STARRED) text(w, "*");
        if (argument->kind == ARGUMENT_DOUBLE_STARRED) text(w, "**");
        if (argument->kind == ARGUMENT_KEYWORD) name(w, argument->name), text(w, "=");
        write_expression(w, argument->value, argument->kind == ARGUMENT_STARRED ? LEVEL_EXPR : LEVEL_TEST);
    }
    text(w, ")");
}

static void write_attribute(Writer *w, Expr *e) {
    Expr *value = e->attribute.value;
    bool is_int = value->kind == AST_CONSTANT &&
                  (value->constant.kind == CONSTANT_INT || value->constant.kind == CONSTANT_BIG_INT);
    write_expression(w, value, LEVEL_ATOM);
    text(w, is_int ? " ." : ".");
    name(w, e->attribute.attribute);
}

static void write_slice(Writer *w, Expr *e) {
    if (e->slice.lower) write_expression(w, e->slice.lower, LEVEL_TEST);
    text(w, ":");
    if (e->slice.upper) write_expression(w, e->slice.upper, LEVEL_TEST);
    if (!e->slice.step) return;
    text(w, ":");
    write_expression(w, e->slice.step, LEVEL_TEST);
}

static void write_prefixed(Writer *w, const char *prefix, Expr *value, int inner, int level, Level own) {
    open(w, level, own);
    text(w, prefix);
    if (value) write_expression(w, value, inner);
    close(w, level, own);
}

static void write_kind(Writer *w, Expr *e, int level) {
    switch (e->kind) {
    case AST_BOOL_OP: write_bool_op(w, e, level); break;
    case AST_NAMED_EXPR:
        open(w, level, LEVEL_TUPLE);
        write_expression(w, e->named_expr.target, LEVEL_ATOM);
        text(w, " := ");
        write_expression(w, e->named_expr.value, LEVEL_ATOM);
        close(w, level, LEVEL_TUPLE);
        break;
    case AST_BIN_OP: write_binary(w, e, level); break;
    case AST_UNARY_OP: write_unary(w, e, level); break;
    case AST_LAMBDA: write_lambda(w, e, level); break;
    case AST_IF_EXP: write_if_exp(w, e, level); break;
    case AST_DICT: write_dict(w, e); break;
    case AST_SET: text(w, "{"), write_list(w, e->set.elements, LEVEL_TEST), text(w, "}"); break;
    case AST_LIST: text(w, "["), write_list(w, e->list.elements, LEVEL_TEST), text(w, "]"); break;
    case AST_TUPLE: write_tuple(w, e, level); break;
    case AST_LIST_COMP: write_comprehension(w, e, "[", "]"); break;
    case AST_SET_COMP:
    case AST_DICT_COMP: write_comprehension(w, e, "{", "}"); break;
    case AST_GENERATOR_EXP: write_comprehension(w, e, "(", ")"); break;
    case AST_AWAIT: write_prefixed(w, "await ", e->await.value, LEVEL_ATOM, level, LEVEL_AWAIT); break;
    case AST_YIELD:
        write_prefixed(w, e->yield.value ? "yield " : "yield", e->yield.value, LEVEL_TEST, LEVEL_ATOM,
                       LEVEL_TUPLE);
        break;
    case AST_YIELD_FROM:
        write_prefixed(w, "yield from ", e->yield_from.value, LEVEL_TEST, LEVEL_ATOM, LEVEL_TUPLE);
        break;
    case AST_COMPARE: write_compare(w, e, level); break;
    case AST_CALL: write_call(w, e); break;
    case AST_FORMATTED_VALUE:
    case AST_INTERPOLATION:
    case AST_JOINED_STR: write_string(w, e, "f"); break;
    case AST_TEMPLATE_STR: write_string(w, e, "t"); break;
    case AST_CONSTANT: write_constant(w, e); break;
    case AST_ATTRIBUTE: write_attribute(w, e); break;
    case AST_SUBSCRIPT:
        write_expression(w, e->subscript.value, LEVEL_ATOM);
        text(w, "[");
        write_expression(w, e->subscript.index, LEVEL_TUPLE);
        text(w, "]");
        break;
    case AST_STARRED: text(w, "*"), write_expression(w, e->starred.value, LEVEL_EXPR); break;
    case AST_NAME: name(w, e->name.id); break;
    case AST_SLICE: write_slice(w, e); break;
    }
}

static void write_expression(Writer *w, Expr *e, int level) {
    if (!compile_enter(w->c, e->span)) return;
    write_kind(w, e, level);
    compile_leave(w->c);
}

Value unparse_expression(Compiler *c, Expr *e) {
    StrBuilder out;
    str_builder_init(&out);
    Writer w = {c, &out};
    write_expression(&w, e, LEVEL_TEST);
    Value made = str_builder_finish(&out);
    if (!made) compile_fail(c);
    return c->failed ? 0 : made;
}
