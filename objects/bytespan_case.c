// Methods of bytes and bytearray that know letters, digits and whitespace, all of them ASCII (bytespan.h).
#include "objects/bytespan.h"

static inline bool is_upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }
static inline bool is_lower(uint8_t c) { return c >= 'a' && c <= 'z'; }
static inline bool is_letter(uint8_t c) { return is_lower(c | 0x20); }
static inline bool is_digit(uint8_t c) { return c >= '0' && c <= '9'; }
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

static void make_title(uint8_t *restrict out, const uint8_t *restrict data, size_t size) {
    bool inside = false;
    for (size_t i = 0; i < size; i++) {
        out[i] = inside ? to_lower(data[i]) : to_upper(data[i]);
        inside = is_letter(data[i]);
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

static bool is_letter_or_digit(uint8_t c) { return is_letter(c) || is_digit(c); }
static bool is_space(uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static Value all_bytes(Value self, bool (*test)(uint8_t c)) {
    ByteSpan *span = span_of(self);
    for (size_t i = 0; i < span->size; i++)
        if (!test(span->data[i])) return FALSE;
    return bool_value(span->size > 0);
}

Value span_py_isalnum(Value self, Value *args) {
    (void)args;
    return all_bytes(self, is_letter_or_digit);
}

Value span_py_isalpha(Value self, Value *args) {
    (void)args;
    return all_bytes(self, is_letter);
}

Value span_py_isdigit(Value self, Value *args) {
    (void)args;
    return all_bytes(self, is_digit);
}

Value span_py_isspace(Value self, Value *args) {
    (void)args;
    return all_bytes(self, is_space);
}

Value span_py_isascii(Value self, Value *args) {
    (void)args;
    const uint8_t *data = span_of(self)->data, *end = data + span_of(self)->size;
    for (; end - data >= 8; data += 8) {
        uint64_t word;
        memcpy(&word, data, 8);
        if (word & 0x8080808080808080u) return FALSE;
    }
    for (; data < end; data++)
        if (*data & 0x80) return FALSE;
    return TRUE;
}

// Some letter is of the one case and none of the other.
static Value is_all_case(Value self, bool upper) {
    ByteSpan *span = span_of(self);
    bool any = false;
    for (size_t i = 0; i < span->size; i++) {
        if (!is_letter(span->data[i])) continue;
        if (is_upper(span->data[i]) != upper) return FALSE;
        any = true;
    }
    return bool_value(any);
}

Value span_py_islower(Value self, Value *args) {
    (void)args;
    return is_all_case(self, false);
}

Value span_py_isupper(Value self, Value *args) {
    (void)args;
    return is_all_case(self, true);
}

Value span_py_istitle(Value self, Value *args) {
    (void)args;
    ByteSpan *span = span_of(self);
    bool any = false, inside = false;
    for (size_t i = 0; i < span->size; i++) {
        uint8_t c = span->data[i];
        if (is_letter(c) && is_upper(c) == inside) return FALSE;
        inside = is_letter(c);
        any = any || inside;
    }
    return bool_value(any);
}
