// Emit: the instructions of one code object under construction, with labels, positions, constants and
// handler ranges.
//
// The depth of the evaluation stack is followed instruction by instruction; a label takes over the depth
// of the first jump to it. Behind a JUMP, RETURN or RAISE nothing is reachable until a label is placed
// that something jumped to: what is emitted there is dropped. Next to the depth goes the set of locals
// that are certainly set (`bound`, slots below 256): only those may be read later than where the source
// names them, which fused forms do.
#pragma once
#include "vm/compiler/scope.h"

typedef struct { uint64_t words[4]; } BoundSet;

typedef struct {
    Instruction word;
    int label;                      // target of a jump, or -1
    Position position;
} Item;

typedef struct {
    int64_t index;                  // of an item, -1: not placed yet
    int depth;                      // -1: nobody has jumped to it yet
    BoundSet bound;
} Label;

// Instructions whose exceptions go to one label. A range can have holes, so it makes several rows of the
// handler table.
typedef struct Range {
    int target;                     // label
    int depth;
    int64_t start;                  // of the piece that is open, -1: none
    BoundSet bound;
} Range;

typedef struct {
    uint32_t start, end;
    int target, depth;
} RangeRow;

// Items that are moved behind everything else (layout.c). Nothing runs into them or out of them but by jumps.
typedef struct {
    uint32_t start, end;
} ColdPart;

typedef struct Block Block;

typedef struct Unit {
    struct Unit *outer;
    Scope *outer_scope;             // the compiler's, to be restored
    Scope *scope;                   // the root scope of this code
    Item *items;                    // malloc'd, as labels, rows and the table
    uint32_t count, capacity;
    Label *labels;
    uint32_t label_count, label_capacity;
    RangeRow *rows;
    uint32_t row_count, row_capacity;
    ColdPart *cold_parts;
    uint32_t cold_count, cold_capacity;
    uint32_t *constant_table;       // indices + 1 into constants, by hash
    uint32_t constant_table_size;
    Value constants, names, cache_names;    // heap lists; None in the last one: a call site
    Value name, qualified_name, doc;
    const Name **static_attributes; // of a class; malloc'd
    uint32_t static_attribute_count, static_attribute_capacity;
    Block *block;
    int depth, max_depth;
    uint32_t barrier;               // items before it must not be changed any more: a label stands there
    bool unreachable;
    BoundSet bound, untracked;      // untracked: never in bound, since they can be unset again
    uint32_t flags;
    uint32_t positional_count, positional_only_count, keyword_only_count;
    int first_line;
    int conditional_count;          // annotations met in conditional blocks
    bool interactive;
} Unit;

// NONE, NUMBER, CONST, LOCAL, NAME, OPERATOR ...
void emit(Compiler *c, Opcode op, int32_t d, Span span);
void emit_ae(Compiler *c, Opcode op, uint32_t a, uint32_t e, Span span);
void emit_abc(Compiler *c, Opcode op, uint32_t a, uint32_t b, uint32_t result, Span span);
void emit_jump(Compiler *c, Opcode op, int label, Span span);
void emit_local_jump(Compiler *c, Opcode op, uint32_t local, int label, Span span);
void emit_compare_jump(Compiler *c, Opcode op, uint32_t a, uint32_t b, bool truth, int label, Span span);
// FOR; the body begins with the item on the stack
void emit_for(Compiler *c, int body, Span span);
void emit_constant(Compiler *c, Value value, Span span);
void emit_load_local(Compiler *c, uint32_t slot, Span span);                // may join the load before it
// May become the destination of the operation before it
void emit_store_local(Compiler *c, uint32_t slot, Span span);
void emit_cached(Compiler *c, Opcode op, const Name *name, Span span);      // CACHE
void emit_named(Compiler *c, Opcode op, const Name *name, Span span);       // NAME
void emit_call(Compiler *c, Opcode op, uint32_t count, Span span);          // COUNT_CACHE
// The last instruction is an augmented assignment
void emit_mark_inplace(Compiler *c);

uint32_t emit_constant_index(Compiler *c, Value value);
uint32_t emit_cache_index(Compiler *c, const Name *name);                   // NULL: of a call
bool emit_caches_full(Compiler *c);                                         // no 16-bit index left

int label_new(Compiler *c);
void label_place(Compiler *c, int label);
// JUMP test; and a label here, to be jumped to from the test
int label_loop_body(Compiler *c, int test, Span span);

uint32_t cold_begin(Compiler *c);                       // where flow has ended
void cold_end(Compiler *c, uint32_t start);             // again

bool emit_is_bound(Compiler *c, uint32_t slot);
void emit_set_bound(Compiler *c, uint32_t slot);

// From here on, at the current depth
void range_open(Compiler *c, Range *range, int target);
void range_suspend(Compiler *c, Range *range);                              // a hole, or the end
void range_resume(Compiler *c, Range *range);                               // nothing when it is open
// Places the label: depth, and the exception on it
void range_place_target(Compiler *c, Range *range);

void unit_add_static_attribute(Compiler *c, Unit *unit, const Name *name);
void unit_free(Unit *unit);
