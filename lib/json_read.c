// Reading JSON (RFC 8259, with NaN and Infinity as Python writes them). The text is walked by bytes; positions in
// messages are counted in characters when an error is raised.
#include "lib/json.h"
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "objects/utf8.h"
#include <math.h>

enum { KEYS = 64 };             // of the cache of short keys; a power of two
enum { KEY_SIZE_MAX = 32 };
enum { DEPTH_MAX = 50000 };

typedef struct {
    Value source;
    const char *text, *end, *at;
    bool strict, ascii;
    size_t depth;               // of containers
    Value object_hook, pairs_hook, parse_float, parse_int, parse_constant;      // 0: none
    Value keys[KEYS];           // seen last: objects repeat their keys
} Reader;

// ------------------------------------------------------------------------------------------------ errors

static size_t position_of(const Reader *r, const char *at) {
    return r->ascii ? (size_t)(at - r->text) : utf8_count(r->text, (size_t)(at - r->text));
}

static Value fail_at(const Reader *r, const char *message, size_t at) {
    Value module = import_by_name("json.decoder"), class = module ? object_get_attribute_c(module, "JSONDecodeError") : 0;
    Value args[3] = {str_from(message), r->source, SMALL(at)};
    Value error = class && args[0] ? object_call(class, args, 3, 0) : 0;
    return error ? raise_exception(error) : 0;
}

static Value fail(const Reader *r, const char *message, const char *at) { return fail_at(r, message, position_of(r, at)); }

static bool enter(Reader *r, const char *what) {
    if (++r->depth > DEPTH_MAX) return raise_recursion_error(what);
    if (mem_stack_check()) return true;
    if (!error_clear_if(&RecursionError_type)) return false;
    return raise_recursion_error(what);
}

// ------------------------------------------------------------------------------------------------ strings

static void skip_blanks(Reader *r) {
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\n' || *r->at == '\t' || *r->at == '\r')) r->at++;
}

// The first quote, backslash or control character.
static const char *plain_end(const char *at, const char *end) {
    while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= ' ') at++;
    return at;
}

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Four digits; -1: they are not there.
static int32_t read_hex(const char *at, const char *end) {
    int32_t code = 0;
    for (int k = 0; k < 4; k++) {
        int digit = at + k < end ? hex_digit(at[k]) : -1;
        if (digit < 0) return -1;
        code = code << 4 | digit;
    }
    return code;
}

// \uXXXX, or two of them for one character. r->at is on the u.
static bool read_unicode(Reader *r, StrBuilder *out) {
    int32_t code = read_hex(r->at + 1, r->end);
    if (code < 0) return fail(r, "Invalid \\uXXXX escape", r->at);
    r->at += 5;
    if (code >= 0xd800 && code < 0xdc00 && r->at + 1 < r->end && r->at[0] == '\\' && r->at[1] == 'u') {
        int32_t low = read_hex(r->at + 2, r->end);
        if (low < 0) return fail(r, "Invalid \\uXXXX escape", r->at + 1);
        if (low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10 | (low - 0xdc00));
            r->at += 6;
        }
    }
    str_builder_add_char(out, (uint32_t)code);
    return true;
}

