// Cutting text: split, rsplit, splitlines, strip.
#include "objects/bytesearch.h"
#include "objects/list.h"
#include "objects/sequence.h"
#include "objects/str_parts.h"
#include "objects/unicode.h"

static inline bool ascii_space(uint8_t c) { return c <= ' ' && 0x1F0003E00u >> c & 1; }

// --- the list of parts

typedef struct {
    Value text, list;
    bool ascii, failed;
} Parts;

static bool parts_init(Parts *parts, Value text) {
    *parts = (Parts){text, list_with_capacity(8), str_is_ascii(text), false};
    return parts->list != 0;
}

static void add_part(Parts *parts, const char *from, const char *to) {
    size_t size = (size_t)(to - from);
    Value part;
    if (parts->ascii && size < str_size(parts->text)) part = str_ascii(from, size);
    else if (size < 64 && size < str_size(parts->text)) part = str_new(from, size);
    else part = str_from_bytes(parts->text, (size_t)(from - str_data(parts->text)), (size_t)(to - str_data(parts->text)));
    List *list = list_of(parts->list);
    if (part && list->count < list->capacity) list->items[list->count++] = part;
    else if (!part || !list_append(parts->list, part)) parts->failed = true;
}

static Value parts_finish(const Parts *parts, bool reversed) {
    if (parts->failed) return 0;
    List *list = list_of(parts->list);
    for (size_t i = 0, j = list->count; reversed && i + 1 < j; i++) {
        Value item = list->items[i];
        list->items[i] = list->items[--j];
        list->items[j] = item;
    }
    return parts->list;
}

// --- at white space. Blanks are found character by character, other text is skipped by bytes.

// The character at `at` may be one of the spaces beyond ASCII: U+0085, U+00A0, U+1680, U+2000 and others,
// U+3000.
static inline bool may_be_space(const char *at) {
    uint8_t lead = (uint8_t)at[0];
    return lead == 0xC2 || lead == 0xE1 || lead == 0xE2 || (lead == 0xE3 && (uint8_t)at[1] == 0x80);
}

static inline const char *skip_spaces(const char *at, const char *end) {
    while (at < end && *at == ' ') at++;
    while (at < end && !((int8_t)*at > ' ')) {
        const char *next = at;
        if ((uint8_t)*at < 0x80 ? !ascii_space((uint8_t)*next++) : !unicode_is_space(utf8_read(&next))) break;
        at = next;
    }
    return at;
}

static const char *skip_word(const char *at, const char *end) {
    while (at < end) {
        while (at < end && (int8_t)*at > ' ') at++;
        if (at == end || ascii_space((uint8_t)*at)) break;
        const char *next = at;
        if ((uint8_t)*at >= 0x80 && may_be_space(at) && unicode_is_space(utf8_read(&next))) break;
        at += utf8_width(*at);
    }
    return at;
}

static const char *skip_spaces_back(const char *start, const char *at) {
    while (at > start) {
        const char *next = at - 1;
        if ((uint8_t)*next < 0x80 ? !ascii_space((uint8_t)*next)
                                  : (next = at, !unicode_is_space(utf8_read_back(&next))))
            break;
        at = next;
    }
    return at;
}

static const char *skip_word_back(const char *start, const char *at) {
    while (at > start) {
        const char *next = at - 1;
        if ((uint8_t)*next < 0x80 ? ascii_space((uint8_t)*next)
                                  : (next = at, unicode_is_space(utf8_read_back(&next))))
            break;
        at = next;
    }
    return at;
}

static void split_spaces(Parts *parts, size_t most) {
    const char *at = str_data(parts->text), *end = at + str_size(parts->text);
    while (most-- && !parts->failed) {
        at = skip_spaces(at, end);
        if (at == end) return;
        const char *word = at;
        at = skip_word(at, end);
        add_part(parts, word, at);
    }
    at = skip_spaces(at, end);
    if (at < end) add_part(parts, at, end);
}

static void rsplit_spaces(Parts *parts, size_t most) {
    const char *start = str_data(parts->text), *at = start + str_size(parts->text);
    while (most-- && !parts->failed) {
        at = skip_spaces_back(start, at);
        if (at == start) return;
        const char *word_end = at;
        at = skip_word_back(start, at);
        add_part(parts, at, word_end);
    }
    at = skip_spaces_back(start, at);
    if (at > start) add_part(parts, start, at);
}

// --- at a separator

static void split_at(Parts *parts, Value separator, size_t most) {
    const char *at = str_data(parts->text), *end = at + str_size(parts->text), *needle = str_data(separator);
    size_t size = str_size(separator);
    const uint8_t *start = (const uint8_t *)at;
    Matches matches;
    matches_begin(&matches, start, (size_t)(end - at), (const uint8_t *)needle, size);
    while (most-- && !parts->failed) {
        ptrdiff_t offset;
        const char *found;
        if (size == 1) found = memchr(at, needle[0], (size_t)(end - at));
        else found = (offset = matches_next(&matches)) < 0 ? NULL : (const char *)start + offset;
        if (!found) break;
        add_part(parts, at, found);
        at = found + size;
    }
    add_part(parts, at, end);
}

