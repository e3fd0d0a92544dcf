// Iterators that belong to no container: over __getitem__, callable+sentinel, enumerate, zip, map, filter, reversed.
#pragma once
#include "objects/object.h"
extern Type sequence_iterator_type, callable_iterator_type, enumerate_type, zip_type, map_type, filter_type, reversed_type;
Value sequence_iterator_new(Value sequence) must_use;
Value callable_iterator_new(Value callable, Value sentinel) must_use;
Value iterator_self(Value self);                // the `iter` slot of every iterator
