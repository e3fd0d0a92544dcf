// Sorting of lists: stable, in n log n comparisons at most, in n for what is in order already.
//
// What is sorted is an array of small items: an item is the index of a value in the list and a rank, a number that comes
// from its key and never contradicts the keys' order. Ints and floats are ordered by rank alone; text, and tuples
// beginning with one of these, by rank and in case of a tie by the key itself; everything else by `<` on the keys.
// The values stay where they are until the end. A comparison that raises leaves them as far sorted as they are.
//
// The method is natural merge sort: runs that are in order are found, short ones are extended by binary insertion, and
// they are merged as powersort has it (J. Ian Munro, Sebastian Wild: "Nearly-Optimal Mergesorts", 2018). A merge in which
// one side wins again and again gallops: it looks for the end of the streak by doubling steps. Numbers are sorted digit
// by digit when that takes fewer passes and they are not mostly in order.
//
// User code can reach the list only while it looks empty; that it was changed meanwhile is noticed at the end.
#include "objects/bytes.h"
#include "objects/float.h"
#include "objects/key.h"
#include "objects/list.h"
#include "objects/tuple.h"

#define SHORT_RUN 32                // runs are extended to this or up to twice as many
#define GALLOP_START 7              // wins in a row before a merge gallops
#define MOSTLY_ORDERED 64           // one number smaller than the one before it among so many
#define FEW 24                      // items that are sorted without memory of their own
#define RUNS_MAX 72                 // powers on the stack are different and below 64

typedef struct {
    int64_t rank;
    size_t index;                   // of the key and the value
} Item;

typedef struct {
    size_t start, count;
    int power;                      // of the boundary to the run before it
} Run;

typedef struct Sort Sort;
struct Sort {
    const Value *keys;
    Item *items, *spare;
    size_t count;
    size_t gallop;                  // grows while galloping does not pay
    size_t shared;                  // texts: bytes that all have in common at the front
    // Is key a before key b, when their ranks are equal? 1, 0, -1: raised.
    int (*tie)(const Sort *sort, Value a, Value b);
};

// --- the order

// 1: a before b, 0: not, -1: raised.
static inline int less(const Sort *sort, Item a, Item b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    return sort->tie(sort, sort->keys[a.index], sort->keys[b.index]);
}

static int tie_numbers(const Sort *sort, Value a, Value b) {
    (void)sort, (void)a, (void)b;
    return 0;
}

static int tie_objects(const Sort *sort, Value a, Value b) {
    (void)sort;
    return object_compare_truth(a, b, COMPARE_LT);
}

typedef struct {
    const void *data;
    size_t size;
} Text;

// Of a str or bytes.
static inline Text text_of(Value key) {
    if (value_is(key, &str_type)) return (Text){str_data(key), str_size(key)};
    return (Text){bytes_data(key), bytes_size(key)};
}

// For keys of equal rank, so of equal bytes up to the eighth behind those that all share; shorter ones count as followed by NULs.
static inline int compare_tails(const Sort *sort, Value a, Value b) {
    Text x = text_of(a), y = text_of(b);
    size_t common = x.size < y.size ? x.size : y.size, known = sort->shared + 8;
    int order = common > known ? memcmp((const char *)x.data + known, (const char *)y.data + known, common - known) : 0;
    return order ? order : x.size < y.size ? -1 : x.size > y.size;
}

static int tie_texts(const Sort *sort, Value a, Value b) {
    return compare_tails(sort, a, b) < 0;
}

// Tuples that begin with text.
static int tie_text_tuples(const Sort *sort, Value a, Value b) {
    int order = compare_tails(sort, tuple_get(a, 0), tuple_get(b, 0));
    return order ? order < 0 : tie_objects(sort, a, b);
}

// --- looking for a place

// The place of `item` in sorted items, which is from `low` to `high`. -1: raised.
static inline ptrdiff_t place_between(const Sort *sort, Item item, const Item *items, size_t low, size_t high,
                                      bool after_equals) {
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int before = after_equals ? less(sort, item, items[middle]) : less(sort, items[middle], item);
        if (before < 0) return -1;
        if (after_equals ? before : !before) high = middle;
        else low = middle + 1;
    }
    return (ptrdiff_t)low;
}

