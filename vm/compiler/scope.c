// Scope: symbol tables, and where each name lives. The walk that fills them is scope_visit.h.
#include "vm/compiler/scope.h"
#include "vm/compiler/compile.h"
#include <stdlib.h>

// ---------------------------------------------------------------------------------------------------- tables

void *scope_alloc(Compiler *c, size_t size) {
    void *block = arena_alloc(c->arena, size);
    if (!block && !c->failed) {
        diagnostic_report(c->diagnostic, DIAG_MEMORY_ERROR, (Span){0}, "out of memory");
        c->failed = true;
    }
    return block;
}

static bool has_own_code(ScopeKind kind) { return kind != SCOPE_COMPREHENSION; }

static bool is_annotation_scope(const Scope *scope) { return scope->kind >= SCOPE_TYPE_PARAMS; }

Scope *scope_new(Compiler *c, Scope *parent, ScopeKind kind, const void *node) {
    Scope *scope = scope_alloc(c, sizeof(Scope));
    if (!scope) return NULL;
    *scope = (Scope){.kind = kind, .node = node, .parent = parent};
    scope->root = parent && !has_own_code(kind) ? parent->root : scope;
    if (!parent) return scope;
    scope->private_name = parent->private_name;
    scope->in_iterable = parent->in_iterable;
    scope->sees_class = is_annotation_scope(scope) && (parent->kind == SCOPE_CLASS || parent->sees_class);
    if (parent->last) parent->last->next = scope;
    else parent->first = scope;
    parent->last = scope;
    return scope;
}

Scope *scope_child(Scope *parent, ScopeKind kind, const void *node) {
    Scope *start = parent->cursor ? parent->cursor : parent->first;
    Scope *scope = start;
    do {
        if (scope->node == node && scope->kind == kind) {
            parent->cursor = scope->next;
            return scope;
        }
        scope = scope->next ? scope->next : parent->first;
    } while (scope != start);
    return NULL;
}

// The table is open addressing over name pointers; a power of two, at most half full.
static Symbol **table_slot(const SymbolTable *table, const Name *name) {
    uint32_t at = name->hash & (table->capacity - 1);
    while (table->items[at] && table->items[at]->name != name) at = (at + 1) & (table->capacity - 1);
    return &table->items[at];
}

static bool table_grow(Compiler *c, SymbolTable *table) {
    SymbolTable bigger = {.count = table->count, .capacity = table->capacity ? table->capacity * 2 : 8};
    bigger.items = scope_alloc(c, bigger.capacity * sizeof(Symbol *));
    if (!bigger.items) return false;
    for (uint32_t i = 0; i < table->capacity; i++)
        if (table->items[i]) *table_slot(&bigger, table->items[i]->name) = table->items[i];
    *table = bigger;
    return true;
}

Symbol *scope_find(Scope *scope, const Name *mangled) {
    return scope->table.capacity ? *table_slot(&scope->table, mangled) : NULL;
}

Symbol *scope_add_mangled(Compiler *c, Scope *scope, const Name *name, uint32_t flags) {
    if (c->failed || !name) return NULL;
    Symbol *symbol = scope_find(scope, name);
    if (!symbol) {
        SymbolTable *table = &scope->table;
        if (table->count * 2 >= table->capacity && !table_grow(c, table)) return NULL;
        symbol = scope_alloc(c, sizeof(Symbol));
        if (!symbol) return NULL;
        *symbol = (Symbol){.name = name, .owner = scope, .order = scope->root->symbol_count++};
        *table_slot(table, name) = symbol;
        table->count++;
        if (scope->last_symbol) scope->last_symbol->next = symbol;
        else scope->symbols = symbol;
        scope->last_symbol = symbol;
    }
    symbol->flags |= flags;
    return symbol;
}

// __name inside class Owner is _Owner__name; dotted names and those that end in __ stay (Python
// reference, 6.2.1).
const Name *scope_mangle(Compiler *c, const Name *private_name, const Name *name) {
    if (!private_name || !name || name->size < 3 || name->data[0] != '_' || name->data[1] != '_') return name;
    if (name->data[name->size - 1] == '_' && name->data[name->size - 2] == '_') return name;
    if (memchr(name->data, '.', name->size)) return name;
    size_t skip = 0;
    while (skip < private_name->size && private_name->data[skip] == '_') skip++;
    size_t owner = private_name->size - skip;
    if (!owner) return name;
    char *text = scope_alloc(c, owner + name->size + 2);
    if (!text) return name;
    text[0] = '_';
    memcpy(text + 1, private_name->data + skip, owner);
    memcpy(text + 1 + owner, name->data, name->size);
    const Name *mangled = names_intern(c->names, text, owner + name->size + 1);
    return mangled ? mangled : name;
}

