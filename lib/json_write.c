// Writing JSON: the whole text into one builder.
#include "lib/json.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/utf8.h"
#include <math.h>

// How deep containers may lie in each other: when they are written on lines of their own, margins would fill the memory.
enum { DEPTH_MAX = 50000, DEPTH_MAX_INDENTED = 1000 };

typedef struct {
    StrBuilder out;
    Value encoder;
    Value running;              // dict: the containers around, by address; 0: circles are not looked for
    Value item_separator, key_separator;
    Value indent;               // str, or 0: all on one line
    bool ascii, allow_nan, sort_keys, skip_keys;
    size_t depth;
} Writer;

static bool write_value(Writer *w, Value v);

// ------------------------------------------------------------------------------------------------ scalars

static void write_escape(StrBuilder *out, uint32_t code) {
    static const char letters[] = "\"\\\n\r\t\f\b", names[] = "\"\\nrtfb";
    const char *found = code < 0x80 && code ? strchr(letters, (int)code) : NULL;
    if (found) str_builder_add_format(out, "\\%c", names[found - letters]);
    else if (code < 0x10000) str_builder_add_format(out, "\\u%.4x", (int)code);
    else
        str_builder_add_format(out, "\\u%.4x\\u%.4x", (int)(0xd800 | (code - 0x10000) >> 10),
                               (int)(0xdc00 | ((code - 0x10000) & 0x3ff)));
}

static bool is_plain(unsigned char c, bool ascii) { return c >= ' ' && c != '"' && c != '\\' && (!ascii || c < 0x7f); }

static bool write_string(Writer *w, Value text) {
    const char *at = str_data(text), *end = at + str_size(text);
    str_builder_add_ascii(&w->out, "\"", 1);
    while (at < end) {
        const char *start = at;
        while (at < end && is_plain((unsigned char)*at, w->ascii)) at++;
        str_builder_add(&w->out, start, (size_t)(at - start));
        if (at < end) write_escape(&w->out, utf8_read(&at));
    }
    str_builder_add_ascii(&w->out, "\"", 1);
    return true;
}

Value json_quote(Value text, bool ascii) {
    Writer w = {.ascii = ascii};
    str_builder_init(&w.out);
    return write_string(&w, text) ? str_builder_finish(&w.out) : 0;
}

static Value float_text(const Writer *w, Value v) {
    double x = float_get(v);
    if (isfinite(x)) return float_repr_value(x);
    if (!w->allow_nan) return raise_value_error("Out of range float values are not JSON compliant: %S", float_repr_value(x));
    return str_from(isnan(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity");
}

static Value int_text(Value v) {
    Value exact = int_exact(v);
    return exact ? int_to_str(exact, 10) : 0;
}

static bool write_text(Writer *w, Value text) {
    if (text) str_builder_add_str(&w->out, text);
    return text != 0;
}

static bool write_small(Writer *w, int64_t number) {
    char digits[24], *at = digits + sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0) *--at = '-';
    str_builder_add_ascii(&w->out, at, (size_t)(digits + sizeof digits - at));
    return true;
}

// ------------------------------------------------------------------------------------------------ containers

static bool write_note(const char *format, Value a, size_t index) {
    Value error = error_take();
    Value note = a ? str_format(format, a) : str_format(format, index);
    if (!note || !exception_add_note(error, note)) error_take();
    error_set(error);
    return false;
}

static Value name_of_type(Value v) { return object_get_attribute_c(VALUE(type_of(v)), "__name__"); }

static bool enter(Writer *w, Value v) {
    static const char what[] = " while encoding a JSON object";
    if (w->depth >= (w->indent ? DEPTH_MAX_INDENTED : DEPTH_MAX)) return raise_recursion_error(what);
    if (!mem_stack_check()) {
        if (!error_clear_if(&RecursionError_type)) return false;
        return raise_recursion_error(what);
    }
    w->depth++;
    if (!w->running) return true;
    Value address = int_from_uint64(v);
    Value found = address ? dict_get(w->running, address) : 0;
    if (found) return raise_value_error("Circular reference detected");
    return address && !error_pending && dict_set(w->running, address, TRUE);
}

static bool leave(Writer *w, Value v) {
    w->depth--;
    return !w->running || dict_delete(w->running, int_from_uint64(v)) >= 0;
}

static void new_line(Writer *w) {
    if (!w->indent) return;
    str_builder_add_ascii(&w->out, "\n", 1);
    for (size_t k = 0; k < w->depth; k++) str_builder_add_str(&w->out, w->indent);
}

// Before an item: the separator unless it is the first, and a new line.
static void before_item(Writer *w, bool first) {
    if (!first) str_builder_add_str(&w->out, w->item_separator);
    new_line(w);
}

static bool close_container(Writer *w, Value v, const char *bracket) {
    if (!leave(w, v)) return false;
    new_line(w);
    str_builder_add_ascii(&w->out, bracket, 1);
    return true;
}

static bool write_list(Writer *w, Value v) {
    if (!enter(w, v)) return false;
    bool is_list = list_check(v);
    size_t k = 0;
    for (; k < (is_list ? list_of(v)->count : tuple_count(v)); k++) {
        if (k == 0) str_builder_add_ascii(&w->out, "[", 1);
        before_item(w, k == 0);
        Value item = is_list ? list_of(v)->items[k] : tuple_get(v, k);
        if (!write_value(w, item))
            return write_note(is_list ? "when serializing list item %zu" : "when serializing tuple item %zu",
                              0, k);
    }
    if (k) return close_container(w, v, "]");
    str_builder_add_ascii(&w->out, "[]", 2);
    return leave(w, v);
}

// The text of a key; 0: it is to be skipped, or raised.
static Value key_text(Writer *w, Value key) {
    if (str_check(key)) return key;
    if (key == TRUE || key == FALSE) return str_from(key == TRUE ? "true" : "false");
    if (key == NONE) return str_from("null");
    if (int_check(key)) return int_text(key);
    if (float_check(key)) return float_text(w, key);
    return w->skip_keys ? 0 : raise_type_error("keys must be str, int, float, bool or None, not %T", key);
}

static bool write_member(Writer *w, Value key, Value value, bool *first) {
    Value text = key_text(w, key);
    if (!text) return !error_pending;
    if (*first) str_builder_add_ascii(&w->out, "{", 1);
    before_item(w, *first);
    *first = false;
    write_string(w, text);
    str_builder_add_str(&w->out, w->key_separator);
    return write_value(w, value) || write_note("when serializing dict item %R", key, 0);
}

static bool write_items(Writer *w, Value items, bool *first) {
    for (size_t k = 0; k < list_of(items)->count; k++) {
        Value pair = list_of(items)->items[k];
        if (!tuple_check(pair) || tuple_count(pair) != 2) return raise_value_error("items must return 2-tuples");
        if (!write_member(w, tuple_get(pair, 0), tuple_get(pair, 1), first)) return false;
    }
    return true;
}

static bool write_members(Writer *w, Value v, bool *first) {
    if (!value_is(v, &dict_type) || w->sort_keys) {
        Value method = object_get_attribute_c(v, "items"), view = method ? object_call0(method) : 0;
        Value items = view ? list_from_iterable(view) : 0;
        return items && (!w->sort_keys || list_sort(items, 0, false)) && write_items(w, items, first);
    }
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(dict_of(v), &at));)
        if (!write_member(w, entry->key, entry->value, first)) return false;
    return true;
}

