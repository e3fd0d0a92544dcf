// match: patterns as tests that consume the value on top of the stack.
//
// A failing test may leave values behind, so there is a label for each number of values above the base of its
// alternative; their code, emitted behind the body, pops one each and falls into the next. What a pattern
// captures goes into hidden locals first, since names are bound only when the whole pattern has matched.
#include "objects/list.h"
#include "vm/compiler/compile.h"

static const Span NOWHERE;

typedef struct {
    const Name *name;
    bool bound;                     // by the alternative at hand
} Capture;

typedef struct {
    Capture *captures;              // arena; room for the unit's temp_count
    int count;
} Captures;

#define FAIL_LABELS 512
typedef struct {
    int base;                       // depth of the stack where label 0 continues
    int labels[FAIL_LABELS];        // -1: nobody has failed there
    bool allow_irrefutable;
    Captures *captures;
} Matcher;

static void matcher_init(Matcher *m, int base, Captures *captures, bool allow_irrefutable) {
    m->base = base;
    m->captures = captures;
    m->allow_irrefutable = allow_irrefutable;
    for (int i = 0; i < FAIL_LABELS; i++) m->labels[i] = -1;
}

// Where to go when a test fails with `depth` values on the stack.
static int fail_label(Compiler *c, Matcher *m, int depth, Span span) {
    int above = depth - m->base;
    if (above < 0 || above >= FAIL_LABELS) {
        compile_error(c, span, "too many values in a pattern");
        return label_new(c);
    }
    if (m->labels[above] < 0) m->labels[above] = label_new(c);
    return m->labels[above];
}

// The code of the labels; goes on with the stack at the base.
static void place_fail_labels(Compiler *c, Matcher *m) {
    for (int i = FAIL_LABELS; i-- > 0 && !c->failed;) {
        if (m->labels[i] < 0) {
            if (!c->unit->unreachable && i > 0 && c->unit->depth == m->base + i) emit(c, OP_POP, 0, NOWHERE);
            continue;
        }
        label_place(c, m->labels[i]);
        if (i > 0) emit(c, OP_POP, 0, NOWHERE);
    }
    c->unit->depth = m->base;
}

static void fail_unless_true(Compiler *c, Matcher *m, Span span) {
    int label = fail_label(c, m, c->unit->depth - 1, span);
    emit_jump(c, OP_JUMP_IF_FALSE, label, span);
}

static void fail_if_none(Compiler *c, Matcher *m, Span span) {     // value-or-None on top, which stays
    emit(c, OP_COPY, 1, span);
    int label = fail_label(c, m, c->unit->depth - 1, span);
    emit_jump(c, OP_JUMP_IF_NONE, label, span);
}

// Compares the top with a constant and pops it.
static void fail_unless_compares(Compiler *c, Matcher *m, bool equal, Value constant, Span span) {
    if (c->failed) return;
    uint32_t index = emit_constant_index(c, constant);
    int label = fail_label(c, m, c->unit->depth - 1, span);
    if (index < 256) {
        emit_compare_jump(c, equal ? OP_EQ_SK_JUMP : OP_GE_SK_JUMP, 0, index, false, label, span);
    } else {
        emit_constant(c, constant, span);
        emit_compare_jump(c, equal ? OP_EQ_SS_JUMP : OP_GE_SS_JUMP, 0, 0, false, label, span);
    }
}

static void compile_pattern(Compiler *c, Pattern *p, Matcher *m);

static void compile_subpattern(Compiler *c, Pattern *p, Matcher *m) {
    bool before = m->allow_irrefutable;
    m->allow_irrefutable = true;
    compile_pattern(c, p, m);
    m->allow_irrefutable = before;
}

// -------------------------------------------------------------------------------------------------- captures

static uint32_t capture_slot(Compiler *c, int index) { return c->unit->scope->temp_base + (uint32_t)index; }

