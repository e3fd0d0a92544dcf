// Annotations and type parameters: all of them are evaluated by hidden functions, when somebody asks (PEP
// 649, PEP 695).
//
// Such a function has one positional-only parameter, the format: 1 for the value, 2 for the value with
// stand-ins for globals; for others it raises NotImplementedError, and the library helps itself.
#include "objects/exception.h"
#include "objects/tuple.h"
#include "vm/compiler/compile.h"

enum { FORMAT_GREATEST = 2, HAS_DEFAULTS = 1, HAS_ANNOTATE = 4 };

static void lazy_begin(Compiler *c, Unit *unit, Scope *scope, Value name, Span span) {
    unit_begin(c, unit, scope, name, span);
    unit->positional_count = unit->positional_only_count = 1;
    unit_prologue(c, span);
    int fine = label_new(c);
    compile_load_name(c, c->known.format, span);
    emit_compare_jump(c, OP_GT_SK_JUMP, 0, emit_constant_index(c, SMALL(FORMAT_GREATEST)), false, fine, span);
    emit_constant(c, VALUE(&NotImplementedError_type), span);
    emit(c, OP_RAISE, 1, span);
    label_place(c, fine);
}

static Value lazy_finish(Compiler *c, Unit *unit, Span span) {
    emit(c, OP_RETURN, 0, span);
    return unit_finish(c, unit);
}

// The value of an annotation; its source text under `from __future__ import annotations`.
static void compile_annotation(Compiler *c, Expr *e) {
    if (c->failed) return;
    if (c->future_annotations) {
        Value text = unparse_expression(c, e);
        if (text) emit_constant(c, text, e->span);
    } else if (e->kind == AST_STARRED) {        // *args: *Ts
        compile_expression(c, e->starred.value);
        emit(c, OP_UNPACK, 1, e->span);
    } else {
        compile_expression(c, e);
    }
}

static void emit_name_constant(Compiler *c, const Name *name, Span span) {
    emit_constant(c, compile_name_value(c, scope_mangle(c, c->scope->private_name, name)), span);
}

// ---------------------------------------------------------------------------------------------- of functions

static int compile_parameter_annotation(Compiler *c, const Parameter *parameter) {
    if (!parameter || !parameter->annotation) return 0;
    emit_name_constant(c, parameter->name, parameter->span);
    compile_annotation(c, parameter->annotation);
    return 1;
}

static bool any_annotated(ParameterList list) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i].annotation) return true;
    return false;
}

static bool is_annotated(const Stmt *s) {
    const Parameters *p = s->function_def.parameters;
    return s->function_def.returns || any_annotated(p->positional) || any_annotated(p->keyword_only) ||
           (p->vararg && p->vararg->annotation) || (p->kwarg && p->kwarg->annotation);
}

uint32_t compile_function_annotations(Compiler *c, Stmt *s) {
    if (c->failed || !is_annotated(s)) return 0;
    const Parameters *parameters = s->function_def.parameters;
    Scope *scope = scope_child(c->scope, SCOPE_ANNOTATIONS, s);
    uint32_t flags = compile_closure(c, scope, s->span);
    Unit unit;
    int count = 0;
    lazy_begin(c, &unit, scope, NAME(__annotate__), s->span);
    int first = parameters->positional_only;    // the order in which __annotations__ has them
    for (int i = first; i < parameters->positional.count; i++)
        count += compile_parameter_annotation(c, &parameters->positional.items[i]);
    for (int i = 0; i < first; i++)
        count += compile_parameter_annotation(c, &parameters->positional.items[i]);
    count += compile_parameter_annotation(c, parameters->vararg);
    for (int i = 0; i < parameters->keyword_only.count; i++)
        count += compile_parameter_annotation(c, &parameters->keyword_only.items[i]);
    count += compile_parameter_annotation(c, parameters->kwarg);
    if (s->function_def.returns) {
        emit_constant(c, c->failed ? NONE : intern("return"), s->span);
        compile_annotation(c, s->function_def.returns);
        count++;
    }
    emit(c, OP_BUILD_DICT, count, s->span);
    compile_make_function(c, lazy_finish(c, &unit, s->span), flags, s->span);
    return HAS_ANNOTATE;
}

// ------------------------------------------------------------------------------------ of modules and classes

