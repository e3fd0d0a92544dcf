// Encodings: bytes to str and back, with CPython's error handlers. Known are utf-8, utf-8-sig, utf-16 and
// utf-32 (with byte order mark, -le, -be), ascii, latin-1 and the usual encodings of one byte a character,
// under all their names; and what programs register.
#pragma once
#include "objects/object.h"
#include "objects/str.h"

// encoding NULL: utf-8; errors NULL: strict. UnicodeDecodeError, UnicodeEncodeError; LookupError for unknown
// names.
Value codec_decode(const uint8_t *data, size_t size, const char *encoding, const char *errors) must_use;
Value codec_encode(Value s, const char *encoding, const char *errors) must_use;        // bytes
// The same, whose exceptions get no note that tells how the encoding was called.
Value codec_decode_plain(const uint8_t *data, size_t size, const char *encoding, const char *errors) must_use;
Value codec_encode_plain(Value s, const char *encoding, const char *errors) must_use;
// The canonical name ("utf-8", "latin-1") of an encoding, or NULL with LookupError.
const char *codec_name(const char *encoding) must_use;
extern Value codec_handlers;            // dict of error handlers by name that programs have added, or 0
// Finds a codec that is not one of the above, as a CodecInfo; LookupError. NULL until the library sets it.
extern Value (*codec_lookup_hook)(const char *encoding);

// The text of an argument that names an encoding or an error handler. TypeError unless it is a str ("encode()
// argument 'encoding' must be str, not int"), ValueError "embedded null character". An absent argument leaves
// *out as it is.
bool codec_argument(Value v, const char *method, const char *name, const char **out) must_use;

// Text that arrives in pieces. A piece may end within a character: what is left over waits for the next
// piece.
typedef struct {
    const struct Codec *codec;
    const char *errors;                 // handler or NULL
    uint8_t pending[8];
    size_t pending_size;
    bool started;                       // a byte order mark has been looked for
    bool needs_mark;                    // a stream: UTF-16 or UTF-32 without a byte order mark is an error
    char order;                         // 'l' or 'b', once known
    Value foreign;                      // an incremental decoder does the work, or 0
} CodecStream;
bool codec_stream_init(CodecStream *stream, const char *encoding, const char *errors) must_use;
// `last`: nothing follows; an incomplete character is an error then.
bool codec_stream_reset(CodecStream *stream) must_use;          // to the beginning
Value codec_stream_decode(CodecStream *stream, const uint8_t *data, size_t size, bool last) must_use;
