// Iterators that belong to no container: over __getitem__, callable+sentinel, enumerate, zip, map, filter, reversed.
#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    Value sequence;             // 0 when exhausted
    int64_t index;              // of the next item; for reversed it goes down and ends at -1
} SequenceIterator;             // also reversed
typedef struct {
    Object head;
    Value iterator;
    Value index;                // exact int of any size
} Enumerate;
typedef struct {
    Object head;
    Value function;             // map: what is called; zip: 0
    Tuple *iterators;
    bool strict;
} Zip;                          // also map
typedef struct {
    Object head;
    Value callable;             // 0 when exhausted
    Value sentinel;
} CallableIterator;
extern Type sequence_iterator_type, callable_iterator_type, enumerate_type, zip_type, map_type, filter_type, reversed_type;
Value sequence_iterator_new(Value sequence) must_use;
Value callable_iterator_new(Value callable, Value sentinel) must_use;
bool iterator_one_keyword(const char *name, Value keywords) must_use;  // TypeError: there are more
Value iterator_self(Value self);                // the `iter` slot of every iterator
// One step without a tuple for the result, for `for i, x in enumerate(...)` and `for x, y in zip(a, b)` (exact types; zip of
// two). False: exhausted or raised.
bool enumerate_step(Value iterator, Value *index, Value *item) must_use;
bool zip_step(Value iterator, Value row[2]) must_use;
