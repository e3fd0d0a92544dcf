// What can be said about where a match begins, so that a search need not try every place.
#include "lib/re.h"

static void add_all(uint32_t first[8]) { memset(first, 0xff, 8 * sizeof *first); }

// Adds the bytes that `node` can begin with. true: it can also match nothing.
static bool add_first(const ReProgram *program, const ReNode *node, uint32_t first[8]);

static bool add_list_first(const ReProgram *program, const ReNode *list, uint32_t first[8],
                           bool alternatives) {
    bool empty = !alternatives;
    for (; list; list = list->next) {
        bool may_be_empty = add_first(program, list, first);
        if (alternatives)
            empty |= may_be_empty;
        else if (!may_be_empty)
            return false;
    }
    return empty;
}

static void add_character(const ReProgram *program, uint32_t c, uint32_t first[8]) {
    char out[4];
    if (program->is_text) utf8_write(out, c);
    uint8_t byte = program->is_text ? (uint8_t)out[0] : (uint8_t)c;
    first[byte >> 5] |= 1u << (byte & 31);
}

static void add_set(const ReProgram *program, const ReSet *set, uint32_t first[8]) {
    for (int i = 0; i < (program->is_text ? 4 : 8); i++) first[i] |= set->bits[i];
    if (program->is_text && !re_set_only_near(set))
        for (int i = 6; i < 8; i++) first[i] = UINT32_MAX;      // bytes that begin a longer sequence
}

static bool add_first(const ReProgram *program, const ReNode *node, uint32_t first[8]) {
    switch (node->kind) {
    case NODE_LITERAL:
        add_character(program, node->value, first);
        return false;
    case NODE_SET:
        add_set(program, node->set, first);
        return false;
    case NODE_SEQUENCE: case NODE_BRANCH:
        return add_list_first(program, node->child, first, node->kind == NODE_BRANCH);
    case NODE_GROUP: case NODE_ATOMIC:
        return add_first(program, node->child, first);
    case NODE_REPEAT:
        return node->max == 0 || add_first(program, node->child, first) || node->min == 0;
    case NODE_AT: case NODE_LOOK:
        return true;
    case NODE_FAIL:
        return false;
    case NODE_CONDITION: {
        bool empty = add_first(program, node->child, first);
        return (node->other ? add_first(program, node->other, first) : true) || empty;
    }
    default:                    // any character, or what a group matched
        add_all(first);
        return node->kind == NODE_REFERENCE;
    }
}

// Counts the bytes of the literals that the list begins with. *all: there is nothing else.
static size_t prefix_size(const ReProgram *program, const ReNode *list, bool *all) {
    size_t size = 0;
    for (; list && list->kind == NODE_LITERAL; list = list->next)
        size += program->is_text ? utf8_size(list->value) : 1;
    *all = !list;
    return size;
}

static bool set_prefix(ReProgram *program, const ReNode *list) {
    bool all;
    size_t size = prefix_size(program, list, &all);
    if (!size || !(program->prefix = mem_alloc_atomic(size))) return false;
    program->prefix_size = size;
    program->prefix_is_all = all && program->groups == 1;
    char *out = (char *)program->prefix, *end = out + size;
    for (; out < end; list = list->next) {
        if (program->is_text)
            out = utf8_write(out, list->value);
        else
            *out++ = (char)list->value;
    }
    return true;
}

void re_find_start(ReProgram *program, const ReNode *root) {
    const ReNode *list = root;
    bool whole = true;          // `list` is all of the pattern
    for (; list && (list->kind == NODE_GROUP || list->kind == NODE_SEQUENCE); list = list->child)
        whole &= !list->next;
    if (!list) return;
    program->anchored = list->kind == NODE_AT && list->value == AT_START;
    if (list->kind == NODE_LITERAL && set_prefix(program, list)) {
        program->prefix_is_all &= whole;
        return;
    }
    program->has_first = !add_first(program, root, program->first);
}
