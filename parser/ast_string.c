// Actions for string literals: neighbouring literals become one, f-strings and t-strings lists of texts and
// fields.
#include "parser/build.h"
#include <string.h>

static Expr *text_new(Parser *p, Text text, Span span) {
    Expr *expr = expression_new(p, AST_CONSTANT, span);
    expr->constant = (Constant){.kind = CONSTANT_STR, .text = text};
    return expr;
}

Piece ast_string(Parser *p, const Token *token) {
    Expr *expr = text_new(p, token->text, token->span);
    warn_escape(p, token);
    expr->constant.has_u = token->start && *token->start == 'u';
    if (token->kind == TOK_BYTES)
        expr->constant.kind = CONSTANT_BYTES;
    return (Piece){expr, token};
}

// ------------------------------------------------------------ joining

// The texts of items[from..to) as one constant.
static Expr *join_texts(Parser *p, Expr **items, int from, int to) {
    if (to == from + 1)
        return items[from];
    size_t size = 0;
    for (int i = from; i < to; i++)
        size += items[i]->constant.text.size;
    char *data = parser_alloc(p, size + 1);
    if (arena_failed(p->arena))
        return items[from];
    size = 0;
    for (int i = from; i < to; i++) {
        Text text = items[i]->constant.text;
        if (text.size)
            memcpy(data + size, text.data, text.size);
        size += text.size;
    }
    Expr *joined = text_new(p, (Text){data, size}, span_between(items[from]->span, items[to - 1]->span));
    joined->constant.kind = items[from]->constant.kind;
    joined->constant.has_u = items[from]->constant.has_u;
    return joined;
}

// Joins neighbouring texts and drops the empty ones, as it copies the list.
static ExprList join_parts(Parser *p, int count, Expr **items) {
    Expr **joined = parser_alloc(p, (size_t)count * sizeof *joined);
    ExprList list = {0, joined};
    for (int i = 0, next; i < count && !arena_failed(p->arena); i = next) {
        for (next = i; next < count && items[next]->kind == AST_CONSTANT; next++)
            ;
        Expr *item = next == i ? items[next++] : join_texts(p, items, i, next);
        if (item->kind != AST_CONSTANT || item->constant.text.size)
            joined[list.count++] = item;
    }
    return list;
}

static bool is_bytes(const Expr *string) {
    return string->kind == AST_CONSTANT && string->constant.kind == CONSTANT_BYTES;
}

// Reports literals that may not stand side by side.
static bool check_mixture(Parser *p, int count, const Piece *strings) {
    int bytes = 0, templates = 0;
    for (int i = 0; i < count; i++) {
        bytes += is_bytes(strings[i].expr);
        templates += strings[i].expr->kind == AST_TEMPLATE_STR;
    }
    if (templates && templates < count) {
        int from = 0;
        while (from + 2 < count
               && (strings[from].expr->kind == AST_TEMPLATE_STR)
                      == (strings[from + 1].expr->kind == AST_TEMPLATE_STR))
            from++;
        parser_error(p, span_between(strings[from].expr->span, strings[from + 1].expr->span),
                     "cannot mix t-string literals with string or bytes literals");
    } else if (bytes && bytes < count) {
        parser_error(p, p->lookahead->span, "cannot mix bytes and nonbytes literals");
    }
    return !parser_failed(p);
}

// All parts of all literals in one row.
static Items *flatten(Parser *p, int count, const Piece *strings) {
    Items *parts = NULL;
    for (int i = 0; i < count; i++) {
        Expr *string = strings[i].expr;
        if (string->kind == AST_CONSTANT) {
            parts = items_add(p, parts, &string, sizeof string);
            continue;
        }
        for (int j = 0; j < string->joined_str.values.count; j++)
            parts = items_add(p, parts, &string->joined_str.values.items[j], sizeof string);
    }
    return parts;
}

