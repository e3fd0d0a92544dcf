// Source lines for tracebacks: from texts that were registered under a name ("<stdin>", "<string>"), else from files.
//
// A file is read once for each traceback that is printed.
#include "objects/dict.h"
#include "objects/str.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"
#include "objects/utf8.h"
#include <stdio.h>

Value (*source_decode)(const char *text, size_t size);
Value (*source_find)(Value file_name);

static Value registered;                // dict: file name -> str
static Value files;                     // dict: file name -> str; '' for one that cannot be read

bool source_register(Value file_name, Value text) {
    if (!registered && !(registered = dict_new()))
        return false;
    return dict_set(registered, file_name, text);
}

static Value command_name, command_text;

void source_register_command(Value file_name, Value text) {
    command_name = file_name;
    command_text = text;
}

void source_forget(void) {
    files = 0;
}

static char *read_all(FILE *file, size_t *size) {
    size_t capacity = 1 << 14;
    char *data = mem_alloc_atomic(capacity);
    *size = 0;
    while (data) {
        *size += fread(data + *size, 1, capacity - *size, file);
        if (*size < capacity)
            break;
        data = mem_realloc_atomic(data, capacity, capacity * 2);
        capacity *= 2;
    }
    return data;
}

// A file's text; an empty one if it cannot be read or decoded.
static Value read_file(Value file_name) {
    const char *path = str_c(file_name);
    FILE *file = path && strlen(path) == str_size(file_name) ? fopen(path, "rb") : NULL;
    if (!file)
        return path ? NAME(empty) : 0;
    size_t size, count = 0;
    char *data = read_all(file, &size);
    fclose(file);
    if (!data)
        return 0;
    Value decoded = source_decode ? source_decode(data, size) : 0;
    if (decoded)
        return decoded;
    error_take();
    size_t mark = size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    if (utf8_validate((uint8_t *)data + mark, size - mark, &count) != size - mark)
        return NAME(empty);
    return str_new(data + mark, size - mark);
}

static Value text_of(Value file_name) {
    if (file_name == command_name)
        return command_text;
    Value text = registered ? dict_get(registered, file_name) : 0;
    if (text)
        return text;
    if (!files && !(files = dict_new()))
        return 0;
    text = dict_get(files, file_name);
    if (text)
        return text;
    text = source_find ? source_find(file_name) : 0;
    error_take();
    if (!text)
        text = read_file(file_name);
    return text && dict_set(files, file_name, text) ? text : 0;
}

// The end of the line that starts at `from`; *next is where the following one starts. Lines end with \n, \r or \r\n.
static size_t line_end(const char *text, size_t size, size_t from, size_t *next) {
    size_t end = from;
    while (end < size && text[end] != '\n' && text[end] != '\r')
        end++;
    *next = end + 1;
    if (end + 1 < size && text[end] == '\r' && text[end + 1] == '\n')
        *next = end + 2;
    return end;
}

bool source_line(Value file_name, int line, const char **text, size_t *size) {
    Value whole = text_of(file_name);
    if (!whole) {
        error_take();
        return false;
    }
    const char *data = str_data(whole);
    size_t total = str_size(whole), from = 0, next;
    for (; line > 1 && from < total; line--) {
        line_end(data, total, from, &next);
        from = next;
    }
    if (line != 1 || from >= total)
        return false;
    *text = data + from;
    *size = line_end(data, total, from, &next) - from;
    return true;
}
