// Bytes as text: hexadecimal digits both ways, repr, decode (bytespan.h).
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/bytespan.h"
#include "objects/codecs.h"
#include "objects/str.h"
#include "objects/utf8.h"

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

// Digits of whole groups with the separator behind each: a compile-time `width` makes one store of each copy.
static inline __attribute__((always_inline)) char *separate(char *out, const char *digits, size_t groups,
                                                            size_t width, char separator) {
    for (; groups; groups--, digits += width, out += width + 1) {
        memcpy(out, digits, width);
        out[width] = separator;
    }
    return out;
}

#define HEX_BLOCK 512

// Groups of `width` bytes, each with a separator behind it. The digits are made a block at a time, at full speed.
vectorised static char *hex_groups(char *out, const uint8_t *data, size_t groups, size_t width, char separator) {
    char digits[HEX_BLOCK * 2];
    for (size_t some; groups; groups -= some, data += some * width) {
        some = groups < HEX_BLOCK / width ? groups : HEX_BLOCK / width;
        hex_plain((Pair *)digits, data, some * width);
        switch (width) {
        case 1: out = separate(out, digits, some, 2, separator); break;
        case 2: out = separate(out, digits, some, 4, separator); break;
        case 4: out = separate(out, digits, some, 8, separator); break;
        default: out = separate(out, digits, some, width * 2, separator);
        }
    }
    return out;
}

