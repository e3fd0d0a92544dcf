// Classes: the body is a function that fills a namespace; __build_class__ calls it.
#include "objects/list.h"
#include "objects/tuple.h"
#include "vm/compiler/compile.h"
#include <stdlib.h>

static int compare_names(const void *a, const void *b) {
    return strcmp((*(const Name *const *)a)->data, (*(const Name *const *)b)->data);
}

static Value static_attributes(Compiler *c, Unit *unit) {
    uint32_t count = unit->static_attribute_count;
    if (count) qsort(unit->static_attributes, count, sizeof(Name *), compare_names);
    Value tuple = c->failed ? 0 : tuple_new(0, count);
    if (!tuple) {
        if (!c->failed) compile_fail(c);
        return NONE;
    }
    for (uint32_t i = 0; i < count; i++)
        tuple_of(tuple)->items[i] = compile_name_value(c, unit->static_attributes[i]);
    return tuple;
}

static void begin_body(Compiler *c, Unit *unit, Stmt *s, Span span) {
    Scope *scope = unit->scope;
    compile_load_name(c, c->known.name, span);
    compile_store_name(c, c->known.module, span);
    if (!c->failed) emit_constant(c, unit->qualified_name, span);
    compile_store_name(c, c->known.qualname, span);
    emit_constant(c, SMALL(unit->first_line), span);
    compile_store_name(c, c->known.first_line, span);
    if (s->class_def.type_params.count) {
        compile_load_name(c, c->known.dot_type_params, span);
        compile_store_name(c, c->known.type_params, span);
    }
    if (scope->class_dict) {
        emit(c, OP_LOAD_NAMESPACE, 0, span);
        emit(c, OP_STORE_CELL, (int32_t)scope->class_dict->slot, span);
    }
}

static void end_body(Compiler *c, Unit *unit, Span span) {
    Scope *scope = unit->scope;
    emit_constant(c, static_attributes(c, unit), span);
    compile_store_name(c, c->known.static_attributes, span);
    if (scope->class_dict) {
        emit(c, OP_LOAD_CLOSURE, (int32_t)scope->class_dict->slot, span);
        compile_store_name(c, c->known.class_dict_entry, span);
    }
    if (!scope->class_cell) {
        emit(c, OP_RETURN_NONE, 0, span);
        return;
    }
    emit(c, OP_LOAD_CLOSURE, (int32_t)scope->class_cell->slot, span);
    emit(c, OP_COPY, 1, span);
    compile_store_name(c, c->known.class_cell_entry, span);
    emit(c, OP_RETURN, 0, span);
}

static Value compile_class_code(Compiler *c, Stmt *s, Scope *scope, Span span) {
    Unit unit;
    Span first = s->span;
    if (s->class_def.decorators.count) first.line = s->class_def.decorators.items[0]->span.line;
    unit_begin(c, &unit, scope, compile_name_value(c, s->class_def.name), first);
    unit_prologue(c, span);
    begin_body(c, &unit, s, span);
    compile_start_annotations(c, span);
    if (c->options->optimize < 2 && compile_is_docstring(s->class_def.body) && !c->failed) {
        Value doc = compile_docstring(c, s->class_def.body);
        if (doc) {
            emit_constant(c, doc, s->class_def.body.items[0]->span);
            compile_store_name(c, c->known.doc, span);
        }
    }
    compile_body(c, s->class_def.body);
    compile_deferred_annotations(c, c->known.annotate_func, span);
    end_body(c, &unit, span);
    return unit_finish(c, &unit);
}

// -- class: calls __build_class__(body, name, *bases, **keywords)
static void build_class(Compiler *c, Stmt *s, const Name *last_base, Span span) {
    CallArguments call = {
        .arguments = s->class_def.arguments, .pushed = 2, .last = last_base, .span = s->span};
    CallShape shape = compile_call_shape(c, &call);
    emit(c, OP_LOAD_BUILD_CLASS, 0, span);
    if (shape == CALL_WITH_KEYWORDS) emit(c, OP_PUSH_ABSENT, 0, span);
    Scope *scope = c->failed ? NULL : scope_child(c->scope, SCOPE_CLASS, s);
    if (!scope) return;
    uint32_t closure = compile_closure(c, scope, span);
    compile_make_function(c, compile_class_code(c, s, scope, span), closure, span);
    emit_constant(c, compile_name_value(c, s->class_def.name), span);
    compile_arguments(c, &call, shape, false);
}

// class C[T]: a hidden function makes the type parameters and then the class, with Generic[T] as its last
// base.
static void build_generic_class(Compiler *c, Stmt *s, Span span) {
    Scope *scope = scope_child(c->scope, SCOPE_TYPE_PARAMS, s);
    Unit unit;
    Value name = str_format("<generic parameters of %S>", compile_name_value(c, s->class_def.name));
    unit_begin(c, &unit, scope, name, span);
    unit_prologue(c, span);
    compile_type_params(c, s->class_def.type_params);
    compile_store_name(c, c->known.dot_type_params, span);
    compile_load_name(c, c->known.dot_type_params, span);
    emit(c, OP_SUBSCRIPT_GENERIC, 0, span);
    compile_store_name(c, c->known.dot_generic_base, span);
    build_class(c, s, c->known.dot_generic_base, span);
    emit(c, OP_RETURN, 0, span);
    Value code = unit_finish(c, &unit);
    uint32_t closure = compile_closure(c, scope, span);
    compile_make_function(c, code, closure, span);
    if (!c->failed) emit_call(c, OP_CALL, 0, span);
}

void compile_class_def(Compiler *c, Stmt *s) {
    compile_check_name(c, s->class_def.name, s->span, "assign to");
    compile_expressions(c, s->class_def.decorators);
    if (c->failed) return;
    if (s->class_def.type_params.count) build_generic_class(c, s, s->span);
    else build_class(c, s, NULL, s->span);
    compile_apply_decorators(c, s->class_def.decorators);
    compile_store_name(c, s->class_def.name, s->span);
}
