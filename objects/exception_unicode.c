// UnicodeError and its three subclasses, which keep what was being coded and where it failed.
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/exception_parts.h"
#include "objects/int.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

// --- arguments

static bool take_text(Exception *e, int place, Value argument, int number) {
    if (!str_check(argument))
        return raise_type_error("argument %d must be str, not %s", number, argument_kind(argument));
    e->extra[place] = argument;
    return true;
}

static bool take_position(Exception *e, int place, Value argument) {
    int64_t position;
    Value number = object_index(argument);
    if (!number)
        return false;
    if (!int_get64(number, &position))
        return raise_overflow_error("Python int too large to convert to C ssize_t");
    e->extra[place] = number;
    return true;
}

// start, end and reason, which end the arguments of all three types.
static bool take_range(Exception *e, Value *args, int first) {
    return take_position(e, UNICODE_ERROR_START, args[first]) && take_position(e, UNICODE_ERROR_END, args[first + 1]) &&
           take_text(e, UNICODE_ERROR_REASON, args[first + 2], first + 3);
}

static bool init_with(Value self, Value *args, size_t count, Value keywords, size_t wanted) {
    if (!exception_init(self, args, count, keywords))
        return false;
    if (count != wanted)
        return raise_type_error("function takes exactly %zd arguments (%zd given)", (ptrdiff_t)wanted, (ptrdiff_t)count);
    return true;
}

// --- str()

static ptrdiff_t position(Value self, int place) {
    int64_t number = 0;
    Value stored = exception_of(self)->extra[place];
    if (stored && !int_get64(stored, &number))
        return 0;
    return number;
}

static Value text_or_null(Value self, int place) {
    Value text = exception_of(self)->extra[place];
    return text ? object_str(text) : str_from("<NULL>");
}

// Whether the range is exactly one item of an object of this length.
static bool is_single(Value self, size_t length) {
    ptrdiff_t start = position(self, UNICODE_ERROR_START), end = position(self, UNICODE_ERROR_END);
    return start >= 0 && (size_t)start < length && end == start + 1;
}

// "can't encode character '\xe9' in position 3: ..." and the like; `verb` is "encode" or "translate".
static Value describe_characters(Value self, const char *verb) {
    Value object = exception_of(self)->extra[UNICODE_ERROR_OBJECT];
    Value reason = text_or_null(self, UNICODE_ERROR_REASON);
    if (!reason)
        return 0;
    if (!str_check(object))
        return raise_type_error("UnicodeError 'object' attribute must be a string");
    ptrdiff_t start = position(self, UNICODE_ERROR_START), end = position(self, UNICODE_ERROR_END);
    if (!is_single(self, str_length(object)))
        return str_format("can't %s characters in position %zd-%zd: %S", verb, start, end - 1, reason);
    uint32_t c = str_at(object, (size_t)start);
    const char *format = c < 0x100     ? "can't %s character '\\x%02x' in position %zd: %S"
                         : c < 0x10000 ? "can't %s character '\\u%04x' in position %zd: %S"
                                       : "can't %s character '\\U%08x' in position %zd: %S";
    return str_format(format, verb, (int)c, start, reason);
}

// --- UnicodeDecodeError(encoding, object, start, end, reason)

static bool decode_error_init(Value self, Value *args, size_t count, Value keywords) {
    Exception *e = exception_of(self);
    if (!init_with(self, args, count, keywords, 5) || !take_text(e, UNICODE_ERROR_ENCODING, args[0], 1) ||
        !take_range(e, args, 2))
        return false;
    Value object = args[1];
    if (!bytes_check(object)) {
        Buffer buffer;
        if (!buffer_get_bytes(object, &buffer))
            return false;
        object = bytes_new(buffer.data, (size_t)buffer.size);
        buffer_release(&buffer);
    }
    e->extra[UNICODE_ERROR_OBJECT] = object;
    return object != 0;
}

static Value decode_error_str(Value self) {
    Value object = exception_of(self)->extra[UNICODE_ERROR_OBJECT];
    if (!object)
        return NAME(empty);
    Value reason = text_or_null(self, UNICODE_ERROR_REASON);
    Value encoding = reason ? text_or_null(self, UNICODE_ERROR_ENCODING) : 0;
    if (!encoding)
        return 0;
    if (!bytes_check(object))
        return raise_type_error("UnicodeError 'object' attribute must be a bytes");
    ptrdiff_t start = position(self, UNICODE_ERROR_START), end = position(self, UNICODE_ERROR_END);
    const ByteSpan *span = (ByteSpan *)value_object(object);
    if (is_single(self, span->size))
        return str_format("'%S' codec can't decode byte 0x%02x in position %zd: %S", encoding, span->data[start], start,
                          reason);
    return str_format("'%S' codec can't decode bytes in position %zd-%zd: %S", encoding, start, end - 1, reason);
}