// With a separator after each `group` bytes, counted from the right, or from the left when group is negative.
static void hex_grouped(char *out, const uint8_t *data, size_t size, char separator, ptrdiff_t group) {
    size_t width = group < 0 ? -(size_t)group : (size_t)group;
    size_t odd = size % width, last = odd && group < 0 ? odd : width;
    if (odd && group > 0) {
        hex_plain((Pair *)out, data, odd);
        out[odd * 2] = separator;
        out += odd * 2 + 1;
        data += odd;
        size -= odd;
    }
    size_t groups = (size - last) / width;
    if (width <= HEX_BLOCK) {
        out = hex_groups(out, data, groups, width, separator);
        data += groups * width;
    } else {
        for (; groups; groups--, data += width, out += width * 2 + 1) {
            hex_plain((Pair *)out, data, width);
            out[width * 2] = separator;
        }
    }
    hex_plain((Pair *)out, data, last);
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
    int number;
    if (!object_to_int(v, &number)) return false;
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

size_t bytes_hex_size(size_t size, HexStyle style) {
    size_t width = style.group < 0 ? -(size_t)style.group : (size_t)style.group;
    return size * 2 + (width && size ? (size - 1) / width : 0);
}

void bytes_hex_write(char *out, const uint8_t *data, size_t size, HexStyle style) {
    if (bytes_hex_size(size, style) > size * 2)
        hex_grouped(out, data, size, style.between, style.group);
    else
        hex_plain((Pair *)out, data, size);
}

Value bytes_hex(const uint8_t *data, size_t size, HexStyle style) {
    if (size > (size_t)PTRDIFF_MAX / 4) return raise_memory_error();
    size_t total = bytes_hex_size(size, style);
    Value text = str_room(total, total);
    if (text) bytes_hex_write(str_of(text)->data, data, size, style);
    return text;
}

Value span_py_hex(Value self, Value *args) {
    HexStyle style;
    return hex_style(args[0], args[1], &style) ? bytes_hex(span_of(self)->data, span_of(self)->size, style) : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// fromhex

// 0..15, or 255 for what is no digit.
static inline uint8_t digit_value(uint8_t c) {
    static const uint8_t one_more[256] = {
        ['0'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ['A'] = 11, 12, 13, 14, 15, 16, ['a'] = 11, 12, 13, 14, 15, 16,
    };
    return one_more[c] - 1;
}

#define DIGITS_BLOCK 64

// 64 digits to 32 bytes; false when they are not all digits. Arithmetic instead of a table, so that it can be vectorised.
vectorised static bool decode_block(uint8_t *restrict out, const uint8_t *restrict text) {
    uint8_t bad = 0;
    for (size_t i = 0; i < DIGITS_BLOCK / 2; i++) {
        uint8_t a = text[2 * i] - '0', b = text[2 * i + 1] - '0';
        uint8_t c = (text[2 * i] | 0x20) - 'a', d = (text[2 * i + 1] | 0x20) - 'a';
        bad |= (uint8_t)((a > 9) & (c > 5)) | (uint8_t)((b > 9) & (d > 5));
        out[i] = (uint8_t)((a > 9 ? c + 10 : a) << 4) | (uint8_t)(b > 9 ? d + 10 : b);
    }
    return !bad;
}

bool bytes_unhex(uint8_t *restrict out, const uint8_t *restrict digits, size_t size) {
    for (; size >= DIGITS_BLOCK / 2; size -= DIGITS_BLOCK / 2, out += DIGITS_BLOCK / 2, digits += DIGITS_BLOCK)
        if (!decode_block(out, digits)) return false;
    uint8_t wrong = 0;
    for (; size; size--, digits += 2) {
        uint8_t high = digit_value(digits[0]), low = digit_value(digits[1]);
        wrong |= (high | low) & 16;
        *out++ = (uint8_t)(high << 4 | low);
    }
    return !wrong;
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
vectorised static ptrdiff_t hex_decode(uint8_t *out, const uint8_t *text, size_t size) {
    uint8_t *start = out;
    size_t block = 0;                           // where to try a block next
    for (size_t at = 0; at < size; ) {
        if (at >= block) {
            if (size - at >= DIGITS_BLOCK && decode_block(out, text + at)) {
                out += DIGITS_BLOCK / 2;
                at += DIGITS_BLOCK;
                continue;
            }
            block = at + 16 * DIGITS_BLOCK;
        }
        for (size_t end = block < size ? block : size; at + 2 < end; ) {
            uint8_t high = digit_value(text[at]), low = digit_value(text[at + 1]);
            if (unlikely((high | low) & 16)) break;
            *out++ = high << 4 | low;
            at += 2;
            if (text[at] == ' ') {
                __asm__ volatile("");           // a jump, which is foreseen; an addition would have to wait for the text
                at++;
            }
        }
        if (at >= block && at < size) continue;
        if (at + 1 < size) {
            uint8_t high = digit_value(text[at]), low = digit_value(text[at + 1]);
            if (!((high | low) & 16)) {
                *out++ = high << 4 | low;
                at += 2;
                continue;
            }
        }
        if (at == size) break;
        if (!is_space(text[at])) return hex_error(text, size, at);
        at++;
    }
    return out - start;
}

// Without whitespace the digits fill the object that is made for them; else what there is goes to a smaller one.
static Value from_hex_run(Value like, const uint8_t *text, size_t size) {
    uint8_t few[64];
    Value result = size / 2 < sizeof few ? 0 : span_new(like, 0, size / 2);
    if (!result && error_occurred()) return 0;
    uint8_t *room = result ? span_of(result)->data : few;
    ptrdiff_t decoded = hex_decode(room, text, size);
    if (decoded < 0) return 0;
    return result && (size_t)decoded == size / 2 ? result : span_new(like, room, decoded);
}

Value span_from_hex(Value like, Value text) {
    if (str_check(text) && !str_is_ascii(text))         // other characters are found first of all
        return raise_value_error("non-hexadecimal number found in fromhex() arg at position %zu",
                                 utf8_ascii_prefix((const uint8_t *)str_data(text), str_size(text)));
    if (str_check(text)) return from_hex_run(like, (const uint8_t *)str_data(text), str_size(text));
    if (!buffer_supported(text)) return raise_type_error("fromhex() argument must be str or bytes-like, not %Q", text);
    Borrowed borrowed;
    if (!span_borrow(text, &borrowed)) return 0;
    Value result = from_hex_run(like, borrowed.data, borrowed.size);
    span_return(&borrowed);
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// repr

// What stands for each byte, and how long that is.
MEM_UNSCANNED static char escapes[256][4];
MEM_UNSCANNED static uint8_t escape_sizes[256];

static size_t escape_write(char *out, uint8_t c) {
    if (c >= ' ' && c < 0x7f && c != '\\') {
        out[0] = c;
        return 1;
    }
    out[0] = '\\';
    out[1] = c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\\' ? c : 'x';
    if (out[1] != 'x') return 2;
    out[2] = hex_digits[c >> 4];
    out[3] = hex_digits[c & 15];
    return 4;
}

static void escapes_prepare(bool apostrophe) {
    for (int c = 0; !escape_sizes[255] && c < 256; c++) escape_sizes[c] = escape_write(escapes[c], c);
    escape_sizes['\''] = apostrophe ? 2 : 1;
    memcpy(escapes['\''], apostrophe ? "\\'" : "'", 2);
}

// Four bytes are written for each, of which the next ones overwrite what is too much.
static char *escape_all(char *out, const uint8_t *data, size_t size) {
    size_t i = 0;
    for (; i + 3 < size; out += escape_sizes[data[i++]]) memcpy(out, escapes[data[i]], 4);
    for (; i < size; out += escape_sizes[data[i++]]) memcpy(out, escapes[data[i]], escape_sizes[data[i]]);
    return out;
}

// Whether nothing needs an escape, whatever the quotes are.
vectorised static bool all_plain(const uint8_t *data, size_t size) {
    uint8_t special = 0;
    for (size_t i = 0; i < size; i++)
        special |= ((uint8_t)(data[i] - ' ') > '~' - ' ') | (data[i] == '\\') | (data[i] == '\'');
    return !special;
}

// "before" b'...' "after". The quote is the apostrophe unless only double quotes avoid escapes.
Value bytes_repr(const uint8_t *data, size_t size, const char *before, const char *after, bool escape_apostrophe) {
    bool plain = all_plain(data, size);
    char quote = !plain && memchr(data, '\'', size) && !memchr(data, '"', size) ? '"' : '\'';
    size_t head = strlen(before), tail = strlen(after), total = head + tail + 3 + (plain ? size : 0);
    if (!plain) escapes_prepare(quote == '\'' || escape_apostrophe);
    for (size_t i = 0; !plain && i < size; i++) total += escape_sizes[data[i]];
    Value text = str_room(total, total);
    if (!text) return 0;
    char *out = str_of(text)->data;
    memcpy(out, before, head);
    out += head;
    *out++ = 'b';
    *out++ = quote;
    if (plain) memcpy(out, data, size), out += size;
    else out = escape_all(out, data, size);
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
