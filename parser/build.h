// Build: what the grammar's actions call, and the state that they share. Internal to parser/.
//
// Actions run while the parser looks at the token behind what they reduce, so that a node ends at the last
// token before `lookahead`. They go on to the end of the parser's step even when one of them has reported a
// mistake; so they never return NULL where the tree promises a node, and when memory is short they are given
// a reserve to write to.
#pragma once
#include "parser/parser.h"

// An expression and the token it begins with, an opening parenthesis included.
typedef struct {
    Expr *expr;
    const Token *first;
} Piece;

typedef struct Parser {
    Arena *arena;
    Names *names;
    Diagnostic *diagnostic;
    const char *text;           // the source, without what the lexer skipped
    size_t size;
    ParseMode mode;
    const Token *tokens;        // all tokens of the source; the first one is a START_, the last one TOK_END
    const Token *last;          // that last one
    const Token *lookahead;     // the token that the grammar is looking at
    const Token *furthest;      // the last one that was looked at to explain a mistake, or NULL
    Diagnostic lexical;         // the lexer's error, which stands where TOK_END is
    Module *module;             // the result
    void *grammar;              // lemon's state
    bool probing;               // only to find out how far a rule gets: mistakes are not explained
    Piece piece;                // the result, if probing
    char *reserve;              // memory for the rest of the step in which the arena has failed
    size_t reserve_size;
    _Alignas(16) char spare[512];   // and what is handed out when that has been used up
} Parser;

// The same for a pattern.
typedef struct {
    Pattern *pattern;
    const Token *first;
} PatternPiece;

static const Piece piece_none = {NULL, NULL};

// A list that grows while rules are reduced; its items are copied into the typed lists of the tree.
typedef struct {
    int count, capacity;
    size_t item_size;
    const Token *comma;         // the comma behind the last item, or NULL
    char *items;
} Items;

typedef struct { Expr *key, *value; const Token *stars; } DictItem;   // key NULL: `**value`
typedef struct { Argument argument; bool is_generator; const Token *first; } ArgumentItem;
typedef struct {
    const Token *star, *first;
    Parameter parameter;
} ParameterItem; // star: `*`, `**`, `/` or NULL
typedef struct { const Token *first, *star; ExceptHandler handler; } Handler;
typedef struct { Expr *key; const Token *name; Pattern *pattern; Span span; } PatternItem;
typedef struct {
    Expr *value;
    Expr *text;
    Text source;
    int conversion;
    const Token *open;
} Field; // text: of `{x=}`, or NULL

// ---- parser.c
void *parser_alloc(Parser *p, size_t size);                 // zeroed; never NULL
void parser_report_memory(Parser *p);
int parser_line_count(const Parser *p);
const Token *parser_fstring(const Parser *p, const Token *token);  // the start of what the token is in
char parser_fstring_prefix(const Parser *p, const Token *token);   // 'f' or 't'
void parser_fail_as_lexer(Parser *p);                       // the lexer's error is the parser's
bool parser_failed(const Parser *p);
void parser_stuck(Parser *p, const Token *token);           // the grammar cannot go on
void parser_error(Parser *p, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));
const Name *parser_name(Parser *p, const Token *token);
const Token *parser_end(const Parser *p);   // the last token before the lookahead that is not white space
Span span_from(const Parser *p, const Token *first);        // from a token to that one
Span span_between(Span first, Span last);
// As CPython does it where it means "to here": a column short.
Span span_start_to(Span first, const Token *last);
const Token *token_for(const Token *from);                  // the next `for` or `async` in the same brackets

// ---- parser.c, too: pieces of the source parsed on their own, to explain a mistake
typedef enum {
    PROBE_DISJUNCTION,          // what may stand before `if`
    PROBE_OPERAND,              // what may be compared
    PROBE_INVERSION,            // what may stand behind `and`
    PROBE_EXPRESSION,
    PROBE_ASSIGNED,             // what may stand behind `=`
} ProbeRule;

typedef struct {
    Expr *expr;                 // the longest piece that the rule derives, or NULL
    const Token *end;           // the token behind it
    const Token *seen;          // the last token that was looked at
    bool exhausted;             // it could not be decided, because the lexer has failed
} Probe;

Probe parser_probe(const Parser *p, ProbeRule rule, const Token *from);
bool parser_accepts(const Parser *p, TokenKind kind); // whether the grammar could go on with such a token
bool grammar_accepts(const void *grammar, int code);        // in grammar.y

