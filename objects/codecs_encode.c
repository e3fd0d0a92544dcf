// Text to bytes.
#include "objects/bytes.h"
#include "objects/codecs_parts.h"
#include "objects/exception.h"
#include "objects/unicode_names.h"
#include "objects/utf8_lanes.h"
#include <stdio.h>

typedef struct Encoder {
    const Codec *codec;
    const char *errors;
    void (*put)(struct Encoder *e, uint32_t c);         // what a handler does to each character, or NULL
    int fill;                   // the byte that it puts in encodings of one byte, 0: none; or -1
    Value text;
    const char *at;             // of the text
    size_t index;               // code points before `at`
    Value exception;            // what a handler has seen before, or 0
    StrBuilder out;             // bytes: only its data and size count
} Encoder;

static inline bool is_surrogate(uint32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

// The bytes of a CODEC_CHARMAP by character: rows of the characters whose high bytes have an entry in
// `row_of`; row 0 is empty. No charmap has characters of more than 10 such rows.
MEM_UNSCANNED static struct { const Codec *codec; uint8_t row_of[256], rows[16][256]; } charmap;

static void charmap_load(const Codec *codec) {
    if (codec->family != CODEC_CHARMAP || charmap.codec == codec) return;
    memset(&charmap, 0, sizeof charmap);
    charmap.codec = codec;
    uint8_t used = 0;
    for (int i = 127; i >= 0; i--) {
        uint16_t c = codec->upper[i];
        if (c == CODEC_UNDEFINED) continue;
        uint8_t *row = &charmap.row_of[c >> 8];
        if (!*row) *row = ++used;
        charmap.rows[*row][c & 0xFF] = (uint8_t)(0x80 + i);
    }
}

static inline uint8_t charmap_byte(uint32_t c) {
    return c < 0x80 ? (uint8_t)c : c > 0xFFFF ? 0 : charmap.rows[charmap.row_of[c >> 8]][c & 0xFF];
}

// Most bytes that a character takes.
static size_t widest(const Codec *codec) { return codec->family < CODEC_UTF8 ? 1 : 4; }

// Writes `width` bytes of a number, lowest first unless `big`.
static inline char *write_unit(char *out, uint32_t unit, int width, bool big) {
    for (int i = 0; i < width; i++) out[i] = (char)(unit >> 8 * (big ? width - 1 - i : i));
    return out + width;
}

static inline char *write_utf16(char *out, uint32_t c, bool big) {
    if (c < 0x10000) return write_unit(out, c, 2, big);
    out = write_unit(out, 0xD800 + ((c - 0x10000) >> 10), 2, big);
    return write_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF), 2, big);
}

// Writes c as it is, a surrogate like any other.
static inline char *write_raw(const Codec *codec, char *out, uint32_t c) {
    bool big = codec->order == 'b';
    switch (codec->family) {
    case CODEC_CHARMAP: *out = (char)charmap_byte(c); return out + 1;
    case CODEC_UTF8: return utf8_write(out, c);
    case CODEC_UTF16: return write_utf16(out, c, big);
    case CODEC_UTF32: return write_unit(out, c, 4, big);
    default: *out = (char)c; return out + 1;
    }
}

static void put_byte(Encoder *e, uint32_t byte) {
    char *out = str_builder_reserve(&e->out, 1);
    if (!out) return;
    *out = (char)byte;
    e->out.size++;
}

static void put_raw(Encoder *e, uint32_t c) {
    char *out = str_builder_reserve(&e->out, 4);
    if (out) e->out.size = (size_t)(write_raw(e->codec, out, c) - e->out.data);
}

static void put_ascii(Encoder *e, const char *text, size_t size) {
    char *out = str_builder_reserve(&e->out, size * 4);
    if (!out) return;
    if (e->codec->family <= CODEC_UTF8) {
        memcpy(out, text, size);
        e->out.size += size;
        return;
    }
    for (; size; size--) out = write_raw(e->codec, out, (uint8_t)*text++);
    e->out.size = (size_t)(out - e->out.data);
}

