// Scanners: objects that go from match to match, and finditer().
//
// Between two steps a scanner holds the string by a memoryview, unless it cannot change anyway: a scanner that is
// dropped must not hold up the string's owner for long.
#include "lib/re.h"
#include "objects/bytes.h"
#include "objects/iterator.h"
#include "objects/memoryview.h"

typedef struct {
    Object head;
    Value pattern, string;
    Value view;                 // 0: the string is str or bytes, or the scanner is at its end
    ptrdiff_t pos, endpos;
    size_t start, end;          // byte offsets: where to go on, and of endpos
    bool after_empty,
        finished;  // after_empty: the match before was empty, so no empty one may follow at its place
} Scanner;
static Type scanner_type, match_iterator_type;

static Scanner *scanner_of(Value v) { return (Scanner *)value_object(v); }

static bool hold_string(Scanner *scanner) {
    if (str_check(scanner->string) || bytes_check(scanner->string)) return true;
    scanner->view = memoryview_from_slots(type_of(scanner->string), scanner->string, BUFFER_SIMPLE);
    return scanner->view != 0;
}

static Value scanner_new(Type *type, Value self, Value *args) {
    ReRun run;
    if (!re_run_start(&run, pattern_of(self), args[0], args[1], args[2])) return 0;
    Scanner *scanner = mem_object(type, sizeof *scanner);
    if (scanner) {
        scanner->pattern = self;
        scanner->string = args[0];
        scanner->pos = run.pos;
        scanner->endpos = run.endpos;
        scanner->start = (size_t)(run.matcher.start - run.matcher.begin);
        scanner->end = (size_t)(run.matcher.end - run.matcher.begin);
    }
    bool held = scanner && hold_string(scanner);
    re_run_end(&run);
    return held ? VALUE(scanner) : 0;
}

static bool finish(Scanner *scanner) {
    scanner->finished = true;
    Value view = scanner->view;
    scanner->view = 0;
    return !view || memoryview_release(view);
}

// The next match, NONE when there is none; `anywhere`: not only at the place where the scanner stands.
static Value step(Scanner *scanner, bool anywhere) {
    Pattern *pattern = pattern_of(scanner->pattern);
    ReMatcher m;
    ReSubject subject;
    if (scanner->finished || scanner->start > scanner->end) return NONE;
    if (!re_subject_start(&subject, scanner->string)) return 0;
    Value result = 0;
    if (re_matcher_start(&m, pattern->program, subject.data, subject.data + scanner->end, subject.wide)) {
        m.start = m.begin + scanner->start;
        m.forbidden = scanner->after_empty ? m.start : NULL;
        int found = anywhere ? re_search(&m) : re_match_here(&m, m.start);
        if (found > 0) {
            result = re_match_new(&m, scanner->pattern, scanner->string, scanner->pos, scanner->endpos);
            re_go_on(&m);
            scanner->after_empty = m.forbidden != NULL;
            scanner->start = (size_t)(m.match_end - m.begin);
        } else if (found == 0 && finish(scanner)) {
            result = NONE;
        }
        re_matcher_end(&m);
    }
    re_subject_end(&subject);
    return result;
}

static Value py_scanner_match(Value self, Value *args) {
    (void)args;
    return step(scanner_of(self), false);
}

static Value py_scanner_search(Value self, Value *args) {
    (void)args;
    return step(scanner_of(self), true);
}

static Value get_pattern(Value self) { return scanner_of(self)->pattern; }

static Value match_iterator_next(Value self) {
    Value match = step(scanner_of(self), true);
    return match == NONE ? 0 : match;
}

Value re_py_scanner(Value self, Value *args) { return scanner_new(&scanner_type, self, args); }
Value re_py_finditer(Value self, Value *args) { return scanner_new(&match_iterator_type, self, args); }

static const MethodDef scanner_methods[] = {
    METHOD("match", py_scanner_match, "", "The match that begins where the last one ended, or None."),
    METHOD("search", py_scanner_search, "", "The next match, or None."),
    METHODS_END
};

static const AttributeDef scanner_attributes[] = {
    MEMBER("pattern", get_pattern, NULL),
    {0},
};

static Type scanner_type = {
    .head = {&type_type},
    .name = "_sre.SRE_Scanner",
    .size = sizeof(Scanner),
    .flags = TYPE_NO_NEW,
    .methods = scanner_methods,
    .attributes = scanner_attributes,
};

static Type match_iterator_type = {
    .head = {&type_type},
    .name = "callable_iterator",
    .size = sizeof(Scanner),
    .flags = TYPE_NO_NEW,
    .iter = iterator_self,
    .next = match_iterator_next,
};
