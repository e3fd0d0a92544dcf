// The grammar of Python 3.14, for lemon.
//
// Rules stand in the order of the language reference's full grammar, and have its names where they can. It is
// LALR(1): what is a target is parsed as an expression first and checked in the action (targets.c), and the
// one place where a single token does not decide, `with (a as b, ...)`, has an opening parenthesis of its own
// that the driver looks ahead for.
//
// Every action makes one node. A Piece is an expression with its first token (parentheses belong to it, but
// not to the node's span); where a node ends is always the token before the one that the parser looks at. ADD
// appends to a list, NULL being the list that is still empty.

%name grammar_
%token_prefix GRAMMAR_
%token_type {const Token *}
%default_type {Piece}
%extra_argument {Parser *p}
%start_symbol start
%stack_size 0

%include {
#include "parser/build.h"
#include <stdlib.h>

#ifndef NDEBUG
#define NDEBUG 1        // no tracing, no assertions in lemon's skeleton
#endif
#include <assert.h>

// lemon's skeleton has parameters that this grammar leaves unused.
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wunused-variable"

#define YYNOERRORRECOVERY 1
#define ADD(list, item) items_add(p, list, &(item), sizeof(item))
}

%code {
// Whether the parser could go on with a token of this code. Runs the reductions that the token asks for, on
// the numbers of the states alone: `pushed` are those above what is left of the real stack.
bool grammar_accepts(const void *grammar, int code) {
    const yyParser *parser = grammar;
    const yyStackEntry *top = parser->yytos;
    YYACTIONTYPE pushed[16];
    int count = 0;
    for (;;) {
        YYACTIONTYPE state = count ? pushed[count - 1] : top->stateno;
        YYACTIONTYPE action = yy_find_shift_action((YYCODETYPE)code, state);
        if (action < YY_MIN_REDUCE)
            return action <= YY_MAX_SHIFTREDUCE || action == YY_ACCEPT_ACTION;
        int rule = action - YY_MIN_REDUCE, size = -yyRuleInfoNRhs[rule];
        int from_pushed = size < count ? size : count;
        count -= from_pushed;
        top -= size - from_pushed;
        if (count == (int)(sizeof pushed / sizeof *pushed))
            return false;
        state = count ? pushed[count - 1] : top->stateno;
        pushed[count++] = yy_find_reduce_action(state, yyRuleInfoLhs[rule]);
    }
}
}

%syntax_error { parser_stuck(p, TOKEN); }
%stack_overflow { parser_report_memory(p); }

// The parser that the driver asks for with its first token; the parenthesis that opens a list of `as` items.
%token START_FILE START_SINGLE START_EVAL WITH_LPAR INVALID.

// ============================================================ roots

%type start {int}
start ::= START_FILE.                                       { ast_file(p, NULL); }
start ::= START_FILE statements(L).                         { ast_file(p, L); }
start ::= START_SINGLE.                                     { ast_interactive(p, NULL); }
start ::= START_SINGLE line(L).                             { ast_interactive(p, L); }
start ::= START_SINGLE compound(S).                         { ast_interactive(p, ADD(NULL, S)); }
start ::= START_EVAL expressions(E) newlines.               { ast_eval(p, E); }

start ::= START_DISJUNCTION disjunction(E).                 { p->piece = E; }
start ::= START_OPERAND bitwise_or(E).                      { p->piece = E; }
start ::= START_INVERSION inversion(E).                     { p->piece = E; }
start ::= START_EXPRESSION expression(E).                   { p->piece = E; }
start ::= START_ASSIGNED assigned(E).                       { p->piece = E; }

%type newlines {int}
newlines ::= .
newlines ::= newlines NEWLINE.

// ============================================================ statements

%type statements {Items *}
statements(A) ::= line(A).
statements(A) ::= compound(S).                              { A = ADD(NULL, S); }
statements(A) ::= statements(L) line(S).                    { A = items_join(p, L, S); }
statements(A) ::= statements(L) compound(S).                { A = ADD(L, S); }

%type line {Items *}
line(A) ::= simple_list(A) optional_semi NEWLINE.

%type simple_list {Items *}
simple_list(A) ::= simple(S).                               { A = ADD(NULL, S); }
simple_list(A) ::= simple_list(L) SEMI simple(S).           { A = ADD(L, S); }

%type optional_semi {int}
optional_semi ::= .
optional_semi ::= SEMI.

%type block {StmtList}
block(A) ::= line(L).                                       { A = items_statements(p, L); }
block(A) ::= NEWLINE INDENT statements(L) DEDENT.           { A = items_statements(p, L); }

// ============================================================ simple statements

%type simple {Stmt *}
simple(A) ::= star_expressions(E).                          { A = ast_expression_statement(p, E); }
simple(A) ::= yield_expression(E).                          { A = ast_expression_statement(p, E); }
simple(A) ::= PASS(T).                                      { A = ast_plain(p, T, AST_PASS); }
simple(A) ::= BREAK(T).                                     { A = ast_plain(p, T, AST_BREAK); }
simple(A) ::= CONTINUE(T).                                  { A = ast_plain(p, T, AST_CONTINUE); }

// ------------------------------------------------------------ assignment