static bool encodable(const Codec *codec, uint32_t c) {
    if (codec->family == CODEC_ASCII) return c < 0x80;
    if (codec->family == CODEC_LATIN1) return c < 0x100;
    if (codec->family == CODEC_CHARMAP) return c == 0 || charmap_byte(c);
    return !is_surrogate(c);
}

// --- error handlers: they add the bytes for the characters from e->at to `end`

static bool raise_fault(const Encoder *e, const CodecFault *fault) {
    Value exception = codec_exception(&UnicodeEncodeError_type, e->codec->name, e->text, fault);
    return exception && raise_exception(exception);
}

static bool put_replacement(Encoder *e, Value replacement) {
    if (bytes_check(replacement)) {
        size_t unit = e->codec->family == CODEC_UTF16 ? 2 : e->codec->family == CODEC_UTF32 ? 4 : 1;
        if (bytes_size(replacement) % unit) return false;
        str_builder_add(&e->out, (const char *)bytes_data(replacement), bytes_size(replacement));
        return true;
    }
    bool ascii_only = e->codec->family >= CODEC_UTF8;
    for (const char *p = str_data(replacement), *end = p + str_size(replacement); p < end;) {
        uint32_t c = utf8_read(&p);
        if (ascii_only ? c >= 0x80 : !encodable(e->codec, c)) return false;
        put_raw(e, c);
    }
    return true;
}

// The handler that a program has registered says what to put and where to go on.
static bool ask_handler(Encoder *e, const CodecFault *fault) {
    size_t position;
    Value exception = e->exception;
    if (!exception) exception = e->exception = codec_exception(&UnicodeEncodeError_type, e->codec->name, e->text, fault);
    else if (!codec_describe(exception, fault)) return false;
    if (!exception) return false;
    Value replacement = codec_encode_handler(e->errors, exception, str_length(e->text), &position);
    if (!replacement) return false;
    charmap_load(e->codec);     // it may have encoded as well
    if (!put_replacement(e, replacement)) return raise_exception(exception);
    size_t from = fault->start;
    if (position < from) e->at = str_data(e->text), from = 0;
    for (; from < position; from++) (void)utf8_read(&e->at);
    e->index = position;
    return true;
}

static void put_escape(Encoder *e, uint32_t c) {
    char text[10];
    put_ascii(e, text, (size_t)(str_write_escape(text, c) - text));
}

static void put_reference(Encoder *e, uint32_t c) {
    char text[10], *at = text + sizeof text;
    *--at = ';';
    do *--at = (char)('0' + c % 10); while (c /= 10);
    *--at = '#';
    *--at = '&';
    put_ascii(e, at, (size_t)(text + sizeof text - at));
}

static void put_question_mark(Encoder *e, uint32_t c) {
    (void)c;
    put_raw(e, '?');
}

static void put_nothing(Encoder *e, uint32_t c) { (void)e, (void)c; }

static void put_each(Encoder *e, const char *end, void (*put)(Encoder *e, uint32_t c)) {
    while (e->at < end) put(e, utf8_read(&e->at));
}

// Surrogates that stand for bytes become those bytes again.
static bool unescape_bytes(Encoder *e, const char *end, CodecFault *fault) {
    bool bytes = e->codec->family <= CODEC_UTF8;
    for (const char *p = e->at; e->codec->family == CODEC_CHARMAP && p < end;) {
        uint32_t c = utf8_read(&p);
        if (c < 0xDC80 || c > 0xDCFF) return raise_fault(e, fault);
    }
    for (; e->at < end; fault->start++) {
        const char *next = e->at;
        uint32_t c = utf8_read(&next);
        if (!bytes || c < 0xDC80 || c > 0xDCFF) return raise_fault(e, fault);
        put_byte(e, c - 0xDC00);
        e->at = next;
    }
    return true;
}

static bool pass_surrogates(Encoder *e, const char *end, const CodecFault *fault) {
    for (const char *p = e->at; p < end;)
        if (e->codec->family < CODEC_UTF8 || !is_surrogate(utf8_read(&p))) return raise_fault(e, fault);
    put_each(e, end, put_raw);
    return true;
}

static void put_name(Encoder *e, uint32_t c) {
    char name[UNICODE_NAME_MAX], text[UNICODE_NAME_MAX + 8];
    if (unicode_name(c, name) <= 0) {
        put_escape(e, c);
        return;
    }
    put_ascii(e, text, (size_t)snprintf(text, sizeof text, "\\N{%s}", name));
}