// In items[0..count), sorted: how many lie before `item`; with `after_equals`, equal ones too. Looks near the start
// first. -1: raised.
static ptrdiff_t gallop(const Sort *sort, Item item, const Item *items, size_t count, bool after_equals) {
    size_t low = 0, high = 1;       // all below `low` lie before it; `high` is where to look next
    while (high <= count) {
        int before = after_equals ? less(sort, item, items[high - 1]) : less(sort, items[high - 1], item);
        if (before < 0) return -1;
        if (after_equals ? before : !before) break;
        low = high;
        high = high * 2;
    }
    return place_between(sort, item, items, low, high <= count ? high - 1 : count, after_equals);
}

// The same, looking near the end first.
static ptrdiff_t gallop_back(const Sort *sort, Item item, const Item *items, size_t count, bool after_equals) {
    size_t low = 0, high = count;   // all from `high` on lie behind it
    for (size_t step = 1; low < high; step *= 2) {
        size_t probe = step <= high ? high - step : 0;
        int before = after_equals ? less(sort, item, items[probe]) : less(sort, items[probe], item);
        if (before < 0) return -1;
        if (after_equals ? before : !before) high = probe;
        else low = probe + 1;
        if (low) break;
    }
    return place_between(sort, item, items, low, high, after_equals);
}

// --- merging

// A streak of wins has ended after `count` items found by galloping.
static inline void judge_gallop(Sort *sort, ptrdiff_t count) {
    if (count >= GALLOP_START) sort->gallop -= sort->gallop > 1;
    else sort->gallop += 2;
}

// Moves a streak of wins, most often of one.
static inline void move_items(Item *to, const Item *from, size_t count) {
    if (likely(count == 1)) *to = *from;
    else memmove(to, from, count * sizeof(Item));
}

// Merges a (in spare) and b (in its place, its end the end of out) to out, from the front. What is left when a comparison raises
// is put where there is room, so that no item is lost.
static bool merge_forwards(Sort *sort, Item *a, size_t a_count, Item *b, size_t b_count, Item *out) {
    size_t a_wins = 0, b_wins = 0;
    ptrdiff_t streak = 1;
    while (a_count && b_count) {
        int right = less(sort, *b, *a);
        streak = right < 0 ? -1 : 1;
        if (right > 0) {
            a_wins = 0;
            if (++b_wins >= sort->gallop) {
                streak = gallop(sort, *a, b, b_count, false);
                judge_gallop(sort, streak);
                b_wins = 0;
            }
        } else if (right == 0) {
            b_wins = 0;
            if (++a_wins >= sort->gallop) {
                streak = gallop(sort, *b, a, a_count, true);
                judge_gallop(sort, streak);
                a_wins = 0;
            }
        }
        if (streak < 0) break;
        move_items(out, right ? b : a, (size_t)streak);
        if (right) b += streak, b_count -= (size_t)streak;
        else a += streak, a_count -= (size_t)streak;
        out += streak;
    }
    memcpy(out, a, a_count * sizeof(Item));
    return streak >= 0;
}

// Merges a (in its place) and b (in spare) to what ends at `out`, from the back; as above when a comparison raises.
static bool merge_backwards(Sort *sort, Item *a, size_t a_count, Item *b, size_t b_count, Item *out) {
    size_t a_wins = 0, b_wins = 0;
    ptrdiff_t keep = 0;
    while (a_count && b_count) {
        int left = less(sort, b[b_count - 1], a[a_count - 1]);
        keep = left < 0 ? -1 : (ptrdiff_t)(left ? a_count : b_count) - 1;
        if (left > 0) {
            b_wins = 0;
            if (++a_wins >= sort->gallop) {
                keep = gallop_back(sort, b[b_count - 1], a, a_count, true);
                judge_gallop(sort, (ptrdiff_t)a_count - keep);
                a_wins = 0;
            }
        } else if (left == 0) {
            a_wins = 0;
            if (++b_wins >= sort->gallop) {
                keep = gallop_back(sort, a[a_count - 1], b, b_count, false);
                judge_gallop(sort, (ptrdiff_t)b_count - keep);
                b_wins = 0;
            }
        }
        if (keep < 0) break;
        size_t streak = (left ? a_count : b_count) - (size_t)keep;
        out -= streak;
        move_items(out, (left ? a : b) + keep, streak);
        if (left) a_count = (size_t)keep;
        else b_count = (size_t)keep;
    }
    memcpy(out - b_count, b, b_count * sizeof(Item));
    return keep >= 0;
}

