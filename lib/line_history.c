// The history of the prompt: where its file is, reading it, and adding entries to it.
#include "lib/line_history.h"
#include "objects/utf8.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// ------------------------------------------------------------------------------------------------ the file's place

// Makes the folders that `path` goes through.
static bool make_folders(char *path) {
    for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = 0;
        bool made = mkdir(path, 0700) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made) return false;
    }
    return true;
}

static char *history_path(void) {
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    char *path = 0;
    int size = state && state[0] == '/' ? asprintf(&path, "%s/bitis/history", state)
               : home && *home          ? asprintf(&path, "%s/.local/state/bitis/history", home)
                                        : -1;
    if (size < 0) return 0;
    if (make_folders(path)) return path;
    free(path);
    return 0;
}

// ------------------------------------------------------------------------------------------------ entries

static void drop_oldest(History *h, size_t count) {
    if (!count) return;
    for (size_t k = 0; k < count; k++) free(h->entries[k]);
    h->count -= count;
    memmove(h->entries, h->entries + count, h->count * sizeof *h->entries);
}

// Takes over `text`. False: no memory, it is gone.
static bool append(History *h, char *text) {
    if (h->count == h->room) {
        char **more = realloc(h->entries, (h->room * 2 + 64) * sizeof *more);
        if (!more) {
            free(text);
            return false;
        }
        h->entries = more;
        h->room = h->room * 2 + 64;
    }
    h->entries[h->count++] = text;
    return true;
}

static void unescape(char *line) {
    char *to = line;
    for (; *line; line++) {
        if (*line == '\\' && line[1]) *to++ = *++line == 'n' ? '\n' : *line;
        else *to++ = *line;
    }
    *to = 0;
}

static void write_entry(FILE *file, const char *text) {
    for (; *text; text++) {
        if (*text == '\n') fputs("\\n", file);
        else if (*text == '\\') fputs("\\\\", file);
        else putc(*text, file);
    }
    putc('\n', file);
}

static FILE *open_file(const char *path, int flags) {
    int fd = open(path, flags | O_CREAT | O_CLOEXEC, 0600);
    return fd < 0 ? 0 : fdopen(fd, flags & O_APPEND ? "a" : "w");
}

// Only what is kept stays in the file, which may have grown by several sessions. It is replaced as a whole.
static void rewrite(const History *h) {
    char *fresh;
    if (asprintf(&fresh, "%s.%ld", h->path, (long)getpid()) < 0) return;
    FILE *file = open_file(fresh, O_WRONLY | O_TRUNC);
    for (size_t k = 0; file && k < h->count; k++) write_entry(file, h->entries[k]);
    bool written = file && fclose(file) == 0;
    if (!written || rename(fresh, h->path) < 0) unlink(fresh);
    free(fresh);
}

void history_open(History *h) {
    *h = (History){.path = history_path()};
    FILE *file = h->path ? fopen(h->path, "re") : 0;
    if (!file) return;
    char *line = 0;
    size_t room = 0;
    for (ssize_t got; (got = getline(&line, &room, file)) >= 0;) {
        if (got && line[got - 1] == '\n') line[got - 1] = 0;
        unescape(line);
        size_t size = strlen(line), characters = 0;
        bool valid = size && utf8_validate((uint8_t *)line, size, &characters) == size;
        char *entry = valid ? strdup(line) : 0;
        if (entry) (void)append(h, entry);
    }
    free(line);
    fclose(file);
    if (h->count <= HISTORY_MAX) return;
    bool much = h->count > HISTORY_MAX * 2;
    drop_oldest(h, h->count - HISTORY_MAX);
    if (much) rewrite(h);
}

void history_add(History *h, const char *text, size_t size) {
    if (!size || (h->count && strlen(h->entries[h->count - 1]) == size &&
                  !memcmp(h->entries[h->count - 1], text, size)))
        return;
    char *entry = strndup(text, size);
    if (!entry || !append(h, entry)) return;
    FILE *file = h->path ? open_file(h->path, O_WRONLY | O_APPEND) : 0;
    if (!file) return;
    write_entry(file, entry);
    fclose(file);
}

void history_close(History *h) {
    drop_oldest(h, h->count);
    free(h->entries);
    free(h->path);
    *h = (History){0};
}
