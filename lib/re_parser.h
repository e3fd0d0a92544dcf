// What re_parse.c and re_parse_group.c share.
#pragma once
#include "lib/re.h"

typedef struct {
    ReNode *first, *last;
    ReNode **end;               // the link that holds the last node; while empty, where the first goes
} ReList;
// Up to `|`, `)` or the end. `first`: global flags may still be set.
bool re_parse_sequence(ReParser *parser, uint32_t flags, bool first, ReList *list) must_use;
ReNode *re_parse_alternatives(ReParser *parser, uint32_t flags, bool top) must_use;
// Behind `(` at `from`. *node is left NULL for what stands for nothing (comments, global flags).
bool re_parse_group(ReParser *parser, size_t from, uint32_t *flags, bool first, ReNode **node) must_use;
bool re_parse_check_reference(ReParser *parser, uint32_t group,
                              size_t at) must_use;                      // it is closed, and may be named here
bool re_parse_check_behind(ReParser *parser, uint32_t group) must_use;  // inside of look-behinds only
uint32_t re_parse_global_flags(const ReParser *parser);