// Merges items[start..middle) with items[middle..end). What is in its final place already is left out first.
static bool merge(Sort *sort, size_t start, size_t middle, size_t end) {
    Item *items = sort->items;
    ptrdiff_t skip = gallop(sort, items[middle], items + start, middle - start, true);
    if (skip < 0) return false;
    start += (size_t)skip;
    if (start == middle) return true;
    ptrdiff_t keep = gallop_back(sort, items[middle - 1], items + middle, end - middle, false);
    if (keep < 0) return false;
    size_t a = middle - start, b = (size_t)keep;
    if (a <= b) {
        memcpy(sort->spare, items + start, a * sizeof(Item));
        return merge_forwards(sort, sort->spare, a, items + middle, b, items + start);
    }
    memcpy(sort->spare, items + middle, b * sizeof(Item));
    return merge_backwards(sort, items + start, a, sort->spare, b, items + middle + b);
}

// --- runs

static void reverse_items(Item *items, size_t count) {
    for (size_t i = 0, j = count; i + 1 < j; i++) {
        Item item = items[i];
        items[i] = items[--j];
        items[j] = item;
    }
}

// How many of items[from..count) go on, from `from`, without being before the one ahead of them. SIZE_MAX: raised.
static size_t find_descent(const Sort *sort, const Item *items, size_t from, size_t count) {
    for (; from < count; from++) {
        int before = less(sort, items[from], items[from - 1]);
        if (before) return before < 0 ? SIZE_MAX : from;
    }
    return count;
}

// The end of a run that descends from items[from - 1] on. Stretches of equal items in it are turned round. SIZE_MAX: raised.
static size_t find_ascent(const Sort *sort, Item *items, size_t from, size_t count) {
    size_t stretch = from - 1;      // where the last stretch of equal items starts
    for (; from < count; from++) {
        int before = less(sort, items[from], items[from - 1]);
        int behind = before ? 0 : less(sort, items[from - 1], items[from]);
        if (before < 0 || behind < 0) return SIZE_MAX;
        if (behind) break;
        if (!before) continue;
        reverse_items(items + stretch, from - stretch);
        stretch = from;
    }
    reverse_items(items + stretch, from - stretch);
    return from;
}

// The length of the run at the start of items[0..count); one that descends is turned round, equal items excepted. 0: raised.
// These are the comparisons that CPython makes, which programs can see.
static size_t find_run(const Sort *sort, Item *items, size_t count) {
    size_t length = find_descent(sort, items, 1, count);
    if (length >= count) return length == SIZE_MAX ? 0 : count;
    if (length > 1) {
        int rises = less(sort, items[0], items[length - 1]);
        if (rises) return rises < 0 ? 0 : length;
        reverse_items(items, length);
    }
    length = find_ascent(sort, items, length + 1, count);
    if (length == SIZE_MAX) return 0;
    reverse_items(items, length);
    length = find_descent(sort, items, length, count);
    return length == SIZE_MAX ? 0 : length;
}

// Sorts items[0..count), of which the first `sorted` are in order.
static bool insert_each(const Sort *sort, Item *items, size_t sorted, size_t count) {
    for (; sorted < count; sorted++) {
        Item item = items[sorted];
        size_t low = 0, high = sorted;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            int before = less(sort, item, items[middle]);
            if (before < 0) return false;
            if (before) high = middle;
            else low = middle + 1;
        }
        memmove(items + low + 1, items + low, (sorted - low) * sizeof(Item));
        items[low] = item;
    }
    return true;
}

// SHORT_RUN or more, such that count divided by it is a power of two or little less.
static size_t minimum_run(size_t count) {
    size_t rest = 0;
    for (; count >= 2 * SHORT_RUN; count /= 2) rest |= count & 1;
    return count + rest;
}

// How deep in a balanced tree over `count` items the boundary of two neighbouring runs lies: the first binary digit in
// which the positions of their middles, as fractions of the whole, differ.
static int boundary_power(const Run *a, const Run *b, size_t count) {
    __uint128_t left = 2 * (__uint128_t)a->start + a->count, right = 2 * (__uint128_t)b->start + b->count;
    uint64_t x = (uint64_t)((left << 62) / count), y = (uint64_t)((right << 62) / count);
    return __builtin_clzll(x ^ y);
}

