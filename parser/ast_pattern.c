// Actions for the patterns of `case`. What a pattern may bind, and which patterns can never be reached, is
// for the compiler to check; here it is the shape alone.
#include "parser/build.h"

static PatternPiece pattern_new(Parser *p, PatternKind kind, const Token *first) {
    Pattern *pattern = parser_alloc(p, sizeof *pattern);
    pattern->kind = kind;
    pattern->span = span_from(p, first);
    return (PatternPiece){pattern, first};
}

static bool is_wildcard(const Token *name) {
    return name->text.size == 1 && name->text.data[0] == '_';
}

static const Name *capture_name(Parser *p, const Token *name) {
    return is_wildcard(name) ? NULL : parser_name(p, name);
}

static PatternList items_patterns(Parser *p, const Items *list) {
    int count = items_count(list);
    const PatternPiece *from = items_data(list);
    Pattern **items = parser_alloc(p, (size_t)count * sizeof *items);
    if (arena_failed(p->arena))
        return (PatternList){0};
    for (int i = 0; i < count; i++)
        items[i] = from[i].pattern;
    return (PatternList){count, items};
}

// ------------------------------------------------------------ values and captures

PatternPiece ast_pattern_value(Parser *p, Piece value) {
    PatternPiece piece = pattern_new(p, AST_MATCH_VALUE, value.first);
    piece.pattern->match_value.value = value.expr;
    return piece;
}

PatternPiece ast_pattern_singleton(Parser *p, const Token *token) {
    PatternPiece piece = pattern_new(p, AST_MATCH_SINGLETON, token);
    piece.pattern->match_singleton.value = ast_singleton(p, token).expr->constant.kind;
    return piece;
}

PatternPiece ast_pattern_capture(Parser *p, const Token *name) {
    PatternPiece piece = pattern_new(p, AST_MATCH_AS, name);
    piece.pattern->match_as.name = capture_name(p, name);
    return piece;
}

PatternPiece ast_pattern_star(Parser *p, const Token *star, const Token *name) {
    PatternPiece piece = pattern_new(p, AST_MATCH_STAR, star);
    piece.pattern->match_star.name = capture_name(p, name);
    return piece;
}

static bool is_imaginary(const Expr *number) {
    if (number->kind == AST_UNARY_OP)
        number = number->unary_op.operand;
    return number->constant.kind == CONSTANT_IMAGINARY;
}

Piece ast_pattern_complex(Parser *p, Piece real, const Token *op, Piece imaginary) {
    if (is_imaginary(real.expr))
        parser_error(p, real.expr->span, "real number required in complex literal");
    else if (!is_imaginary(imaginary.expr))
        parser_error(p, imaginary.expr->span, "imaginary number required in complex literal");
    return ast_binary(p, real, op, imaginary);
}

// ------------------------------------------------------------ or, as

PatternPiece ast_pattern_or(Parser *p, const Items *alternatives) {
    const PatternPiece *pieces = items_data(alternatives);
    if (alternatives->count == 1)
        return pieces[0];
    PatternPiece piece = pattern_new(p, AST_MATCH_OR, pieces[0].first);
    piece.pattern->match_or.patterns = items_patterns(p, alternatives);
    return piece;
}

// The alternatives end before the `as`, which is before the name.
static PatternPiece or_before_as(Parser *p, const Items *alternatives, Piece name) {
    PatternPiece piece = ast_pattern_or(p, alternatives);
    if (alternatives->count > 1)
        piece.pattern->span = span_between(piece.first->span, name.first[-2].span);
    return piece;
}

PatternPiece ast_pattern_as(Parser *p, const Items *alternatives, Piece name) {
    PatternPiece inner = or_before_as(p, alternatives, name);
    PatternPiece piece = pattern_new(p, AST_MATCH_AS, inner.first);
    piece.pattern->match_as.pattern = inner.pattern;
    if (name.expr->kind != AST_NAME || name.expr->parenthesized)
        parser_error(p, name.expr->span, "cannot use %s as pattern target",
                     expression_description(name.expr));
    else if (is_wildcard(name.first))
        parser_error(p, name.expr->span, "cannot use '_' as a target");
    else
        piece.pattern->match_as.name = name.expr->name.id;
    return piece;
}

// ------------------------------------------------------------ sequences

PatternPiece ast_pattern_sequence(Parser *p, const Token *open, const Items *items) {
    PatternPiece piece = pattern_new(p, AST_MATCH_SEQUENCE, open);
    piece.pattern->match_sequence.patterns = items_patterns(p, items);
    return piece;
}

