// str.translate and the tables it takes.
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/int.h"
#include "objects/str_parts.h"

// Adds what the table has for c. A missing key means c itself, None means nothing.
static bool add_translated(StrBuilder *builder, Value table, uint32_t c) {
    Value found;
    if (value_is(table, &dict_type)) {
        found = dict_get(table, SMALL(c));
        if (!found && error_occurred()) return false;
    } else {
        found = object_get_item(table, SMALL(c));
        if (!found && !error_clear_if(&LookupError_type)) return false;
    }
    int64_t mapped;
    if (!found) {
        str_builder_add_char(builder, c);
    } else if (str_check(found)) {
        str_builder_add_str(builder, found);
    } else if (int_check(found)) {
        if (!int_get64(found, &mapped) || mapped < 0 || mapped > 0x10FFFF)
            return raise_value_error("character mapping must be in range(0x110000)");
        str_builder_add_char(builder, (uint32_t)mapped);
    } else if (found != NONE) {
        return raise_type_error("character mapping must return integer, None or str");
    }
    return !builder->failed;
}

// What ASCII characters become, so that each is looked up once a text: a code point, or one of these.
enum { NOT_ASKED = 0, DROPPED = 128, NOT_SIMPLE };

// Asks the table what c becomes; an ASCII character, nothing, or something else (NOT_SIMPLE).
static bool ask(Value table, uint32_t c, uint8_t *answer) {
    StrBuilder found;
    str_builder_init(&found);
    if (!add_translated(&found, table, c)) return false;
    *answer = NOT_SIMPLE;
    if (found.size == 0) *answer = DROPPED;
    else if (found.size == 1 && found.data[0]) *answer = (uint8_t)found.data[0];
    return true;
}

// Translates the beginning of ASCII text by a dict, as far as characters become one ASCII character or
// nothing. *done counts the characters.
static bool translate_simply(StrBuilder *builder, Value s, Value table, size_t *done) {
    uint8_t answers[128] = {NOT_ASKED};
    size_t size = str_size(s), i = 0;
    const uint8_t *in = (const uint8_t *)str_data(s);
    char *out = str_builder_reserve(builder, size), *start = out;
    if (!out) return false;
    for (; i < size; i++) {
        uint8_t *answer = &answers[in[i]];
        if (*answer == NOT_ASKED && !ask(table, in[i], answer)) return false;
        if (*answer == NOT_SIMPLE) break;
        if (*answer != DROPPED) *out++ = (char)*answer;
    }
    *done = i;
    builder->size = builder->length = (size_t)(out - start);
    return true;
}

Value str_py_translate(Value self, Value *args) {
    StrBuilder builder;
    str_builder_init(&builder);
    size_t done = 0;
    bool simple = str_is_ascii(self) && value_is(args[0], &dict_type);
    if (simple && !translate_simply(&builder, self, args[0], &done)) return 0;
    for (const char *at = str_data(self) + done, *end = str_data(self) + str_size(self); at < end;)
        if (!add_translated(&builder, args[0], utf8_read(&at))) return 0;
    return str_builder_finish(&builder);
}

static bool add_key(Value table, Value key, Value value) {
    if (int_check(key)) return dict_set(table, key, value);
    if (!str_check(key)) return raise_type_error("keys in translate table must be strings or integers");
    if (str_length(key) != 1) return raise_value_error("string keys in translate table must be of length 1");
    return dict_set(table, SMALL(str_at(key, 0)), value);
}

static Value table_from_dict(Value source) {
    if (!value_is(source, &dict_type))
        return raise_type_error("if you give only one argument to maketrans it must be a dict");
    Value table = dict_new();
    size_t at = 0;
    for (DictEntry *entry; table && (entry = dict_next(dict_of(source), &at));)
        if (!add_key(table, entry->key, entry->value)) return 0;
    return table;
}

static bool add_pairs(Value table, Value from, Value to) {
    if (str_length(from) != str_length(to))
        return raise_value_error("the first two maketrans arguments must have equal length");
    const char *left = str_data(from), *right = str_data(to);
    for (size_t i = 0; i < str_length(from); i++) {
        Value key = SMALL(utf8_read(&left));
        if (!dict_set(table, key, SMALL(utf8_read(&right)))) return false;
    }
    return true;
}

Value str_py_maketrans(Value self, Value *args) {
    (void)self;
    Value from = args[0], to = args[1], dropped = args[2];
    if (to && !str_argument(to, "maketrans()", "2")) return 0;
    if (dropped && !str_argument(dropped, "maketrans()", "3")) return 0;
    if (!to) return table_from_dict(from);
    if (!str_check(from))
        return raise_type_error("first maketrans argument must be a string if there is a second argument");
    Value table = dict_new();
    if (!table || !add_pairs(table, from, to)) return 0;
    if (!dropped) return table;
    for (const char *at = str_data(dropped), *end = at + str_size(dropped); at < end;)
        if (!dict_set(table, SMALL(utf8_read(&at)), NONE)) return 0;
    return table;
}
