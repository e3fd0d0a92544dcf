// The iterators over the characters of a str: str_ascii_iterator for ASCII text and str_iterator for other.
// Both walk by byte offset, so that a step costs the same for any text.
#include "objects/str_parts.h"

static inline StrIterator *iterator_of(Value v) { return (StrIterator *)value_object(v); }

Value str_iterate(Value s) {
    Type *type = str_is_ascii(s) ? &str_ascii_iterator_type : &str_iterator_type;
    StrIterator *iterator = mem_object(type, sizeof *iterator);
    if (!iterator) return 0;
    iterator->text = s;
    return VALUE(iterator);
}

static Value iterator_iter(Value self) { return self; }

static Value iterator_next(Value self) {
    StrIterator *iterator = iterator_of(self);
    if (!iterator->text) return 0;
    const Str *s = str_of(iterator->text);
    if (iterator->offset >= s->size) {
        iterator->text = 0;
        return 0;
    }
    const char *at = s->data + iterator->offset;
    uint32_t code_point = utf8_read(&at);
    iterator->offset = (size_t)(at - s->data);
    return str_from_code_point(code_point);
}

static size_t remaining(const StrIterator *iterator) {
    if (!iterator->text) return 0;
    const Str *s = str_of(iterator->text);
    return utf8_count(s->data + iterator->offset, s->size - iterator->offset);
}

static Value iterator_py_length_hint(Value self, Value *args) {
    (void)args;
    return SMALL(remaining(iterator_of(self)));
}

static Value iterator_py_setstate(Value self, Value *args) {
    StrIterator *iterator = iterator_of(self);
    ptrdiff_t index;
    if (!object_to_size(args[0], &index)) return 0;
    if (!iterator->text) return NONE;
    size_t length = str_length(iterator->text);
    size_t position = index < 0 ? 0 : (size_t)index > length ? length : (size_t)index;
    iterator->offset = str_offset(iterator->text, position);
    return NONE;
}

static const MethodDef iterator_methods[] = {
    METHOD("__length_hint__", iterator_py_length_hint, "", "Private method returning an estimate of len(list(it))."),
    METHOD("__setstate__", iterator_py_setstate, "state, /", "Set state information for unpickling."),
    METHODS_END,
};

Type str_ascii_iterator_type = {
    .head = {&type_type},
    .name = "str_ascii_iterator",
    .doc = "Iterates over the characters of ASCII text.",
    .size = sizeof(StrIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_iter,
    .next = iterator_next,
    .methods = iterator_methods,
};

Type str_iterator_type = {
    .head = {&type_type},
    .name = "str_iterator",
    .doc = "Iterates over the characters of a str.",
    .size = sizeof(StrIterator),
    .flags = TYPE_NO_NEW,
    .iter = iterator_iter,
    .next = iterator_next,
    .methods = iterator_methods,
};
