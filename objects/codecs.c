// Encodings by name, and the fast ways for what nearly all text is: ASCII and UTF-8.
#include "objects/codecs_parts.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/tuple.h"
#include "objects/unicode_parts.h"

#include "objects/codecs_maps.inc"

MEM_UNSCANNED static uint16_t maps[MAP_COUNT][128];     // unpacked when one of them is first asked for

static const Codec codecs[] = {
    {"utf-8", "utf-8", " utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001 ", CODEC_UTF8, 0, false, NULL},
    {"ascii", "ascii", " ascii us_ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 "
                       "iso646_us iso_646.irv_1991 iso_ir_6 us ", CODEC_ASCII, 0, false, NULL},
    {"latin-1", "iso8859-1", " latin_1 latin1 iso_8859_1 iso8859_1 iso8859 8859 cp819 csisolatin1 ibm819 "
                             "iso_8859_1_1987 iso_ir_100 l1 latin ", CODEC_LATIN1, 0, false, NULL},
    {"utf-8", "utf-8-sig", " utf_8_sig ", CODEC_UTF8, 0, true, NULL},
    {"utf-16", "utf-16", " utf_16 utf16 u16 ", CODEC_UTF16, 0, true, NULL},
    {"utf-16-le", "utf-16-le", " utf_16_le utf_16le unicodelittleunmarked ", CODEC_UTF16, 'l', false, NULL},
    {"utf-16-be", "utf-16-be", " utf_16_be utf_16be unicodebigunmarked ", CODEC_UTF16, 'b', false, NULL},
    {"utf-32", "utf-32", " utf_32 utf32 u32 ", CODEC_UTF32, 0, true, NULL},
    {"utf-32-le", "utf-32-le", " utf_32_le utf_32le ", CODEC_UTF32, 'l', false, NULL},
    {"utf-32-be", "utf-32-be", " utf_32_be utf_32be ", CODEC_UTF32, 'b', false, NULL},
#include "objects/codecs_tables.inc"
};

// Encodings from bytes to bytes or from text to text, which neither encode() nor decode() offers.
static const char not_text[] = " base64 base64_codec base_64 bz2 bz2_codec hex hex_codec quopri quopri_codec "
                               "quoted_printable quotedprintable rot13 rot_13 uu uu_codec zip zlib zlib_codec ";

// Lower case, with one underscore for each run of other characters than letters, digits and dots; a blank
// around it.
static bool normalise(const char *encoding, char *out, size_t room) {
    size_t size = 0;
    bool gap = false;
    out[size++] = ' ';
    for (const char *p = encoding; *p; p++) {
        char c = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.')) {
            gap = true;
            continue;
        }
        if (gap && size > 1) out[size++] = '_';
        gap = false;
        out[size++] = c;
        if (size > room - 4) return false;
    }
    out[size++] = ' ';
    out[size] = 0;
    return size > 2;
}

const Codec *codec_not_text(const char *encoding, bool encode) {
    (void)raise_format(&LookupError_type, "'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs",
                       encoding, encode ? "encode" : "decode");
    return NULL;
}

// Each code was stored as its difference from the one behind the one before it.
static void unpack_maps(void) {
    MEM_UNSCANNED static uint8_t data[MAPS_SIZE];
    const uint8_t *at = data;
    unicode_unpack(packed_maps, sizeof packed_maps, data, sizeof data);
    for (size_t i = 0; i < MAP_COUNT; i++) {
        int64_t last = 127;
        for (size_t k = 0; k < 128; k++) maps[i][k] = (uint16_t)(last += unicode_difference(unicode_next(&at)) + 1);
    }
}

static const Codec *known(const char *normalised) {
    for (size_t i = 0; i < sizeof codecs / sizeof *codecs; i++) {
        if (!strstr(codecs[i].aliases, normalised)) continue;
        if (codecs[i].family == CODEC_CHARMAP && !maps[0][0]) unpack_maps();
        return &codecs[i];
    }
    return NULL;
}

static const Codec *raise_unknown(const char *encoding) {
    (void)raise_format(&LookupError_type, "unknown encoding: %s", encoding);
    return NULL;
}

const Codec *codec_find(const char *encoding, bool encode) {
    char name[64];
    static struct { char spelling[16]; const Codec *codec; } last[2];  // programs ask for the same ones again and again
    static unsigned next;
    if (!encoding || strcmp(encoding, "utf-8") == 0) return &codecs[0];
    for (int i = 0; i < 2; i++)
        if (strcmp(encoding, last[i].spelling) == 0 && last[i].codec) return last[i].codec;
    if (normalise(encoding, name, sizeof name)) {
        const Codec *codec = known(name);
        if (codec && strlen(encoding) < sizeof last->spelling) {
            strcpy(last[++next % 2].spelling, encoding);
            last[next % 2].codec = codec;
        }
        if (codec) return codec;
        if (strstr(not_text, name)) return codec_not_text(encoding, encode);
    }
    return codec_lookup_hook ? codec_foreign(encoding, encode) : raise_unknown(encoding);
}

const char *codec_name(const char *encoding) {
    char name[64];
    const Codec *codec = normalise(encoding, name, sizeof name) ? known(name) : NULL;
    return codec || (codec = raise_unknown(encoding)) ? codec->canonical : NULL;
}

bool codec_argument(Value v, const char *method, const char *name, const char **out) {
    if (!v) return true;
    if (!str_argument(v, method, name)) return false;
    if (memchr(str_data(v), 0, str_size(v))) return raise_value_error("embedded null character");
    if (str_has_surrogates(v)) return codec_encode(v, NULL, NULL) != 0;
    return (*out = str_c(v)) != NULL;
}

// --- errors

