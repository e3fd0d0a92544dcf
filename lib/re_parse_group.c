// Groups in parentheses: captures, look-around, conditions, flags, comments.
#include "lib/re_parser.h"
#include "objects/dict.h"
#include "objects/unicode.h"

static bool end_of_pattern(ReSource *source) {
    return re_source_error(source, source->at, "unexpected end of pattern");
}

static bool close_parenthesis(ReParser *parser, size_t from) {
    int closed = re_source_match(&parser->source, ')');
    if (closed == 0) return re_source_error(&parser->source, from, "missing ), unterminated subpattern");
    return closed > 0;
}

static bool unknown_extension(ReSource *source, size_t from) {
    Value text = re_source_slice(source, from, source->at);
    return text && re_source_error(source, from, "unknown extension %S", text);
}

// ---------------------------------------------------------------------------------------------------------------
// Flags

static uint32_t flag_of(const ReSource *source) {
    static const char letters[] = "aiLmsux";
    static const uint16_t flags[] = {RE_ASCII,  RE_IGNORECASE, RE_LOCALE, RE_MULTILINE,
                                     RE_DOTALL, RE_UNICODE,    RE_VERBOSE};
    char c = source->next == 1 ? source->data[source->at] : 0;
    const char *found = c ? strchr(letters, c) : NULL;
    return found ? flags[found - letters] : 0;
}

// The next token is no flag: `missing` says what could have stood there.
static bool not_a_flag(ReSource *source, const char *missing) {
    bool letter = source->next && source->data[source->at] != '\\' &&
                  unicode_is_alpha(re_source_char(source, source->at));
    return re_source_error(source, source->at, letter ? "unknown flag" : missing);
}

