// Lists that grow while the grammar reduces, and their way into the tree's typed lists.
#include "parser/build.h"
#include <string.h>

Items *items_add(Parser *p, Items *list, const void *item, size_t size) {
    if (!list) {
        list = parser_alloc(p, sizeof *list);
        *list = (Items){.item_size = size};
    }
    if (list->count == list->capacity) {
        int capacity = list->capacity ? list->capacity * 2 : 4;
        char *items = parser_alloc(p, (size_t)capacity * size);
        if (arena_failed(p->arena))
            return list;
        if (list->count)
            memcpy(items, list->items, (size_t)list->count * size);
        list->items = items;
        list->capacity = capacity;
    }
    memcpy(list->items + (size_t)list->count++ * size, item, size);
    return list;
}

Items *items_join(Parser *p, Items *list, const Items *more) {
    for (int i = 0; i < more->count; i++)
        list = items_add(p, list, more->items + (size_t)i * more->item_size, more->item_size);
    return list;
}

Items *items_trailing(Items *list, const Token *comma) {
    list->comma = comma;
    return list;
}

int items_count(const Items *list) {
    return list ? list->count : 0;
}

void *items_data(const Items *list) {
    return list ? list->items : NULL;
}

ExprList items_expressions(Parser *p, const Items *pieces) {
    int count = items_count(pieces);
    const Piece *from = items_data(pieces);
    Expr **items = parser_alloc(p, (size_t)count * sizeof *items);
    if (arena_failed(p->arena))
        return (ExprList){0};
    for (int i = 0; i < count; i++)
        items[i] = from[i].expr;
    return (ExprList){count, items};
}

// The list's own storage serves: it lives in the same arena.
StmtList items_statements(Parser *p, const Items *statements) {
    (void)p;
    return (StmtList){items_count(statements), items_data(statements)};
}

NameList items_names(Parser *p, const Items *tokens) {
    int count = items_count(tokens);
    const Token *const *from = items_data(tokens);
    const Name **items = parser_alloc(p, (size_t)count * sizeof *items);
    if (arena_failed(p->arena))
        return (NameList){0};
    for (int i = 0; i < count; i++)
        items[i] = parser_name(p, from[i]);
    return (NameList){count, items};
}
