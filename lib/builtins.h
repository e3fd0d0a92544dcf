// The parts of the module builtins, a table each.
#pragma once
#include "lib/lib.h"

extern const MethodDef builtins_object_functions[];    // builtins_object.c: attributes, classes, calling
extern const MethodDef builtins_number_functions[];    // builtins_number.c
extern const MethodDef builtins_iteration_functions[]; // builtins_iteration.c
extern const MethodDef builtins_source_functions[];    // builtins_source.c: compile, eval, exec, globals, __import__
extern const MethodDef builtins_io_functions[];        // builtins_io.c: print, input
extern const MethodDef builtins_open_functions[];      // io.c: open

Value anext_with_default(Value awaitable, Value fallback) must_use;     // builtins_anext.c

bool builtins_add_site(Value dict) must_use;            // builtins_site.c: exit, quit, help and their like
