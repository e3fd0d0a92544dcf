// bitis: the command.
#include "lib/lib.h"
#include <stdio.h>

int main(int argc, char **argv) {
    if (argc < 2) {
        fprintf(stderr, "usage: bitis file.py [arguments]\n");
        return 2;
    }
    int status = 0;
    if (!library_start(argc - 1, argv + 1) || !run_file(argv[1])) status = run_report();
    run_flush();
    return status;
}
