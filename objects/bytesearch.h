// Searching runs of bytes: one byte by memchr, longer needles by comparing two of their bytes at 16 positions at
// once. All are linear: a text that yields too many false candidates is handed to an algorithm with a guarantee.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Offset of the first or last occurrence, -1 when there is none. An empty needle is found at 0 or n.
ptrdiff_t bytes_find(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m);
ptrdiff_t bytes_rfind(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m);
// Occurrences that do not overlap, counted from the left, at most `most`; n + 1 for an empty needle.
size_t bytes_count(const uint8_t *hay, size_t n, const uint8_t *needle, size_t m, size_t most);
// All occurrences from the left, without overlaps:
//     Matches matches;  matches_begin(&matches, hay, n, needle, m);  while ((at = matches_next(&matches)) >= 0) ...
// The needle is not empty. Cheaper than a search for each where occurrences are close together.
typedef uint8_t ByteLanes __attribute__((vector_size(16)));
typedef struct {
    const uint8_t *hay, *needle;
    size_t n, m, positions;     // positions: where the needle can begin, n - m + 1 or 0
    size_t offset;              // of the second byte that is looked at
    ByteLanes first, other;     // the two, in each lane
    uint64_t start, start_mask; // the needle's first 8 bytes, and which of them there are
    size_t base;                // of the group of positions looked at
    size_t from;                // the first position that does not overlap the last match
    size_t spent;
    uint64_t left;              // a bit for each candidate of the group
    bool plain;                 // the rest is searched by memmem
} Matches;
void matches_begin(Matches *matches, const uint8_t *hay, size_t n, const uint8_t *needle, size_t m);
ptrdiff_t matches_next(Matches *matches);               // -1: no more
size_t matches_fill(Matches *matches, size_t *places, size_t room);     // the next ones; NULL: only counts
// How many of the n bytes equal `byte`.
size_t bytes_count_byte(const uint8_t *data, size_t n, uint8_t byte);
