// The matcher: runs a program at one place of a text.
//
// What may be tried later lies on a stack: places to go on from, and the old values of registers that were written since.
// To backtrack is to pop: registers get their old values back, until there is a place to go on from. While the stack is
// empty a failure is final, so nothing need be kept then.
#include "lib/re.h"
#include "vm/frame.h"
#include <stdlib.h>

typedef enum {
    ENTRY_UNDO,    // register `word` was `extra`
    ENTRY_CHOICE,  // go on at instruction `word`
    ENTRY_GREEDY,  // a REPEAT_ONE at `word` reached `at`; it can give back down to `extra`
    ENTRY_LAZY,    // a REPEAT_ONE at `word` stopped at `at` after `extra` characters; it can take more
    ENTRY_LOOP,    // a lazy LOOP at `word` left at `at`; it can do another round
} EntryKind;

struct ReEntry {
    uint32_t kind, word;
    const uint8_t *at;
    uintptr_t extra;
};

#define STACK_MOST ((size_t)1 << 26)            // entries
#define CHECK_EVERY 0xffff                      // backtracks between looks at signals

// ---------------------------------------------------------------------------------------------------------------
// Stack and registers

static bool grow_stack(ReMatcher *m) {
    size_t room = m->room ? m->room * 2 : 64;
    ReEntry *stack = room <= STACK_MOST ? realloc(m->stack, room * sizeof *stack) : NULL;
    if (!stack) return raise_memory_error();
    m->stack = stack;
    m->room = room;
    return true;
}

static inline bool push(ReMatcher *m, EntryKind kind, uint32_t word, const uint8_t *at, uintptr_t extra) {
    if (unlikely(m->top == m->room) && !grow_stack(m)) return false;
    m->stack[m->top++] = (ReEntry){kind, word, at, extra};
    return true;
}

static inline bool set_register(ReMatcher *m, uint32_t index, uintptr_t value) {
    if (m->top && !push(m, ENTRY_UNDO, index, NULL, m->registers[index])) return false;
    m->registers[index] = value;
    return true;
}

// What was pushed since `height` can no longer be tried, but registers are still to be undone.
static void drop_choices(ReMatcher *m, size_t height) {
    size_t kept = height;
    for (size_t i = height; i < m->top; i++)
        if (m->stack[i].kind == ENTRY_UNDO) m->stack[kept++] = m->stack[i];
    m->top = kept;
}