simple(A) ::= targets(L) assigned(V).                       { A = ast_assign(p, L, V); }
simple(A) ::= star_expressions(E) augmented(O) assigned(V). { A = ast_augmented(p, E, O, V); }
simple(A) ::= star_expressions(E) COLON expression(N).      { A = ast_annotated(p, E, N, piece_none); }
simple(A) ::= star_expressions(E) COLON expression(N) EQUAL assigned(V).    { A = ast_annotated(p, E, N, V); }

%type targets {Items *}
targets(A) ::= star_expressions(E) EQUAL.                   { A = items_target(p, NULL, E); }
targets(A) ::= yield_expression(E) EQUAL.                   { A = items_target(p, NULL, E); }
targets(A) ::= targets(L) assigned(E) EQUAL.                { A = items_target(p, L, E); }

assigned(A) ::= star_expressions(A).
assigned(A) ::= yield_expression(A).

%type augmented {const Token *}
augmented(A) ::= PLUSEQUAL|MINEQUAL|STAREQUAL|SLASHEQUAL|DOUBLESLASHEQUAL|PERCENTEQUAL|ATEQUAL(O).
                                                            { A = O; }
augmented(A) ::= AMPEREQUAL|VBAREQUAL|CIRCUMFLEXEQUAL|RIGHTSHIFTEQUAL|LEFTSHIFTEQUAL|DOUBLESTAREQUAL(O).
                                                            { A = O; }

// ------------------------------------------------------------ type alias

simple(A) ::= SOFT_TYPE(T) NAME(N) type_params(P) EQUAL expression(V).
                                                            { A = ast_type_alias(p, T, N, P, V); }

// ------------------------------------------------------------ return, raise, del, assert

simple(A) ::= RETURN(T).                                    { A = ast_return(p, T, piece_none); }
simple(A) ::= RETURN(T) star_expressions(E).                { A = ast_return(p, T, E); }
simple(A) ::= RAISE(T).                                     { A = ast_raise(p, T, piece_none, piece_none); }
simple(A) ::= RAISE(T) expression(E).                       { A = ast_raise(p, T, E, piece_none); }
simple(A) ::= RAISE(T) expression(E) FROM expression(C).    { A = ast_raise(p, T, E, C); }
simple(A) ::= DEL(T) star_expressions(E).                   { A = ast_delete(p, T, E); }
simple(A) ::= ASSERT(T) expression(E).                      { A = ast_assert(p, T, E, piece_none); }
simple(A) ::= ASSERT(T) expression(E) COMMA expression(M).  { A = ast_assert(p, T, E, M); }

// ------------------------------------------------------------ global, nonlocal

simple(A) ::= GLOBAL(T) name_list(L).                       { A = ast_declare(p, T, AST_GLOBAL, L); }
simple(A) ::= NONLOCAL(T) name_list(L).                     { A = ast_declare(p, T, AST_NONLOCAL, L); }

%type name_list {Items *}
name_list(A) ::= NAME(N).                                   { A = ADD(NULL, N); }
name_list(A) ::= name_list(L) COMMA NAME(N).                { A = ADD(L, N); }

// ------------------------------------------------------------ import

simple(A) ::= IMPORT(T) module_list(L).                     { A = ast_import(p, T, L); }
simple(A) ::= FROM(T) dots(D) dotted_name(N) IMPORT imported(L).    { A = ast_import_from(p, T, D, N, L); }
simple(A) ::= FROM(T) some_dots(D) IMPORT imported(L).      { A = ast_import_from(p, T, D, NULL, L); }

%type module_list {Items *}
module_list(A) ::= module_alias(N).                         { A = ADD(NULL, N); }
module_list(A) ::= module_list(L) COMMA module_alias(N).    { A = ADD(L, N); }

%type module_alias {Alias *}
module_alias(A) ::= dotted_name(N).                         { A = ast_alias_dotted(p, N, piece_none); }
module_alias(A) ::= dotted_name(N) AS expression(E).        { A = ast_alias_dotted(p, N, E); }

%type dotted_name {Items *}
dotted_name(A) ::= NAME(N).                                 { A = ADD(NULL, N); }
dotted_name(A) ::= dotted_name(L) DOT NAME(N).              { A = ADD(L, N); }

%type dots {int}
dots(A) ::= .                                               { A = 0; }
dots(A) ::= some_dots(A).

%type some_dots {int}
some_dots(A) ::= DOT.                                       { A = 1; }
some_dots(A) ::= ELLIPSIS.                                  { A = 3; }
some_dots(A) ::= some_dots(D) DOT.                          { A = D + 1; }
some_dots(A) ::= some_dots(D) ELLIPSIS.                     { A = D + 3; }

%type imported {Items *}
imported(A) ::= STAR(T).                                    { A = items_alias_star(p, T); }
imported(A) ::= alias_list(A).
imported(A) ::= LPAR alias_list(L) optional_comma RPAR.      { A = L; }

%type alias_list {Items *}
alias_list(A) ::= alias(N).                                 { A = ADD(NULL, N); }
alias_list(A) ::= alias_list(L) COMMA alias(N).             { A = ADD(L, N); }