static void find_simple(Encoder *e) {
    static const struct { const char *name; void (*put)(Encoder *e, uint32_t c); } simple[] = {
        {"replace", put_question_mark}, {"ignore", put_nothing}, {"backslashreplace", put_escape},
        {"xmlcharrefreplace", put_reference}, {"namereplace", put_name},
    };
    for (size_t i = 0; e->errors && i < sizeof simple / sizeof *simple; i++)
        if (strcmp(e->errors, simple[i].name) == 0) e->put = simple[i].put;
    if (e->codec->family < CODEC_UTF8 && e->put == put_question_mark) e->fill = '?';
    if (e->codec->family < CODEC_UTF8 && e->put == put_nothing) e->fill = 0;
}

static bool handle(Encoder *e, const char *end, CodecFault *fault) {
    const char *errors = e->errors ? e->errors : "strict";
    if (strcmp(errors, "strict") == 0) return raise_fault(e, fault);
    if (strcmp(errors, "surrogateescape") == 0) return unescape_bytes(e, end, fault);
    if (strcmp(errors, "surrogatepass") == 0) return pass_surrogates(e, end, fault);
    return ask_handler(e, fault);
}

// --- the way through the text

// The characters from e->at on that cannot be encoded; UTF-16 and UTF-32 report each of them alone.
static bool encode_fault(Encoder *e) {
    const char *end = e->at, *text_end = str_data(e->text) + str_size(e->text);
    bool alone = e->codec->family >= CODEC_UTF16;
    CodecFault fault = {e->index, e->index, "surrogates not allowed"};
    if (e->codec->family == CODEC_ASCII) fault.reason = "ordinal not in range(128)";
    if (e->codec->family == CODEC_LATIN1) fault.reason = "ordinal not in range(256)";
    if (e->codec->family == CODEC_CHARMAP) fault.reason = "character maps to <undefined>";
    while (end < text_end) {
        const char *next = end;
        if (encodable(e->codec, utf8_read(&next))) break;
        end = next;
        fault.end++;
        if (alone) break;
    }
    e->index = fault.end;
    return handle(e, end, &fault);
}

// Writes units, which it may change, up to one that cannot be encoded; of encodings of one byte, that gets
// `fill` unless it is -1. *count were taken.
static char *put_units(const Codec *codec, char *out, uint16_t *units, size_t *count, int fill) {
    size_t n = *count;
    if (codec->family <= CODEC_LATIN1)
        return bulk_narrow(out, units, n, codec->family == CODEC_ASCII ? 0x80 : 0x100, fill, count);
    if (codec->family == CODEC_CHARMAP) {
        for (size_t i = 0; i < n; i++) {
            uint8_t byte = charmap_byte(units[i]);
            *out = (char)byte;
            out += byte || !units[i];
            if (byte || !units[i] || fill == 0) continue;
            if (fill < 0) return *count = i, out;
            *out++ = (char)fill;
        }
        return out;
    }
    n = *count = bulk_plain(units, n);
    if (codec->family == CODEC_UTF8) return utf8_from_units(out, units, n);
    if (codec->family == CODEC_UTF32) return bulk_put_points(out, units, n, codec->order == 'b');
    bulk_units(units, units, n, codec->order == 'b');
    memcpy(out, units, 2 * n);
    return out + 2 * n;
}

