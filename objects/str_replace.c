// str.replace: the result's size is known before anything is written.
#include "objects/bytesearch.h"
#include "objects/bytespan.h"
#include "objects/sequence.h"
#include "objects/str_parts.h"

static inline const uint8_t *bytes_of(Value s) { return (const uint8_t *)str_data(s); }

// Room for s after `times` replacements.
static Value room_for(Value s, Value from, Value to, size_t times) {
    size_t size, length = str_length(s) - times * str_length(from) + times * str_length(to);
    if (__builtin_mul_overflow(times, str_size(to), &size) ||
        __builtin_add_overflow(size, str_size(s) - times * str_size(from), &size) || size > PTRDIFF_MAX)
        return raise_overflow_error("replace string is too long");
    return str_room(size, length);
}

// `to` before each of the first `times` characters, and behind the last if there are fewer.
static Value interleaved(Value s, Value to, size_t most) {
    size_t places = str_length(s) + 1, times = most < places ? most : places;
    Value result = room_for(s, NAME(empty), to, times);
    if (!result) return 0;
    char *out = str_of(result)->data;
    const char *at = str_data(s), *end = at + str_size(s);
    for (size_t i = 0; i < times; i++) {
        memcpy(out, str_data(to), str_size(to));
        out += str_size(to);
        if (at == end) break;
        size_t width = utf8_width(*at);
        memcpy(out, at, width);
        out += width;
        at += width;
    }
    memcpy(out, at, (size_t)(end - at));
    return result;
}

static Value replace_byte(Value s, char from, char to, size_t times) {
    Value result = str_room(str_size(s), str_length(s));
    if (!result) return 0;
    char *out = str_of(result)->data;
    size_t size = str_size(s);
    memcpy(out, str_data(s), size);
    for (char *end = out + size; times && (out = memchr(out, from, (size_t)(end - out))); times--)
        *out++ = to;
    return result;
}

// By a text of as many bytes and characters: in a copy.
static Value replace_in_copy(Value s, Value from, Value to, size_t most) {
    size_t size = str_size(s);
    Matches matches = matches_begin(bytes_of(s), size, bytes_of(from), str_size(from));
    ptrdiff_t at = matches_next(&matches);
    if (at < 0) return str_exact(s);
    Value result = str_room(size, str_length(s));
    if (!result) return 0;
    char *out = str_of(result)->data;
    memcpy(out, str_data(s), size);
    do bytes_copy(out + at, str_data(to), str_size(to)); while (--most && (at = matches_next(&matches)) >= 0);
    return result;
}

// The places of occurrences that have been counted, as many as there is room for, and the search for those
// behind them.
typedef struct {
    size_t places[64];
    Matches rest;
} Found;

static size_t count(Value s, Value from, size_t limit, Found *found) {
    if (str_size(from) <= 2) {
        found->rest = matches_begin(bytes_of(s), str_size(s), bytes_of(from), str_size(from));
        return bytes_count(bytes_of(s), str_size(s), bytes_of(from), str_size(from), limit);
    }
    size_t times = 0, most = sizeof found->places / sizeof *found->places;
    Matches matches = matches_begin(bytes_of(s), str_size(s), bytes_of(from), str_size(from));
    for (ptrdiff_t at; times < limit && (at = matches_next(&matches)) >= 0; times++) {
        if (times < most) found->places[times] = (size_t)at;
        if (times + 1 == most) found->rest = matches;
    }
    return times;
}

static inline char *copy(char *out, const char *from, size_t size) {
    bytes_copy(out, from, size);
    return out + size;
}

static Value replace_times(Value s, Value from, Value to, size_t times, Found *found) {
    Value result = room_for(s, from, to, times);
    if (!result || str_size(result) == 0) return result;
    char *out = str_of(result)->data;
    const char *data = str_data(s);
    size_t done = 0, known = str_size(from) <= 2 ? 0 : sizeof found->places / sizeof *found->places;
    for (size_t i = 0; i < times; i++) {
        size_t at = i < known ? found->places[i] : (size_t)matches_next(&found->rest);
        out = copy(out, data + done, at - done);
        out = copy(out, str_data(to), str_size(to));
        done = at + str_size(from);
    }
    memcpy(out, data + done, str_size(s) - done);
    return result;
}

Value str_py_replace(Value self, Value *args) {
    ptrdiff_t most = -1;
    Value from = args[0], to = args[1];
    if (!str_argument(from, "replace()", "1") || !str_argument(to, "replace()", "2")) return 0;
    if (args[2] && !sequence_size(args[2], &most)) return 0;
    size_t limit = most < 0 ? SIZE_MAX : (size_t)most;
    if (limit == 0 || str_equal(from, to) || (str_is_ascii(self) && !str_is_ascii(from))) return str_exact(self);
    if (str_size(from) == 0) return interleaved(self, to, limit);
    bool alike = str_size(from) == str_size(to) && str_length(from) == str_length(to);
    if (alike && str_size(from) > 1) return replace_in_copy(self, from, to, limit);
    Found found;
    size_t times = count(self, from, limit, &found);
    if (times == 0) return str_exact(self);
    if (str_size(from) == 1 && str_size(to) == 1)
        return replace_byte(self, str_data(from)[0], str_data(to)[0], times);
    return replace_times(self, from, to, times, &found);
}