static bool merge_last(Sort *sort, Run *runs, size_t *depth) {
    Run *a = runs + *depth - 2, *b = runs + *depth - 1;
    if (!merge(sort, a->start, b->start, b->start + b->count)) return false;
    a->count += b->count;
    --*depth;
    return true;
}

static bool merge_sort(Sort *sort) {
    Run runs[RUNS_MAX];
    size_t depth = 0, minimum = minimum_run(sort->count);
    for (size_t start = 0; start < sort->count;) {
        size_t left = sort->count - start, length = find_run(sort, sort->items + start, left);
        if (!length) return false;
        if (length < minimum && length < left) {
            size_t wanted = minimum < left ? minimum : left;
            if (!insert_each(sort, sort->items + start, length, wanted)) return false;
            length = wanted;
        }
        Run run = {start, length, 0};
        if (depth) run.power = boundary_power(runs + depth - 1, &run, sort->count);
        while (depth > 1 && runs[depth - 1].power > run.power)
            if (!merge_last(sort, runs, &depth)) return false;
        runs[depth++] = run;
        start += length;
    }
    while (depth > 1)
        if (!merge_last(sort, runs, &depth)) return false;
    return true;
}

// --- ranks alone: by digits of eight bits where that is quicker

static void digit_pass(const Item *from, Item *to, size_t count, int64_t least, int shift) {
    size_t at[256] = {0}, sum = 0;
    for (size_t i = 0; i < count; i++) at[((uint64_t)from[i].rank - (uint64_t)least) >> shift & 255]++;
    for (size_t digit = 0; digit < 256; digit++) {
        size_t next = sum + at[digit];
        at[digit] = sum;
        sum = next;
    }
    for (size_t i = 0; i < count; i++) to[at[((uint64_t)from[i].rank - (uint64_t)least) >> shift & 255]++] = from[i];
}

static bool sort_numbers(Sort *sort) {
    int64_t least = INT64_MAX, most = INT64_MIN, last = INT64_MIN;
    size_t descents = 0;
    for (size_t i = 0; i < sort->count; i++) {
        int64_t rank = sort->items[i].rank;
        if (rank < least) least = rank;
        if (rank > most) most = rank;
        descents += rank < last;
        last = rank;
    }
    if (!descents) return true;
    uint64_t range = (uint64_t)most - (uint64_t)least;
    int passes = range ? (71 - __builtin_clzll(range)) / 8 : 0;
    int depth = 63 - __builtin_clzll(sort->count);
    bool ordered = descents < sort->count / MOSTLY_ORDERED || descents > sort->count - 2;
    if (sort->count < 128 || passes > depth || ordered) return merge_sort(sort);
    for (int pass = 0; pass < passes; pass++) {
        digit_pass(sort->items, sort->spare, sort->count, least, pass * 8);
        Item *swap = sort->items;
        sort->items = sort->spare;
        sort->spare = swap;
    }
    return true;
}

// --- ranks from keys

typedef enum { KIND_INT = 1, KIND_FLOAT = 2, KIND_STR = 4, KIND_BYTES = 8, KIND_TUPLE = 16, KIND_OTHER = 32 } Kind;

#define EXACT_IN_DOUBLE ((int64_t)1 << 53)

static Kind kind_of(Value key) {
    if (value_is_small(key)) {
        int64_t i = small_int(key);
        return i <= EXACT_IN_DOUBLE && i >= -EXACT_IN_DOUBLE ? KIND_INT : KIND_INT | KIND_OTHER;
    }
    if (key == TRUE || key == FALSE) return KIND_INT;
    Type *type = type_of(key);
    if (type == &str_type) return KIND_STR;
    if (type == &bytes_type) return KIND_BYTES;
    if (type == &float_type) return float_get(key) == float_get(key) ? KIND_FLOAT : KIND_OTHER;
    return type == &tuple_type && tuple_count(key) ? KIND_TUPLE : KIND_OTHER;
}

static inline int64_t int_of(Value key) {
    return value_is_small(key) ? small_int(key) : key == TRUE;
}

static int64_t rank_int(const Sort *sort, Value key) {
    (void)sort;
    return int_of(key);
}

