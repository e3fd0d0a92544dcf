// bitis.h: Python 3.14 inside a C program. Link with -no-pie -lbitis -lgc -lgmp -lz -lnettle -lpthread -lm.
//
//     #include <bitis.h>
//     int main(void) {
//         if (!bitis_start("example", 0, 0)) return 1;
//         bitis_run_string("import sys; print('hello from', sys.argv[0])", "<example>");
//         return bitis_finish(0);
//     }
//
// There is one interpreter in a process, used by the thread that started it, whose stack the collector scans. All runs share
// one module __main__: what one defines, the next one sees. Signals are left alone. Text is UTF-8.
#pragma once
#ifdef __cplusplus
extern "C" {
#endif

// Starts the interpreter, once. sys.argv becomes [name, arguments...]; all must stay alive. 0: there is not enough memory.
int bitis_start(const char *name, int count, char **arguments);

// Runs a text, or a file, in __main__. `file_name` is what tracebacks call the text. Answers 0; or, after an exception that
// nobody caught, 1, with its traceback on sys.stderr; or what the text gave to sys.exit().
int bitis_run_string(const char *text, const char *file_name);
int bitis_run_file(const char *path);

// Talks at the terminal, until the user leaves; the exit status.
int bitis_prompt(void);

// Runs what is due at the end and flushes all streams. Answers `status`, or 120 when standard output could not be written.
// Nothing may run afterwards.
int bitis_finish(int status);

#ifdef __cplusplus
}
#endif
