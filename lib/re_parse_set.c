// Escapes, and sets in brackets.
#include "lib/lib.h"
#include "lib/re.h"
#include "objects/exception.h"
#include "objects/unicode_names.h"

ReNode *re_node_new(ReNodeKind kind, uint32_t flags) {
    ReNode *node = mem_alloc(sizeof *node);
    if (node) {
        node->kind = kind;
        node->flags = flags;
    }
    return node;
}

static ReNode *set_node(ReSet *set) {
    ReNode *node = set && re_set_finish(set) ? re_node_new(NODE_SET, set->flags) : NULL;
    if (node) node->set = set;
    return node;
}

ReNode *re_node_literal(uint32_t c, uint32_t flags) {
    if (flags & RE_IGNORECASE && re_is_cased(flags, c)) {
        ReSet *set = re_set_new(flags);
        return set && re_set_add(set, c, c) ? set_node(set) : NULL;
    }
    ReNode *node = re_node_new(NODE_LITERAL, flags);
    if (node) node->value = c;
    return node;
}

ReNode *re_node_class(uint32_t class, uint32_t flags) {
    ReSet *set = re_set_new(flags);
    if (set) set->classes = class;
    return set_node(set);
}

// ---------------------------------------------------------------------------------------------------------------
// Escapes

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 32;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Exactly `digits` of them behind the token at `from`.
static bool read_hex(ReSource *source, size_t from, int digits, uint32_t *value) {
    *value = 0;
    for (int i = 0; i < digits; i++) {
        int digit = source->next == 1 ? hex_value(source->data[source->at]) : -1;
        if (digit < 0) {
            Value text = re_source_slice(source, from, source->at);
            return text && re_source_error(source, from, "incomplete escape %S", text);
        }
        *value = *value << 4 | (uint32_t)digit;
        if (!re_source_advance(source)) return false;
    }
    return true;
}

static bool bad_escape(ReSource *source, size_t from) {
    Value text = re_source_slice(source, from, source->at);
    return text && re_source_error(source, from, "bad escape %S", text);
}

// The escapes that mean the same everywhere: \x, \u, \U, \N. ESCAPE_RAISED without a pending error: it is none of these.
static ReEscape parse_hex_escape(ReParser *parser, size_t from, uint32_t *value) {
    ReSource *source = &parser->source;
    char c = source->data[from + 1];
    int digits = c == 'x' ? 2 : !source->is_text ? 0 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits) {
        if (!read_hex(source, from, digits, value)) return ESCAPE_RAISED;
        if (*value > 0x10ffff) return (void)bad_escape(source, from), ESCAPE_RAISED;
        return ESCAPE_CHARACTER;
    }
    if (c != 'N' || !source->is_text) return ESCAPE_RAISED;
    size_t name_from, name_to;
    int open = re_source_match(source, '{');
    if (open == 0) (void)re_source_error(source, source->at, "missing {");
    if (open != 1 || !re_source_name(source, '}', "character name", &name_from, &name_to)) return ESCAPE_RAISED;
    Value name = re_source_slice(source, name_from, name_to);
    uint32_t found[UNICODE_SEQUENCE_MAX];
    int count = name ? unicode_lookup(str_data(name), str_size(name), false, found) : 0;
    if (count < 0) (void)raise_memory_error();
    if (name && !count) (void)re_source_error(source, from, "undefined character name %R", name);
    if (count != 1) return ESCAPE_RAISED;
    *value = found[0];
    return ESCAPE_CHARACTER;
}

// What is left of an escape that has no meaning of its own: the character, unless it is an ASCII letter.
static ReEscape plain_escape(ReSource *source, size_t from, uint32_t *value) {
    *value = re_source_char(source, from + 1);
    uint32_t letter = *value | 32;
    if (*value < 128 && letter >= 'a' && letter <= 'z') return (void)bad_escape(source, from), ESCAPE_RAISED;
    return ESCAPE_CHARACTER;
}

static uint32_t class_of(char c) {
    static const char letters[] = "dswDSW";
    const char *found = c ? strchr(letters, c) : NULL;
    return found ? 1u << (found - letters) : 0;
}

static ReEscape set_octal(ReSource *source, size_t from, uint32_t *value) {
    *value = (uint32_t)(source->data[from + 1] - '0');
    for (int i = 0; i < 2 && source->next == 1 && re_is_octal(source->data[source->at]); i++) {
        *value = *value * 8 + (uint32_t)(source->data[source->at] - '0');
        if (!re_source_advance(source)) return ESCAPE_RAISED;
    }
    if (*value <= 255) return ESCAPE_CHARACTER;
    Value text = re_source_slice(source, from, source->at);
    if (text) (void)re_source_error(source, from, "octal escape value %S outside of range 0-0o377", text);
    return ESCAPE_RAISED;
}