static void rsplit_at(Parts *parts, Value separator, size_t most) {
    const char *start = str_data(parts->text), *end = start + str_size(parts->text);
    size_t size = str_size(separator);
    while (most-- && !parts->failed) {
        ptrdiff_t offset = bytes_rfind((const uint8_t *)start, (size_t)(end - start),
                                       (const uint8_t *)str_data(separator), size);
        if (offset < 0) break;
        add_part(parts, start + offset + size, end);
        end = start + offset;
    }
    add_part(parts, start, end);
}

// args: sep, maxsplit
static bool split_arguments(Value *args, Value *separator, size_t *most) {
    ptrdiff_t limit = -1;
    if (args[1] && !sequence_size(args[1], &limit)) return false;
    *most = limit < 0 ? SIZE_MAX : (size_t)limit;
    *separator = args[0] == NONE ? 0 : args[0];
    if (!*separator) return true;
    if (!str_check(*separator)) return raise_type_error("must be str or None, not %T", *separator);
    if (str_size(*separator) == 0) return raise_value_error("empty separator");
    return true;
}

Value str_py_split(Value self, Value *args) {
    Value separator;
    size_t most;
    Parts parts;
    if (!split_arguments(args, &separator, &most) || !parts_init(&parts, self)) return 0;
    if (separator) split_at(&parts, separator, most);
    else split_spaces(&parts, most);
    return parts_finish(&parts, false);
}

Value str_py_rsplit(Value self, Value *args) {
    Value separator;
    size_t most;
    Parts parts;
    if (!split_arguments(args, &separator, &most) || !parts_init(&parts, self)) return 0;
    if (separator) rsplit_at(&parts, separator, most);
    else rsplit_spaces(&parts, most);
    return parts_finish(&parts, true);
}

// --- splitlines

static inline bool line_break(uint32_t c) {
    return (c >= '\n' && c <= '\r') || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Where the next byte is that may begin a line break: a control character, or what leads U+0085, U+2028 and
// U+2029.
static const char *skip_line(const char *at, const char *end) {
    typedef uint8_t Bytes __attribute__((vector_size(16)));
    for (; end - at >= 16; at += 16) {
        Bytes bytes;
        uint64_t found[2];
        memcpy(&bytes, at, sizeof bytes);
        bytes = (Bytes)((bytes < 0x1F) | (bytes == 0xC2) | (bytes == 0xE2));
        memcpy(found, &bytes, sizeof found);
        if (found[0] | found[1]) break;
    }
    while (at < end && (uint8_t)*at >= 0x1F && (uint8_t)*at != 0xC2 && (uint8_t)*at != 0xE2) at++;
    return at;
}

// Moves *at behind the line's end and answers where its break starts.
static const char *line_end(const char **at, const char *end) {
    const char *p = *at;
    while ((p = skip_line(p, end)) < end) {
        const char *stop = p;
        uint32_t c = utf8_read(&p);
        if (!line_break(c)) continue;
        if (c == '\r' && p < end && *p == '\n') p++;
        *at = p;
        return stop;
    }
    return *at = end;
}

Value str_py_splitlines(Value self, Value *args) {
    int keep = args[0] ? object_truth(args[0]) : 0;
    Parts parts;
    if (keep < 0 || !parts_init(&parts, self)) return 0;
    const char *at = str_data(self), *end = at + str_size(self);
    while (at < end && !parts.failed) {
        const char *line = at, *stop = line_end(&at, end);
        add_part(&parts, line, keep ? at : stop);
    }
    return parts_finish(&parts, false);
}

// --- strip

typedef struct {
    const char *set, *set_end;          // NULL: white space
} Strippable;

static bool stripped(const Strippable *what, uint32_t c) {
    if (!what->set) return c < 0x80 ? ascii_space((uint8_t)c) : unicode_is_space(c);
    if (c < 0x80) return memchr(what->set, (int)c, (size_t)(what->set_end - what->set)) != NULL;
    for (const char *at = what->set; at < what->set_end;)
        if (utf8_read(&at) == c) return true;
    return false;
}

static const char *strip_left(const Strippable *what, const char *start, const char *end) {
    while (start < end) {
        const char *next = start;
        if (!stripped(what, utf8_read(&next))) break;
        start = next;
    }
    return start;
}

static const char *strip_right(const Strippable *what, const char *start, const char *end) {
    while (start < end) {
        const char *next = end;
        if (!stripped(what, utf8_read_back(&next))) break;
        end = next;
    }
    return end;
}

static Value strip(Value s, Value set, const char *method, bool left, bool right) {
    Strippable what = {NULL, NULL};
    if (set && set != NONE) {
        if (!str_check(set)) return raise_type_error("%s arg must be None or str", method);
        what = (Strippable){str_data(set), str_data(set) + str_size(set)};
    }
    const char *data = str_data(s), *start = data, *end = data + str_size(s);
    if (left) start = strip_left(&what, start, end);
    if (right) end = strip_right(&what, start, end);
    return str_from_bytes(s, (size_t)(start - data), (size_t)(end - data));
}

Value str_py_strip(Value self, Value *args) { return strip(self, args[0], "strip", true, true); }
Value str_py_lstrip(Value self, Value *args) { return strip(self, args[0], "lstrip", true, false); }
Value str_py_rstrip(Value self, Value *args) { return strip(self, args[0], "rstrip", false, true); }
