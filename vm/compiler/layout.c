// Layout: orders the items of a unit, resolves jumps, writes instructions and handler rows.
#include "vm/compiler/layout.h"
#include <stdlib.h>

#define SHORT_UNIT 16000            // so many items surely lie within the reach of 16 bits, pairs or not

// ---------------------------------------------------------------------------------------------------- order

// Parts are recorded when they end, so those inside of another come just before it. Only the outermost ones
// are moved.
static void find_outermost(Layout *layout, const Unit *unit) {
    for (uint32_t i = 0; i < unit->cold_count; i++) {
        ColdPart part = unit->cold_parts[i];
        while (layout->part_count && layout->parts[layout->part_count - 1].start >= part.start)
            layout->part_count--;
        layout->parts[layout->part_count++] = part;
    }
}

static void append_items(Layout *layout, uint32_t start, uint32_t end) {
    for (uint32_t i = start; i < end; i++) {
        layout->rank[i] = layout->count;
        layout->order[layout->count++] = i;
    }
}

static void order_items(Layout *layout, const Unit *unit) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < layout->part_count; i++) {
        append_items(layout, at, layout->parts[i].start);
        at = layout->parts[i].end;
    }
    append_items(layout, at, unit->count);
    for (uint32_t i = 0; i < layout->part_count; i++)
        append_items(layout, layout->parts[i].start, layout->parts[i].end);
    layout->rank[unit->count] = unit->count;
}

// ---------------------------------------------------------------------------------------------------- places

static bool is_second_word(const Unit *unit, uint32_t item) {
    return item > 0 && opcode_operands[instruction_opcode(unit->items[item - 1].word)] >= OPERANDS_SS_JUMP;
}

// The item where a jump to `label` ends up. Backward jumps are not skipped: they look for interrupts.
static uint32_t target_item(const Layout *layout, const Unit *unit, int label) {
    uint32_t item = (uint32_t)unit->labels[label].index;
    while (item < unit->count && instruction_opcode(unit->items[item].word) == OP_JUMP &&
           !is_second_word(unit, item)) {
        uint32_t next = (uint32_t)unit->labels[unit->items[item].label].index;
        if (layout->rank[next] <= layout->rank[item]) break;
        item = next;
    }
    return item;
}

static bool is_idle_jump(const Layout *layout, const Unit *unit, uint32_t item) {
    if (instruction_opcode(unit->items[item].word) != OP_JUMP || is_second_word(unit, item)) return false;
    return layout->rank[target_item(layout, unit, unit->items[item].label)] == layout->rank[item] + 1;
}

static uint32_t item_size(const Layout *layout, const Unit *unit, uint32_t item) {
    Opcode op = instruction_opcode(unit->items[item].word);
    if (is_idle_jump(layout, unit, item)) return 0;
    if (!layout->wide || opcode_operands[op] != OPERANDS_LOCAL_JUMP) return 1;
    return op == OP_FOR_LOCAL ? 4 : 2;
}

static void place_items(Layout *layout, const Unit *unit) {
    uint32_t at = 0;
    for (uint32_t i = 0; i < layout->count; i++) {
        layout->places[layout->order[i]] = at;
        at += item_size(layout, unit, layout->order[i]);
    }
    layout->places[unit->count] = layout->total = at;
}

// -------------------------------------------------------------------------------------------------- handlers

typedef struct {
    const Layout *layout;
    Handler row;                    // target and depth of all pieces
    Handler *out;                   // or NULL: only counts
    uint32_t count;
} Pieces;

// Items from `first` to the one before `end`, between which there is nothing but what has been moved
// elsewhere.
static void add_piece(Pieces *pieces, uint32_t first, uint32_t end) {
    const Layout *layout = pieces->layout;
    if (first >= end) return;
    uint32_t next = layout->rank[end - 1] + 1;
    Handler piece = pieces->row;
    piece.start = layout->places[first];
    piece.end = next < layout->count ? layout->places[layout->order[next]] : layout->total;
    if (piece.start >= piece.end) return;       // idle jumps
    if (pieces->out) pieces->out[pieces->count] = piece;
    pieces->count++;
}

static uint32_t first_part_behind(const Layout *layout, uint32_t item) {
    uint32_t low = 0, high = layout->part_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (layout->parts[middle].end <= item) low = middle + 1;
        else high = middle;
    }
    return low;
}

