// Displays and strings: lists, tuples, sets, dicts, f-strings, t-strings.
#include "objects/list.h"
#include "objects/set.h"
#include "objects/tuple.h"
#include "vm/compiler/compile.h"

#define STACK_ITEMS 30              // longer displays grow item by item instead of lying on the stack at once
#define CONSTANT_ITEMS 3            // from here on a list of constants is made from a constant tuple

static bool has_star(ExprList list) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i]->kind == AST_STARRED) return true;
    return false;
}

// A tuple of the values of constant elements, or 0.
static Value constant_elements(Compiler *c, ExprList list) {
    if (list.count == 0) return 0;
    Value tuple = 0;
    for (int i = 0; i < list.count; i++) {
        Value item = fold_expression(c, list.items[i]);
        if (!item) return 0;
        if (!tuple && !(tuple = tuple_new(0, (size_t)list.count))) {
            compile_fail(c);
            return 0;
        }
        tuple_of(tuple)->items[i] = item;
    }
    return tuple;
}

void compile_constant_container(Compiler *c, Expr *e) {
    Value items = e->kind == AST_LIST || e->kind == AST_SET ? constant_elements(c, e->list.elements) : 0;
    if (!items) {
        compile_expression(c, e);
        return;
    }
    if (e->kind == AST_SET) items = frozenset_from_iterable(items);
    if (items) emit_constant(c, items, e->span);
    else compile_fail(c);
}

// Elements into a growing list or set.
static void grow_display(Compiler *c, ExprList list, bool is_set, Span span) {
    int first = 0;
    while (first < list.count && first < STACK_ITEMS && list.items[first]->kind != AST_STARRED)
        compile_expression(c, list.items[first++]);
    emit(c, is_set ? OP_BUILD_SET : OP_BUILD_LIST, first, span);
    for (int i = first; i < list.count; i++) {
        Expr *item = list.items[i];
        bool star = item->kind == AST_STARRED;
        compile_expression(c, star ? item->starred.value : item);
        if (star) emit(c, is_set ? OP_SET_UPDATE : OP_LIST_EXTEND, 1, span);
        else emit(c, is_set ? OP_SET_ADD : OP_LIST_APPEND, 1, span);
    }
}

static void compile_tuple(Compiler *c, Expr *e) {
    ExprList list = e->tuple.elements;
    Value known = fold_expression(c, e);
    if (known) {
        emit_constant(c, known, e->span);
    } else if (has_star(list) || list.count > 2 * STACK_ITEMS) {
        grow_display(c, list, false, e->span);
        emit(c, OP_LIST_TO_TUPLE, 0, e->span);
    } else {
        compile_expressions(c, list);
        emit(c, OP_BUILD_TUPLE, list.count, e->span);
    }
}

void compile_display(Compiler *c, Expr *e) {
    if (e->kind == AST_TUPLE) {
        compile_tuple(c, e);
        return;
    }
    ExprList list = e->list.elements;
    bool is_set = e->kind == AST_SET;
    Value items = list.count >= CONSTANT_ITEMS ? constant_elements(c, list) : 0;
    // Through frozensets, as CPython does: it decides the order in which the set gives small ints.
    for (int turn = 0; items && is_set && turn < 2; turn++)
        items = frozenset_from_iterable(turn ? list_from_iterable(items) : items);
    if (items) {
        emit(c, is_set ? OP_BUILD_SET : OP_BUILD_LIST, 0, e->span);
        emit_constant(c, items, e->span);
        emit(c, is_set ? OP_SET_UPDATE : OP_LIST_EXTEND, 1, e->span);
    } else if (has_star(list) || list.count > STACK_ITEMS) {
        grow_display(c, list, is_set, e->span);
    } else {
        compile_expressions(c, list);
        emit(c, is_set ? OP_BUILD_SET : OP_BUILD_LIST, list.count, e->span);
    }
}

