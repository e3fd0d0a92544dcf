// The text of a pattern or a template, read by tokens, and errors that name places in it.
#include "lib/re.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/exception.h"
#include "objects/unicode.h"

Value re_error_class;

Value re_error(Value message, Value pattern, ptrdiff_t position) {
    if (!message) return 0;
    Value error = position < 0 ? object_call1(re_error_class, message)
                               : object_call3(re_error_class, message, pattern, SMALL(position));
    return error ? raise_exception(error) : 0;
}

// Messages about bytes are ASCII.
static Value escape_message(Value message) {
    Value bytes = codec_encode(message, "ascii", "backslashreplace");
    return bytes ? codec_decode(bytes_data(bytes), bytes_size(bytes), "ascii", NULL) : 0;
}

bool re_source_error(const ReSource *source, size_t at, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    Value message = str_format_list(format, arguments);
    va_end(arguments);
    if (message && !source->is_text && !str_is_ascii(message)) message = escape_message(message);
    size_t position = source->is_text ? utf8_count(source->data, at) : at;
    return re_error(message, source->text, (ptrdiff_t)position);
}

static bool set_token(ReSource *source, size_t at) {
    source->at = at;
    source->next = 0;
    if (at >= source->size) return true;
    if (source->data[at] == '\\') {
        if (++at >= source->size) return re_source_error(source, at - 1, "bad escape (end of pattern)");
        source->next = 1;
    }
    source->next += source->is_text ? utf8_width(source->data[at]) : 1;
    return true;
}

bool re_source_start(ReSource *source, Value text) {
    source->text = text;
    source->is_text = str_check(text);
    source->data = source->is_text ? str_data(text) : (const char *)bytes_data(text);
    source->size = source->is_text ? str_size(text) : bytes_size(text);
    return set_token(source, 0);
}

bool re_source_advance(ReSource *source) { return set_token(source, source->at + source->next); }
int re_source_match(ReSource *source, char c) {
    if (!re_source_is(source, c)) return 0;
    return re_source_advance(source) ? 1 : -1;
}

uint32_t re_source_char(const ReSource *source, size_t at) {
    const char *text = source->data + at;
    return source->is_text ? utf8_read(&text) : (uint8_t)*text;
}

Value re_source_slice(const ReSource *source, size_t from, size_t to) {
    if (source->is_text) return str_new(source->data + from, to - from);
    return codec_decode((const uint8_t *)source->data + from, to - from, "latin-1", NULL);
}

bool re_source_name(ReSource *source, char terminator, const char *what, size_t *from, size_t *to) {
    *from = source->at;
    for (;;) {
        *to = source->at;
        if (source->next == 0) {
            if (*to == *from) return re_source_error(source, *from, "missing %s", what);
            return re_source_error(source, *from, "missing %c, unterminated name", terminator);
        }
        bool ends = re_source_is(source, terminator);
        if (!re_source_advance(source)) return false;
        if (!ends) continue;
        return *to > *from || re_source_error(source, *from, "missing %s", what);
    }
}

bool re_source_check_name(const ReSource *source, size_t from, size_t to) {
    Value name = re_source_slice(source, from, to);
    if (!name) return false;
    if (!source->is_text && !str_is_ascii(name))
        return re_source_error(source, from, "bad character in group name %A", name);
    bool good = true;
    const char *text = str_data(name), *end = text + str_size(name);
    for (bool first = true; good && text < end; first = false) {
        uint32_t c = utf8_read(&text);
        good = c == '_' || (first ? unicode_is_identifier_start(c) : unicode_is_identifier(c));
    }
    return good || re_source_error(source, from, "bad character in group name %R", name);
}

bool re_source_number(const ReSource *source, size_t from, size_t to, uint32_t *out) {
    uint64_t number = 0;
    for (size_t at = from; at < to; at++) {
        if (!re_is_digit(source->data[at])) return false;
        number = number * 10 + (uint64_t)(source->data[at] - '0');
        if (number > UINT32_MAX) number = UINT32_MAX;
    }
    *out = (uint32_t)number;
    return to > from;
}

int re_simple_escape(char c) {
    static const char letters[] = "abfnrtv\\", characters[] = "\a\b\f\n\r\t\v\\";
    const char *found = c ? strchr(letters, c) : NULL;
    return found ? characters[found - letters] : -1;
}

static bool next_is_octal(const ReSource *source) {
    return source->next == 1 && re_is_octal(source->data[source->at]);
}

bool re_source_numeric(ReSource *source, size_t from, bool *octal, uint32_t *value) {
    const char *digits = source->data + from + 1;
    *octal = digits[0] == '0';
    if (*octal) {
        for (int i = 0; i < 2 && next_is_octal(source); i++)
            if (!re_source_advance(source)) return false;
    } else if (source->next == 1 && re_is_digit(source->data[source->at])) {
        if (!re_source_advance(source)) return false;
        *octal = re_is_octal(digits[0]) && re_is_octal(digits[1]) && next_is_octal(source);
        if (*octal && !re_source_advance(source)) return false;
    }
    *value = 0;
    for (const char *end = source->data + source->at; digits < end; digits++)
        *value = *value * (*octal ? 8 : 10) + (uint32_t)(*digits - '0');
    if (!*octal || *value <= 255) return true;
    Value text = re_source_slice(source, from, source->at);
    return text && re_source_error(source, from, "octal escape value %S outside of range 0-0o377", text);
}
