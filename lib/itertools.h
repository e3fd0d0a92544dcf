// itertools: the types of the module, in files by theme: itertools_endless.c (count, cycle, repeat),
// itertools_step.c (one item in, at most one out), itertools_group.c (several items at a time, groupby, tee),
// itertools_combine.c (product, permutations, combinations, zip_longest). All are iterators of their own and
// own their parts, so user code that they call can change nothing under them.
#pragma once
#include "objects/instance.h"
#include "objects/iterator.h"
#include "objects/object.h"

extern Type itertools_count_type, itertools_cycle_type, itertools_repeat_type;
extern Type itertools_accumulate_type, itertools_chain_type, itertools_compress_type,
    itertools_dropwhile_type, itertools_filterfalse_type, itertools_islice_type, itertools_starmap_type,
    itertools_takewhile_type;
extern Type itertools_batched_type, itertools_groupby_type, itertools_grouper_type, itertools_pairwise_type,
    itertools_tee_type;
extern Type itertools_combinations_type, itertools_combinations_with_replacement_type,
    itertools_permutations_type, itertools_product_type, itertools_zip_longest_type;

// The parts that all these types' tables share.
#define ITERATOR_TYPE(id, structure) ITERATOR_PARTS(id, structure, 0)
#define ROW_ITERATOR_TYPE(id, structure) ITERATOR_PARTS(id, structure, TYPE_GIVES_ROWS)
#define ITERATOR_PARTS(id, structure, more) \
    .head = {&type_type}, .name = "itertools." #id, .size = sizeof(structure), .flags = TYPE_BASE | (more), \
    .make = id##_make, .iter = iterator_self, .next = id##_next
