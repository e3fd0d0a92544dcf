// Emit: appends instructions to the unit under construction, following stack depth, reachability and set
// locals.
#include "objects/list.h"
#include "vm/compiler/compile.h"
#include <stdlib.h>

// -------------------------------------------------------------------------------------------- growing arrays

static bool grow(Compiler *c, void **items, uint32_t *capacity, size_t item_size) {
    uint32_t wanted = *capacity ? *capacity * 2 : 32;
    void *bigger = realloc(*items, wanted * item_size);
    if (!bigger) {
        diagnostic_report(c->diagnostic, DIAG_MEMORY_ERROR, (Span){0}, "out of memory");
        c->failed = true;
        return false;
    }
    *items = bigger;
    *capacity = wanted;
    return true;
}

void unit_free(Unit *unit) {
    free(unit->items);
    free(unit->labels);
    free(unit->rows);
    free(unit->cold_parts);
    free(unit->constant_table);
    free(unit->static_attributes);
}

void unit_add_static_attribute(Compiler *c, Unit *unit, const Name *name) {
    for (uint32_t i = 0; i < unit->static_attribute_count; i++)
        if (unit->static_attributes[i] == name) return;
    if (unit->static_attribute_count == unit->static_attribute_capacity &&
        !grow(c, (void **)&unit->static_attributes, &unit->static_attribute_capacity, sizeof(Name *)))
        return;
    unit->static_attributes[unit->static_attribute_count++] = name;
}

// ------------------------------------------------------------------------------------------------ set locals

static bool bound_has(const BoundSet *set, uint32_t slot) {
    return slot < 256 && set->words[slot / 64] >> (slot % 64) & 1;
}
static void bound_add(BoundSet *set, uint32_t slot) {
    if (slot < 256) set->words[slot / 64] |= 1ull << (slot % 64);
}
static void bound_remove(BoundSet *set, uint32_t slot) {
    if (slot < 256) set->words[slot / 64] &= ~(1ull << (slot % 64));
}
static void bound_intersect(BoundSet *set, const BoundSet *other) {
    for (int i = 0; i < 4; i++) set->words[i] &= other->words[i];
}

bool emit_is_bound(Compiler *c, uint32_t slot) { return bound_has(&c->unit->bound, slot); }
void emit_set_bound(Compiler *c, uint32_t slot) {
    if (!bound_has(&c->unit->untracked, slot)) bound_add(&c->unit->bound, slot);
}

// Who gets past an instruction has proved the locals it reads.
static void note_bound(Compiler *c, Instruction word) {
    uint32_t a = instruction_a(word), b = instruction_b(word);
    switch (opcode_operands[instruction_opcode(word)]) {
    case OPERANDS_LOCAL:
        switch (instruction_opcode(word)) {
        case OP_LOAD_LOCAL:
        case OP_STORE_LOCAL: emit_set_bound(c, instruction_d(word)); break;
        case OP_CLEAR_LOCAL:
        case OP_DELETE_LOCAL: bound_remove(&c->unit->bound, instruction_d(word)); break;
        default: break;
        }
        break;
    case OPERANDS_LL:
    case OPERANDS_LL_OPERATOR:
    case OPERANDS_LL_JUMP: emit_set_bound(c, a), emit_set_bound(c, b); break;
    case OPERANDS_SL:
    case OPERANDS_SL_JUMP: emit_set_bound(c, b); break;
    case OPERANDS_LK:
    case OPERANDS_LK_OPERATOR:
    case OPERANDS_LK_JUMP:
    case OPERANDS_LS:
    case OPERANDS_LOCAL_CACHE: emit_set_bound(c, a); break;
    default: break;
    }
}

// ------------------------------------------------------------------------------------------ names and caches

static uint32_t list_index(Compiler *c, Value list, Value value) {
    List *l = list_of(list);
    for (size_t i = 0; i < l->count; i++)
        if (l->items[i] == value) return (uint32_t)i;
    if (!list_append(list, value)) compile_fail(c);
    return (uint32_t)l->count - 1;
}