// A row whose range has moved parts inside becomes one row for what lies around them and one for each of
// them.
static uint32_t split_row(const Layout *layout, const Unit *unit, const RangeRow *row, Handler *out) {
    Pieces pieces = {.layout = layout, .out = out};
    pieces.row.target = layout->places[unit->labels[row->target].index];
    pieces.row.depth = (uint32_t)row->depth;
    uint32_t at = row->start, first = row->end, last = row->start;      // first and last of what stays
    for (uint32_t i = first_part_behind(layout, at);
         i < layout->part_count && layout->parts[i].start < row->end; i++) {
        const ColdPart *part = &layout->parts[i];
        if (at < part->start) {
            if (first == row->end) first = at;
            last = part->start;
        }
        uint32_t end = part->end < row->end ? part->end : row->end;
        add_piece(&pieces, at > part->start ? at : part->start, end);
        at = end;
    }
    if (at < row->end) {
        if (first == row->end) first = at;
        last = row->end;
    }
    add_piece(&pieces, first, last);
    return pieces.count;
}

// --------------------------------------------------------------------------------------------------- writing

typedef struct {
    Code *code;
    uint32_t at;
} Writer;

static void write_word(Writer *writer, Instruction word, Position position) {
    writer->code->instructions[writer->at] = word;
    writer->code->positions[writer->at++] = position;
}

static Instruction jump_word(const Writer *writer, Opcode op, uint32_t target) {
    return instruction_make_d(op, (int32_t)target - (int32_t)(writer->at + 1));
}

static void write_wide(Writer *writer, const Item *item, uint32_t target) {
    uint32_t local = instruction_a(item->word);
    Opcode op = instruction_opcode(item->word);
    if (op == OP_FOR_LOCAL) {
        uint32_t start = writer->at;
        write_word(writer, jump_word(writer, OP_FOR, start + 2), item->position);
        write_word(writer, jump_word(writer, OP_JUMP, start + 4), item->position);
        write_word(writer, instruction_make_d(OP_STORE_LOCAL, (int32_t)local), item->position);
        write_word(writer, jump_word(writer, OP_JUMP, target), item->position);
    } else {
        write_word(writer, instruction_make_d(OP_LOAD_LOCAL, (int32_t)local), item->position);
        op = op == OP_JUMP_IF_TRUE_LOCAL ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE;
        write_word(writer, jump_word(writer, op, target), item->position);
    }
}

static void write_jump(const Layout *layout, const Unit *unit, Writer *writer, const Item *item) {
    uint32_t target = layout->places[target_item(layout, unit, item->label)];
    Opcode op = instruction_opcode(item->word);
    if (opcode_operands[op] != OPERANDS_LOCAL_JUMP) {
        write_word(writer, jump_word(writer, op, target), item->position);
    } else if (layout->wide) {
        write_wide(writer, item, target);
    } else {
        int32_t offset = (int32_t)target - (int32_t)(writer->at + 1);
        write_word(writer, instruction_ae(op, instruction_a(item->word), offset), item->position);
    }
}

void layout_write(const Layout *layout, const Unit *unit, Code *code) {
    Writer writer = {code, 0};
    for (uint32_t i = 0; i < layout->count; i++) {
        const Item *item = &unit->items[layout->order[i]];
        if (is_idle_jump(layout, unit, layout->order[i])) continue;
        if (item->label >= 0) write_jump(layout, unit, &writer, item);
        else write_word(&writer, item->word, item->position);
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < unit->row_count; i++)
        count += split_row(layout, unit, &unit->rows[i], &code->handlers[count]);
}

bool layout_make(Layout *layout, const Unit *unit) {
    layout->order = malloc((unit->count + 1) * sizeof(uint32_t));
    layout->rank = malloc((unit->count + 1) * sizeof(uint32_t));
    layout->places = malloc((unit->count + 1) * sizeof(uint32_t));
    layout->parts = malloc((unit->cold_count + 1) * sizeof(ColdPart));
    if (!layout->order || !layout->rank || !layout->places || !layout->parts) return false;
    layout->wide = unit->count > SHORT_UNIT;
    find_outermost(layout, unit);
    order_items(layout, unit);
    place_items(layout, unit);
    for (uint32_t i = 0; i < unit->row_count; i++)
        layout->handler_count += split_row(layout, unit, &unit->rows[i], NULL);
    return true;
}

void layout_free(Layout *layout) {
    free(layout->order);
    free(layout->rank);
    free(layout->places);
    free(layout->parts);
}
