// The builtins for people at the prompt: exit and quit, help, and what the prompt's banner would name.
#include "lib/builtins.h"
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/tuple.h"

// An object that says something when shown, and does something when called.
typedef struct {
    Object head;
    const char *name, *text;
} Helper;
static inline Helper *helper_of(Value v) { return (Helper *)value_object(v); }

static Value helper_repr(Value self) { return str_from(helper_of(self)->text); }

static Value quitter_call(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    Value bound[1];
    if (!NATIVE_BIND("Quitter.__call__", "code=None", bound)) return 0;
    return raise_value(&SystemExit_type, bound[0] ? bound[0] : NONE);
}

static Value printer_call(Value self, Value *args, size_t count, Value keywords) {
    (void)args, (void)keywords;
    if (count) return raise_type_error("_Printer.__call__() takes 1 positional argument but %zu were given", count + 1);
    Value text = helper_repr(self), out = sys_get(NAME(stdout));
    return text && out && print_values(&text, 1, NAME(empty), NAME(newline), out, false) ? NONE : 0;
}

// help() is written in Python and imported when first called.
static Value help_call(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    Value module = import_by_name("_help"), help = module ? object_get_attribute_c(module, "help") : 0;
    return help ? object_call(help, args, count, keywords) : 0;
}

static Type quitter_type = {
    .head = {&type_type}, .name = "_sitebuiltins.Quitter", .size = sizeof(Helper), .flags = TYPE_NO_NEW,
    .repr = helper_repr, .call = quitter_call,
};
static Type printer_type = {
    .head = {&type_type}, .name = "_sitebuiltins._Printer", .size = sizeof(Helper), .flags = TYPE_NO_NEW,
    .doc = "A text about this program: shown when it is called or looked at.", .repr = helper_repr, .call = printer_call,
};
static Type help_type = {
    .head = {&type_type}, .name = "_sitebuiltins._Helper", .size = sizeof(Helper), .flags = TYPE_NO_NEW,
    .doc = "help(object) prints what is known about an object: its signature, its text, what it has.",
    .repr = helper_repr, .call = help_call,
};

static Helper helpers[] = {
    {{&quitter_type}, "exit", "Use exit() or Ctrl-D (i.e. EOF) to exit"},
    {{&quitter_type}, "quit", "Use quit() or Ctrl-D (i.e. EOF) to exit"},
    {{&help_type}, "help", "Type help() for interactive help, or help(object) for help about object."},
    {{&printer_type}, "copyright", "Copyright (c) the bitis authors."},
    {{&printer_type}, "credits", "bitis stands on the Boehm-Demers-Weiser collector, GMP, zlib, re2c and lemon."},
    {{&printer_type}, "license", "bitis has the MIT licence; see the file LICENSE."},
};

bool builtins_add_site(Value dict) {
    for (size_t k = 0; k < sizeof helpers / sizeof *helpers; k++)
        if (!dict_set_name(dict_of(dict), intern(helpers[k].name), VALUE(&helpers[k]))) return false;
    return true;
}
