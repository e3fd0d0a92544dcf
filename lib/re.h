// Regular expressions: an engine of our own, exact to CPython's.
//
//   pattern text --re_parse.c--> nodes --re_compile.c--> program --re_match.c--> match
//
// Text is matched as it is stored: UTF-8 for str, with positions as addresses, which become numbers of code points only
// when a script asks for them. The matcher backtracks over an explicit stack; nothing recurses on the C stack but parsing
// and compiling nested groups, which ask mem_stack_check().
#pragma once
#include "objects/buffer.h"
#include "objects/str.h"
#include "objects/utf8.h"

enum ReFlags {
    RE_IGNORECASE = 2,
    RE_LOCALE = 4,
    RE_MULTILINE = 8,
    RE_DOTALL = 16,
    RE_UNICODE = 32,
    RE_VERBOSE = 64,
    RE_DEBUG = 128,
    RE_ASCII = 256,
    RE_TYPE_FLAGS = RE_LOCALE | RE_UNICODE | RE_ASCII,
};
#define RE_UNLIMITED                                                                                         \
    UINT32_MAX  // as the upper bound of a repetition; also the first number that is too large

// --- re_set.c: sets of characters

enum ReClass {
    CLASS_DIGIT = 1,
    CLASS_SPACE = 2,
    CLASS_WORD = 4,
    CLASS_NOT_DIGIT = 8,
    CLASS_NOT_SPACE = 16,
    CLASS_NOT_WORD = 32
};

typedef struct {
    uint32_t bits[8];           // the answer for characters below 256
    uint32_t flags;             // ReFlags in force where it was written
    uint32_t classes;           // of ReClass
    bool negated;
    size_t count, room;
    uint32_t (*ranges)[2];      // first and last; sorted and apart once finished
} ReSet;
ReSet *re_set_new(uint32_t flags) must_use;
bool re_set_add(ReSet *set, uint32_t first, uint32_t last) must_use;
bool re_set_finish(ReSet *set) must_use;        // nothing is added afterwards
bool re_set_has_far(const ReSet *set, uint32_t c);      // c >= 256
bool re_set_only_near(const ReSet *set);        // has no character from 128 on
static inline bool re_set_has(const ReSet *set, uint32_t c) {
    return c < 256 ? set->bits[c >> 5] >> (c & 31) & 1 : re_set_has_far(set, c);
}
uint32_t re_lower(uint32_t flags, uint32_t c);          // as case is ignored under these flags
bool re_is_cased(uint32_t flags, uint32_t c);
bool re_is_word(uint32_t flags, uint32_t c);

// --- re_parse*.c: nodes

typedef enum {
    NODE_LITERAL,               // the character `value`
    NODE_SET, NODE_ANY,
    NODE_AT,                    // the ReAt `value`
    NODE_SEQUENCE,              // the list that starts with `child`
    NODE_BRANCH,                // one of the list that starts with `child`
    NODE_GROUP,                 // `child`, captured as group `value` unless that is 0
    NODE_ATOMIC,
    NODE_REPEAT,                // `child` from `min` to `max` times
    NODE_LOOK,                  // `child` must (negated: must not) match here, or end here when `behind`
    NODE_REFERENCE,             // what group `value` matched
    NODE_CONDITION,             // `child` if group `value` matched, else `other` (may be 0)
    NODE_FAIL,
} ReNodeKind;
typedef enum {
    AT_START,
    AT_LINE_START,
    AT_END,
    AT_LINE_END,
    AT_STRING_END,
    AT_BOUNDARY,
    AT_NOT_BOUNDARY
} ReAt;
typedef enum { REPEAT_GREEDY, REPEAT_LAZY, REPEAT_POSSESSIVE } ReRepeatMode;

typedef struct ReNode {
    ReNodeKind kind;
    uint32_t flags;             // ReFlags in force here
    uint32_t value;
    uint32_t min, max;
    ReRepeatMode mode;
    bool negated, behind;
    ReSet *set;
    struct ReNode *next;        // in the list
    struct ReNode *child, *other;
} ReNode;

typedef struct {
    uint64_t low, high;         // characters
} ReWidth;

typedef struct {
    ReNode *root;
    uint32_t flags;             // those given and those in the pattern
    uint32_t groups;            // and one for the whole
    Value names;                // dict: name -> number
    ReWidth *widths;            // by group
} ReParsed;
bool re_parse(Value pattern, uint32_t flags, ReParsed *parsed) must_use;
ReWidth re_width(const ReNode *list, const ReWidth *groups);    // of a list of nodes

