// Templates: what sub() and expand() put in, with \1 and \g<name>.
#include "lib/re.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/str_parts.h"

static Type re_template_type = {
    .head = {&type_type}, .name = "_sre.SRE_Template", .size = sizeof(ReTemplate), .flags = TYPE_NO_NEW};

typedef struct {
    ReSource source;
    const Pattern *pattern;
    ReTemplate *template;
    size_t room;
    StrBuilder literal;         // collected so far; for bytes in Latin-1
} Reader;

static bool add_part(Reader *reader, Value literal, uint32_t group) {
    ReTemplate *t = reader->template;
    if (t->count == reader->room) {
        size_t size = sizeof *t + reader->room * sizeof *t->parts;
        if (!(t = mem_realloc(t, size, size + reader->room * sizeof *t->parts))) return false;
        reader->template = t;
        reader->room *= 2;
    }
    t->parts[t->count].literal = literal;
    t->parts[t->count++].group = group;
    return true;
}

// A builder's text, each character below 256, as bytes.
static Value to_bytes(Value text) {
    Value bytes = text ? bytes_new(0, str_length(text)) : 0;
    if (!bytes) return 0;
    const char *at = str_data(text);
    for (size_t i = 0; i < bytes_size(bytes); i++) bytes_data(bytes)[i] = (uint8_t)utf8_read(&at);
    return bytes;
}

static bool end_literal(Reader *reader) {
    if (!reader->literal.size && !reader->literal.failed) return true;
    Value text = str_builder_finish(&reader->literal);
    str_builder_init(&reader->literal);
    if (!reader->source.is_text) text = to_bytes(text);
    return text && add_part(reader, text, 0);
}

static bool add_group(Reader *reader, uint32_t group, size_t at, size_t from, size_t to) {
    if (group >= reader->pattern->program->groups) {
        Value digits = re_source_slice(&reader->source, from, to);
        Value number = digits ? int_from_text(str_data(digits), str_size(digits), 10, digits) : 0;
        return number && re_source_error(&reader->source, at, "invalid group reference %S", number);
    }
    return end_literal(reader) && add_part(reader, 0, group);
}

// Behind `\g`.
static bool read_named(Reader *reader) {
    ReSource *source = &reader->source;
    size_t from, to;
    uint32_t group;
    int open = re_source_match(source, '<');
    if (open == 0) return re_source_error(source, source->at, "missing <");
    if (open < 0 || !re_source_name(source, '>', "group name", &from, &to)) return false;
    if (re_source_number(source, from, to, &group)) return add_group(reader, group, from, from, to);
    if (!re_source_check_name(source, from, to)) return false;
    Value name = re_source_slice(source, from, to),
          number = name ? dict_get(reader->pattern->names, name) : 0;
    if (number) return add_group(reader, (uint32_t)small_int(number), from, from, to);
    return name && !error_occurred() && raise_index_error("unknown group name %R", name);
}

static bool read_numeric(Reader *reader, size_t from) {
    uint32_t value;
    bool octal;
    if (!re_source_numeric(&reader->source, from, &octal, &value)) return false;
    if (!octal) return add_group(reader, value, from + 1, from + 1, reader->source.at);
    str_builder_add_char(&reader->literal, value);
    return true;
}

// The token at `from`, a backslash and a character, has been read.
static bool read_escape(Reader *reader, size_t from) {
    ReSource *source = &reader->source;
    char c = source->data[from + 1], letter = c | 32;
    if (c == 'g') return read_named(reader);
    if (re_is_digit(c)) return read_numeric(reader, from);
    int simple = re_simple_escape(c);
    if (simple >= 0) {
        str_builder_add_char(&reader->literal, (uint32_t)simple);
        return true;
    }
    if (letter >= 'a' && letter <= 'z') return re_source_error(source, from, "bad escape \\%c", c);
    str_builder_add_char(&reader->literal, '\\');
    str_builder_add_char(&reader->literal, re_source_char(source, from + 1));
    return true;
}

#define ROOM_FIRST 4

static ReTemplate *read_template(const Pattern *pattern, Value text) {
    Reader reader = {.pattern = pattern, .room = ROOM_FIRST};
    str_builder_init(&reader.literal);
    reader.template =
        mem_object(&re_template_type, sizeof(ReTemplate) + ROOM_FIRST * sizeof reader.template->parts[0]);
    if (!reader.template || !re_source_start(&reader.source, text)) return NULL;
    ReSource *source = &reader.source;
    reader.template->is_text = source->is_text;
    while (source->next) {
        size_t from = source->at;
        if (!re_source_advance(source)) return NULL;
        if (source->data[from] != '\\')
            str_builder_add_char(&reader.literal, re_source_char(source, from));
        else if (!read_escape(&reader, from))
            return NULL;
    }
    return end_literal(&reader) ? reader.template : NULL;
}

ReTemplate *re_template_for(Value pattern, Value source) {
    Pattern *p = pattern_of(pattern);
    if (p->template_source && p->template_source == source) return p->template;
    Value text = source;
    if (!str_check(source) && !bytes_check(source)) {
        if (!buffer_supported(source))
            return raise_type_error("decoding to str: need a bytes-like object, %T found", source), NULL;
        if (!(text = bytes_from_object(source))) return NULL;
    }
    ReTemplate *template = read_template(p, text);
    if (template && text == source) {
        p->template_source = source;
        p->template = template;
    }
    return template;
}

Value re_template_expand(const ReTemplate *template, Value match) {
    if (template->count == 1 && template->parts[0].literal) return template->parts[0].literal;
    Value empty = template->is_text ? str_ascii("", 0) : bytes_new("", 0),
          pieces = list_with_capacity(template->count);
    if (!empty || !pieces) return 0;
    for (size_t i = 0; i < template->count; i++) {
        Value piece = template->parts[i].literal;
        if (!piece) piece = re_match_group(match, template->parts[i].group, empty);
        if (!piece || !list_append(pieces, piece)) return 0;
    }
    return object_call_method(empty, intern("join"), &pieces, 1);
}
