// What programs add to the encodings: error handlers and codecs of their own. Both are found by name; handlers in
// codec_handlers, codecs by codec_lookup_hook, which answers what codecs.lookup() does.
#include "objects/bytes.h"
#include "objects/bytearray.h"
#include "objects/codecs_parts.h"
#include "objects/dict.h"
#include "objects/exception_parts.h"
#include "objects/memoryview.h"
#include "objects/sequence.h"
#include "objects/tuple.h"

Value codec_handlers;
Value (*codec_lookup_hook)(const char *encoding);

// ------------------------------------------------------------------------------------------------ handlers

// What the handler for an error puts; *position is where it says to go on.
static Value ask_handler(const char *errors, Value exception, ptrdiff_t *position, bool decoding) {
    Value name = str_from(errors), handler = 0;
    if (!name || !exception) return 0;
    if (codec_handlers) handler = dict_get(codec_handlers, name);
    if (!handler)
        return error_occurred() ? 0 : raise_format(&LookupError_type, "unknown error handler name '%s'", errors);
    Value answer = object_call1(handler, exception);
    if (!answer) return 0;
    bool pair = tuple_check(answer) && tuple_count(answer) == 2;
    Value replacement = pair ? tuple_get(answer, 0) : 0;
    if (!replacement || !(str_check(replacement) || (!decoding && bytes_check(replacement))))
        return raise_type_error(decoding ? "decoding error handler must return (str, int) tuple"
                                         : "encoding error handler must return (str/bytes, int) tuple");
    return sequence_size(tuple_get(answer, 1), position) ? replacement : 0;
}

static bool within(ptrdiff_t at, size_t length, size_t *position) {
    if (at < 0) at += (ptrdiff_t)length;
    *position = (size_t)at;
    return *position <= length || raise_index_error("position %zd from error handler out of bounds", at);
}

bool codec_describe(Value exception, const CodecFault *fault) {
    Value reason = str_from(fault->reason);
    return reason && object_set_attribute(exception, intern("start"), SMALL(fault->start)) &&
           object_set_attribute(exception, intern("end"), SMALL(fault->end)) &&
           object_set_attribute(exception, intern("reason"), reason);
}

bool codec_decode_handler(Decoder *d, const CodecFault *fault, Value (*fresh)(Decoder *, const CodecFault *)) {
    ptrdiff_t at;
    if (d->exception ? !codec_describe(d->exception, fault) : !(d->exception = fresh(d, fault))) return false;
    Value exception = d->exception, text = ask_handler(d->errors, exception, &at, true);
    if (!text) return false;
    Value object = exception_of(exception)->extra[UNICODE_ERROR_OBJECT];
    if (!object) return raise_type_error("UnicodeError 'object' attribute is not set");
    if (!bytes_check(object)) return raise_type_error("UnicodeError 'object' attribute must be a bytes");
    if (object != d->object) {  // the handler has put other input in its place
        d->object = object;
        d->data = bytes_data(object);
        d->size = bytes_size(object);
    }
    str_builder_add_str(&d->out, text);
    return within(at, d->size, &d->at);
}

Value codec_encode_handler(const char *errors, Value exception, size_t length, size_t *position) {
    ptrdiff_t at;
    Value replacement = ask_handler(errors, exception, &at, false);
    return replacement && within(at, length, position) ? replacement : 0;
}

// ------------------------------------------------------------------------------------------------ codecs

typedef struct {
    Codec codec;
    Value info;  // (encoder, decoder, stream reader, stream writer)
} ForeignCodec;

static Value info_of(const Codec *codec) { return ((const ForeignCodec *)codec)->info; }

const Codec *codec_foreign(const char *encoding, bool encode) {
    Value info = codec_lookup_hook(encoding);
    if (!info) return NULL;
    bool found;
    Value text = object_find_attribute(info, intern("_is_text_encoding"), &found);
    if (error_occurred()) return NULL;
    if (text == FALSE) return codec_not_text(encoding, encode);
    ForeignCodec *foreign = mem_alloc(sizeof *foreign);
    size_t size = strlen(encoding) + 1;
    char *name = mem_alloc_atomic(size);
    if (!foreign || !name) return NULL;
    memcpy(name, encoding, size);
    *foreign = (ForeignCodec){{.name = name, .canonical = name, .family = CODEC_FOREIGN}, info};
    return &foreign->codec;
}

static Value call_coder(const Codec *codec, bool encode, Value input, const char *errors) {
    Value args[] = {input, errors ? str_from(errors) : 0};
    Value answer = object_call(tuple_get(info_of(codec), encode ? 0 : 1), args, errors ? 2 : 1, 0);
    if (!answer) return codec_note(codec->name, encode ? "encoding" : "decoding");
    if (tuple_check(answer) && tuple_count(answer) == 2) return answer;
    return raise_type_error(encode ? "encoder must return a tuple (object, integer)"
                                   : "decoder must return a tuple (object,integer)");
}

Value codec_foreign_decode(const Codec *codec, const uint8_t *data, size_t size, const char *errors) {
    Value input = bytes_new(data, size), view = input ? memoryview_new(input) : 0;
    if (!view) return 0;
    Value answer = call_coder(codec, false, view, errors);
    if (!answer || str_check(tuple_get(answer, 0))) return answer ? tuple_get(answer, 0) : 0;
    return raise_type_error("'%s' decoder returned '%T' instead of 'str'; use codecs.decode() to decode to "
                            "arbitrary types",
                            codec->name, tuple_get(answer, 0));
}

Value codec_foreign_encode(const Codec *codec, Value text, const char *errors) {
    Value answer = call_coder(codec, true, text, errors);
    Value bytes = answer ? tuple_get(answer, 0) : 0;
    if (!bytes || bytes_check(bytes)) return bytes;
    if (bytearray_check(bytes)) return bytes_new(span_of(bytes)->data, span_of(bytes)->size);
    return raise_type_error("'%s' encoder returned '%T' instead of 'bytes'; use codecs.encode() to encode to "
                            "arbitrary types",
                            codec->name, bytes);
}

Value codec_foreign_incremental(const Codec *codec, const char *attribute, const char *errors) {
    Value type = object_get_attribute(info_of(codec), intern(attribute));
    return type ? object_call1(type, str_from(errors ? errors : "strict")) : 0;
}

Value codec_foreign_piece(Value decoder, const uint8_t *data, size_t size, bool last) {
    Value args[] = {bytes_new(data, size), bool_value(last)};
    Value text = args[0] ? object_call_method(decoder, intern("decode"), args, 2) : 0;
    if (text && !str_check(text)) return raise_type_error("decoder should return a string result, not '%T'", text);
    return text;
}

bool codec_stream_reset(CodecStream *stream) {
    Value foreign = stream->foreign;
    *stream = (CodecStream){
        .codec = stream->codec, .errors = stream->errors, .foreign = foreign, .needs_mark = stream->needs_mark};
    return !foreign || object_call_method(foreign, intern("reset"), 0, 0);
}