// ---- items.c
Items *items_add(Parser *p, Items *list, const void *item, size_t size);
Items *items_join(Parser *p, Items *list, const Items *more);
Items *items_trailing(Items *list, const Token *comma);
int items_count(const Items *list);                           // of NULL: 0
void *items_data(const Items *list);
ExprList items_expressions(Parser *p, const Items *pieces);
StmtList items_statements(Parser *p, const Items *statements);
NameList items_names(Parser *p, const Items *tokens);

// ---- ast_expression.c
Expr *expression_new(Parser *p, ExprKind kind, Span span);
Piece ast_name(Parser *p, const Token *token);
Piece ast_singleton(Parser *p, const Token *token);
Piece ast_number(Parser *p, const Token *token);
Piece ast_bool_op(Parser *p, BoolOperator op, Piece left, Piece right);
Piece ast_unary(Parser *p, const Token *op, Piece operand);
Piece ast_binary(Parser *p, Piece left, const Token *op, Piece right);
BinaryOperator ast_operator(const Token *token);            // of `+` or `+=`
Piece ast_compare(Parser *p, Piece left, CompareOperator op, Piece right);
CompareOperator ast_comparator(const Token *token);
Piece ast_conditional(Parser *p, Piece body, Piece test, Piece orelse);
Piece ast_lambda(Parser *p, const Token *first, Parameters *parameters, Piece body);
Piece ast_walrus(Parser *p, Piece target, Piece value);
Piece ast_starred(Parser *p, const Token *star, Piece value);
Piece ast_await(Parser *p, const Token *first, Piece value);
Piece ast_yield(Parser *p, const Token *first, Piece value);
Piece ast_yield_from(Parser *p, const Token *first, Piece value);
Piece ast_attribute(Parser *p, Piece value, const Token *name);
Piece ast_subscript(Parser *p, Piece value, const Items *slices);
Piece ast_slice(Parser *p, Piece lower, const Token *colon, Piece upper, Piece step);

// ---- ast_display.c: what stands in parentheses, brackets, braces, or between commas
Piece ast_sequence(Parser *p, const Items *items);           // one item as it is, several as a tuple
Piece ast_group(Parser *p, const Token *open, Piece inner);
Piece ast_parens(Parser *p, const Token *open, const Items *items);
Piece ast_list(Parser *p, const Token *open, const Items *items);
Piece ast_set(Parser *p, const Token *open, const Items *items);
Piece ast_dict(Parser *p, const Token *open, const Items *items);
DictItem *ast_dict_item(Parser *p, Piece key, Piece value);
DictItem *ast_dict_starred(Parser *p, Piece key, const Token *star);    // a mistake
DictItem *ast_dict_unpack(Parser *p, const Token *stars, Piece value);
Piece ast_comprehension(Parser *p, ExprKind kind, const Token *open, const Items *items,
                        const Items *clauses);
Piece ast_dict_comprehension(Parser *p, const Token *open, DictItem *item, const Items *clauses);
Comprehension *ast_clause(Parser *p, const Token *async, Piece target, Piece iter, const Items *conditions);
ComprehensionList items_clauses(Parser *p, const Items *clauses);

// ---- ast_call.c: arguments and parameters
Piece ast_call(Parser *p, Piece function, const Token *open, const Items *arguments);
Items *items_argument(Parser *p, Items *list, ArgumentItem *item);
ArgumentItem *ast_argument_positional(Parser *p, Piece value, const Items *clauses);
ArgumentItem *ast_argument_keyword(Parser *p, Piece name, const Token *equal, Piece value);
ArgumentItem *ast_argument_starred(Parser *p, const Token *star, Piece value);
// These three are mistakes.
ArgumentItem *ast_argument_keyword_generator(Parser *p, Piece name, const Token *equal, Piece value);
ArgumentItem *ast_argument_starred_keyword(Parser *p, const Token *star, Piece value);
ArgumentItem *ast_argument_starred_generator(Parser *p, const Token *star, Piece value);
ParameterItem *ast_parameter_item(Parser *p, const Token *star, const Token *name, Piece annotation);
ParameterItem *ast_parameter_default(Parser *p, ParameterItem *item, Piece value);
Items *items_parameter(Parser *p, Items *list, ParameterItem *item);
Parameters *ast_parameters(Parser *p, const Items *parameters, bool lambda);

// ---- warning.c
void warn_number(Parser *p, const Token *token);            // `1if x`
void warn_escape(Parser *p, const Token *token);            // "\d", of a string without fields
// The same of f-strings and of format specifications: the texts behind `from`.
void warn_escapes(Parser *p, const Token *from);

