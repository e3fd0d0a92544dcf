// Settings: what the command line and the environment ask for. They stand before the library starts; sys.flags
// shows them.
#pragma once
#include <stdbool.h>
#include <stddef.h>

typedef struct { const char **items; size_t count; } Words;

typedef struct {
    int inspect;                // -i
    int optimize;               // -O: no assertions; -OO: no docstrings either
    int no_user_site, no_site, ignore_environment, isolated, quiet;     // -s -S -E -I -q
    bool dev_mode, safe_path;   // -X dev, -P
    bool unbuffered;            // -u
    Words warnings;             // -W, behind those of the environment
    Words extra;                // -X
    Words command_line;         // all of it, for sys.orig_argv
} Settings;
extern Settings settings;

bool words_add(Words *words, const char *word);         // false: out of memory
// An environment variable that is not empty, or NULL; with -E there are none.
const char *settings_variable(const char *name);
// What the environment asks for, and what follows from one option for others. NULL, or what is wrong.
const char *settings_complete(void);