static ExprKind joined_kind(int count, const Piece *strings) {
    for (int i = 0; i < count; i++) {
        if (strings[i].expr->kind != AST_CONSTANT)
            return strings[i].expr->kind;
    }
    return AST_CONSTANT;
}

Piece ast_strings(Parser *p, const Items *list) {
    const Piece *strings = items_data(list);
    if (list->count == 1 || !check_mixture(p, list->count, strings))
        return strings[0];
    Items *parts = flatten(p, list->count, strings);
    ExprKind kind = joined_kind(list->count, strings);
    if (kind == AST_CONSTANT)
        return (Piece){join_texts(p, items_data(parts), 0, parts->count), strings[0].first};
    Piece piece = {expression_new(p, kind, span_from(p, strings[0].first)), strings[0].first};
    piece.expr->joined_str.values = join_parts(p, items_count(parts), items_data(parts));
    return piece;
}

Piece ast_fstring(Parser *p, const Token *start, ExprKind kind, const Items *parts) {
    Piece piece = {expression_new(p, kind, span_from(p, start)), start};
    warn_escapes(p, start);
    piece.expr->joined_str.values = join_parts(p, items_count(parts), items_data(parts));
    return piece;
}

// ------------------------------------------------------------ fields

Piece ast_format_spec(Parser *p, const Token *colon, const Items *parts) {
    return ast_fstring(p, colon, AST_JOINED_STR, parts);
}

Items *items_text(Parser *p, Items *parts, const Token *middle) {
    Expr *text = text_new(p, middle->text, middle->span);
    return items_add(p, parts, &text, sizeof text);
}

// The letter behind the exclamation mark.
static int conversion_of(Parser *p, const Token *open, const Token *exclamation, const Token *name) {
    char prefix = parser_fstring_prefix(p, open);
    if (exclamation->end != name->start) {
        parser_error(p, span_between(exclamation->span, name->span),
                     "%c-string: conversion type must come right after the exclamation mark", prefix);
        return -1;
    }
    if (name->text.size == 1 && strchr("sra", name->text.data[0]))
        return name->text.data[0];
    parser_error(p, name->span, "%c-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'",
                 prefix, name->text.size > 100 ? 100 : (int)name->text.size, name->text.data);
    return -1;
}

// `{value = ` puts what is written between the brace and the token that follows in front of the value.
static Expr *debug_text(Parser *p, const Token *open, const Token *equal) {
    const Token *next = equal + 1;
    Span span = {open->span.end_line, open->span.end_column, next->span.line, next->span.column};
    return text_new(p, (Text){open->end, (size_t)(next->start - open->end)}, span);
}

Field *ast_field(Parser *p, const Token *open, Piece value, const Token *equal, const Token *exclamation,
                 const Token *conversion) {
    const Token *behind = equal ? equal : exclamation ? exclamation : p->lookahead;
    Field *field = parser_alloc(p, sizeof *field);
    field->open = open;
    field->value = value.expr;
    field->source = (Text){open->end, (size_t)(behind[-1].end - open->end)};
    field->conversion = conversion ? conversion_of(p, open, exclamation, conversion) : -1;
    if (equal)
        field->text = debug_text(p, open, equal);
    return field;
}

Items *items_field(Parser *p, Items *parts, Field *field, Piece spec, ExprKind kind) {
    if (field->text)
        parts = items_add(p, parts, &field->text, sizeof field->text);
    if (field->text && field->conversion == -1 && !spec.expr)
        field->conversion = 'r';
    Expr *expr = expression_new(p, kind, span_from(p, field->open));
    if (kind == AST_INTERPOLATION) {
        expr->interpolation.value = field->value;
        expr->interpolation.source = field->source;
        expr->interpolation.conversion = field->conversion;
        expr->interpolation.format_spec = spec.expr;
    } else {
        expr->formatted_value.value = field->value;
        expr->formatted_value.conversion = field->conversion;
        expr->formatted_value.format_spec = spec.expr;
    }
    return items_add(p, parts, &expr, sizeof expr);
}