%type alias {Alias *}
alias(A) ::= NAME(N).                                       { A = ast_alias(p, N, piece_none); }
alias(A) ::= NAME(N) AS expression(E).                      { A = ast_alias(p, N, E); }

%type optional_comma {int}
optional_comma ::= .
optional_comma ::= COMMA.

// ============================================================ compound statements

%type compound {Stmt *}

// ------------------------------------------------------------ if

compound(A) ::= if_clause(I) elif_clauses(L) else_block(E). { A = ast_if_chain(p, I, L, E); }

%type if_clause {Stmt *}
if_clause(A) ::= IF(T) named_expression(E) COLON block(B).  { A = ast_if(p, T, E, B); }

%type elif_clauses {Items *}
elif_clauses(A) ::= .                                       { A = NULL; }
elif_clauses(A) ::= elif_clauses(L) elif_clause(S).         { A = ADD(L, S); }

%type elif_clause {Stmt *}
elif_clause(A) ::= ELIF(T) named_expression(E) COLON block(B).  { A = ast_if(p, T, E, B); }

%type else_block {StmtList}
else_block(A) ::= .                                         { A = (StmtList){0}; }
else_block(A) ::= ELSE COLON block(B).                      { A = B; }

// ------------------------------------------------------------ while, for

compound(A) ::= WHILE(T) named_expression(E) COLON block(B) else_block(O).  { A = ast_while(p, T, E, B, O); }
compound(A) ::= for_loop(A).
compound(A) ::= ASYNC(T) for_loop(S).                       { A = ast_async(p, T, S); }

%type for_loop {Stmt *}
for_loop(A) ::= FOR(T) for_targets(E) IN star_expressions(I) COLON block(B) else_block(O).
                                                            { A = ast_for(p, T, E, I, B, O); }

// Only what binds tighter than `in` can be a target here.
for_targets(A) ::= for_target_list(L).                      { A = ast_for_target(p, L); }
for_targets(A) ::= for_target_list(L) COMMA(C).             { A = ast_for_target(p, items_trailing(L, C)); }

%type for_target_list {Items *}
for_target_list(A) ::= for_target(E).                       { A = ADD(NULL, E); }
for_target_list(A) ::= for_target_list(L) COMMA for_target(E).  { A = ADD(L, E); }

for_target(A) ::= bitwise_or(A).
for_target(A) ::= STAR(T) bitwise_or(E).                    { A = ast_starred(p, T, E); }

// ------------------------------------------------------------ with

compound(A) ::= with_block(A).
compound(A) ::= ASYNC(T) with_block(S).                     { A = ast_async(p, T, S); }

%type with_block {Stmt *}
with_block(A) ::= WITH(T) with_items(L) COLON block(B).     { A = ast_with(p, T, L, B); }
with_block(A) ::= WITH(T) WITH_LPAR with_items(L) optional_comma RPAR COLON block(B).
                                                            { A = ast_with(p, T, L, B); }

%type with_items {Items *}
with_items(A) ::= with_item(I).                             { A = ADD(NULL, I); }
with_items(A) ::= with_items(L) COMMA with_item(I).         { A = ADD(L, I); }

%type with_item {WithItem}
with_item(A) ::= expression(E).                             { A = ast_with_item(p, E, piece_none); }
with_item(A) ::= expression(E) AS for_target(T).            { A = ast_with_item(p, E, T); }

// ------------------------------------------------------------ try

compound(A) ::= TRY(T) COLON block(B) FINALLY COLON block(F).   { A = ast_try_finally(p, T, B, F); }
compound(A) ::= TRY(T) COLON block(B) handlers(L) else_block(E) finally_block(F).
                                                            { A = ast_try(p, T, B, L, E, F); }

%type finally_block {StmtList}
finally_block(A) ::= .                                      { A = (StmtList){0}; }
finally_block(A) ::= FINALLY COLON block(B).                { A = B; }

%type handlers {Items *}
handlers(A) ::= handler(H).                                 { A = ADD(NULL, H); }
handlers(A) ::= handlers(L) handler(H).                     { A = items_handler(p, L, H); }

%type handler {Handler *}
handler(A) ::= except_clause(H) COLON block(B).             { A = ast_handler(p, H, B); }

%type except_clause {Handler *}
except_clause(A) ::= EXCEPT(T).                             { A = ast_except(p, T, NULL, NULL, piece_none); }
except_clause(A) ::= EXCEPT(T) optional_star(S) exceptions(L).  { A = ast_except(p, T, S, L, piece_none); }
except_clause(A) ::= EXCEPT(T) optional_star(S) exceptions(L) AS expression(E).
                                                            { A = ast_except(p, T, S, L, E); }

%type optional_star {const Token *}
optional_star(A) ::= .                                      { A = NULL; }
optional_star(A) ::= STAR(A).

%type exceptions {Items *}
exceptions(A) ::= exception_list(A).
exceptions(A) ::= exception_list(L) COMMA(C).               { A = items_trailing(L, C); }

%type exception_list {Items *}
exception_list(A) ::= expression(E).                        { A = ADD(NULL, E); }
exception_list(A) ::= exception_list(L) COMMA expression(E).    { A = ADD(L, E); }