ReEscape re_parse_set_escape(ReParser *parser, size_t from, uint32_t *value) {
    ReSource *source = &parser->source;
    char c = source->data[from + 1];
    int simple = re_simple_escape(c);
    if (simple >= 0) return *value = (uint32_t)simple, ESCAPE_CHARACTER;
    if ((*value = class_of(c))) return ESCAPE_CLASS;
    ReEscape escape = parse_hex_escape(parser, from, value);
    if (escape != ESCAPE_RAISED || error_occurred()) return escape;
    if (re_is_octal(c)) return set_octal(source, from, value);
    if (re_is_digit(c)) return (void)bad_escape(source, from), ESCAPE_RAISED;
    return plain_escape(source, from, value);
}

// ---------------------------------------------------------------------------------------------------------------
// Sets

typedef struct {
    size_t from, to;            // its token
    ReEscape kind;
    uint32_t value;
} Member;

// The next token as a member of a set.
static bool read_member(ReParser *parser, Member *member) {
    ReSource *source = &parser->source;
    member->from = source->at;
    member->to = source->at + source->next;
    if (!re_source_advance(source)) return false;
    if (source->data[member->from] == '\\') {
        member->kind = re_parse_set_escape(parser, member->from, &member->value);
        return member->kind != ESCAPE_RAISED;
    }
    member->kind = ESCAPE_CHARACTER;
    member->value = re_source_char(source, member->from);
    return true;
}

static bool add_member(ReSet *set, const Member *member) {
    if (member->kind == ESCAPE_CHARACTER) return re_set_add(set, member->value, member->value);
    set->classes |= member->value;
    return true;
}

// FutureWarning: what is written at `at` may come to mean an operation on sets.
static bool warn(const ReSource *source, const char *what, size_t at) {
    size_t position = source->is_text ? utf8_count(source->data, at) : at;
    Value message = str_format("Possible %s at position %zu", what, position),
          warnings = message ? import_by_name("warnings") : 0;
    Value function = warnings ? object_get_attribute_c(warnings, "warn") : 0;
    return function && object_call3(function, message, VALUE(&FutureWarning_type), SMALL(3));
}

// A member that is written like the first half of an operator.
static bool check_operator(const ReSource *source, const Member *member) {
    static const char signs[] = "-&~|";
    static const char *const names[] = {"set difference", "set intersection", "set symmetric difference",
                                        "set union"};
    const char *found = member->kind == ESCAPE_CHARACTER && member->to - member->from == 1
                            ? strchr(signs, source->data[member->from])
                            : NULL;
    return !found || !*found || !re_source_is(source, *found) ||
           warn(source, names[found - signs], member->from);
}

static bool unterminated(const ReSource *source, size_t from) {
    return re_source_error(source, from, "unterminated character set");
}

// The place that the error names counts back from where the source stands, by the tokens without their digits.
static bool bad_range(const ReSource *source, const Member *first, const Member *last) {
    Value low = re_source_slice(source, first->from, first->to),
          high = low ? re_source_slice(source, last->from, last->to) : 0;
    if (!high) return false;
    size_t back = str_length(low) + 1 + str_length(high), at = source->at;
    for (; back; back--)
        do at--;
        while (source->is_text && at && utf8_is_continuation(source->data[at]));
    return re_source_error(source, at, "bad character range %S-%S", low, high);
}

// What follows `member` and a `-`: the end of a range, or of the set, which *ends says.
static bool add_range(ReParser *parser, ReSet *set, const Member *member, size_t from, bool *ends) {
    ReSource *source = &parser->source;
    Member last;
    if (source->next == 0) return unterminated(source, from);
    if (re_source_is(source, ']')) {
        *ends = true;
        return re_source_advance(source) && add_member(set, member) && re_set_add(set, '-', '-');
    }
    if (re_source_is(source, '-') && !warn(source, "set difference", source->at - 1)) return false;
    if (!read_member(parser, &last)) return false;
    if (member->kind != ESCAPE_CHARACTER || last.kind != ESCAPE_CHARACTER || last.value < member->value)
        return bad_range(source, member, &last);
    return re_set_add(set, member->value, last.value);
}

static bool read_set(ReParser *parser, ReSet *set, size_t from) {
    ReSource *source = &parser->source;
    bool ends = false;
    if (re_source_is(source, '[') && !warn(source, "nested set", source->at)) return false;
    int negated = re_source_match(source, '^');
    if (negated < 0) return false;
    set->negated = negated;
    for (bool empty = true; !ends; empty = false) {
        Member member;
        if (source->next == 0) return unterminated(source, from);
        if (re_source_is(source, ']') && !empty) return re_source_advance(source);
        if (!read_member(parser, &member) || (!empty && !check_operator(source, &member))) return false;
        int range = re_source_match(source, '-');
        if (range < 0 || !(range ? add_range(parser, set, &member, from, &ends) : add_member(set, &member)))
            return false;
    }
    return true;
}

ReNode *re_parse_set(ReParser *parser, size_t from, uint32_t flags) {
    ReSet *set = re_set_new(flags);
    if (!set || !read_set(parser, set, from)) return NULL;
    bool one = set->count == 1 && !set->classes && !set->negated && set->ranges[0][0] == set->ranges[0][1];
    return one && !(flags & RE_IGNORECASE) ? re_node_literal(set->ranges[0][0], flags) : set_node(set);
}