Symbol *scope_add(Compiler *c, Scope *scope, const Name *name, uint32_t flags) {
    return scope_add_mangled(c, scope, scope_mangle(c, scope->private_name, name), flags);
}

// ------------------------------------------------------------------------------------------------- resolving

static void add_free(Compiler *c, Scope *root, Symbol *target) {
    for (uint32_t i = 0; i < root->free_count; i++)
        if (root->free[i] == target) return;
    if (root->free_count == root->free_capacity) {
        uint32_t capacity = root->free_capacity ? root->free_capacity * 2 : 4;
        Symbol **items = scope_alloc(c, capacity * sizeof(Symbol *));
        if (!items) return;
        if (root->free_count) memcpy(items, root->free, root->free_count * sizeof(Symbol *));
        root->free = items;
        root->free_capacity = capacity;
    }
    root->free[root->free_count++] = target;
}

// The cells of a class body that nested functions refer to by a special name, made when first asked for.
static Symbol *class_special(Compiler *c, Scope *class_scope, const Name *name) {
    Symbol **place = name == c->known.class_cell    ? &class_scope->class_cell
                     : name == c->known.class_dict  ? &class_scope->class_dict
                     : name == c->known.conditional_annotations && class_scope->conditional_annotations
                         ? &class_scope->class_conditional
                         : NULL;
    if (!place) return NULL;
    if (!*place) {
        *place = scope_alloc(c, sizeof(Symbol));
        if (!*place) return NULL;
        **place = (Symbol){.name = name, .owner = class_scope, .captured = true, .flags = SYMBOL_ASSIGNED};
    }
    return *place;
}

// The variable that a name not bound in a scope means, looked for from `scope` outwards; NULL: a global.
static Symbol *find_outside(Compiler *c, Scope *scope, const Name *name) {
    for (; scope; scope = scope->parent) {
        if (scope->kind == SCOPE_MODULE) return NULL;
        if (scope->kind == SCOPE_CLASS) {
            Symbol *special = class_special(c, scope, name);
            if (special) return special;
            continue;
        }
        Symbol *symbol = scope_find(scope, name);
        if (!symbol) continue;
        if (symbol->flags & SYMBOL_GLOBAL) return NULL;
        if ((symbol->flags & SYMBOL_BOUND) && !(symbol->flags & SYMBOL_NONLOCAL)) return symbol;
    }
    return NULL;
}

static void capture(Compiler *c, Scope *scope, Symbol *target) {
    for (Scope *root = scope->root; root != target->owner->root; root = root->parent->root) {
        target->captured = true;
        add_free(c, root, target);
    }
}

static void resolve_nonlocal(Compiler *c, Scope *scope, Symbol *symbol) {
    symbol->target = find_outside(c, scope->parent, symbol->name);
    if (!symbol->target) {
        compile_error(c, symbol->directive, "no binding for nonlocal '%s' found", symbol->name->data);
    } else if (symbol->target->flags & SYMBOL_TYPE_PARAM) {
        compile_error(c, symbol->directive, "nonlocal binding not allowed for type parameter '%s'",
                      symbol->name->data);
    }
}

// Whether a name in an annotation scope is the business of the class around it, which has it itself or calls it global:
// then no function around the class is asked.
static bool belongs_to_class(Compiler *c, Scope *scope, Symbol *symbol) {
    if (!scope->sees_class || symbol->flags & (SYMBOL_BOUND | SYMBOL_NONLOCAL) || symbol->name == c->known.class_dict) return false;
    while (scope->kind != SCOPE_CLASS) scope = scope->parent;
    const Symbol *of_class = scope_find(scope, symbol->name);
    if (!of_class) return false;
    symbol->flags |= of_class->flags & SYMBOL_GLOBAL;
    return of_class->flags & (SYMBOL_GLOBAL | SYMBOL_BOUND) && !(of_class->flags & SYMBOL_NONLOCAL);
}

static void resolve_symbol(Compiler *c, Scope *scope, Symbol *symbol) {
    if (symbol->flags & SYMBOL_GLOBAL || belongs_to_class(c, scope, symbol)) return;
    if (symbol->flags & SYMBOL_NONLOCAL) {
        resolve_nonlocal(c, scope, symbol);
    } else if (symbol->flags & SYMBOL_BOUND) {
        if (scope_is_function(scope)) symbol->target = symbol;
    } else {
        symbol->target = find_outside(c, scope->parent, symbol->name);
    }
    if (c->failed || !symbol->target) return;
    uint32_t inherited = symbol->flags & (SYMBOL_DELETED | SYMBOL_WALRUS);
    symbol->target->flags |= inherited;
    capture(c, scope, symbol->target);
}

static int compare_free(const void *a, const void *b) {
    return strcmp((*(Symbol *const *)a)->name->data, (*(Symbol *const *)b)->name->data);
}