// ------------------------------------------------------------ match

compound(A) ::= SOFT_MATCH(T) subject(E) COLON NEWLINE INDENT cases(C) DEDENT.  { A = ast_match(p, T, E, C); }

subject(A) ::= star_named_expressions(L).                   { A = ast_sequence(p, L); }

%type cases {Items *}
cases(A) ::= case_block(C).                                 { A = ADD(NULL, C); }
cases(A) ::= cases(L) case_block(C).                        { A = ADD(L, C); }

%type case_block {MatchCase *}
case_block(A) ::= SOFT_CASE patterns(P) guard(G) COLON block(B).    { A = ast_case(p, P.pattern, G, B); }

guard(A) ::= .                                              { A = piece_none; }
guard(A) ::= IF named_expression(E).                        { A = E; }

%type patterns {PatternPiece}
patterns(A) ::= pattern_items(L).                           { A = ast_pattern_open(p, L); }

%type pattern_items {Items *}
pattern_items(A) ::= pattern_list(A).
pattern_items(A) ::= pattern_list(L) COMMA(C).              { A = items_trailing(L, C); }

%type pattern_list {Items *}
pattern_list(A) ::= maybe_star_pattern(P).                  { A = ADD(NULL, P); }
pattern_list(A) ::= pattern_list(L) COMMA maybe_star_pattern(P).    { A = ADD(L, P); }

%type maybe_star_pattern {PatternPiece}
maybe_star_pattern(A) ::= pattern(A).
maybe_star_pattern(A) ::= STAR(T) NAME(N).                  { A = ast_pattern_star(p, T, N); }

%type pattern {PatternPiece}
pattern(A) ::= or_pattern(L).                               { A = ast_pattern_or(p, L); }
pattern(A) ::= or_pattern(L) AS bitwise_or(E).              { A = ast_pattern_as(p, L, E); }

%type or_pattern {Items *}
or_pattern(A) ::= closed_pattern(P).                        { A = ADD(NULL, P); }
or_pattern(A) ::= or_pattern(L) VBAR closed_pattern(P).     { A = ADD(L, P); }

%type closed_pattern {PatternPiece}
closed_pattern(A) ::= ast_pattern_value(E).                     { A = ast_pattern_value(p, E); }
closed_pattern(A) ::= NONE|TRUE|FALSE(T).                   { A = ast_pattern_singleton(p, T); }
closed_pattern(A) ::= NAME(N).                              { A = ast_pattern_capture(p, N); }
closed_pattern(A) ::= LPAR(T) RPAR.                         { A = ast_pattern_sequence(p, T, NULL); }
closed_pattern(A) ::= LPAR(T) pattern_items(L) RPAR.        { A = ast_pattern_group(p, T, L); }
closed_pattern(A) ::= LSQB(T) RSQB.                         { A = ast_pattern_sequence(p, T, NULL); }
closed_pattern(A) ::= LSQB(T) pattern_items(L) RSQB.        { A = ast_pattern_sequence(p, T, L); }
closed_pattern(A) ::= LBRACE(T) RBRACE.                     { A = ast_pattern_mapping(p, T, NULL); }
closed_pattern(A) ::= LBRACE(T) mapping_items(L) optional_comma RBRACE. { A = ast_pattern_mapping(p, T, L); }
closed_pattern(A) ::= pattern_name(E) LPAR RPAR.            { A = ast_pattern_class(p, E, NULL); }
closed_pattern(A) ::= pattern_name(E) LPAR class_items(L) optional_comma RPAR.
                                                            { A = ast_pattern_class(p, E, L); }

ast_pattern_value(A) ::= signed_number(A).
ast_pattern_value(A) ::= signed_number(L) PLUS|MINUS(O) number(R).  { A = ast_pattern_complex(p, L, O, R); }
ast_pattern_value(A) ::= strings(L).                            { A = ast_strings(p, L); }
ast_pattern_value(A) ::= pattern_dotted(A).

signed_number(A) ::= number(A).
signed_number(A) ::= MINUS(O) number(E).                    { A = ast_unary(p, O, E); }

pattern_dotted(A) ::= pattern_name(E) DOT NAME(N).          { A = ast_attribute(p, E, N); }

pattern_name(A) ::= NAME(N).                                { A = ast_name(p, N); }
pattern_name(A) ::= pattern_dotted(A).

%type mapping_items {Items *}
mapping_items(A) ::= mapping_item(I).                       { A = ADD(NULL, I); }
mapping_items(A) ::= mapping_items(L) COMMA mapping_item(I).    { A = ADD(L, I); }

%type mapping_item {PatternItem *}
mapping_item(A) ::= ast_pattern_value(E) COLON pattern(P).      { A = ast_pattern_item(p, E, NULL, &P); }
mapping_item(A) ::= NONE|TRUE|FALSE(T) COLON pattern(P).
                                                   { A = ast_pattern_item(p, ast_singleton(p, T), NULL, &P); }
mapping_item(A) ::= DOUBLESTAR NAME(N).                     { A = ast_pattern_item(p, piece_none, N, NULL); }

