// itertools: the module. Its types are in itertools_*.c; tee, which gives several iterators at once, is a
// function.
#include "lib/itertools.h"
#include "lib/lib.h"
#include "objects/module.h"
#include "objects/sequence.h"
#include "objects/tuple.h"
#include "objects/type.h"

// One reader of the iterable, to be copied: the iterator itself where it can be.
static Value copyable(Value iterable) {
    bool found;
    Value iterator = object_iter(iterable),
          copy = iterator ? object_find_attribute(iterator, NAME(__copy__), &found) : 0;
    if (copy || error_occurred()) return copy ? iterator : 0;
    return object_call1(VALUE(&itertools_tee_type), iterator);
}

static Value py_tee(Value self, Value *args) {
    (void)self;
    ptrdiff_t count = 2;
    if (args[1] && !sequence_size(args[1], &count)) return 0;
    if (count < 0) return raise_value_error("n must be >= 0");
    if (count == 0) return tuple_empty;
    Value reader = copyable(args[0]), readers = reader ? tuple_new(0, (size_t)count) : 0;
    for (ptrdiff_t i = 0; readers && i < count; i++)
        if (!(tuple_of(readers)->items[i] = object_call_method(reader, NAME(__copy__), 0, 0))) return 0;
    return readers;
}

static const MethodDef functions[] = {
    FUNCTION("tee", py_tee, "iterable, n=2, /", "n iterators that each give all items of one iterable."),
    METHODS_END
};

Value module_itertools_make(void) {
    static Type *const types[] = {
        &itertools_accumulate_type,
        &itertools_batched_type,
        &itertools_chain_type,
        &itertools_combinations_type,
        &itertools_combinations_with_replacement_type,
        &itertools_compress_type,
        &itertools_count_type,
        &itertools_cycle_type,
        &itertools_dropwhile_type,
        &itertools_filterfalse_type,
        &itertools_groupby_type,
        &itertools_grouper_type,
        &itertools_islice_type,
        &itertools_pairwise_type,
        &itertools_permutations_type,
        &itertools_product_type,
        &itertools_repeat_type,
        &itertools_starmap_type,
        &itertools_takewhile_type,
        &itertools_tee_type,
        &itertools_zip_longest_type,
    };
    Value module = module_new(intern("itertools"));
    if (!module || !module_add_functions(module, functions)) return 0;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!dict_set_c(module_dict(module), types[i]->name + strlen("itertools."), VALUE(types[i])))
            return 0;
    return module;
}
