// re.Match: where a pattern matched. It keeps byte offsets; positions in code points are worked out when asked for.
#include "lib/re.h"
#include "objects/bytespan.h"
#include "objects/dict.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/tuple.h"

static inline size_t group_count(const Match *match) { return pattern_of(match->pattern)->program->groups; }

Value re_match_new(const ReMatcher *m, Value pattern, Value string, ptrdiff_t pos, ptrdiff_t endpos) {
    size_t groups = m->program->groups;
    Match *match = mem_object(&re_match_type, sizeof *match + 2 * groups * sizeof *match->marks);
    if (!match) return 0;
    match->string = string;
    match->pattern = pattern;
    match->pos = pos;
    match->endpos = endpos;
    match->last_group = (uint32_t)m->registers[RE_LAST_GROUP(m->program)];
    for (size_t i = 0; i < groups; i++) {
        const uint8_t *from, *to;
        bool found = re_group(m, i, &from, &to);
        match->marks[2 * i] = found ? from - m->begin : -1;
        match->marks[2 * i + 1] = found ? to - m->begin : -1;
    }
    return VALUE(match);
}

// The text between two byte offsets. The string may have become shorter since.
static Value slice(const Match *match, ptrdiff_t from, ptrdiff_t to) {
    ReSubject subject;
    if (!re_subject_start(&subject, match->string)) return 0;
    ptrdiff_t size = (ptrdiff_t)subject.size;
    from = from < size ? from : size;
    to = to < size ? to : size;
    Value result = re_subject_slice(&subject, subject.data + from, subject.data + to);
    re_subject_end(&subject);
    return result;
}

Value re_match_group(Value self, size_t group, Value absent) {
    Match *match = match_of(self);
    return match->marks[2 * group] < 0 ? absent
                                       : slice(match, match->marks[2 * group], match->marks[2 * group + 1]);
}

static Value position(const Match *match, ptrdiff_t offset) {
    bool wide = str_check(match->string) && !str_is_ascii(match->string);
    ReSubject subject = {.string = match->string, .wide = wide};
    return offset < 0 ? SMALL(-1) : SMALL(re_subject_index(&subject, (size_t)offset));
}

static Value span(const Match *match, size_t group) {
    return tuple_pair(position(match, match->marks[2 * group]), position(match, match->marks[2 * group + 1]));
}

// A group by number or name; IndexError.
static bool find_group(const Match *match, Value key, size_t *group) {
    int64_t number = -1;
    if (value_has_index(key)) {
        Value index = object_index(key);
        if (!index) return false;
        if (!int_get64(index, &number)) number = -1;
    } else {
        Value found = dict_get(pattern_of(match->pattern)->names, key);
        if (!found) error_take();
        if (found && !int_get64(found, &number)) number = -1;
    }
    *group = (size_t)number;
    return (number >= 0 && *group < group_count(match)) || raise_index_error("no such group");
}

// ---------------------------------------------------------------------------------------------------------------
// Slots

static Value match_repr(Value self) {
    Match *match = match_of(self);
    Value text = re_match_group(self, 0, NONE), range = text ? span(match, 0) : 0,
          shown = range ? object_repr(text) : 0;
    if (!shown || (str_length(shown) > 50 && !(shown = str_substring(shown, 0, 50)))) return 0;
    return str_format("<%N object; span=(%S, %S), match=%S>", type_of(self), tuple_get(range, 0),
                      tuple_get(range, 1), shown);
}