%type class_items {Items *}
class_items(A) ::= class_item(I).                           { A = ADD(NULL, I); }
class_items(A) ::= class_items(L) COMMA class_item(I).      { A = ADD(L, I); }

%type class_item {PatternItem *}
class_item(A) ::= pattern(P).                               { A = ast_pattern_item(p, piece_none, NULL, &P); }
class_item(A) ::= NAME(N) EQUAL pattern(P).                 { A = ast_pattern_item(p, piece_none, N, &P); }

// ------------------------------------------------------------ def

compound(A) ::= definition(A).
compound(A) ::= decorators(L) definition(S).                { A = ast_decorate(p, L, S); }

%type decorators {Items *}
decorators(A) ::= decorator(E).                             { A = ADD(NULL, E); }
decorators(A) ::= decorators(L) decorator(E).               { A = ADD(L, E); }

decorator(A) ::= AT named_expression(E) NEWLINE.            { A = E; }

%type definition {Stmt *}
definition(A) ::= function(A).
definition(A) ::= ASYNC(T) function(S).                     { A = ast_async(p, T, S); }

%type function {Stmt *}
function(A) ::= DEF(T) NAME(N) type_params(Y) LPAR parameters(L) RPAR returns(R) COLON block(B).
                                                            { A = ast_function(p, T, N, Y, L, R, B); }

returns(A) ::= .                                            { A = piece_none; }
returns(A) ::= ARROW expression(E).                         { A = E; }

%type parameters {Parameters *}
parameters(A) ::= .                                         { A = ast_parameters(p, NULL, false); }
parameters(A) ::= parameter_list(L) optional_comma.         { A = ast_parameters(p, L, false); }

%type parameter_list {Items *}
parameter_list(A) ::= parameter(I).                         { A = items_parameter(p, NULL, I); }
parameter_list(A) ::= parameter_list(L) COMMA parameter(I). { A = items_parameter(p, L, I); }

%type parameter {ParameterItem *}
parameter(A) ::= parameter_name(I).                         { A = I; }
parameter(A) ::= parameter_name(I) EQUAL expression(E).     { A = ast_parameter_default(p, I, E); }
parameter(A) ::= bare_parameter(A).
parameter(A) ::= STAR(S) NAME(N) COLON star_expression(E).  { A = ast_parameter_item(p, S, N, E); }
parameter(A) ::= DOUBLESTAR(S) NAME(N) COLON expression(E). { A = ast_parameter_item(p, S, N, E); }

%type parameter_name {ParameterItem *}
parameter_name(A) ::= NAME(N).
                                                           { A = ast_parameter_item(p, NULL, N, piece_none); }
parameter_name(A) ::= NAME(N) COLON expression(E).          { A = ast_parameter_item(p, NULL, N, E); }

%type bare_parameter {ParameterItem *}
bare_parameter(A) ::= SLASH(S).
                                                           { A = ast_parameter_item(p, S, NULL, piece_none); }
bare_parameter(A) ::= STAR(S).
                                                           { A = ast_parameter_item(p, S, NULL, piece_none); }
bare_parameter(A) ::= STAR(S) NAME(N).                      { A = ast_parameter_item(p, S, N, piece_none); }
bare_parameter(A) ::= DOUBLESTAR(S) NAME(N).                { A = ast_parameter_item(p, S, N, piece_none); }

// ------------------------------------------------------------ class

definition(A) ::= CLASS(T) NAME(N) type_params(Y) bases(L) COLON block(B).
                                                            { A = ast_class(p, T, N, Y, L, B); }

%type bases {ArgumentList}
bases(A) ::= .                                              { A = (ArgumentList){0}; }
bases(A) ::= LPAR arguments(L) RPAR.                        { A = ast_bases(p, L); }

// ------------------------------------------------------------ type parameters

%type type_params {Items *}
type_params(A) ::= .                                        { A = NULL; }
type_params(A) ::= LSQB type_param_list(L) optional_comma RSQB.     { A = L; }

%type type_param_list {Items *}
type_param_list(A) ::= type_param(T).                       { A = items_type_param(p, NULL, T); }
type_param_list(A) ::= type_param_list(L) COMMA type_param(T).  { A = items_type_param(p, L, T); }

%type type_param {TypeParam *}
type_param(A) ::= NAME(N) type_bound(B) type_default(D).    { A = ast_type_param(p, NULL, N, B, D); }
type_param(A) ::= STAR(S) NAME(N) type_bound(B) star_default(D).    { A = ast_type_param(p, S, N, B, D); }
type_param(A) ::= DOUBLESTAR(S) NAME(N) type_bound(B) type_default(D).  { A = ast_type_param(p, S, N, B, D); }

type_bound(A) ::= .                                         { A = piece_none; }
type_bound(A) ::= COLON expression(E).                      { A = E; }

type_default(A) ::= .                                       { A = piece_none; }
type_default(A) ::= EQUAL expression(E).                    { A = E; }

star_default(A) ::= .                                       { A = piece_none; }
star_default(A) ::= EQUAL star_expression(E).               { A = E; }

// ============================================================ expression lists

