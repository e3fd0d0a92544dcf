// The tree as text, for `bitis --ast`: one node a line, `field: Kind simple=values`, its children indented
// below it.
//
// A table says for every kind of node which fields it has and of which sort they are; one printer per sort
// does the rest.
#include "parser/parser.h"
#include <inttypes.h>
#include <string.h>

enum { MAX_DEPTH = 5000 };

typedef struct {
    FILE *file;
    bool with_spans, too_deep;
    int depth;
} Dump;

typedef struct Field Field;
typedef void Printer(Dump *dump, const char *label, const void *field);

// A field of a node: where it is, and what prints it. Fields in the node's own line come first in each table.
struct Field {
    const char *label;
    Printer *print;
    unsigned short offset;
    bool is_child;
};

typedef struct {
    const char *name;
    const Field *fields;        // ended by one without a label
} NodeKind;
#define FIELDS(...) (const Field[]){__VA_ARGS__, {0}}

static void dump_fields(Dump *dump, const NodeKind *kind, const void *node, const Span *span);

// ------------------------------------------------------------ simple values

static void print_text(FILE *file, const char *prefix, Text text) {
    fprintf(file, "%s'", prefix);
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == '\'' || c == '\\')
            fprintf(file, "\\%c", c);
        else if (c < ' ' || c == 127 || (c > 127 && *prefix))
            fprintf(file, "\\x%02x", c);
        else
            putc(c, file);
    }
    fprintf(file, "'");
}

static void print_constant(Dump *dump, const char *label, const void *field) {
    static const char *const names[] = {"None", "True", "False", "Ellipsis"};
    const Constant *constant = field;
    FILE *file = dump->file;
    fprintf(file, " %s=", label);
    switch (constant->kind) {
    case CONSTANT_INT: fprintf(file, "%" PRId64, constant->integer); break;
    case CONSTANT_BIG_INT: fprintf(file, "%.*s", (int)constant->text.size, constant->text.data); break;
    case CONSTANT_FLOAT: fprintf(file, "%.17g", constant->real); break;
    case CONSTANT_IMAGINARY: fprintf(file, "%.17gj", constant->real); break;
    case CONSTANT_STR: print_text(file, "", constant->text); break;
    case CONSTANT_BYTES: print_text(file, "b", constant->text); break;
    default: fprintf(file, "%s", names[constant->kind]);
    }
}

static void print_singleton(Dump *dump, const char *label, const void *field) {
    print_constant(dump, label, &(Constant){.kind = *(const ConstantKind *)field});
}

static void print_source(Dump *dump, const char *label, const void *field) {
    fprintf(dump->file, " %s=", label);
    print_text(dump->file, "", *(const Text *)field);
}

static void print_name(Dump *dump, const char *label, const void *field) {
    const Name *name = *(const Name *const *)field;
    if (name)
        fprintf(dump->file, " %s=%s", label, name->data);
}

static void print_names(Dump *dump, const char *label, const void *field) {
    const NameList *names = field;
    for (int i = 0; i < names->count; i++)
        print_name(dump, label, &names->items[i]);
}

static void print_flag(Dump *dump, const char *label, const void *field) {
    if (*(const bool *)field)
        fprintf(dump->file, " %s", label);
}

static void print_number(Dump *dump, const char *label, const void *field) {
    if (*(const int *)field)
        fprintf(dump->file, " %s=%d", label, *(const int *)field);
}

static void print_conversion(Dump *dump, const char *label, const void *field) {
    if (*(const int *)field != -1)
        fprintf(dump->file, " %s=%c", label, *(const int *)field);
}

static void print_bool_operator(Dump *dump, const char *label, const void *field) {
    fprintf(dump->file, " %s=%s", label, *(const BoolOperator *)field == AST_AND ? "And" : "Or");
}

static void print_unary_operator(Dump *dump, const char *label, const void *field) {
    static const char *const names[] = {"Invert", "Not", "UAdd", "USub"};
    fprintf(dump->file, " %s=%s", label, names[*(const UnaryOperator *)field]);
}

static void print_operator(Dump *dump, const char *label, const void *field) {
    static const char *const names[] = {
        "Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",      "Pow",
        "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv",
    };
    fprintf(dump->file, " %s=%s", label, names[*(const BinaryOperator *)field]);
}

// ------------------------------------------------------------ child nodes