static uint32_t emit_name_index(Compiler *c, const Name *name) {
    return list_index(c, c->unit->names, compile_name_value(c, name));
}

uint32_t emit_cache_index(Compiler *c, const Name *name) {
    List *caches = list_of(c->unit->cache_names);
    Value value = name ? compile_name_value(c, name) : NONE;
    if (name) (void)list_index(c, c->unit->names, value);
    if (!list_append(c->unit->cache_names, value)) compile_fail(c);
    return (uint32_t)caches->count - 1;
}

bool emit_caches_full(Compiler *c) { return list_of(c->unit->cache_names)->count > 0xff00; }

// ---------------------------------------------------------------------------------------------- instructions

static Position position_of(Span span) {
    Position position = {.line = span.line};
    int more = span.end_line - span.line;
    position.more_lines = (uint16_t)(more < 0 ? 0 : more > 0x7fff ? 0x7fff : more);
    position.column = (uint16_t)(span.column < COLUMN_UNKNOWN ? span.column : COLUMN_UNKNOWN);
    position.end_column = (uint16_t)(span.end_column < COLUMN_UNKNOWN ? span.end_column : COLUMN_UNKNOWN);
    if (!span.line) position.column = position.end_column = COLUMN_UNKNOWN;
    return position;
}

static bool ends_flow(Opcode op) {
    switch (op) {
    case OP_JUMP:
    case OP_RETURN:
    case OP_RETURN_NONE:
    case OP_RAISE:
    case OP_RERAISE:
    case OP_STOP_ITERATION_ERROR: return true;
    default: return false;
    }
}

static void adjust_depth(Unit *unit, int pops, int pushes) {
    unit->depth += pushes - pops;
    if (unit->depth > unit->max_depth) unit->max_depth = unit->depth;
}

static bool append(Compiler *c, Instruction word, int label, Position position) {
    Unit *unit = c->unit;
    if (unit->count == unit->capacity && !grow(c, (void **)&unit->items, &unit->capacity, sizeof(Item)))
        return false;
    unit->items[unit->count++] = (Item){word, label, position};
    return true;
}

// What all emitting comes down to. The depth is followed in unreachable code too, so that it is right behind
// it.
static void put(Compiler *c, Instruction word, int label, Span span) {
    if (c->failed) return;
    Unit *unit = c->unit;
    adjust_depth(unit, instruction_pops(word), instruction_pushes(word));
    if (unit->unreachable || !append(c, word, label, position_of(span))) return;
    note_bound(c, word);
    if (ends_flow(instruction_opcode(word))) unit->unreachable = true;
}

void emit(Compiler *c, Opcode op, int32_t d, Span span) { put(c, instruction_make_d(op, d), -1, span); }

void emit_ae(Compiler *c, Opcode op, uint32_t a, uint32_t e, Span span) {
    put(c, instruction_ae(op, a, (int32_t)e), -1, span);
}

void emit_abc(Compiler *c, Opcode op, uint32_t a, uint32_t b, uint32_t result, Span span) {
    put(c, instruction_abc(op, a, b, result), -1, span);
}

// The last instruction, if it may still be changed: it is reached, and nothing jumps to what follows it.
static Item *last_item(Compiler *c) {
    Unit *unit = c->unit;
    if (c->failed || unit->unreachable || unit->count <= unit->barrier) return NULL;
    return &unit->items[unit->count - 1];
}

void emit_mark_inplace(Compiler *c) {
    Item *last = last_item(c);
    if (last) last->position.inplace = 1;
}

void emit_load_local(Compiler *c, uint32_t slot, Span span) {
    Item *last = last_item(c);
    if (last && instruction_opcode(last->word) == OP_LOAD_LOCAL && slot < 256 && emit_is_bound(c, slot)) {
        uint32_t first = instruction_d(last->word);
        if (first < 256) {
            last->word = instruction_abc(OP_LOAD_LOCAL_PAIR, first, slot, 0);
            adjust_depth(c->unit, 0, 1);
            return;
        }
    }
    emit(c, OP_LOAD_LOCAL, (int32_t)slot, span);
}