// Doubles compare like their bits as sign and magnitude; an int among floats is one of them. 0.0 and -0.0 are equal.
static int64_t rank_float(const Sort *sort, Value key) {
    (void)sort;
    double number = (value_is(key, &float_type) ? float_get(key) : (double)int_of(key)) + 0.0;
    int64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits < 0 ? INT64_MIN - bits : bits;
}

static inline uint64_t load_half(const unsigned char *p) {
    uint32_t half;
    memcpy(&half, p, sizeof half);
    return __builtin_bswap32(half);
}

// Eight bytes behind those that all share; in UTF-8 their order is that of code points.
static int64_t rank_text(const Sort *sort, Value key) {
    Text text = text_of(key);
    const unsigned char *p = (const unsigned char *)text.data + sort->shared;
    size_t size = text.size - sort->shared;
    uint64_t rank = 0;
    if (size >= 8) rank = load_half(p) << 32 | load_half(p + 4);
    else if (size >= 4) rank = load_half(p) << 32 | load_half(p + size - 4) << (64 - 8 * size);
    else
        for (size_t i = 0; i < size; i++) rank |= (uint64_t)p[i] << (56 - 8 * i);
    return (int64_t)(rank ^ (uint64_t)1 << 63);
}

typedef int64_t RankFunction(const Sort *sort, Value key);

// The rank for keys of these kinds together, or 0.
static RankFunction *rank_for(unsigned kinds) {
    if (kinds == KIND_INT || kinds == (KIND_INT | KIND_OTHER)) return rank_int;
    if (kinds == KIND_FLOAT || kinds == (KIND_INT | KIND_FLOAT)) return rank_float;
    return kinds == KIND_STR || kinds == KIND_BYTES ? rank_text : 0;
}

// The kinds of the keys, or of their first items.
static unsigned kinds_among(const Value *keys, size_t count, bool first_items) {
    unsigned kinds = 0, small = KIND_INT;
    for (size_t i = 0; i < count; i++) {
        Value key = first_items ? tuple_get(keys[i], 0) : keys[i];
        kinds |= kind_of(key);
        if (!value_is_small(key)) small = 0;
        if (kinds & KIND_OTHER && !small) return KIND_OTHER;
    }
    return kinds;
}

static inline Value key_at(const Sort *sort, size_t index, bool first_items) {
    return first_items ? tuple_get(sort->keys[index], 0) : sort->keys[index];
}

// How many bytes at the front of texts are the same in all.
static size_t shared_front(const Sort *sort, bool first_items) {
    Text first = text_of(key_at(sort, 0, first_items));
    size_t shared = first.size;
    for (size_t i = 1; i < sort->count && shared; i++) {
        Text text = text_of(key_at(sort, i, first_items));
        size_t same = 0;
        if (text.size < shared) shared = text.size;
        while (same < shared && ((const char *)first.data)[same] == ((const char *)text.data)[same]) same++;
        shared = same;
    }
    return shared;
}

static void fill(Sort *sort, RankFunction *rank, bool first_items, bool reverse) {
    if (rank == rank_text) sort->shared = shared_front(sort, first_items);
    for (size_t i = 0; i < sort->count; i++) {
        size_t index = reverse ? sort->count - 1 - i : i;
        sort->items[i] = (Item){rank ? rank(sort, key_at(sort, index, first_items)) : 0, index};
    }
}

// Whether the keys are tagged ints or floats in order, from the front or (reverse) from the back. `strictly`: floats that are
// equal count as out of order, for 0.0 and -0.0 are.
static bool is_in_order(const Value *keys, size_t count, bool reverse, bool strictly) {
    size_t i = 1;
    if (keys[0] & 1) {
        while (i < count && keys[i] & 1 && (reverse ? (int64_t)keys[i] <= (int64_t)keys[i - 1]
                                                    : (int64_t)keys[i] >= (int64_t)keys[i - 1])) i++;
    } else if (value_is(keys[0], &float_type)) {
        double last = float_get(keys[0]);
        for (; i < count && value_is(keys[i], &float_type); i++) {
            double next = float_get(keys[i]);
            if (!(reverse ? next < last : next > last) && (strictly || next != last)) break;
            last = next;
        }
    }
    return i == count;
}

