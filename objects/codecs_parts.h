// What the files codecs*.c share: the encodings, and one struct for each direction.
//
// A codec works until it meets what it cannot convert, and then asks the error handler by name, which
// converts that part in its own way or raises. Then it goes on.
#pragma once
#include "objects/codecs.h"
#include "objects/str_parts.h"

typedef enum { CODEC_ASCII, CODEC_LATIN1, CODEC_CHARMAP, CODEC_UTF8, CODEC_UTF16, CODEC_UTF32, CODEC_FOREIGN } CodecFamily;

typedef struct Codec {
    const char *name;           // as in exceptions
    const char *canonical;
    const char *aliases;        // normalised names with a blank around each
    CodecFamily family;
    char order;                 // of bytes: 'l', 'b', or 0: by byte order mark, else little
    bool mark;                  // starts with a byte order mark
    const uint16_t *upper;      // of a CODEC_CHARMAP: what bytes from 128 on stand for, CODEC_UNDEFINED for nothing
} Codec;
#define CODEC_UNDEFINED 0xFFFE

const Codec *codec_find(const char *encoding, bool encode) must_use;   // LookupError

// The part of the input that cannot be converted: bytes when decoding, code points when encoding.
typedef struct {
    size_t start, end;
    const char *reason;
} CodecFault;
// The exception for it.
Value codec_exception(Type *type, const char *encoding, Value object, const CodecFault *fault) must_use;

typedef struct {
    const Codec *codec;
    const char *errors;
    const uint8_t *data;
    size_t size, at;
    char order;
    bool last;                  // nothing follows: an incomplete character is a fault
    Value object;               // the data as bytes, for exceptions; 0 until one is made
    Value exception;            // what a handler has seen before: it gets the same again, or 0
    StrBuilder out;
} Decoder;
// Decodes up to the end, or up to an incomplete character.
bool decoder_run(Decoder *decoder) must_use;
// Skips a byte order mark at the start and takes the order from it. False: too little has come to tell (not
// `last`).
bool decoder_mark(Decoder *decoder);

Value encoder_run(const Codec *codec, Value text, const char *errors) must_use;

// --- codecs_bulk.c: runs without faults. An encoder or decoder stops at the first character that it does not know.
size_t bulk_latin1_size(const uint8_t *data, size_t size);     // of the same as UTF-8
void bulk_latin1_decode(char *out, const uint8_t *data, size_t size);          // may write a byte behind the end
// A byte a character, `fill` for those beyond ASCII or Latin-1, nothing for them if it is 0; may write a byte behind.
char *bulk_narrow(char *out, const char *at, const char *end, bool latin, char fill);
bool bulk_below(const char *at, size_t size, uint8_t limit);           // all bytes are
size_t bulk_utf16_size(const uint8_t *data, size_t units, bool big);   // of the same as UTF-8
// How many units they take; *out gets at most 3 or 4 bytes for each, and 3 behind. `pairs` are counted.
size_t bulk_utf16_decode(char **out, const uint8_t *data, size_t units, bool big, size_t *pairs);
size_t bulk_utf32_decode(char **out, const uint8_t *data, size_t units, bool big);
char *bulk_wide_encode(char *out, const char **at, const char *end, bool utf32, bool big);
size_t bulk_wide_characters(const char *at, const char *end);          // those that take two units in UTF-16

// --- codecs_foreign.c: error handlers and codecs that programs have registered
// Handles the fault. fresh: a new exception for it.
bool codec_decode_handler(Decoder *decoder, const CodecFault *fault, Value (*fresh)(Decoder *, const CodecFault *)) must_use;
bool codec_describe(Value exception, const CodecFault *fault) must_use;         // the exception says this fault now
// str or bytes to put, and the position to go on from, in code points.
Value codec_encode_handler(const char *errors, Value exception, size_t length, size_t *position) must_use;
const Codec *codec_not_text(const char *encoding, bool encode);         // raises LookupError
const Codec *codec_foreign(const char *encoding, bool encode) must_use;
Value codec_foreign_decode(const Codec *codec, const uint8_t *data, size_t size, const char *errors) must_use;
Value codec_foreign_encode(const Codec *codec, Value text, const char *errors) must_use;
// An incremental coder: what the CodecInfo has as "incrementaldecoder" or "incrementalencoder".
Value codec_foreign_incremental(const Codec *codec, const char *attribute, const char *errors) must_use;
Value codec_foreign_piece(Value decoder, const uint8_t *data, size_t size, bool last) must_use;
