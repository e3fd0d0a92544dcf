// Bytes to text.
#include "objects/bytes.h"
#include "objects/codecs_parts.h"
#include "objects/exception.h"
#include "objects/utf8_lanes.h"

#define REPLACEMENT 0xFFFD

static inline bool is_surrogate(uint32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

// --- what the families do until they meet a fault. True: nothing is left, or what is left is incomplete.

// Room for what comes next; when asked for the first time, for the whole.
static char *room(Decoder *d, size_t size, size_t whole) {
    if (!d->measured && whole > size) size = whole;
    d->measured = true;
    return str_builder_reserve(&d->out, size + BULK_SLACK);
}

// Whether there is room for so many bytes, so that it need not be found out how many it will be.
static inline bool has_room(const Decoder *d, size_t most) {
    return d->measured && d->out.capacity - d->out.size >= most + BULK_SLACK;
}

// Text was written up to `out`.
static void decoded(Decoder *d, const char *out, size_t characters, size_t bytes) {
    d->out.size = (size_t)(out - d->out.data);
    d->out.length += characters;
    d->at += bytes;
}

// The table of what the bytes from 128 on stand for, in `own` where a simple handler has something for those
// that stand for nothing; or NULL, nothing at all.
static const uint16_t *upper_half(const Decoder *d, uint16_t *own, bool *dropping) {
    const char *errors = d->errors ? d->errors : "strict";
    bool replaced = strcmp(errors, "replace") == 0, escaped = strcmp(errors, "surrogateescape") == 0;
    *dropping = strcmp(errors, "ignore") == 0;
    if (!replaced && !escaped && !*dropping) return d->codec->upper;
    for (uint16_t i = 0; i < 128; i++) {
        own[i] = d->codec->upper ? d->codec->upper[i] : CODEC_UNDEFINED;
        if (own[i] == CODEC_UNDEFINED && !*dropping) own[i] = replaced ? REPLACEMENT : 0xDC80 + i;
    }
    return own;
}

// ASCII, Latin-1 and the others of one byte a character.
static bool decode_bytes(Decoder *d, CodecFault *fault) {
    uint16_t own[128], units[BULK_UNITS];
    bool dropping = false, ascii = d->codec->family == CODEC_ASCII, latin = d->codec->family == CODEC_LATIN1;
    const uint16_t *upper = latin ? NULL : upper_half(d, own, &dropping);
    // Characters of charmaps take 3 bytes at most, those of Latin-1 from 128 on take 2.
    size_t more = latin ? 1 : ascii && dropping ? 0 : 2, whole = 0;
    size_t ascii_run = utf8_ascii_prefix(d->data + d->at, d->size - d->at);
    if (ascii_run == d->size - d->at) {
        str_builder_add_ascii(&d->out, (const char *)d->data + d->at, ascii_run);
        d->at = d->size;
        return true;
    }
    if (!d->measured) whole = d->size + more * bulk_count_from(d->data, d->size, 0x80);
    while (d->at < d->size) {
        const uint8_t *p = d->data + d->at;
        size_t size = d->size - d->at < BULK_UNITS ? d->size - d->at : BULK_UNITS, taken = size, count = size;
        if (latin) bulk_bytes(units, p, size);
        else if (upper) taken = bulk_look_up(upper, p, size, dropping, units, &count);
        else bulk_bytes(units, p, taken = count = utf8_ascii_prefix(p, size));
        size_t most = (more + 1) * size;
        char *out = room(d, has_room(d, most) ? most : size + more * bulk_count_from(p, size, 0x80), whole);
        if (!out) return true;
        decoded(d, utf8_from_units(out, units, count), count, taken);
        if (taken == size) continue;
        *fault = (CodecFault){d->at, d->at + 1, ascii ? "ordinal not in range(128)" : "character maps to <undefined>"};
        return false;
    }
    return true;
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

// Whether this is all of an encoded surrogate but its last byte: a handler may want to see the whole.
static bool begins_surrogate(const uint8_t *p, size_t size) {
    return size == 2 && p[0] == 0xED && (p[1] & 0xE0) == 0xA0;
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
    // A surrogate that is cut off may yet come whole, for surrogatepass.
    if (!d->last && d->size - d->at == 2 && d->data[d->at] == 0xED && (d->data[d->at + 1] & 0xE0) == 0xA0) return true;
    const char *reason = utf8_fault(d->data + d->at, d->data + d->size, &width);
    if (!d->last && (!reason || begins_surrogate(d->data + d->at, d->size - d->at))) return true;
    *fault = (CodecFault){d->at, d->at + width, reason ? reason : "unexpected end of data"};
    return false;
}

static uint32_t unit16(const Decoder *d, size_t at) {
    uint16_t unit;
    bulk_units(&unit, d->data + at, 1, d->order == 'b');
    return unit;
}

static uint32_t unit32(const Decoder *d, size_t at) {
    const uint8_t *p = d->data + at;
    return d->order == 'b' ? (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
                           : (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

// Writes units up to a surrogate that is no part of a pair; *count and *characters say how many.
static char *write_units(char *out, const uint16_t *units, size_t *count, size_t *characters) {
    size_t at = 0, pairs = 0;
    for (;;) {
        size_t run = bulk_plain(units + at, *count - at);
        out = utf8_from_units(out, units + at, run);
        at += run;
        if (*count - at < 2 || units[at] >= 0xDC00 || (units[at + 1] & 0xFC00) != 0xDC00) break;
        out = utf8_write(out, 0x10000 + ((units[at] & 0x3FFu) << 10) + (units[at + 1] & 0x3FF));
        at += 2;
        pairs++;
    }
    *count = at;
    *characters = at - pairs;
    return out;
}

static bool decode_utf16(Decoder *d, CodecFault *fault) {
    uint16_t units[BULK_UNITS];
    bool big = d->order == 'b';
    for (size_t left; (left = d->size - d->at) >= 2;) {
        const uint8_t *p = d->data + d->at;
        size_t part = left / 2 < BULK_UNITS ? left / 2 : BULK_UNITS, count = part, characters;
        size_t most = 3 * part;
        char *out = room(d, has_room(d, most) ? most : bulk_utf16_size(p, part, big),
                         d->measured ? 0 : bulk_utf16_size(p, left / 2, big));
        if (!out) return true;
        bulk_units(units, p, part, big);
        out = write_units(out, units, &count, &characters);
        decoded(d, out, characters, 2 * count);
        if (count) continue;
        *fault = (CodecFault){d->at, d->at + 2, "illegal encoding"};
        if (units[0] >= 0xDC00) return false;
        if (left < 4 && !d->last) return true;
        fault->reason = "illegal UTF-16 surrogate";
        if (left < 4) *fault = (CodecFault){d->at, d->size, "unexpected end of data"};
        return false;
    }
    if (d->at == d->size || !d->last) return true;
    *fault = (CodecFault){d->at, d->size, "truncated data"};
    return false;
}

static bool decode_utf32(Decoder *d, CodecFault *fault) {
    uint16_t units[BULK_UNITS];
    bool big = d->order == 'b';
    size_t most = BULK_UNITS;           // at once: fewer behind what is not plain
    for (size_t left; (left = d->size - d->at) >= 4;) {
        const uint8_t *p = d->data + d->at;
        size_t part = left / 4 < most ? left / 4 : most, count = bulk_points(units, p, part, big);
        char *out = room(d, bulk_utf32_size(p, part, big), d->measured ? 0 : bulk_utf32_size(p, left / 4, big));
        if (!out) return true;
        decoded(d, utf8_from_units(out, units, count), count, 4 * count);
        most = 2 * most < BULK_UNITS ? 2 * most : BULK_UNITS;
        if (count == part) continue;
        uint32_t c = unit32(d, d->at);
        most = 8;
        if (c > 0xFFFF && c <= 0x10FFFF) {
            str_builder_add_char(&d->out, c);
            d->at += 4;
            continue;
        }
        *fault = (CodecFault){d->at, d->at + 4, "code point not in range(0x110000)"};
        if (is_surrogate(c)) fault->reason = "code point in surrogate code point range(0xd800, 0xe000)";
        return false;
    }
    if (d->at == d->size || !d->last) return true;
    *fault = (CodecFault){d->at, d->size, "truncated data"};
    return false;
}

static bool decode(Decoder *d, CodecFault *fault) {
    switch (d->codec->family) {
    case CODEC_ASCII: case CODEC_LATIN1: case CODEC_CHARMAP: return decode_bytes(d, fault);
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
        for (size_t i = fault->start; i < fault->end; i++) str_add_escape(&d->out, d->data[i]);
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
