// AST: the syntax tree of a Python source as plain data, which the parser makes and the compiler reads.
//
// Node kinds and fields are those of the module ast in the Python library reference; where one differs it
// says so below. One struct for all expressions, one for statements, one for patterns: a kind, a span, and a
// union with one member per kind, named as the kind (AST_BIN_OP: `bin_op`).
//
// Everything lives in the arena given to parser_parse, nodes are never shared, never changed afterwards, and
// freed at once with the arena. Names are interned (parser/names.h): compare pointers. A pointer is never
// NULL unless its comment says so; a list may be empty unless its comment says otherwise.
//
// There are no expression contexts: what stands in a target's place (assignment, for, with, del,
// comprehension, walrus) has been checked by the parser. It is a Name, Attribute or Subscript, or, where
// Python allows it, a Tuple or List of such, of which one may be Starred. Where a value is wanted (an
// expression statement, the right side of an assignment, return, ...) a lone Starred can stand, which the
// compiler refuses.
//
// Depth: the parser does not recurse, so a tree can be as deep as the source is long: `a + a + ...` nests to
// the left, an elif nests in the `orelse` of the If before it, `not not ...` to the right. Who walks a tree
// must count the depth and report DIAG_RECURSION_ERROR; walk an elif chain (`orelse` is one If) in a loop.
#pragma once
#include "lexer/token.h"
#include "parser/names.h"

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Pattern Pattern;

typedef struct { int count; Expr **items; } ExprList;
typedef struct { int count; Stmt **items; } StmtList;
typedef struct { int count; Pattern **items; } PatternList;
typedef struct { int count; const Name **items; } NameList;

// ------------------------------------------------------------ operators

typedef enum { AST_AND, AST_OR } BoolOperator;

typedef enum {
    AST_ADD, AST_SUB, AST_MULT, AST_MAT_MULT, AST_DIV, AST_MOD, AST_POW, AST_L_SHIFT, AST_R_SHIFT,
    AST_BIT_OR, AST_BIT_XOR, AST_BIT_AND, AST_FLOOR_DIV,
} BinaryOperator;

typedef enum { AST_INVERT, AST_NOT, AST_U_ADD, AST_U_SUB } UnaryOperator;

typedef enum {
    AST_EQ, AST_NOT_EQ, AST_LT, AST_LT_E, AST_GT, AST_GT_E, AST_IS, AST_IS_NOT, AST_IN, AST_NOT_IN,
} CompareOperator;

// ------------------------------------------------------------ expressions

// NAME, the node's name in dumps
#define EXPR_KINDS(X) \
    X(BOOL_OP, "BoolOp") X(NAMED_EXPR, "NamedExpr") X(BIN_OP, "BinOp") X(UNARY_OP, "UnaryOp") \
    X(LAMBDA, "Lambda") X(IF_EXP, "IfExp") X(DICT, "Dict") X(SET, "Set") X(LIST_COMP, "ListComp") \
    X(SET_COMP, "SetComp") X(DICT_COMP, "DictComp") X(GENERATOR_EXP, "GeneratorExp") X(AWAIT, "Await") \
    X(YIELD, "Yield") X(YIELD_FROM, "YieldFrom") X(COMPARE, "Compare") X(CALL, "Call") \
    X(FORMATTED_VALUE, "FormattedValue") X(INTERPOLATION, "Interpolation") X(JOINED_STR, "JoinedStr") \
    X(TEMPLATE_STR, "TemplateStr") X(CONSTANT, "Constant") X(ATTRIBUTE, "Attribute") \
    X(SUBSCRIPT, "Subscript") X(STARRED, "Starred") X(NAME, "Name") X(LIST, "List") X(TUPLE, "Tuple") \
    X(SLICE, "Slice")

typedef enum {
#define X(name, text) AST_##name,
    EXPR_KINDS(X)
#undef X
} ExprKind;

typedef enum {
    CONSTANT_NONE, CONSTANT_TRUE, CONSTANT_FALSE, CONSTANT_ELLIPSIS,
    CONSTANT_INT,         // integer: 0 .. 2**62-1 (a minus is a UnaryOp)
    CONSTANT_BIG_INT,     // text: "0x..." or decimal digits
    CONSTANT_FLOAT,       // real
    CONSTANT_IMAGINARY,   // real, the imaginary part
    CONSTANT_STR,         // text: UTF-8, lone surrogates in their 3-byte form
    CONSTANT_BYTES,       // text
} ConstantKind;

typedef struct {
    ConstantKind kind;
    bool has_u;           // of CONSTANT_STR: the first literal is written u'...'
    union {
        int64_t integer;
        double real;
        Text text;
    };
} Constant;

// One argument of a call or of a class statement. All of them are one list in the order of the source;
// CPython evaluates the positional and starred ones first, then the keywords and double-starred ones.
typedef enum {
    ARGUMENT_POSITIONAL, ARGUMENT_STARRED, ARGUMENT_KEYWORD, ARGUMENT_DOUBLE_STARRED,
} ArgumentKind;

