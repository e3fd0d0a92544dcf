// The prompt: reads statements from the terminal, runs them, prints their values.
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/module.h"
#include "vm/frame.h"
#include "vm/ops.h"
#include <stdio.h>
#include <stdlib.h>

static bool show_value(Value v) {
    if (v == NONE) return true;
    Value text = object_repr(v), out = sys_get(NAME(stdout));
    if (!text || !out || !print_values(&text, 1, NAME(empty), NAME(newline), out, false)) return false;
    return dict_set(machine.builtins, NAME(underscore), v);
}

// One statement that may take several lines. 0 at the end of the input.
static char *read_statement(Value *code) {
    char *text = 0, *line = 0;
    size_t used = 0, room = 0;
    *code = 0;
    for (;;) {
        fputs(used ? "... " : ">>> ", stdout);
        fflush(stdout);
        ssize_t got = getline(&line, &room, stdin);
        if (got < 0) break;
        char *longer = realloc(text, used + (size_t)got + 1);
        if (!longer) break;
        text = longer;
        memcpy(text + used, line, (size_t)got + 1);
        used += (size_t)got;
        *code = run_compile(text, used, str_from("<stdin>"), RUN_SINGLE);
        if (*code || !error_is(&IncompleteInputError_type)) {
            free(line);
            return text;
        }
        (void)error_take();
    }
    free(line);
    if (used) return text;
    free(text);
    return 0;
}

int repl_run(bool banner) {
    display_hook = show_value;
    if (banner) puts("bitis 0.1 (Python 3.14). Ctrl-D leaves.");
    Value module = dict_get(machine.modules, NAME(__main__));
    if (!module) module = run_main_module();
    Value code, dict = module_dict(module);
    for (char *text; (text = read_statement(&code));) {
        if ((!code || !machine_execute(code, dict_of(dict), dict)) && error_pending) {
            if (error_is(&SystemExit_type)) return run_report();
            (void)run_report();
        }
        run_flush();
        free(text);
    }
    puts("");
    return 0;
}