static bool is_single(const Items *items) {
    return items->count == 1 && !items->comma;
}

// A single pattern is itself; a star needs a sequence around it.
static PatternPiece single(Parser *p, const Items *items, const Token *next) {
    PatternPiece piece = *(PatternPiece *)items_data(items);
    if (piece.pattern->kind == AST_MATCH_STAR)
        parser_error(p, next->span, "invalid syntax");
    return piece;
}

PatternPiece ast_pattern_open(Parser *p, const Items *items) {
    if (is_single(items))
        return single(p, items, p->lookahead);
    return ast_pattern_sequence(p, ((PatternPiece *)items_data(items))->first, items);
}

PatternPiece ast_pattern_group(Parser *p, const Token *open, const Items *items) {
    if (!is_single(items))
        return ast_pattern_sequence(p, open, items);
    return (PatternPiece){single(p, items, parser_end(p)).pattern, open};
}

// ------------------------------------------------------------ mappings and classes

PatternItem *ast_pattern_item(Parser *p, Piece key, const Token *name, const PatternPiece *pattern) {
    PatternItem *item = parser_alloc(p, sizeof *item);
    *item = (PatternItem){.key = key.expr, .name = name, .pattern = pattern ? pattern->pattern : NULL};
    item->span = name ? span_from(p, name) : pattern ? span_from(p, pattern->first) : (Span){0};
    return item;
}

PatternPiece ast_pattern_mapping(Parser *p, const Token *open, const Items *items) {
    PatternPiece piece = pattern_new(p, AST_MATCH_MAPPING, open);
    int count = items_count(items);
    PatternItem **from = items_data(items);
    Expr **keys = parser_alloc(p, (size_t)count * sizeof *keys);
    Pattern **patterns = parser_alloc(p, (size_t)count * sizeof *patterns);
    int pairs = 0;
    for (int i = 0; i < count && !arena_failed(p->arena); i++) {
        if (from[i]->name && (i + 1 < count || is_wildcard(from[i]->name))) {
            parser_error(p, from[i]->name[i + 1 < count ? 2 : 0].span, "invalid syntax");
        } else if (from[i]->name) {
            piece.pattern->match_mapping.rest = parser_name(p, from[i]->name);
        } else {
            keys[pairs] = from[i]->key;
            patterns[pairs++] = from[i]->pattern;
        }
    }
    piece.pattern->match_mapping.keys = (ExprList){pairs, keys};
    piece.pattern->match_mapping.patterns = (PatternList){pairs, patterns};
    return piece;
}

// Counts the positional patterns, which must come first.
static int class_positional(Parser *p, int count, PatternItem **items) {
    int positional = 0;
    while (positional < count && !items[positional]->name)
        positional++;
    int from = positional;
    while (from < count && items[from]->name)
        from++;
    int to = from;
    while (to + 1 < count && !items[to + 1]->name)
        to++;
    if (from < count)
        parser_error(p, span_between(items[from]->pattern->span, items[to]->pattern->span),
                     "positional patterns follow keyword patterns");
    return positional;
}

PatternPiece ast_pattern_class(Parser *p, Piece cls, const Items *items) {
    PatternPiece piece = pattern_new(p, AST_MATCH_CLASS, cls.first);
    int count = items_count(items);
    PatternItem **from = items_data(items);
    int positional = class_positional(p, count, from), keywords = count - positional;
    Pattern **patterns = parser_alloc(p, (size_t)count * sizeof *patterns);
    const Name **names = parser_alloc(p, (size_t)keywords * sizeof *names);
    Span *spans = parser_alloc(p, (size_t)keywords * sizeof *spans);
    if (parser_failed(p))
        return piece;
    for (int i = 0; i < count; i++)
        patterns[i] = from[i]->pattern;
    for (int i = 0; i < keywords; i++) {
        names[i] = parser_name(p, from[positional + i]->name);
        spans[i] = from[positional + i]->span;
    }
    piece.pattern->match_class.cls = cls.expr;
    piece.pattern->match_class.patterns = (PatternList){positional, patterns};
    piece.pattern->match_class.keywords = (NameList){keywords, names};
    piece.pattern->match_class.keyword_patterns =
        (PatternList){keywords, patterns ? patterns + positional : NULL};
    piece.pattern->match_class.keyword_spans = spans;
    return piece;
}
