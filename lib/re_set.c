// Sets of characters, and case as regular expressions see it.
//
// Where case is ignored, a set holds the lower case forms of its characters (and what counts as equal to them), and a
// character is looked up by its own lower case form.
#include "lib/re.h"
#include "objects/unicode.h"
#include <stdlib.h>

// Lower case letters that count as the same letter because they share an upper case one.
static const uint16_t same_letter[][3] = {
    {0x69, 0x131},   {0x73, 0x17f},    {0xb5, 0x3bc},    {0x345, 0x3b9, 0x1fbe},  {0x390, 0x1fd3},
    {0x3b0, 0x1fe3}, {0x3b2, 0x3d0},   {0x3b5, 0x3f5},   {0x3b8, 0x3d1},          {0x3ba, 0x3f0},
    {0x3c0, 0x3d6},  {0x3c1, 0x3f1},   {0x3c2, 0x3c3},   {0x3c6, 0x3d5},          {0x432, 0x1c80},
    {0x434, 0x1c81}, {0x43e, 0x1c82},  {0x441, 0x1c83},  {0x442, 0x1c84, 0x1c85}, {0x44a, 0x1c86},
    {0x463, 0x1c87}, {0x1c88, 0xa64b}, {0x1e61, 0x1e9b}, {0xfb05, 0xfb06},
};
#define LAST_CASED 0x1e943              // there is no case beyond

uint32_t re_lower(uint32_t flags, uint32_t c) {
    if (c < 128 || !(flags & RE_UNICODE)) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    uint32_t out[UNICODE_CASE_MAX];
    unicode_map(c, UNICODE_LOWERCASE, out);
    return out[0];
}

bool re_is_cased(uint32_t flags, uint32_t c) {
    if (c < 128 || !(flags & RE_UNICODE)) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    uint32_t lower[UNICODE_CASE_MAX], upper[UNICODE_CASE_MAX];
    unicode_map(c, UNICODE_LOWERCASE, lower);
    unicode_map(c, UNICODE_UPPERCASE, upper);
    return lower[0] != c || upper[0] != c;
}

bool re_is_word(uint32_t flags, uint32_t c) {
    if (c < 128)
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return (flags & RE_UNICODE) &&
           (unicode_is_alpha(c) || unicode_is_decimal(c) || unicode_is_digit(c) || unicode_is_numeric(c));
}

static bool is_digit(uint32_t flags, uint32_t c) {
    return c < 128 || !(flags & RE_UNICODE) ? c >= '0' && c <= '9' : unicode_is_decimal(c);
}

static bool is_space(uint32_t flags, uint32_t c) {
    return flags & RE_UNICODE ? unicode_is_space(c) : c == ' ' || (c >= '\t' && c <= '\r');
}

static bool in_classes(const ReSet *set, uint32_t c) {
    uint32_t classes = set->classes, flags = set->flags;
    if (classes & (CLASS_DIGIT | CLASS_NOT_DIGIT) &&
        classes & (is_digit(flags, c) ? CLASS_DIGIT : CLASS_NOT_DIGIT))
        return true;
    if (classes & (CLASS_SPACE | CLASS_NOT_SPACE) &&
        classes & (is_space(flags, c) ? CLASS_SPACE : CLASS_NOT_SPACE))
        return true;
    return classes & (CLASS_WORD | CLASS_NOT_WORD) &&
           classes & (re_is_word(flags, c) ? CLASS_WORD : CLASS_NOT_WORD);
}

// ---------------------------------------------------------------------------------------------------------------

ReSet *re_set_new(uint32_t flags) {
    ReSet *set = mem_alloc(sizeof *set);
    if (set) set->flags = flags;
    return set;
}

static bool add_range(ReSet *set, uint32_t first, uint32_t last) {
    if (set->count && set->ranges[set->count - 1][1] + 1 == first) {
        set->ranges[set->count - 1][1] = last;
        return true;
    }
    if (set->count == set->room) {
        size_t room = set->room ? set->room * 2 : 4;
        uint32_t(*ranges)[2] =
            mem_realloc_atomic(set->ranges, set->room * sizeof *ranges, room * sizeof *ranges);
        if (!ranges) return false;
        set->ranges = ranges;
        set->room = room;
    }
    set->ranges[set->count][0] = first;
    set->ranges[set->count++][1] = last;
    return true;
}

static bool add_same_letters(ReSet *set, uint32_t lower) {
    for (size_t i = 0; i < sizeof same_letter / sizeof *same_letter; i++) {
        const uint16_t *row = same_letter[i];
        if (lower != row[0] && lower != row[1] && (lower != row[2] || !row[2])) continue;
        for (size_t k = 0; k < 3 && row[k]; k++)
            if (row[k] != lower && !add_range(set, row[k], row[k])) return false;
        return true;
    }
    return true;
}

bool re_set_add(ReSet *set, uint32_t first, uint32_t last) {
    if (!(set->flags & RE_IGNORECASE)) return add_range(set, first, last);
    uint32_t end = set->flags & RE_UNICODE ? LAST_CASED : 127;
    for (; first <= last && first <= end; first++) {
        uint32_t lower = re_lower(set->flags, first);
        if (!add_range(set, lower, lower)) return false;
        if (set->flags & RE_UNICODE && !add_same_letters(set, lower)) return false;
    }
    return first > last || add_range(set, first, last);
}

static int compare_ranges(const void *a, const void *b) {
    uint32_t x = **(const uint32_t(*)[2])a, y = **(const uint32_t(*)[2])b;
    return x < y ? -1 : x > y;
}

static void merge_ranges(ReSet *set) {
    if (set->count < 2) return;
    qsort(set->ranges, set->count, sizeof *set->ranges, compare_ranges);
    size_t last = 0;
    for (size_t i = 1; i < set->count; i++) {
        if (set->ranges[i][0] <= set->ranges[last][1] + 1) {
            if (set->ranges[i][1] > set->ranges[last][1]) set->ranges[last][1] = set->ranges[i][1];
        } else {
            last++;
            set->ranges[last][0] = set->ranges[i][0];
            set->ranges[last][1] = set->ranges[i][1];
        }
    }
    set->count = last + 1;
}

bool re_set_has_far(const ReSet *set, uint32_t c) {
    if (set->flags & RE_IGNORECASE) c = re_lower(set->flags, c);
    size_t low = 0, high = set->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (set->ranges[middle][1] < c)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = (low < set->count && set->ranges[low][0] <= c) || (set->classes && in_classes(set, c));
    return found != set->negated;
}

bool re_set_finish(ReSet *set) {
    merge_ranges(set);
    for (uint32_t c = 0; c < 256; c++)
        if (re_set_has_far(set, c)) set->bits[c >> 5] |= 1u << (c & 31);
    return true;
}

bool re_set_only_near(const ReSet *set) {
    if (set->negated || set->bits[4] | set->bits[5] | set->bits[6] | set->bits[7]) return false;
    if (set->classes && (set->flags & RE_UNICODE || set->classes & ~7u)) return false;
    if (set->flags & RE_IGNORECASE && set->flags & RE_UNICODE) return false;
    return !set->count || set->ranges[set->count - 1][1] < 128;
}