star_expressions(A) ::= star_expression(A).
star_expressions(A) ::= star_expression_list(L) COMMA(C).   { A = ast_sequence(p, items_trailing(L, C)); }
star_expressions(A) ::= star_expression_list(L) COMMA star_expression(E).
                                                            { A = ast_sequence(p, ADD(L, E)); }

%type star_expression_list {Items *}
star_expression_list(A) ::= star_expression(E).             { A = ADD(NULL, E); }
star_expression_list(A) ::= star_expression_list(L) COMMA star_expression(E).   { A = ADD(L, E); }

star_expression(A) ::= expression(A).
star_expression(A) ::= STAR(T) bitwise_or(E).               { A = ast_starred(p, T, E); }

expressions(A) ::= expression_list(L).                      { A = ast_sequence(p, L); }
expressions(A) ::= expression_list(L) COMMA(C).             { A = ast_sequence(p, items_trailing(L, C)); }

%type expression_list {Items *}
expression_list(A) ::= expression(E).                       { A = ADD(NULL, E); }
expression_list(A) ::= expression_list(L) COMMA expression(E).  { A = ADD(L, E); }

%type star_named_expressions {Items *}
star_named_expressions(A) ::= star_named_list(A).
star_named_expressions(A) ::= star_named_list(L) COMMA(C).  { A = items_trailing(L, C); }

%type star_named_list {Items *}
star_named_list(A) ::= star_named_expression(E).            { A = ADD(NULL, E); }
star_named_list(A) ::= star_named_list(L) COMMA star_named_expression(E).   { A = ADD(L, E); }

star_named_expression(A) ::= named_expression(A).
star_named_expression(A) ::= STAR(T) bitwise_or(E).         { A = ast_starred(p, T, E); }

yield_expression(A) ::= YIELD(T).                           { A = ast_yield(p, T, piece_none); }
yield_expression(A) ::= YIELD(T) star_expressions(E).       { A = ast_yield(p, T, E); }
yield_expression(A) ::= YIELD(T) FROM expression(E).        { A = ast_yield_from(p, T, E); }

// ============================================================ expressions

named_expression(A) ::= expression(A).
named_expression(A) ::= expression(L) COLONEQUAL expression(R).     { A = ast_walrus(p, L, R); }

expression(A) ::= disjunction(A).
expression(A) ::= disjunction(B) IF disjunction(T) ELSE expression(E).  { A = ast_conditional(p, B, T, E); }
expression(A) ::= LAMBDA(T) lambda_parameters(L) COLON expression(E).   { A = ast_lambda(p, T, L, E); }

%type lambda_parameters {Parameters *}
lambda_parameters(A) ::= .                                  { A = ast_parameters(p, NULL, true); }
lambda_parameters(A) ::= lambda_parameter_list(L) optional_comma.   { A = ast_parameters(p, L, true); }

%type lambda_parameter_list {Items *}
lambda_parameter_list(A) ::= lambda_parameter(I).           { A = items_parameter(p, NULL, I); }
lambda_parameter_list(A) ::= lambda_parameter_list(L) COMMA lambda_parameter(I).
                                                            { A = items_parameter(p, L, I); }

%type lambda_parameter {ParameterItem *}
lambda_parameter(A) ::= bare_parameter(A).
lambda_parameter(A) ::= lambda_name(A).
lambda_parameter(A) ::= lambda_name(I) EQUAL expression(E). { A = ast_parameter_default(p, I, E); }

%type lambda_name {ParameterItem *}
lambda_name(A) ::= NAME(N).
                                                           { A = ast_parameter_item(p, NULL, N, piece_none); }

disjunction(A) ::= conjunction(A).
disjunction(A) ::= disjunction(L) OR conjunction(R).        { A = ast_bool_op(p, AST_OR, L, R); }

conjunction(A) ::= inversion(A).
conjunction(A) ::= conjunction(L) AND inversion(R).         { A = ast_bool_op(p, AST_AND, L, R); }

inversion(A) ::= comparison(A).
inversion(A) ::= NOT(O) inversion(E).                       { A = ast_unary(p, O, E); }

comparison(A) ::= bitwise_or(A).
comparison(A) ::= comparison(L) comparator(O) bitwise_or(R).    { A = ast_compare(p, L, O, R); }

%type comparator {CompareOperator}
comparator(A) ::= LESS|GREATER|EQEQUAL|NOTEQUAL|LESSEQUAL|GREATEREQUAL|IN(O).   { A = ast_comparator(O); }
comparator(A) ::= IS.                                       { A = AST_IS; }
comparator(A) ::= NOT IN.                                   { A = AST_NOT_IN; }
comparator(A) ::= IS NOT.                                   { A = AST_IS_NOT; }

bitwise_or(A) ::= bitwise_xor(A).
bitwise_or(A) ::= bitwise_or(L) VBAR(O) bitwise_xor(R).     { A = ast_binary(p, L, O, R); }

bitwise_xor(A) ::= bitwise_and(A).
bitwise_xor(A) ::= bitwise_xor(L) CIRCUMFLEX(O) bitwise_and(R). { A = ast_binary(p, L, O, R); }

bitwise_and(A) ::= shift(A).
bitwise_and(A) ::= bitwise_and(L) AMPER(O) shift(R).        { A = ast_binary(p, L, O, R); }

