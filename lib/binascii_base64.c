// base64 (RFC 4648), both ways.
#include "lib/binascii.h"
#include "objects/bytes.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// ---------------------------------------------------------------------------------------------------------------
// Encoding

static uint8_t *encode_group(uint8_t *out, uint32_t bits) {
    out[0] = (uint8_t)alphabet[bits >> 18];
    out[1] = (uint8_t)alphabet[bits >> 12 & 63];
    out[2] = (uint8_t)alphabet[bits >> 6 & 63];
    out[3] = (uint8_t)alphabet[bits & 63];
    return out + 4;
}

static uint8_t *encode(uint8_t *out, const uint8_t *data, size_t size) {
    for (; size >= 3; size -= 3, data += 3)
        out = encode_group(out, (uint32_t)data[0] << 16 | (uint32_t)data[1] << 8 | data[2]);
    if (size) {
        out = encode_group(out, (uint32_t)data[0] << 16 | (size > 1 ? (uint32_t)data[1] << 8 : 0));
        out[-1] = '=';
        if (size == 1) out[-2] = '=';
    }
    return out;
}

Value binascii_py_b2a_base64(Value self, Value *args) {
    (void)self;
    Borrowed bytes;
    bool newline;
    if (!span_borrow(args[0], &bytes)) return 0;
    size_t size = (bytes.size + 2) / 3 * 4;
    Value result = binascii_flag(args[1], true, &newline) ? bytes_new(0, size + newline) : 0;
    if (result) {
        encode(bytes_data(result), bytes.data, bytes.size);
        if (newline) bytes_data(result)[size] = '\n';
    }
    span_return(&bytes);
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// Decoding

// The 6 bits of each character, or 64.
static uint8_t values[256];

static void make_values(void) {
    if (values[0]) return;
    memset(values, 64, sizeof values);
    for (uint8_t i = 0; i < 64; i++) values[(uint8_t)alphabet[i]] = i;
}

typedef struct {
    uint8_t *out, *start;
    uint32_t bits;              // of the group begun
    int count;                  // characters in it
    int pads;                   // `=` seen behind its last character
    bool padding;               // a `=` has been seen at all
} Decoder;

static bool take(Decoder *d, uint8_t value) {
    d->pads = 0;
    d->bits = d->bits << 6 | value;
    d->count = (d->count + 1) & 3;
    if (d->count != 1) *d->out++ = (uint8_t)(d->bits >> (d->count == 2 ? 4 : d->count == 3 ? 2 : 0));
    return true;
}

// Groups of four good characters, as most data is made of. Answers what is left.
static const uint8_t *decode_groups(Decoder *d, const uint8_t *at, const uint8_t *end) {
    for (; end - at >= 4; at += 4) {
        uint32_t a = values[at[0]], b = values[at[1]], c = values[at[2]], e = values[at[3]];
        if ((a | b | c | e) & 64) break;
        uint32_t bits = a << 18 | b << 12 | c << 6 | e;
        d->out[0] = (uint8_t)(bits >> 16);
        d->out[1] = (uint8_t)(bits >> 8);
        d->out[2] = (uint8_t)bits;
        d->out += 3;
        d->pads = 0;
    }
    return at;
}

// A `=`: *done when it completes the last group. Strict decoding refuses one that no group waits for.
static bool take_pad(Decoder *d, bool strict, bool first, bool last, bool *done) {
    if (strict && d->count == 0)
        return binascii_error(first ? "Leading padding not allowed" : "Excess padding not allowed");
    d->padding = true;
    *done = d->count >= 2 && d->count + ++d->pads >= 4;
    if (*done && strict && !last) return binascii_error("Excess data after padding");
    return true;
}

// Lenient decoding skips what is not of the alphabet. A complete group with padding ends the data.
static bool decode(Decoder *d, const uint8_t *text, size_t size, bool strict) {
    const uint8_t *end = text + size;
    bool done = false;
    for (const uint8_t *at = text; at < end; at++) {
        if (d->count == 0 && !(strict && d->padding) && (at = decode_groups(d, at, end)) == end) break;
        uint8_t value = values[*at];
        if (*at == '=') {
            if (!take_pad(d, strict, at == text, at + 1 == end, &done)) return false;
            if (done) return true;
        } else if (value >= 64) {
            if (strict) return binascii_error("Only base64 data is allowed");
        } else if (strict && d->padding) {
            return binascii_error("Discontinuous padding not allowed");
        } else {
            take(d, value);
        }
    }
    if (d->count == 0) return true;
    if (d->count > 1) return binascii_error("Incorrect padding");
    return raise_format(&binascii_error_type,
                        "Invalid base64-encoded string: number of data characters (%zd) cannot be 1 more "
                        "than a multiple of 4",
                        (d->out - d->start) / 3 * 4 + 1);
}

Value binascii_py_a2b_base64(Value self, Value *args) {
    (void)self;
    Borrowed text;
    bool strict;
    if (!binascii_flag(args[1], false, &strict) || !binascii_borrow_text(args[0], &text)) return 0;
    make_values();
    Value result = 0;
    uint8_t *room = mem_alloc_atomic(text.size / 4 * 3 + 3);
    if (room) {
        Decoder decoder = {.out = room, .start = room};
        if (decode(&decoder, text.data, text.size, strict))
            result = bytes_new(room, (size_t)(decoder.out - room));
        mem_free(room);
    }
    span_return(&text);
    return result;
}
