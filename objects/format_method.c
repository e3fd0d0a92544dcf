// str.format and str.format_map: replacement fields {name.attribute[item]!conversion:spec}.
//
// A spec can hold fields itself, one level deep. Fields without a name are numbered as they come; numbered
// and unnumbered fields do not mix, in the text and its specs together.
#include "objects/float.h"
#include "objects/format.h"
#include "objects/int.h"
#include "objects/str_parts.h"
#include "objects/tuple.h"
#include "objects/unicode.h"

#define DEPTH 2                 // the text, and the specs in it

typedef enum { NUMBERING_UNKNOWN, NUMBERING_AUTOMATIC, NUMBERING_MANUAL } Numbering;

typedef struct {
    Value args, kwargs;         // args 0: format_map
    Numbering numbering;
    size_t next;                // of automatic numbers
    Value only;                 // the text of a field that is all there is, not copied
} Fields;

typedef struct {
    const char *at, *end;
} Text;

// A field as written; `spec` is still to be expanded when it has braces.
typedef struct {
    Text name, spec;
    uint32_t conversion;        // 0: none
    bool nested;
} Field;

static bool build(Fields *fields, Text text, int depth, StrBuilder *out);

// --- taking a field apart

// Moves text->at behind the name of the field and answers the character that ends it, 0: none does.
static char skip_name(Text *text) {
    while (text->at < text->end) {
        char c = *text->at++;
        if (c == '}' || c == ':' || c == '!' || c == '{') return c;
        if (c != '[') continue;
        while (text->at < text->end && *text->at != ']') text->at++;
    }
    return 0;
}

// Behind a '!'. *done: the field ends here.
static bool parse_conversion(Text *text, Field *field, bool *done) {
    if (text->at >= text->end) return raise_value_error("end of string while looking for conversion specifier");
    field->conversion = utf8_read(&text->at);
    if (text->at >= text->end) return true;
    char c = *text->at++;
    *done = c == '}';
    if (c != '}' && c != ':') return raise_value_error("expected ':' after conversion specifier");
    return true;
}

// Up to the brace that closes the field.
static bool parse_spec(Text *text, Field *field) {
    int open = 1;
    field->spec.at = text->at;
    while (text->at < text->end) {
        char c = *text->at++;
        if (c == '{') {
            field->nested = true;
            open++;
        } else if (c == '}' && --open == 0) {
            field->spec.end = text->at - 1;
            return true;
        }
    }
    return raise_value_error("unmatched '{' in format spec");
}

// The field behind a '{'; text->at moves behind it.
static bool parse_field(Text *text, Field *field) {
    *field = (Field){.name = {text->at, text->at}};
    bool done = false;
    char c = skip_name(text);
    field->name.end = c ? text->at - 1 : text->at;
    switch (c) {
    case '}': return true;
    case '{': return raise_value_error("unexpected '{' in field name");
    case 0: return raise_value_error("expected '}' before end of string");
    case '!':
        if (!parse_conversion(text, field, &done)) return false;
        if (done) return true;
    }
    return parse_spec(text, field);
}

// --- finding a field's value

// The number that the text is; -1: it is none, -2: raised.
static ptrdiff_t number(Text text) {
    ptrdiff_t result = text.at < text.end ? 0 : -1;
    while (text.at < text.end) {
        int digit = *text.at >= '0' && *text.at <= '9' ? *text.at++ - '0' : unicode_decimal(utf8_read(&text.at));
        if (digit < 0) return -1;
        if (result > (PTRDIFF_MAX - digit) / 10) {
            (void)raise_value_error("Too many decimal digits in format string");
            return -2;
        }
        result = result * 10 + digit;
    }
    return result;
}

// Cuts the part before the next character of `stops` off *text.
static Text cut(Text *text, const char *stops) {
    Text part = *text;
    while (text->at < text->end && !memchr(stops, *text->at, strlen(stops))) text->at++;
    part.end = text->at;
    return part;
}

static bool choose_numbering(Fields *fields, Numbering numbering) {
    if (fields->numbering == NUMBERING_UNKNOWN) fields->numbering = numbering;
    if (fields->numbering == numbering) return true;
    return numbering == NUMBERING_MANUAL
        ? raise_value_error("cannot switch from automatic field numbering to manual field specification")
        : raise_value_error("cannot switch from manual field specification to automatic field numbering");
}

static Value positional(Fields *fields, ptrdiff_t index) {
    if (!choose_numbering(fields, index < 0 ? NUMBERING_AUTOMATIC : NUMBERING_MANUAL)) return 0;
    if (!fields->args) return raise_value_error("Format string contains positional fields");
    if (index < 0) index = (ptrdiff_t)fields->next++;
    if ((size_t)index >= tuple_count(fields->args))
        return raise_index_error("Replacement index %zd out of range for positional args tuple", index);
    return tuple_get(fields->args, (size_t)index);
}

static Value first_value(Fields *fields, Text name) {
    ptrdiff_t index = number(name);
    if (index == -2) return 0;
    if (index >= 0 || name.at == name.end) return positional(fields, index);
    Value key = str_new(name.at, (size_t)(name.end - name.at));
    return key ? object_get_item(fields->kwargs, key) : 0;
}

static Value attribute(Value v, Text name) {
    Value text = str_new(name.at, (size_t)(name.end - name.at));
    if (text) text = str_intern(text);
    return text ? object_get_attribute(v, text) : 0;
}

static Value item(Value v, Text name) {
    ptrdiff_t index = number(name);
    if (index == -2) return 0;
    Value key = index >= 0 ? SMALL(index) : str_new(name.at, (size_t)(name.end - name.at));
    return key ? object_get_item(v, key) : 0;
}

