// Lists that grow while the grammar reduces, and their way into the tree's typed lists.
#include "parser/build.h"
#include <string.h>

List *list_add(Parser *p, List *list, const void *item, size_t size)
{
    if (!list) {
        list = parser_alloc(p, sizeof *list);
        *list = (List){.item_size = size};
    }
    if (list->count == list->capacity) {
        int capacity = list->capacity ? list->capacity * 2 : 4;
        char *items = parser_alloc(p, (size_t)capacity * size);
        if (parser_failed(p))
            return list;
        if (list->count)
            memcpy(items, list->items, (size_t)list->count * size);
        list->items = items;
        list->capacity = capacity;
    }
    memcpy(list->items + (size_t)list->count++ * size, item, size);
    return list;
}

List *list_join(Parser *p, List *list, const List *more)
{
    for (int i = 0; i < more->count; i++)
        list = list_add(p, list, more->items + (size_t)i * more->item_size, more->item_size);
    return list;
}

List *list_trailing(List *list, const Token *comma)
{
    list->comma = comma;
    return list;
}

int list_count(const List *list)
{
    return list ? list->count : 0;
}

void *list_items(const List *list)
{
    return list ? list->items : NULL;
}

ExprList list_expressions(Parser *p, const List *pieces)
{
    int count = list_count(pieces);
    const Piece *from = list_items(pieces);
    Expr **items = parser_alloc(p, (size_t)count * sizeof *items);
    if (parser_failed(p))
        return (ExprList){0};
    for (int i = 0; i < count; i++)
        items[i] = from[i].expr;
    return (ExprList){count, items};
}

// The list's own storage serves: it lives in the same arena.
StmtList list_statements(Parser *p, const List *statements)
{
    (void)p;
    return (StmtList){list_count(statements), list_items(statements)};
}

NameList list_names(Parser *p, const List *tokens)
{
    int count = list_count(tokens);
    const Token *const *from = list_items(tokens);
    const Name **items = parser_alloc(p, (size_t)count * sizeof *items);
    if (parser_failed(p))
        return (NameList){0};
    for (int i = 0; i < count; i++)
        items[i] = parser_name(p, from[i]);
    return (NameList){count, items};
}
