// Methods of bytes and bytearray that look for something: find, count, startswith, strip, partition ... (bytespan.h)
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/bytesearch.h"
#include "objects/bytespan.h"
#include "objects/exception.h"
#include "objects/sequence.h"
#include "objects/tuple.h"

// ---------------------------------------------------------------------------------------------------------------
// find, index, count

// What to look for and where, from the arguments (sub, start, end).
typedef struct {
    Borrowed needle;
    uint8_t byte;               // the needle, when an int was given
    const uint8_t *hay;
    size_t offset, size;        // of the part of self
    bool outside;               // start lies behind the end: not even an empty needle is there
} Search;

static bool search_needle(Search *search, Value sub) {
    if (!value_is_small(sub) && buffer_supported(sub)) return span_borrow(sub, &search->needle);
    if (!value_has_index(sub)) return raise_type_error("argument should be integer or bytes-like object, not '%T'", sub);
    search->needle = (Borrowed){.data = &search->byte, .size = 1};
    return span_byte(sub, &search->byte, BYTE_RANGE);
}

// Clips the range to self as it is now.
static void search_range(Search *search, Value self, ptrdiff_t start, ptrdiff_t end) {
    ByteSpan *span = span_of(self);
    size_t from = sequence_clip(start, span->size), to = sequence_clip(end, span->size);
    search->outside = start > (ptrdiff_t)span->size || from > to;
    search->offset = from;
    search->hay = span->data + from;
    search->size = to > from ? to - from : 0;
}

static bool search_begin(Search *search, Value self, Value *args) {
    ptrdiff_t start = 0, end = PTRDIFF_MAX;
    if (!span_index(args[1], &start) || !span_index(args[2], &end)) return false;
    if (!search_needle(search, args[0])) return false;
    search_range(search, self, start, end);
    return true;
}

typedef ptrdiff_t (*Finder)(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m);

// Offset in self, -1: not there, -2: raised.
static ptrdiff_t search_run(Value self, Value *args, Finder find) {
    Search search;
    if (!search_begin(&search, self, args)) return -2;
    ptrdiff_t found = -1;
    if (!search.outside) found = find(search.hay, search.size, search.needle.data, search.needle.size);
    span_return(&search.needle);
    return found < 0 ? -1 : found + (ptrdiff_t)search.offset;
}

static Value found_or_minus_one(ptrdiff_t found) {
    return found == -2 ? 0 : SMALL(found);
}

static Value found_or_raise(ptrdiff_t found) {
    if (found == -1) return raise_value_error("subsection not found");
    return found == -2 ? 0 : SMALL(found);
}

Value span_py_find(Value self, Value *args) {
    return found_or_minus_one(search_run(self, args, bytes_find));
}

Value span_py_rfind(Value self, Value *args) {
    return found_or_minus_one(search_run(self, args, bytes_rfind));
}

Value span_py_index(Value self, Value *args) {
    return found_or_raise(search_run(self, args, bytes_find));
}

Value span_py_rindex(Value self, Value *args) {
    return found_or_raise(search_run(self, args, bytes_rfind));
}

Value span_py_count(Value self, Value *args) {
    Search search;
    if (!search_begin(&search, self, args)) return 0;
    size_t count = 0;
    if (!search.outside) count = bytes_count(search.hay, search.size, search.needle.data, search.needle.size, SIZE_MAX);
    span_return(&search.needle);
    return SMALL(count);
}

// ---------------------------------------------------------------------------------------------------------------
// startswith, endswith, removeprefix, removesuffix

// 1, 0, or -1: raised.
static int matches_one(Value self, Value affix, ptrdiff_t start, ptrdiff_t end, bool at_end) {
    Search search;
    if (bytes_check(affix)) search.needle = (Borrowed){.data = bytes_data(affix), .size = bytes_size(affix)};
    else if (!span_borrow(affix, &search.needle)) return -1;
    search_range(&search, self, start, end);
    size_t size = search.needle.size;
    int answer = 0;
    if (!search.outside && size <= search.size)
        answer = !memcmp(search.hay + (at_end ? search.size - size : 0), search.needle.data, size);
    span_return(&search.needle);
    return answer;
}

static Value match_affix(Value self, Value *args, bool at_end) {
    ptrdiff_t start = 0, end = PTRDIFF_MAX;
    if (!span_index(args[1], &start) || !span_index(args[2], &end)) return 0;
    int answer = 0;
    if (tuple_check(args[0])) {
        for (size_t i = 0; i < tuple_count(args[0]) && !answer; i++)
            answer = matches_one(self, tuple_get(args[0], i), start, end, at_end);
    } else {
        answer = matches_one(self, args[0], start, end, at_end);
        if (answer < 0 && error_clear_if(&TypeError_type)) {
            raise_type_error("%s first arg must be bytes or a tuple of bytes, not %T",
                             at_end ? "endswith" : "startswith", args[0]);
        }
    }
    return answer < 0 ? 0 : bool_value(answer);
}