static Value match_get_item(Value self, Value key) {
    size_t group;
    return find_group(match_of(self), key, &group) ? re_match_group(self, group, NONE) : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Methods

static Value py_group(Value self, Value *args) {
    Tuple *keys = tuple_of(args[0]);
    if (keys->count == 0) return re_match_group(self, 0, NONE);
    if (keys->count == 1) return match_get_item(self, keys->items[0]);
    Value result = tuple_new(0, keys->count);
    for (size_t i = 0; result && i < keys->count; i++)
        if (!(tuple_of(result)->items[i] = match_get_item(self, keys->items[i]))) return 0;
    return result;
}

static Value py_groups(Value self, Value *args) {
    size_t count = group_count(match_of(self)) - 1;
    Value result = tuple_new(0, count), absent = args[0] ? args[0] : NONE;
    for (size_t i = 0; result && i < count; i++)
        if (!(tuple_of(result)->items[i] = re_match_group(self, i + 1, absent))) return 0;
    return result;
}

static Value py_groupdict(Value self, Value *args) {
    Value result = dict_new(), absent = args[0] ? args[0] : NONE;
    if (!result) return 0;
    Dict *names = dict_of(pattern_of(match_of(self)->pattern)->names);
    size_t at = 0;
    for (DictEntry *entry; (entry = dict_next(names, &at));) {
        Value text = re_match_group(self, (size_t)small_int(entry->value), absent);
        if (!text || !dict_set(result, entry->key, text)) return 0;
    }
    return result;
}

static bool group_argument(Value self, Value argument, size_t *group) {
    *group = 0;
    return !argument || find_group(match_of(self), argument, group);
}

static Value py_start(Value self, Value *args) {
    size_t group;
    return group_argument(self, args[0], &group) ? position(match_of(self), match_of(self)->marks[2 * group])
                                                 : 0;
}

static Value py_end(Value self, Value *args) {
    size_t group;
    return group_argument(self, args[0], &group)
               ? position(match_of(self), match_of(self)->marks[2 * group + 1])
               : 0;
}

static Value py_span(Value self, Value *args) {
    size_t group;
    return group_argument(self, args[0], &group) ? span(match_of(self), group) : 0;
}

static Value py_expand(Value self, Value *args) {
    ReTemplate *template = re_template_for(match_of(self)->pattern, args[0]);
    return template ? re_template_expand(template, self) : 0;
}

static Value py_copy(Value self, Value *args) {
    (void)args;
    return self;
}

// ---------------------------------------------------------------------------------------------------------------
// Attributes

static Value get_string(Value self) { return match_of(self)->string; }
static Value get_re(Value self) { return match_of(self)->pattern; }
static Value get_pos(Value self) { return SMALL(match_of(self)->pos); }
static Value get_endpos(Value self) { return SMALL(match_of(self)->endpos); }
static Value get_lastindex(Value self) {
    return match_of(self)->last_group ? SMALL(match_of(self)->last_group) : NONE;
}

static Value get_lastgroup(Value self) {
    Match *match = match_of(self);
    Dict *names = dict_of(pattern_of(match->pattern)->names);
    size_t at = 0;
    for (DictEntry *entry; match->last_group && (entry = dict_next(names, &at));)
        if (entry->value == SMALL(match->last_group)) return entry->key;
    return NONE;
}

static Value get_regs(Value self) {
    size_t count = group_count(match_of(self));
    Value result = tuple_new(0, count);
    for (size_t i = 0; result && i < count; i++)
        if (!(tuple_of(result)->items[i] = span(match_of(self), i))) return 0;
    return result;
}

static const AttributeDef attributes[] = {
    MEMBER("string", get_string, "The string passed to match() or search()."),
    MEMBER("re", get_re, "The regular expression object."),
    MEMBER("pos", get_pos, "The index into the string at which the RE engine started looking for a match."),
    MEMBER("endpos", get_endpos, "The index into the string beyond which the RE engine will not go."),
    {"lastindex", get_lastindex, NULL, "The integer index of the last matched capturing group."},
    {"lastgroup", get_lastgroup, NULL, "The name of the last matched capturing group."},
    {"regs", get_regs, NULL, NULL},
    {0},
};

static const MethodDef methods[] = {
    METHOD("group", py_group, "*args",
           "The text of one group, or of several in a tuple; group 0 is all of the match."),
    METHOD("start", py_start, "group=0, /", "Where the text of the group begins."),
    METHOD("end", py_end, "group=0, /", "Where the text of the group ends."),
    METHOD("span", py_span, "group=0, /", "A tuple: where the text of the group begins and ends."),
    METHOD("groups", py_groups, "default=None",
           "The texts of all groups; `default` for those that took no part."),
    METHOD("groupdict", py_groupdict, "default=None", "The texts of all named groups by name."),
    METHOD("expand", py_expand, "template", "The template with groups filled in, as sub() does."),
    METHOD("__copy__", py_copy, "", "The match itself."),
    METHOD("__deepcopy__", py_copy, "memo, /", "The match itself."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "See PEP 585"),
    METHODS_END
};

Type re_match_type = {
    .head = {&type_type},
    .name = "re.Match",
    .doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    .size = sizeof(Match),
    .flags = TYPE_NO_NEW,
    .repr = match_repr,
    .get_item = match_get_item,
    .methods = methods,
    .attributes = attributes,
};
