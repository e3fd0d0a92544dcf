// itertools: what can be made of the items of several iterables, or of one in several ways. The combinatoric
// ones hold their pool in a tuple and choose by `indices`, which are advanced before each row but the first.
#include "lib/itertools.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

static size_t *new_indices(size_t count) {
    if (count > PTRDIFF_MAX / sizeof(size_t)) return raise_memory_error(), (size_t *)0;
    size_t *indices = mem_alloc_atomic((count ? count : 1) * sizeof *indices);
    if (indices) memset(indices, 0, count * sizeof *indices);
    return indices;
}

// --- combinations, with and without replacement, and permutations

typedef struct {
    Object head;
    Value pool;                 // tuple
    size_t *indices; // of the row; permutations: an order of the whole pool, the row is its beginning
    size_t *cycles;             // permutations only
    size_t length;              // of a row
    bool started, finished;
} Choice;

static Choice *choice_of(Value v) { return (Choice *)value_object(v); }

static Value choice_new(Type *type, Value iterable, ptrdiff_t length) {
    Value pool = tuple_from_iterable(iterable), self = pool ? instance_new(type) : 0;
    if (!self) return 0;
    Choice *choice = choice_of(self);
    choice->pool = pool;
    choice->length = (size_t)length;
    return self;
}

static Value chosen_row(const Choice *choice) {
    Value row = tuple_new(0, choice->length);
    for (size_t i = 0; row && i < choice->length; i++)
        tuple_of(row)->items[i] = tuple_get(choice->pool, choice->indices[i]);
    return row;
}

// The row after advancing the indices; the first one as they are.
static Value next_row(Choice *choice, bool (*advance)(Choice *)) {
    if (choice->finished) return 0;
    if (choice->started && !advance(choice)) {
        choice->finished = true;
        return 0;
    }
    choice->started = true;
    return chosen_row(choice);
}

static bool read_length(Value v, ptrdiff_t *length) {
    if (!sequence_size(v, length)) return false;
    return *length >= 0 || raise_value_error("r must be non-negative");
}

static Value combinations_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    ptrdiff_t length;
    if (!NATIVE_BIND("combinations", "iterable, r", bound) || !read_length(bound[1], &length)) return 0;
    Value self = choice_new(type, bound[0], length);
    if (!self) return 0;
    Choice *choice = choice_of(self);
    choice->finished = choice->length > tuple_count(choice->pool);
    if (choice->finished) return self;
    if (!(choice->indices = new_indices(choice->length))) return 0;
    for (size_t i = 0; i < choice->length; i++) choice->indices[i] = i;
    return self;
}

static bool combinations_advance(Choice *choice) {
    size_t n = tuple_count(choice->pool), r = choice->length, i = r;
    while (i > 0 && choice->indices[i - 1] == i - 1 + n - r) i--;
    if (i == 0) return false;
    choice->indices[i - 1]++;
    for (; i < r; i++) choice->indices[i] = choice->indices[i - 1] + 1;
    return true;
}

static Value combinations_next(Value self) { return next_row(choice_of(self), combinations_advance); }

Type itertools_combinations_type = {
    ROW_ITERATOR_TYPE(combinations, Choice),
    .doc = "Gives tuples of r items of an iterable, each choice once, in the iterable's order.",
    .signature = "iterable, r",
};

static Value combinations_with_replacement_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    ptrdiff_t length;
    if (!NATIVE_BIND("combinations_with_replacement", "iterable, r", bound) ||
        !read_length(bound[1], &length))
        return 0;
    Value self = choice_new(type, bound[0], length);
    if (!self) return 0;
    Choice *choice = choice_of(self);
    choice->finished = choice->length && !tuple_count(choice->pool);
    return (choice->indices = new_indices(choice->length)) ? self : 0;
}

static bool replacement_advance(Choice *choice) {
    size_t n = tuple_count(choice->pool), i = choice->length;
    while (i > 0 && choice->indices[i - 1] == n - 1) i--;
    if (i == 0) return false;
    size_t next = choice->indices[i - 1] + 1;
    for (i--; i < choice->length; i++) choice->indices[i] = next;
    return true;
}

static Value combinations_with_replacement_next(Value self) {
    return next_row(choice_of(self), replacement_advance);
}

Type itertools_combinations_with_replacement_type = {
    ROW_ITERATOR_TYPE(combinations_with_replacement, Choice),
    .doc = "Gives tuples of r items of an iterable in its order; an item may be taken more than once.",
    .signature = "iterable, r",
};

static Value permutations_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (!NATIVE_BIND("permutations", "iterable, r=None", bound)) return 0;
    Value pool = tuple_from_iterable(bound[0]);
    if (!pool) return 0;
    ptrdiff_t length = (ptrdiff_t)tuple_count(pool);
    if (bound[1] && bound[1] != NONE) {
        if (!int_check(bound[1])) return raise_type_error("Expected int as r");
        if (!read_length(bound[1], &length)) return 0;
    }
    Value self = choice_new(type, pool, length);
    if (!self) return 0;
    Choice *choice = choice_of(self);
    size_t n = tuple_count(pool);
    choice->finished = choice->length > n;
    if (choice->finished) return self;
    if (!(choice->indices = new_indices(n)) || !(choice->cycles = new_indices(choice->length))) return 0;
    for (size_t i = 0; i < n; i++) choice->indices[i] = i;
    for (size_t i = 0; i < choice->length; i++) choice->cycles[i] = n - i;
    return self;
}

