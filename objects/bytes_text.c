// Bytes as text: hexadecimal digits both ways, repr, decode (bytespan.h).
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/bytespan.h"
#include "objects/codecs.h"
#include "objects/int.h"
#include "objects/str.h"

static const char hex_digits[] = "0123456789abcdef";

// ---------------------------------------------------------------------------------------------------------------
// hex

// Both digits of a byte at once, by arithmetic on its nibbles in the two halves of a 16-bit word, so that a loop of it can
// be vectorised.
static inline uint16_t hex_pair(uint8_t byte) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint16_t nibbles = byte >> 4 | (byte & 15) << 8;
#else
    uint16_t nibbles = (byte & 0xf0) << 4 | (byte & 15);
#endif
    uint16_t letters = (nibbles + 0x0606) >> 4 & 0x0101;
    return nibbles + 0x3030 + letters * ('a' - '0' - 10);
}

typedef uint16_t Pair __attribute__((aligned(1), may_alias));        // two digits anywhere in a text

vectorised static void hex_plain(Pair *restrict out, const uint8_t *restrict data, size_t size) {
    for (size_t i = 0; i < size; i++) out[i] = hex_pair(data[i]);
}

// With a separator after each `group` bytes, counted from the right, or from the left when group is negative.
static void hex_grouped(char *out, const uint8_t *data, size_t size, char separator, ptrdiff_t group) {
    size_t width = group < 0 ? -(size_t)group : (size_t)group;
    size_t first = group < 0 || size % width == 0 ? width : size % width;
    for (size_t at = 0, count = first; at < size; at += count, count = width) {
        if (at) *out++ = separator;
        if (count > size - at) count = size - at;
        for (size_t i = 0; i < count; i++, out += 2) {
            uint16_t digits = hex_pair(data[at + i]);
            memcpy(out, &digits, 2);
        }
    }
}

static bool hex_separator(Value v, char *out) {
    ptrdiff_t length = object_length(v);
    if (length < 0) return false;
    if (length != 1) return raise_value_error("sep must be length 1.");
    if (!str_check(v) && !bytes_check(v)) return raise_type_error("sep must be str or bytes.");
    *out = str_check(v) ? str_data(v)[0] : (char)bytes_data(v)[0];
    return *out & 0x80 ? raise_value_error("sep must be ASCII.") : true;
}

static bool hex_group(Value v, ptrdiff_t *out) {
    int64_t number;
    Value index = object_index(v);
    if (!index) return false;
    if (!int_get64(index, &number) || number != (int)number)
        return raise_overflow_error("Python int too large to convert to C int");
    *out = number;
    return true;
}

bool hex_style(Value separator, Value group, HexStyle *style) {
    style->between = 0;
    style->group = 1;
    if (group && !hex_group(group, &style->group)) return false;
    if (separator && !hex_separator(separator, &style->between)) return false;
    if (!separator) style->group = 0;
    return true;
}

Value bytes_hex(const uint8_t *data, size_t size, HexStyle style) {
    ptrdiff_t width = style.group < 0 ? -style.group : style.group;
    size_t separators = width && size ? (size - 1) / (size_t)width : 0;
    if (size > (size_t)PTRDIFF_MAX / 4) return raise_memory_error();
    size_t total = size * 2 + separators;
    Value text = str_room(total, total);
    if (!text) return 0;
    char *out = str_of(text)->data;
    if (separators)
        hex_grouped(out, data, size, style.between, style.group);
    else
        hex_plain((Pair *)out, data, size);
    return text;
}

