// The embedding interface, on top of run.c.
#include "lib/bitis.h"
#include "lib/lib.h"
#include "objects/module.h"
#include "vm/frame.h"

int bitis_start(const char *name, int count, char **arguments) {
    return library_start(name, count, arguments) && run_main_module();
}

// In the __main__ there is.
static bool run_here(const char *text, size_t size, const char *file_name) {
    Value module = dict_get(machine.modules, NAME(__main__)), name = str_from(file_name);
    if (!module && !error_occurred()) module = run_main_module();
    Value code = module && name ? run_compile(text, size, name, RUN_EXEC) : 0;
    return code && machine_execute(code, dict_of(module_dict(module)), module_dict(module));
}

int bitis_run_string(const char *text, const char *file_name) {
    return run_here(text, strlen(text), file_name) ? 0 : run_report();
}

int bitis_run_file(const char *path) {
    const char *text;
    size_t size;
    return run_read_file(path, &text, &size) && run_here(text, size, path) ? 0 : run_report();
}

int bitis_prompt(void) { return repl_run(false); }
int bitis_finish(int status) { return run_finish(status); }
