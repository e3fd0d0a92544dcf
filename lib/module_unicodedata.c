// unicodedata: properties of characters, their names, and the normal forms of text (Unicode 16).
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/unicode_names.h"
#include "objects/unicode_normal.h"
#include "objects/unicode_parts.h"
#include "objects/utf8.h"
#include <stdio.h>
#include <stdlib.h>

// The texts of the numbers that unicode_data.py gives.
static const char kinds[][11] = {"", "<font>", "<compat>", "<square>", "<super>", "<circle>", "<final>", "<isolated>", "<initial>",
                                 "<narrow>", "<wide>", "<medial>", "<sub>", "<vertical>", "<small>", "<fraction>", "<noBreak>"};
static const char bidirectional[][4] = {"", "L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON", "LRE",
                                        "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"};
static const char categories[][3] = {"Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe",
                                     "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co"};
static const char widths[][3] = {"N", "A", "H", "Na", "F", "W"};

// The one character of `v`; `place` is how messages count the argument: "" or " 1".
static bool read_character(Value v, const char *function, const char *place, uint32_t *c) {
    if (!str_check(v)) return raise_type_error("%s() argument%s must be a unicode character, not %P", function, place, v) != 0;
    if (str_length(v) != 1)
        return raise_type_error("%s(): argument%s must be a unicode character, not a string of length %zu", function, place, str_length(v)) != 0;
    *c = str_at(v, 0);
    return true;
}

#define RECORD(name) \
    uint32_t c; \
    (void)self; \
    if (!read_character(args[0], name, "", &c)) return 0; \
    const UnicodeRecord *record = unicode_record(c);

static Value py_category(Value self, Value *args) { RECORD("category") return intern(categories[record->category]); }
static Value py_bidirectional(Value self, Value *args) { RECORD("bidirectional") return intern(bidirectional[record->bidirectional]); }
static Value py_width(Value self, Value *args) { RECORD("east_asian_width") return intern(widths[record->width]); }
static Value py_combining(Value self, Value *args) { RECORD("combining") return SMALL(record->combining); }
static Value py_mirrored(Value self, Value *args) { RECORD("mirrored") return SMALL((record->flags & UNICODE_MIRRORED) != 0); }

static Value py_decomposition(Value self, Value *args) {
    uint32_t c;
    (void)self;
    if (!read_character(args[0], "decomposition", "", &c)) return 0;
    unsigned kind = 0;
    const uint32_t *points;
    ptrdiff_t count = unicode_decomposition(c, &kind, &points);
    if (count < 0) return raise_memory_error();
    StrBuilder builder;
    str_builder_init(&builder);
    str_builder_add_c(&builder, kinds[kind]);
    for (ptrdiff_t i = 0; i < count; i++) {
        char hex[16];
        str_builder_add_ascii(&builder, hex, (size_t)sprintf(hex, "%s%04X", i || kind ? " " : "", (unsigned)points[i]));
    }
    return str_builder_finish(&builder);
}

// --- numbers

static Value missing(Value otherwise, const char *what) {
    return otherwise ? otherwise : raise_value_error("%s", what);
}

// The value of c as a fraction: 1; 0: it has none; -1: raised.
static int find_number(uint32_t c, int64_t *numerator, int64_t *denominator) {
    static struct { uint32_t first, count; int64_t numerator; int32_t denominator; } *runs;
    if (!(unicode_record(c)->flags & UNICODE_NUMERIC)) return 0;
    if (!runs) {
        runs = mem_alloc_atomic(UNICODE_NUMBER_COUNT * sizeof *runs);
        if (!runs) return -1;
        const uint8_t *at = unicode_data_at(UNICODE_AT_NUMBERS);
        for (size_t i = 0; i < UNICODE_NUMBER_COUNT; i++) runs[i].first = (uint32_t)unicode_next(&at);
        for (size_t i = 0; i < UNICODE_NUMBER_COUNT; i++) runs[i].count = (uint32_t)unicode_next(&at);
        for (size_t i = 0; i < UNICODE_NUMBER_COUNT; i++) runs[i].numerator = unicode_difference(unicode_next(&at));
        for (size_t i = 0; i < UNICODE_NUMBER_COUNT; i++) runs[i].denominator = (int32_t)unicode_next(&at);
        for (size_t i = 1; i < UNICODE_NUMBER_COUNT; i++) runs[i].first += runs[i - 1].first + runs[i - 1].count;
    }
    for (size_t i = 0; i < UNICODE_NUMBER_COUNT && runs[i].first <= c; i++) {
        if (c - runs[i].first >= runs[i].count) continue;
        *numerator = runs[i].numerator + (c - runs[i].first);
        *denominator = runs[i].denominator;
        return 1;
    }
    return 0;
}

static Value py_decimal(Value self, Value *args) {
    uint32_t c;
    (void)self;
    if (!read_character(args[0], "decimal", " 1", &c)) return 0;
    int digit = unicode_decimal(c);
    return digit >= 0 ? small_value(digit) : missing(args[1], "not a decimal");
}

static Value py_digit(Value self, Value *args) {
    uint32_t c;
    int64_t numerator, denominator;
    (void)self;
    if (!read_character(args[0], "digit", " 1", &c)) return 0;
    int found = unicode_is_digit(c) ? find_number(c, &numerator, &denominator) : 0;
    return found > 0 ? small_value(numerator) : found ? 0 : missing(args[1], "not a digit");
}