static void capture(Compiler *c, Matcher *m, const Name *name, Span span) {
    Captures *captures = m->captures;
    compile_check_name(c, name, span, "assign to");
    int i = 0;
    while (i < captures->count && captures->captures[i].name != name) i++;
    if (i < captures->count && captures->captures[i].bound)
        compile_error(c, span, "multiple assignments to name '%s' in pattern", name->data);
    if (c->failed) return;
    if (i == captures->count) captures->count++;
    captures->captures[i] = (Capture){name, true};
    emit(c, OP_STORE_LOCAL, (int32_t)capture_slot(c, i), span);
}

static void bind_captures(Compiler *c, const Captures *captures, Span span) {
    for (int i = 0; i < captures->count; i++) {
        emit_load_local(c, capture_slot(c, i), span);
        compile_store_name(c, captures->captures[i].name, span);
        emit(c, OP_CLEAR_LOCAL, (int32_t)capture_slot(c, i), span);
    }
}

static void clear_captures(Compiler *c, const Captures *captures) {
    for (int i = 0; i < captures->count; i++) emit(c, OP_CLEAR_LOCAL, (int32_t)capture_slot(c, i), NOWHERE);
}

// ----------------------------------------------------------------------------------------- kinds of patterns

static bool is_wildcard(const Pattern *p) {
    return (p->kind == AST_MATCH_AS && !p->match_as.pattern && !p->match_as.name) ||
           (p->kind == AST_MATCH_STAR && !p->match_star.name);
}

static bool is_literal_or_attribute(Compiler *c, Expr *e) {
    return e->kind == AST_ATTRIBUTE || fold_expression(c, e) != 0;
}

static void pattern_value(Compiler *c, Pattern *p, Matcher *m) {
    Expr *value = p->match_value.value;
    if (!is_literal_or_attribute(c, value)) {
        compile_error(c, p->span, "patterns may only match literals and attribute lookups");
        return;
    }
    Value constant = fold_expression(c, value);
    if (constant) {
        fail_unless_compares(c, m, true, constant, p->span);
        return;
    }
    compile_expression(c, value);
    emit_compare_jump(c, OP_EQ_SS_JUMP, 0, 0, false, fail_label(c, m, c->unit->depth - 2, p->span), p->span);
}

static void pattern_singleton(Compiler *c, Pattern *p, Matcher *m) {
    ConstantKind kind = p->match_singleton.value;
    emit_constant(c, kind == CONSTANT_NONE ? NONE : bool_value(kind == CONSTANT_TRUE), p->span);
    emit(c, OP_IS, 0, p->span);
    fail_unless_true(c, m, p->span);
}

// [value] --: items by index; for a star that captures nothing no list is made.
static void pattern_items_by_index(Compiler *c, PatternList list, int star, Matcher *m, Span span) {
    for (int i = 0; i < list.count && !c->failed; i++) {
        if (i == star || is_wildcard(list.items[i])) continue;
        emit(c, OP_COPY, 1, span);
        if (i < star) {
            emit_constant(c, SMALL(i), span);
        } else {
            emit(c, OP_GET_LENGTH, 0, span);
            emit_constant(c, SMALL(list.count - i), span);
            emit_abc(c, OP_SUB_SS, 0, 0, 0, span);
        }
        emit_abc(c, OP_LOAD_ITEM_SS, 0, 0, 0, span);
        compile_subpattern(c, list.items[i], m);
    }
    emit(c, OP_POP, 0, span);
}

static void pattern_sequence(Compiler *c, Pattern *p, Matcher *m) {
    PatternList list = p->match_sequence.patterns;
    int star = -1;
    bool only_wildcards = true;
    for (int i = 0; i < list.count; i++) {
        if (list.items[i]->kind == AST_MATCH_STAR) {
            if (star >= 0) compile_error(c, p->span, "multiple starred names in sequence pattern");
            star = i;
        }
        only_wildcards &= is_wildcard(list.items[i]);
    }
    emit(c, OP_MATCH_SEQUENCE, 0, p->span);
    fail_unless_true(c, m, p->span);
    int least = list.count - (star >= 0);
    if (star < 0 || least > 0) {
        emit(c, OP_GET_LENGTH, 0, p->span);
        fail_unless_compares(c, m, star < 0, SMALL(least), p->span);
    }
    if (only_wildcards) {
        emit(c, OP_POP, 0, p->span);
    } else if (star >= 0 && is_wildcard(list.items[star])) {
        pattern_items_by_index(c, list, star, m, p->span);
    } else {
        if (star < 0) emit(c, OP_UNPACK, list.count, p->span);
        else emit_ae(c, OP_UNPACK_STARRED, (uint32_t)star, (uint32_t)(list.count - star - 1), p->span);
        for (int i = 0; i < list.count; i++) compile_subpattern(c, list.items[i], m);
    }
}

