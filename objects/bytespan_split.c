// Methods of bytes and bytearray that take apart and put together: split, splitlines, join (bytespan.h).
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/bytesearch.h"
#include "objects/bytespan.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/sequence.h"
#include "objects/tuple.h"

static inline bool is_space(uint8_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// ---------------------------------------------------------------------------------------------------------------
// split

#define PARTS_FIRST 12                  // what there is room for before the list must grow

// Appends self[from:to] to the list. self's data is stable: nothing here runs Python code.
static inline bool add_part(Value list, Value self, size_t from, size_t to) {
    bool plain = value_is(self, &bytes_type) && to - from != bytes_size(self);
    Value part = plain ? bytes_new(bytes_data(self) + from, to - from) : span_part(self, from, to);
    List *l = list_of(list);
    if (unlikely(!part) || l->count == l->capacity) return part && list_append(list, part);
    l->items[l->count++] = part;
    return true;
}

static Value split_whitespace(Value self, size_t most) {
    Value list = list_with_capacity(PARTS_FIRST);
    if (!list) return 0;
    const uint8_t *data = span_of(self)->data;
    size_t size = span_of(self)->size, at = 0;
    for (;;) {
        while (at < size && is_space(data[at])) at++;
        if (at == size) return list;
        size_t from = at;
        if (most-- == 0) break;
        while (at < size && !is_space(data[at])) at++;
        if (!add_part(list, self, from, at)) return 0;
    }
    return add_part(list, self, at, size) ? list : 0;
}

static Value rsplit_whitespace(Value self, size_t most) {
    Value list = list_with_capacity(PARTS_FIRST);
    if (!list) return 0;
    const uint8_t *data = span_of(self)->data;
    size_t end = span_of(self)->size;
    for (;;) {
        while (end > 0 && is_space(data[end - 1])) end--;
        if (end == 0) break;
        size_t to = end;
        if (most-- == 0) end = 0;
        while (end > 0 && !is_space(data[end - 1])) end--;
        if (!add_part(list, self, end, to)) return 0;
        if (end == 0) break;
    }
    return list;
}

static Value split_separator(Value self, const uint8_t *separator, size_t width, size_t most) {
    Value list = list_with_capacity(PARTS_FIRST);
    if (!list) return 0;
    const uint8_t *data = span_of(self)->data;
    size_t size = span_of(self)->size, at = 0;
    size_t places[32], room = sizeof places / sizeof *places;
    Matches matches;
    matches_begin(&matches, data, size, separator, width);
    for (size_t known = room; known == room && most; most -= known) {
        known = matches_fill(&matches, places, most < room ? most : room);
        for (size_t i = 0; i < known; i++, at = places[i - 1] + width)
            if (!add_part(list, self, at, places[i])) return 0;
    }
    return add_part(list, self, at, size) ? list : 0;
}

static Value rsplit_separator(Value self, const uint8_t *separator, size_t width, size_t most) {
    Value list = list_with_capacity(PARTS_FIRST);
    if (!list) return 0;
    const uint8_t *data = span_of(self)->data;
    size_t end = span_of(self)->size;
    for (; most; most--) {
        ptrdiff_t found = bytes_rfind(data, end, separator, width);
        if (found < 0) break;
        if (!add_part(list, self, found + width, end)) return 0;
        end = found;
    }
    return add_part(list, self, 0, end) ? list : 0;
}

static Value reversed_list(Value list) {
    if (!list) return 0;
    Value *items = list_of(list)->items;
    size_t count = list_of(list)->count;
    for (size_t i = 0; i < count / 2; i++) {
        Value item = items[i];
        items[i] = items[count - 1 - i];
        items[count - 1 - i] = item;
    }
    return list;
}

static Value split(Value self, Value *args, bool from_right) {
    ptrdiff_t most = -1;
    if (args[1] && !sequence_size(args[1], &most)) return 0;
    size_t limit = most < 0 ? SIZE_MAX : (size_t)most;
    if (!args[0] || args[0] == NONE)
        return from_right ? reversed_list(rsplit_whitespace(self, limit)) : split_whitespace(self, limit);
    Borrowed separator;
    if (!span_borrow(args[0], &separator)) return 0;
    Value result = 0;
    if (separator.size == 0)
        raise_value_error("empty separator");
    else if (from_right)
        result = reversed_list(rsplit_separator(self, separator.data, separator.size, limit));
    else
        result = split_separator(self, separator.data, separator.size, limit);
    span_return(&separator);
    return result;
}

Value span_py_split(Value self, Value *args) {
    return split(self, args, false);
}

Value span_py_rsplit(Value self, Value *args) {
    return split(self, args, true);
}

// The offset of the first line end at or behind `at`, or size.
static size_t line_end(const uint8_t *data, size_t size, size_t at, size_t *next_return) {
    if (*next_return < at) {
        const uint8_t *found = memchr(data + at, '\r', size - at);
        *next_return = found ? (size_t)(found - data) : size;
    }
    const uint8_t *newline = memchr(data + at, '\n', *next_return - at);
    return newline ? (size_t)(newline - data) : *next_return;
}

Value span_py_splitlines(Value self, Value *args) {
    int keep = args[0] ? object_truth(args[0]) : 0;
    if (keep < 0) return 0;
    Value list = list_with_capacity(PARTS_FIRST);
    if (!list) return 0;
    const uint8_t *data = span_of(self)->data;
    size_t size = span_of(self)->size;
    const uint8_t *first_return = size ? memchr(data, '\r', size) : NULL;
    size_t next_return = first_return ? (size_t)(first_return - data) : size;
    for (size_t at = 0; at < size; ) {
        size_t end = line_end(data, size, at, &next_return), next = end;
        if (next < size) next += data[next] == '\r' && next + 1 < size && data[next + 1] == '\n' ? 2 : 1;
        if (!add_part(list, self, at, keep ? next : end)) return 0;
        at = next;
    }
    return list;
}

// ---------------------------------------------------------------------------------------------------------------
// join

// All items borrowed at once, so that their total is known and cannot change while they are copied.
typedef struct {
    Value *items;               // of a tuple, or of a list of plain bytes: the program cannot change them meanwhile
    size_t count;
    Borrowed *parts;            // 0: all items are plain and need no export, as no Python code runs
} Pieces;

// Bytes that nothing need be asked for; also those of views whose items are plain bytes in one piece, or none at all.
static inline bool is_plain(Value v) {
    if (value_is(v, &bytes_type) || value_is(v, &bytearray_type)) return true;
    if (!value_is(v, &memoryview_type)) return false;
    const MemoryView *view = memoryview_of(v);
    return view->span.size || (view->snapshot && view->ndim == 1 && view->one_shape == 0);
}

// Whether nothing need be borrowed; then *total, with `gap` bytes between items, is right if it is not more than PTRDIFF_MAX.
static bool all_plain(const Pieces *pieces, size_t gap, size_t *total) {
    unsigned __int128 sum = pieces->count ? (unsigned __int128)gap * (pieces->count - 1) : 0;
    for (size_t i = 0; i < pieces->count; i++) {
        if (i + 8 < pieces->count) __builtin_prefetch((void *)pieces->items[i + 8]);
        if (!is_plain(pieces->items[i])) return false;
        sum += span_of(pieces->items[i])->size;
    }
    *total = sum > PTRDIFF_MAX ? SIZE_MAX : (size_t)sum;
    return true;
}

static bool pieces_borrow(Pieces *pieces) {
    Borrowed *parts = mem_alloc(pieces->count * sizeof *parts);
    if (!parts) return false;
    for (size_t i = 0; i < pieces->count; i++) {
        if (span_borrow(pieces->items[i], &parts[i])) continue;
        error_take();
        size_t bad = i;
        while (i-- > 0) span_return(&parts[i]);
        return raise_type_error("sequence item %zd: expected a bytes-like object, %T found", (ptrdiff_t)bad,
                                pieces->items[bad]);
    }
    pieces->parts = parts;
    return true;
}

static void pieces_return(Pieces *pieces) {
    for (size_t i = 0; pieces->parts && i < pieces->count; i++) span_return(&pieces->parts[i]);
}

static inline const uint8_t *piece(const Pieces *pieces, size_t i, size_t *size) {
    if (pieces->parts) {
        *size = pieces->parts[i].size;
        return pieces->parts[i].data;
    }
    *size = span_of(pieces->items[i])->size;
    return span_of(pieces->items[i])->data;
}

static size_t pieces_total(const Pieces *pieces, size_t gap) {
    size_t total = 0;
    for (size_t i = 0; i < pieces->count; i++) {
        if (__builtin_add_overflow(total, pieces->parts[i].size + (i ? gap : 0), &total)) return SIZE_MAX;
    }
    return total;
}

static void pieces_copy(const Pieces *pieces, uint8_t *out, const uint8_t *between, size_t gap) {
    for (size_t i = 0; i < pieces->count; i++) {
        size_t size;
        const uint8_t *data = piece(pieces, i, &size);
        if (!pieces->parts && i + 8 < pieces->count) __builtin_prefetch((char *)pieces->items[i + 8] + 64);
        if (i && gap == 1) {
            *out++ = *between;
        } else if (i) {
            bytes_copy(out, between, gap);
            out += gap;
        }
        bytes_copy(out, data, size);
        out += size;
    }
}

static Value join_pieces(Value self, Pieces *pieces, size_t total) {
    if (pieces->count == 1 && value_is(self, &bytes_type) && value_is(pieces->items[0], &bytes_type))
        return pieces->items[0];
    if (total > PTRDIFF_MAX) return raise_overflow_error("join() result is too long");
    Value result = span_new(self, 0, total);
    if (result) pieces_copy(pieces, span_of(result)->data, span_of(self)->data, span_of(self)->size);
    return result;
}

static Value join_items(Value self, Value tuple) {
    Pieces pieces = {.items = tuple_of(tuple)->items, .count = tuple_count(tuple)};
    size_t total, gap = span_of(self)->size;
    if (all_plain(&pieces, gap, &total)) return join_pieces(self, &pieces, total);
    if (!pieces_borrow(&pieces)) return 0;
    Value result = join_pieces(self, &pieces, pieces_total(&pieces, gap));
    pieces_return(&pieces);
    return result;
}

Value span_py_join(Value self, Value *args) {
    if (value_is(args[0], &list_type)) {
        Pieces pieces = {.items = list_of(args[0])->items, .count = list_of(args[0])->count};
        size_t total;
        if (all_plain(&pieces, span_of(self)->size, &total))
            return join_pieces(self, &pieces, total);           // nothing runs that could change the list
    }
    Borrowed held;              // while the iterable runs Python code
    if (!span_hold(self, 0, &held)) return 0;
    bool row = value_is(args[0], &tuple_type) || value_is(args[0], &list_type);
    Value iterator = row ? args[0] : object_iter(args[0]);
    if (!iterator && error_clear_if(&TypeError_type)) raise_type_error("can only join an iterable");
    Value tuple = iterator ? tuple_from_iterable(iterator) : 0;
    Value result = tuple ? join_items(self, tuple) : 0;
    span_return(&held);
    return result;
}