static Value py_numeric(Value self, Value *args) {
    uint32_t c;
    int64_t numerator, denominator;
    (void)self;
    if (!read_character(args[0], "numeric", " 1", &c)) return 0;
    int found = find_number(c, &numerator, &denominator);
    if (found <= 0) return found ? 0 : missing(args[1], "not a numeric character");
    return float_value((double)numerator / (double)denominator);
}

// --- names

static Value py_name(Value self, Value *args) {
    uint32_t c;
    char name[UNICODE_NAME_MAX];
    (void)self;
    if (!read_character(args[0], "name", " 1", &c)) return 0;
    int size = unicode_name(c, name);
    return size > 0 ? str_ascii(name, (size_t)size) : size ? raise_memory_error() : missing(args[1], "no such name");
}

static Value py_lookup(Value self, Value *args) {
    (void)self;
    Value name = args[0];
    if (!str_check(name)) return raise_type_error("a bytes-like object is required, not '%T'", name);
    if (str_size(name) >= UNICODE_NAME_MAX) return raise_format(&KeyError_type, "name too long");
    uint32_t found[UNICODE_SEQUENCE_MAX];
    int count = unicode_lookup(str_data(name), str_size(name), true, found);
    if (count < 0) return raise_memory_error();
    if (!count) return raise_format(&KeyError_type, "undefined character name '%s'", str_c(name));
    char text[4 * UNICODE_SEQUENCE_MAX], *out = text;
    for (int i = 0; i < count; i++) out = utf8_write(out, found[i]);
    return str_new(text, (size_t)(out - text));
}

// --- normal forms

static const char *const forms[] = {[UNICODE_NFC] = "NFC", [UNICODE_NFKC] = "NFKC", [UNICODE_NFD] = "NFD", [UNICODE_NFKD] = "NFKD"};

// args[1] in the form args[0], itself if it is so already.
static Value normalize(Value *args, const char *function) {
    for (int i = 0; i < 2; i++)
        if (!str_check(args[i])) return raise_type_error("%s() argument %d must be str, not %P", function, i + 1, args[i]);
    Value text = args[1];
    if (!str_size(text)) return text;
    UnicodeForm form = UNICODE_NFC;
    while (form <= UNICODE_NFKD && !str_equal_c(args[0], forms[form])) form++;
    if (form > UNICODE_NFKD) return raise_value_error("invalid normalization form");
    if (str_is_ascii(text) || unicode_seems_normal(str_data(text), str_size(text), form)) return text;
    size_t count, size = 0;
    uint32_t *points = unicode_normalize(str_data(text), str_size(text), form, &count);
    if (!points) return raise_memory_error();
    for (size_t i = 0; i < count; i++) size += utf8_size(points[i]);
    Value result = str_room(size, count);
    if (result) {
        char *out = (char *)str_data(result);
        for (size_t i = 0; i < count; i++) out = utf8_write(out, points[i]);
    }
    free(points);
    return result && str_equal(result, text) ? text : result;
}

static Value py_normalize(Value self, Value *args) { return (void)self, normalize(args, "normalize"); }

static Value py_is_normalized(Value self, Value *args) {
    (void)self;
    Value normal = normalize(args, "is_normalized");
    return normal ? bool_value(normal == args[1]) : 0;
}

#define ROW(name, function, doc) FUNCTION(name, function, "chr, /", doc)
#define ROW_OR(name, function, doc) FUNCTION(name, function, "chr, default=<unrepresentable>, /", doc)

static const MethodDef functions[] = {
    ROW("bidirectional", py_bidirectional, "The bidirectional class of a character: 'L', 'AL' ..., '' if it has none."),
    ROW("category", py_category, "The general category of a character: 'Lu', 'Nd' ..."),
    ROW("combining", py_combining, "The canonical combining class of a character, 0 if it has none."),
    ROW_OR("decimal", py_decimal, "The value of a decimal digit. Without a default, ValueError if it is none."),
    ROW("decomposition", py_decomposition, "What a character decomposes into, as hexadecimal numbers, or ''."),
    ROW_OR("digit", py_digit, "The value of a digit. Without a default, ValueError if it is none."),
    ROW("east_asian_width", py_width, "The East Asian width of a character: 'W', 'Na' ..."),
    FUNCTION("is_normalized", py_is_normalized, "form, unistr, /", "If the text is in the normal form 'NFC', 'NFKC', 'NFD' or 'NFKD'."),
    FUNCTION("lookup", py_lookup, "name, /", "The character (or sequence) with that name or alias; KeyError if there is none."),
    ROW("mirrored", py_mirrored, "1 if the character is mirrored in text from right to left, else 0."),
    ROW_OR("name", py_name, "The name of a character. Without a default, ValueError if it has none."),
    FUNCTION("normalize", py_normalize, "form, unistr, /", "The text in the normal form 'NFC', 'NFKC', 'NFD' or 'NFKD'."),
    ROW_OR("numeric", py_numeric, "The value of a numeric character as a float. Without a default, ValueError if it is none."),
    METHODS_END
};

Value module_unicodedata_make(void) {
    Value module = module_new(intern("unicodedata"));
    if (!module || !module_add_functions(module, functions)) return 0;
    return dict_set_c(module_dict(module), "unidata_version", intern("16.0.0")) ? module : 0;
}