static void check_keys(Compiler *c, Pattern *p) {
    ExprList keys = p->match_mapping.keys;
    Value seen = list_with_capacity(0);
    if (!seen) compile_fail(c);
    for (int i = 0; i < keys.count && !c->failed; i++) {
        if (!is_literal_or_attribute(c, keys.items[i]))
            compile_error(c, p->span, "mapping pattern keys may only match literals and attribute lookups");
        Value key = fold_expression(c, keys.items[i]);
        if (!key || c->failed) continue;
        int found = object_contains(seen, key);
        if (found > 0) {
            Value text = object_repr(key);
            compile_error(c, p->span, "mapping pattern checks duplicate key (%s)",
                          text ? str_data(text) : "?");
        }
        if (found < 0 || !list_append(seen, key)) compile_fail(c);
    }
}

static void pattern_mapping(Compiler *c, Pattern *p, Matcher *m) {
    ExprList keys = p->match_mapping.keys;
    check_keys(c, p);
    emit(c, OP_MATCH_MAPPING, 0, p->span);
    fail_unless_true(c, m, p->span);
    if (keys.count) {
        emit(c, OP_GET_LENGTH, 0, p->span);
        fail_unless_compares(c, m, false, SMALL(keys.count), p->span);
    } else if (!p->match_mapping.rest) {
        emit(c, OP_POP, 0, p->span);
        return;
    }
    compile_expressions(c, keys);
    emit(c, OP_BUILD_TUPLE, keys.count, p->span);
    emit(c, OP_MATCH_KEYS, 0, p->span);
    fail_if_none(c, m, p->span);
    emit(c, OP_UNPACK, keys.count, p->span);
    for (int i = 0; i < keys.count; i++) compile_subpattern(c, p->match_mapping.patterns.items[i], m);
    if (p->match_mapping.rest) {
        emit(c, OP_COPY_MAPPING_WITHOUT, 0, p->span);
        capture(c, m, p->match_mapping.rest, p->span);
    } else {
        emit(c, OP_POP, 0, p->span);
        emit(c, OP_POP, 0, p->span);
    }
}

static Value keyword_names(Compiler *c, Pattern *p) {
    NameList keywords = p->match_class.keywords;
    Value list = list_with_capacity(0);
    for (int i = 0; i < keywords.count && !c->failed; i++) {
        for (int k = 0; k < i; k++)
            if (keywords.items[k] == keywords.items[i])
                compile_error(c, p->match_class.keyword_patterns.items[i]->span,
                              "attribute name repeated in class pattern: %s", keywords.items[i]->data);
        if (!list || !list_append(list, compile_name_value(c, keywords.items[i]))) list = 0;    // these are not mangled
    }
    Value tuple = list ? list_to_tuple(list) : 0;
    if (tuple) return tuple;
    compile_fail(c);
    return NONE;
}

static void pattern_class(Compiler *c, Pattern *p, Matcher *m) {
    PatternList positional = p->match_class.patterns, keyword = p->match_class.keyword_patterns;
    compile_expression(c, p->match_class.cls);
    if (c->failed) return;
    emit_constant(c, keyword_names(c, p), p->span);
    emit(c, OP_MATCH_CLASS, positional.count, p->span);
    fail_if_none(c, m, p->span);
    emit(c, OP_UNPACK, positional.count + keyword.count, p->span);
    for (int i = 0; i < positional.count; i++) compile_subpattern(c, positional.items[i], m);
    for (int i = 0; i < keyword.count; i++) compile_subpattern(c, keyword.items[i], m);
}

