// Text to bytes.
#include "objects/bytes.h"
#include "objects/codecs_parts.h"
#include "objects/exception.h"
#include "objects/unicode_names.h"
#include <stdio.h>

typedef struct Encoder {
    const Codec *codec;
    const char *errors;
    void (*put)(struct Encoder *e, uint32_t c);         // what a handler does to each character, or NULL
    Value text;
    const char *at;             // of the text
    size_t index;               // code points before `at`
    Value exception;            // what a handler has seen before, or 0
    StrBuilder out;             // bytes: only its data and size count
} Encoder;

static inline bool is_surrogate(uint32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

// The byte of a CODEC_CHARMAP that stands for c, -1: none.
static int charmap_byte(const Codec *codec, uint32_t c) {
    static struct { uint16_t c; int16_t byte; } known[256];    // what was found out last for each low byte
    static const Codec *owner;
    if (c < 0x80) return (int)c;
    if (c >= CODEC_UNDEFINED) return -1;
    if (owner != codec) memset(known, 0, sizeof known);
    owner = codec;
    if (known[c & 0xFF].c == c) return known[c & 0xFF].byte;
    int byte = -1;
    for (int i = 0; i < 128 && byte < 0; i++)
        if (codec->upper[i] == c) byte = 0x80 + i;
    known[c & 0xFF].c = (uint16_t)c;
    known[c & 0xFF].byte = (int16_t)byte;
    return byte;
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
    case CODEC_CHARMAP: *out = (char)charmap_byte(codec, c); return out + 1;
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
    for (; size; size--) out = write_raw(e->codec, out, (uint8_t)*text++);
    e->out.size = (size_t)(out - e->out.data);
}

static bool encodable(const Codec *codec, uint32_t c) {
    if (codec->family == CODEC_ASCII) return c < 0x80;
    if (codec->family == CODEC_LATIN1) return c < 0x100;
    if (codec->family == CODEC_CHARMAP) return charmap_byte(codec, c) >= 0;
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
    if (!put_replacement(e, replacement)) return raise_exception(exception);
    size_t from = fault->start;
    if (position < from) e->at = str_data(e->text), from = 0;
    for (; from < position; from++) (void)utf8_read(&e->at);
    e->index = position;
    return true;
}

static void put_escape(Encoder *e, uint32_t c) {
    size_t kind = (c >= 0x100) + (c >= 0x10000), digits = (size_t)2 << kind;
    char text[10] = {'\\', "xuU"[kind]};
    for (size_t i = 0; i < digits; i++) text[2 + i] = "0123456789abcdef"[c >> 4 * (digits - 1 - i) & 15];
    put_ascii(e, text, 2 + digits);
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

// Encodes up to the end or the first character that cannot be.
static bool encode_run(Encoder *e) {
    const char *end = str_data(e->text) + str_size(e->text);
    char *out = str_builder_reserve(&e->out, (str_length(e->text) - e->index) * widest(e->codec));
    if (!out) return false;
    bool narrow = e->codec->family <= CODEC_UTF8;
    while (e->at < end) {
        const char *next = e->at;
        size_t run = narrow ? utf8_ascii_prefix((const uint8_t *)next, (size_t)(end - next)) : 0;
        memcpy(out, next, run);
        out += run;
        e->at = next += run;
        e->index += run;
        if (next == end) break;
        uint32_t c = utf8_read(&next);
        if (!encodable(e->codec, c)) {
            if (!e->put) break;
            e->out.size = (size_t)(out - e->out.data);
            e->put(e, c);
            e->index++;
            e->at = next;
            out = str_builder_reserve(&e->out, (str_length(e->text) - e->index) * widest(e->codec));
            if (!out) return false;
            continue;
        }
        out = write_raw(e->codec, out, c);
        e->at = next;
        e->index++;
    }
    e->out.size = (size_t)(out - e->out.data);
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

// A text whose result has a size that is known: it has no faults, or each is replaced by one byte. 0, nothing pending:
// it is not such a text.
static Value encode_at_once(const Codec *codec, Value text, const char *errors) {
    bool utf16 = codec->family == CODEC_UTF16, utf32 = codec->family == CODEC_UTF32, latin = codec->family == CODEC_LATIN1;
    const char *at = str_data(text), *end = at + str_size(text);
    bool replace = errors && codec->family <= CODEC_LATIN1 && strcmp(errors, "replace") == 0;
    if (!utf16 && !utf32 && !replace && !(latin && bulk_below(at, str_size(text), 0xC4))) return 0;
    size_t units = str_length(text) + (utf16 ? bulk_wide_characters(at, end) : 0), width = utf32 ? 4 : 2;
    if (!utf16 && !utf32) {
        Value result = bytes_new(0, units);
        if (result) *bulk_narrow((char *)bytes_data(result), at, end, latin, '?') = 0;
        return result;
    }
    Value result = bytes_new(0, (units + codec->mark) * width);
    if (!result) return 0;
    char *out = (char *)bytes_data(result);
    if (codec->mark) out = write_raw(codec, out, 0xFEFF);
    (void)bulk_wide_encode(out, &at, end, utf32, codec->order == 'b');
    return at == end ? result : 0;
}

Value encoder_run(const Codec *codec, Value text, const char *errors) {
    if (plain(text, codec)) return bytes_new(str_data(text), str_size(text));
    Value result = encode_at_once(codec, text, errors);
    if (result || error_occurred()) return result;
    Encoder encoder = {.codec = codec, .errors = errors, .text = text, .at = str_data(text)};
    str_builder_init(&encoder.out);
    if (codec->mark) put_raw(&encoder, 0xFEFF);
    find_simple(&encoder);
    if (!encode(&encoder)) return 0;
    return bytes_new(encoder.out.data, encoder.out.size);
}
