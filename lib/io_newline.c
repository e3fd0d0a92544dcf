// Line ends: "\r" and "\r\n" become "\n", and which of them were seen is remembered. Text comes in pieces; a
// "\r" at the end of one waits for what follows. Python sees this as io.IncrementalNewlineDecoder.
#include "lib/io.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/tuple.h"
#include "objects/type.h"

// Notes the line ends in the text, which holds "\r" somewhere; answers how many characters translating them
// drops.
static size_t note_line_ends(NewlineDecoder *decoder, const char *p, const char *end) {
    size_t dropped = 0;
    for (const char *next; p < end; p = next) {
        const char *found = memchr(p, '\r', (size_t)(end - p));
        next = found ? found + 1 : end;
        if (!(decoder->seen & NEWLINE_N) && memchr(p, '\n', (size_t)(next - p))) decoder->seen |= NEWLINE_N;
        if (!found) break;
        bool pair = next < end && *next == '\n';
        decoder->seen |= pair ? NEWLINE_RN : NEWLINE_R;
        dropped += pair;
        next += pair;
    }
    return dropped;
}

static Value translated(Value text, size_t dropped) {
    Value out = str_room(str_size(text) - dropped, str_length(text) - dropped);
    if (!out) return 0;
    const char *p = str_data(text), *end = p + str_size(text);
    for (char *to = str_of(out)->data; p < end;) {
        const char *found = memchr(p, '\r', (size_t)(end - p));
        size_t run = (size_t)((found ? found : end) - p);
        memcpy(to, p, run);
        to += run;
        p += run;
        if (!found) break;
        *to++ = '\n';
        p += p + 1 < end && p[1] == '\n' ? 2 : 1;
    }
    return out;
}

Value newline_decode(NewlineDecoder *decoder, Value text, bool last) {
    if (!decoder->universal) return text;
    if (decoder->pending_return && (str_size(text) || last)) {
        Value held = str_ascii("\r", 1);
        if (!held || !(text = str_concat(held, text))) return 0;
        decoder->pending_return = false;
    }
    size_t size = str_size(text);
    if (size && !last && str_data(text)[size - 1] == '\r') {
        decoder->pending_return = true;
        if (!(text = str_substring(text, 0, str_length(text) - 1))) return 0;
        size--;
    }
    const char *data = str_data(text);
    if (likely(!memchr(data, '\r', size))) {
        if (!(decoder->seen & NEWLINE_N) && memchr(data, '\n', size)) decoder->seen |= NEWLINE_N;
        return text;
    }
    size_t dropped = note_line_ends(decoder, data, data + size);
    return decoder->translate ? translated(text, dropped) : text;
}

Value newline_seen(const NewlineDecoder *decoder) {
    static const char *const texts[] = {"\r", "\n", "\r\n"};
    static const uint8_t bits[] = {NEWLINE_R, NEWLINE_N, NEWLINE_RN};
    Value found[3];
    size_t count = 0;
    for (size_t k = 0; k < 3; k++)
        if (decoder->seen & bits[k] && !(found[count++] = str_from(texts[k]))) return 0;
    return count == 0 ? NONE : count == 1 ? found[0] : tuple_new(found, count);
}

// --------------------------------------------------------------------------------- IncrementalNewlineDecoder

typedef struct {
    Object head;
    NewlineDecoder decoder;
    Value inner;                // decodes bytes first, or NONE; 0: not initialised
} Wrapper;

static Wrapper *wrapper_of(Value v) { return (Wrapper *)value_object(v); }

static Value wrapper_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(instance_allocate(type, sizeof(Wrapper)));
}

static bool wrapper_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[3];
    if (!NATIVE_BIND("IncrementalNewlineDecoder", "decoder, translate, errors='strict'", bound)) return false;
    int translate = object_truth(bound[1]);
    if (translate < 0) return false;
    wrapper_of(self)->decoder = (NewlineDecoder){.universal = true, .translate = translate};
    wrapper_of(self)->inner = bound[0];
    return true;
}