// The escape at r->at, a backslash.
static bool read_escape(Reader *r, StrBuilder *out, const char *begin) {
    static const char letters[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    if (++r->at >= r->end) return fail(r, "Unterminated string starting at", begin);
    if (*r->at == 'u') return read_unicode(r, out);
    const char *found = *r->at ? strchr(letters, *r->at) : NULL;
    if (!found) return fail(r, "Invalid \\escape", r->at - 1);
    str_builder_add(out, &values[found - letters], 1);
    r->at++;
    return true;
}

// The rest of a string that has escapes or must be checked; `start` is where its text begins.
static Value read_long_string(Reader *r, const char *start) {
    const char *begin = start - 1;
    StrBuilder out;
    str_builder_init(&out);
    for (;;) {
        str_builder_add(&out, start, (size_t)(r->at - start));
        if (r->at >= r->end) return fail(r, "Unterminated string starting at", begin);
        if (*r->at == '"') break;
        if (*r->at != '\\') {
            if (r->strict) return fail(r, "Invalid control character at", r->at);
            str_builder_add(&out, r->at++, 1);
        } else if (!read_escape(r, &out, begin)) {
            return 0;
        }
        start = r->at;
        r->at = plain_end(r->at, r->end);
    }
    r->at++;
    return str_builder_finish(&out);
}

// The string whose opening quote is at r->at.
static Value read_string(Reader *r) {
    const char *start = ++r->at;
    r->at = plain_end(start, r->end);
    if (r->at >= r->end || *r->at != '"') return read_long_string(r, start);
    size_t size = (size_t)(r->at++ - start);
    return r->ascii ? str_ascii(start, size) : str_new(start, size);
}

// The same for a key, which has probably been seen before.
static Value read_key(Reader *r) {
    const char *start = r->at + 1, *end = plain_end(start, r->end);
    size_t size = (size_t)(end - start);
    if (end >= r->end || *end != '"' || size > KEY_SIZE_MAX) return read_string(r);
    uint32_t hash = (uint32_t)size;
    for (size_t k = 0; k < size; k++) hash = hash * 31 + (unsigned char)start[k];
    Value *cell = &r->keys[(hash ^ hash >> 6) & (KEYS - 1)];
    if (*cell && str_size(*cell) == size && memcmp(str_data(*cell), start, size) == 0) {
        r->at = end + 1;
        return *cell;
    }
    return *cell = read_string(r);
}

// ------------------------------------------------------------------------------------------------ numbers and names

static const char *digits_end(const char *at, const char *end) {
    while (at < end && *at >= '0' && *at <= '9') at++;
    return at;
}

static Value whole_number(Reader *r, const char *start, size_t size) {
    if (r->parse_int) {
        Value text = str_ascii(start, size);
        return text ? object_call1(r->parse_int, text) : 0;
    }
    if (size > 18) {
        Value text = str_ascii(start, size);
        return text ? int_from_text(start, size, 10, text) : 0;
    }
    int64_t number = 0;
    for (size_t k = *start == '-'; k < size; k++) number = number * 10 + (start[k] - '0');
    return SMALL(*start == '-' ? -number : number);
}

static Value real_number(Reader *r, const char *start, size_t size) {
    Value text = str_ascii(start, size);
    if (!text) return 0;
    return r->parse_float ? object_call1(r->parse_float, text) : float_from_text(start, size, text);
}

static Value read_number(Reader *r) {
    const char *start = r->at, *at = start + (*start == '-');
    if (at >= r->end || *at < '0' || *at > '9') return fail(r, "Expecting value", start);
    at = *at == '0' ? at + 1 : digits_end(at, r->end);
    bool real = false;
    if (at + 1 < r->end && *at == '.' && at[1] >= '0' && at[1] <= '9') {
        real = true;
        at = digits_end(at + 1, r->end);
    }
    if (at < r->end && (*at == 'e' || *at == 'E')) {
        const char *digits = at + 1;
        if (digits < r->end && (*digits == '+' || *digits == '-')) digits++;
        const char *end = digits_end(digits, r->end);
        if (end > digits) {
            real = true;
            at = end;
        }
    }
    r->at = at;
    return (real ? real_number : whole_number)(r, start, (size_t)(at - start));
}

static bool take(Reader *r, const char *word) {
    size_t size = strlen(word);
    if ((size_t)(r->end - r->at) < size || memcmp(r->at, word, size) != 0) return false;
    r->at += size;
    return true;
}

static Value constant(Reader *r, const char *name, double value) {
    if (!r->parse_constant) return float_value(value);
    Value text = str_from(name);
    return text ? object_call1(r->parse_constant, text) : 0;
}

static Value read_word(Reader *r) {
    if (take(r, "null")) return NONE;
    if (take(r, "true")) return TRUE;
    if (take(r, "false")) return FALSE;
    if (take(r, "NaN")) return constant(r, "NaN", (double)NAN);
    if (take(r, "Infinity")) return constant(r, "Infinity", (double)INFINITY);
    if (take(r, "-Infinity")) return constant(r, "-Infinity", -(double)INFINITY);
    return *r->at == '-' || (*r->at >= '0' && *r->at <= '9') ? read_number(r) : fail(r, "Expecting value", r->at);
}

// ------------------------------------------------------------------------------------------------ containers

static Value read_value(Reader *r);

static Value read_array(Reader *r) {
    if (!enter(r, " while decoding a JSON array from a unicode string")) return 0;
    Value list = list_with_capacity(0);
    r->at++;
    skip_blanks(r);
    if (r->at < r->end && *r->at == ']') {
        r->at++;
        return list;
    }
    while (list) {
        Value item = read_value(r);
        if (!item || !list_append(list, item)) return 0;
        skip_blanks(r);
        if (r->at >= r->end) return fail(r, "Expecting ',' delimiter", r->at);
        const char *comma = r->at++;
        if (*comma == ']') break;
        if (*comma != ',') return fail(r, "Expecting ',' delimiter", comma);
        skip_blanks(r);
        if (r->at < r->end && *r->at == ']') return fail(r, "Illegal trailing comma before end of array", comma);
    }
    return list;
}

// One `"key": value`.
static bool read_member(Reader *r, Value object, bool pairs) {
    if (r->at >= r->end || *r->at != '"') return fail(r, "Expecting property name enclosed in double quotes", r->at);
    Value key = read_key(r);
    if (!key) return false;
    skip_blanks(r);
    if (r->at >= r->end || *r->at != ':') return fail(r, "Expecting ':' delimiter", r->at);
    r->at++;
    skip_blanks(r);
    Value value = read_value(r);
    if (!value) return false;
    if (!pairs) return dict_set(object, key, value);
    Value pair = tuple_pair(key, value);
    return pair && list_append(object, pair);
}

static bool read_members(Reader *r, Value object, bool pairs) {
    r->at++;
    skip_blanks(r);
    if (r->at < r->end && *r->at == '}') {
        r->at++;
        return true;
    }
    for (;;) {
        if (!read_member(r, object, pairs)) return false;
        skip_blanks(r);
        if (r->at >= r->end) return fail(r, "Expecting ',' delimiter", r->at);
        const char *comma = r->at++;
        if (*comma == '}') return true;
        if (*comma != ',') return fail(r, "Expecting ',' delimiter", comma);
        skip_blanks(r);
        if (r->at < r->end && *r->at == '}') return fail(r, "Illegal trailing comma before end of object", comma);
    }
}

static Value read_object(Reader *r) {
    if (!enter(r, " while decoding a JSON object from a unicode string")) return 0;
    bool pairs = r->pairs_hook != 0;
    Value object = pairs ? list_with_capacity(0) : dict_new();
    if (!object || !read_members(r, object, pairs)) return 0;
    Value hook = pairs ? r->pairs_hook : r->object_hook;
    return hook ? object_call1(hook, object) : object;
}

static Value leave(Reader *r, Value container) {
    r->depth--;
    return container;
}

static Value read_value(Reader *r) {
    if (r->at >= r->end) return fail(r, "Expecting value", r->at);
    switch (*r->at) {
    case '"': return read_string(r);
    case '{': return leave(r, read_object(r));
    case '[': return leave(r, read_array(r));
    default: return read_word(r);
    }
}

// ------------------------------------------------------------------------------------------------ the decoder

// A hook of the decoder; 0: there is none, or it is what is done anyway.
static bool get_hook(Value decoder, const char *name, const Type *usual, Value *hook) {
    Value found = object_get_attribute_c(decoder, name);
    *hook = found == NONE || found == VALUE(usual) ? 0 : found;
    return found != 0;
}

Value json_read(Value text, size_t at, Value decoder) {
    Value strict = object_get_attribute_c(decoder, "strict");
    int is_strict = strict ? object_truth(strict) : -1;
    if (is_strict < 0) return 0;
    Reader r = {.source = text, .text = str_data(text), .strict = is_strict, .ascii = str_is_ascii(text)};
    if (!get_hook(decoder, "object_hook", &none_type, &r.object_hook) ||
        !get_hook(decoder, "object_pairs_hook", &none_type, &r.pairs_hook) ||
        !get_hook(decoder, "parse_float", &float_type, &r.parse_float) ||
        !get_hook(decoder, "parse_int", &int_type, &r.parse_int) ||
        !get_hook(decoder, "parse_constant", &none_type, &r.parse_constant))
        return 0;
    r.end = r.text + str_size(text);
    r.at = r.text;
    if (at > str_length(text)) return fail_at(&r, "Expecting value", at);
    for (size_t k = 0; k < at; k++) {
        if (r.ascii) r.at++;
        else utf8_read(&r.at);
    }
    Value value = read_value(&r);
    return value ? tuple_pair(value, SMALL(position_of(&r, r.at))) : 0;
}