static const NodeKind expr_kinds[AST_SLICE + 1], stmt_kinds[AST_CONTINUE + 1],
    pattern_kinds[AST_MATCH_OR + 1];

// A line for a node, then its children.
static void dump_node(Dump *dump, const char *label, const NodeKind *kind, const void *node, const Span *span) {
    if (dump->depth > MAX_DEPTH) {
        dump->too_deep = true;
        return;
    }
    fprintf(dump->file, "%*s%s: %s", dump->depth * 2, "", label, kind->name);
    dump_fields(dump, kind, node, span);
}

static void print_expr(Dump *dump, const char *label, const void *field) {
    const Expr *expr = *(const Expr *const *)field;
    if (expr)
        dump_node(dump, label, &expr_kinds[expr->kind], expr, &expr->span);
}

static void print_exprs(Dump *dump, const char *label, const void *field) {
    const ExprList *list = field;
    for (int i = 0; i < list->count; i++)
        print_expr(dump, label, &list->items[i]);
}

static void print_stmts(Dump *dump, const char *label, const void *field) {
    const StmtList *list = field;
    for (int i = 0; i < list->count; i++)
        dump_node(dump, label, &stmt_kinds[list->items[i]->kind], list->items[i], &list->items[i]->span);
}

static void print_pattern(Dump *dump, const char *label, const void *field) {
    const Pattern *pattern = *(const Pattern *const *)field;
    if (pattern)
        dump_node(dump, label, &pattern_kinds[pattern->kind], pattern, &pattern->span);
}

static void print_patterns(Dump *dump, const char *label, const void *field) {
    const PatternList *list = field;
    for (int i = 0; i < list->count; i++)
        print_pattern(dump, label, &list->items[i]);
}

#define VALUE(type, member, label, printer) {label, printer, offsetof(type, member), false}
#define CHILD(type, member, label, printer) {label, printer, offsetof(type, member), true}

static const NodeKind argument_kinds[] = {
    [ARGUMENT_POSITIONAL] = {"positional", FIELDS(CHILD(Argument, value, "value", print_expr))},
    [ARGUMENT_STARRED] = {"starred", FIELDS(CHILD(Argument, value, "value", print_expr))},
    [ARGUMENT_KEYWORD] = {"keyword", FIELDS(
        VALUE(Argument, name, "name", print_name), CHILD(Argument, value, "value", print_expr))},
    [ARGUMENT_DOUBLE_STARRED] = {"double_starred", FIELDS(CHILD(Argument, value, "value", print_expr))},
};

static void print_arguments(Dump *dump, const char *label, const void *field) {
    const ArgumentList *list = field;
    for (int i = 0; i < list->count; i++)
        dump_node(dump, label, &argument_kinds[list->items[i].kind], &list->items[i], &list->items[i].span);
}

static const NodeKind parameter_kind = {"Parameter", FIELDS(
    VALUE(Parameter, name, "name", print_name), CHILD(Parameter, annotation, "annotation", print_expr),
    CHILD(Parameter, default_value, "default", print_expr))};

static void print_parameter(Dump *dump, const char *label, const Parameter *parameter) {
    if (parameter)
        dump_node(dump, label, &parameter_kind, parameter, &parameter->span);
}

static void print_parameters(Dump *dump, const char *label, const void *field) {
    (void)label;
    const Parameters *parameters = *(const Parameters *const *)field;
    for (int i = 0; i < parameters->positional.count; i++)
        print_parameter(dump, i < parameters->positional_only ? "positional_only" : "positional",
                        &parameters->positional.items[i]);
    print_parameter(dump, "vararg", parameters->vararg);
    for (int i = 0; i < parameters->keyword_only.count; i++)
        print_parameter(dump, "keyword_only", &parameters->keyword_only.items[i]);
    print_parameter(dump, "kwarg", parameters->kwarg);
}

static const NodeKind clause_kind = {"comprehension", FIELDS(
    VALUE(Comprehension, is_async, "async", print_flag),
    CHILD(Comprehension, target, "target", print_expr), CHILD(Comprehension, iter, "iter", print_expr),
    CHILD(Comprehension, conditions, "condition", print_exprs))};

static void print_clauses(Dump *dump, const char *label, const void *field) {
    const ComprehensionList *list = field;
    for (int i = 0; i < list->count; i++)
        dump_node(dump, label, &clause_kind, &list->items[i], NULL);
}

