// StringIO: a text stream in memory. The text is kept as UTF-8. `at` counts characters and `byte_at` the
// bytes before it; in ASCII text both are the same, in other text a seek counts its way from the start.
#include "lib/io.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/sequence.h"
#include "objects/tuple.h"
#include "objects/type.h"

typedef struct {
    IoBase base;
    bool initialised;
    char newline[3];            // the newline argument; newline_none: it was None
    bool newline_none;
    NewlineDecoder decoder;
    char *data;
    size_t size, capacity, length;      // bytes, bytes, characters
    size_t at, byte_at;         // at may lie behind the end; byte_at is the size then
    Value value;                // what getvalue() answered last, if nothing has changed since; or 0
} StringIo;

static StringIo *stream_of(Value v) { return (StringIo *)value_object(v); }

// ------------------------------------------------------------------------------------------------ storage

static bool check_open(StringIo *s) {
    if (!s->initialised) return raise_value_error("I/O operation on uninitialized object");
    return !s->base.closed || raise_value_error("I/O operation on closed file");
}

static bool reserve(StringIo *s, size_t size) {
    if (size <= s->capacity) return true;
    if (size > PTRDIFF_MAX / 2) return raise_overflow_error("new position too large");
    size_t grown = size + size / 2 + 64;
    char *data = mem_realloc_atomic(s->data, s->size, grown);
    if (!data) return false;
    if (data != s->data && s->capacity >= 4096) mem_free(s->data);
    s->data = data;
    s->capacity = grown;
    return true;
}

// The byte behind `count` characters from `from` on, at most `end`.
static size_t skip_characters(const StringIo *s, size_t from, size_t count) {
    if (s->size == s->length) return count < s->size - from ? from + count : s->size;
    size_t at = from;
    for (; count && at < s->size; count--)
        do at++;
        while (at < s->size && ((uint8_t)s->data[at] & 0xc0) == 0x80);
    return at;
}

static size_t count_characters(const StringIo *s, size_t from, size_t to) {
    if (s->size == s->length) return to - from;
    size_t count = 0;
    for (size_t k = from; k < to; k++) count += ((uint8_t)s->data[k] & 0xc0) != 0x80;
    return count;
}

static void go_to(StringIo *s, size_t at) {
    s->at = at;
    s->byte_at = at >= s->length ? s->size : skip_characters(s, 0, at);
}

// Replaces what is there by the text, which goes on behind the end; a gap is filled with NULs.
static bool overwrite(StringIo *s, Value text) {
    size_t gap = s->at > s->length ? s->at - s->length : 0, added = str_size(text), count = str_length(text);
    if (added == 0) return true;
    if (gap > PTRDIFF_MAX / 4 || count > PTRDIFF_MAX - s->at)
        return raise_overflow_error("new position too large");
    size_t replaced_end = gap ? s->size : skip_characters(s, s->byte_at, count);
    size_t replaced = count_characters(s, s->byte_at, replaced_end), tail = s->size - replaced_end;
    size_t from = s->byte_at + gap;
    if (!reserve(s, from + added + tail)) return false;
    if (gap) memset(s->data + s->size, 0, gap);
    else if (tail) memmove(s->data + from + added, s->data + replaced_end, tail);
    memcpy(s->data + from, str_data(text), added);
    s->size = from + added + tail;
    s->length += gap + count - replaced;
    s->at += count;
    s->byte_at = from + added;
    s->value = 0;
    return true;
}

static bool write_text(StringIo *s, Value text) {
    if (s->decoder.universal && !(text = newline_decode(&s->decoder, text, true))) return false;
    if (s->newline[0] == '\r' && memchr(str_data(text), '\n', str_size(text))) {
        Value args[] = {NAME(newline), str_from(s->newline)};
        text = args[1] ? object_call_method(str_exact(text), IO_NAME("replace"), args, 2) : 0;
    }
    return text && overwrite(s, text);
}

static Value take(StringIo *s, size_t end) {
    Value text = str_new(s->data + s->byte_at, end - s->byte_at);
    if (!text) return 0;
    s->at += str_length(text);
    s->byte_at = end;
    return text;
}

// ------------------------------------------------------------------------------------------------ making

static Value string_io_make(Type *type, Value *args, size_t count, Value keywords) {
    (void)args, (void)count, (void)keywords;
    return VALUE(instance_allocate(type, sizeof(StringIo)));
}

static bool set_newline(StringIo *s, Value newline) {
    static const char *const known[] = {"", "\n", "\r", "\r\n"};
    bool none = newline == NONE, found = none;
    if (newline && !none && !str_check(newline))
        return raise_type_error("newline must be str or None, not %T", newline);
    const char *text = newline && !none ? str_data(newline) : "\n";
    for (size_t k = 0; k < 4 && !found; k++) found = !newline || str_equal_c(newline, known[k]);
    if (!found) return raise_value_error("illegal newline value: %R", newline);
    memset(s->newline, 0, sizeof s->newline);
    if (!none) memcpy(s->newline, text, strlen(text));
    s->newline_none = none;
    s->decoder = (NewlineDecoder){.universal = none || !s->newline[0], .translate = none};
    return true;
}

