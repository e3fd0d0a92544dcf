// What runs over all matches in a string: sub, subn, split, findall.
#include "lib/re.h"
#include "objects/bytes.h"
#include "objects/list.h"
#include "objects/sequence.h"
#include "objects/tuple.h"

static Value group_or(const ReRun *run, size_t group, Value absent) {
    const uint8_t *from, *to;
    return re_group(&run->matcher, group, &from, &to) ? re_subject_slice(&run->subject, from, to) : absent;
}

static Value empty_like(const ReSubject *subject) {
    return subject->is_text ? str_ascii("", 0) : bytes_new("", 0);
}

// ---------------------------------------------------------------------------------------------------------------
// findall

// One match as findall() has it: the text of the only group or of the whole, or a tuple of all groups.
static Value found_item(const ReRun *run, Value empty) {
    size_t groups = run->matcher.program->groups;
    if (groups <= 2) return group_or(run, groups - 1, empty);
    Value item = tuple_new(0, groups - 1);
    for (size_t i = 1; item && i < groups; i++)
        if (!(tuple_of(item)->items[i - 1] = group_or(run, i, empty))) return 0;
    return item;
}

static bool collect_all(ReRun *run, Value list) {
    Value empty = empty_like(&run->subject);
    int found = empty ? 0 : -1;
    while (found >= 0 && (found = re_search(&run->matcher)) > 0) {
        Value item = found_item(run, empty);
        if (!item || !list_append(list, item)) return false;
        re_go_on(&run->matcher);
    }
    return found == 0;
}