// Encodes up to the end or the first character that cannot be.
static bool encode_run(Encoder *e) {
    uint16_t units[BULK_UNITS];
    const char *end = str_data(e->text) + str_size(e->text);
    for (size_t most = 16; e->at < end; most = BULK_UNITS) {
        const char *start = e->at;
        size_t count = utf8_to_units(units, most, &e->at, end);
        // Behind a fault come small parts: nearly all of it may be faults.
        for (size_t i = 0, part = count, done; i < count; part = 16) {
            if (part > count - i) part = count - i;
            char *out = str_builder_reserve(&e->out, part * widest(e->codec) + BULK_SLACK);
            if (!out) return false;
            done = part;
            out = put_units(e->codec, out, units + i, &done, e->fill);
            e->out.size = (size_t)(out - e->out.data);
            i += done;
            if (done < part && !e->put) {
                e->at = utf8_skip(start, i);
                e->index += i;
                return true;
            }
            for (; done < part && i < count && !encodable(e->codec, units[i]); i++) e->put(e, units[i]);
        }
        e->index += count;
        if (count == most || e->at == end) continue;
        start = e->at;
        uint32_t c = utf8_read(&e->at);
        if (encodable(e->codec, c)) put_raw(e, c);
        else if (e->fill > 0) put_byte(e, (uint8_t)e->fill);
        else if (e->fill < 0 && e->put) e->put(e, c);
        else if (e->fill < 0) return e->at = start, true;
        e->index++;
    }
    return true;
}

static bool encode(Encoder *e) {
    const char *end = str_data(e->text) + str_size(e->text);
    while (e->at < end) {
        if (!encode_run(e)) return false;
        if (e->at < end && !encode_fault(e)) return false;
    }
    return !e->out.failed;
}

// The text's bytes are the result already.
static bool plain(Value text, const Codec *codec) {
    if (codec->mark || codec->family > CODEC_UTF8) return false;
    return str_is_ascii(text) || (codec->family == CODEC_UTF8 && !str_has_surrogates(text));
}

// How many of the characters are below the limit, 0x80 or 0x100.
static size_t count_below(Value text, bool latin) {
    const uint8_t *data = (const uint8_t *)str_data(text);
    size_t size = str_size(text), ascii = size - bulk_count_from(data, size, 0x80);
    return latin ? ascii + bulk_count_from(data, size, 0xC2) - bulk_count_from(data, size, 0xC4) : ascii;
}

// The result where its size is known, as long as there are no faults but those that are filled. 0, nothing
// pending: it is not such a text.
static Value encode_at_once(const Codec *codec, Value text, int fill) {
    uint16_t units[BULK_UNITS];
    const char *at = str_data(text), *end = at + str_size(text);
    if (codec->family == CODEC_UTF8 || (fill == 0 && codec->family == CODEC_CHARMAP)) return 0;
    size_t total = str_length(text), width = codec->family == CODEC_UTF32 ? 4 : codec->family == CODEC_UTF16 ? 2 : 1;
    if (fill == 0 && !(total = count_below(text, codec->family == CODEC_LATIN1))) return bytes_new("", 0);
    if (width == 2) total += bulk_count_from((const uint8_t *)at, str_size(text), 0xF0);
    Value result = bytes_new(0, (total + codec->mark) * width);
    if (!result) return 0;
    char *out = (char *)bytes_data(result);
    if (codec->mark) out = write_raw(codec, out, 0xFEFF);
    if (width == 2 && str_is_ascii(text)) {
        bulk_bytes((uint16_t *)out, (const uint8_t *)at, total);
        bulk_units((uint16_t *)out, out, total, codec->order == 'b');
        return result;
    }
    while (at < end) {
        size_t count = utf8_to_units(units, BULK_UNITS, &at, end), done = count;
        out = put_units(codec, out, units, &done, fill);
        bool faulty = done < count;
        if (!faulty && count < BULK_UNITS && at < end) {
            uint32_t c = utf8_read(&at);
            if (width > 1) out = write_raw(codec, out, c);
            else if (fill) *out++ = (char)fill;
            faulty = width == 1 && fill < 0;
        }
        if (!faulty) continue;
        mem_free(value_object(result));
        return 0;
    }
    *out = 0;                   // where characters that are dropped have been
    return result;
}

Value encoder_run(const Codec *codec, Value text, const char *errors) {
    if (plain(text, codec)) return bytes_new(str_data(text), str_size(text));
    charmap_load(codec);
    Encoder encoder = {.codec = codec, .errors = errors, .text = text, .at = str_data(text), .fill = -1};
    find_simple(&encoder);
    Value result = encode_at_once(codec, text, encoder.fill);
    if (result || error_occurred()) return result;
    str_builder_init(&encoder.out);
    if (codec->mark) put_raw(&encoder, 0xFEFF);
    if (!encode(&encoder)) return 0;
    return bytes_new(encoder.out.data, encoder.out.size);
}