static const NodeKind alias_kind = {"alias", FIELDS(
    VALUE(Alias, name, "name", print_name), VALUE(Alias, as_name, "as", print_name))};

static void print_aliases(Dump *dump, const char *label, const void *field) {
    const AliasList *list = field;
    for (int i = 0; i < list->count; i++)
        dump_node(dump, label, &alias_kind, &list->items[i], &list->items[i].span);
}

static const NodeKind item_kind = {"withitem", FIELDS(
    CHILD(WithItem, context, "context", print_expr), CHILD(WithItem, target, "target", print_expr))};

static void print_items(Dump *dump, const char *label, const void *field) {
    const WithItemList *list = field;
    for (int i = 0; i < list->count; i++)
        dump_node(dump, label, &item_kind, &list->items[i], NULL);
}

static const NodeKind handler_kind = {"ExceptHandler", FIELDS(
    VALUE(ExceptHandler, name, "name", print_name), CHILD(ExceptHandler, type, "type", print_expr),
    CHILD(ExceptHandler, body, "body", print_stmts))};

static void print_handlers(Dump *dump, const char *label, const void *field) {
    const ExceptHandlerList *list = field;
    for (int i = 0; i < list->count; i++)
        dump_node(dump, label, &handler_kind, &list->items[i], &list->items[i].span);
}

static const NodeKind case_kind = {"match_case", FIELDS(
    CHILD(MatchCase, pattern, "pattern", print_pattern), CHILD(MatchCase, guard, "guard", print_expr),
    CHILD(MatchCase, body, "body", print_stmts))};

static void print_cases(Dump *dump, const char *label, const void *field) {
    const MatchCaseList *list = field;
    for (int i = 0; i < list->count; i++)
        dump_node(dump, label, &case_kind, &list->items[i], NULL);
}

static void print_type_params(Dump *dump, const char *label, const void *field) {
    static const char *const names[] = {"TypeVar", "TypeVarTuple", "ParamSpec"};
    const TypeParamList *list = field;
    for (int i = 0; i < list->count; i++) {
        NodeKind kind = {names[list->items[i].kind], FIELDS(
            VALUE(TypeParam, name, "name", print_name), CHILD(TypeParam, bound, "bound", print_expr),
            CHILD(TypeParam, default_value, "default", print_expr))};
        dump_node(dump, label, &kind, &list->items[i], &list->items[i].span);
    }
}

// A key and a value in turn; without a key the value is unpacked.
static void print_dict(Dump *dump, const char *label, const void *field) {
    (void)label;
    const Expr *dict = field;
    for (int i = 0; i < dict->dict.count; i++) {
        print_expr(dump, "key", &dict->dict.keys[i]);
        print_expr(dump, dict->dict.keys[i] ? "value" : "unpack", &dict->dict.values[i]);
    }
}

static void print_comparison(Dump *dump, const char *label, const void *field) {
    static const char *const names[] = {"Eq",  "NotEq", "Lt",    "LtE", "Gt",
                                        "GtE", "Is",    "IsNot", "In",  "NotIn"};
    (void)label;
    const Expr *compare = field;
    for (int i = 0; i < compare->compare.count; i++)
        print_expr(dump, names[compare->compare.operators[i]], &compare->compare.comparators[i]);
}

static void dump_fields(Dump *dump, const NodeKind *kind, const void *node, const Span *span) {
    const Field *field = kind->fields;
    for (; field->label && !field->is_child; field++)
        field->print(dump, field->label, (const char *)node + field->offset);
    if (span && dump->with_spans)
        fprintf(dump->file, " [%d:%d-%d:%d]", span->line, span->column, span->end_line, span->end_column);
    putc('\n', dump->file);
    dump->depth++;
    for (; field->label; field++)
        field->print(dump, field->label, (const char *)node + field->offset);
    dump->depth--;
}

// ------------------------------------------------------------ the tables

#define CHILD_OF(type, kind, member, printer) CHILD(type, kind.member, #member, printer)
#define VALUE_OF(type, kind, member, printer) VALUE(type, kind.member, #member, printer)

