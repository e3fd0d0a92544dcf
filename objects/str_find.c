// Finding text in text: in, find, index, count, startswith, endswith, partition.
//
// All searches run over the bytes: UTF-8 found in UTF-8 always lies at a character's start. Positions turn
// into byte offsets and back only at the edges.
#include "objects/bytesearch.h"
#include "objects/bytespan.h"
#include "objects/sequence.h"
#include "objects/str_parts.h"
#include "objects/tuple.h"

static inline const uint8_t *bytes_of(Value s) { return (const uint8_t *)str_data(s); }

// Known without a look at them.
static inline bool cannot_contain(Value s, Value item) { return str_is_ascii(s) && !str_is_ascii(item); }

bool str_argument(Value v, const char *method, const char *name) {
    if (str_check(v)) return true;
    const char *blank = *name ? " " : "";
    return raise_type_error("%s argument%s%s must be str, not %P", method, blank, name, v);
}

// --- in

int str_contains(Value s, Value item) {
    if (!str_check(item)) {
        (void)raise_type_error("'in <string>' requires string as left operand, not %T", item);
        return -1;
    }
    if (cannot_contain(s, item)) return 0;
    if (str_size(item) == 1) return memchr(str_data(s), str_data(item)[0], str_size(s)) != NULL;
    return bytes_find(bytes_of(s), str_size(s), bytes_of(item), str_size(item)) >= 0;
}

// --- find, rfind, index, rindex, count

typedef struct {
    size_t from, to;            // byte offsets
    bool beyond;                // start > end, or start > length: not even "" is found
} Range;

// The part of s that the arguments start and end (0 or None: left out) name.
static bool range_of(Value s, Value start, Value end, Range *range) {
    ptrdiff_t from = 0, to = PTRDIFF_MAX;
    *range = (Range){0, str_size(s), false};
    if (!start && !end) return true;
    if (!span_index(start, &from) || !span_index(end, &to)) return false;
    size_t length = str_length(s);
    size_t first = sequence_clip(from, length), last = sequence_clip(to, length);
    range->beyond = first > last || (from > 0 && (size_t)from > length);
    if (range->beyond) return true;
    range->from = str_offset(s, first);
    range->to = last == length ? str_size(s) : str_offset(s, last);
    return true;
}

typedef ptrdiff_t (*Search)(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m);

// Position of args[0] in s[args[1]:args[2]], -1: not there, -2: raised.
static ptrdiff_t search(Value s, Value *args, const char *method, Search find) {
    Range range;
    if (!str_argument(args[0], method, "1") || !range_of(s, args[1], args[2], &range)) return -2;
    if (range.beyond || cannot_contain(s, args[0])) return -1;
    size_t size = range.to - range.from;
    ptrdiff_t found = find(bytes_of(s) + range.from, size, bytes_of(args[0]), str_size(args[0]));
    return found < 0 ? -1 : (ptrdiff_t)str_index_of(s, range.from + (size_t)found);
}

static Value position(ptrdiff_t found) { return found == -2 ? 0 : SMALL(found); }

static Value position_or_error(ptrdiff_t found) {
    if (found == -1) return raise_value_error("substring not found");
    return position(found);
}

Value str_py_find(Value self, Value *args) { return position(search(self, args, "find()", bytes_find)); }
Value str_py_rfind(Value self, Value *args) { return position(search(self, args, "rfind()", bytes_rfind)); }
Value str_py_index(Value self, Value *args) {
    return position_or_error(search(self, args, "index()", bytes_find));
}

Value str_py_rindex(Value self, Value *args) {
    return position_or_error(search(self, args, "rindex()", bytes_rfind));
}

Value str_py_count(Value self, Value *args) {
    Range range;
    if (!str_argument(args[0], "count()", "1") || !range_of(self, args[1], args[2], &range)) return 0;
    if (range.beyond || cannot_contain(self, args[0])) return SMALL(0);
    size_t size = range.to - range.from, needle = str_size(args[0]);
    if (needle == 0) return SMALL(utf8_count(str_data(self) + range.from, size) + 1);
    if (needle == 1) return SMALL(bytes_count_byte(bytes_of(self) + range.from, size, bytes_of(args[0])[0]));
    return SMALL(bytes_count(bytes_of(self) + range.from, size, bytes_of(args[0]), needle, SIZE_MAX));
}

// --- startswith, endswith

static bool matches(Value s, Range range, Value affix, bool at_end) {
    size_t size = str_size(affix);
    if (range.beyond || range.to - range.from < size) return false;
    const char *place = str_data(s) + (at_end ? range.to - size : range.from);
    return memcmp(place, str_data(affix), size) == 0;
}

static Value match_affixes(Value s, Value *args, const char *method, bool at_end) {
    Range range;
    if (!range_of(s, args[1], args[2], &range)) return 0;
    if (str_check(args[0])) return bool_value(matches(s, range, args[0], at_end));
    if (!tuple_check(args[0]))
        return raise_type_error("%s first arg must be str or a tuple of str, not %T", method, args[0]);
    for (size_t i = 0; i < tuple_count(args[0]); i++) {
        Value affix = tuple_get(args[0], i);
        if (!str_check(affix))
            return raise_type_error("tuple for %s must only contain str, not %T", method, affix);
        if (matches(s, range, affix, at_end)) return TRUE;
    }
    return FALSE;
}

Value str_py_startswith(Value self, Value *args) { return match_affixes(self, args, "startswith", false); }
Value str_py_endswith(Value self, Value *args) { return match_affixes(self, args, "endswith", true); }

// --- partition, removeprefix

static bool separator_check(Value separator) {
    if (!str_check(separator)) return raise_type_error("must be str, not %T", separator);
    if (str_size(separator) == 0) return raise_value_error("empty separator");
    return true;
}

static Value parted(Value s, Value separator, ptrdiff_t at) {
    Value before = str_from_bytes(s, 0, (size_t)at);
    Value behind = str_from_bytes(s, (size_t)at + str_size(separator), str_size(s));
    if (!before || !behind) return 0;
    return tuple_pack(3, before, separator, behind);
}

Value str_py_partition(Value self, Value *args) {
    if (!separator_check(args[0])) return 0;
    ptrdiff_t at = bytes_find(bytes_of(self), str_size(self), bytes_of(args[0]), str_size(args[0]));
    if (at >= 0) return parted(self, args[0], at);
    return tuple_pack(3, self, NAME(empty), NAME(empty));
}

Value str_py_rpartition(Value self, Value *args) {
    if (!separator_check(args[0])) return 0;
    ptrdiff_t at = bytes_rfind(bytes_of(self), str_size(self), bytes_of(args[0]), str_size(args[0]));
    if (at >= 0) return parted(self, args[0], at);
    return tuple_pack(3, NAME(empty), NAME(empty), self);
}

Value str_py_removeprefix(Value self, Value *args) {
    if (!str_argument(args[0], "removeprefix()", "")) return 0;
    bool there = matches(self, (Range){0, str_size(self), false}, args[0], false);
    return str_from_bytes(self, there ? str_size(args[0]) : 0, str_size(self));
}

Value str_py_removesuffix(Value self, Value *args) {
    if (!str_argument(args[0], "removesuffix()", "")) return 0;
    bool there = matches(self, (Range){0, str_size(self), false}, args[0], true);
    return str_from_bytes(self, 0, str_size(self) - (there ? str_size(args[0]) : 0));
}
