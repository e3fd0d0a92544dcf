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

static Value registered;                // (file name, text, those registered before) or 0
static Value files;                     // dict: file name -> str; '' for one that cannot be read

bool source_register(Value file_name, Value text) {
    Value all = tuple_pack(3, file_name, text, registered ? registered : NONE);
    if (all)
        registered = all;
    return all;
}

// All that comes from standard input has one name; which text is meant tells the very object.
static Value find_registered(Value file_name) {
    for (int equal = 0; registered && equal < 2; equal++) {
        Value all = registered;
        for (const Value *items; all != NONE; all = items[2]) {
            items = tuple_of(all)->items;
            if (items[0] == file_name || (equal && str_equal(items[0], file_name)))
                return items[1];
        }
    }
    return 0;
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
    Value text = find_registered(file_name);
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