static bool write_dict(Writer *w, Value v) {
    bool first = true;
    if (!enter(w, v) || !write_members(w, v, &first)) return false;
    if (!first) return close_container(w, v, "}");
    str_builder_add_ascii(&w->out, "{}", 2);
    return leave(w, v);
}

static bool write_by_default(Writer *w, Value v) {
    if (!enter(w, v)) return false;
    w->depth--;
    Value method = object_get_attribute_c(w->encoder, "default"), instead = method ? object_call1(method, v) : 0;
    if (!instead) return false;
    if (!write_value(w, instead)) return write_note("when serializing %S object", name_of_type(v), 0);
    w->depth++;
    return leave(w, v);
}

static bool write_value(Writer *w, Value v) {
    if (value_is_small(v)) return write_small(w, small_int(v));
    if (str_check(v)) return write_string(w, v);
    if (v == NONE || v == TRUE || v == FALSE) {
        str_builder_add_c(&w->out, v == NONE ? "null" : v == TRUE ? "true" : "false");
        return true;
    }
    if (int_check(v)) return write_text(w, int_text(v));
    if (float_check(v)) return write_text(w, float_text(w, v));
    if (list_check(v) || tuple_check(v)) return write_list(w, v);
    return value_has(v, TYPE_IS_DICT) ? write_dict(w, v) : write_by_default(w, v);
}

// ------------------------------------------------------------------------------------------------ the encoder

static bool get_flag(Value encoder, const char *name, bool *flag) {
    Value v = object_get_attribute_c(encoder, name);
    int truth = v ? object_truth(v) : -1;
    *flag = truth > 0;
    return truth >= 0;
}

static bool get_text(Value encoder, const char *name, size_t index, Value *text) {
    *text = object_get_attribute_c(encoder, name);
    if (*text && !str_check(*text)) return raise_type_error("make_encoder() argument %zu must be str, not %T", index, *text);
    return *text != 0;
}

static bool get_indent(Value encoder, Value *indent) {
    int64_t width;
    Value v = object_get_attribute_c(encoder, "indent");
    *indent = 0;
    if (!v || v == NONE) return v != 0;
    if (str_check(v)) return (*indent = v) != 0;
    if (!int_check(v)) return raise_type_error("can't multiply sequence by non-int of type '%T'", v);
    if (!object_to_int64(v, &width)) return false;
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_fill(&out, ' ', width > 0 ? (size_t)width : 0);
    return (*indent = str_builder_finish(&out)) != 0;
}

Value json_write(Value v, Value encoder) {
    Writer w = {.encoder = encoder};
    bool check;
    if (!get_flag(encoder, "ensure_ascii", &w.ascii) || !get_flag(encoder, "allow_nan", &w.allow_nan) ||
        !get_flag(encoder, "sort_keys", &w.sort_keys) || !get_flag(encoder, "skipkeys", &w.skip_keys) ||
        !get_flag(encoder, "check_circular", &check) || !get_text(encoder, "key_separator", 5, &w.key_separator) ||
        !get_text(encoder, "item_separator", 6, &w.item_separator) || !get_indent(encoder, &w.indent))
        return 0;
    if (check && !(w.running = dict_new())) return 0;
    str_builder_init(&w.out);
    return write_value(&w, v) ? str_builder_finish(&w.out) : 0;
}
