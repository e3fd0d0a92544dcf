// The library: builtins and modules, finding and running sources. Everything here uses the layers below as an embedding
// program would.
#pragma once
#include "objects/dict.h"
#include "objects/object.h"
#include "objects/str.h"

// --- modules.c: the table of modules written in C (modules.def). Each is made when it is first imported.
// A module's file defines module_NAME_make, which answers a new module object.
#define X(name, doc) Value module_##name##_make(void) must_use;
#include "lib/modules.def"
#undef X
Value builtin_module_make(const char *name, size_t size) must_use;      // 0 and nothing pending: there is none of that name
Value builtin_module_names(void) must_use;                              // tuple of str, sorted

// --- frozen.c: modules written in Python, their text in the binary (frozen.def)
bool frozen_exists(Value name);
// Its text, in collected memory. False: there is none of that name, or (with an exception pending) no memory.
bool frozen_find(Value name, const char **text, size_t *size, bool *package);
const char *frozen_name(size_t index);          // their names in order, then 0

// --- run.c: from source text to effects
typedef enum {
    RUN_EXEC, RUN_EVAL, RUN_SINGLE,
    RUN_SCRIPT,                 // as RUN_EXEC, of the file that was named when bitis was started
    RUN_TYPED,                  // any number of statements, as typed at the prompt: values of expressions are shown
} RunMode;
// A code object; SyntaxError and its kind when the text is not Python.
Value run_compile(const char *text, size_t size, Value file_name, RunMode mode) must_use;
// `future_annotations`: as if the text began with that import from __future__.
Value run_compile_with(const char *text, size_t size, Value file_name, RunMode mode, int level, bool future_annotations) must_use;
// A source as it was read, or given as bytes, in the encoding that it names: in UTF-8 from now on (source_text.c). False: SyntaxError.
bool source_to_utf8(const char **text, size_t *size, Value file_name) must_use;
void source_text_start(void);
Value run_read_file(const char *path, const char **text, size_t *size);         // TRUE, or 0 with OSError pending
// Everything that must exist before the first script; `script` is sys.argv[0], the arguments follow it.
bool library_start(const char *script, int argc, char **argv) must_use;
Value run_main_module(void) must_use;                                           // a new __main__ module, in sys.modules
Value run_string(const char *text, size_t size, const char *file_name) must_use;
// The text as __main__. A name that begins with < is no file.
Value run_text(const char *text, size_t size, Value name) must_use;
Value run_folder(const char *path) must_use;                                    // its __main__.py
Value run_module(const char *name) must_use;                                    // `bitis -m name`
extern bool run_talks;                  // the prompt is there: SystemExit ends it
Value run_file_in_main(const char *path) must_use;                              // within the __main__ that there is
extern bool run_unread;                 // nobody reads standard output any more, and the program failed for that
extern bool run_interrupted;            // what run_report printed last was KeyboardInterrupt
int repl_run(bool banner);                                                      // repl.c; answers the exit status
void run_interrupt(void);                                                       // from a signal handler: KeyboardInterrupt soon
int run_finish(int status);                                                     // the end: flushes everything; the exit status
void run_flush(void);                                                           // standard streams; errors are reported
void run_print_error(Value text);                                               // to sys.stderr, or file descriptor 2
// Shows an exception that cannot be raised, by sys.unraisablehook; `message` may be 0 after an error of its own.
void unraisable_report(Value exception, Value message);
Value sys_py_unraisablehook(Value self, Value *args);
void unraisable_start(void);    // unraisable.c: exceptions in __del__ and the like are shown
int run_report(void);           // prints the pending exception as an uncaught one; answers the exit status (SystemExit's code)

// --- lexer_start.c: before the first source is read
void lexer_start(void);

// --- import.c
Value import_module(Value name, Dict *globals, Value from_list, int level) must_use;   // what `import` does
bool import_start(void) must_use;
// Looks for the source of a module in a package, or where `parent` is 0, in sys.path: 1 found, with its path (0: a namespace
// package); 0: there is none; -1: raised.
int import_find(Value name, Value parent, Value *path, bool *package) must_use;
Value import_spec(Value name, Value origin, Value search) must_use;             // for __spec__; `search`: a package's __path__ or NONE
Value import_by_name(const char *name) must_use;                                // the module itself, also for dotted names

// --- builtins*.c
Value builtins_make(void) must_use;                                             // the module `builtins`
bool print_values(Value *values, size_t count, Value sep, Value end, Value file, bool flush) must_use;

// --- module__codecs.c: a codec by codecs.lookup()
Value codecs_lookup(const char *encoding) must_use;

// --- sys
extern Value sys_module;
extern bool sys_finalizing;                                                     // the program is over
bool sys_complete(void) must_use;                                               // before Python code sees the module
Value sys_get(Value name);                                                      // attribute of sys; 0, nothing pending: absent
void sys_set_command(const char *script, int count, char **arguments);         // for sys.argv and sys.path, before sys is made
// Hands an uncaught exception to sys.excepthook, if the program has put another function there; else false.
// The hook's own SystemExit stays pending.
bool sys_report_exception(Value exception) must_use;