// --- UnicodeEncodeError(encoding, object, start, end, reason)

static bool encode_error_init(Value self, Value *args, size_t count, Value keywords) {
    Exception *e = exception_of(self);
    return init_with(self, args, count, keywords, 5) && take_text(e, UNICODE_ERROR_ENCODING, args[0], 1) &&
           take_text(e, UNICODE_ERROR_OBJECT, args[1], 2) && take_range(e, args, 2);
}

static Value encode_error_str(Value self) {
    if (!exception_of(self)->extra[UNICODE_ERROR_OBJECT])
        return NAME(empty);
    Value what = describe_characters(self, "encode");
    Value encoding = what ? text_or_null(self, UNICODE_ERROR_ENCODING) : 0;
    return encoding ? str_format("'%S' codec %S", encoding, what) : 0;
}

// --- UnicodeTranslateError(object, start, end, reason)

static bool translate_error_init(Value self, Value *args, size_t count, Value keywords) {
    Exception *e = exception_of(self);
    return init_with(self, args, count, keywords, 4) && take_text(e, UNICODE_ERROR_OBJECT, args[0], 1) &&
           take_range(e, args, 1);
}

static Value translate_error_str(Value self) {
    return exception_of(self)->extra[UNICODE_ERROR_OBJECT] ? describe_characters(self, "translate") : NAME(empty);
}

// --- attributes

static Value get_position(Value self, int place) {
    Value stored = exception_of(self)->extra[place];
    return stored ? stored : SMALL(0);
}

static bool set_position(Value self, int place, Value value) {
    int64_t number;
    if (!value)
        return raise_type_error("can't delete numeric/char attribute");
    if (!int_check(value))
        return raise_type_error("an integer is required");
    if (!int_get64(value, &number))
        return raise_overflow_error("Python int too large to convert to C ssize_t");
    exception_of(self)->extra[place] = int_exact(value);
    return exception_of(self)->extra[place] != 0;
}

static Value get_start(Value self) { return get_position(self, UNICODE_ERROR_START); }
static bool set_start(Value self, Value value) { return set_position(self, UNICODE_ERROR_START, value); }
static Value get_end(Value self) { return get_position(self, UNICODE_ERROR_END); }
static bool set_end(Value self, Value value) { return set_position(self, UNICODE_ERROR_END, value); }
EXCEPTION_FIELD(unicode_error, encoding, UNICODE_ERROR_ENCODING)
EXCEPTION_FIELD(unicode_error, object, UNICODE_ERROR_OBJECT)
EXCEPTION_FIELD(unicode_error, reason, UNICODE_ERROR_REASON)
static const AttributeDef unicode_error_attributes[] = {
    {"encoding", unicode_error_get_encoding, unicode_error_set_encoding, "exception encoding"},
    {"object", unicode_error_get_object, unicode_error_set_object, "exception object"},
    {"start", get_start, set_start, "exception start"},
    {"end", get_end, set_end, "exception end"},
    {"reason", unicode_error_get_reason, unicode_error_set_reason, "exception reason"},
    {0}
};

Type UnicodeError_type = {
    EXCEPTION_TYPE(UnicodeError, ValueError_type, "What is wrong with text or its encoding."),
};

Type UnicodeDecodeError_type = {
    EXCEPTION_TYPE(UnicodeDecodeError, UnicodeError_type, "Bytes that an encoding does not have."),
    .size = EXCEPTION_SIZE(5),
    .init = decode_error_init,
    .str = decode_error_str,
    .attributes = unicode_error_attributes,
};

Type UnicodeEncodeError_type = {
    EXCEPTION_TYPE(UnicodeEncodeError, UnicodeError_type, "Text that an encoding does not have."),
    .size = EXCEPTION_SIZE(5),
    .init = encode_error_init,
    .str = encode_error_str,
    .attributes = unicode_error_attributes,
};

Type UnicodeTranslateError_type = {
    EXCEPTION_TYPE(UnicodeTranslateError, UnicodeError_type, "Text that cannot be translated."),
    .size = EXCEPTION_SIZE(5),
    .init = translate_error_init,
    .str = translate_error_str,
    .attributes = unicode_error_attributes,
};
