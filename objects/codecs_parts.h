// What the files codecs*.c share: the encodings, and one struct for each direction.
//
// A codec works until it meets what it cannot convert, and then asks the error handler by name, which
// converts that part in its own way or raises. Then it goes on.
#pragma once
#include "objects/codecs.h"
#include "objects/str_parts.h"

typedef enum { CODEC_ASCII, CODEC_LATIN1, CODEC_CHARMAP, CODEC_UTF8, CODEC_UTF16, CODEC_UTF32 } CodecFamily;

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
Value codec_raise(Type *type, const char *encoding, Value object, const CodecFault *fault);
Value codec_unknown_handler(const char *errors);

typedef struct {
    const Codec *codec;
    const char *errors;
    const uint8_t *data;
    size_t size, at;
    char order;
    bool last;                  // nothing follows: an incomplete character is a fault
    StrBuilder out;
} Decoder;
// Decodes up to the end, or up to an incomplete character.
bool decoder_run(Decoder *decoder) must_use;
// Skips a byte order mark at the start and takes the order from it. False: too little has come to tell (not
// `last`).
bool decoder_mark(Decoder *decoder);

Value encoder_run(const Codec *codec, Value text, const char *errors) must_use;