static bool sort_keys(Sort *sort, bool reverse) {
    unsigned kinds = kinds_among(sort->keys, sort->count, false);
    RankFunction *rank = rank_for(kinds);
    bool first_items = kinds == KIND_TUPLE;
    if (first_items) rank = rank_for(kinds_among(sort->keys, sort->count, true));
    fill(sort, rank, first_items, reverse);
    if (rank == rank_text) sort->tie = first_items ? tie_text_tuples : tie_texts;
    else sort->tie = rank && !first_items ? tie_numbers : tie_objects;
    return sort->tie == tie_numbers ? sort_numbers(sort) : merge_sort(sort);
}

// --- the list

// A new array of the values in the order of their keys, or where a comparison has raised, as far as they are sorted; 0: raised.
static Value *sorted_values(const Value *values, const Value *keys, size_t count, bool reverse, bool *done) {
    Item few[2 * FEW];
    Value *result = mem_alloc_filled(count * sizeof(Value));
    Item *items = count <= FEW ? few : mem_alloc_atomic(2 * count * sizeof(Item));
    if (!result || !items) return 0;
    Sort sort = {.keys = keys, .items = items, .spare = items + count, .count = count, .gallop = GALLOP_START};
    *done = sort_keys(&sort, reverse);
    for (size_t i = 0; i < count; i++) result[reverse ? count - 1 - i : i] = values[sort.items[i].index];
    if (items != few) mem_free(items);
    return result;
}

static Value *call_for_each(Value key, const Value *values, size_t count) {
    Value *keys = mem_alloc(count * sizeof(Value));
    for (size_t i = 0; keys && i < count; i++)
        if (!(keys[i] = object_call1(key, values[i]))) return 0;
    return keys;
}

// --- ints without a key: the words themselves are sorted by digits

static void digit_pass_words(const Value *from, Value *to, size_t count, Value least, int shift) {
    size_t at[256] = {0}, sum = 0;
    for (size_t i = 0; i < count; i++) at[(from[i] - least) >> shift & 255]++;
    for (size_t digit = 0; digit < 256; digit++) {
        size_t next = sum + at[digit];
        at[digit] = sum;
        sum = next;
    }
    for (size_t i = 0; i < count; i++) to[at[(from[i] - least) >> shift & 255]++] = from[i];
}

// False: nothing was done, because they are not all tagged ints, are few, or differ in too many digits.
static bool sort_words(Value *values, size_t count, bool reverse) {
    int64_t least = INT64_MAX, most = INT64_MIN;
    Value tags = 1;
    if (count < 128) return false;
    for (size_t i = 0; i < count; i++) {
        int64_t word = (int64_t)values[i];
        tags &= values[i];
        least = word < least ? word : least;
        most = word > most ? word : most;
    }
    int passes = (71 - __builtin_clzll((((uint64_t)most - (uint64_t)least) >> 1) | 1)) / 8;
    if (!tags || passes > 63 - __builtin_clzll(count)) return false;
    Value *from = values, *to = mem_alloc_atomic(count * sizeof(Value)), *spare = to;
    if (!to) return error_take(), false;
    for (int pass = 0; pass < passes; pass++) {
        digit_pass_words(from, to, count, (Value)least, pass * 8 + 1);
        Value *swap = from;
        from = to;
        to = swap;
    }
    if (from != values) memcpy(values, from, count * sizeof(Value));
    mem_free(spare);
    if (reverse) list_reverse_values(values, count);
    return true;
}

static Value sorting[1];            // stands for the items of a list that is being sorted

bool list_sort(Value list, Value key, bool reverse) {
    List *l = list_of(list);
    if (!l->count) return true;
    bool plain = !key || key == NONE;
    if (plain && is_in_order(l->items, l->count, reverse, false)) return true;
    if (plain && is_in_order(l->items, l->count, !reverse, true)) return list_reverse_values(l->items, l->count), true;
    if (plain && sort_words(l->items, l->count, reverse)) return true;
    List before = *l;
    l->items = sorting;
    l->count = l->capacity = 0;
    Value *keys = plain ? before.items : call_for_each(key, before.items, before.count);
    bool done = false;
    Value *sorted = keys ? sorted_values(before.items, keys, before.count, reverse, &done) : 0;
    bool modified = l->items != sorting;
    l->items = sorted ? sorted : before.items;
    l->capacity = sorted ? before.count : before.capacity;
    l->count = before.count;
    if (!done) return false;
    if (modified) return raise_value_error("list modified during sort");
    return true;
}