Value re_py_findall(Value self, Value *args) {
    ReRun run;
    Value list = list_with_capacity(0);
    if (!list || !re_run_start(&run, pattern_of(self), args[0], args[1], args[2])) return 0;
    bool done = collect_all(&run, list);
    re_run_end(&run);
    return done ? list : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// split

static bool split_all(ReRun *run, Value list, ptrdiff_t most) {
    ReMatcher *m = &run->matcher;
    const uint8_t *last = m->begin;
    int found = 0;
    for (ptrdiff_t count = 0; (most == 0 || count < most) && (found = re_search(m)) > 0; count++) {
        Value part = re_subject_slice(&run->subject, last, m->match_start);
        if (!part || !list_append(list, part)) return false;
        for (size_t i = 1; i < m->program->groups; i++) {
            Value group = group_or(run, i, NONE);
            if (!group || !list_append(list, group)) return false;
        }
        last = m->match_end;
        re_go_on(m);
    }
    if (found < 0) return false;
    Value rest = re_subject_slice(&run->subject, last, m->end);
    return rest && list_append(list, rest);
}

Value re_py_split(Value self, Value *args) {
    ReRun run;
    ptrdiff_t most = 0;
    Value list = list_with_capacity(0);
    if (!list || (args[1] && !sequence_size(args[1], &most))) return 0;
    if (!re_run_start(&run, pattern_of(self), args[0], 0, 0)) return 0;
    bool done = split_all(&run, list, most);
    re_run_end(&run);
    return done ? list : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// sub

typedef struct {
    ReRun run;
    Value self, callable, literal;      // one of the last two, or neither: a template
    ReTemplate *template;
    uint8_t *out;               // the result so far
    size_t size, room;
    size_t pieces;              // that it is made of
    Value wrong;                // a piece that is no text, and its number
    size_t wrong_number;
} Substitution;

static bool add_bytes(Substitution *s, const void *data, size_t size) {
    s->pieces++;
    if (size > s->room - s->size) {
        size_t room = s->room * 2 > s->size + size ? s->room * 2 : s->size + size + 64;
        uint8_t *out = mem_realloc_atomic(s->out, s->size, room);
        if (!out) return false;
        s->out = out;
        s->room = room;
    }
    if (size) memcpy(s->out + s->size, data, size);
    s->size += size;
    return true;
}

// What is neither str nor bytes-like, as the subject asks for, is an error when all is done.
static bool add_piece(Substitution *s, Value piece) {
    if (s->run.subject.is_text && str_check(piece)) return add_bytes(s, str_data(piece), str_size(piece));
    Borrowed bytes;
    if (!s->run.subject.is_text && buffer_supported(piece)) {
        if (!span_borrow(piece, &bytes)) return false;
        bool done = add_bytes(s, bytes.data, bytes.size);
        span_return(&bytes);
        return done;
    }
    if (!s->wrong) {
        s->wrong = piece;
        s->wrong_number = s->pieces;
    }
    s->pieces++;
    return true;
}

static bool add_group(Substitution *s, size_t group) {
    const uint8_t *from, *to;
    if (!re_group(&s->run.matcher, group, &from, &to)) return true;
    size_t before = s->pieces;
    bool done = add_bytes(s, from, (size_t)(to - from));
    s->pieces = before;
    return done;
}

static bool add_match(Substitution *s) {
    ReMatcher *m = &s->run.matcher;
    if (s->literal) return add_piece(s, s->literal);
    if (!s->callable && s->template->is_text == s->run.subject.is_text) {
        for (size_t i = 0; i < s->template->count; i++) {
            Value literal = s->template->parts[i].literal;
            if (!(literal ? add_piece(s, literal) : add_group(s, s->template->parts[i].group))) return false;
        }
        return true;
    }
    Value match = re_match_new(m, s->self, s->run.subject.string, s->run.pos, s->run.endpos);
    if (!match) return false;
    // The matcher's state is its own: a callback may match other strings meanwhile.
    Value piece = s->callable ? object_call1(s->callable, match) : re_template_expand(s->template, match);
    return piece && (piece == NONE || add_piece(s, piece));
}

// How many matches were replaced; -1: raised.
static ptrdiff_t substitute(Substitution *s, ptrdiff_t most) {
    ReMatcher *m = &s->run.matcher;
    const uint8_t *last = m->begin;
    ptrdiff_t count = 0;
    int found = 0;
    for (; (most == 0 || count < most) && (found = re_search(m)) > 0; count++) {
        if (m->match_start > last && !add_bytes(s, last, (size_t)(m->match_start - last))) return -1;
        last = m->match_end;
        if (!add_match(s)) return -1;
        re_go_on(m);
    }
    if (found < 0 || (last < m->end && !add_bytes(s, last, (size_t)(m->end - last)))) return -1;
    return count;
}

static Value result_of(Substitution *s, ptrdiff_t count) {
    ReSubject *subject = &s->run.subject;
    if (s->wrong) {
        return subject->is_text
                   ? raise_type_error("sequence item %zu: expected str instance, %T found", s->wrong_number,
                                      s->wrong)
                   : raise_type_error("sequence item %zu: expected a bytes-like object, %T found",
                                      s->wrong_number, s->wrong);
    }
    if (count == 0) return re_subject_slice(subject, subject->data, subject->data + subject->size);
    return subject->is_text ? str_new((const char *)s->out, s->size) : bytes_new(s->out, s->size);
}

// Sorts out what the replacement is.
static bool take_replacement(Substitution *s, Value replacement) {
    Borrowed bytes;
    if (object_callable(replacement)) {
        s->callable = replacement;
        return true;
    }
    bool plain;
    if (str_check(replacement)) {
        plain = !memchr(str_data(replacement), '\\', str_size(replacement));
    } else {
        if (!buffer_supported(replacement))
            return raise_type_error("decoding to str: need a bytes-like object, %T found", replacement);
        if (!span_borrow(replacement, &bytes)) return false;
        plain = !bytes.size || !memchr(bytes.data, '\\', bytes.size);
        span_return(&bytes);
    }
    if (plain)
        s->literal = replacement;
    else
        s->template = re_template_for(s->self, replacement);
    return plain || s->template;
}

// *count: of the matches replaced.
static Value sub(Value self, Value *args, ptrdiff_t *count) {
    Substitution s = {.self = self};
    ptrdiff_t most = 0;
    if (args[2] && !sequence_size(args[2], &most)) return 0;
    if (!take_replacement(&s, args[0]) || !re_run_start(&s.run, pattern_of(self), args[1], 0, 0)) return 0;
    *count = substitute(&s, most);
    Value result = *count < 0 ? 0 : result_of(&s, *count);
    re_run_end(&s.run);
    return result;
}

Value re_py_sub(Value self, Value *args) {
    ptrdiff_t count;
    return sub(self, args, &count);
}

Value re_py_subn(Value self, Value *args) {
    ptrdiff_t count;
    Value result = sub(self, args, &count);
    return result ? tuple_pair(result, SMALL(count)) : 0;
}
