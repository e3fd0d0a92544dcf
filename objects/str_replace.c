// str.replace: the result's size is known before anything is written.
#include "objects/bytesearch.h"
#include "objects/bytespan.h"
#include "objects/sequence.h"
#include "objects/str_parts.h"
#include <stdlib.h>

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

// By a text of as many bytes and characters: in a copy.
static Value replace_in_copy(Value s, Value from, Value to, size_t most) {
    size_t size = str_size(s), width = str_size(to);
    ptrdiff_t at = bytes_find(bytes_of(s), size, bytes_of(from), width);
    if (at < 0) return str_exact(s);
    Value result = str_room(size, str_length(s));
    if (!result) return 0;
    char *out = str_of(result)->data;
    if (width == 1 && most == SIZE_MAX) {
        bytes_replace_byte((uint8_t *)out, bytes_of(s), size, *bytes_of(from), *bytes_of(to));
        return result;
    }
    memcpy(out, str_data(s), size);
    out += at;
    Matches matches;
    matches_begin(&matches, bytes_of(s) + at, size - at, bytes_of(from), width);
    while (most-- && (at = matches_next(&matches)) >= 0) bytes_copy(out + at, str_data(to), width);
    return result;
}

#define PLACES_FEW 64
#define PLACES_MANY 8192

// The places of the first occurrences, and the search for those behind them.
typedef struct {
    size_t few[PLACES_FEW], *many, *places, known;      // places: few or many; many is malloc'd, or 0
    Matches rest;
} Found;

static inline void find_some(Found *found, size_t most) {
    size_t room = found->many ? PLACES_MANY : PLACES_FEW;
    found->places = found->many ? found->many : found->few;
    found->known = matches_fill(&found->rest, found->places, most < room ? most : room);
}

// How many are to be replaced; finds the first of them. Short ones are quickly counted, so that they need not be kept.
static size_t count(Value s, Value from, size_t limit, Found *found) {
    matches_begin(&found->rest, bytes_of(s), str_size(s), bytes_of(from), str_size(from));
    found->many = 0;
    find_some(found, limit);
    if (found->known < PLACES_FEW || found->known == limit) return found->known;
    if (str_size(from) > 2 && (found->many = malloc(PLACES_MANY * sizeof *found->many))) {
        matches_begin(&found->rest, bytes_of(s), str_size(s), bytes_of(from), str_size(from));
        find_some(found, limit);
        if (found->known < PLACES_MANY || found->known == limit) return found->known;
    }
    size_t done = found->places[found->known - 1] + str_size(from);
    return found->known + bytes_count(bytes_of(s) + done, str_size(s) - done, bytes_of(from), str_size(from),
                                      limit - found->known);
}

// `safe`: 16 bytes may be read and written, whatever the size; the next piece is written over what is too much.
static inline char *copy(char *out, const char *from, size_t size, bool safe) {
    if (safe && size <= 16) memcpy(out, from, 16);
    else bytes_copy(out, from, size);
    return out + size;
}

static Value replace_times(Value s, Value from, Value to, size_t times, Found *found) {
    Value result = room_for(s, from, to, times);
    if (!result) return 0;
    char *out = str_of(result)->data;
    char few[16] = {0};
    size_t old_size = str_size(from), new_size = str_size(to);
    const char *at = str_data(s), *end = at + str_size(s), *out_end = out + str_size(result), *new = str_data(to);
    if (new_size <= 16) {
        bytes_copy(few, new, new_size);
        new = few;
    }
    for (;; find_some(found, times)) {
        for (size_t i = 0; i < found->known; i++) {
            const char *next = str_data(s) + found->places[i];
            out = copy(out, at, (size_t)(next - at), end - at >= 16 && out_end - out >= 16);
            out = copy(out, new, new_size, out_end - out >= 16);
            at = next + old_size;
        }
        if (!(times -= found->known)) break;
    }
    memcpy(out, at, (size_t)(end - at));
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
    if (str_size(from) == str_size(to) && str_length(from) == str_length(to)) return replace_in_copy(self, from, to, limit);
    Found found;
    size_t times = count(self, from, limit, &found);
    Value result = times ? replace_times(self, from, to, times, &found) : str_exact(self);
    free(found.many);
    return result;
}
