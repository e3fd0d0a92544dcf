// Patterns to nodes: alternatives, sequences, repetitions, escapes. Groups are in re_parse_group.c.
#include "lib/re_parser.h"
#include "objects/dict.h"

static bool append(ReList *list, ReNode *node) {
    if (!node) return false;
    if (list->last) list->end = &(*list->end)->next;
    list->last = node;
    *list->end = node;
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Escapes outside of sets

static ReNode *at_node(ReAt at, uint32_t flags) {
    ReNode *node = re_node_new(NODE_AT, flags);
    if (node) node->value = at;
    return node;
}

static ReNode *place_escape(char c, uint32_t flags) {
    switch (c) {
    case 'A': return at_node(AT_START, flags);
    case 'b': return at_node(AT_BOUNDARY, flags);
    case 'B': return at_node(AT_NOT_BOUNDARY, flags);
    default: return at_node(AT_STRING_END, flags);
    }
}

bool re_parse_check_reference(ReParser *parser, uint32_t group, size_t at) {
    if (group >= parser->parsed->groups || !parser->closed[group])
        return re_source_error(&parser->source, at, "cannot refer to an open group");
    return re_parse_check_behind(parser, group);
}

bool re_parse_check_behind(ReParser *parser, uint32_t group) {
    if (!parser->behind) return true;
    size_t at = parser->source.at;
    if (group >= parser->parsed->groups || !parser->closed[group])
        return re_source_error(&parser->source, at, "cannot refer to an open group");
    return group < parser->behind ||
           re_source_error(&parser->source, at,
                           "cannot refer to group defined in the same lookbehind subpattern");
}

static ReNode *numeric_escape(ReParser *parser, size_t from, uint32_t flags) {
    uint32_t value;
    bool octal;
    if (!re_source_numeric(&parser->source, from, &octal, &value)) return NULL;
    if (octal) return re_node_literal(value, flags);
    if (value >= parser->parsed->groups)
        return re_source_error(&parser->source, from + 1, "invalid group reference %d", (int)value), NULL;
    if (!re_parse_check_reference(parser, value, from)) return NULL;
    ReNode *node = re_node_new(NODE_REFERENCE, flags);
    if (node) node->value = value;
    return node;
}

// The token at `from` has been read.
static ReNode *escape_node(ReParser *parser, size_t from, uint32_t flags) {
    char c = parser->source.data[from + 1];
    uint32_t value;
    if (c && strchr("AbBZz", c)) return place_escape(c, flags);
    if (re_is_digit(c)) return numeric_escape(parser, from, flags);
    ReEscape escape = re_parse_set_escape(parser, from, &value);
    if (escape == ESCAPE_RAISED) return NULL;
    return escape == ESCAPE_CLASS ? re_node_class(value, flags) : re_node_literal(value, flags);
}

// ---------------------------------------------------------------------------------------------------------------
// Repetitions

static bool read_bound(ReSource *source, bool *given, uint32_t *bound) {
    size_t from = source->at;
    while (source->next == 1 && re_is_digit(source->data[source->at]))
        if (!re_source_advance(source)) return false;
    *given = source->at > from;
    if (!*given) return true;
    (void)re_source_number(source, from, source->at, bound);
    return *bound < RE_UNLIMITED || raise_overflow_error("the repetition number is too large");
}

// Behind `{`: *found is false, and the source back there, when it is not the begin of bounds.
static bool read_bounds(ReSource *source, uint32_t *min, uint32_t *max, bool *found) {
    size_t from = source->at;
    uint32_t low = 0, high = RE_UNLIMITED;
    bool low_given, high_given;
    *found = false;
    if (re_source_is(source, '}')) return true;
    // Bounds that are too large count only when the brace is closed.
    size_t at = from;
    while (at < source->size && re_is_digit(source->data[at])) at++;
    if (at < source->size && source->data[at] == ',')
        for (at++; at < source->size && re_is_digit(source->data[at]);) at++;
    if (at >= source->size || source->data[at] != '}') return true;
    if (!read_bound(source, &low_given, &low)) return false;
    int comma = re_source_match(source, ',');
    if (comma < 0) return false;
    if (!comma)
        high = low_given ? low : RE_UNLIMITED;
    else if (!read_bound(source, &high_given, &high))
        return false;
    if (!re_source_advance(source)) return false;
    if (high < low) return re_source_error(source, from, "min repeat greater than max repeat");
    *found = true;
    *min = low;
    *max = high;
    return true;
}

static bool repeat_mode(ReSource *source, ReRepeatMode *mode) {
    *mode = re_source_is(source, '?')   ? REPEAT_LAZY
            : re_source_is(source, '+') ? REPEAT_POSSESSIVE
                                        : REPEAT_GREEDY;
    return *mode == REPEAT_GREEDY || re_source_advance(source);
}

// The character c, one of * + ? {, has been read: it repeats the last node of the list.
static bool parse_repeat(ReParser *parser, ReList *list, char c, size_t from, uint32_t flags) {
    ReSource *source = &parser->source;
    uint32_t min = c == '+', max = c == '?' ? 1 : RE_UNLIMITED;
    bool found = true;
    if (c == '{' && !read_bounds(source, &min, &max, &found)) return false;
    if (!found) return append(list, re_node_literal('{', flags));
    ReNode *item = list->last;
    if (!item || item->kind == NODE_AT) return re_source_error(source, from, "nothing to repeat");
    if (item->kind == NODE_REPEAT) return re_source_error(source, from, "multiple repeat");
    ReNode *node = re_node_new(NODE_REPEAT, flags);
    if (!node || !repeat_mode(source, &node->mode)) return false;
    node->min = min;
    node->max = max;
    node->child = item;
    *list->end = list->last = node;
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Sequences and alternatives

// In a verbose pattern: skips a blank or a comment; 1, 0, -1: raised.
static int skip_blank(ReSource *source) {
    char c = source->next == 1 ? source->data[source->at] : 0;
    if (!c || !strchr(" \t\n\r\v\f#", c)) return 0;
    if (!re_source_advance(source)) return -1;
    while (c == '#' && source->next) {
        bool ends = re_source_is(source, '\n');
        if (!re_source_advance(source)) return -1;
        if (ends) break;
    }
    return 1;
}

static ReNode *item_node(ReParser *parser, size_t from, uint32_t flags) {
    ReSource *source = &parser->source;
    char c = source->data[from];
    switch (c) {
    case '\\': return escape_node(parser, from, flags);
    case '[': return re_parse_set(parser, from, flags);
    case '.': return re_node_new(NODE_ANY, flags);
    case '^': return at_node(flags & RE_MULTILINE ? AT_LINE_START : AT_START, flags);
    case '$': return at_node(flags & RE_MULTILINE ? AT_LINE_END : AT_END, flags);
    default: return re_node_literal(re_source_char(source, from), flags);
    }
}

bool re_parse_sequence(ReParser *parser, uint32_t flags, bool first, ReList *list) {
    ReSource *source = &parser->source;
    *list = (ReList){0};
    list->end = &list->first;
    while (source->next && !re_source_is(source, '|') && !re_source_is(source, ')')) {
        if (flags & RE_VERBOSE) {
            int skipped = skip_blank(source);
            if (skipped < 0) return false;
            if (skipped) continue;
        }
        size_t from = source->at;
        char c = source->data[from];
        if (!re_source_advance(source)) return false;
        bool done;
        ReNode *node = NULL;
        if (strchr("*+?{", c) && c)
            done = parse_repeat(parser, list, c, from, flags);
        else if (c == '(')
            done = re_parse_group(parser, from, &flags, first && !list->first, &node) &&
                   (!node || append(list, node));
        else
            done = append(list, item_node(parser, from, flags));
        if (!done) return false;
    }
    return true;
}

static ReNode *sequence_node(const ReList *list, uint32_t flags) {
    if (list->first && !list->first->next) return list->first;
    ReNode *node = re_node_new(NODE_SEQUENCE, flags);
    if (node) node->child = list->first;
    return node;
}

ReNode *re_parse_alternatives(ReParser *parser, uint32_t flags, bool top) {
    if (!mem_stack_check()) return NULL;
    ReList list, branches = {0};
    branches.end = &branches.first;
    ReNode *branch = NULL;
    for (bool first = top;; first = false) {
        if (top) flags = re_parse_global_flags(parser);
        if (!re_parse_sequence(parser, flags, first, &list)) return NULL;
        ReNode *node = sequence_node(&list, flags);
        int more = node ? re_source_match(&parser->source, '|') : -1;
        if (more < 0) return NULL;
        if (!more && !branch) return node;
        if (!branch && !(branch = re_node_new(NODE_BRANCH, flags))) return NULL;
        // A list links its nodes, so what is one alternative must be one node.
        if (!append(&branches, node)) return NULL;
        branch->child = branches.first;
        if (!more) return branch;
    }
}

// ---------------------------------------------------------------------------------------------------------------

uint32_t re_parse_global_flags(const ReParser *parser) {
    uint32_t flags = parser->parsed->flags;
    if (parser->source.is_text && !(flags & RE_ASCII)) flags |= RE_UNICODE;
    return flags;
}

static bool check_flags(ReParser *parser) {
    uint32_t flags = parser->parsed->flags;
    if (parser->source.is_text) {
        if (flags & RE_LOCALE) return raise_value_error("cannot use LOCALE flag with a str pattern");
        if (flags & RE_ASCII && flags & RE_UNICODE)
            return raise_value_error("ASCII and UNICODE flags are incompatible");
    } else {
        if (flags & RE_UNICODE) return raise_value_error("cannot use UNICODE flag with a bytes pattern");
        if (flags & RE_LOCALE && flags & RE_ASCII)
            return raise_value_error("ASCII and LOCALE flags are incompatible");
    }
    parser->parsed->flags = re_parse_global_flags(parser);
    return true;
}

static bool check_conditions(ReParser *parser) {
    for (uint32_t group = parser->parsed->groups; group < parser->condition_room; group++)
        if (parser->condition_places[group])
            return re_source_error(&parser->source, parser->condition_places[group] - 1,
                                   "invalid group reference %d", (int)group);
    return true;
}

bool re_parse(Value pattern, uint32_t flags, ReParsed *parsed) {
    ReParser parser = {.parsed = parsed};
    *parsed = (ReParsed){.flags = flags, .groups = 1, .names = dict_new()};
    if (!parsed->names || !re_source_start(&parser.source, pattern)) return false;
    parsed->root = re_parse_alternatives(&parser, flags, true);
    if (!parsed->root || !check_flags(&parser)) return false;
    if (parser.source.next)
        return re_source_error(&parser.source, parser.source.at, "unbalanced parenthesis");
    return check_conditions(&parser);
}