static bool check_kind(ReSource *source, uint32_t flag, uint32_t so_far) {
    if (source->is_text && flag == RE_LOCALE)
        return re_source_error(source, source->at,
                               "bad inline flags: cannot use 'L' flag with a str pattern");
    if (!source->is_text && flag == RE_UNICODE)
        return re_source_error(source, source->at,
                               "bad inline flags: cannot use 'u' flag with a bytes pattern");
    if (flag & RE_TYPE_FLAGS && (so_far & RE_TYPE_FLAGS) != flag)
        return re_source_error(source, source->at,
                               "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
    return true;
}

// Behind the `-`, up to the `:`.
static bool read_flags_off(ReSource *source, uint32_t *off) {
    static const char *const missing[] = {"missing flag", "missing :"};
    for (int i = 0;; i = 1) {
        uint32_t flag = flag_of(source);
        if (i && re_source_is(source, ':')) return true;
        if (!flag) return not_a_flag(source, missing[i]);
        *off |= flag;
        if (!re_source_advance(source)) return false;
        if (flag & RE_TYPE_FLAGS)
            return re_source_error(source, source->at,
                                   "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
    }
}

// From the first flag or `-` to the `:` or `)`, which is read. *global: it was `)`.
static bool read_flags(ReSource *source, uint32_t *on, uint32_t *off, bool *global) {
    *on = *off = 0;
    *global = false;
    for (uint32_t flag; (flag = flag_of(source));) {
        *on |= flag;
        if (!re_source_advance(source) || !check_kind(source, flag, *on)) return false;
    }
    if (re_source_is(source, ')')) return *global = true, re_source_advance(source);
    if (re_source_is(source, '-')) {
        if (!re_source_advance(source) || !read_flags_off(source, off)) return false;
    } else if (!re_source_is(source, ':')) {
        return not_a_flag(source, "missing -, : or )");
    }
    if (*on & *off) return re_source_error(source, source->at, "bad inline flags: flag turned on and off");
    return re_source_advance(source);
}

// ---------------------------------------------------------------------------------------------------------------
// Captures

static bool group_room(ReParser *parser, uint32_t group) {
    if (group < parser->group_room) return true;
    uint32_t room = parser->group_room ? parser->group_room * 2 : 16;
    bool *closed =
        mem_realloc_atomic(parser->closed, parser->group_room * sizeof *closed, room * sizeof *closed);
    ReWidth *widths = closed ? mem_realloc_atomic(parser->parsed->widths, parser->group_room * sizeof *widths,
                                                  room * sizeof *widths)
                             : NULL;
    if (!widths) return false;
    parser->closed = closed;
    parser->parsed->widths = widths;
    parser->group_room = room;
    closed[0] = false;
    return true;
}

// A new group, with the name at `from` unless that is SIZE_MAX. 0: raised.
static uint32_t open_group(ReParser *parser, size_t from, size_t to) {
    uint32_t group = parser->parsed->groups;
    if (!group_room(parser, group)) return 0;
    parser->closed[group] = false;
    parser->parsed->groups++;
    if (from == SIZE_MAX) return group;
    Value name = re_source_slice(&parser->source, from, to),
          earlier = name ? dict_get(parser->parsed->names, name) : 0;
    if (!name || (!earlier && error_occurred())) return 0;
    if (earlier) {
        (void)re_source_error(&parser->source, from,
                              "redefinition of group name %R as group %d; was group %S", name, (int)group,
                              earlier);
        return 0;
    }
    return dict_set(parser->parsed->names, name, SMALL(group)) ? group : 0;
}

static bool parse_capture(ReParser *parser, size_t from, uint32_t flags, size_t name_from, size_t name_to,
                          ReNode **node) {
    uint32_t group = open_group(parser, name_from, name_to);
    if (!group || !(*node = re_node_new(NODE_GROUP, flags))) return false;
    (*node)->value = group;
    (*node)->child = re_parse_alternatives(parser, flags, false);
    if (!(*node)->child || !close_parenthesis(parser, from)) return false;
    parser->parsed->widths[group] = re_width((*node)->child, parser->parsed->widths);
    parser->closed[group] = true;
    return true;
}

// (?:...), (?flags:...), (?>...)
static bool parse_plain(ReParser *parser, size_t from, uint32_t flags, ReNodeKind kind, ReNode **node) {
    *node = re_node_new(kind, flags);
    if (!*node) return false;
    (*node)->child = re_parse_alternatives(parser, flags, false);
    return (*node)->child && close_parenthesis(parser, from);
}

// ---------------------------------------------------------------------------------------------------------------
// The rest

static bool parse_look(ReParser *parser, size_t from, uint32_t flags, bool behind, bool negated,
                       ReNode **node) {
    uint32_t outer = parser->behind;
    if (behind && !outer) parser->behind = parser->parsed->groups;
    if (!parse_plain(parser, from, flags, NODE_LOOK, node)) return false;
    parser->behind = outer;
    (*node)->behind = behind;
    (*node)->negated = negated;
    ReNode *child = (*node)->child;
    if (negated && child->kind == NODE_SEQUENCE && !child->child) (*node)->kind = NODE_FAIL;
    return true;
}

// The group that a condition or (?P=...) names; *group is 0 for one that is not known.
static bool named_group(ReParser *parser, size_t from, size_t to, uint32_t *group) {
    Value name = re_source_slice(&parser->source, from, to),
          number = name ? dict_get(parser->parsed->names, name) : 0;
    if (!number)
        return name && !error_occurred() &&
               re_source_error(&parser->source, from, "unknown group name %R", name);
    *group = (uint32_t)small_int(number);
    return true;
}

static bool parse_named_reference(ReParser *parser, uint32_t flags, ReNode **node) {
    size_t from, to;
    uint32_t group;
    ReSource *source = &parser->source;
    if (!re_source_name(source, ')', "group name", &from, &to) || !re_source_check_name(source, from, to))
        return false;
    if (!named_group(parser, from, to, &group) || !re_parse_check_reference(parser, group, from))
        return false;
    if (!(*node = re_node_new(NODE_REFERENCE, flags))) return false;
    (*node)->value = group;
    return true;
}

#define GROUPS_MAX 1073741823u

static bool note_condition(ReParser *parser, uint32_t group, size_t from) {
    if (group >= GROUPS_MAX)
        return re_source_error(&parser->source, from, "invalid group reference %d", (int)group);
    // One beyond all groups that there can be is wrong in any case.
    uint32_t most = (uint32_t)parser->source.size + 1, place = group < most ? group : most;
    if (place >= parser->condition_room) {
        uint32_t room = place + 8;
        size_t *places = mem_realloc(parser->condition_places, parser->condition_room * sizeof *places,
                                     room * sizeof *places);
        if (!places) return false;
        parser->condition_places = places;
        parser->condition_room = room;
    }
    if (place < group)
        return re_source_error(&parser->source, from, "invalid group reference %d", (int)group);
    if (!parser->condition_places[place]) parser->condition_places[place] = from + 1;
    return true;
}

static bool condition_group(ReParser *parser, uint32_t *group) {
    size_t from, to;
    ReSource *source = &parser->source;
    if (!re_source_name(source, ')', "group name", &from, &to)) return false;
    if (!re_source_number(source, from, to, group)) {
        if (!re_source_check_name(source, from, to) || !named_group(parser, from, to, group)) return false;
    } else {
        if (*group == 0) return re_source_error(source, from, "bad group number");
        if (!note_condition(parser, *group, from)) return false;
    }
    return re_parse_check_behind(parser, *group);
}

static ReNode *one_sequence(ReParser *parser, uint32_t flags) {
    ReList list;
    if (!re_parse_sequence(parser, flags, false, &list)) return NULL;
    ReNode *node = re_node_new(NODE_SEQUENCE, flags);
    if (node) node->child = list.first;
    return node;
}

static bool parse_condition(ReParser *parser, size_t from, uint32_t flags, ReNode **node) {
    ReSource *source = &parser->source;
    uint32_t group;
    if (!mem_stack_check() || !condition_group(parser, &group) ||
        !(*node = re_node_new(NODE_CONDITION, flags)))
        return false;
    (*node)->value = group;
    if (!((*node)->child = one_sequence(parser, flags))) return false;
    int more = re_source_match(source, '|');
    if (more < 0 || (more && !((*node)->other = one_sequence(parser, flags)))) return false;
    if (more && re_source_is(source, '|'))
        return re_source_error(source, source->at, "conditional backref with more than two branches");
    return close_parenthesis(parser, from);
}

static bool skip_comment(ReSource *source, size_t from) {
    for (bool ends = false; !ends;) {
        if (!source->next) return re_source_error(source, from, "missing ), unterminated comment");
        ends = re_source_is(source, ')');
        if (!re_source_advance(source)) return false;
    }
    return true;
}

static bool parse_flags(ReParser *parser, size_t from, uint32_t *flags, bool first, ReNode **node) {
    uint32_t on, off;
    bool global;
    if (!read_flags(&parser->source, &on, &off, &global)) return false;
    if (global) {
        if (!first)
            return re_source_error(&parser->source, from, "global flags not at the start of the expression");
        parser->parsed->flags |= on;
        *flags = re_parse_global_flags(parser);
        return true;
    }
    uint32_t inner = on & RE_TYPE_FLAGS ? *flags & ~(uint32_t)RE_TYPE_FLAGS : *flags;
    return parse_plain(parser, from, (inner | on) & ~off, NODE_GROUP, node);
}

// (?P...
static bool parse_python(ReParser *parser, size_t from, uint32_t flags, ReNode **node) {
    ReSource *source = &parser->source;
    size_t name_from, name_to;
    if (!source->next) return end_of_pattern(source);
    char c = source->data[source->at];
    if (!re_source_advance(source)) return false;
    if (c == '=') return parse_named_reference(parser, flags, node);
    if (c != '<') return unknown_extension(source, from + 1);
    return re_source_name(source, '>', "group name", &name_from, &name_to) &&
           re_source_check_name(source, name_from, name_to) &&
           parse_capture(parser, from, flags, name_from, name_to, node);
}

static bool parse_behind(ReParser *parser, size_t from, uint32_t flags, ReNode **node) {
    ReSource *source = &parser->source;
    if (!source->next) return end_of_pattern(source);
    char c = source->data[source->at];
    if (!re_source_advance(source)) return false;
    return c == '=' || c == '!' ? parse_look(parser, from, flags, true, c == '!', node)
                                : unknown_extension(source, from + 1);
}

bool re_parse_group(ReParser *parser, size_t from, uint32_t *flags, bool first, ReNode **node) {
    ReSource *source = &parser->source;
    int extended = re_source_match(source, '?');
    if (extended < 0) return false;
    if (!extended) return parse_capture(parser, from, *flags, SIZE_MAX, 0, node);
    if (!source->next) return end_of_pattern(source);
    if (flag_of(source) || re_source_is(source, '-')) return parse_flags(parser, from, flags, first, node);
    char c = source->data[source->at];
    if (!re_source_advance(source)) return false;
    switch (c) {
    case 'P': return parse_python(parser, from, *flags, node);
    case ':': return parse_plain(parser, from, *flags, NODE_GROUP, node);
    case '>': return parse_plain(parser, from, *flags, NODE_ATOMIC, node);
    case '#': return skip_comment(source, from);
    case '=': case '!': return parse_look(parser, from, *flags, false, c == '!', node);
    case '<': return parse_behind(parser, from, *flags, node);
    case '(': return parse_condition(parser, from, *flags, node);
    default: return unknown_extension(source, from + 1);
    }
}
