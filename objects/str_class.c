// What kind of characters a text consists of: isalpha and its kind.
#include "objects/str_parts.h"
#include "objects/unicode.h"

typedef bool (*Predicate)(uint32_t code_point);

// All characters pass. Empty text: `empty`.
static Value all(Value s, Predicate test, bool empty) {
    const char *at = str_data(s), *end = at + str_size(s);
    if (at == end) return bool_value(empty);
    while (at < end)
        if (!test(utf8_read(&at))) return FALSE;
    return TRUE;
}

static bool is_alnum(uint32_t c) { return unicode_is_alpha(c) || unicode_is_numeric(c); }

Value str_py_isalnum(Value self, Value *args) { (void)args; return all(self, is_alnum, false); }
Value str_py_isalpha(Value self, Value *args) { (void)args; return all(self, unicode_is_alpha, false); }
Value str_py_isdecimal(Value self, Value *args) { (void)args; return all(self, unicode_is_decimal, false); }
Value str_py_isdigit(Value self, Value *args) { (void)args; return all(self, unicode_is_digit, false); }
Value str_py_isnumeric(Value self, Value *args) { (void)args; return all(self, unicode_is_numeric, false); }
Value str_py_isspace(Value self, Value *args) { (void)args; return all(self, unicode_is_space, false); }
Value str_py_isprintable(Value self, Value *args) { (void)args; return all(self, unicode_is_printable, true); }
Value str_py_isascii(Value self, Value *args) { (void)args; return bool_value(str_is_ascii(self)); }

Value str_py_isidentifier(Value self, Value *args) {
    (void)args;
    const char *at = str_data(self), *end = at + str_size(self);
    if (at == end || !unicode_is_identifier_start(utf8_read(&at))) return FALSE;
    while (at < end)
        if (!unicode_is_identifier(utf8_read(&at))) return FALSE;
    return TRUE;
}

// There is a character of case `is`, and none of the others.
static Value all_cased(Value s, Predicate is, Predicate other) {
    bool found = false;
    for (const char *at = str_data(s), *end = at + str_size(s); at < end;) {
        uint32_t c = utf8_read(&at);
        if (other(c) || unicode_is_title(c)) return FALSE;
        found = found || is(c);
    }
    return bool_value(found);
}

Value str_py_islower(Value self, Value *args) {
    (void)args;
    return all_cased(self, unicode_is_lower, unicode_is_upper);
}

Value str_py_isupper(Value self, Value *args) {
    (void)args;
    return all_cased(self, unicode_is_upper, unicode_is_lower);
}

Value str_py_istitle(Value self, Value *args) {
    (void)args;
    bool found = false, inside = false;         // a word
    for (const char *at = str_data(self), *end = at + str_size(self); at < end;) {
        uint32_t c = utf8_read(&at);
        if (unicode_is_upper(c) || unicode_is_title(c)) {
            if (inside) return FALSE;
            found = inside = true;
        } else if (unicode_is_lower(c)) {
            if (!inside) return FALSE;
            found = true;
        } else {
            inside = false;
        }
    }
    return bool_value(found);
}