static void pattern_as(Compiler *c, Pattern *p, Matcher *m) {
    if (!p->match_as.pattern) {
        if (!m->allow_irrefutable) {
            if (p->match_as.name)
                compile_error(c, p->span, "name capture '%s' makes remaining patterns unreachable",
                              p->match_as.name->data);
            else
                compile_error(c, p->span, "wildcard makes remaining patterns unreachable");
        }
    } else {
        emit(c, OP_COPY, 1, p->span);
        compile_pattern(c, p->match_as.pattern, m);
    }
    if (p->match_as.name) capture(c, m, p->match_as.name, p->span);
    else emit(c, OP_POP, 0, p->span);
}

// The alternative has bound exactly the names that the first one bound.
static bool binds_the_same(const Captures *captures, int first, int count) {
    if (captures->count != count) return false;
    for (int i = first; i < count; i++)
        if (!captures->captures[i].bound) return false;
    return true;
}

static void pattern_or(Compiler *c, Pattern *p, Matcher *m) {
    PatternList list = p->match_or.patterns;
    Captures *captures = m->captures;
    int matched = label_new(c), depth = c->unit->depth, first = captures->count, count = 0;
    for (int i = 0; i < list.count && !c->failed; i++) {
        Matcher alternative;
        matcher_init(&alternative, depth, captures, i == list.count - 1 && m->allow_irrefutable);
        for (int k = first; k < captures->count; k++) captures->captures[k].bound = false;
        emit(c, OP_COPY, 1, p->span);
        compile_pattern(c, list.items[i], &alternative);
        if (i == 0) count = captures->count;
        else if (!binds_the_same(captures, first, count))
            compile_error(c, p->span, "alternative patterns bind different names");
        emit_jump(c, OP_JUMP, matched, NOWHERE);
        place_fail_labels(c, &alternative);
    }
    emit_jump(c, OP_JUMP, fail_label(c, m, depth, p->span), NOWHERE);
    c->unit->depth = depth;
    label_place(c, matched);
    emit(c, OP_POP, 0, p->span);
}

// [value] --
static void compile_pattern(Compiler *c, Pattern *p, Matcher *m) {
    if (!compile_enter(c, p->span)) return;
    switch (p->kind) {
    case AST_MATCH_VALUE: pattern_value(c, p, m); break;
    case AST_MATCH_SINGLETON: pattern_singleton(c, p, m); break;
    case AST_MATCH_SEQUENCE: pattern_sequence(c, p, m); break;
    case AST_MATCH_MAPPING: pattern_mapping(c, p, m); break;
    case AST_MATCH_CLASS: pattern_class(c, p, m); break;
    case AST_MATCH_STAR:
        if (p->match_star.name) capture(c, m, p->match_star.name, p->span);
        else emit(c, OP_POP, 0, p->span);
        break;
    case AST_MATCH_AS: pattern_as(c, p, m); break;
    case AST_MATCH_OR: pattern_or(c, p, m); break;
    }
    compile_leave(c);
}

// --------------------------------------------------------------------------------------------- the statement

static void compile_case(Compiler *c, MatchCase *item, bool last, int end) {
    int depth = c->unit->depth;
    Captures captures = {scope_alloc(c, (c->unit->scope->temp_count + 1) * sizeof(Capture)), 0};
    if (c->failed) return;
    Matcher m;
    matcher_init(&m, depth, &captures, last || item->guard);
    emit(c, OP_COPY, 1, item->pattern->span);
    compile_pattern(c, item->pattern, &m);
    bind_captures(c, &captures, item->pattern->span);
    if (item->guard) compile_jump_if(c, item->guard, fail_label(c, &m, depth, item->guard->span), false);
    emit(c, OP_POP, 0, item->pattern->span);
    compile_body(c, item->body);
    emit_jump(c, OP_JUMP, end, NOWHERE);
    c->unit->depth = depth;
    place_fail_labels(c, &m);
    clear_captures(c, &captures);
}

void compile_match(Compiler *c, Stmt *s) {
    int end = label_new(c);
    compile_expression(c, s->match.subject);
    for (int i = 0; i < s->match.cases.count && !c->failed; i++)
        compile_case(c, &s->match.cases.items[i], i == s->match.cases.count - 1, end);
    emit(c, OP_POP, 0, s->match.subject->span);
    label_place(c, end);
}
