// Actions for calls and for what calls are matched with: arguments and parameters.
#include "parser/build.h"

// ------------------------------------------------------------ arguments

static ArgumentItem *argument_new(Parser *p, ArgumentKind kind, const Token *first, Expr *value) {
    ArgumentItem *item = parser_alloc(p, sizeof *item);
    item->argument = (Argument){.kind = kind, .value = value, .span = span_from(p, first)};
    item->first = first;
    return item;
}

// With clauses it is a generator; which may be without parentheses only if it is the only argument.
ArgumentItem *ast_argument_positional(Parser *p, Piece value, const Items *clauses) {
    if (!clauses) {
        ArgumentItem *item = argument_new(p, ARGUMENT_POSITIONAL, value.first, value.expr);
        item->argument.span = value.expr->span;
        return item;
    }
    Expr *generator = expression_new(p, AST_GENERATOR_EXP, span_from(p, value.first));
    generator->generator_exp.element = value.expr;
    generator->generator_exp.clauses = items_clauses(p, clauses);
    ArgumentItem *item = argument_new(p, ARGUMENT_POSITIONAL, value.first, generator);
    item->is_generator = true;
    return item;
}

ArgumentItem *ast_argument_keyword(Parser *p, Piece name, const Token *equal, Piece value) {
    ArgumentItem *item = argument_new(p, ARGUMENT_KEYWORD, name.first, value.expr);
    if (name.expr->kind == AST_NAME && !name.expr->parenthesized) {
        item->argument.name = name.expr->name.id;
        return item;
    }
    Span span = span_between(name.expr->span, equal->span);
    if (name.expr->kind == AST_CONSTANT && name.expr->constant.kind <= CONSTANT_FALSE
        && !name.expr->parenthesized)
        parser_error(p, span, "cannot assign to %s", expression_description(name.expr));
    else
        parser_error(p, span, "expression cannot contain assignment, perhaps you meant \"==\"?");
    return item;
}

ArgumentItem *ast_argument_starred(Parser *p, const Token *star, Piece value) {
    ArgumentKind kind = star->kind == TOK_STAR ? ARGUMENT_STARRED : ARGUMENT_DOUBLE_STARRED;
    return argument_new(p, kind, star, value.expr);
}