static void give_slot(Scope *root, Symbol *symbol) { symbol->slot = root->local_count++; }

static uint32_t collect(const Scope *scope, Symbol **found) {
    uint32_t count = 0;
    for (Symbol *symbol = scope->symbols; symbol; symbol = symbol->next)
        if (symbol->target == symbol) found[count++] = symbol;
    return count;
}

// The variables of the comprehensions that are part of root's code.
static uint32_t collect_hidden(const Scope *root, const Scope *scope, Symbol **found) {
    uint32_t count = 0;
    for (const Scope *child = scope->first; child; child = child->next) {
        if (child->root != root) continue;
        count += collect(child, found + count);
        count += collect_hidden(root, child, found + count);
    }
    return count;
}

// The order that co_varnames and locals() show: parameters, plain variables as they appear, cells by name.
static int compare_local(const void *left, const void *right) {
    const Symbol *a = *(Symbol *const *)left, *b = *(Symbol *const *)right;
    int a_kind = a->flags & SYMBOL_PARAMETER && a->owner->root == a->owner ? 0 : 1 + a->captured;
    int b_kind = b->flags & SYMBOL_PARAMETER && b->owner->root == b->owner ? 0 : 1 + b->captured;
    if (a_kind != b_kind) return a_kind - b_kind;
    int by_name = a_kind == 2 ? strcmp(a->name->data, b->name->data) : 0;
    return by_name ? by_name : a->order < b->order ? -1 : 1;
}

static void give_slots(Compiler *c, Scope *root) {
    Symbol **found = scope_alloc(c, (root->symbol_count + 1) * sizeof *found);
    if (!found) return;
    uint32_t count = scope_is_function(root) ? collect(root, found) : 0;
    root->local_count = 0;
    if (root->class_cell) give_slot(root, root->class_cell);
    if (root->class_dict) give_slot(root, root->class_dict);
    if (root->class_conditional) give_slot(root, root->class_conditional);
    count += collect_hidden(root, root, found + count);
    if (count > 1) qsort(found, count, sizeof *found, compare_local);
    for (uint32_t k = 0; k < count; k++) give_slot(root, found[k]);
    root->temp_base = root->local_count;
    root->local_count += root->temp_count + root->free_count;
    if (root->free_count) qsort(root->free, root->free_count, sizeof(Symbol *), compare_free);
}

static void resolve_children(Compiler *c, Scope *scope);

static void resolve_scope(Compiler *c, Scope *scope) {
    for (Symbol *symbol = scope->symbols; symbol && !c->failed; symbol = symbol->next)
        resolve_symbol(c, scope, symbol);
    resolve_children(c, scope);
}

static void resolve_children(Compiler *c, Scope *scope) {
    if (!compile_enter(c, (Span){0})) return;
    for (Scope *child = scope->first; child && !c->failed; child = child->next) resolve_scope(c, child);
    if (scope->root == scope && !c->failed) give_slots(c, scope);
    compile_leave(c);
}

void scope_resolve(Compiler *c, Scope *module) { resolve_scope(c, module); }

// ---------------------------------------------------------------------------------------------------- asking

static uint32_t scope_free_slot(Scope *root, Symbol *target) {
    uint32_t i = 0;
    while (i < root->free_count && root->free[i] != target) i++;
    return root->local_count - root->free_count + i;
}

uint32_t scope_cell_slot(Scope *root, Symbol *target) {
    return target->owner->root == root ? target->slot : scope_free_slot(root, target);
}

static Place global_place(Scope *scope, Symbol *symbol) {
    bool is_explicit = symbol && symbol->flags & SYMBOL_GLOBAL;
    if (scope->sees_class && !is_explicit) return (Place){PLACE_DICT_GLOBAL, 0, symbol};
    bool in_namespace = scope->kind == SCOPE_CLASS || scope->root->kind == SCOPE_MODULE;
    return (Place){in_namespace && !is_explicit ? PLACE_NAME : PLACE_GLOBAL, 0, symbol};
}

Place scope_place(Compiler *c, Scope *scope, const Name *mangled) {
    (void)c;
    Symbol *symbol = scope_find(scope, mangled);
    if (!symbol || !symbol->target) return global_place(scope, symbol);
    Symbol *target = symbol->target;
    uint32_t slot = scope_cell_slot(scope->root, target);
    if (target->owner->root == scope->root && !target->captured) return (Place){PLACE_LOCAL, slot, target};
    bool is_own = (symbol->flags & (SYMBOL_BOUND | SYMBOL_NONLOCAL)) != 0;
    if (scope->kind == SCOPE_CLASS && !is_own) return (Place){PLACE_CLASS_CELL, slot, target};
    if (scope->sees_class && !is_own) return (Place){PLACE_DICT_CELL, slot, target};
    return (Place){PLACE_CELL, slot, target};
}