// The part of a name behind its '.' or '['.
static Value accessed(Value v, Text *name) {
    bool is_item = *name->at == '[';
    if (!is_item && *name->at != '.')
        return raise_value_error("Only '.' or '[' may follow ']' in format field specifier");
    name->at++;
    Text part = cut(name, is_item ? "]" : ".[");
    if (is_item && name->at == name->end) return raise_value_error("Missing ']' in format string");
    if (is_item) name->at++;
    if (part.at == part.end) return raise_value_error("Empty attribute in format string");
    return is_item ? item(v, part) : attribute(v, part);
}

static Value field_value(Fields *fields, Text name) {
    Value v = first_value(fields, cut(&name, ".["));
    while (v && name.at < name.end) v = accessed(v, &name);
    return v;
}

// --- formatting

static Value converted(Value v, uint32_t conversion) {
    switch (conversion) {
    case 0: return v;
    case 'r': return object_repr(v);
    case 's': return object_str(v);
    case 'a': return object_ascii(v);
    }
    if (conversion > 32 && conversion < 127)
        return raise_value_error("Unknown conversion specifier %c", (int)conversion);
    return raise_value_error("Unknown conversion specifier \\x%x", conversion);
}

// The spec of a field. For a value whose type only reads it, that is `passing`, whose text lies in the format.
static Value expanded(Fields *fields, const Field *field, int depth, Value v, Str *passing) {
    size_t size = (size_t)(field->spec.end - field->spec.at);
    bool only_read = value_is(v, &str_type) || value_is(v, &int_type) || value_is(v, &float_type);
    if (!field->nested && only_read && utf8_is_ascii(field->spec.at, size)) {
        *passing = (Str){.head = {&str_type}, .data = (char *)field->spec.at, .size = size, .length = size};
        return VALUE(passing);
    }
    if (!field->nested) return str_new(field->spec.at, size);
    StrBuilder spec;
    str_builder_init(&spec);
    return build(fields, field->spec, depth - 1, &spec) ? str_builder_finish(&spec) : 0;
}

static void add_small(StrBuilder *out, int64_t i) {
    char digits[24], *p = digits + sizeof digits;
    uint64_t u = i < 0 ? -(uint64_t)i : (uint64_t)i;
    do *--p = (char)('0' + u % 10); while (u /= 10);
    if (i < 0) *--p = '-';
    str_builder_add_ascii(out, p, (size_t)(digits + sizeof digits - p));
}

// `whole`: there is nothing but this field.
static bool add_field(Fields *fields, const Field *field, int depth, bool whole, StrBuilder *out) {
    Value v = field_value(fields, field->name);
    if (v) v = converted(v, field->conversion);
    if (!v) return false;
    if (field->spec.at == field->spec.end) {
        if (value_is(v, &str_type)) {
            if (whole) fields->only = v;
            else str_builder_add_str(out, v);
            return !out->failed;
        }
        if (value_is_small(v)) {
            add_small(out, small_int(v));
            return !out->failed;
        }
    }
    Str passing;
    Value spec = expanded(fields, field, depth, v, &passing);
    Value text = spec ? object_format(v, spec) : 0;
    if (!text) return false;
    if (whole) fields->only = text;
    else str_builder_add_str(out, text);
    return !out->failed;
}

// Adds the text before the next field, and one brace for two. *field: a field follows.
static bool add_literal(Text *text, StrBuilder *out, bool *field) {
    const char *start = text->at;
    *field = false;
    while (text->at < text->end && *text->at != '{' && *text->at != '}') text->at++;
    if (text->at > start) str_builder_add(out, start, (size_t)(text->at - start));
    if (text->at == text->end) return !out->failed;
    char c = *text->at++;
    bool doubled = text->at < text->end && *text->at == c;
    if (c == '}' && !doubled) return raise_value_error("Single '}' encountered in format string");
    if (c == '{' && text->at == text->end)
        return raise_value_error("Single '{' encountered in format string");
    *field = !doubled;
    if (doubled) str_builder_add(out, text->at++, 1);
    return !out->failed;
}

static bool build(Fields *fields, Text text, int depth, StrBuilder *out) {
    if (depth == 0) return raise_value_error("Max string recursion exceeded");
    while (text.at < text.end) {
        bool is_field;
        Field field;
        if (!add_literal(&text, out, &is_field)) return false;
        if (!is_field) continue;
        if (!parse_field(&text, &field) || 
            !add_field(fields, &field, depth, depth == DEPTH && text.at == text.end && out->size == 0, out))
            return false;
    }
    return true;
}

// A text without fields and doubled braces is its own result.
static Value unchanged(Value format, StrBuilder *out) {
    Value result = str_builder_finish(out);
    return result && str_equal(result, format) ? format : result;
}

Value format_method(Value format, Value args, Value kwargs) {
    Fields fields = {.args = args, .kwargs = kwargs};
    StrBuilder out;
    str_builder_init(&out);
    Text text = {str_data(format), str_data(format) + str_size(format)};
    // One block for long texts.
    size_t expected = str_size(format);
    for (size_t i = 0; args && tuple_count(args) > 1 && i < tuple_count(args); i++)
        if (value_is(tuple_get(args, i), &str_type)) expected += str_size(tuple_get(args, i));
    if (expected > sizeof out.small && expected > 2 * str_size(format) && !str_builder_reserve(&out, expected)) return 0;
    if (!build(&fields, text, DEPTH, &out)) return 0;
    return fields.only                                ? fields.only
           : out.size == str_size(format) && out.size ? unchanged(format, &out)
                                                      : str_builder_finish(&out);
}
