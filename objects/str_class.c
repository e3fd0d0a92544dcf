// What kind of characters a text consists of: isalpha and its kind.
#include "objects/str_parts.h"
#include "objects/unicode_parts.h"

static inline uint32_t next_flags(const char **at) {
    uint8_t byte = (uint8_t)**at;
    if (byte < 0x80) return ++*at, unicode_ascii_flags[byte];
    return unicode_record(utf8_read(at))->flags;
}

// All characters have one of the flags. Empty text: `empty`.
static Value all(Value s, uint32_t flags, bool empty) {
    const char *at = str_data(s), *end = at + str_size(s);
    if (at == end) return bool_value(empty);
    while (at < end)
        if (!(next_flags(&at) & flags)) return FALSE;
    return TRUE;
}

Value str_py_isalnum(Value self, Value *args) { return (void)args, all(self, UNICODE_ALPHA | UNICODE_NUMERIC, false); }
Value str_py_isalpha(Value self, Value *args) { return (void)args, all(self, UNICODE_ALPHA, false); }
Value str_py_isdecimal(Value self, Value *args) { return (void)args, all(self, UNICODE_DECIMAL, false); }
Value str_py_isdigit(Value self, Value *args) { return (void)args, all(self, UNICODE_DIGIT, false); }
Value str_py_isnumeric(Value self, Value *args) { return (void)args, all(self, UNICODE_NUMERIC, false); }
Value str_py_isspace(Value self, Value *args) { return (void)args, all(self, UNICODE_SPACE, false); }
Value str_py_isprintable(Value self, Value *args) { return (void)args, all(self, UNICODE_PRINTABLE, true); }
Value str_py_isascii(Value self, Value *args) { return (void)args, bool_value(str_is_ascii(self)); }

Value str_py_isidentifier(Value self, Value *args) {
    const char *at = str_data(self);
    return str_size(self) && next_flags(&at) & UNICODE_ID_START
               ? ((void)args, all(self, UNICODE_ID_CONTINUE, false))
               : FALSE;
}

// There is a character of case `is`, and none of the others.
static Value all_cased(Value s, uint32_t is, uint32_t others) {
    uint32_t found = 0;
    for (const char *at = str_data(s), *end = at + str_size(s); at < end;) {
        uint32_t flags = next_flags(&at);
        if (flags & others) return FALSE;
        found |= flags;
    }
    return bool_value(found & is);
}

Value str_py_islower(Value self, Value *args) {
    return (void)args, all_cased(self, UNICODE_LOWER, UNICODE_UPPER | UNICODE_TITLE);
}
Value str_py_isupper(Value self, Value *args) {
    return (void)args, all_cased(self, UNICODE_UPPER, UNICODE_LOWER | UNICODE_TITLE);
}

Value str_py_istitle(Value self, Value *args) {
    (void)args;
    bool found = false, inside = false;         // a word
    for (const char *at = str_data(self), *end = at + str_size(self); at < end;) {
        uint32_t flags = next_flags(&at);
        bool begins = flags & (UNICODE_UPPER | UNICODE_TITLE), goes_on = flags & UNICODE_LOWER;
        if (begins ? inside : goes_on && !inside) return FALSE;
        inside = begins || goes_on;
        found = found || inside;
    }
    return bool_value(found);
}