static bool wrapper_ready(Value self) {
    return wrapper_of(self)->inner || raise_value_error("IncrementalNewlineDecoder.__init__() not called");
}

static Value wrapper_py_decode(Value self, Value *args) {
    int last = args[1] ? object_truth(args[1]) : 0;
    if (last < 0 || !wrapper_ready(self)) return 0;
    Value text = args[0];
    if (wrapper_of(self)->inner != NONE)
        text = io_call(wrapper_of(self)->inner, IO_NAME("decode"), 2, text, bool_value(last));
    if (!text) return 0;
    if (!str_check(text)) return raise_type_error("decoder should return a string result, not '%T'", text);
    return newline_decode(&wrapper_of(self)->decoder, text, last);
}

static Value wrapper_py_getstate(Value self, Value *args) {
    (void)args;
    if (!wrapper_ready(self)) return 0;
    Value buffer = bytes_new(0, 0), inner = wrapper_of(self)->inner;
    int64_t flag = 0;
    if (inner != NONE) {
        Value state = object_call_method(inner, IO_NAME("getstate"), 0, 0);
        if (!state) return 0;
        if (!tuple_check(state) || tuple_count(state) != 2) return raise_type_error("illegal decoder state");
        buffer = tuple_get(state, 0);
        if (!object_to_int64(tuple_get(state, 1), &flag)) return 0;
    }
    Value number = int_from_int64(flag << 1 | wrapper_of(self)->decoder.pending_return);
    return buffer && number ? tuple_pair(buffer, number) : 0;
}

static Value wrapper_py_setstate(Value self, Value *args) {
    int64_t flag;
    if (!wrapper_ready(self)) return 0;
    if (!tuple_check(args[0])) return raise_type_error("state argument must be a tuple");
    if (tuple_count(args[0]) != 2) return raise_type_error("setstate(): illegal state argument");
    if (!object_to_int64(tuple_get(args[0], 1), &flag)) {
        if (error_clear_if(&TypeError_type)) (void)raise_type_error("setstate(): illegal state argument");
        return 0;
    }
    wrapper_of(self)->decoder.pending_return = flag & 1;
    if (wrapper_of(self)->inner == NONE) return NONE;
    Value state = tuple_pair(tuple_get(args[0], 0), int_from_int64(flag >> 1));
    return state ? io_call(wrapper_of(self)->inner, IO_NAME("setstate"), 1, state) : 0;
}

static Value wrapper_py_reset(Value self, Value *args) {
    (void)args;
    if (!wrapper_ready(self)) return 0;
    wrapper_of(self)->decoder.seen = 0;
    wrapper_of(self)->decoder.pending_return = false;
    return wrapper_of(self)->inner == NONE
        ? NONE
        : object_call_method(wrapper_of(self)->inner, IO_NAME("reset"), 0, 0);
}

static Value wrapper_get_newlines(Value self) {
    return wrapper_ready(self) ? newline_seen(&wrapper_of(self)->decoder) : 0;
}

static const MethodDef wrapper_methods[] = {
    METHOD("decode", wrapper_py_decode, "input, final=False", "The text with its line ends translated."),
    METHOD("getstate", wrapper_py_getstate, "", "The state as a pair."),
    METHOD("setstate", wrapper_py_setstate, "state, /", "Go back to a state that getstate() answered."),
    METHOD("reset", wrapper_py_reset, "", "Forget what came so far."),
    METHODS_END
};

static const AttributeDef wrapper_attributes[] = {
    {"newlines", wrapper_get_newlines, 0, "The line ends seen so far."}, {0}};

Type newline_decoder_type = {
    .head = {&type_type},
    .name = "_io.IncrementalNewlineDecoder",
    .doc = "Translates line ends of text that comes in pieces.",
    .size = sizeof(Wrapper),
    .flags = TYPE_BASE,
    .signature = "decoder, translate, errors='strict'",
    .make = wrapper_make,
    .init = wrapper_init,
    .methods = wrapper_methods,
    .attributes = wrapper_attributes,
};
