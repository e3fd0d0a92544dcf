// Packs the text of a module for the binary: pack TEXT [DICTIONARY] > PACKED. A tool of the build, not part of the program.
//
// PACKED is the size of the text in four bytes, the low one first, and the text deflated without any header. DICTIONARY is a
// text whose phrases need not be written again; who unpacks must have it.
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

static unsigned char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END)) return perror(path), NULL;
    *size = (size_t)ftell(file);
    rewind(file);
    unsigned char *data = malloc(*size + 1);
    if (!data || fread(data, 1, *size, file) != *size) return perror(path), NULL;
    fclose(file);
    return data;
}

int main(int argc, char **argv) {
    size_t size, known_size;
    unsigned char *text = argc > 1 ? read_file(argv[1], &size) : NULL;
    unsigned char *known = argc > 2 ? read_file(argv[2], &known_size) : NULL;
    if (!text || (argc > 2 && !known)) return 1;
    z_stream stream = {0};
    enum { NO_HEADER = -MAX_WBITS, MEMORY_MOST = 9 };
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, NO_HEADER, MEMORY_MOST, Z_DEFAULT_STRATEGY) != Z_OK) return 1;
    if (known && deflateSetDictionary(&stream, known, (unsigned)known_size) != Z_OK) return 1;
    size_t room = deflateBound(&stream, size);
    unsigned char *out = malloc(room);
    stream.next_in = text;
    stream.avail_in = (unsigned)size;
    stream.next_out = out;
    stream.avail_out = (unsigned)room;
    if (!out || deflate(&stream, Z_FINISH) != Z_STREAM_END) return 1;
    unsigned char head[4] = {(unsigned char)size, (unsigned char)(size >> 8), (unsigned char)(size >> 16), (unsigned char)(size >> 24)};
    return fwrite(head, 1, sizeof head, stdout) != sizeof head || fwrite(out, 1, stream.total_out, stdout) != stream.total_out ||
        fflush(stdout) != 0;
}
