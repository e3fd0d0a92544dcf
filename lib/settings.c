// Settings: completed from the options -X and -W and from the environment.
#include "lib/settings.h"
#include "objects/int.h"
#include "objects/traceback_parts.h"
#include <stdlib.h>
#include <string.h>

#define DIGITS_LEAST 640

Settings settings;

bool words_add(Words *words, const char *word) {
    const char **grown = realloc(words->items, (words->count + 1) * sizeof *grown);
    if (!grown) return false;
    grown[words->count++] = word;
    words->items = grown;
    return true;
}

const char *settings_variable(const char *name) {
    const char *value = settings.ignore_environment ? NULL : getenv(name);
    return value && *value ? value : NULL;
}

// The value of an -X option: "" where there is none, NULL where the option is not given. The last one counts.
static const char *extra_value(const char *name) {
    size_t size = strlen(name);
    for (size_t k = settings.extra.count; k-- > 0;) {
        const char *word = settings.extra.items[k];
        bool same = strncmp(word, name, size) == 0;
        if (same && (!word[size] || word[size] == '=')) return word[size] ? word + size + 1 : "";
    }
    return NULL;
}

static bool set_digits(const char *text) {
    char *end;
    long digits = text ? strtol(text, &end, 10) : int_max_str_digits;
    if (text && (*end || !*text || digits < 0 || (digits > 0 && digits < DIGITS_LEAST))) return false;
    int_max_str_digits = digits;
    return true;
}

// The words of PYTHONWARNINGS, then those of -W.
static bool join_warnings(void) {
    const char *list = settings_variable("PYTHONWARNINGS");
    Words all = {0}, given = settings.warnings;
    bool done = !settings.dev_mode || words_add(&all, "default");
    char *copy = list ? strdup(list) : NULL;
    for (char *word = copy ? strtok(copy, ",") : NULL; done && word; word = strtok(NULL, ","))
        done = words_add(&all, word);
    for (size_t k = 0; done && k < given.count; k++) done = words_add(&all, given.items[k]);
    free(given.items);
    settings.warnings = all;
    return done;
}

// A level is a number, or any other word for 1.
static void raise_level(int *level, const char *text) {
    int number = text ? atoi(text) : 0;
    if (text && number < 1) number = 1;
    if (number > *level) *level = number;
}

const char *settings_complete(void) {
    if (settings.isolated) settings.ignore_environment = settings.no_user_site = settings.safe_path = 1;
    raise_level(&settings.optimize, settings_variable("PYTHONOPTIMIZE"));
    raise_level(&settings.inspect, settings_variable("PYTHONINSPECT"));
    settings.unbuffered |= settings_variable("PYTHONUNBUFFERED") != NULL;
    settings.safe_path |= settings_variable("PYTHONSAFEPATH") != NULL;
    settings.no_user_site |= settings_variable("PYTHONNOUSERSITE") != NULL;
    settings.dev_mode |= extra_value("dev") || settings_variable("PYTHONDEVMODE");
    traceback_hides_columns = extra_value("no_debug_ranges") || settings_variable("PYTHONNODEBUGRANGES");
    const char *utf8 = extra_value("utf8"), *digits = extra_value("int_max_str_digits");
    if (utf8 && strcmp(utf8, "") && strcmp(utf8, "0") && strcmp(utf8, "1"))
        return "invalid -X utf8 option value";
    if (!set_digits(digits ? digits : settings_variable("PYTHONINTMAXSTRDIGITS")))
        return digits ? "-X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited."
                      : "PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.";
    return join_warnings() ? NULL : "out of memory";
}