static void undo_all(ReMatcher *m, size_t height) {
    while (m->top > height) {
        ReEntry *entry = &m->stack[--m->top];
        if (entry->kind == ENTRY_UNDO) m->registers[entry->word] = entry->extra;
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Characters

static inline uint32_t read_char(const ReMatcher *m, const uint8_t **at) {
    uint32_t c = **at;
    if (likely(c < 0x80) || !m->wide) {
        ++*at;
        return c;
    }
    return utf8_read((const char **)at);
}

static inline const uint8_t *step_back(const ReMatcher *m, const uint8_t *at) {
    at--;
    if (m->wide)
        while (utf8_is_continuation((char)*at)) at--;
    return at;
}

// `count` characters back; NULL: there are not so many.
static const uint8_t *go_back(const ReMatcher *m, const uint8_t *at, size_t count) {
    if (!m->wide) return (size_t)(at - m->begin) < count ? NULL : at - count;
    for (; count; count--) {
        if (at == m->begin) return NULL;
        at = step_back(m, at);
    }
    return at;
}

static bool word_at(const ReMatcher *m, uint32_t flags, const uint8_t *at) {
    return at >= m->begin && at < m->end && re_is_word(flags, read_char(m, &at));
}

static bool at_boundary(const ReMatcher *m, uint32_t flags, const uint8_t *at) {
    bool before = at > m->begin && word_at(m, flags, step_back(m, at));
    return before != word_at(m, flags, at);
}

static bool at_place(const ReMatcher *m, ReAt place, uint32_t flags, const uint8_t *at) {
    switch (place) {
    case AT_START: return at == m->begin;
    case AT_LINE_START: return at == m->begin || at[-1] == '\n';
    case AT_END: return at == m->end || (at + 1 == m->end && *at == '\n');
    case AT_LINE_END: return at == m->end || *at == '\n';
    case AT_STRING_END: return at == m->end;
    case AT_BOUNDARY: return at_boundary(m, flags, at);
    default: return !at_boundary(m, flags, at);
    }
}

// Takes one character of this kind (the opcode and its operand); NULL: it is another one.
static inline const uint8_t *take_one(const ReMatcher *m, uint32_t kind, uint32_t operand,
                                      const uint8_t *at) {
    if (at == m->end) return NULL;
    if (kind == RE_OP_BYTE) return *at == operand ? at + 1 : NULL;
    if (kind == RE_OP_ANY && *at == '\n') return NULL;
    uint32_t c = read_char(m, &at);
    return kind != RE_OP_SET || re_set_has(m->program->sets[operand], c) ? at : NULL;
}

// Where the text that a group matched is found again at `at`, its end; NULL: it is not.
static const uint8_t *take_again(const ReMatcher *m, uint32_t group, uint32_t flags, const uint8_t *at) {
    const uint8_t *from, *to;
    if (!re_group(m, group, &from, &to)) return NULL;
    if (!(flags & RE_IGNORECASE)) {
        size_t size = (size_t)(to - from);
        return (size_t)(m->end - at) >= size && memcmp(at, from, size) == 0 ? at + size : NULL;
    }
    while (from < to) {
        if (at == m->end || re_lower(flags, read_char(m, &from)) != re_lower(flags, read_char(m, &at)))
            return NULL;
    }
    return at;
}

// ---------------------------------------------------------------------------------------------------------------
// REPEAT_ONE: a character of one kind, many times

typedef struct {
    uint32_t mode, min, max, kind, operand, follower;
} RepeatOne;

static inline RepeatOne repeat_one(const uint32_t *operands) {
    return (RepeatOne){operands[0], operands[1], operands[2], operands[3], operands[4], operands[5]};
}

// In texts of one byte a character.
static const uint8_t *run_of_bytes(const ReMatcher *m, const RepeatOne *r, const uint8_t *at,
                                   const uint8_t *end) {
    const uint8_t *found;
    switch (r->kind) {
    case RE_OP_ANY_ALL:
        return end;
    case RE_OP_ANY:
        found = memchr(at, '\n', (size_t)(end - at));
        return found ? found : end;
    case RE_OP_BYTE:
        while (at < end && *at == r->operand) at++;
        return at;
    default: {
        const uint32_t *bits = m->program->sets[r->operand]->bits;
        while (at < end && bits[*at >> 5] >> (*at & 31) & 1) at++;
        return at;
    }
    }
}

// As many as there are, `max` at most: where they end, and in *low where the first `min` end. NULL: fewer than that.
static const uint8_t *run_of_one(const ReMatcher *m, const RepeatOne *r, const uint8_t *at,
                                 const uint8_t **low) {
    if (!m->wide || r->kind == RE_OP_BYTE) {
        size_t room = (size_t)(m->end - at);
        if (room < r->min) return NULL;
        const uint8_t *end = r->max == RE_UNLIMITED || room < r->max ? m->end : at + r->max;
        *low = at + r->min;
        at = run_of_bytes(m, r, at, end);
        return at < *low ? NULL : at;
    }
    *low = r->min ? NULL : at;
    if (r->kind == RE_OP_ANY_ALL && r->max == RE_UNLIMITED && !r->min) return m->end;
    for (uint32_t count = 0; count < r->max || r->max == RE_UNLIMITED;) {
        const uint8_t *next = take_one(m, r->kind, r->operand, at);
        if (!next) break;
        at = next;
        if (++count == r->min) *low = at;
    }
    return *low ? at : NULL;
}

// Exactly `count` characters; NULL: there are not so many.
static const uint8_t *take_exactly(const ReMatcher *m, const RepeatOne *r, const uint8_t *at,
                                   uint32_t count) {
    RepeatOne exact = *r;
    const uint8_t *low;
    exact.min = exact.max = count;
    return run_of_one(m, &exact, at, &low);
}

// The last place from `low` to `at` where the follower can begin; NULL: none. It stands where a character begins, since
// no byte inside of one has the value of a first byte.
static inline const uint8_t *last_place(const ReMatcher *m, const RepeatOne *r, const uint8_t *low,
                                        const uint8_t *at) {
    if (r->follower > 255) return at;
    if (at == m->end && at-- == low) return NULL;
    return memrchr(low, (int)r->follower, (size_t)(at - low) + 1);
}

// From `at` on, the first place where the follower can begin, more characters being taken up to there.
static const uint8_t *next_place(const ReMatcher *m, const RepeatOne *r, const uint8_t *at,
                                 uintptr_t *count) {
    if (r->follower > 255) return at;
    if (r->max == RE_UNLIMITED && r->kind == RE_OP_ANY_ALL && at < m->end)
        return memchr(at, (int)r->follower, (size_t)(m->end - at));
    while (at < m->end && *at != r->follower) {
        if (r->max != RE_UNLIMITED && *count >= r->max) return NULL;
        if (!(at = take_one(m, r->kind, r->operand, at))) return NULL;
        ++*count;
    }
    return at < m->end ? at : NULL;
}

static const uint8_t *start_greedy(ReMatcher *m, const RepeatOne *r, uint32_t word, const uint8_t *at,
                                   bool *raised) {
    const uint8_t *low;
    at = run_of_one(m, r, at, &low);
    if (!at || r->mode == REPEAT_POSSESSIVE) return at;
    at = last_place(m, r, low, at);
    if (at && at > low) *raised = !push(m, ENTRY_GREEDY, word, at, (uintptr_t)low);
    return at;
}

static const uint8_t *give_back(ReMatcher *m, const RepeatOne *r, const ReEntry *entry) {
    const uint8_t *low = (const uint8_t *)entry->extra;
    const uint8_t *at = last_place(m, r, low, step_back(m, entry->at));
    if (at && at > low) {
        m->stack[m->top] = (ReEntry){ENTRY_GREEDY, entry->word, at, entry->extra};  // the place just popped
        m->top++;
    }
    return at;
}

static const uint8_t *stop_lazily(ReMatcher *m, const RepeatOne *r, uint32_t word, const uint8_t *at,
                                  uintptr_t count, bool *raised) {
    at = next_place(m, r, at, &count);
    if (at && (r->max == RE_UNLIMITED || count < r->max)) *raised = !push(m, ENTRY_LAZY, word, at, count);
    return at;
}

// ---------------------------------------------------------------------------------------------------------------
// The loop

// A quick look whether the instruction at `next` can match at all, before a choice is pushed for the case that it does not.
static inline bool can_begin(const ReMatcher *m, const uint32_t *next, const uint8_t *at) {
    uint32_t byte;
    switch (next[0]) {
    case RE_OP_BYTE: byte = next[1]; break;
    case RE_OP_LITERAL: byte = m->program->literals[next[1]]; break;
    case RE_OP_SET:
        return at < m->end && ((*at >= 0x80 && m->wide) || re_set_has(m->program->sets[next[1]], *at));
    default: return true;
    }
    return at < m->end && *at == byte;
}

static inline bool is_end(const ReMatcher *m, const uint8_t *at) {
    return at != m->forbidden && (!m->full || at == m->end);
}

// Writes a group's begin or end; the end says which group was closed last.
static inline bool set_mark(ReMatcher *m, uint32_t mark, const uint8_t *at) {
    if (!set_register(m, mark, (uintptr_t)at)) return false;
    return !(mark & 1) || set_register(m, RE_LAST_GROUP(m->program), mark / 2 + 1);
}

// Begins a round of a counted loop at `at`.
static inline bool loop_round(ReMatcher *m, uint32_t counter, const uint8_t *at, bool counted_only) {
    return set_register(m, counter, m->registers[counter] + 1) &&
           (counted_only || set_register(m, counter + 1, (uintptr_t)at));
}

// Decides at a LOOP: sets *word to the body or the exit. A round that took nothing is the last.
static bool loop_step(ReMatcher *m, uint32_t *word, const uint8_t *at) {
    const uint32_t *o = m->program->code + *word + 1;
    uint32_t counter = o[0], exit = o[4], here = *word;
    uintptr_t count = m->registers[counter];
    *word += 6;
    if (count < o[1]) return loop_round(m, counter, at, true);
    if (o[3] == REPEAT_LAZY) {
        *word = exit;
        return push(m, ENTRY_LOOP, here, at, 0);
    }
    if ((o[2] == RE_UNLIMITED || count < o[2]) && (uintptr_t)at != m->registers[counter + 1])
        return push(m, ENTRY_CHOICE, exit, at, 0) && loop_round(m, counter, at, false);
    *word = exit;
    return true;
}

// A lazy LOOP is come back to. 1: it does another round; 0: it cannot.
static int loop_again(ReMatcher *m, uint32_t word, const uint8_t *at) {
    const uint32_t *o = m->program->code + word + 1;
    if ((o[2] != RE_UNLIMITED && m->registers[o[0]] >= o[2]) || (uintptr_t)at == m->registers[o[0] + 1])
        return 0;
    return loop_round(m, o[0], at, false) ? 1 : -1;
}

// Pops until there is a place to go on from, set in *word and *at: 1; 0: there is none; -1: raised.
static int backtrack(ReMatcher *m, uint32_t *word, const uint8_t **at) {
    while (m->top) {
        ReEntry entry = m->stack[--m->top];
        RepeatOne r;
        uintptr_t count;
        bool raised = false;
        switch ((EntryKind)entry.kind) {
        case ENTRY_UNDO:
            m->registers[entry.word] = entry.extra;
            continue;
        case ENTRY_CHOICE:
            *word = entry.word;
            *at = entry.at;
            return 1;
        case ENTRY_GREEDY:
            r = repeat_one(m->program->code + entry.word + 1);
            *word = entry.word + 7;
            if ((*at = give_back(m, &r, &entry))) return 1;
            continue;
        case ENTRY_LAZY:
            r = repeat_one(m->program->code + entry.word + 1);
            *word = entry.word + 7;
            count = entry.extra + 1;
            if (!(*at = take_one(m, r.kind, r.operand, entry.at))) continue;
            *at = stop_lazily(m, &r, entry.word, *at, count, &raised);
            if (raised) return -1;
            if (*at) return 1;
            continue;
        case ENTRY_LOOP: {
            int again = loop_again(m, entry.word, entry.at);
            *word = entry.word + 6;
            *at = entry.at;
            if (again) return again;
        }
        }
    }
    return 0;
}

// Begins a REPEAT_ONE. Where to go on; 0: it cannot be, or was raised.
static inline const uint8_t *start_repeat(ReMatcher *m, uint32_t word, const uint8_t *at, bool *raised) {
    RepeatOne r = repeat_one(m->program->code + word + 1);
    if (r.mode != REPEAT_LAZY) return start_greedy(m, &r, word, at, raised);
    at = take_exactly(m, &r, at, r.min);
    return at ? stop_lazily(m, &r, word, at, r.min, raised) : 0;
}

// Begins a LOOK_NOT: when what it looks for fails, the match goes on behind. 1; -1: raised.
static int look_not(ReMatcher *m, const uint32_t *o, uint32_t *word, const uint8_t **at) {
    const uint8_t *from = o[1] ? go_back(m, *at, o[1]) : *at;
    if (!from) return *word = o[2], 1;
    size_t height = m->top;
    if (!push(m, ENTRY_CHOICE, o[2], *at, 0) || !set_register(m, o[0], height)) return -1;
    *at = from;
    *word += 4;
    return 1;
}

// The rarer instructions: atomic groups, what looks ahead or behind, references. 1: done, go on at *word and *at; 0: no match
// here; -1: raised.
static int step_rare(ReMatcher *m, uint32_t *word, const uint8_t **at) {
    const uint32_t *o = m->program->code + *word + 1;
    const uint8_t *from, *to;
    switch ((ReOpcode)o[-1]) {
    case RE_OP_ATOMIC:
        if (!set_register(m, o[0], m->top)) return -1;
        *word += 2;
        return 1;
    case RE_OP_LOOK_END:
        *at = (const uint8_t *)m->registers[o[0] + 1];
        __attribute__((fallthrough));
    case RE_OP_ATOMIC_END:
        drop_choices(m, m->registers[o[0]]);
        *word += 2;
        return 1;
    case RE_OP_LOOK:
        if (!set_register(m, o[0], m->top) || !set_register(m, o[0] + 1, (uintptr_t)*at)) return -1;
        if (o[1] && !(*at = go_back(m, *at, o[1]))) return 0;
        *word += 3;
        return 1;
    case RE_OP_LOOK_NOT:
        return look_not(m, o, word, at);
    case RE_OP_LOOK_NOT_END:
        undo_all(m, m->registers[o[0]]);
        return 0;
    case RE_OP_REFERENCE:
        if (!(*at = take_again(m, o[0], o[1], *at))) return 0;
        *word += 3;
        return 1;
    case RE_OP_CONDITION:
        *word = re_group(m, o[0], &from, &to) ? *word + 3 : o[1];
        return 1;
    default:
        return 0;
    }
}

int re_match_here(ReMatcher *m, const uint8_t *at) {
    const uint32_t *code = m->program->code;
    uint32_t word = 0, failures = 0;
    m->top = 0;
    m->match_start = at;
    memset(m->registers, 0, m->program->registers * sizeof *m->registers);
    for (;;) {
        const uint32_t *o = code + word + 1;
        const uint8_t *next;
        bool raised = false;
        int went;
        switch ((ReOpcode)code[word]) {
        case RE_OP_SUCCESS:
            if (!is_end(m, at)) break;
            m->match_end = at;
            return 1;
        case RE_OP_FAIL:
            break;
        case RE_OP_BYTE:
            if (at == m->end || *at != o[0]) break;
            at++;
            word += 2;
            continue;
        case RE_OP_LITERAL:
            if ((size_t)(m->end - at) < o[1] || memcmp(at, m->program->literals + o[0], o[1])) break;
            at += o[1];
            word += 3;
            continue;
        case RE_OP_ANY: case RE_OP_ANY_ALL:
            if (!(next = take_one(m, code[word], 0, at))) break;
            at = next;
            word += 1;
            continue;
        case RE_OP_SET:
            if (at == m->end || !re_set_has(m->program->sets[o[0]], read_char(m, &at))) break;
            word += 2;
            continue;
        case RE_OP_AT:
            if (!at_place(m, o[0], o[1], at)) break;
            word += 3;
            continue;
        case RE_OP_MARK:
            if (!set_mark(m, o[0], at)) return -1;
            word += 2;
            continue;
        case RE_OP_JUMP:
            word = o[0];
            continue;
        case RE_OP_SPLIT:
            if (!can_begin(m, o + 1, at)) {
                word = o[0];
                continue;
            }
            __attribute__((fallthrough));
        case RE_OP_SPLIT_LAZY:
            if (!push(m, ENTRY_CHOICE, o[0], at, 0)) return -1;
            word += 2;
            continue;
        case RE_OP_REPEAT_ONE:
            next = start_repeat(m, word, at, &raised);
            if (raised) return -1;
            if (!next) break;
            at = next;
            word += 7;
            continue;
        case RE_OP_LOOP_START:
            if (!set_register(m, o[0], 0) || !set_register(m, o[0] + 1, 0)) return -1;
            word += 2;
            continue;
        case RE_OP_LOOP:
            if (!loop_step(m, &word, at)) return -1;
            continue;
        default:
            if ((went = step_rare(m, &word, &at)) < 0) return -1;
            if (went) continue;
        }
        int found = backtrack(m, &word, &at);
        if (found <= 0) return found;
        if (unlikely(!(++failures & CHECK_EVERY)) && machine_interrupt && !machine_handle_interrupt())
            return -1;
    }
}

// ---------------------------------------------------------------------------------------------------------------

static ReEntry *spare_stack;            // of the matcher before, to be used again
static size_t spare_room;

bool re_matcher_start(ReMatcher *m, const ReProgram *program, const uint8_t *begin, const uint8_t *end,
                      bool wide) {
    m->program = program;
    m->begin = m->start = begin;
    m->end = end;
    m->forbidden = NULL;
    m->full = false;
    m->wide = wide;
    m->stack = spare_stack;
    m->room = spare_room;
    m->top = 0;
    spare_stack = NULL;
    spare_room = 0;
    m->registers = m->small;
    if (program->registers <= sizeof m->small / sizeof *m->small) return true;
    m->registers = malloc(program->registers * sizeof *m->registers);
    return m->registers || raise_memory_error();
}

#define SPARE_MOST 4096

void re_matcher_end(ReMatcher *m) {
    if (m->registers != m->small) free(m->registers);
    if (spare_stack || m->room > SPARE_MOST) {
        free(m->stack);
        return;
    }
    spare_stack = m->stack;
    spare_room = m->room;
}