// ---- ast_string.c
Piece ast_string(Parser *p, const Token *token);
Piece ast_strings(Parser *p, const Items *strings);
Piece ast_fstring(Parser *p, const Token *start, ExprKind kind, const Items *parts);
Piece ast_format_spec(Parser *p, const Token *colon, const Items *parts);
Items *items_text(Parser *p, Items *parts, const Token *middle);
Items *items_field(Parser *p, Items *parts, Field *field, Piece spec, ExprKind kind);
Field *ast_field(Parser *p, const Token *open, Piece value, const Token *equal, const Token *exclamation,
                 const Token *conversion);

// ---- ast_statement.c
void ast_file(Parser *p, const Items *statements);
void ast_interactive(Parser *p, const Items *statements);
void ast_eval(Parser *p, Piece expression);
Stmt *ast_expression_statement(Parser *p, Piece value);
Stmt *ast_plain(Parser *p, const Token *token, StmtKind kind);
Stmt *ast_assign(Parser *p, const Items *targets, Piece value);
Stmt *ast_augmented(Parser *p, Piece target, const Token *op, Piece value);
Stmt *ast_annotated(Parser *p, Piece target, Piece annotation, Piece value);
Stmt *ast_type_alias(Parser *p, const Token *first, const Token *name, const Items *type_params, Piece value);
Stmt *ast_return(Parser *p, const Token *first, Piece value);
Stmt *ast_raise(Parser *p, const Token *first, Piece exception, Piece cause);
Stmt *ast_delete(Parser *p, const Token *first, Piece targets);
Stmt *ast_assert(Parser *p, const Token *first, Piece test, Piece message);
Stmt *ast_declare(Parser *p, const Token *first, StmtKind kind, const Items *names);
Stmt *ast_import(Parser *p, const Token *first, const Items *aliases);
Stmt *ast_import_from(Parser *p, const Token *first, int level, const Items *module, const Items *aliases);
Alias *ast_alias(Parser *p, const Token *name, Piece as);
Alias *ast_alias_dotted(Parser *p, const Items *name, Piece as);
Items *items_alias_star(Parser *p, const Token *star);

// ---- ast_compound.c
Stmt *ast_if(Parser *p, const Token *first, Piece test, StmtList body);
Stmt *ast_if_chain(Parser *p, Stmt *first, const Items *elifs, StmtList orelse);
Stmt *ast_while(Parser *p, const Token *first, Piece test, StmtList body, StmtList orelse);
Piece ast_for_target(Parser *p, const Items *targets);
Stmt *ast_for(Parser *p, const Token *first, Piece target, Piece iter, StmtList body, StmtList orelse);
Stmt *ast_with(Parser *p, const Token *first, const Items *items, StmtList body);
WithItem ast_with_item(Parser *p, Piece context, Piece target);
Stmt *ast_async(Parser *p, const Token *async, Stmt *statement);
Stmt *ast_try_finally(Parser *p, const Token *first, StmtList body, StmtList finalbody);
Stmt *ast_try(Parser *p, const Token *first, StmtList body, const Items *handlers, StmtList orelse,
              StmtList finalbody);
Handler *ast_except(Parser *p, const Token *first, const Token *star, const Items *types, Piece name);
Handler *ast_handler(Parser *p, Handler *handler, StmtList body);
Items *items_handler(Parser *p, Items *list, Handler *handler);
Stmt *ast_match(Parser *p, const Token *first, Piece subject, const Items *cases);
MatchCase *ast_case(Parser *p, Pattern *pattern, Piece guard, StmtList body);
Stmt *ast_function(Parser *p, const Token *first, const Token *name, const Items *type_params,
                   Parameters *parameters, Piece returns, StmtList body);
Stmt *ast_class(Parser *p, const Token *first, const Token *name, const Items *type_params,
                ArgumentList bases, StmtList body);
ArgumentList ast_bases(Parser *p, const Items *arguments);
Stmt *ast_decorate(Parser *p, const Items *decorators, Stmt *definition);
TypeParam *ast_type_param(Parser *p, const Token *star, const Token *name, Piece bound, Piece default_value);
Items *items_type_param(Parser *p, Items *list, TypeParam *param);
TypeParamList items_type_params(Parser *p, const Items *list);