shift(A) ::= sum(A).
shift(A) ::= shift(L) LEFTSHIFT|RIGHTSHIFT(O) sum(R).       { A = ast_binary(p, L, O, R); }

sum(A) ::= term(A).
sum(A) ::= sum(L) PLUS|MINUS(O) term(R).                    { A = ast_binary(p, L, O, R); }

term(A) ::= factor(A).
term(A) ::= term(L) STAR|SLASH|DOUBLESLASH|PERCENT|AT(O) factor(R). { A = ast_binary(p, L, O, R); }

factor(A) ::= power(A).
factor(A) ::= PLUS|MINUS|TILDE(O) factor(E).                { A = ast_unary(p, O, E); }

power(A) ::= await(A).
power(A) ::= await(L) DOUBLESTAR(O) factor(R).              { A = ast_binary(p, L, O, R); }

await(A) ::= primary(A).
await(A) ::= AWAIT(T) primary(E).                           { A = ast_await(p, T, E); }

primary(A) ::= atom(A).
primary(A) ::= primary(E) DOT NAME(N).                      { A = ast_attribute(p, E, N); }
primary(A) ::= primary(E) LPAR(T) arguments(L) RPAR.        { A = ast_call(p, E, T, L); }
primary(A) ::= primary(E) LSQB slices(L) RSQB.              { A = ast_subscript(p, E, L); }

// ------------------------------------------------------------ arguments

%type arguments {Items *}
arguments(A) ::= .                                          { A = NULL; }
arguments(A) ::= argument_list(A).
arguments(A) ::= argument_list(L) COMMA(C).                 { A = items_trailing(L, C); }

%type argument_list {Items *}
argument_list(A) ::= argument(I).                           { A = items_argument(p, NULL, I); }
argument_list(A) ::= argument_list(L) COMMA argument(I).    { A = items_argument(p, L, I); }

%type argument {ArgumentItem *}
argument(A) ::= named_expression(E).                        { A = ast_argument_positional(p, E, NULL); }
argument(A) ::= named_expression(E) comprehension(C).       { A = ast_argument_positional(p, E, C); }
argument(A) ::= expression(N) EQUAL(O) expression(E).       { A = ast_argument_keyword(p, N, O, E); }
argument(A) ::= STAR|DOUBLESTAR(S) expression(E).           { A = ast_argument_starred(p, S, E); }

// Mistakes that only a rule can tell from what may stand here.
argument(A) ::= expression(N) EQUAL(O) expression(E) comprehension.
                                                           { A = ast_argument_keyword_generator(p, N, O, E); }
argument(A) ::= STAR|DOUBLESTAR(S) expression EQUAL expression(E).
                                                            { A = ast_argument_starred_keyword(p, S, E); }
argument(A) ::= STAR|DOUBLESTAR(S) expression(E) comprehension.
                                                            { A = ast_argument_starred_generator(p, S, E); }

// ------------------------------------------------------------ slices

%type slices {Items *}
slices(A) ::= slice_list(A).
slices(A) ::= slice_list(L) COMMA(C).                       { A = items_trailing(L, C); }

%type slice_list {Items *}
slice_list(A) ::= slice(E).                                 { A = ADD(NULL, E); }
slice_list(A) ::= slice_list(L) COMMA slice(E).             { A = ADD(L, E); }

slice(A) ::= star_named_expression(A).
slice(A) ::= slice_bound(L) COLON(C) slice_bound(U).        { A = ast_slice(p, L, C, U, piece_none); }
slice(A) ::= slice_bound(L) COLON(C) slice_bound(U) COLON slice_bound(S).   { A = ast_slice(p, L, C, U, S); }

slice_bound(A) ::= .                                        { A = piece_none; }
slice_bound(A) ::= expression(A).

// ============================================================ atoms

atom(A) ::= NAME(T).                                        { A = ast_name(p, T); }
atom(A) ::= NONE|TRUE|FALSE|ELLIPSIS(T).                    { A = ast_singleton(p, T); }
atom(A) ::= number(A).
atom(A) ::= strings(L).                                     { A = ast_strings(p, L); }

number(A) ::= INTEGER|FLOAT|IMAGINARY(T).                   { A = ast_number(p, T); }

// ------------------------------------------------------------ parentheses, brackets, braces

atom(A) ::= LPAR(T) RPAR.                                   { A = ast_parens(p, T, NULL); }
atom(A) ::= LPAR(T) star_named_expressions(L) RPAR.         { A = ast_parens(p, T, L); }
atom(A) ::= LPAR(T) yield_expression(E) RPAR.               { A = ast_group(p, T, E); }
atom(A) ::= LPAR(T) star_named_expressions(L) comprehension(C) RPAR.
                                                     { A = ast_comprehension(p, AST_GENERATOR_EXP, T, L, C); }
atom(A) ::= LSQB(T) RSQB.                                   { A = ast_list(p, T, NULL); }
atom(A) ::= LSQB(T) star_named_expressions(L) RSQB.         { A = ast_list(p, T, L); }
atom(A) ::= LSQB(T) star_named_expressions(L) comprehension(C) RSQB.
                                                         { A = ast_comprehension(p, AST_LIST_COMP, T, L, C); }
