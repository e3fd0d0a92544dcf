// import, from ... import, and future imports.
#include "objects/list.h"
#include "objects/tuple.h"
#include "vm/compiler/compile.h"

static bool is_star(const Alias *alias) { return alias->name->size == 1 && alias->name->data[0] == '*'; }

static const Name *part_of(Compiler *c, const char *text, size_t size) {
    const Name *name = names_intern(c->names, text, size);
    if (!name) {
        raise_memory_error();
        compile_fail(c);
    }
    return name;
}

// import a.b.c as d: IMPORT_NAME answers a; b and c are asked for one after the other.
static void import_as(Compiler *c, const Alias *alias, Span span) {
    const char *at = alias->name->data, *end = at + alias->name->size;
    const char *dot = memchr(at, '.', (size_t)(end - at));
    while (dot && !c->failed) {
        at = dot + 1;
        dot = memchr(at, '.', (size_t)(end - at));
        const Name *part = part_of(c, at, (size_t)((dot ? dot : end) - at));
        if (part) emit_named(c, OP_IMPORT_AS, part, span);
    }
    compile_store_name(c, alias->as_name, span);
}

void compile_import(Compiler *c, Stmt *s) {
    for (int i = 0; i < s->import.names.count && !c->failed; i++) {
        const Alias *alias = &s->import.names.items[i];
        if (alias->as_name == c->known.debug || (!alias->as_name && alias->name == c->known.debug))
            compile_error(c, alias->span, "cannot assign to __debug__");
        emit_constant(c, SMALL(0), s->span);
        emit(c, OP_LOAD_NONE, 0, s->span);
        emit_named(c, OP_IMPORT_NAME, alias->name, s->span);
        if (alias->as_name) {
            import_as(c, alias, s->span);
            continue;
        }
        const char *dot = memchr(alias->name->data, '.', alias->name->size);
        const Name *first =
            dot ? part_of(c, alias->name->data, (size_t)(dot - alias->name->data)) : alias->name;
        if (first) compile_store_name(c, first, s->span);
    }
}

static Value from_list(Compiler *c, AliasList names) {
    Value list = list_with_capacity(0);
    for (int i = 0; list && i < names.count; i++)
        if (!list_append(list, compile_name_value(c, names.items[i].name))) list = 0;
    Value tuple = list ? list_to_tuple(list) : 0;
    if (tuple) return tuple;
    compile_fail(c);
    return NONE;
}

static bool is_future_import(const Stmt *s) {
    const Name *module =
        s->kind == AST_IMPORT_FROM && s->import_from.level == 0 ? s->import_from.module : NULL;
    return module && strcmp(module->data, "__future__") == 0;
}

static bool is_at_top(Compiler *c, const Stmt *s) {
    for (int i = 0; i < c->module->body.count; i++)
        if (c->module->body.items[i] == s) return true;
    return false;
}

void compile_import_from(Compiler *c, Stmt *s) {
    AliasList names = s->import_from.names;
    if (is_future_import(s) && !is_at_top(c, s))
        compile_error(c, s->span, "from __future__ imports must occur at the beginning of the file");
    if (c->failed) return;
    emit_constant(c, SMALL(s->import_from.level), s->span);
    emit_constant(c, from_list(c, names), s->span);
    const Name *module = s->import_from.module ? s->import_from.module : part_of(c, "", 0);
    if (module) emit_named(c, OP_IMPORT_NAME, module, s->span);
    if (names.count == 1 && is_star(&names.items[0])) {
        emit(c, OP_IMPORT_STAR, 0, s->span);
        return;
    }
    for (int i = 0; i < names.count && !c->failed; i++) {
        const Alias *alias = &names.items[i];
        const Name *target = alias->as_name ? alias->as_name : alias->name;
        compile_check_name(c, target, alias->span, "assign to");
        emit_named(c, OP_IMPORT_FROM, alias->name, s->span);
        compile_store_name(c, target, s->span);
    }
    emit(c, OP_POP, 0, s->span);
}

// ---------------------------------------------------------------------------------------------------- from
// __future__

static void note_feature(Compiler *c, const Alias *alias) {
    static const char *const features[] = {"nested_scopes",    "generators",     "division",
                                           "absolute_import",  "with_statement", "print_function",
                                           "unicode_literals", "generator_stop", "annotations"};
    const char *name = alias->name->data;
    if (strcmp(name, "annotations") == 0) c->future_annotations = true;
    for (size_t i = 0; i < sizeof features / sizeof *features; i++)
        if (strcmp(name, features[i]) == 0) return;
    if (strcmp(name, "braces") == 0) compile_error(c, alias->span, "not a chance");
    else if (strcmp(name, "barry_as_FLUFL") == 0)
        compile_error(c, alias->span, "the operator <> is not supported");
    else compile_error(c, alias->span, "future feature %s is not defined", name);
}

void compile_future_imports(Compiler *c, Module *module) {
    bool at_beginning = true;
    for (int i = 0; i < module->body.count && !c->failed; i++) {
        Stmt *s = module->body.items[i];
        if (is_future_import(s)) {
            if (!at_beginning)
                compile_error(c, s->span, "from __future__ imports must occur at the beginning of the file");
            for (int k = 0; k < s->import_from.names.count; k++)
                note_feature(c, &s->import_from.names.items[k]);
        } else if (i > 0 || !compile_is_docstring(module->body)) {
            at_beginning = false;
        }
    }
}