Value span_py_startswith(Value self, Value *args) {
    return match_affix(self, args, false);
}

Value span_py_endswith(Value self, Value *args) {
    return match_affix(self, args, true);
}

static Value remove_affix(Value self, Value affix, bool at_end) {
    Borrowed part;
    if (!span_borrow(affix, &part)) return 0;
    const uint8_t *data = span_of(self)->data;
    size_t size = span_of(self)->size, cut = part.size <= size ? part.size : 0;
    if (memcmp(data + (at_end ? size - cut : 0), part.data, cut)) cut = 0;
    Value result = at_end ? span_part(self, 0, size - cut) : span_part(self, cut, size);
    span_return(&part);
    return result;
}

Value span_py_removeprefix(Value self, Value *args) {
    return remove_affix(self, args[0], false);
}

Value span_py_removesuffix(Value self, Value *args) {
    return remove_affix(self, args[0], true);
}

// ---------------------------------------------------------------------------------------------------------------
// strip

static const bool whitespace[256] = {[' '] = true, ['\t'] = true, ['\n'] = true, ['\r'] = true, ['\v'] = true, ['\f'] = true};

// Whether the next 8 bytes are in the set.
static inline bool all_wanted(const uint8_t *data, const bool *wanted) {
    return wanted[data[0]] && wanted[data[7]] && (wanted[data[1]] & wanted[data[2]] & wanted[data[3]] & wanted[data[4]] &
        wanted[data[5]] & wanted[data[6]]);
}

static Value strip_set(Value self, const bool *wanted, bool left, bool right) {
    ByteSpan *span = span_of(self);
    size_t from = 0, to = span->size;
    if (left) {
        while (to - from >= 8 && all_wanted(span->data + from, wanted)) from += 8;
        while (from < to && wanted[span->data[from]]) from++;
    }
    if (right) {
        while (to - from >= 8 && all_wanted(span->data + to - 8, wanted)) to -= 8;
        while (to > from && wanted[span->data[to - 1]]) to--;
    }
    return span_part(self, from, to);
}

static Value strip(Value self, Value characters, bool left, bool right) {
    if (!characters || characters == NONE) return strip_set(self, whitespace, left, right);
    bool wanted[256] = {false};
    Borrowed set;
    if (!span_borrow(characters, &set)) return 0;
    for (size_t i = 0; i < set.size; i++) wanted[set.data[i]] = true;
    span_return(&set);
    return strip_set(self, wanted, left, right);
}

Value span_py_strip(Value self, Value *args) {
    return strip(self, args[0], true, true);
}

Value span_py_lstrip(Value self, Value *args) {
    return strip(self, args[0], true, false);
}

Value span_py_rstrip(Value self, Value *args) {
    return strip(self, args[0], false, true);
}

// ---------------------------------------------------------------------------------------------------------------
// partition

// The three parts for a separator of `size` bytes at `at`; -1: not there, all goes to the near side.
static Value three_parts(Value self, Value separator, ptrdiff_t at, size_t size, bool from_right) {
    Value before, middle, after;
    size_t end = span_of(self)->size;
    if (at < 0) {
        Value all = bytes_check(self) ? self : span_same(self);
        before = from_right ? span_new(self, "", 0) : all;
        middle = span_new(self, "", 0);
        after = from_right ? all : span_new(self, "", 0);
    } else {
        before = span_part(self, 0, at);
        middle = bytes_check(self) ? separator : span_part(self, at, at + size);
        after = span_part(self, at + size, end);
    }
    return before && middle && after ? tuple_pack(3, before, middle, after) : 0;
}

static Value partition(Value self, Value separator, Finder find, bool from_right) {
    Borrowed part;
    if (bytearray_check(self) && !bytes_check(separator) && buffer_supported(separator)) {      // need not lie in one piece
        separator = bytes_from_buffer(separator);
        if (!separator) return 0;
    }
    if (!span_borrow(separator, &part)) return 0;
    Value result = 0;
    if (part.size == 0) {
        raise_value_error("empty separator");
    } else {
        ptrdiff_t at = find(span_of(self)->data, span_of(self)->size, part.data, part.size);
        result = three_parts(self, separator, at, part.size, from_right);
    }
    span_return(&part);
    return result;
}

Value span_py_partition(Value self, Value *args) {
    return partition(self, args[0], bytes_find, false);
}

Value span_py_rpartition(Value self, Value *args) {
    return partition(self, args[0], bytes_rfind, true);
}
