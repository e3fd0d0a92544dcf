// Encodings: bytes to str and back, with CPython's error handlers. Known are utf-8, utf-8-sig, utf-16 and utf-32 (with byte
// order mark, -le, -be), ascii and latin-1, under all their names.
#pragma once
#include "objects/object.h"
#include "objects/str.h"

// encoding NULL: utf-8; errors NULL: strict. UnicodeDecodeError, UnicodeEncodeError; LookupError for unknown names.
Value codec_decode(const uint8_t *data, size_t size, const char *encoding, const char *errors) must_use;
Value codec_encode(Value s, const char *encoding, const char *errors) must_use;        // bytes
// The canonical name ("utf-8", "latin-1") of an encoding, or NULL with LookupError.
const char *codec_name(const char *encoding) must_use;

// Text that arrives in pieces. A piece may end within a character: what is left over waits for the next piece.
typedef struct {
    const char *encoding, *errors;      // canonical name; handler or NULL
    uint8_t pending[8];
    size_t pending_size;
    bool started;                       // a byte order mark has been dealt with
    char order;                         // 'l', 'b' after a byte order mark, or 0
} CodecStream;
bool codec_stream_init(CodecStream *stream, const char *encoding, const char *errors) must_use;
// `last`: nothing follows; an incomplete character is an error then.
Value codec_stream_decode(CodecStream *stream, const uint8_t *data, size_t size, bool last) must_use;
