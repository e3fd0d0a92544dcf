// heapq: a list as a heap, the smallest item first (or, by the functions named ..._max, the largest).
// Comparing may run code that changes the list, so its size is looked at after each comparison.
#include "lib/lib.h"
#include "objects/list.h"
#include "objects/module.h"

// Whether a belongs above b: 1, 0, -1: raised.
typedef int (*Above)(Value a, Value b);

static int is_less(Value a, Value b) {
    if (value_is_small(a) && value_is_small(b)) return small_int(a) < small_int(b);
    return object_compare_truth(a, b, COMPARE_LT);
}

static int is_greater(Value a, Value b) { return is_less(b, a); }

static bool changed(const List *heap, size_t count) {
    return heap->count != count ? raise_runtime_error("list changed size during iteration"), true : false;
}

static void exchange(List *heap, size_t i, size_t j) {
    Value item = heap->items[i];
    heap->items[i] = heap->items[j];
    heap->items[j] = item;
}

// Moves the item at `at` up until its parent belongs above it, at most to `top`.
static bool sift_up(List *heap, size_t top, size_t at, Above above) {
    size_t count = heap->count;
    while (at > top) {
        size_t parent = (at - 1) / 2;
        int wrong = above(heap->items[at], heap->items[parent]);
        if (wrong < 0 || changed(heap, count)) return false;
        if (!wrong) return true;
        exchange(heap, at, parent);
        at = parent;
    }
    return true;
}

// Lets the item at `top` sink to a leaf along the upper ones of the children, and rise from there to its
// place: it came from the end as a rule and belongs far down, so this compares less than stopping on the way.
static bool sift_down(List *heap, size_t top, Above above) {
    size_t count = heap->count, at = top;
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count) {
            int left = above(heap->items[child], heap->items[child + 1]);
            if (left < 0 || changed(heap, count)) return false;
            child += !left;
        }
        exchange(heap, at, child);
    }
    return sift_up(heap, top, at, above);
}


static Value push(Value *args, const char *name, Above above) {
    if (!list_check(args[0])) return raise_type_error("%s() argument 1 must be list, not %P", name, args[0]);
    if (!list_append(args[0], args[1])) return 0;
    return sift_up(list_of(args[0]), 0, list_of(args[0])->count - 1, above) ? NONE : 0;
}

static Value pop(Value heap, const char *name, Above above) {
    if (!list_check(heap)) return raise_type_error("%s() argument must be list, not %P", name, heap);
    List *list = list_of(heap);
    if (!list->count) return raise_index_error("index out of range");
    Value last = list_pop_last(heap);
    if (!last || !list->count) return last;
    Value first = list->items[0];
    list->items[0] = last;
    return sift_down(list, 0, above) ? first : 0;
}

static Value replace(Value *args, const char *name, Above above) {
    if (!list_check(args[0])) return raise_type_error("%s() argument 1 must be list, not %P", name, args[0]);
    List *list = list_of(args[0]);
    if (!list->count) return raise_index_error("index out of range");
    Value first = list->items[0];
    list->items[0] = args[1];
    return sift_down(list, 0, above) ? first : 0;
}

static Value push_pop(Value *args, const char *name, Above above) {
    if (!list_check(args[0])) return raise_type_error("%s() argument 1 must be list, not %P", name, args[0]);
    List *list = list_of(args[0]);
    if (!list->count) return args[1];
    int better = above(list->items[0], args[1]);
    if (better <= 0) return better ? 0 : args[1];
    if (!list->count) return raise_index_error("index out of range");
    return replace(args, name, above);
}

static Value heapify(Value heap, const char *name, Above above) {
    if (!list_check(heap)) return raise_type_error("%s() argument must be list, not %P", name, heap);
    List *list = list_of(heap);
    for (size_t i = list->count / 2; i-- > 0;)
        if (!sift_down(list, i, above)) return 0;
    return NONE;
}

#define FUNCTIONS(suffix, above) \
    static Value py_heappush##suffix(Value self, Value *args) { \
        return (void)self, push(args, "heappush" #suffix, above); \
    } \
    static Value py_heappop##suffix(Value self, Value *args) { \
        return (void)self, pop(args[0], "heappop" #suffix, above); \
    } \
    static Value py_heapreplace##suffix(Value self, Value *args) { \
        return (void)self, replace(args, "heapreplace" #suffix, above); \
    } \
    static Value py_heappushpop##suffix(Value self, Value *args) { \
        return (void)self, push_pop(args, "heappushpop" #suffix, above); \
    } \
    static Value py_heapify##suffix(Value self, Value *args) { \
        return (void)self, heapify(args[0], "heapify" #suffix, above); \
    }
FUNCTIONS(, is_less)
FUNCTIONS(_max, is_greater)

static const MethodDef functions[] = {
    FUNCTION("heappush", py_heappush, "heap, item, /", "Add an item to a heap."),
    FUNCTION("heappop", py_heappop, "heap, /", "Remove the smallest item of a heap and return it."),
    FUNCTION("heapreplace", py_heapreplace, "heap, item, /", "heappop(), then heappush(), in one step."),
    FUNCTION("heappushpop", py_heappushpop, "heap, item, /", "heappush(), then heappop(), in one step."),
    FUNCTION("heapify", py_heapify, "heap, /", "Make a list a heap, in linear time."),
    FUNCTION("heappush_max", py_heappush_max, "heap, item, /",
             "Add an item to a heap with the largest first."),
    FUNCTION("heappop_max", py_heappop_max, "heap, /",
             "Remove the largest item of such a heap and return it."),
    FUNCTION("heapreplace_max", py_heapreplace_max, "heap, item, /",
             "heappop_max(), then heappush_max(), in one step."),
    FUNCTION("heappushpop_max", py_heappushpop_max, "heap, item, /",
             "heappush_max(), then heappop_max(), in one step."),
    FUNCTION("heapify_max", py_heapify_max, "heap, /",
             "Make a list a heap with the largest first, in linear time."),
    METHODS_END
};

Value module__heapq_make(void) {
    Value module = module_new(intern("_heapq"));
    return module && module_add_functions(module, functions) ? module : 0;
}