Value codec_exception(Type *type, const char *encoding, Value object, const CodecFault *fault) {
    Value name = str_from(encoding), reason = str_from(fault->reason);
    if (!name || !reason || !object) return 0;
    Value args[] = {name, object, SMALL(fault->start), SMALL(fault->end), reason};
    return object_call(VALUE(type), args, 5, 0);
}

// What goes wrong in any but the everyday encodings gets a note that tells how the encoding was called.
Value codec_note(const char *encoding, const char *doing) {
    static const char everyday[] = " utf8 utf_8 utf16 utf_16 utf32 utf_32 ascii us_ascii latin1 latin_1 "
                                   "iso_8859_1 iso8859_1 ";
    char name[64];
    if (!encoding || (normalise(encoding, name, sizeof name) && strstr(everyday, name))) return 0;
    Value exception = error_take();
    Value note = str_format("%s with '%s' codec failed", doing, encoding);
    if (note && exception_add_note(exception, note)) error_set(exception);
    return 0;
}

// --- decoding and encoding

static Value decode_with(const Codec *codec, const uint8_t *data, size_t size, const char *errors) {
    if (codec->family == CODEC_FOREIGN) return codec_foreign_decode(codec, data, size, errors);
    if (codec->family <= CODEC_UTF8 && !codec->mark && utf8_is_ascii(data, size))
        return str_ascii((const char *)data, size);
    Decoder decoder = {.codec = codec, .errors = errors, .data = data, .size = size, .last = true};
    str_builder_init(&decoder.out);
    (void)decoder_mark(&decoder);
    return decoder_run(&decoder) ? str_builder_finish(&decoder.out) : 0;
}

static Value encode_with(const Codec *codec, Value s, const char *errors) {
    return codec->family == CODEC_FOREIGN ? codec_foreign_encode(codec, s, errors) : encoder_run(codec, s, errors);
}

Value codec_decode_plain(const uint8_t *data, size_t size, const char *encoding, const char *errors) {
    const Codec *codec = codec_find(encoding, false);
    return codec ? decode_with(codec, data, size, errors) : 0;
}

Value codec_encode_plain(Value s, const char *encoding, const char *errors) {
    const Codec *codec = codec_find(encoding, true);
    return codec ? encode_with(codec, s, errors) : 0;
}

Value codec_decode(const uint8_t *data, size_t size, const char *encoding, const char *errors) {
    if (size == 0) return NAME(empty);
    const Codec *codec = codec_find(encoding, false);
    if (!codec) return 0;
    Value text = decode_with(codec, data, size, errors);
    return text || codec->family == CODEC_FOREIGN ? text : codec_note(encoding, "decoding");
}

Value codec_encode(Value s, const char *encoding, const char *errors) {
    const Codec *codec = codec_find(encoding, true);
    if (!codec) return 0;
    Value result = encode_with(codec, s, errors);
    return result || codec->family == CODEC_FOREIGN ? result : codec_note(encoding, "encoding");
}

bool codec_stream_init(CodecStream *stream, const char *encoding, const char *errors) {
    const Codec *codec = codec_find(encoding, false);
    if (!codec) return false;
    *stream = (CodecStream){.codec = codec, .errors = errors};
    if (codec->family != CODEC_FOREIGN) return true;
    return (stream->foreign = codec_foreign_incremental(codec, "incrementaldecoder", errors)) != 0;
}

static Value raise_no_mark(const Decoder *d) {
    const CodecFault fault = {0, d->codec->family == CODEC_UTF16 ? 2 : 4, "Stream does not start with BOM"};
    Value exception = codec_exception(&UnicodeDecodeError_type, d->codec->name, bytes_new(d->data, d->size), &fault);
    return exception ? raise_exception(exception) : 0;
}

// The part of a mark with which utf-8-sig ends is neither decoded nor an error.
static bool waits_for_mark(const Decoder *d) {
    return d->codec->mark && d->codec->family == CODEC_UTF8 && d->size < 3 && memcmp(d->data, "\xEF\xBB", d->size) == 0;
}

// Decodes `data` as far as it goes; the rest of at most 7 bytes stays in the stream.
static Value stream_run(CodecStream *stream, const uint8_t *data, size_t size, bool last) {
    Decoder decoder = {.codec = stream->codec, .errors = stream->errors, .order = stream->order,
                       .data = data, .size = size, .last = last};
    str_builder_init(&decoder.out);
    bool unmarked = false;
    if (!stream->started) {
        stream->started = !waits_for_mark(&decoder) && decoder_mark(&decoder);
        unmarked = stream->started && stream->needs_mark && stream->codec->family >= CODEC_UTF16 &&
            stream->codec->mark && decoder.at == 0;
    }
    if (stream->started && !decoder_run(&decoder)) return 0;
    if (unmarked) stream->started = false;
    if (unmarked && decoder.at >= (decoder.codec->family == CODEC_UTF16 ? 2 : 4)) return raise_no_mark(&decoder);
    stream->order = decoder.order;
    stream->pending_size = last && stream->started ? 0 : decoder.size - decoder.at;
    memcpy(stream->pending, decoder.data + decoder.at, stream->pending_size);
    return str_builder_finish(&decoder.out);
}

Value codec_stream_decode(CodecStream *stream, const uint8_t *data, size_t size, bool last) {
    if (stream->foreign) return codec_foreign_piece(stream->foreign, data, size, last);
    if (stream->pending_size == 0) return stream_run(stream, data, size, last);
    size_t total = stream->pending_size + size;
    uint8_t *joined = mem_alloc_atomic(total + 1);
    if (!joined) return 0;
    memcpy(joined, stream->pending, stream->pending_size);
    memcpy(joined + stream->pending_size, data, size);
    Value result = stream_run(stream, joined, total, last);
    mem_free(joined);
    return result;
}
