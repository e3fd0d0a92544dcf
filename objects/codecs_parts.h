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
// Adds the note "encoding with 'cp1252' codec failed" to the pending exception; answers 0.
Value codec_note(const char *encoding, const char *doing);

typedef struct {
    const Codec *codec;
    const char *errors;
    const uint8_t *data;
    size_t size, at;
    char order;
    bool last;                  // nothing follows: an incomplete character is a fault
    bool measured;              // the whole text has got room
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

// --- codecs_bulk.c: characters below U+10000 in units of 16 bits
#define BULK_UNITS 256          // at once
#define BULK_SLACK 16           // room behind what utf8_from_units writes
size_t bulk_count_from(const uint8_t *data, size_t size, uint8_t least);       // bytes from that on
size_t bulk_utf16_size(const uint8_t *data, size_t units, bool big);   // of the same as UTF-8
size_t bulk_utf32_size(const uint8_t *data, size_t points, bool big);
void bulk_bytes(uint16_t *units, const uint8_t *data, size_t count);
// By the table of what bytes from 128 on stand for, up to one that stands for nothing, or without these. How
// many bytes; *count units.
size_t bulk_look_up(const uint16_t *upper, const uint8_t *data, size_t size, bool dropping, uint16_t *units, size_t *count);
void bulk_units(uint16_t *units, const void *data, size_t count, bool big);    // of UTF-16 in that order, or to it
size_t bulk_plain(const uint16_t *units, size_t count);                // units before the first surrogate
size_t bulk_points(uint16_t *units, const uint8_t *data, size_t count, bool big);      // UTF-32 before what is not such a character
char *bulk_put_points(char *out, const uint16_t *units, size_t count, bool big);
// A byte for each unit below the limit, 0x80 or 0x100. What is not gets `fill`, nothing if that is 0; if it
// is less, it is where this ends. *done units were taken. Writes a byte behind, or all that it took where it
// ends early.
char *bulk_narrow(char *out, const uint16_t *units, size_t count, uint16_t limit, int fill, size_t *done);

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
