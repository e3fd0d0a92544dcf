// Layout: where the items of a unit come to lie in its code, and the jumps that follow from that.
//
// Handlers of exceptions are moved behind everything else, so that the code around a try runs on without a
// jump. A jump to the next instruction goes away, a jump to a jump goes where that one goes.
#pragma once
#include "vm/compiler/emit.h"

typedef struct {
    uint32_t *order;                // items in their new order, count of them
    uint32_t *rank;                 // the other way round; one more entry for the end
    uint32_t *places;               // instruction index of each item; one more entry for the end
    uint32_t count, total;
    ColdPart *parts;                // those that are moved, in the order of the items
    uint32_t part_count;
    uint32_t handler_count;
    bool wide;                      // LOCAL_JUMPs are written as pairs, since their 16 bits may not suffice
} Layout;

bool layout_make(Layout *layout, const Unit *unit);     // false: out of memory
// Instructions, positions, handlers
void layout_write(const Layout *layout, const Unit *unit, Code *code);
void layout_free(Layout *layout);