static const NodeKind expr_kinds[AST_SLICE + 1] = {
    [AST_BOOL_OP] = {"BoolOp", FIELDS(
        VALUE_OF(Expr, bool_op, op, print_bool_operator), CHILD_OF(Expr, bool_op, values, print_exprs))},
    [AST_NAMED_EXPR] = {"NamedExpr", FIELDS(
        CHILD_OF(Expr, named_expr, target, print_expr), CHILD_OF(Expr, named_expr, value, print_expr))},
    [AST_BIN_OP] = {"BinOp", FIELDS(
        VALUE_OF(Expr, bin_op, op, print_operator), CHILD_OF(Expr, bin_op, left, print_expr),
        CHILD_OF(Expr, bin_op, right, print_expr))},
    [AST_UNARY_OP] = {"UnaryOp", FIELDS(
        VALUE_OF(Expr, unary_op, op, print_unary_operator), CHILD_OF(Expr, unary_op, operand, print_expr))},
    [AST_LAMBDA] = {"Lambda", FIELDS(
        CHILD_OF(Expr, lambda, parameters, print_parameters), CHILD_OF(Expr, lambda, body, print_expr))},
    [AST_IF_EXP] = {"IfExp", FIELDS(
        CHILD_OF(Expr, if_exp, test, print_expr), CHILD_OF(Expr, if_exp, body, print_expr),
        CHILD_OF(Expr, if_exp, orelse, print_expr))},
    [AST_DICT] = {"Dict", FIELDS({"items", print_dict, 0, true})},
    [AST_SET] = {"Set", FIELDS(CHILD_OF(Expr, set, elements, print_exprs))},
    [AST_LIST_COMP] = {"ListComp", FIELDS(
        CHILD_OF(Expr, list_comp, element, print_expr), CHILD_OF(Expr, list_comp, clauses, print_clauses))},
    [AST_SET_COMP] = {"SetComp", FIELDS(
        CHILD_OF(Expr, set_comp, element, print_expr), CHILD_OF(Expr, set_comp, clauses, print_clauses))},
    [AST_DICT_COMP] = {"DictComp", FIELDS(
        CHILD_OF(Expr, dict_comp, key, print_expr), CHILD_OF(Expr, dict_comp, value, print_expr),
        CHILD_OF(Expr, dict_comp, clauses, print_clauses))},
    [AST_GENERATOR_EXP] = {"GeneratorExp", FIELDS(
        CHILD_OF(Expr, generator_exp, element, print_expr),
        CHILD_OF(Expr, generator_exp, clauses, print_clauses))},
    [AST_AWAIT] = {"Await", FIELDS(CHILD_OF(Expr, await, value, print_expr))},
    [AST_YIELD] = {"Yield", FIELDS(CHILD_OF(Expr, yield, value, print_expr))},
    [AST_YIELD_FROM] = {"YieldFrom", FIELDS(CHILD_OF(Expr, yield_from, value, print_expr))},
    [AST_COMPARE] = {"Compare", FIELDS(
        CHILD_OF(Expr, compare, left, print_expr), {"rest", print_comparison, 0, true})},
    [AST_CALL] = {"Call", FIELDS(
        CHILD_OF(Expr, call, function, print_expr),
        CHILD(Expr, call.arguments, "argument", print_arguments))},
    [AST_FORMATTED_VALUE] = {"FormattedValue", FIELDS(
        VALUE_OF(Expr, formatted_value, conversion, print_conversion),
        CHILD_OF(Expr, formatted_value, value, print_expr),
        CHILD_OF(Expr, formatted_value, format_spec, print_expr))},
    [AST_INTERPOLATION] = {"Interpolation", FIELDS(
        VALUE_OF(Expr, interpolation, source, print_source),
        VALUE_OF(Expr, interpolation, conversion, print_conversion),
        CHILD_OF(Expr, interpolation, value, print_expr),
        CHILD_OF(Expr, interpolation, format_spec, print_expr))},
    [AST_JOINED_STR] = {"JoinedStr", FIELDS(CHILD_OF(Expr, joined_str, values, print_exprs))},
    [AST_TEMPLATE_STR] = {"TemplateStr", FIELDS(CHILD_OF(Expr, template_str, values, print_exprs))},
    [AST_CONSTANT] = {"Constant", FIELDS(VALUE(Expr, constant, "value", print_constant))},
    [AST_ATTRIBUTE] = {"Attribute", FIELDS(
        VALUE_OF(Expr, attribute, attribute, print_name), CHILD_OF(Expr, attribute, value, print_expr))},
    [AST_SUBSCRIPT] = {"Subscript", FIELDS(
        CHILD_OF(Expr, subscript, value, print_expr), CHILD_OF(Expr, subscript, index, print_expr))},
    [AST_STARRED] = {"Starred", FIELDS(CHILD_OF(Expr, starred, value, print_expr))},
    [AST_NAME] = {"Name", FIELDS(VALUE_OF(Expr, name, id, print_name))},
    [AST_LIST] = {"List", FIELDS(CHILD_OF(Expr, list, elements, print_exprs))},
    [AST_TUPLE] = {"Tuple", FIELDS(CHILD_OF(Expr, tuple, elements, print_exprs))},
    [AST_SLICE] = {"Slice", FIELDS(
        CHILD_OF(Expr, slice, lower, print_expr), CHILD_OF(Expr, slice, upper, print_expr),
        CHILD_OF(Expr, slice, step, print_expr))},
};

