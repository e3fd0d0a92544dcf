// _codecs: what codecs has in C: encoding and decoding by name, and a decoder that takes data in pieces.
#include "lib/lib.h"
#include "objects/bytespan.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/module.h"
#include "objects/tuple.h"
#include "objects/type.h"

static bool codec_arguments(Value encoding, Value errors, const char *function, const char **name,
                            const char **handler) {
    *name = "utf-8";
    *handler = NULL;
    return codec_argument(encoding, function, "encoding", name) &&
           codec_argument(errors == NONE ? 0 : errors, function, "errors", handler);
}

// name(encoding): the canonical name; LookupError.
static Value py_name(Value self, Value *args) {
    (void)self;
    const char *name = NULL;
    if (!codec_argument(args[0], "lookup", "encoding", &name)) return 0;
    return (name = codec_name(name)) ? str_from(name) : 0;
}

// CPython has a function for each encoding: utf_8_encode() ...
static Value raise_not_text(const char *encoding, Value v) {
    char function[40];
    const char *name = codec_name(encoding);
    size_t size = 0;
    for (; name && name[size] && size + 1 < sizeof function; size++) function[size] = name[size] == '-' ? '_' : name[size];
    function[size] = 0;
    return raise_type_error("%s_encode() argument 1 must be str, not %T", function, v);
}

static Value py_encode(Value self, Value *args) {
    (void)self;
    const char *name, *handler;
    if (!codec_arguments(args[1], args[2], "encode", &name, &handler)) return 0;
    return str_check(args[0]) ? codec_encode_plain(args[0], name, handler) : raise_not_text(name, args[0]);
}

static Value py_decode(Value self, Value *args) {
    (void)self;
    const char *name, *handler;
    Borrowed bytes;
    if (!codec_arguments(args[1], args[2], "decode", &name, &handler) || !span_borrow(args[0], &bytes))
        return 0;
    Value text = codec_decode_plain(bytes.data, bytes.size, name, handler);
    span_return(&bytes);
    return text;
}

// ---------------------------------------------------------------------------------------------------------------
// Decoder(encoding, errors)

typedef struct {
    Object head;
    CodecStream stream;
    Value encoding, errors;     // str; what the stream's pointers lie in
    const char *name, *handler;
} Decoder;
static Type decoder_type;

static Decoder *decoder_of(Value v) { return (Decoder *)value_object(v); }

static Value decoder_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[3];
    if (!NATIVE_BIND("Decoder", "encoding, errors='strict', needs_mark=False", bound)) return 0;
    Decoder *d = mem_object(type, sizeof *d);
    if (!d || !codec_arguments(bound[0], bound[1], "Decoder", &d->name, &d->handler)) return 0;
    d->encoding = bound[0];
    d->errors = bound[1];
    if (!codec_stream_init(&d->stream, d->name, d->handler)) return 0;
    d->stream.needs_mark = bound[2] == TRUE;
    return VALUE(d);
}

static Value py_decoder_decode(Value self, Value *args) {
    Borrowed bytes;
    int final = args[1] ? object_truth(args[1]) : 0;
    if (final < 0 || !span_borrow(args[0], &bytes)) return 0;
    Value text = codec_stream_decode(&decoder_of(self)->stream, bytes.data, bytes.size, final);
    span_return(&bytes);
    return text;
}

// (bytes not decoded yet, 0 before a byte order mark has been looked for, else 'l', 'b' or 1)
static Value py_decoder_getstate(Value self, Value *args) {
    (void)args;
    CodecStream *stream = &decoder_of(self)->stream;
    Value pending = bytes_new(stream->pending, stream->pending_size);
    return pending ? tuple_pair(pending, SMALL(stream->started ? stream->order ? stream->order : 1 : 0)) : 0;
}

static Value py_decoder_setstate(Value self, Value *args) {
    Decoder *d = decoder_of(self);
    if (!bytes_check(args[0]) || bytes_size(args[0]) > sizeof d->stream.pending || !value_is_small(args[1]))
        return raise_type_error("illegal decoder state");
    bool needs_mark = d->stream.needs_mark;
    if (!codec_stream_init(&d->stream, d->name, d->handler)) return 0;
    d->stream.needs_mark = needs_mark;
    memcpy(d->stream.pending, bytes_data(args[0]), bytes_size(args[0]));
    d->stream.pending_size = bytes_size(args[0]);
    d->stream.started = small_int(args[1]) != 0;
    d->stream.order = small_int(args[1]) > 1 ? (char)small_int(args[1]) : 0;
    return NONE;
}

static const MethodDef decoder_methods[] = {
    METHOD("decode", py_decoder_decode, "data, final=False, /",
           "The text of the data; what is left over waits for more."),
    METHOD("getstate", py_decoder_getstate, "", "What is needed to go on from here."),
    METHOD("setstate", py_decoder_setstate, "pending, mark, /", "Goes on from there."),
    METHODS_END
};

static Type decoder_type = {
    .head = {&type_type},
    .name = "_codecs.Decoder",
    .doc = "Decodes bytes piece by piece.",
    .size = sizeof(Decoder),
    .make = decoder_make,
    .methods = decoder_methods,
};

Value codecs_lookup(const char *encoding) {
    Value module = import_by_name("codecs"), name = str_from(encoding);
    return module && name ? object_call_method(module, intern("lookup"), &name, 1) : 0;
}

static const MethodDef functions[] = {
    FUNCTION("decode", py_decode, "data, encoding='utf-8', errors='strict', /",
             "The text that bytes encode."),
    FUNCTION("encode", py_encode, "text, encoding='utf-8', errors='strict', /", "Text as bytes."),
    FUNCTION("name", py_name, "encoding, /", "The canonical name of an encoding."),
    METHODS_END
};

Value module__codecs_make(void) {
    Value name = intern("_codecs"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions)) return 0;
    type_ready(&decoder_type);
    codec_handlers = dict_new();
    Value dict = module_dict(module);
    return codec_handlers && dict_set_c(dict, "Decoder", VALUE(&decoder_type)) &&
            dict_set_c(dict, "handlers", codec_handlers)
        ? module
        : 0;
}
