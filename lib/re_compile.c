// Nodes to programs.
//
// A program is a list of words: an opcode and its operands, jumps as indices. Registers hold addresses in the text
// (groups), counts and heights of the stack; what an opcode writes to one is undone when the matcher backtracks over it.
#include "lib/re.h"
#include "objects/exception.h"

// ---------------------------------------------------------------------------------------------------------------
// Widths

#define WIDTH_MAX (UINT64_MAX >> 1)

static uint64_t width_times(uint64_t width, uint64_t times) {
    uint64_t product;
    return __builtin_mul_overflow(width, times, &product) || product > WIDTH_MAX ? WIDTH_MAX : product;
}

static uint64_t width_plus(uint64_t a, uint64_t b) { return a + b > WIDTH_MAX ? WIDTH_MAX : a + b; }

static ReWidth either(ReWidth a, ReWidth b) {
    return (ReWidth){a.low < b.low ? a.low : b.low, a.high > b.high ? a.high : b.high};
}

static ReWidth list_width(const ReNode *list, const ReWidth *groups, bool alternatives) {
    ReWidth sum = {0, 0};
    if (!list) return sum;
    if (alternatives) sum = re_width(list, groups), list = list->next;
    for (; list; list = list->next) {
        ReWidth width = re_width(list, groups);
        sum = alternatives ? either(sum, width)
                           : (ReWidth){width_plus(sum.low, width.low), width_plus(sum.high, width.high)};
    }
    return sum;
}