static bool string_io_init(Value self, Value *args, size_t count, Value keywords) {
    Value bound[2];
    StringIo *s = stream_of(self);
    if (!NATIVE_BIND("StringIO", "initial_value='', newline='\\n'", bound)) return false;
    s->initialised = false;
    if (!set_newline(s, bound[1])) return false;
    Value initial = bound[0];
    if (initial && initial != NONE && !str_check(initial))
        return raise_type_error("initial_value must be str or None, not %T", initial);
    s->data = NULL;
    s->size = s->capacity = s->length = s->at = s->byte_at = 0;
    s->value = 0;
    s->base.closed = false;
    if (initial && initial != NONE && !write_text(s, initial)) return false;
    go_to(s, 0);
    return s->initialised = true;
}

// ------------------------------------------------------------------------------------------------ reading

static Value py_read(Value self, Value *args) {
    StringIo *s = stream_of(self);
    ptrdiff_t size;
    if (!io_size_argument(args[0], &size) || !check_open(s)) return 0;
    return take(s, size < 0 ? s->size : skip_characters(s, s->byte_at, (size_t)size));
}

// The byte behind the next line.
static size_t line_end(const StringIo *s) {
    const char *from = s->data + s->byte_at, *end = s->data + s->size;
    if (from == end) return s->size;
    if (s->newline_none || s->newline[0] == '\n') {
        const char *found = memchr(from, '\n', (size_t)(end - from));
        return found ? (size_t)(found - s->data) + 1 : s->size;
    }
    bool any = !s->newline[0], pair = s->newline[1];
    for (const char *p = from; p < end; p++) {
        if (any && *p == '\n') return (size_t)(p - s->data) + 1;
        if (*p != '\r') continue;
        bool followed = p + 1 < end && p[1] == '\n';
        if (followed && (any || pair)) return (size_t)(p - s->data) + 2;
        if (!pair) return (size_t)(p - s->data) + 1;
    }
    return s->size;
}

static Value py_readline(Value self, Value *args) {
    StringIo *s = stream_of(self);
    ptrdiff_t limit;
    if (!io_size_argument(args[0], &limit) || !check_open(s)) return 0;
    size_t end = line_end(s);
    if (limit >= 0 && (size_t)limit < end - s->byte_at) {
        size_t most = skip_characters(s, s->byte_at, (size_t)limit);
        if (most < end) end = most;
    }
    return take(s, end);
}

static Value string_io_next(Value self) {
    StringIo *s = stream_of(self);
    if (!check_open(s)) return 0;
    Value line;
    if (likely(value_is(self, &string_io_type))) {
        line = take(s, line_end(s));
    } else {
        line = object_call_method(self, NAME(readline), 0, 0);
        if (line && !str_check(line))
            return raise_format(&OSError_type, "readline() should have returned a str object, not '%T'",
                                line);
    }
    return line && str_size(line) ? line : 0;
}

// ------------------------------------------------------------------------------------------- writing, moving

static Value py_write(Value self, Value *args) {
    if (!str_check(args[0])) return raise_type_error("string argument expected, got '%T'", args[0]);
    size_t length = str_length(args[0]);
    return check_open(stream_of(self)) && write_text(stream_of(self), args[0]) ? SMALL(length) : 0;
}

static Value py_truncate(Value self, Value *args) {
    StringIo *s = stream_of(self);
    ptrdiff_t size;
    if (!io_size_argument(args[0], &size) || !check_open(s)) return 0;
    if (!args[0] || args[0] == NONE) size = (ptrdiff_t)s->at;
    if (size < 0) return raise_value_error("Negative size value %zd", size);
    if ((size_t)size < s->length) {
        s->size = skip_characters(s, 0, (size_t)size);
        s->length = (size_t)size;
        if (s->byte_at > s->size) s->byte_at = s->size;
        s->value = 0;
    }
    return SMALL(size);
}

static Value py_seek(Value self, Value *args) {
    StringIo *s = stream_of(self);
    ptrdiff_t target;
    int whence = 0;
    if (!sequence_size(args[0], &target) || (args[1] && !object_to_int(args[1], &whence)) || !check_open(s))
        return 0;
    if (whence < 0 || whence > 2)
        return raise_value_error("Invalid whence (%d, should be 0, 1 or 2)", whence);
    if (target < 0 && whence == 0) return raise_value_error("Negative seek position %zd", target);
    if (whence && target) return raise_format(&OSError_type, "Can't do nonzero cur-relative seeks");
    if (whence != 1) go_to(s, whence == 0 ? (size_t)target : s->length);
    return int_from_int64((int64_t)s->at);
}

static Value py_tell(Value self, Value *args) {
    (void)args;
    return check_open(stream_of(self)) ? int_from_int64((int64_t)stream_of(self)->at) : 0;
}