// --- re_source.c: reading pattern or template text by tokens: a character, or a backslash with one

typedef struct {
    Value text;                 // str or bytes
    const char *data;
    size_t size, at, next;      // at: of the next token; next: its size, 0 at the end
    bool is_text;
} ReSource;
bool re_source_start(ReSource *source, Value text) must_use;
bool re_source_advance(ReSource *source) must_use;              // over the next token
static inline bool re_source_is(const ReSource *source, char c) {
    return source->next == 1 && source->data[source->at] == c;
}
// Skips the next token if it is this character: 1, 0, -1: raised.
int re_source_match(ReSource *source, char c) must_use;
uint32_t re_source_char(const ReSource *source, size_t at);     // the character there
Value re_source_slice(const ReSource *source, size_t from, size_t to) must_use;         // as a str
// The text up to `terminator`, which is skipped. false: raised; `what` names it then ("group name").
bool re_source_name(ReSource *source, char terminator, const char *what, size_t *from, size_t *to) must_use;
bool re_source_check_name(const ReSource *source, size_t from, size_t to) must_use;     // it is an identifier
// A number in decimal ASCII digits; false: it is none. Too large ones are UINT32_MAX.
bool re_source_number(const ReSource *source, size_t from, size_t to, uint32_t *out);
// re.PatternError with the place as a byte offset.
bool re_source_error(const ReSource *source, size_t at, const char *format, ...);
Value re_error(Value message, Value pattern, ptrdiff_t position);       // position -1: none is given
extern Value re_error_class;
static inline bool re_is_octal(char c) { return c >= '0' && c <= '7'; }
static inline bool re_is_digit(char c) { return c >= '0' && c <= '9'; }
int re_simple_escape(char c);           // what \c stands for as a character (\n, \a ... \\); -1: nothing
// A numeric escape at `from` of a token just read: \0, \07, \012, \1 ... *octal says which kind; its end is where the
// source stands. OCTAL beyond 255 is an error.
bool re_source_numeric(ReSource *source, size_t from, bool *octal, uint32_t *value) must_use;

// --- re_parse_set.c
typedef struct {
    ReSource source;
    ReParsed *parsed;
    uint32_t behind;            // groups there were when the outermost look-behind began; 0: in none
    bool *closed;               // by group
    uint32_t group_room;
    size_t *condition_places;   // by group: where a condition first named it, plus 1; 0: nowhere
    uint32_t condition_room;
} ReParser;
// One escape in or outside of a set: a character, or a class. *value is either; false: raised.
typedef enum { ESCAPE_RAISED, ESCAPE_CHARACTER, ESCAPE_CLASS } ReEscape;
ReEscape re_parse_set_escape(ReParser *parser, size_t from, uint32_t *value) must_use;
ReNode *re_parse_set(ReParser *parser, size_t from, uint32_t flags) must_use;   // behind `[`
ReNode *re_node_new(ReNodeKind kind, uint32_t flags) must_use;
ReNode *re_node_literal(uint32_t c, uint32_t flags) must_use;
ReNode *re_node_class(uint32_t class, uint32_t flags) must_use;

// --- re_compile.c: programs

// X(name, words of operands)
#define RE_OPCODES(X) \
    X(SUCCESS, 0) X(FAIL, 0) X(BYTE, 1) X(LITERAL, 2) X(ANY, 0) X(ANY_ALL, 0) X(SET, 1) X(AT, 2) X(MARK, 1) X(JUMP, 1) \
    X(SPLIT, 1) X(SPLIT_LAZY, 1) X(REPEAT_ONE, 6) X(LOOP_START, 1) X(LOOP, 5) X(ATOMIC, 1) X(ATOMIC_END, 1) X(LOOK, 2) X(LOOK_END, 1) \
    X(LOOK_NOT, 3) X(LOOK_NOT_END, 1) X(REFERENCE, 2) X(CONDITION, 2)
typedef enum {
#define X(name, operands) RE_OP_##name,
    RE_OPCODES(X)
#undef X
} ReOpcode;

typedef struct {
    uint32_t *code;
    size_t size, room;
    uint8_t *literals;
    size_t literal_size, literal_room;
    ReSet **sets;
    size_t set_count, set_room;
    uint32_t groups,
        registers;  // registers: two a group, the last group closed, then those of loops and the like
    bool is_text;
    // What a search looks for before it tries to match:
    bool anchored;              // only at the very start of the string
    uint8_t *prefix;            // bytes that every match begins with
    size_t prefix_size;
    bool prefix_is_all;         // and consists of
    bool has_first;
    uint32_t first[8];          // bytes that a match can begin with
} ReProgram;
#define RE_LAST_GROUP(program) (2 * ((program)->groups - 1))   // the register
ReProgram *re_compile(const ReParsed *parsed, bool is_text) must_use;
void re_find_start(ReProgram *program, const ReNode *root);  // re_start.c: fills in what a search looks for