static void load_conditional_set(Compiler *c, Span span) {
    Scope *scope = c->scope;
    if (scope->class_conditional) emit(c, OP_LOAD_CELL, (int32_t)scope->class_conditional->slot, span);
    else compile_load_name(c, c->known.conditional_annotations, span);
}

static bool has_annotated_names(const Scope *scope) {
    for (const Symbol *symbol = scope->symbols; symbol; symbol = symbol->next)
        if (symbol->flags & SYMBOL_ANNOTATED) return true;
    return false;
}

// namespace.setdefault('__annotations__', {})
static void setup_annotations(Compiler *c, Span span) {
    emit(c, OP_LOAD_NAMESPACE, 0, span);
    emit_cached(c, OP_LOAD_METHOD, names_intern(c->names, "setdefault", 10), span);
    emit_constant(c, compile_name_value(c, c->known.annotations), span);
    emit(c, OP_BUILD_DICT, 0, span);
    emit_call(c, OP_CALL_METHOD, 2, span);
    emit(c, OP_POP, 0, span);
}

void compile_start_annotations(Compiler *c, Span span) {
    Scope *scope = c->scope;
    scope->annotation_cursor = scope->annotations;
    if (c->future_annotations && has_annotated_names(scope)) setup_annotations(c, span);
    if (c->failed || !scope->conditional_annotations) return;
    emit(c, OP_BUILD_SET, 0, span);
    if (scope->class_conditional) emit(c, OP_STORE_CELL, (int32_t)scope->class_conditional->slot, span);
    else compile_store_name(c, c->known.conditional_annotations, span);
}

// dict -- dict
static void compile_entry(Compiler *c, const Annotation *annotation, Span span) {
    Stmt *s = annotation->statement;
    int next = label_new(c);
    if (annotation->conditional_index >= 0) {
        emit_constant(c, SMALL(annotation->conditional_index), s->span);
        compile_load_name(c, c->known.conditional_annotations, s->span);
        emit(c, OP_CONTAINS, 0, s->span);
        emit_jump(c, OP_JUMP_IF_FALSE, next, s->span);
    }
    compile_annotation(c, s->ann_assign.annotation);
    emit(c, OP_COPY, 2, span);
    emit_name_constant(c, s->ann_assign.target->name.id, span);
    emit(c, OP_STORE_ITEM, 0, span);
    label_place(c, next);
}

void compile_deferred_annotations(Compiler *c, const Name *store_as, Span span) {
    if (c->failed || !c->scope->annotations) return;
    Scope *scope = scope_child(c->scope, SCOPE_ANNOTATIONS, c->scope->node);
    Annotation *first = c->scope->annotations;
    uint32_t flags = compile_closure(c, scope, span);
    Unit unit;
    lazy_begin(c, &unit, scope, NAME(__annotate__), span);
    emit(c, OP_BUILD_DICT, 0, span);
    for (Annotation *annotation = first; annotation; annotation = annotation->next)
        compile_entry(c, annotation, span);
    compile_make_function(c, lazy_finish(c, &unit, span), flags, span);
    compile_store_name(c, store_as, span);
}

// The statement was reached: says so when its annotation is a conditional one.
static void note_reached(Compiler *c, Stmt *s) {
    Annotation *annotation = c->scope->annotation_cursor;
    while (annotation && annotation->statement != s) annotation = annotation->next;
    if (!annotation) annotation = c->scope->annotations;
    while (annotation && annotation->statement != s) annotation = annotation->next;
    if (!annotation) return;
    c->scope->annotation_cursor = annotation->next;
    if (annotation->conditional_index < 0) return;
    load_conditional_set(c, s->span);
    emit_constant(c, SMALL(annotation->conditional_index), s->span);
    emit(c, OP_SET_ADD, 1, s->span);
    emit(c, OP_POP, 0, s->span);
}

// __annotations__['name'] = 'text', at once.
static void store_annotation_text(Compiler *c, Stmt *s) {
    compile_annotation(c, s->ann_assign.annotation);
    compile_load_name(c, c->known.annotations, s->span);
    emit_name_constant(c, s->ann_assign.target->name.id, s->span);
    emit(c, OP_STORE_ITEM, 0, s->span);
}