static const NodeKind pattern_kinds[AST_MATCH_OR + 1] = {
    [AST_MATCH_VALUE] = {"MatchValue", FIELDS(CHILD_OF(Pattern, match_value, value, print_expr))},
    [AST_MATCH_SINGLETON] = {"MatchSingleton", FIELDS(
        VALUE_OF(Pattern, match_singleton, value, print_singleton))},
    [AST_MATCH_SEQUENCE] = {"MatchSequence", FIELDS(
        CHILD_OF(Pattern, match_sequence, patterns, print_patterns))},
    [AST_MATCH_MAPPING] = {"MatchMapping", FIELDS(
        VALUE_OF(Pattern, match_mapping, rest, print_name),
        CHILD_OF(Pattern, match_mapping, keys, print_exprs),
        CHILD_OF(Pattern, match_mapping, patterns, print_patterns))},
    [AST_MATCH_CLASS] = {"MatchClass", FIELDS(
        VALUE_OF(Pattern, match_class, keywords, print_names),
        CHILD_OF(Pattern, match_class, cls, print_expr),
        CHILD_OF(Pattern, match_class, patterns, print_patterns),
        CHILD_OF(Pattern, match_class, keyword_patterns, print_patterns))},
    [AST_MATCH_STAR] = {"MatchStar", FIELDS(VALUE_OF(Pattern, match_star, name, print_name))},
    [AST_MATCH_AS] = {"MatchAs", FIELDS(
        VALUE_OF(Pattern, match_as, name, print_name), CHILD_OF(Pattern, match_as, pattern, print_pattern))},
    [AST_MATCH_OR] = {"MatchOr", FIELDS(CHILD_OF(Pattern, match_or, patterns, print_patterns))},
};