// --- re_match.c

typedef struct ReEntry ReEntry;
typedef struct {
    const ReProgram *program;
    const uint8_t *begin, *end; // the string, up to `endpos`
    const uint8_t *start;       // where to search from
    const uint8_t *forbidden;   // a match must not end here (NULL: anywhere)
    bool full;                  // it must end at the end
    bool wide;                  // the text has characters of several bytes
    uintptr_t *registers;
    ReEntry *stack;
    size_t top, room;
    const uint8_t *match_start, *match_end;
    uintptr_t small[40];
} ReMatcher;
// Must be ended by re_matcher_end(). The data must stay where it is until then.
bool re_matcher_start(ReMatcher *m, const ReProgram *program, const uint8_t *begin, const uint8_t *end,
                      bool wide) must_use;
void re_matcher_end(ReMatcher *m);
int re_match_here(ReMatcher *m, const uint8_t *at) must_use;    // 1, 0, -1: raised
int re_search(ReMatcher *m) must_use;                           // from m->start: re_search.c
void re_go_on(ReMatcher *m);            // after a match: the next search finds the next one
// Where group `n` begins and ends in the match found; false: it took no part.
static inline bool re_group(const ReMatcher *m, size_t n, const uint8_t **from, const uint8_t **to) {
    if (n == 0) {
        *from = m->match_start;
        *to = m->match_end;
        return true;
    }
    *from = (const uint8_t *)m->registers[2 * n - 2];
    *to = (const uint8_t *)m->registers[2 * n - 1];
    return *from && *to >= *from;
}

// --- re_pattern.c

typedef struct {
    Object head;
    Value pattern;              // str or bytes
    uint32_t flags;
    bool is_text;
    ReProgram *program;
    Value names;                // dict
    Value template_source;      // of the template used last, or 0
    struct ReTemplate *template;
} Pattern;
extern Type re_pattern_type;
static inline Pattern *pattern_of(Value v) { return (Pattern *)value_object(v); }

// A string that is being searched: its bytes stay where they are until re_subject_end().
typedef struct {
    Value string;
    const uint8_t *data;
    size_t size;
    bool is_text, wide;
    Buffer buffer;
} ReSubject;
bool re_subject_start(ReSubject *subject,
                      Value string) must_use;  // TypeError unless it is a str or has a buffer
void re_subject_end(ReSubject *subject);
size_t re_subject_index(const ReSubject *subject, size_t offset);
Value re_subject_slice(const ReSubject *subject, const uint8_t *from, const uint8_t *to) must_use;
// Subject and matcher for one call of a method. `pos` and `endpos` are arguments, 0 when absent.
typedef struct {
    ReSubject subject;
    ReMatcher matcher;
    ptrdiff_t pos, endpos;
} ReRun;
bool re_run_start(ReRun *run, Pattern *pattern, Value string, Value pos, Value endpos) must_use;
void re_run_end(ReRun *run);

// --- re_match_object.c
typedef struct {
    Object head;
    Value string, pattern;
    ptrdiff_t pos, endpos;      // as reported
    uint32_t last_group;        // 0: none
    ptrdiff_t marks[];          // byte offsets of begin and end of each group, -1: it took no part
} Match;
extern Type re_match_type;
static inline Match *match_of(Value v) { return (Match *)value_object(v); }
Value re_match_new(const ReMatcher *m, Value pattern, Value string, ptrdiff_t pos, ptrdiff_t endpos) must_use;
Value re_match_group(Value match, size_t group, Value absent) must_use;

// --- re_template.c: what sub() puts in
typedef struct ReTemplate {
    Object head;
    bool is_text;
    size_t count;
    struct { Value literal; uint32_t group; } parts[];          // literal 0: a group
} ReTemplate;
// The template of a replacement, kept with the pattern.
ReTemplate *re_template_for(Value pattern, Value source) must_use;
Value re_template_expand(const ReTemplate *template,
                         Value match) must_use;  // str or bytes, as the template is

// --- re_sub.c
Value re_py_sub(Value self, Value *args);
Value re_py_subn(Value self, Value *args);
Value re_py_split(Value self, Value *args);
Value re_py_findall(Value self, Value *args);
// --- re_scanner.c
Value re_py_finditer(Value self, Value *args);
Value re_py_scanner(Value self, Value *args);
