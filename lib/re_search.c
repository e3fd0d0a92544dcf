// Searching: finding places where a match may begin, quickly, and trying there.
#include "lib/re.h"
#include "objects/bytesearch.h"

static inline const uint8_t *next_character(const ReMatcher *m, const uint8_t *at) {
    return at + (m->wide ? utf8_width((char)*at) : 1);
}

// Tries at `at`. Only a match that begins where the search begins can be forbidden to end there, being empty.
static int try_at(ReMatcher *m, const uint8_t *at) {
    if (at != m->start) m->forbidden = NULL;
    return re_match_here(m, at);
}

static int search_prefix(ReMatcher *m) {
    const ReProgram *p = m->program;
    for (const uint8_t *at = m->start; at <= m->end;) {
        ptrdiff_t found = bytes_find(at, (size_t)(m->end - at), p->prefix, p->prefix_size);
        if (found < 0) return 0;
        at += found;
        int matched = try_at(m, at);
        if (matched) return matched;
        at++;
    }
    return 0;
}

static int search_literal(ReMatcher *m) {
    const ReProgram *p = m->program;
    ptrdiff_t found = bytes_find(m->start, (size_t)(m->end - m->start), p->prefix, p->prefix_size);
    if (found < 0) return 0;
    m->match_start = m->start + found;
    m->match_end = m->match_start + p->prefix_size;
    m->registers[RE_LAST_GROUP(p)] = 0;
    return 1;
}

static int search_first(ReMatcher *m) {
    const uint32_t *first = m->program->first;
    for (const uint8_t *at = m->start; at < m->end; at = next_character(m, at)) {
        if (!(first[*at >> 5] >> (*at & 31) & 1)) continue;
        int matched = try_at(m, at);
        if (matched) return matched;
    }
    return 0;
}

static int search_all(ReMatcher *m) {
    for (const uint8_t *at = m->start;; at = next_character(m, at)) {
        int matched = try_at(m, at);
        if (matched || at >= m->end) return matched;
    }
}

int re_search(ReMatcher *m) {
    const ReProgram *p = m->program;
    if (m->start > m->end) return 0;
    if (p->anchored) return m->start == m->begin ? try_at(m, m->start) : 0;
    if (p->prefix_is_all && !m->full) return search_literal(m);
    if (p->prefix_size) return search_prefix(m);
    return p->has_first ? search_first(m) : search_all(m);
}

void re_go_on(ReMatcher *m) {
    m->forbidden = m->match_start == m->match_end ? m->match_end : NULL;
    m->start = m->match_end;
}
