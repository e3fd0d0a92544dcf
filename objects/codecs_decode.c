// Bytes to text.
#include "objects/bytes.h"
#include "objects/codecs_parts.h"
#include "objects/exception.h"

#define REPLACEMENT 0xFFFD

static inline bool is_surrogate(uint32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

// --- what the families do until they meet a fault. True: nothing is left, or what is left is incomplete.

static bool decode_ascii(Decoder *d, CodecFault *fault) {
    const uint8_t *p = d->data + d->at;
    size_t run = utf8_ascii_prefix(p, d->size - d->at);
    str_builder_add(&d->out, (const char *)p, run);
    d->at += run;
    if (d->at == d->size) return true;
    *fault = (CodecFault){d->at, d->at + 1, "ordinal not in range(128)"};
    return false;
}

// Text was written up to `out`.
static void decoded(Decoder *d, const char *out, size_t characters, size_t bytes) {
    d->out.size = (size_t)(out - d->out.data);
    d->out.length += characters;
    d->at += bytes;
}

static bool decode_latin1(Decoder *d) {
    const uint8_t *p = d->data + d->at;
    size_t size = d->size - d->at, total = bulk_latin1_size(p, size);
    char *out = str_builder_reserve(&d->out, total + 1);
    if (!out) return true;
    bulk_latin1_decode(out, p, size);
    d->out.size += total;
    d->out.length += size;
    d->at = d->size;
    return true;
}

static bool decode_charmap(Decoder *d, CodecFault *fault) {
    const uint8_t *start = d->data + d->at, *p = start, *end = d->data + d->size;
    char *out = str_builder_reserve(&d->out, (size_t)(end - p) * 3);
    if (!out) return true;
    uint32_t c = 0;
    while (p < end) {
        size_t run = utf8_ascii_prefix(p, (size_t)(end - p));
        memcpy(out, p, run);
        out += run;
        for (p += run; p < end && *p >= 0x80 && (c = d->codec->upper[*p - 0x80]) != CODEC_UNDEFINED; p++)
            out = utf8_write(out, c);
        if (p < end && c == CODEC_UNDEFINED) break;
    }
    decoded(d, out, (size_t)(p - start), (size_t)(p - start));
    if (p == end) return true;
    *fault = (CodecFault){d->at, d->at + 1, "character maps to <undefined>"};
    return false;
}

// What is wrong at p, where no whole sequence is; *width is how many bytes belong to it.
static const char *utf8_fault(const uint8_t *p, const uint8_t *end, size_t *width) {
    *width = 1;
    if (p[0] < 0xC2 || p[0] > 0xF4) return "invalid start byte";
    size_t needed = utf8_width((char)p[0]);
    uint8_t low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
    uint8_t high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
    for (; *width < needed; ++*width, low = 0x80, high = 0xBF) {
        if (p + *width == end) return NULL;
        if (p[*width] < low || p[*width] > high) break;
    }
    return "invalid continuation byte";
}

static bool decode_utf8(Decoder *d, CodecFault *fault) {
    const uint8_t *p = d->data + d->at;
    size_t count = 0, width, run = utf8_validate(p, d->size - d->at, &count);
    char *out = str_builder_reserve(&d->out, run);
    if (!out) return true;
    memcpy(out, p, run);
    d->out.size += run;
    d->out.length += count;
    d->at += run;
    if (d->at == d->size) return true;
    const char *reason = utf8_fault(d->data + d->at, d->data + d->size, &width);
    if (!reason && !d->last) return true;
    *fault = (CodecFault){d->at, d->at + width, reason ? reason : "unexpected end of data"};
    return false;
}

static inline uint32_t unit16(const Decoder *d, size_t at) {
    const uint8_t *p = d->data + at;
    return d->order == 'b' ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static inline uint32_t unit32(const Decoder *d, size_t at) {
    const uint8_t *p = d->data + at;
    return d->order == 'b' ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
                           : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

// The pair, or the fault, that begins with the surrogate c at d->at.
static bool decode_pair(Decoder *d, uint32_t c, CodecFault *fault) {
    size_t left = d->size - d->at;
    *fault = (CodecFault){d->at, d->at + 2, "illegal encoding"};
    if (c >= 0xDC00) return false;
    if (left < 4) {
        *fault = (CodecFault){d->at, d->size, "unexpected end of data"};
        return false;
    }
    uint32_t low = unit16(d, d->at + 2);
    fault->reason = "illegal UTF-16 surrogate";
    if (low < 0xDC00 || low > 0xDFFF) return false;
    str_builder_add_char(&d->out, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
    d->at += 4;
    return true;
}

// What comes before the next surrogate.
static void decode_plain16(Decoder *d) {
    bool big = d->order == 'b';
    size_t units = (d->size - d->at) / 2, done;
    if (d->out.size == 0 && !str_builder_reserve(&d->out, bulk_utf16_size(d->data + d->at, units, big) + 8)) return;
    do {
        size_t part = units < 4096 ? units : 4096, room = part * 3 + 3, pairs = 0;
        if (d->out.capacity - d->out.size < room) room = bulk_utf16_size(d->data + d->at, part, big) + 8;
        char *out = str_builder_reserve(&d->out, room);
        if (!out) return;
        done = bulk_utf16_decode(&out, d->data + d->at, part, big, &pairs);
        decoded(d, out, done - pairs, done * 2);
        units -= done;
        if (done < part) return;
    } while (units);
}

static bool decode_utf16(Decoder *d, CodecFault *fault) {
    while (decode_plain16(d), d->size - d->at >= 2) {
        uint32_t c = unit16(d, d->at);
        if (is_surrogate(c)) {
            if (c < 0xDC00 && d->size - d->at < 4 && !d->last) return true;
            if (!decode_pair(d, c, fault)) return false;
        } else {
            str_builder_add_char(&d->out, c);
            d->at += 2;
        }
    }
    if (d->at == d->size || !d->last) return true;
    *fault = (CodecFault){d->at, d->size, "truncated data"};
    return false;
}

static bool decode_utf32(Decoder *d, CodecFault *fault) {
    while (d->size - d->at >= 4) {
        size_t units = (d->size - d->at) / 4, part = units < 1024 ? units : 1024;
        char *out = str_builder_reserve(&d->out, part * 4 + 3);
        if (!out) return true;
        size_t done = bulk_utf32_decode(&out, d->data + d->at, part, d->order == 'b');
        decoded(d, out, done, done * 4);
        if (done == part) continue;
        *fault = (CodecFault){d->at, d->at + 4, "code point not in range(0x110000)"};
        if (is_surrogate(unit32(d, d->at))) fault->reason = "code point in surrogate code point range(0xd800, 0xe000)";
        return false;
    }
    if (d->at == d->size || !d->last) return true;
    *fault = (CodecFault){d->at, d->size, "truncated data"};
    return false;
}

static bool decode(Decoder *d, CodecFault *fault) {
    switch (d->codec->family) {
    case CODEC_ASCII: return decode_ascii(d, fault);
    case CODEC_LATIN1: return decode_latin1(d);
    case CODEC_CHARMAP: return decode_charmap(d, fault);
    case CODEC_UTF8: return decode_utf8(d, fault);
    case CODEC_UTF16: return decode_utf16(d, fault);
    case CODEC_UTF32: return decode_utf32(d, fault);
    case CODEC_FOREIGN: break;
    }
    return true;
}

// --- error handlers: they add text and move d->at behind what they have dealt with

static Value fault_exception(Decoder *d, const CodecFault *fault) {
    const char *name = d->codec->name;
    if (d->codec->mark && d->codec->family == CODEC_UTF16) name = d->order == 'b' ? "utf-16-be" : "utf-16-le";
    if (d->codec->mark && d->codec->family == CODEC_UTF32) name = d->order == 'b' ? "utf-32-be" : "utf-32-le";
    if (!d->object) d->object = bytes_new(d->data, d->size);
    return codec_exception(&UnicodeDecodeError_type, name, d->object, fault);
}

static bool raise_fault(Decoder *d, const CodecFault *fault) {
    Value exception = fault_exception(d, fault);
    return exception && raise_exception(exception);
}

static bool escape_bytes(Decoder *d, const CodecFault *fault) {
    for (d->at = fault->start; d->at < fault->end && d->data[d->at] >= 0x80; d->at++)
        str_builder_add_char(&d->out, 0xDC00u + d->data[d->at]);
    return d->at > fault->start || raise_fault(d, fault);
}

// A surrogate encoded like any other code point.
static bool pass_surrogate(Decoder *d, const CodecFault *fault) {
    size_t left = d->size - fault->start, width = 3;
    const uint8_t *p = d->data + fault->start;
    uint32_t c = 0;
    switch (d->codec->family) {
    case CODEC_UTF8:
        if (left >= 3 && p[0] == 0xED && (p[1] & 0xE0) == 0xA0 && (p[2] & 0xC0) == 0x80)
            c = 0xD000u | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        break;
    case CODEC_UTF16:
        if (left >= (width = 2)) c = unit16(d, fault->start);
        break;
    case CODEC_UTF32:
        if (left >= (width = 4)) c = unit32(d, fault->start);
        break;
    default: break;
    }
    if (!is_surrogate(c)) return raise_fault(d, fault);
    str_builder_add_char(&d->out, c);
    d->at = fault->start + width;
    return true;
}

static bool handle(Decoder *d, const CodecFault *fault) {
    const char *errors = d->errors ? d->errors : "strict";
    if (strcmp(errors, "strict") == 0) return raise_fault(d, fault);
    if (strcmp(errors, "surrogateescape") == 0) return escape_bytes(d, fault);
    if (strcmp(errors, "surrogatepass") == 0) return pass_surrogate(d, fault);
    if (strcmp(errors, "replace") == 0) {
        str_builder_add_char(&d->out, REPLACEMENT);
    } else if (strcmp(errors, "backslashreplace") == 0) {
        for (size_t i = fault->start; i < fault->end; i++)
            str_builder_add_format(&d->out, "\\x%02x", d->data[i]);
    } else if (strcmp(errors, "xmlcharrefreplace") == 0 || strcmp(errors, "namereplace") == 0) {
        return raise_type_error("don't know how to handle UnicodeDecodeError in error callback");
    } else if (strcmp(errors, "ignore") != 0) {
        return codec_decode_handler(d, fault, fault_exception);
    }
    d->at = fault->end;
    return true;
}

bool decoder_run(Decoder *d) {
    CodecFault fault;
    while (!decode(d, &fault))
        if (!handle(d, &fault)) return false;
    return !d->out.failed;
}

// --- byte order marks

bool decoder_mark(Decoder *d) {
    static const char marks[3][2][4] = {
        {"\xEF\xBB\xBF"}, {"\xFF\xFE", "\xFE\xFF"}, {"\xFF\xFE", {0, 0, '\xFE', '\xFF'}},
    };
    static const size_t widths[] = {3, 2, 4};
    d->order = d->codec->order ? d->codec->order : 'l';
    if (!d->codec->mark) return true;
    size_t kind = d->codec->family - CODEC_UTF8, width = widths[kind];
    size_t have = d->size < width ? d->size : width;
    for (size_t i = 0; i < (kind ? 2 : 1); i++) {
        if (memcmp(d->data, marks[kind][i], have) != 0) continue;
        if (have < width) return d->last && have;
        d->order = i ? 'b' : 'l';
        d->at = width;
    }
    // utf-8-sig counts positions behind the mark.
    if (kind == 0) {
        d->data += d->at;
        d->size -= d->at;
        d->at = 0;
    }
    return true;
}
