// What was entered at the prompt, oldest first, kept in a file across runs: an entry a line, with newlines in it
// written as \n and backslashes as \\.
#pragma once
#include <stddef.h>

#define HISTORY_MAX 2000

typedef struct {
    char **entries;
    size_t count, room;
    char *path;                 // 0: not kept
} History;

// Reads the file $XDG_STATE_HOME/bitis/history (~/.local/state/bitis/history), making its folder.
void history_open(History *h);
// Appends an entry, here and in the file, unless it repeats the last one.
void history_add(History *h, const char *text, size_t size);
void history_close(History *h);