Value span_py_hex(Value self, Value *args) {
    HexStyle style;
    return hex_style(args[0], args[1], &style) ? bytes_hex(span_of(self)->data, span_of(self)->size, style) : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// fromhex

// 0..15, or 16 for what is no digit.
static inline uint8_t digit_value(uint8_t c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

static inline bool is_space(uint8_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// The ValueError for what stands at `at`, where two digits should.
static ptrdiff_t hex_error(const uint8_t *text, size_t size, size_t at) {
    if (at + 1 == size && digit_value(text[at]) < 16)
        raise_value_error("fromhex() arg must contain an even number of hexadecimal digits");
    else
        raise_value_error("non-hexadecimal number found in fromhex() arg at position %zd",
                          (ptrdiff_t)(digit_value(text[at]) < 16 ? at + 1 : at));
    return -1;
}

// Decodes to `out`; the number of bytes, or -1: ValueError. Positions in messages count bytes, of which all before a
// wrong one are ASCII.
static ptrdiff_t hex_decode(uint8_t *out, const uint8_t *text, size_t size) {
    uint8_t values[256];
    for (int i = 0; i < 256; i++) values[i] = digit_value(i);
    uint8_t *start = out;
    for (size_t at = 0; at < size; ) {
        if (likely(at + 1 < size)) {
            uint8_t high = values[text[at]], low = values[text[at + 1]];
            if (likely(!((high | low) & 16))) {
                *out++ = high << 4 | low;
                at += 2;
                continue;
            }
        }
        if (!is_space(text[at])) return hex_error(text, size, at);
        at++;
    }
    return out - start;
}

static Value from_hex_run(Value like, const uint8_t *text, size_t size) {
    uint8_t *room = mem_alloc_atomic(size / 2 + 1);
    if (!room) return 0;
    ptrdiff_t decoded = hex_decode(room, text, size);
    return decoded < 0 ? 0 : span_new(like, room, decoded);
}

Value span_from_hex(Value like, Value text) {
    if (str_check(text)) return from_hex_run(like, (const uint8_t *)str_data(text), str_size(text));
    if (!buffer_supported(text)) return raise_type_error("fromhex() argument must be str or bytes-like, not %T", text);
    Borrowed borrowed;
    if (!span_borrow(text, &borrowed)) return 0;
    Value result = from_hex_run(like, borrowed.data, borrowed.size);
    span_return(&borrowed);
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// repr

// Digits of the escape for c, or its one letter; 0: c stands for itself.
static inline size_t escape_size(uint8_t c, char quote, bool escape_apostrophe) {
    if (c == '\\' || c == '\t' || c == '\n' || c == '\r' || c == (uint8_t)quote || (c == '\'' && escape_apostrophe)) return 2;
    return c < ' ' || c >= 0x7f ? 4 : 1;
}

static char *escape_write(char *out, uint8_t c, size_t width) {
    if (width == 1) {
        *out++ = c;
        return out;
    }
    *out++ = '\\';
    if (width == 2) {
        *out++ = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
        return out;
    }
    *out++ = 'x';
    *out++ = hex_digits[c >> 4];
    *out++ = hex_digits[c & 15];
    return out;
}

// "before" b'...' "after". The quote is the apostrophe unless only double quotes avoid escapes.
Value bytes_repr(const uint8_t *data, size_t size, const char *before, const char *after, bool escape_apostrophe) {
    char quote = size && memchr(data, '\'', size) && !memchr(data, '"', size) ? '"' : '\'';
    size_t head = strlen(before), tail = strlen(after), total = head + tail + 3;
    for (size_t i = 0; i < size; i++) total += escape_size(data[i], quote, escape_apostrophe);
    Value text = str_room(total, total);
    if (!text) return 0;
    char *out = str_of(text)->data;
    memcpy(out, before, head);
    out += head;
    *out++ = 'b';
    *out++ = quote;
    for (size_t i = 0; i < size; i++) out = escape_write(out, data[i], escape_size(data[i], quote, escape_apostrophe));
    *out++ = quote;
    memcpy(out, after, tail);
    return text;
}

// ---------------------------------------------------------------------------------------------------------------
// decode

Value span_py_decode(Value self, Value *args) {
    const char *encoding = NULL, *errors = NULL;
    if (!codec_argument(args[0], "decode()", "'encoding'", &encoding)) return 0;
    if (!codec_argument(args[1], "decode()", "'errors'", &errors)) return 0;
    if (bytes_check(self)) return codec_decode(bytes_data(self), bytes_size(self), encoding, errors);
    Buffer held;                // an error handler is Python code
    if (!buffer_get_bytes(self, &held)) return 0;
    Value text = codec_decode(held.data, held.size, encoding, errors);
    buffer_release(&held);
    return text;
}