ArgumentItem *ast_argument_keyword_generator(Parser *p, Piece name, const Token *equal, Piece value) {
    parser_error(p, span_between(name.expr->span, equal->span),
                 "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    return ast_argument_keyword(p, name, equal, value);
}

ArgumentItem *ast_argument_starred_keyword(Parser *p, const Token *star, Piece value) {
    parser_error(p, span_between(star->span, value.expr->span), "cannot assign to %s argument unpacking",
                 star->kind == TOK_STAR ? "iterable" : "keyword");
    return ast_argument_starred(p, star, value);
}

ArgumentItem *ast_argument_starred_generator(Parser *p, const Token *star, Piece value) {
    if (star->kind == TOK_STAR)
        parser_error(p, span_between(star->span, value.expr->span),
                     "iterable unpacking cannot be used in comprehension");
    else
        parser_error(p, token_for(value.first)->span, "invalid syntax");
    return ast_argument_starred(p, star, value);
}

Items *items_argument(Parser *p, Items *list, ArgumentItem *item) {
    return items_add(p, list, &item, sizeof item);
}

// The token that CPython has read when it has found all starred arguments in a row.
static const Token *behind_stars(Parser *p, const Items *list, int i) {
    ArgumentItem **items = items_data(list);
    while (i < list->count && items[i]->argument.kind == ARGUMENT_STARRED)
        i++;
    return i < list->count ? items[i]->first : parser_end(p);
}

// Refuses arguments that may not follow those before them. CPython points behind the last argument, or from
// the comma before a star to there.
static void check_order(Parser *p, const Items *list) {
    bool keyword = false, unpacking = false;
    ArgumentItem **items = items_data(list);
    Span end = parser_end(p)->span;
    for (int i = 0; i < items_count(list); i++) {
        ArgumentKind kind = items[i]->argument.kind;
        if (kind == ARGUMENT_POSITIONAL && (unpacking || keyword))
            parser_error(p, end, "positional argument follows keyword argument%s",
                         unpacking ? " unpacking" : "");
        else if (kind == ARGUMENT_STARRED && unpacking)
            parser_error(p, span_start_to(items[i]->first[-1].span, behind_stars(p, list, i)),
                         "iterable argument unpacking follows keyword argument unpacking");
        keyword |= kind == ARGUMENT_KEYWORD;
        unpacking |= kind == ARGUMENT_DOUBLE_STARRED;
    }
}

static bool is_lone_generator(const Items *arguments) {
    return arguments->count == 1 && !arguments->comma
           && (*(ArgumentItem **)items_data(arguments))->is_generator;
}

static ArgumentList argument_list(Parser *p, const Items *arguments) {
    int count = items_count(arguments);
    ArgumentItem **from = items_data(arguments);
    Argument *items = parser_alloc(p, (size_t)count * sizeof *items);
    if (arena_failed(p->arena))
        return (ArgumentList){0};
    check_order(p, arguments);
    for (int i = 0; i < count; i++) {
        if (from[i]->is_generator && !is_lone_generator(arguments))
            parser_error(p, from[i]->argument.span, "Generator expression must be parenthesized");
        items[i] = from[i]->argument;
    }
    return (ArgumentList){count, items};
}

Piece ast_call(Parser *p, Piece function, const Token *open, const Items *arguments) {
    Piece piece = {expression_new(p, AST_CALL, span_from(p, function.first)), function.first};
    piece.expr->call.function = function.expr;
    piece.expr->call.arguments = argument_list(p, arguments);
    if (arguments && is_lone_generator(arguments)) {    // the call's parentheses are the generator's, too
        Argument *argument = piece.expr->call.arguments.items;
        argument->span = argument->value->span = span_from(p, open);
    }
    return piece;
}

ArgumentList ast_bases(Parser *p, const Items *arguments) {
    ArgumentList bases = argument_list(p, arguments);
    ArgumentItem **items = items_data(arguments);
    if (items_count(arguments) == 1 && items[0]->is_generator)     // which in a call would be allowed
        parser_error(p, token_for(items[0]->first)->span, "invalid syntax");
    return bases;
}

// ------------------------------------------------------------ parameters

ParameterItem *ast_parameter_item(Parser *p, const Token *star, const Token *name, Piece annotation) {
    ParameterItem *item = parser_alloc(p, sizeof *item);
    item->star = star;
    item->first = star ? star : name;
    item->parameter.annotation = annotation.expr;
    if (name) {
        item->parameter.name = parser_name(p, name);
        item->parameter.span = span_from(p, name);
    }
    return item;
}

ParameterItem *ast_parameter_default(Parser *p, ParameterItem *item, Piece value) {
    (void)p;
    item->parameter.default_value = value.expr;
    return item;
}

typedef enum { KIND_NORMAL, KIND_SLASH, KIND_BARE_STAR, KIND_VARARG, KIND_KWARG } ParameterKind;

static ParameterKind item_kind(const ParameterItem *item) {
    if (!item->star)
        return KIND_NORMAL;
    if (item->star->kind == TOK_SLASH)
        return KIND_SLASH;
    if (item->star->kind == TOK_DOUBLESTAR)
        return KIND_KWARG;
    return item->parameter.name ? KIND_VARARG : KIND_BARE_STAR;
}

// What stands in a parameter list, up to some point of it.
typedef struct { bool slash, star, kwarg, default_value; } Seen;

static Seen look_back(const Items *list) {
    Seen seen = {0};
    ParameterItem **items = items_data(list);
    for (int i = 0; i < items_count(list); i++) {
        ParameterKind kind = item_kind(items[i]);
        seen.slash |= kind == KIND_SLASH;
        seen.star |= kind == KIND_BARE_STAR || kind == KIND_VARARG;
        seen.kwarg |= kind == KIND_KWARG;
        seen.default_value |= items[i]->parameter.default_value != NULL;
    }
    return seen;
}

// Whether a parameter can end before this token.
static bool may_end(const Token *token) {
    return token->kind == TOK_COMMA || token->kind == TOK_RPAR || token->kind == TOK_COLON;
}

Items *items_parameter(Parser *p, Items *list, ParameterItem *item) {
    Seen seen = look_back(list);
    ParameterKind kind = item_kind(item);
    Span span = item->first->span;
    if (seen.kwarg)
        parser_error(p, kind == KIND_NORMAL ? item->parameter.span : span,
                     "arguments cannot follow var-keyword argument");
    else if (kind == KIND_SLASH && !list)
        parser_error(p, span,
                     p->lookahead->kind == TOK_COMMA ? "at least one argument must precede /"
                                                     : "invalid syntax");
    else if (kind == KIND_SLASH && seen.slash)
        parser_error(p, span, "/ may appear only once");
    else if (kind == KIND_SLASH && seen.star)
        parser_error(p, span, "/ must be ahead of *");
    else if ((kind == KIND_BARE_STAR || kind == KIND_VARARG) && seen.star)
        parser_error(p, span, "%s", kind == KIND_BARE_STAR && p->lookahead->kind != TOK_COMMA
                                        ? "invalid syntax" : "* argument may appear only once");
    else if (kind == KIND_NORMAL && seen.default_value && !seen.star && !item->parameter.default_value
             && may_end(p->lookahead))
        parser_error(p, item->parameter.span, "parameter without a default follows parameter with a default");
    return items_add(p, list, &item, sizeof item);
}

// `*` must be followed by a name: `def f(*)`, `def f(*, **k)` are mistakes. In a lambda CPython points behind
// the star.
static void check_bare_star(Parser *p, const ParameterItem *star, const ParameterItem *next, bool lambda) {
    bool complete = p->lookahead->kind == TOK_RPAR || (p->lookahead->kind == TOK_COLON && lambda);
    if ((next && item_kind(next) == KIND_NORMAL) || !complete)
        return;
    const Token *token = star->first;
    if (lambda)
        token = next ? next->first : p->lookahead;
    parser_error(p, token->span, "named arguments must follow bare *");
}

static void parameter_push(ParameterList *list, Parameter parameter) {
    list->items[list->count++] = parameter;
}

Parameters *ast_parameters(Parser *p, const Items *list, bool lambda) {
    Parameters *parameters = parser_alloc(p, sizeof *parameters);
    int count = items_count(list);
    ParameterItem **items = items_data(list);
    parameters->positional.items = parser_alloc(p, (size_t)count * sizeof(Parameter));
    parameters->keyword_only.items = parser_alloc(p, (size_t)count * sizeof(Parameter));
    bool keyword_only = false;
    for (int i = 0; i < count && !arena_failed(p->arena); i++) {
        switch (item_kind(items[i])) {
        case KIND_NORMAL:
            parameter_push(keyword_only ? &parameters->keyword_only : &parameters->positional,
                           items[i]->parameter);
            break;
        case KIND_SLASH:
            parameters->positional_only = parameters->positional.count;
            break;
        case KIND_BARE_STAR:
            check_bare_star(p, items[i], i + 1 < count ? items[i + 1] : NULL, lambda);
            keyword_only = true;
            break;
        case KIND_VARARG:
            parameters->vararg = &items[i]->parameter;
            keyword_only = true;
            break;
        case KIND_KWARG:
            parameters->kwarg = &items[i]->parameter;
            break;
        }
    }
    return parameters;
}
