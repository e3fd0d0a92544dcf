// re.Pattern: a compiled regular expression.
#include "lib/re.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/generic_alias.h"
#include "objects/int.h"
#include "objects/mapping_proxy.h"
#include "objects/sequence.h"
#include "objects/str_parts.h"
#include "objects/tuple.h"
#include "lib/lib.h"

// ---------------------------------------------------------------------------------------------------------------
// Subjects

bool re_subject_start(ReSubject *subject, Value string) {
    subject->string = string;
    subject->buffer.exporter = 0;
    subject->is_text = str_check(string);
    subject->wide = subject->is_text && !str_is_ascii(string);
    if (subject->is_text || value_is(string, &bytes_type)) {
        subject->data = subject->is_text ? (const uint8_t *)str_data(string) : bytes_data(string);
        subject->size = subject->is_text ? str_size(string) : bytes_size(string);
        return true;
    }
    if (!buffer_get(string, &subject->buffer, BUFFER_SIMPLE)) {
        error_take();
        return raise_type_error("expected string or bytes-like object, got '%T'", string);
    }
    subject->data = subject->buffer.data;
    subject->size = (size_t)subject->buffer.size;
    return true;
}

void re_subject_end(ReSubject *subject) {
    if (subject->buffer.exporter) buffer_release(&subject->buffer);
}

static bool check_kind(const ReSubject *subject, const Pattern *pattern) {
    if (subject->is_text == pattern->is_text) return true;
    return raise_type_error(subject->is_text ? "cannot use a bytes pattern on a string-like object"
                                             : "cannot use a string pattern on a bytes-like object");
}

// The offset of a position, which is cut to the string.
static size_t subject_offset(const ReSubject *subject, ptrdiff_t index) {
    if (index <= 0) return 0;
    size_t length = subject->is_text ? str_length(subject->string) : subject->size;
    if ((size_t)index >= length) return subject->size;
    return subject->wide ? str_offset(subject->string, (size_t)index) : (size_t)index;
}

size_t re_subject_index(const ReSubject *subject, size_t offset) {
    return subject->wide ? str_index_of(subject->string, offset) : offset;
}

Value re_subject_slice(const ReSubject *subject, const uint8_t *from, const uint8_t *to) {
    size_t size = (size_t)(to - from);
    if (!subject->is_text)
        return size == subject->size && value_is(subject->string, &bytes_type) ? subject->string
                                                                               : bytes_new(from, size);
    if (size == subject->size && value_is(subject->string, &str_type)) return subject->string;
    if (size == 1) return str_from_code_point(*from);
    return subject->wide ? str_new((const char *)from, size) : str_ascii((const char *)from, size);
}

bool re_run_start(ReRun *run, Pattern *pattern, Value string, Value pos, Value endpos) {
    run->pos = 0;
    run->endpos = PTRDIFF_MAX;
    if ((pos && !sequence_size(pos, &run->pos)) || (endpos && !sequence_size(endpos, &run->endpos)))
        return false;
    if (!re_subject_start(&run->subject, string)) return false;
    ReSubject *subject = &run->subject;
    ptrdiff_t length = (ptrdiff_t)(subject->is_text ? str_length(string) : subject->size);
    run->pos = run->pos < 0 ? 0 : run->pos > length ? length : run->pos;
    run->endpos = run->endpos < 0 ? 0 : run->endpos > length ? length : run->endpos;
    const uint8_t *end = subject->data + subject_offset(subject, run->endpos);
    if (!check_kind(subject, pattern) ||
        !re_matcher_start(&run->matcher, pattern->program, subject->data, end, subject->wide)) {
        re_subject_end(subject);
        return false;
    }
    run->matcher.start = subject->data + subject_offset(subject, run->pos);
    return true;
}

void re_run_end(ReRun *run) {
    re_matcher_end(&run->matcher);
    re_subject_end(&run->subject);
}

// ---------------------------------------------------------------------------------------------------------------
// Slots

static Value pattern_repr(Value self) {
    static const struct { uint32_t flag; const char *name;
    } names[] = {
        {RE_IGNORECASE, "re.IGNORECASE"}, {RE_LOCALE, "re.LOCALE"},   {RE_MULTILINE, "re.MULTILINE"},
        {RE_DOTALL, "re.DOTALL"},         {RE_UNICODE, "re.UNICODE"}, {RE_VERBOSE, "re.VERBOSE"},
        {RE_DEBUG, "re.DEBUG"},           {RE_ASCII, "re.ASCII"},
    };
    Pattern *p = pattern_of(self);
    uint32_t flags = p->flags;
    if (p->is_text && (flags & (RE_LOCALE | RE_UNICODE | RE_ASCII)) == RE_UNICODE)
        flags &= ~(uint32_t)RE_UNICODE;
    Value text = object_repr(p->pattern);
    if (!text || (str_length(text) > 200 && !(text = str_substring(text, 0, 200)))) return 0;
    StrBuilder out;
    str_builder_init(&out);
    str_builder_add_format(&out, "re.compile(%S", text);
    const char *before = ", ";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!(flags & names[i].flag)) continue;
        str_builder_add_format(&out, "%s%s", before, names[i].name);
        flags &= ~names[i].flag;
        before = "|";
    }
    if (flags) str_builder_add_format(&out, "%s0x%x", before, flags);
    str_builder_add_c(&out, ")");
    return str_builder_finish(&out);
}