static void evaluate_target(Compiler *c, Expr *target) {
    if (target->kind == AST_ATTRIBUTE) {
        compile_check_name(c, target->attribute.attribute, target->span, "assign to");
        compile_expression(c, target->attribute.value);
        emit(c, OP_POP, 0, target->span);
    } else if (target->kind == AST_SUBSCRIPT) {
        compile_expression(c, target->subscript.value);
        emit(c, OP_POP, 0, target->span);
        compile_expression(c, target->subscript.index);
        emit(c, OP_POP, 0, target->span);
    } else {
        compile_check_name(c, target->name.id, target->span, "assign to");
    }
}

void compile_ann_assign(Compiler *c, Stmt *s) {
    Expr *target = s->ann_assign.target;
    if (s->ann_assign.value) {
        compile_expression(c, s->ann_assign.value);
        compile_store(c, target);
    } else {
        evaluate_target(c, target);
    }
    if (c->failed || !s->ann_assign.simple || scope_is_function(c->scope)) return;
    if (c->future_annotations) store_annotation_text(c, s);
    else note_reached(c, s);
}

// ------------------------------------------------------------------------------------------- type parameters

// -- function that evaluates `e`
static void compile_lazy_value(Compiler *c, ScopeKind kind, const void *node, const Name *name, Expr *e,
                               Span span) {
    if (c->failed) return;
    Scope *scope = scope_child(c->scope, kind, node);
    Value format = tuple_pack(1, SMALL(1));
    if (!format) {
        compile_fail(c);
        return;
    }
    emit_constant(c, format, span);
    uint32_t flags = HAS_DEFAULTS | compile_closure(c, scope, span);
    Unit unit;
    lazy_begin(c, &unit, scope, compile_name_value(c, name), span);
    if (e->kind == AST_STARRED) {
        compile_expression(c, e->starred.value);
        emit(c, OP_UNPACK, 1, e->span);
    } else {
        compile_expression(c, e);
    }
    compile_make_function(c, lazy_finish(c, &unit, span), flags, span);
}

void compile_type_params(Compiler *c, TypeParamList params) {
    enum { WITH_DEFAULT = 4 };
    for (int i = 0; i < params.count && !c->failed; i++) {
        TypeParam *param = &params.items[i];
        int operand = param->kind == TYPE_PARAM_VAR ? 0 : param->kind == TYPE_PARAM_VAR_TUPLE ? 1 : 2;
        emit_constant(c, compile_name_value(c, param->name), param->span);
        if (param->bound) {
            compile_lazy_value(c, SCOPE_TYPE_VARIABLE, param, param->name, param->bound, param->span);
        } else {
            emit(c, OP_LOAD_NONE, 0, param->span);
        }
        if (param->default_value) {
            compile_lazy_value(c, SCOPE_TYPE_DEFAULT, param, param->name, param->default_value, param->span);
            operand |= WITH_DEFAULT;
        }
        emit(c, OP_MAKE_TYPE_PARAM, operand, param->span);
        emit(c, OP_COPY, 1, param->span);
        compile_store_name(c, param->name, param->span);
    }
    emit(c, OP_BUILD_TUPLE, params.count, params.items[0].span);
}

// name params -- alias
static void finish_type_alias(Compiler *c, Stmt *s) {
    const Name *name = s->type_alias.name->name.id;
    compile_lazy_value(c, SCOPE_TYPE_ALIAS, s, name, s->type_alias.value, s->span);
    emit(c, OP_MAKE_TYPE_ALIAS, 0, s->span);
}

void compile_type_alias(Compiler *c, Stmt *s) {
    if (c->failed) return;
    const Name *name = s->type_alias.name->name.id;
    if (s->type_alias.type_params.count) {
        Scope *scope = scope_child(c->scope, SCOPE_TYPE_PARAMS, s);
        Unit unit;
        unit_begin(c, &unit, scope, str_format("<generic parameters of %S>", compile_name_value(c, name)),
                   s->span);
        unit_prologue(c, s->span);
        emit_constant(c, compile_name_value(c, name), s->span);
        compile_type_params(c, s->type_alias.type_params);
        finish_type_alias(c, s);
        emit(c, OP_RETURN, 0, s->span);
        Value code = unit_finish(c, &unit);
        uint32_t closure = compile_closure(c, scope, s->span);
        compile_make_function(c, code, closure, s->span);
        if (!c->failed) emit_call(c, OP_CALL, 0, s->span);
    } else {
        emit_constant(c, compile_name_value(c, name), s->span);
        emit(c, OP_LOAD_NONE, 0, s->span);
        finish_type_alias(c, s);
    }
    compile_store_name(c, name, s->type_alias.name->span);
}
