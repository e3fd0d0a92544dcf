// Completion at the prompt: what could stand where the cursor is.
//
// Attributes are found by looking up the names before the dot, as running the text up to there would. Nothing else of the
// text runs.
#include "lib/lib.h"
#include "lib/repl.h"
#include "lib/terminal_color.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/tuple.h"
#include "vm/frame.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static bool is_name_byte(char c) {
    return c == '_' || (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static size_t word_start(const char *text, size_t at) {
    while (at > 0 && is_name_byte(text[at - 1])) at--;
    return at;
}

typedef struct {
    const char *prefix;
    size_t size;
    Completions *into;
} Search;

// Names with underscores only when one was typed.
static void offer(const Search *s, const char *word, size_t size) {
    bool hidden = word[0] == '_' && !(s->size && s->prefix[0] == '_');
    if (!hidden && size >= s->size && !memcmp(word, s->prefix, s->size)) (void)completions_add(s->into, word, size);
}

static void offer_all(const Search *s, Value names) {
    Value list = names ? list_from_iterable(names) : 0;
    for (size_t k = 0; list && k < list_of(list)->count; k++) {
        Value name = list_of(list)->items[k];
        if (str_check(name)) offer(s, str_data(name), str_size(name));
    }
    if (error_occurred()) (void)error_take();
}

static Value namespace(void) {
    Value module = dict_get(machine.modules, NAME(__main__));
    return module ? module_dict(module) : 0;
}

// ------------------------------------------------------------------------------------------------ attributes

static Value find_name(Value name) {
    Value dict = namespace(), found = dict ? dict_get(dict, name) : 0;
    return found || error_occurred() ? found : dict_get(machine.builtins, name);
}

// The object that `a.b.c` names; 0, with or without an exception, if there is none.
static Value find_object(const char *text, size_t start, size_t end) {
    Value v = 0;
    for (size_t at = start; at <= end;) {
        size_t dot = at;
        while (dot < end && text[dot] != '.') dot++;
        Value name = str_new(text + at, dot - at);
        if (name) name = str_intern(name);
        if (!name || dot == at) return 0;
        v = at == start ? find_name(name) : object_get_attribute(v, name);
        if (!v) return 0;
        at = dot + 1;
    }
    return v;
}

static void offer_attributes(const Search *s, Value v) {
    Value dir = v ? dict_get_name(dict_of(machine.builtins), intern("dir")) : 0;
    offer_all(s, dir ? object_call1(dir, v) : 0);
}

static void complete_attribute(const char *text, size_t dot, const Search *s) {
    size_t start = dot;
    while (start > 0 && (is_name_byte(text[start - 1]) || text[start - 1] == '.')) start--;
    if (start == dot || (text[start] >= '0' && text[start] <= '9')) return;
    if (start > 0 && strchr(")]}'\"", text[start - 1])) return;         // of a value that is not known before it runs
    offer_attributes(s, find_object(text, start, dot));
}

// ------------------------------------------------------------------------------------------------ modules

static void offer_folder(const Search *s, const char *path) {
    DIR *folder = opendir(*path ? path : ".");
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        size_t size = strlen(entry->d_name), name = 0;
        while (is_name_byte(entry->d_name[name])) name++;
        bool source = name && size == name + 3 && !strcmp(entry->d_name + name, ".py");
        char *inside = 0;
        bool package = name == size && asprintf(&inside, "%s/%s/__init__.py", *path ? path : ".", entry->d_name) > 0;
        if (package) {
            FILE *file = fopen(inside, "re");
            package = file != 0;
            if (file) fclose(file);
        }
        free(inside);
        if (source || package) offer(s, entry->d_name, name);
    }
    if (folder) closedir(folder);
}

static void offer_modules(const Search *s) {
    offer_all(s, builtin_module_names());
    for (size_t k = 0; frozen_name(k); k++)
        if (!strchr(frozen_name(k), '.')) offer(s, frozen_name(k), strlen(frozen_name(k)));
    Value paths = sys_get(NAME(path));
    Value list = paths ? list_from_iterable(paths) : 0;
    for (size_t k = 0; list && k < list_of(list)->count; k++)
        if (str_check(list_of(list)->items[k])) offer_folder(s, str_c(list_of(list)->items[k]));
    if (error_occurred()) (void)error_take();
}

// What can be imported from a module: it is imported for that only if it comes with bitis.
static void offer_members(const Search *s, const char *name, size_t size) {
    Value module_name = str_new(name, size), module = module_name ? dict_get(machine.modules, module_name) : 0;
    if (module_name && !module && !error_occurred() &&
        (frozen_exists(module_name) || object_contains(builtin_module_names(), module_name) > 0))
        module = import_by_name(str_c(module_name));
    offer_attributes(s, module);
    if (error_occurred()) (void)error_take();
}

// In an import statement; false: the line is none.
static bool complete_import(const char *line, size_t size, const Search *s) {
    while (size && *line == ' ') line++, size--;
    bool from = size > 5 && !memcmp(line, "from ", 5);
    if (!from && !(size > 7 && !memcmp(line, "import ", 7))) return false;
    const char *name = line + 5 + strspn(line + 5, " "), *import = from ? memmem(line, size, " import ", 8) : 0;
    if (import) offer_members(s, name, strcspn(name, " "));
    else if (from && memchr(name, ' ', (size_t)(line + size - name))) offer(s, "import", 6);
    else offer_modules(s);
    return true;
}

// ------------------------------------------------------------------------------------------------ names

static void complete_name(const Search *s) {
    Value dict = namespace();
    if (dict) offer_all(s, dict);
    offer_all(s, machine.builtins);
    for (size_t k = 0; color_keywords[k]; k++) offer(s, color_keywords[k], strlen(color_keywords[k]));
}

static bool in_string_or_comment(const char *text, size_t cursor) {
    unsigned char *styles = calloc(cursor + 1, 1);
    if (!styles) return false;
    color_source(text, cursor, styles);
    int style = styles[cursor - 1];
    free(styles);
    return style == STYLE_STRING || style == STYLE_COMMENT;
}

void repl_complete(const char *text, size_t cursor, Completions *c) {
    c->start = word_start(text, cursor);
    if (!cursor || in_string_or_comment(text, cursor)) return;
    size_t line = cursor;
    while (line > 0 && text[line - 1] != '\n') line--;
    Search s = {text + c->start, cursor - c->start, c};
    if (c->start > line && text[c->start - 1] == '.') complete_attribute(text, c->start - 1, &s);
    else if (!complete_import(text + line, cursor - line, &s) && s.size) complete_name(&s);
    if (error_occurred()) (void)error_take();
}