atom(A) ::= LBRACE(T) star_named_expressions(L) RBRACE.     { A = ast_set(p, T, L); }
atom(A) ::= LBRACE(T) star_named_expressions(L) comprehension(C) RBRACE.
                                                          { A = ast_comprehension(p, AST_SET_COMP, T, L, C); }
atom(A) ::= LBRACE(T) RBRACE.                               { A = ast_dict(p, T, NULL); }
atom(A) ::= LBRACE(T) dict_items(L) optional_comma RBRACE.  { A = ast_dict(p, T, L); }
atom(A) ::= LBRACE(T) dict_item(I) comprehension(C) RBRACE. { A = ast_dict_comprehension(p, T, I, C); }

%type dict_items {Items *}
dict_items(A) ::= dict_item(I).                             { A = ADD(NULL, I); }
dict_items(A) ::= dict_items(L) COMMA dict_item(I).         { A = ADD(L, I); }

%type dict_item {DictItem *}
dict_item(A) ::= expression(K) COLON expression(V).         { A = ast_dict_item(p, K, V); }
dict_item(A) ::= expression(K) COLON STAR(S) bitwise_or.    { A = ast_dict_starred(p, K, S); }
dict_item(A) ::= DOUBLESTAR(S) bitwise_or(V).               { A = ast_dict_unpack(p, S, V); }

// ------------------------------------------------------------ comprehensions

%type comprehension {Items *}
comprehension(A) ::= comprehension_clause(C).               { A = ADD(NULL, C); }
comprehension(A) ::= comprehension(L) comprehension_clause(C).  { A = ADD(L, C); }

%type comprehension_clause {Comprehension *}
comprehension_clause(A) ::= optional_async(T) FOR for_targets(E) IN disjunction(I) conditions(L).
                                                            { A = ast_clause(p, T, E, I, L); }

%type optional_async {const Token *}
optional_async(A) ::= .                                     { A = NULL; }
optional_async(A) ::= ASYNC(A).

%type conditions {Items *}
conditions(A) ::= .                                         { A = NULL; }
conditions(A) ::= conditions(L) IF disjunction(E).          { A = ADD(L, E); }

// ------------------------------------------------------------ strings

%type strings {Items *}
strings(A) ::= string(S).                                   { A = ADD(NULL, S); }
strings(A) ::= strings(L) string(S).                        { A = ADD(L, S); }

string(A) ::= STRING|BYTES(T).                              { A = ast_string(p, T); }
string(A) ::= FSTRING_START(T) fstring_parts(L) FSTRING_END.    { A = ast_fstring(p, T, AST_JOINED_STR, L); }
string(A) ::= TSTRING_START(T) tstring_parts(L) TSTRING_END.
                                                            { A = ast_fstring(p, T, AST_TEMPLATE_STR, L); }

%type fstring_parts {Items *}
fstring_parts(A) ::= .                                      { A = NULL; }
fstring_parts(A) ::= fstring_parts(L) FSTRING_MIDDLE(T).    { A = items_text(p, L, T); }
fstring_parts(A) ::= fstring_parts(L) field(F) fstring_spec(S) RBRACE.
                                                         { A = items_field(p, L, F, S, AST_FORMATTED_VALUE); }

%type tstring_parts {Items *}
tstring_parts(A) ::= .                                      { A = NULL; }
tstring_parts(A) ::= tstring_parts(L) TSTRING_MIDDLE(T).    { A = items_text(p, L, T); }
tstring_parts(A) ::= tstring_parts(L) field(F) tstring_spec(S) RBRACE.
                                                           { A = items_field(p, L, F, S, AST_INTERPOLATION); }

%type field {Field *}
field(A) ::= LBRACE(T) assigned(E).                         { A = ast_field(p, T, E, NULL, NULL, NULL); }
field(A) ::= LBRACE(T) assigned(E) EQUAL(O).                { A = ast_field(p, T, E, O, NULL, NULL); }
field(A) ::= LBRACE(T) assigned(E) EXCLAMATION(X) NAME(C).  { A = ast_field(p, T, E, NULL, X, C); }
field(A) ::= LBRACE(T) assigned(E) EQUAL(O) EXCLAMATION(X) NAME(C). { A = ast_field(p, T, E, O, X, C); }

fstring_spec(A) ::= .                                       { A = piece_none; }
fstring_spec(A) ::= COLON(T) fstring_parts(L).              { A = ast_format_spec(p, T, L); }

// The specifications of a t-string's fields are f-strings in their turn.
tstring_spec(A) ::= .                                       { A = piece_none; }
tstring_spec(A) ::= COLON(T) tstring_spec_parts(L).         { A = ast_format_spec(p, T, L); }

%type tstring_spec_parts {Items *}
tstring_spec_parts(A) ::= .                                 { A = NULL; }
tstring_spec_parts(A) ::= tstring_spec_parts(L) TSTRING_MIDDLE(T).  { A = items_text(p, L, T); }
tstring_spec_parts(A) ::= tstring_spec_parts(L) field(F) tstring_spec(S) RBRACE.
                                                        { A = items_field(p, L, F, S, AST_FORMATTED_VALUE); }
