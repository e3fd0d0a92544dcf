// Packs the text of a module for the binary: pack TEXT [DICTIONARY] > PACKED, or, as it is, another one: pack -a TEXT > PACKED.
// A tool of the build, not part of the program.
//
// PACKED is the size of the text in four bytes, the low one first, and the text deflated without any header: by zopfli if the
// machine has it, which makes it 5 % smaller than zlib does. DICTIONARY is a text whose phrases need not be written again;
// who unpacks must have it. Lines keep their numbers, but lose comments that stand alone, and three of four blanks at their
// beginning, unless they begin within a string.
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#if __has_include(<zopfli/deflate.h>)
#include <zopfli/deflate.h>
#else
#include <zlib.h>
#endif

// The end of the quotes that are open at the end of a line; `open` is what is open at its beginning, 0 or a quote. Only
// strings in three quotes go on in the next line.
static char scan_line(const char *at, const char *end, char open) {
    char single = 0;
    for (; at < end; at++) {
        char c = *at;
        if (c == '\\' && (open || single)) {
            at++;
        } else if (single) {
            if (c == single) single = 0;
        } else if (c == '"' || c == '\'') {
            bool three = end - at >= 3 && at[1] == c && at[2] == c;
            if (three && (!open || open == c)) {
                open = open ? 0 : c;
                at += 2;
            } else if (!open) {
                single = c;
            }
        } else if (c == '#' && !open) {
            break;
        }
    }
    return open;
}

// Shortens a text in its place; answers its new size.
static size_t shorten(char *text, size_t size) {
    char *out = text, open = 0;
    for (char *at = text, *end = text + size, *next; at < end; at = next) {
        next = memchr(at, '\n', (size_t)(end - at));
        next = next ? next + 1 : end;
        size_t blanks = 0;
        while (at + blanks < next && at[blanks] == ' ') blanks++;
        char *start = at + blanks, was_open = open;
        open = scan_line(start, next, open);
        if (was_open) {
            memmove(out, at, (size_t)(next - at));
            out += next - at;
            continue;
        }
        if (*start == '#') start = next - 1;
        size_t kept = *start == '\n' ? 0 : blanks / 4 + blanks % 4;
        memset(out, ' ', kept);
        out += kept;
        memmove(out, start, (size_t)(next - start));
        out += next - start;
    }
    return (size_t)(out - text);
}

static unsigned char *read_file(const char *path, size_t *size, bool as_is) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) return perror(path), NULL;
    *size = (size_t)ftell(file);
    rewind(file);
    unsigned char *data = malloc(*size + 1);
    if (!data || fread(data, 1, *size, file) != *size) return perror(path), NULL;
    fclose(file);
    if (!as_is) *size = shorten((char *)data, *size);
    return data;
}

// Deflates text[from..size), whose phrases may come from what is before `from`; *out_size: 0.
#if __has_include(<zopfli/deflate.h>)
static unsigned char *deflated(const unsigned char *text, size_t from, size_t size, size_t *out_size) {
    enum { DYNAMIC_BLOCKS = 2, LAST = 1 };
    ZopfliOptions options;
    unsigned char *out = NULL, bits = 0;
    ZopfliInitOptions(&options);
    ZopfliDeflatePart(&options, DYNAMIC_BLOCKS, LAST, text, from, size, &bits, &out, out_size);
    return out;
}
#else
static unsigned char *deflated(const unsigned char *text, size_t from, size_t size, size_t *out_size) {
    enum { NO_HEADER = -MAX_WBITS, MEMORY_MOST = 9 };
    z_stream stream = {0};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, NO_HEADER, MEMORY_MOST, Z_DEFAULT_STRATEGY) != Z_OK) return NULL;
    if (from && deflateSetDictionary(&stream, text, (unsigned)from) != Z_OK) return NULL;
    size_t room = deflateBound(&stream, size - from);
    unsigned char *out = malloc(room);
    stream.next_in = (unsigned char *)text + from;
    stream.avail_in = (unsigned)(size - from);
    stream.next_out = out;
    stream.avail_out = (unsigned)room;
    if (!out || deflate(&stream, Z_FINISH) != Z_STREAM_END) return NULL;
    *out_size = stream.total_out;
    return out;
}
#endif

int main(int argc, char **argv) {
    size_t size, known_size = 0, out_size = 0;
    bool as_is = argc > 1 && strcmp(argv[1], "-a") == 0;
    argc -= as_is;
    argv += as_is;
    unsigned char *text = argc > 1 ? read_file(argv[1], &size, as_is) : NULL;
    unsigned char *known = argc > 2 ? read_file(argv[2], &known_size, false) : NULL;
    if (!text || (argc > 2 && !known)) return 1;
    unsigned char *both = realloc(known, known_size + size + 1);
    if (!both) return 1;
    memcpy(both + known_size, text, size);
    unsigned char *out = deflated(both, known_size, known_size + size, &out_size);
    if (!out) return 1;
    unsigned char head[4] = {(unsigned char)size, (unsigned char)(size >> 8), (unsigned char)(size >> 16), (unsigned char)(size >> 24)};
    return fwrite(head, 1, sizeof head, stdout) != sizeof head || fwrite(out, 1, out_size, stdout) != out_size || fflush(stdout) != 0;
}