static bool has_destination(Opcode op) {
    return (op >= OP_LOAD_ITEM_SS && op <= OP_LOAD_ITEM_LS) || (op >= OP_ADD_SS && op <= OP_OR_LS);
}

// Makes the last instruction store into the local what it would push. False: it cannot.
static bool store_with_last(Compiler *c, uint32_t slot) {
    Item *last = last_item(c);
    if (!last || slot > 254) return false;
    Instruction word = last->word;
    Opcode op = instruction_opcode(word);
    if (has_destination(op) && instruction_c(word) == 0) {
        last->word = instruction_abc(op, instruction_a(word), instruction_b(word), slot + 1);
    } else if (op == OP_LOAD_LOCAL && instruction_d(word) < 256) {
        last->word = instruction_abc(OP_MOVE_LOCAL, instruction_d(word), slot, 0);
    } else if (op == OP_LOAD_CONST && instruction_d(word) < 256) {
        last->word = instruction_abc(OP_SET_LOCAL_CONST, slot, instruction_d(word), 0);
    } else if (op == OP_LOAD_NONE) {
        uint32_t none = emit_constant_index(c, NONE);
        if (none > 255) return false;
        last->word = instruction_abc(OP_SET_LOCAL_CONST, slot, none, 0);
    } else {
        return false;
    }
    adjust_depth(c->unit, 1, 0);
    emit_set_bound(c, slot);
    return true;
}

void emit_store_local(Compiler *c, uint32_t slot, Span span) {
    if (!store_with_last(c, slot)) emit(c, OP_STORE_LOCAL, (int32_t)slot, span);
}

void emit_constant(Compiler *c, Value value, Span span) {
    if (c->failed) return;
    if (value == NONE) emit(c, OP_LOAD_NONE, 0, span);
    else emit(c, OP_LOAD_CONST, (int32_t)emit_constant_index(c, value), span);
}

void emit_cached(Compiler *c, Opcode op, const Name *name, Span span) {
    if (!c->failed) emit(c, op, (int32_t)emit_cache_index(c, name), span);
}

void emit_named(Compiler *c, Opcode op, const Name *name, Span span) {
    if (!c->failed) emit(c, op, (int32_t)emit_name_index(c, name), span);
}

void emit_call(Compiler *c, Opcode op, uint32_t count, Span span) {
    if (!c->failed) emit_ae(c, op, count, emit_cache_index(c, NULL), span);
}

// ------------------------------------------------------------------------------------------ labels and jumps

int label_new(Compiler *c) {
    Unit *unit = c->unit;
    if (c->failed) return 0;
    if (unit->label_count == unit->label_capacity &&
        !grow(c, (void **)&unit->labels, &unit->label_capacity, sizeof(Label)))
        return 0;
    unit->labels[unit->label_count] = (Label){.index = -1, .depth = -1};
    return (int)unit->label_count++;
}

static void note_jump(Compiler *c, int label, int depth) {
    Unit *unit = c->unit;
    Label *l = &unit->labels[label];
    if (l->index >= 0) return;      // a backward jump: the label's state was fixed when it was placed
    if (l->depth < 0) l->bound = unit->bound;
    else bound_intersect(&l->bound, &unit->bound);
    l->depth = depth;
}

void label_place(Compiler *c, int label) {
    if (c->failed) return;
    Unit *unit = c->unit;
    Label *l = &unit->labels[label];
    l->index = unit->count;
    unit->barrier = unit->count;
    if (l->depth < 0) {             // only reached from above, or by jumps still to come
        l->depth = unit->depth;
        return;
    }
    if (unit->unreachable) unit->bound = l->bound;
    else bound_intersect(&unit->bound, &l->bound);
    unit->unreachable = false;
    unit->depth = l->depth;
}