// Groups in text nest no deeper than the parser went, so this needs no look at the stack.
ReWidth re_width(const ReNode *node, const ReWidth *groups) {
    ReWidth width;
    switch (node->kind) {
    case NODE_LITERAL: case NODE_SET: case NODE_ANY:
        return (ReWidth){1, 1};
    case NODE_SEQUENCE: case NODE_BRANCH:
        return list_width(node->child, groups, node->kind == NODE_BRANCH);
    case NODE_GROUP: case NODE_ATOMIC:
        return re_width(node->child, groups);
    case NODE_REPEAT:
        width = re_width(node->child, groups);
        return (ReWidth){width_times(width.low, node->min),
                         width_times(width.high, node->max == RE_UNLIMITED ? WIDTH_MAX : node->max)};
    case NODE_REFERENCE:
        return groups[node->value];
    case NODE_CONDITION:
        return either(re_width(node->child, groups),
                      node->other ? re_width(node->other, groups) : (ReWidth){0, 0});
    default:
        return (ReWidth){0, 0};
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Writing code

typedef struct {
    ReProgram *program;
    const ReWidth *widths;
    bool failed;
} Emitter;

static void emit(Emitter *e, uint32_t word) {
    ReProgram *p = e->program;
    if (p->size == p->room) {
        size_t room = p->room ? p->room * 2 : 32;
        uint32_t *code = mem_realloc_atomic(p->code, p->room * sizeof *code, room * sizeof *code);
        if (!code) {
            e->failed = true;
            return;
        }
        p->code = code;
        p->room = room;
    }
    p->code[p->size++] = word;
}

// An opcode with one operand; answers where that is, to be set later by land().
static size_t emit1(Emitter *e, ReOpcode opcode, uint32_t operand) {
    emit(e, opcode);
    emit(e, operand);
    return e->program->size - 1;
}

static void land(Emitter *e, size_t place) {
    if (!e->failed) e->program->code[place] = (uint32_t)e->program->size;
}

static uint32_t new_registers(Emitter *e, uint32_t count) {
    e->program->registers += count;
    return e->program->registers - count;
}

static uint32_t set_index(Emitter *e, ReSet *set) {
    ReProgram *p = e->program;
    for (size_t i = 0; i < p->set_count; i++)
        if (p->sets[i] == set) return (uint32_t)i;
    if (p->set_count == p->set_room) {
        size_t room = p->set_room ? p->set_room * 2 : 4;
        ReSet **sets = mem_realloc(p->sets, p->set_room * sizeof *sets, room * sizeof *sets);
        if (!sets) return e->failed = true, 0;
        p->sets = sets;
        p->set_room = room;
    }
    p->sets[p->set_count] = set;
    return (uint32_t)p->set_count++;
}

static void add_literal(Emitter *e, uint32_t c) {
    ReProgram *p = e->program;
    if (p->literal_size + 4 > p->literal_room) {
        size_t room = p->literal_room ? p->literal_room * 2 : 16;
        uint8_t *literals = mem_realloc_atomic(p->literals, p->literal_room, room);
        if (!literals) {
            e->failed = true;
            return;
        }
        p->literals = literals;
        p->literal_room = room;
    }
    char *at = (char *)p->literals + p->literal_size, *end = at + 1;
    if (p->is_text)
        end = utf8_write(at, c);
    else
        *at = (char)c;
    p->literal_size += (size_t)(end - at);
}

// A run of literals, from `node` on; answers the first node that is none.
static const ReNode *emit_literals(Emitter *e, const ReNode *node) {
    size_t from = e->program->literal_size;
    for (; node && node->kind == NODE_LITERAL; node = node->next) add_literal(e, node->value);
    if (e->failed) return NULL;
    size_t size = e->program->literal_size - from;
    if (size == 1) {
        emit1(e, RE_OP_BYTE, e->program->literals[from]);
        e->program->literal_size = from;
    } else {
        emit1(e, RE_OP_LITERAL, (uint32_t)from);
        emit(e, (uint32_t)size);
    }
    return node;
}

static void emit_node(Emitter *e, const ReNode *node, const ReNode *follower);

// ---------------------------------------------------------------------------------------------------------------
// Repetitions

#define ANY_BYTE 256

// The byte that what follows must begin with, ANY_BYTE when that is not known. It lets a repetition skip places where
// the rest cannot match.
static uint32_t first_byte(const Emitter *e, const ReNode *node) {
    while (node && (node->kind == NODE_GROUP || (node->kind == NODE_SEQUENCE && node->child)))
        node = node->child;
    if (!node || node->kind != NODE_LITERAL) return ANY_BYTE;
    char out[4];
    if (e->program->is_text) utf8_write(out, node->value);
    return e->program->is_text ? (uint8_t)out[0] : node->value;
}

static bool is_one_character(const Emitter *e, const ReNode *node) {
    return node->kind == NODE_SET || node->kind == NODE_ANY ||
           (node->kind == NODE_LITERAL && (!e->program->is_text || node->value < 128));
}

// Nothing that the repetition takes can begin what follows: it need not give anything back.
static bool is_apart(const Emitter *e, const ReNode *node, uint32_t follower) {
    if (follower >= (e->program->is_text ? 128 : 256)) return false;
    if (node->kind == NODE_SET) return !re_set_has(node->set, follower);
    if (node->kind == NODE_LITERAL) return node->value != follower;
    return !(node->flags & RE_DOTALL) && follower == '\n';
}

static void emit_repeat_one(Emitter *e, const ReNode *node, const ReNode *follower) {
    const ReNode *child = node->child;
    uint32_t byte = first_byte(e, follower);
    ReRepeatMode mode =
        node->mode == REPEAT_GREEDY && is_apart(e, child, byte) ? REPEAT_POSSESSIVE : node->mode;
    emit1(e, RE_OP_REPEAT_ONE, mode);
    emit(e, node->min);
    emit(e, node->max);
    if (child->kind == NODE_LITERAL) {
        emit(e, RE_OP_BYTE);
        emit(e, child->value);
    } else if (child->kind == NODE_SET) {
        emit(e, RE_OP_SET);
        emit(e, set_index(e, child->set));
    } else {
        emit(e, child->flags & RE_DOTALL ? RE_OP_ANY_ALL : RE_OP_ANY);
        emit(e, 0);
    }
    emit(e, byte);
}

static void emit_option(Emitter *e, const ReNode *node) {
    size_t exit;
    if (node->mode == REPEAT_GREEDY) {
        exit = emit1(e, RE_OP_SPLIT, 0);
    } else {
        size_t body = emit1(e, RE_OP_SPLIT_LAZY, 0);
        exit = emit1(e, RE_OP_JUMP, 0);
        land(e, body);
    }
    emit_node(e, node->child, NULL);
    land(e, exit);
}

// At least `min` (0 or 1) times, a body that always takes something: no counting.
static void emit_simple_loop(Emitter *e, const ReNode *node) {
    size_t skip = node->min ? emit1(e, RE_OP_JUMP, 0) : 0;
    uint32_t top = (uint32_t)e->program->size;
    size_t exit, body = 0;
    if (node->mode == REPEAT_GREEDY) {
        exit = emit1(e, RE_OP_SPLIT, 0);
    } else {
        body = emit1(e, RE_OP_SPLIT_LAZY, 0);
        exit = emit1(e, RE_OP_JUMP, 0);
        land(e, body);
    }
    if (skip) land(e, skip);
    emit_node(e, node->child, NULL);
    emit1(e, RE_OP_JUMP, top);
    land(e, exit);
}

static void emit_counted_loop(Emitter *e, const ReNode *node) {
    uint32_t counter = new_registers(e, 2);
    emit1(e, RE_OP_LOOP_START, counter);
    uint32_t top = (uint32_t)e->program->size;
    emit1(e, RE_OP_LOOP, counter);
    emit(e, node->min);
    emit(e, node->max);
    emit(e, node->mode);
    emit(e, 0);
    size_t exit = e->program->size - 1;
    emit_node(e, node->child, NULL);
    emit1(e, RE_OP_JUMP, top);
    land(e, exit);
}

static void emit_greedy(Emitter *e, const ReNode *node) {
    ReWidth width = re_width(node->child, e->widths);
    if (node->max == 0) return;
    if (node->min == 1 && node->max == 1)
        emit_node(e, node->child, NULL);
    else if (node->min == 0 && node->max == 1)
        emit_option(e, node);
    else if (node->min <= 1 && node->max == RE_UNLIMITED && width.low > 0)
        emit_simple_loop(e, node);
    else
        emit_counted_loop(e, node);
}

// As if in atomic groups, each round and the whole.
static void emit_possessive(Emitter *e, const ReNode *node) {
    ReNode round = {.kind = NODE_ATOMIC, .flags = node->flags, .child = node->child}, loop = *node;
    loop.mode = REPEAT_GREEDY;
    loop.child = &round;
    uint32_t height = new_registers(e, 1);
    emit1(e, RE_OP_ATOMIC, height);
    emit_greedy(e, &loop);
    emit1(e, RE_OP_ATOMIC_END, height);
}

static void emit_repeat(Emitter *e, const ReNode *node, const ReNode *follower) {
    if (is_one_character(e, node->child))
        emit_repeat_one(e, node, follower);
    else if (node->mode == REPEAT_POSSESSIVE)
        emit_possessive(e, node);
    else
        emit_greedy(e, node);
}

// ---------------------------------------------------------------------------------------------------------------
// Everything else

static void emit_list(Emitter *e, const ReNode *list, const ReNode *follower) {
    while (list && !e->failed) {
        if (list->kind == NODE_LITERAL) {
            list = emit_literals(e, list);
            continue;
        }
        emit_node(e, list, list->next ? list->next : follower);
        list = list->next;
    }
}

// Alternatives of one character each are a set.
static bool is_set_like(const ReNode *list) {
    uint32_t flags = list->flags;
    for (; list; list = list->next) {
        if (list->kind == NODE_LITERAL) continue;
        if (list->kind != NODE_SET || list->set->negated || list->flags != flags) return false;
    }
    return true;
}

static ReSet *merge_sets(const ReNode *list) {
    // What a set of the list holds is in lower case already where case is ignored, so adding it again changes nothing.
    ReSet *set = re_set_new(list->flags);
    bool done = set != NULL;
    for (; list && done; list = list->next) {
        if (list->kind == NODE_LITERAL) {
            done = re_set_add(set, list->value, list->value);
            continue;
        }
        set->classes |= list->set->classes;
        for (size_t i = 0; i < list->set->count && done; i++)
            done = re_set_add(set, list->set->ranges[i][0], list->set->ranges[i][1]);
    }
    return done && re_set_finish(set) ? set : NULL;
}

static void emit_branch(Emitter *e, const ReNode *list, const ReNode *follower) {
    if (is_set_like(list)) {
        ReSet *set = merge_sets(list);
        if (set)
            emit1(e, RE_OP_SET, set_index(e, set));
        else
            e->failed = true;
        return;
    }
    size_t ends = 0;            // the jumps to the end, each holding the place of the one before
    for (; list && !e->failed; list = list->next) {
        size_t other = list->next ? emit1(e, RE_OP_SPLIT, 0) : 0;
        if (list->kind == NODE_LITERAL) {
            ReNode literal = *list;
            literal.next = NULL;
            emit_literals(e, &literal);
        } else {
            emit_node(e, list, follower);
        }
        if (!other) break;
        ends = emit1(e, RE_OP_JUMP, (uint32_t)ends);
        land(e, other);
    }
    while (ends && !e->failed) {
        size_t before = e->program->code[ends];
        land(e, ends);
        ends = before;
    }
}

static void emit_look(Emitter *e, const ReNode *node) {
    uint32_t back = 0, state = new_registers(e, 2);
    if (node->behind) {
        ReWidth width = re_width(node->child, e->widths);
        if (width.low != width.high || width.low > UINT32_MAX / 2) {
            const char *message = width.low != width.high ? "look-behind requires fixed-width pattern"
                                                          : "looks too much behind";
            (void)re_error(str_from(message), 0, -1);
            e->failed = true;
            return;
        }
        back = (uint32_t)width.low;
    }
    emit1(e, node->negated ? RE_OP_LOOK_NOT : RE_OP_LOOK, state);
    emit(e, back);
    size_t after = node->negated ? (emit(e, 0), e->program->size - 1) : 0;
    emit_node(e, node->child, NULL);
    emit1(e, node->negated ? RE_OP_LOOK_NOT_END : RE_OP_LOOK_END, state);
    if (after) land(e, after);
}

static void emit_condition(Emitter *e, const ReNode *node) {
    emit1(e, RE_OP_CONDITION, node->value);
    emit(e, 0);
    size_t other = e->program->size - 1, end = 0;
    emit_node(e, node->child, NULL);
    if (node->other) end = emit1(e, RE_OP_JUMP, 0);
    land(e, other);
    if (!node->other) return;
    emit_node(e, node->other, NULL);
    land(e, end);
}

static void emit_group(Emitter *e, const ReNode *node, const ReNode *follower) {
    if (node->value) emit1(e, RE_OP_MARK, 2 * (node->value - 1));
    emit_node(e, node->child, follower);
    if (node->value) emit1(e, RE_OP_MARK, 2 * (node->value - 1) + 1);
}

static void emit_atomic(Emitter *e, const ReNode *node) {
    uint32_t height = new_registers(e, 1);
    emit1(e, RE_OP_ATOMIC, height);
    emit_node(e, node->child, NULL);
    emit1(e, RE_OP_ATOMIC_END, height);
}

// `follower`: the node that comes next in any case; NULL when that is not known.
static void emit_node(Emitter *e, const ReNode *node, const ReNode *follower) {
    if (e->failed) return;
    switch (node->kind) {
    case NODE_LITERAL: {
        ReNode literal = *node;
        literal.next = NULL;
        emit_literals(e, &literal);
        break;
    }
    case NODE_SET: emit1(e, RE_OP_SET, set_index(e, node->set)); break;
    case NODE_ANY: emit(e, node->flags & RE_DOTALL ? RE_OP_ANY_ALL : RE_OP_ANY); break;
    case NODE_AT:
        emit1(e, RE_OP_AT, node->value);
        emit(e, node->flags);
        break;
    case NODE_SEQUENCE: emit_list(e, node->child, follower); break;
    case NODE_BRANCH: emit_branch(e, node->child, follower); break;
    case NODE_GROUP: emit_group(e, node, follower); break;
    case NODE_ATOMIC: emit_atomic(e, node); break;
    case NODE_REPEAT: emit_repeat(e, node, follower); break;
    case NODE_LOOK: emit_look(e, node); break;
    case NODE_REFERENCE:
        emit1(e, RE_OP_REFERENCE, node->value);
        emit(e, node->flags);
        break;
    case NODE_CONDITION: emit_condition(e, node); break;
    case NODE_FAIL: emit(e, RE_OP_FAIL); break;
    }
}

ReProgram *re_compile(const ReParsed *parsed, bool is_text) {
    ReProgram *program = mem_alloc(sizeof *program);
    if (!program) return NULL;
    program->is_text = is_text;
    program->groups = parsed->groups;
    program->registers = 2 * (parsed->groups - 1) + 1;
    Emitter e = {.program = program, .widths = parsed->widths};
    emit_node(&e, parsed->root, NULL);
    emit(&e, RE_OP_SUCCESS);
    if (e.failed) return NULL;
    re_find_start(program, parsed->root);
    return program;
}