static int64_t pattern_hash(Value self) {
    int64_t hash = object_hash(pattern_of(self)->pattern);
    if (hash == -1) return -1;
    hash ^= (int64_t)(pattern_of(self)->flags << 4);
    return hash == -1 ? -2 : hash;
}

static Value pattern_compare(Value self, Value other, CompareOp op) {
    if (!value_is(other, &re_pattern_type) || (op != COMPARE_EQ && op != COMPARE_NE)) return NOT_IMPLEMENTED;
    Pattern *a = pattern_of(self), *b = pattern_of(other);
    int equal = a->flags == b->flags && a->is_text == b->is_text ? object_equal(a->pattern, b->pattern) : 0;
    return equal < 0 ? 0 : bool_value(equal == (op == COMPARE_EQ));
}

// ---------------------------------------------------------------------------------------------------------------
// Methods

typedef enum { FIND_HERE, FIND_ALL_OF_IT, FIND_ANYWHERE } FindMode;

static Value find(Value self, Value *args, FindMode mode) {
    ReRun run;
    if (!re_run_start(&run, pattern_of(self), args[0], args[1], args[2])) return 0;
    ReMatcher *m = &run.matcher;
    m->full = mode == FIND_ALL_OF_IT;
    int found = m->start > m->end ? 0 : mode == FIND_ANYWHERE ? re_search(m) : re_match_here(m, m->start);
    Value result = found < 0 ? 0 : found ? re_match_new(m, self, args[0], run.pos, run.endpos) : NONE;
    re_run_end(&run);
    return result;
}

static Value py_match(Value self, Value *args) { return find(self, args, FIND_HERE); }
static Value py_fullmatch(Value self, Value *args) { return find(self, args, FIND_ALL_OF_IT); }
static Value py_search(Value self, Value *args) { return find(self, args, FIND_ANYWHERE); }

static Value py_copy(Value self, Value *args) {
    (void)args;
    return self;
}

static Value py_reduce(Value self, Value *args) {
    (void)args;
    Value re = import_by_name("re"), compile = re ? object_get_attribute_c(re, "_compile") : 0;
    Value arguments = compile ? tuple_pair(pattern_of(self)->pattern, SMALL(pattern_of(self)->flags)) : 0;
    return arguments ? tuple_pair(compile, arguments) : 0;
}

static Value get_pattern(Value self) { return pattern_of(self)->pattern; }
static Value get_flags(Value self) { return SMALL(pattern_of(self)->flags); }
static Value get_groups(Value self) { return SMALL(pattern_of(self)->program->groups - 1); }
static Value get_groupindex(Value self) { return mapping_proxy_new(pattern_of(self)->names); }

static const AttributeDef attributes[] = {
    MEMBER("pattern", get_pattern, "The pattern string from which the RE object was compiled."),
    MEMBER("flags", get_flags, "The regex matching flags."),
    MEMBER("groups", get_groups, "The number of capturing groups in the pattern."),
    {"groupindex", get_groupindex, NULL, "A dictionary mapping group names to group numbers."},
    {0},
};

#define RANGE "string, pos=0, endpos=sys.maxsize"

static const MethodDef pattern_methods[] = {
    METHOD("match", py_match, RANGE, "A match at the beginning of the string, or None."),
    METHOD("fullmatch", py_fullmatch, RANGE, "A match of the whole string, or None."),
    METHOD("search", py_search, RANGE, "The first match anywhere in the string, or None."),
    METHOD("sub", re_py_sub, "repl, string, count=0", "The string with the leftmost matches replaced."),
    METHOD("subn", re_py_subn, "repl, string, count=0",
           "A tuple: the string with matches replaced, and how many there were."),
    METHOD("findall", re_py_findall, RANGE, "A list of all matches, or of their groups."),
    METHOD("split", re_py_split, "string, maxsplit=0", "The parts of the string between matches."),
    METHOD("finditer", re_py_finditer, RANGE, "An iterator over all matches."),
    METHOD("scanner", re_py_scanner, RANGE,
           "An object whose match() and search() go on where the last match ended."),
    METHOD("__copy__", py_copy, "", "The pattern itself."),
    METHOD("__deepcopy__", py_copy, "memo, /", "The pattern itself."),
    METHOD("__reduce__", py_reduce, "", "What pickle needs to make the pattern again."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "See PEP 585"),
    METHODS_END
};

Type re_pattern_type = {
    .head = {&type_type},
    .name = "re.Pattern",
    .doc = "Compiled regular expression object.",
    .size = sizeof(Pattern),
    .flags = TYPE_NO_NEW | TYPE_WEAK,
    .repr = pattern_repr,
    .hash = pattern_hash,
    .compare = pattern_compare,
    .methods = pattern_methods,
    .attributes = attributes,
};