// Each place of the row has a count of the items that are still to come there. When it has run down, the
// place takes its first item again, and the place before it goes on.
static bool permutations_advance(Choice *choice) {
    size_t n = tuple_count(choice->pool), *indices = choice->indices;
    for (size_t i = choice->length; i-- > 0;) {
        if (--choice->cycles[i] == 0) {
            size_t first = indices[i];
            memmove(indices + i, indices + i + 1, (n - i - 1) * sizeof *indices);
            indices[n - 1] = first;
            choice->cycles[i] = n - i;
        } else {
            size_t other = n - choice->cycles[i], index = indices[i];
            indices[i] = indices[other];
            indices[other] = index;
            return true;
        }
    }
    return false;
}

static Value permutations_next(Value self) { return next_row(choice_of(self), permutations_advance); }

Type itertools_permutations_type = {
    ROW_ITERATOR_TYPE(permutations, Choice),
    .doc = "Gives tuples of r items of an iterable, or of all, in every order.",
    .signature = "iterable, r=None",
};

// --- product

typedef struct {
    Object head;
    Value pools;                // tuple of tuples
    size_t *indices;
    bool started, finished;
} Product;

static Value product_pools(Value iterables, size_t repeat) {
    size_t count = tuple_count(iterables), all;
    if (__builtin_mul_overflow(count, repeat, &all) || all > PTRDIFF_MAX / sizeof(Value))
        return raise_overflow_error("repeat argument too large");
    Value pools = tuple_new(0, all);
    for (size_t i = 0; pools && i < count && repeat; i++) {
        if (!(tuple_of(pools)->items[i] = tuple_from_iterable(tuple_get(iterables, i)))) return 0;
    }
    for (size_t i = count; pools && i < all; i++) tuple_of(pools)->items[i] = tuple_get(pools, i - count);
    return pools;
}

static Value product_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    ptrdiff_t repeat = 1;
    if (!iterator_one_keyword("product", keywords) || !NATIVE_BIND("product", "*iterables, repeat=1", bound)) return 0;
    if (bound[1] && !sequence_size(bound[1], &repeat)) return 0;
    if (repeat < 0) return raise_value_error("repeat argument cannot be negative");
    Value pools = product_pools(bound[0], (size_t)repeat);
    size_t *indices = pools ? new_indices(tuple_count(pools)) : 0;
    Product *product = indices ? (Product *)value_object(instance_new(type)) : 0;
    if (!product) return 0;
    product->pools = pools;
    product->indices = indices;
    for (size_t i = 0; i < tuple_count(pools); i++)
        if (!tuple_count(tuple_get(pools, i))) product->finished = true;
    return VALUE(product);
}

static bool product_advance(const Product *product) {
    for (size_t i = tuple_count(product->pools); i-- > 0;) {
        if (++product->indices[i] < tuple_count(tuple_get(product->pools, i))) return true;
        product->indices[i] = 0;
    }
    return false;
}

static Value product_next(Value self) {
    Product *product = (Product *)value_object(self);
    if (product->finished) return 0;
    if (product->started && !product_advance(product)) {
        product->finished = true;
        return 0;
    }
    product->started = true;
    size_t count = tuple_count(product->pools);
    Value row = tuple_new(0, count);
    for (size_t i = 0; row && i < count; i++)
        tuple_of(row)->items[i] = tuple_get(tuple_get(product->pools, i), product->indices[i]);
    return row;
}

Type itertools_product_type = {
    ROW_ITERATOR_TYPE(product, Product),
    .doc = "Gives tuples of one item of each iterable, all there are, the last one changing quickest.",
    .signature = "*iterables, repeat=1",
};

// --- zip_longest

typedef struct {
    Object head;
    Value iterators;            // tuple; 0 for one that is exhausted
    size_t active;
    Value fill;
} ZipLongest;

static Value zip_longest_make(Type *type, Value *args, size_t count, Value keywords) {
    size_t named = keywords ? tuple_count(keywords) : 0;
    if (named > 1 || (named && !str_equal_c(tuple_get(keywords, 0), "fillvalue")))
        return raise_type_error("zip_longest() got an unexpected keyword argument");
    Value iterators = tuple_new(0, count);
    if (!iterators) return 0;
    for (size_t i = 0; i < count; i++)
        if (!(tuple_of(iterators)->items[i] = object_iter(args[i]))) return 0;
    ZipLongest *zip = (ZipLongest *)value_object(instance_new(type));
    if (!zip) return 0;
    zip->iterators = iterators;
    zip->active = count;
    zip->fill = named ? args[count] : NONE;
    return VALUE(zip);
}

// The item for one column. 0: raised, or this was the last one to be exhausted.
static Value next_or_fill(ZipLongest *zip, size_t column) {
    Value *iterator = &tuple_of(zip->iterators)->items[column];
    if (!*iterator) return zip->fill;
    Value item = object_step(*iterator);
    if (item) return item;
    if (error_occurred()) return zip->active = 0;
    if (*iterator && zip->active) zip->active--;        // else the iterator has asked this one
    *iterator = 0;
    return zip->active ? zip->fill : 0;
}

static Value zip_longest_next(Value self) {
    ZipLongest *zip = (ZipLongest *)value_object(self);
    if (!zip->active) return 0;
    size_t count = tuple_count(zip->iterators);
    Value row = tuple_new(0, count);
    for (size_t i = 0; row && i < count; i++)
        if (!(tuple_of(row)->items[i] = next_or_fill(zip, i))) return 0;
    return row;
}

Type itertools_zip_longest_type = {
    ROW_ITERATOR_TYPE(zip_longest, ZipLongest),
    .doc = "Gives tuples of one item of each iterable until the longest is exhausted; fillvalue stands for "
           "what is missing.",
    .signature = "*iterables, fillvalue=None",
};