static const NodeKind stmt_kinds[AST_CONTINUE + 1] = {
    [AST_FUNCTION_DEF] = {"FunctionDef", FIELDS(
        VALUE(Stmt, function_def.is_async, "async", print_flag),
        VALUE_OF(Stmt, function_def, name, print_name),
        CHILD_OF(Stmt, function_def, decorators, print_exprs),
        CHILD_OF(Stmt, function_def, type_params, print_type_params),
        CHILD_OF(Stmt, function_def, parameters, print_parameters),
        CHILD_OF(Stmt, function_def, returns, print_expr), CHILD_OF(Stmt, function_def, body, print_stmts))},
    [AST_CLASS_DEF] = {"ClassDef", FIELDS(
        VALUE_OF(Stmt, class_def, name, print_name), CHILD_OF(Stmt, class_def, decorators, print_exprs),
        CHILD_OF(Stmt, class_def, type_params, print_type_params),
        CHILD(Stmt, class_def.arguments, "argument", print_arguments),
        CHILD_OF(Stmt, class_def, body, print_stmts))},
    [AST_RETURN] = {"Return", FIELDS(CHILD_OF(Stmt, return_, value, print_expr))},
    [AST_DELETE] = {"Delete", FIELDS(CHILD_OF(Stmt, delete, targets, print_exprs))},
    [AST_ASSIGN] = {"Assign", FIELDS(
        CHILD_OF(Stmt, assign, targets, print_exprs), CHILD_OF(Stmt, assign, value, print_expr))},
    [AST_TYPE_ALIAS] = {"TypeAlias", FIELDS(
        CHILD_OF(Stmt, type_alias, name, print_expr),
        CHILD_OF(Stmt, type_alias, type_params, print_type_params),
        CHILD_OF(Stmt, type_alias, value, print_expr))},
    [AST_AUG_ASSIGN] = {"AugAssign", FIELDS(
        VALUE_OF(Stmt, aug_assign, op, print_operator), CHILD_OF(Stmt, aug_assign, target, print_expr),
        CHILD_OF(Stmt, aug_assign, value, print_expr))},
    [AST_ANN_ASSIGN] = {"AnnAssign", FIELDS(
        VALUE_OF(Stmt, ann_assign, simple, print_flag), CHILD_OF(Stmt, ann_assign, target, print_expr),
        CHILD_OF(Stmt, ann_assign, annotation, print_expr), CHILD_OF(Stmt, ann_assign, value, print_expr))},
    [AST_FOR] = {"For", FIELDS(
        VALUE(Stmt, for_.is_async, "async", print_flag), CHILD_OF(Stmt, for_, target, print_expr),
        CHILD_OF(Stmt, for_, iter, print_expr), CHILD_OF(Stmt, for_, body, print_stmts),
        CHILD_OF(Stmt, for_, orelse, print_stmts))},
    [AST_WHILE] = {"While", FIELDS(
        CHILD_OF(Stmt, while_, test, print_expr), CHILD_OF(Stmt, while_, body, print_stmts),
        CHILD_OF(Stmt, while_, orelse, print_stmts))},
    [AST_IF] = {"If", FIELDS(
        CHILD_OF(Stmt, if_, test, print_expr), CHILD_OF(Stmt, if_, body, print_stmts),
        CHILD_OF(Stmt, if_, orelse, print_stmts))},
    [AST_WITH] = {"With", FIELDS(
        VALUE(Stmt, with.is_async, "async", print_flag), CHILD(Stmt, with.items, "item", print_items),
        CHILD_OF(Stmt, with, body, print_stmts))},
    [AST_MATCH] = {"Match", FIELDS(
        CHILD_OF(Stmt, match, subject, print_expr), CHILD_OF(Stmt, match, cases, print_cases))},
    [AST_RAISE] = {"Raise", FIELDS(
        CHILD_OF(Stmt, raise, exception, print_expr), CHILD_OF(Stmt, raise, cause, print_expr))},
    [AST_TRY] = {"Try", FIELDS(
        VALUE(Stmt, try_.is_star, "star", print_flag), CHILD_OF(Stmt, try_, body, print_stmts),
        CHILD_OF(Stmt, try_, handlers, print_handlers), CHILD_OF(Stmt, try_, orelse, print_stmts),
        CHILD_OF(Stmt, try_, finalbody, print_stmts))},
    [AST_ASSERT] = {"Assert", FIELDS(
        CHILD_OF(Stmt, assert_, test, print_expr), CHILD_OF(Stmt, assert_, message, print_expr))},
    [AST_IMPORT] = {"Import", FIELDS(CHILD_OF(Stmt, import, names, print_aliases))},
    [AST_IMPORT_FROM] = {"ImportFrom", FIELDS(
        VALUE_OF(Stmt, import_from, module, print_name), VALUE_OF(Stmt, import_from, level, print_number),
        CHILD_OF(Stmt, import_from, names, print_aliases))},
    [AST_GLOBAL] = {"Global", FIELDS(VALUE_OF(Stmt, global, names, print_names))},
    [AST_NONLOCAL] = {"Nonlocal", FIELDS(VALUE_OF(Stmt, nonlocal, names, print_names))},
    [AST_EXPR_STMT] = {"Expr", FIELDS(CHILD_OF(Stmt, expr_stmt, value, print_expr))},
    [AST_PASS] = {"Pass", FIELDS({0})},
    [AST_BREAK] = {"Break", FIELDS({0})},
    [AST_CONTINUE] = {"Continue", FIELDS({0})},
};

bool ast_dump(const Module *module, bool with_spans, FILE *file) {
    static const char *const roots[] = {"Module", "Interactive", "Expression"};
    Dump dump = {.file = file, .with_spans = with_spans, .depth = 1};
    fprintf(file, "%s\n", roots[module->kind]);
    if (module->expression)
        print_expr(&dump, "expression", &module->expression);
    print_stmts(&dump, "body", &module->body);
    return !dump.too_deep;
}