typedef struct {
    ArgumentKind kind;
    const Name *name;     // of ARGUMENT_KEYWORD, else NULL
    Expr *value;          // without its star or stars
    Span span;            // of the whole argument
} Argument;

typedef struct { int count; Argument *items; } ArgumentList;

// One parameter of a function or lambda.
typedef struct {
    const Name *name;
    Expr *annotation;     // or NULL; after `*args:` it may be a Starred
    Expr *default_value;  // or NULL
    Span span;            // of the name with its annotation
} Parameter;

typedef struct { int count; Parameter *items; } ParameterList;

// `def f(a, /, b, *c, d, **e)`. Duplicate names are for the compiler to refuse.
typedef struct {
    ParameterList positional;   // those before the slash, then the others; defaults are at the end
    int positional_only;        // how many of `positional` stand before the slash
    Parameter *vararg;          // or NULL
    ParameterList keyword_only; // any of them may have a default
    Parameter *kwarg;           // or NULL
} Parameters;

// `[async] for target in iter if condition if condition`
typedef struct {
    Expr *target, *iter;
    ExprList conditions;
    bool is_async;
} Comprehension;

typedef struct { int count; Comprehension *items; } ComprehensionList;   // at least one

struct Expr {
    ExprKind kind;
    bool parenthesized;   // the source has it in parentheses, which may be a tuple's own
    Span span;            // without enclosing parentheses, but a Tuple's own belong to it
    union {
        struct { BoolOperator op; ExprList values; } bool_op;     // `a or b or c` is one with three values
        struct { Expr *target, *value; } named_expr;                       // target: Name
        struct { BinaryOperator op; Expr *left, *right; } bin_op;
        struct { UnaryOperator op; Expr *operand; } unary_op;
        struct { Parameters *parameters; Expr *body; } lambda;
        struct { Expr *test, *body, *orelse; } if_exp;
        struct { int count; Expr **keys, **values; } dict;                 // a NULL key: `**value`
        struct { ExprList elements; } set, list, tuple;                    // a set has at least one
        struct { Expr *element; ComprehensionList clauses; } list_comp, set_comp, generator_exp;
        struct { Expr *key, *value; ComprehensionList clauses; } dict_comp;
        struct { Expr *value; } await, yield, yield_from, starred;         // yield: value may be NULL
        struct { Expr *left; int count; CompareOperator *operators; Expr **comparators; } compare;
        struct { Expr *function; ArgumentList arguments; } call;
        struct { Expr *value; int conversion; Expr *format_spec; } formatted_value;
                                      // conversion: 's', 'r', 'a' or -1; format_spec: JoinedStr or NULL
        struct { Expr *value; Text source; int conversion; Expr *format_spec; } interpolation;
                                      // as formatted_value; source: the expression as written
        struct { ExprList values; } joined_str, template_str;
                                      // string Constants between FormattedValues (or Interpolations);
                                      // neighbouring texts are one, none is empty; `{x=}` is "x=" and a value
        Constant constant;
        struct { Expr *value; const Name *attribute; Span name_span; } attribute;
        struct { Expr *value, *index; } subscript;     // index: also Slice, Tuple of Slices and Starreds
        struct { Expr *lower, *upper, *step; } slice;                      // each may be NULL
        struct { const Name *id; } name;
    };
};

// ------------------------------------------------------------ patterns

#define PATTERN_KINDS(X) \
    X(MATCH_VALUE, "MatchValue") X(MATCH_SINGLETON, "MatchSingleton") X(MATCH_SEQUENCE, "MatchSequence") \
    X(MATCH_MAPPING, "MatchMapping") X(MATCH_CLASS, "MatchClass") X(MATCH_STAR, "MatchStar") \
    X(MATCH_AS, "MatchAs") X(MATCH_OR, "MatchOr")

typedef enum {
#define X(name, text) AST_##name,
    PATTERN_KINDS(X)
#undef X
} PatternKind;

struct Pattern {
    PatternKind kind;
    Span span;
    union {
        struct { Expr *value; } match_value;       // Constant, Attribute, UnaryOp minus, BinOp plus or minus over
                                                   // numbers, or a JoinedStr, which the compiler refuses
        struct { ConstantKind value; } match_singleton;    // None, True, False
        struct { PatternList patterns; } match_sequence;   // two MatchStars are the compiler's error
        struct { ExprList keys; PatternList patterns; const Name *rest; } match_mapping;   // rest may be NULL
        struct { Expr *cls; PatternList patterns; NameList keywords; PatternList keyword_patterns;
                 Span *keyword_spans; } match_class;
        struct { const Name *name; } match_star;           // NULL: `*_`
        struct { Pattern *pattern; const Name *name; } match_as;   // pattern NULL: a capture; name too: `_`
        struct { PatternList patterns; } match_or;         // at least two
    };
};