int label_loop_body(Compiler *c, int test, Span span) {
    bool was_unreachable = c->unit->unreachable;
    emit_jump(c, OP_JUMP, test, span);
    c->unit->unreachable = was_unreachable;
    int body = label_new(c);
    label_place(c, body);
    return body;
}

// Values on the stack at the target, compared with behind the jump when it is not taken.
static int extra_when_taken(Opcode op) {
    switch (op) {
    case OP_JUMP_IF_TRUE_OR_POP:
    case OP_JUMP_IF_FALSE_OR_POP: return 1;
    case OP_SEND: return -1;
    default: return 0;
    }
}

static void jump(Compiler *c, Instruction word, int label, Span span) {
    if (c->failed) return;
    bool was_reachable = !c->unit->unreachable;
    put(c, word, label, span);
    if (was_reachable && !c->failed)
        note_jump(c, label, c->unit->depth + extra_when_taken(instruction_opcode(word)));
}

void emit_jump(Compiler *c, Opcode op, int label, Span span) {
    jump(c, instruction_make_d(op, 0), label, span);
}

void emit_local_jump(Compiler *c, Opcode op, uint32_t local, int label, Span span) {
    jump(c, instruction_ae(op, local, 0), label, span);
    if (op == OP_FOR_LOCAL) adjust_depth(c->unit, 1, 0);        // falls through without the iterator
    else emit_set_bound(c, local);
}

void emit_for(Compiler *c, int body, Span span) {
    jump(c, instruction_make_d(OP_FOR, 0), body, span);
    adjust_depth(c->unit, 2, 0);    // falls through without item and iterator
}

void emit_compare_jump(Compiler *c, Opcode op, uint32_t a, uint32_t b, bool truth, int label, Span span) {
    put(c, instruction_abc(op, a, b, truth), -1, span);
    bool unreachable = c->unit->unreachable;
    emit_jump(c, OP_JUMP, label, span);
    c->unit->unreachable = unreachable;
}

// ------------------------------------------------------------------------------------------ exception ranges

void range_open(Compiler *c, Range *range, int target) {
    *range =
        (Range){.target = target, .depth = c->unit->depth, .start = c->unit->count, .bound = c->unit->bound};
    c->unit->barrier = c->unit->count;
}

void range_suspend(Compiler *c, Range *range) {
    Unit *unit = c->unit;
    if (c->failed || range->start < 0) return;
    uint32_t start = (uint32_t)range->start;
    range->start = -1;
    unit->barrier = unit->count;
    if (start == unit->count) return;
    if (unit->row_count == unit->row_capacity &&
        !grow(c, (void **)&unit->rows, &unit->row_capacity, sizeof(RangeRow)))
        return;
    unit->rows[unit->row_count++] = (RangeRow){start, unit->count, range->target, range->depth};
    Label *label = &unit->labels[range->target];
    label->depth = range->depth + 1;
    label->bound = range->bound;
}

void range_resume(Compiler *c, Range *range) {
    if (range->start >= 0) return;
    range->start = c->unit->count;
    c->unit->barrier = c->unit->count;
}

void range_place_target(Compiler *c, Range *range) {
    Unit *unit = c->unit;
    if (c->failed) return;
    unit->depth = range->depth;
    unit->unreachable = true;
    label_place(c, range->target);
    unit->depth = range->depth + 1;     // also when nothing in the range can raise
    if (unit->depth > unit->max_depth) unit->max_depth = unit->depth;
}

uint32_t cold_begin(Compiler *c) { return c->unit->count; }

void cold_end(Compiler *c, uint32_t start) {
    Unit *unit = c->unit;
    if (c->failed || start == unit->count) return;
    if (unit->cold_count == unit->cold_capacity &&
        !grow(c, (void **)&unit->cold_parts, &unit->cold_capacity, sizeof(ColdPart)))
        return;
    unit->cold_parts[unit->cold_count++] = (ColdPart){start, unit->count};
    unit->barrier = unit->count;
}
