// Compiler: the entry, errors, names, docstrings.
#include "vm/compiler/compiler.h"
#include "objects/error.h"
#include "objects/exception.h"
#include "vm/compiler/compile.h"
#include <stdarg.h>
#include <stdio.h>

// ---------------------------------------------------------------------------------------------------- errors

void compile_error(Compiler *c, Span span, const char *format, ...) {
    if (c->failed) return;
    char message[sizeof c->diagnostic->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    diagnostic_report(c->diagnostic, DIAG_SYNTAX_ERROR, span, "%s", message);
    c->failed = true;
}

void compile_fail(Compiler *c) { c->failed = true; }

bool compile_enter(Compiler *c, Span span) {
    if (c->failed) return false;
    if (c->depth >= COMPILE_DEPTH_MAX || !mem_stack_check()) {
        (void)error_take();
        diagnostic_report(c->diagnostic, DIAG_RECURSION_ERROR, span,
                          "maximum recursion depth exceeded during compilation");
        c->failed = true;
        return false;
    }
    c->depth++;
    return true;
}

// ---------------------------------------------------------------------------------------------------- names

Value compile_name_value(Compiler *c, const Name *name) {
    if (c->failed || !name) return NONE;
    Value s = str_new(name->data, name->size);
    Value interned = s ? str_intern(s) : 0;
    if (interned) return interned;
    compile_fail(c);
    return NONE;
}

static void intern_known(Compiler *c) {
    CompilerNames *known = &c->known;
    struct { const Name **place; const char *text;
    } names[] = {
        {&known->class_cell, "__class__"},
        {&known->class_dict, "__classdict__"},
        {&known->conditional_annotations, "__conditional_annotations__"},
        {&known->super, "super"},
        {&known->dot_zero, ".0"},
        {&known->dot_defaults, ".defaults"},
        {&known->dot_kwdefaults, ".kwdefaults"},
        {&known->dot_type_params, ".type_params"},
        {&known->dot_generic_base, ".generic_base"},
        {&known->format, ".format"},
        {&known->debug, "__debug__"},
        {&known->self, "self"},
        {&known->annotate, "__annotate__"},
        {&known->annotate_func, "__annotate_func__"},
        {&known->annotations, "__annotations__"},
        {&known->module, "__module__"},
        {&known->qualname, "__qualname__"},
        {&known->first_line, "__firstlineno__"},
        {&known->doc, "__doc__"},
        {&known->name, "__name__"},
        {&known->static_attributes, "__static_attributes__"},
        {&known->class_cell_entry, "__classcell__"},
        {&known->class_dict_entry, "__classdictcell__"},
        {&known->type_params, "__type_params__"},
        {&known->underscore, "_"},
        {&known->shown_format, "format"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        *names[i].place = names_intern(c->names, names[i].text, strlen(names[i].text));
        if (!*names[i].place) c->failed = true;
    }
}

// ------------------------------------------------------------------------------------------------ docstrings

bool compile_is_docstring(StmtList body) {
    if (!body.count || body.items[0]->kind != AST_EXPR_STMT) return false;
    const Expr *e = body.items[0]->expr_stmt.value;
    return e->kind == AST_CONSTANT && e->constant.kind == CONSTANT_STR;
}

static size_t leading_spaces(const char *at, const char *end) {
    size_t count = 0;
    while (at + count < end && at[count] == ' ') count++;
    return count;
}

// The smallest indentation of the lines behind the first that are not blank.
static size_t common_margin(const char *at, const char *end) {
    size_t margin = (size_t)-1;
    while ((at = memchr(at, '\n', (size_t)(end - at)))) {
        at++;
        size_t spaces = leading_spaces(at, end);
        if (at + spaces < end && at[spaces] != '\n' && spaces < margin) margin = spaces;
    }
    return margin == (size_t)-1 ? 0 : margin;
}

// A copy with tabs as the blanks up to the next multiple of 8 columns; the text itself when it has none.
static Text without_tabs(Compiler *c, Text text) {
    size_t tabs = 0, size = 0, column = 0;
    for (size_t i = 0; i < text.size; i++) tabs += text.data[i] == '\t';
    char *copy = tabs ? scope_alloc(c, text.size + tabs * 8) : NULL;
    if (!copy) return text;
    for (size_t i = 0; i < text.size; i++) {
        char ch = text.data[i];
        if (ch == '\t') {
            do copy[size++] = ' ', column++;
            while (column % 8);
        } else {
            copy[size++] = ch;
            column = ch == '\n' || ch == '\r' ? 0 : column + ((ch & 0xc0) != 0x80);
        }
    }
    return (Text){copy, size};
}

Value compile_docstring(Compiler *c, StmtList body) {
    Text text = without_tabs(c, body.items[0]->expr_stmt.value->constant.text);
    const char *at = text.data, *end = text.data + text.size;
    StrBuilder builder;
    str_builder_init(&builder);
    size_t margin = common_margin(at, end), skip = leading_spaces(at, end);
    at += skip;                     // of the first line all blanks go
    while (at < end) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        const char *next = line_end ? line_end + 1 : end;
        str_builder_add(&builder, at, (size_t)(next - at));
        at = next;
        size_t spaces = leading_spaces(at, end);
        at += spaces < margin ? spaces : margin;
    }
    Value doc = str_builder_finish(&builder);
    if (!doc) compile_fail(c);
    return doc;
}

// --------------------------------------------------------------------------------------------------- modules

static void compile_module_body(Compiler *c, Module *module) {
    Span start = {0, 0, 0, 0};
    if (module->kind == MODULE_EXPRESSION) {
        compile_expression(c, module->expression);
        emit(c, OP_RETURN, 0, module->expression->span);
        return;
    }
    compile_deferred_annotations(c, c->known.annotate,
                                 module->body.count ? module->body.items[0]->span : start);
    compile_start_annotations(c, start);
    if (module->kind == MODULE_FILE && c->options->optimize < 2 && compile_is_docstring(module->body) && !c->failed) {
        Value doc = compile_docstring(c, module->body);
        if (doc) {
            emit_constant(c, doc, module->body.items[0]->span);
            compile_store_name(c, c->known.doc, module->body.items[0]->span);
        }
    }
    compile_body(c, module->body);
    Span end = module->body.count ? module->body.items[module->body.count - 1]->span : start;
    emit(c, OP_RETURN_NONE, 0, end);
}

static Value compile_unit(Compiler *c, Module *module) {
    Unit unit;
    unit_begin(c, &unit, c->module_scope, NAME(module_), (Span){1, 0, 1, 0});
    Range range = {.start = -1};
    compile_module_body(c, module);
    return function_finish(c, &unit, &range);
}

Value compile_module(Arena *arena, Module *module, const CompileOptions *options, Diagnostic *diagnostic) {
    Compiler c = {.arena = arena, .names = module->names, .options = options, .diagnostic = diagnostic};
    c.module = module;
    c.future_annotations = options->future_annotations;
    intern_known(&c);
    if (!c.failed) compile_future_imports(&c, module);
    if (!c.failed) c.module_scope = scope_build(&c, module);
    c.scope = NULL;
    Value code = c.failed ? 0 : compile_unit(&c, module);
    if (c.module_scope) warn_finish(&c);
    if (!code) diagnostic->stage = STAGE_COMPILER;
    if (!code && diagnostic->kind == DIAG_NONE && !error_occurred()) raise_memory_error();
    return code;
}
