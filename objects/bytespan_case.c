// Methods of bytes and bytearray that know letters, digits and whitespace, all of them ASCII (bytespan.h).
#include "objects/bytespan.h"

static inline bool is_upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }
static inline bool is_lower(uint8_t c) { return c >= 'a' && c <= 'z'; }
static inline bool is_letter(uint8_t c) { return is_lower(c | 0x20); }
static inline uint8_t to_upper(uint8_t c) { return c ^ (is_lower(c) ? 0x20 : 0); }
static inline uint8_t to_lower(uint8_t c) { return c ^ (is_upper(c) ? 0x20 : 0); }

// ---------------------------------------------------------------------------------------------------------------
// Changed copies

typedef void (*Changer)(uint8_t *restrict out, const uint8_t *restrict data, size_t size);

static Value changed(Value self, Changer change) {
    Value result = span_new(self, 0, span_of(self)->size);
    if (result) change(span_of(result)->data, span_of(self)->data, span_of(self)->size);
    return result;
}

vectorised static void make_upper(uint8_t *restrict out, const uint8_t *restrict data, size_t size) {
    for (size_t i = 0; i < size; i++) out[i] = to_upper(data[i]);
}

vectorised static void make_lower(uint8_t *restrict out, const uint8_t *restrict data, size_t size) {
    for (size_t i = 0; i < size; i++) out[i] = to_lower(data[i]);
}

vectorised static void swap_case(uint8_t *restrict out, const uint8_t *restrict data, size_t size) {
    for (size_t i = 0; i < size; i++) out[i] = data[i] ^ (is_letter(data[i]) ? 0x20 : 0);
}

vectorised static void make_title(uint8_t *restrict out, const uint8_t *restrict data, size_t size) {
    if (size) out[0] = to_upper(data[0]);
    for (size_t i = 1; i < size; i++) {
        uint8_t inside = (uint8_t)((data[i - 1] | 0x20) - 'a') < 26, letter = (uint8_t)((data[i] | 0x20) - 'a') < 26;
        out[i] = letter ? (data[i] & 0xdf) | inside << 5 : data[i];
    }
}

static void capitalize(uint8_t *restrict out, const uint8_t *restrict data, size_t size) {
    make_lower(out, data, size);
    if (size) out[0] = to_upper(data[0]);
}

Value span_py_upper(Value self, Value *args) {
    (void)args;
    return changed(self, make_upper);
}

Value span_py_lower(Value self, Value *args) {
    (void)args;
    return changed(self, make_lower);
}

Value span_py_swapcase(Value self, Value *args) {
    (void)args;
    return changed(self, swap_case);
}

Value span_py_title(Value self, Value *args) {
    (void)args;
    return changed(self, make_title);
}

Value span_py_capitalize(Value self, Value *args) {
    (void)args;
    return changed(self, capitalize);
}

// ---------------------------------------------------------------------------------------------------------------
// Questions

typedef bool (*Tester)(const uint8_t *data, size_t size);

// Whether all of `size` bytes are of the kind, without leaving early, which lets the loop be vectorised.
#define TESTER(name, condition) \
    vectorised static bool name(const uint8_t *data, size_t size) { \
        uint8_t bad = 0; \
        for (size_t i = 0; i < size; i++) { \
            uint8_t c = data[i], lower = (uint8_t)((c | 0x20) - 'a'), digit = (uint8_t)(c - '0'); \
            (void)lower, (void)digit; \
            bad |= !(condition); \
        } \
        return !bad; \
    }
TESTER(all_letters, lower < 26)
TESTER(all_digits, digit < 10)
TESTER(all_letters_or_digits, (lower < 26) | (digit < 10))
TESTER(all_ascii, c < 0x80)
TESTER(all_spaces, (c == ' ') | ((uint8_t)(c - '\t') < 5))
TESTER(no_upper, (uint8_t)(c - 'A') >= 26)
TESTER(no_lower, (uint8_t)(c - 'a') >= 26)
TESTER(no_letters, lower >= 26)

// Asked of pieces, so that the end comes soon after the first byte that is not of the kind.
static bool all_of(Value self, Tester test) {
    const uint8_t *data = span_of(self)->data;
    for (size_t left = span_of(self)->size, most = 32, part; left; left -= part, data += part, most = 1024) {
        part = left < most ? left : most;
        if (!test(data, part)) return false;
    }
    return true;
}

static Value all_bytes(Value self, Tester test) {
    return bool_value(span_of(self)->size > 0 && all_of(self, test));
}

Value span_py_isalnum(Value self, Value *args) {
    (void)args;
    return all_bytes(self, all_letters_or_digits);
}

Value span_py_isalpha(Value self, Value *args) {
    (void)args;
    return all_bytes(self, all_letters);
}

Value span_py_isdigit(Value self, Value *args) {
    (void)args;
    return all_bytes(self, all_digits);
}

Value span_py_isspace(Value self, Value *args) {
    (void)args;
    return all_bytes(self, all_spaces);
}

Value span_py_isascii(Value self, Value *args) {
    (void)args;
    return bool_value(all_of(self, all_ascii));
}

// Some letter is of the one case and none of the other.
static Value is_all_case(Value self, Tester none_of_other) {
    return bool_value(all_of(self, none_of_other) && !all_of(self, no_letters));
}

Value span_py_islower(Value self, Value *args) {
    (void)args;
    return is_all_case(self, no_upper);
}

Value span_py_isupper(Value self, Value *args) {
    (void)args;
    return is_all_case(self, no_lower);
}

// Whether each of data[1..size) that is a letter is small just when a letter stands before it.
vectorised static bool words_right(const uint8_t *data, size_t size) {
    uint8_t bad = 0;
    for (size_t i = 1; i < size; i++) {
        uint8_t before = (uint8_t)((data[i - 1] | 0x20) - 'a') < 26, letter = (uint8_t)((data[i] | 0x20) - 'a') < 26;
        bad |= letter & (before ^ (data[i] >> 5 & 1));
    }
    return !bad;
}

Value span_py_istitle(Value self, Value *args) {
    (void)args;
    ByteSpan *span = span_of(self);
    if (span->size == 0 || is_lower(span->data[0]) || all_of(self, no_letters)) return FALSE;
    for (size_t at = 0; at < span->size; at += 1023)
        if (!words_right(span->data + at, span->size - at < 1024 ? span->size - at : 1024)) return FALSE;
    return TRUE;
}
