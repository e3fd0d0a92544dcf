// Exception objects and the built-in tree. exceptions.def lists the tree; type objects are ValueError_type etc.
#pragma once
#include "objects/instance.h"
#include "objects/object.h"

typedef struct {
    Object head;
    Value args;                 // tuple
    Value traceback;            // Traceback or 0
    Value cause, context;       // exception or 0
    bool suppress_context;
    Value extra[8];             // attributes of particular types (exception_parts.h); others have less room here, or none
} Exception;

#define X(name, base) extern Type name##_type;
#include "objects/exceptions.def"
#undef X

static inline bool exception_check(Value v) { return v && value_has(v, TYPE_IS_EXCEPTION); }
static inline Exception *exception_of(Value v) { return (Exception *)value_object(v); }
Value exception_new(Type *type, Value message) must_use;       // type(message); message 0: type()
bool exception_matches(Value exception, Value class_or_tuple); // `except X`; the caller has checked that they are classes
// A note shown below the message (PEP 678): appended to the list that the attribute __notes__ holds.
bool exception_add_note(Value exception, Value note) must_use;

// --- exception groups (PEP 654), exception_group.c
// What `except* X` takes from `exception`, a group or not: the part that matches (always a group), and the rest in *rest;
// NONE where a part is empty. The caller has checked that `class_or_tuple` is classes that are not exception groups.
Value exception_group_split(Value exception, Value class_or_tuple, Value *rest) must_use;
// What the end of a `try ... except*` raises, or NONE: `raised` is a list of what the clauses raised and of the unhandled
// rest, `original` the exception that the statement began with.
Value exception_group_reraise(Value original, Value raised) must_use;

// Traceback: one entry a frame, innermost last in printing. Made by the VM while it unwinds.
typedef struct {
    Object head;
    Value next;                 // towards where it was raised, or NONE
    Value frame;                // its frame object (opaque here)
    Value code;                 // the code object (opaque here)
    int line;                   // 1-based
    int column, end_line, end_column;       // in bytes; -1 unknown
    int last;                   // index of the instruction
    Value file_name, name;      // str: co_filename, co_qualname/co_name as shown after "in"
} Traceback;
void exception_types_init(void);                // at the start, before anything is raised
extern Type traceback_type;
bool traceback_add(Value exception, Value code, Value frame, int last, Value file_name, Value name,
                   int line, int column, int end_line, int end_column);        // becomes the new head

// Set by the VM. traceback_fill_entry sets what comes from the frame, or raises if it is none. traceback_namespaces answers what was visible in
// an entry's frame, for suggestions: a tuple (locals, globals, builtins) of dicts, or 0 (nothing pending) when unknown.
// traceback_find_module finds an imported module by its name, or answers 0 (nothing pending).
extern bool (*traceback_fill_entry)(Traceback *entry, Value frame);
extern Value (*traceback_namespaces)(Traceback *entry);
extern Value (*traceback_find_module)(Value name);

// Prints as CPython does, with source lines, carets, chain, notes, groups (traceback.c).
Value exception_format(Value exception) must_use;              // a str ending in a newline
// Where source lines come from when the file cannot be read (REPL, exec): registered by name.
bool source_register(Value file_name, Value text);
// For this very str alone as the file name, not for others of equal text: that of `-c`, which exec() uses as well.
void source_register_command(Value file_name, Value text);