static Value py_getvalue(Value self, Value *args) {
    (void)args;
    StringIo *s = stream_of(self);
    if (!check_open(s)) return 0;
    if (!s->value) s->value = str_new(s->size ? s->data : "", s->size);
    return s->value;
}

static Value py_close(Value self, Value *args) {
    (void)args;
    StringIo *s = stream_of(self);
    s->base.closed = true;
    s->data = NULL;
    s->size = s->capacity = s->length = s->at = s->byte_at = 0;
    s->value = 0;
    return NONE;
}

static Value py_true(Value self, Value *args) {
    (void)args;
    return check_open(stream_of(self)) ? TRUE : 0;
}

static Value py_flush(Value self, Value *args) {
    (void)self, (void)args;
    return NONE;
}

// ----------------------------------------------------------------------------------------- state, attributes

static Value newline_argument(const StringIo *s) { return s->newline_none ? NONE : str_from(s->newline); }

static Value py_getstate(Value self, Value *args) {
    Value value = py_getvalue(self, args), dict = value ? object_get_attribute(self, NAME(__dict__)) : 0;
    if (!dict) return 0;
    dict = dict_of(dict)->count ? dict_copy(dict) : NONE;
    Value newline = newline_argument(stream_of(self));
    return dict && newline ? tuple_pack(4, value, newline, SMALL(stream_of(self)->at), dict) : 0;
}

static Value py_setstate(Value self, Value *args) {
    Value state = args[0];
    if (stream_of(self)->base.closed) return raise_value_error("I/O operation on closed file");
    if (!tuple_check(state) || tuple_count(state) < 4)
        return raise_type_error("%T.__setstate__ argument should be 4-tuple, got %T", self, state);
    Value start[] = {NAME(empty), tuple_get(state, 1)}, value = tuple_get(state, 0),
          position = tuple_get(state, 2);
    if (!string_io_init(self, start, 2, 0)) return 0;
    if (value == NONE) value = NAME(empty);
    if (!str_check(value)) return raise_type_error("initial_value must be str or None, not %T", value);
    if (!overwrite(stream_of(self), value)) return 0;           // its newlines were translated before
    if (!int_check(position))
        return raise_type_error("third item of state must be an integer, got %T", position);
    ptrdiff_t at;
    if (!sequence_size(position, &at)) return 0;
    if (at < 0) return raise_value_error("position value cannot be negative");
    go_to(stream_of(self), (size_t)at);
    Value dict = tuple_get(state, 3);
    if (dict == NONE) return NONE;
    if (!dict_check(dict)) return raise_type_error("fourth item of state should be a dict, got a %T", dict);
    Value own = object_get_attribute(self, NAME(__dict__));
    return own && dict_update(own, dict) ? NONE : 0;
}

static Value get_closed(Value self) {
    StringIo *s = stream_of(self);
    return s->initialised ? bool_value(s->base.closed)
                          : raise_value_error("I/O operation on uninitialized object");
}

static Value get_newlines(Value self) {
    return check_open(stream_of(self)) ? newline_seen(&stream_of(self)->decoder) : 0;
}

static Value get_line_buffering(Value self) { return check_open(stream_of(self)) ? FALSE : 0; }

static const MethodDef methods[] = {
    METHOD("close", py_close, "", "Give the memory up."),
    METHOD("flush", py_flush, "", "Does nothing."),
    METHOD("getvalue", py_getvalue, "", "The whole text, whatever the position."),
    METHOD("read", py_read, "size=-1, /", "At most `size` characters, or all up to the end."),
    METHOD("readline", py_readline, "size=-1, /", "The next line with its newline; empty at the end."),
    METHOD("tell", py_tell, "", "The position in characters."),
    METHOD("truncate", py_truncate, "pos=None, /", "Cut to `pos` characters, by default to the position."),
    METHOD("seek", py_seek, "pos, whence=0, /", "Go to a position; with whence 1 or 2 only by 0."),
    METHOD("write", py_write, "s, /", "Write a str; the number of its characters."),
    METHOD("readable", py_true, "", "True."),
    METHOD("seekable", py_true, "", "True."),
    METHOD("writable", py_true, "", "True."),
    METHOD("__getstate__", py_getstate, "", "The state, for copies."),
    METHOD("__setstate__", py_setstate, "state, /", "Set the state of a copy."),
    METHODS_END
};

static const AttributeDef attributes[] = {
    {"closed", get_closed, 0, "Whether it was closed."},
    {"newlines", get_newlines, 0, "The line ends seen so far."},
    {"line_buffering", get_line_buffering, 0, "False."},
    {0}
};

Type string_io_type = {
    .head = {&type_type},
    .name = "_io.StringIO",
    .doc = "A text stream in memory.",
    .base = &io_text_base_type,
    .size = sizeof(StringIo),
    .attributes_offset = sizeof(StringIo),
    .flags = TYPE_BASE | TYPE_ATTRIBUTES,
    .signature = "initial_value='', newline='\\n'",
    .make = string_io_make,
    .init = string_io_init,
    .next = string_io_next,
    .methods = methods,
    .attributes = attributes,
};