void compile_dict(Compiler *c, Expr *e) {
    bool started = false;
    int pending = 0;                // pairs on the stack
    for (int i = 0; i <= e->dict.count; i++) {
        bool end = i == e->dict.count, merge = !end && !e->dict.keys[i];
        if ((end && !started) ||
            ((end || merge || pending == STACK_ITEMS / 2) && (pending || (merge && !started)))) {
            emit(c, OP_BUILD_DICT, pending, e->span);
            if (started) emit(c, OP_DICT_UPDATE, 1, e->span);
            started = true;
            pending = 0;
        }
        if (end) break;
        if (merge) {
            compile_expression(c, e->dict.values[i]);
            emit(c, OP_DICT_UPDATE, 1, e->span);
        } else {
            compile_expression(c, e->dict.keys[i]);
            compile_expression(c, e->dict.values[i]);
            pending++;
        }
    }
}

// -------------------------------------------------------------------------------------- f-strings, t-strings

static int format_flags(int conversion, const Expr *spec) {
    int kind = conversion == 's' ? 1 : conversion == 'r' ? 2 : conversion == 'a' ? 3 : 0;
    return kind << 1 | (spec != NULL);
}

void compile_formatted_value(Compiler *c, Expr *e) {
    compile_expression(c, e->formatted_value.value);
    if (e->formatted_value.format_spec) compile_expression(c, e->formatted_value.format_spec);
    emit(c, OP_FORMAT, format_flags(e->formatted_value.conversion, e->formatted_value.format_spec), e->span);
}

static Value text_value(Compiler *c, Text text) {
    if (c->failed) return NONE;
    Value value = str_new(text.data, text.size);
    if (value) return value;
    compile_fail(c);
    return NONE;
}

void compile_joined_str(Compiler *c, Expr *e) {
    ExprList values = e->joined_str.values;
    if (values.count == 0) {
        emit_constant(c, NAME(empty), e->span);
    } else if (values.count == 1) {
        compile_expression(c, values.items[0]);
    } else if (values.count <= STACK_ITEMS) {
        compile_expressions(c, values);
        emit(c, OP_BUILD_STRING, values.count, e->span);
    } else {                        // ''.join(list)
        emit_constant(c, NAME(empty), e->span);
        emit_cached(c, OP_LOAD_METHOD, names_intern(c->names, "join", 4), e->span);
        emit(c, OP_BUILD_LIST, 0, e->span);
        for (int i = 0; i < values.count; i++) {
            compile_expression(c, values.items[i]);
            emit(c, OP_LIST_APPEND, 1, e->span);
        }
        emit_call(c, OP_CALL_METHOD, 1, e->span);
    }
}

void compile_interpolation(Compiler *c, Expr *e) {
    compile_expression(c, e->interpolation.value);
    emit_constant(c, text_value(c, e->interpolation.source), e->span);
    if (e->interpolation.format_spec) compile_expression(c, e->interpolation.format_spec);
    emit(c, OP_BUILD_INTERPOLATION, format_flags(e->interpolation.conversion, e->interpolation.format_spec),
         e->span);
}

// The texts around n interpolations are n + 1, empty ones included.
void compile_template_str(Compiler *c, Expr *e) {
    ExprList values = e->template_str.values;
    int strings = 0, interpolations = 0;
    bool after_text = false;
    for (int i = 0; i < values.count; i++) {
        if (values.items[i]->kind == AST_INTERPOLATION) {
            if (!after_text) emit_constant(c, NAME(empty), e->span), strings++;
            after_text = false;
        } else {
            compile_expression(c, values.items[i]);
            strings++;
            after_text = true;
        }
    }
    if (!after_text) emit_constant(c, NAME(empty), e->span), strings++;
    emit(c, OP_BUILD_TUPLE, strings, e->span);
    for (int i = 0; i < values.count; i++) {
        if (values.items[i]->kind != AST_INTERPOLATION) continue;
        compile_expression(c, values.items[i]);
        interpolations++;
    }
    emit(c, OP_BUILD_TUPLE, interpolations, e->span);
    emit(c, OP_BUILD_TEMPLATE, 0, e->span);
}