// ---- ast_pattern.c
PatternPiece ast_pattern_open(Parser *p, const Items *items);
PatternPiece ast_pattern_star(Parser *p, const Token *star, const Token *name);
PatternPiece ast_pattern_or(Parser *p, const Items *alternatives);
PatternPiece ast_pattern_as(Parser *p, const Items *alternatives, Piece name);
PatternPiece ast_pattern_value(Parser *p, Piece value);
PatternPiece ast_pattern_singleton(Parser *p, const Token *token);
PatternPiece ast_pattern_capture(Parser *p, const Token *name);
PatternPiece ast_pattern_sequence(Parser *p, const Token *open, const Items *items);
PatternPiece ast_pattern_group(Parser *p, const Token *open, const Items *items);
PatternPiece ast_pattern_mapping(Parser *p, const Token *open, const Items *items);
PatternPiece ast_pattern_class(Parser *p, Piece cls, const Items *items);
Piece ast_pattern_complex(Parser *p, Piece real, const Token *op, Piece imaginary);
PatternItem *ast_pattern_item(Parser *p, Piece key, const Token *name, const PatternPiece *pattern);

// ---- targets.c: checks of what an expression that stands in a target's place may be
Items *items_target(Parser *p, Items *targets, Piece target);  // of an assignment, the `=` behind it was read
void target_check_for(Parser *p, Expr *target);
void target_check_with(Parser *p, Expr *target);
void target_check_delete(Parser *p, Expr *target);
void target_check_augmented(Parser *p, Expr *target);
void target_check_annotated(Parser *p, Expr *target);
const char *expression_description(const Expr *expression); // "function call", for messages

// ---- mistake.c: no rule goes on with a token; says what is wrong
void mistake_explain(Parser *p, const Token *token);

// Where the token is, for explanations.
typedef struct {
    const Token *open;          // the bracket (also of a field) or start of the f-string; NULL outside
    const Token *item;          // what follows the last comma in it
    bool colon;                 // there is a colon behind `item`
    bool pair;                  // there is a colon or `**` before it: it is a dict
    bool comprehension;         // there is a `for`
    int lambdas;                // those whose colon has not come yet
    bool targets;               // between a `for` and its `in`
    bool field, spec;           // of an f-string: `{x`, or `{x:` and behind
} Level;

enum { MAX_LEVELS = 512 };

typedef struct {
    Parser *p;
    const Token *token;         // which no rule goes on with
    const Token *line;          // the first token of its logical line
    const Token *statement;     // the same, or what follows the last `;` or, outside brackets, the last `:`
    const Token *head;          // what stands before the colon before `statement`, or NULL
    Level levels[MAX_LEVELS];   // what is open around it, from the outside, beginning with the line itself
    int depth;                  // the index of the last one: 0 outside all brackets
    bool exhausted;             // a probe has met the lexer's error
} Mistake;

Level *mistake_level(Mistake *m);                           // the innermost
Probe mistake_probe(Mistake *m, ProbeRule rule, const Token *from);
void mistake_look(Mistake *m, const Token *token);          // CPython reads up to here
// Returns true.
bool mistake_report(Mistake *m, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));
bool mistake_is_name(const Token *token, const char *text);
bool mistake_in_lambda(const Mistake *m);                   // the token is between a `lambda` and its colon
bool mistake_is_parameter(Mistake *m);                      // the same, or in the parentheses of a def

// ---- mistake_expression.c, mistake_statement.c: true after a report
bool mistake_in_dict_item(Mistake *m);
bool mistake_interrupted_string(Mistake *m);
bool mistake_missing_comma(Mistake *m);
bool mistake_legacy_statement(Mistake *m);
bool mistake_conditional(Mistake *m);
bool mistake_behind_else(Mistake *m);
bool mistake_equal(Mistake *m);
bool mistake_walrus(Mistake *m);
bool mistake_for_target(Mistake *m);
bool mistake_missing_in(Mistake *m);
bool mistake_not_operand(Mistake *m);
bool mistake_argument(Mistake *m);
bool mistake_dict_value(Mistake *m);
bool mistake_double_star(Mistake *m);
bool mistake_field(Mistake *m);
bool mistake_parameter(Mistake *m);
bool mistake_missing_block(Mistake *m);
bool mistake_indent(Mistake *m);
bool mistake_missing_colon(Mistake *m);
bool mistake_try(Mistake *m);
bool mistake_elif(Mistake *m);
bool mistake_mixed_handlers(Mistake *m);
bool mistake_import(Mistake *m);
bool mistake_multiple(Mistake *m);
const Token *mistake_last_block(const Mistake *m);          // the last whole compound statement, or NULL