typedef struct {
    Pattern *pattern;
    Expr *guard;          // or NULL
    StmtList body;
} MatchCase;

typedef struct { int count; MatchCase *items; } MatchCaseList;

// ------------------------------------------------------------ statements

#define STMT_KINDS(X) \
    X(FUNCTION_DEF, "FunctionDef") X(CLASS_DEF, "ClassDef") X(RETURN, "Return") X(DELETE, "Delete") \
    X(ASSIGN, "Assign") X(TYPE_ALIAS, "TypeAlias") X(AUG_ASSIGN, "AugAssign") X(ANN_ASSIGN, "AnnAssign") \
    X(FOR, "For") X(WHILE, "While") X(IF, "If") X(WITH, "With") X(MATCH, "Match") X(RAISE, "Raise") \
    X(TRY, "Try") X(ASSERT, "Assert") X(IMPORT, "Import") X(IMPORT_FROM, "ImportFrom") \
    X(GLOBAL, "Global") X(NONLOCAL, "Nonlocal") X(EXPR_STMT, "Expr") X(PASS, "Pass") X(BREAK, "Break") \
    X(CONTINUE, "Continue")

typedef enum {
#define X(name, text) AST_##name,
    STMT_KINDS(X)
#undef X
} StmtKind;

// `T: bound = default`, `*Ts = default`, `**P = default` in the brackets after a def, class or type name
typedef enum { TYPE_PARAM_VAR, TYPE_PARAM_VAR_TUPLE, TYPE_PARAM_SPEC } TypeParamKind;

typedef struct {
    TypeParamKind kind;
    const Name *name;
    Expr *bound;          // or NULL; of TYPE_PARAM_VAR alone
    Expr *default_value;  // or NULL
    Span span;
} TypeParam;

typedef struct { int count; TypeParam *items; } TypeParamList;

// `name as as_name`; a star import is one alias with the name "*"
typedef struct {
    const Name *name;     // dotted in an `import a.b.c`
    const Name *as_name;  // or NULL
    Span span;
} Alias;

typedef struct { int count; Alias *items; } AliasList;

typedef struct {
    Expr *context;
    Expr *target;         // or NULL
} WithItem;

typedef struct { int count; WithItem *items; } WithItemList;    // at least one

typedef struct {
    Expr *type;           // NULL: a bare `except:`; `except A, B:` is a Tuple
    const Name *name;     // or NULL
    StmtList body;
    Span span;
} ExceptHandler;

typedef struct { int count; ExceptHandler *items; } ExceptHandlerList;

struct Stmt {
    StmtKind kind;
    Span span;            // a def or class begins at `def`, `async` or `class`, behind its decorators
    union {
        struct { const Name *name; Parameters *parameters; StmtList body; ExprList decorators;
                 Expr *returns; TypeParamList type_params; bool is_async; } function_def;  // returns or NULL
        struct { const Name *name; ArgumentList arguments; StmtList body; ExprList decorators;
                 TypeParamList type_params; } class_def;
        struct { Expr *value; } return_;                                 // value may be NULL
        struct { ExprList targets; } delete;
        struct { ExprList targets; Expr *value; } assign;                // `a = b = value`: two targets
        struct { Expr *name; TypeParamList type_params; Expr *value; } type_alias;      // name: Name
        struct { Expr *target; BinaryOperator op; Expr *value; } aug_assign;   // Name, Attribute or Subscript
        struct { Expr *target, *annotation, *value; bool simple; } ann_assign;
                               // target as above; value may be NULL; simple: a Name without parentheses
        struct { Expr *target, *iter; StmtList body, orelse; bool is_async; } for_;
        struct { Expr *test; StmtList body, orelse; } while_;
        struct { Expr *test; StmtList body, orelse; } if_;               // elif: one If in orelse
        struct { WithItemList items; StmtList body; bool is_async; } with;
        struct { Expr *subject; MatchCaseList cases; } match;
        struct { Expr *exception, *cause; } raise;                       // each may be NULL
        struct { StmtList body; ExceptHandlerList handlers; StmtList orelse, finalbody; bool is_star; } try_;
        struct { Expr *test, *message; } assert_;                        // message may be NULL
        struct { AliasList names; } import;
        struct { const Name *module; AliasList names; int level; } import_from;  // module may be NULL
        struct { NameList names; } global, nonlocal;
        struct { Expr *value; } expr_stmt;                               // also docstrings: a Constant string
    };
};

// ------------------------------------------------------------ roots

typedef enum { MODULE_FILE, MODULE_INTERACTIVE, MODULE_EXPRESSION } ModuleKind;

typedef struct {
    ModuleKind kind;
    StmtList body;        // of MODULE_FILE and MODULE_INTERACTIVE
    Expr *expression;     // of MODULE_EXPRESSION
    Names *names;         // every name in the tree
} Module;
