// The items of an iterable, one after the other; those of a list or tuple without an iterator.
#pragma once
#include "objects/list.h"
#include "objects/object.h"
#include "objects/tuple.h"

typedef struct {
    Value iterator;
    List *list;
    Tuple *tuple;
    size_t at;
} ItemSource;

// 0: the end, or raised.
static inline Value source_next(ItemSource *s) {
    if (s->list) return s->at < s->list->count ? s->list->items[s->at++] : 0;
    if (s->tuple) return s->at < s->tuple->count ? s->tuple->items[s->at++] : 0;
    return object_step(s->iterator);
}

static inline bool source_open(ItemSource *s, Value iterable) {
    *s = (ItemSource){0};
    if (value_is(iterable, &list_type)) s->list = list_of(iterable);
    else if (value_is(iterable, &tuple_type)) s->tuple = tuple_of(iterable);
    else s->iterator = object_iter(iterable);
    return s->list || s->tuple || s->iterator;
}
