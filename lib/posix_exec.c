// posix: other programs in this process, what became of children, groups of processes, users.
#include "lib/io.h"
#include "lib/posix.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/error.h"
#include "objects/list.h"
#include "objects/mem.h"
#include "objects/object.h"
#include "objects/tuple.h"
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

// ---------------------------------------------------------------------------------------------------------------
// Programs in place of this one

// A vector of `count` texts and a NULL, which keeps alive what they point into.
static const char **new_vector(size_t count) { return mem_alloc((count + 1) * sizeof(char *)); }

static const char **arguments_vector(Value items, const char *what) {
    if (!list_check(items) && !tuple_check(items)) return raise_type_error("%s must be a tuple or list", what), NULL;
    size_t count = tuple_check(items) ? tuple_count(items) : list_of(items)->count;
    if (!count) return raise_value_error("%s must not be empty", what), NULL;
    const char **vector = new_vector(count);
    for (size_t i = 0; vector && i < count; i++) {
        Value item = object_get_item(items, SMALL(i));          // a list may have become shorter
        if (!item || !posix_encoded(item, &vector[i])) return NULL;
        if (i == 0 && !*vector[0]) return raise_value_error("%s first element cannot be empty", what), NULL;
    }
    return vector;
}

// "name=value"
static const char *environment_row(Value name, Value value) {
    const char *left, *right;
    if (!posix_encoded(name, &left) || !posix_encoded(value, &right)) return NULL;
    if (!*left || strchr(left + 1, '=')) return raise_value_error("illegal environment variable name"), NULL;
    size_t left_size = strlen(left), right_size = strlen(right);
    char *row = mem_alloc_atomic(left_size + right_size + 2);
    if (!row) return NULL;
    memcpy(row, left, left_size);
    row[left_size] = '=';
    memcpy(row + left_size + 1, right, right_size + 1);
    return row;
}

static const char **environment_vector(Value mapping) {
    if (!type_of(mapping)->get_item) return raise_type_error("execve: environment must be a mapping object"), NULL;
    Value dict = object_get_attribute_c(mapping, "keys") ? dict_new() : 0;
    if (!dict || !dict_update(dict, mapping)) return NULL;
    const char **vector = new_vector(dict_of(dict)->count);
    const DictEntry *entry;
    for (size_t i = 0, at = 0; vector && (entry = dict_next(dict_of(dict), &at)); i++)
        if (!(vector[i] = environment_row(entry->key, entry->value))) return NULL;
    return vector;
}

static Value py_execv(Value self, Value *args) {
    (void)self;
    PosixPath path;
    if (!posix_path(args[0], "execv", "path", PATH_ONLY, &path)) return 0;
    const char **vector = arguments_vector(args[1], "execv() arg 2");
    if (!vector) return 0;
    io_settle(NULL);
    execv(path.text, (char *const *)vector);
    return posix_error();
}

static Value py_execve(Value self, Value *args) {
    (void)self;
    PosixPath path;
    if (!posix_path(args[0], "execve", "path", PATH_OR_FD, &path)) return 0;
    const char **vector = arguments_vector(args[1], "execve: argv");
    const char **rows = vector ? environment_vector(args[2]) : NULL;
    if (!rows) return 0;
    io_settle(NULL);
    if (path.text)
        execve(path.text, (char *const *)vector, (char *const *)rows);
    else
        fexecve(path.fd, (char *const *)vector, (char *const *)rows);
    return posix_path_error(&path);
}

// ---------------------------------------------------------------------------------------------------------------
// Children

static Value py_wait(Value self, Value *args) {
    (void)self;
    (void)args;
    int status = 0;
    bool raised;
    pid_t found;
    POSIX_RETRY(found, wait(&status), raised);
    return raised ? 0 : found < 0 ? posix_error() : tuple_pair(SMALL(found), SMALL(status));
}

#define STATUS(name, make) \
    static Value py_##name(Value self, Value *args) { \
        (void)self; \
        int status; \
        return posix_int(args[0], &status) ? make(name(status)) : 0; \
    }
STATUS(WIFEXITED, bool_value)
STATUS(WEXITSTATUS, SMALL)
STATUS(WIFSIGNALED, bool_value)
STATUS(WTERMSIG, SMALL)
STATUS(WIFSTOPPED, bool_value)
STATUS(WSTOPSIG, SMALL)
STATUS(WIFCONTINUED, bool_value)
STATUS(WCOREDUMP, bool_value)

// ---------------------------------------------------------------------------------------------------------------
// Groups of processes, users

static Value py_killpg(Value self, Value *args) {
    (void)self;
    int group, number;
    return posix_int(args[0], &group) && posix_int(args[1], &number) ? POSIX_DONE(killpg(group, number) < 0) : 0;
}

static Value py_setsid(Value self, Value *args) {
    (void)self;
    (void)args;
    return POSIX_DONE(setsid() < 0);
}

static Value py_setpgid(Value self, Value *args) {
    (void)self;
    int pid, group;
    return posix_int(args[0], &pid) && posix_int(args[1], &group) ? POSIX_DONE(setpgid(pid, group) < 0) : 0;
}

#define SETTER(name, kind) \
    static Value py_##name(Value self, Value *args) { \
        (void)self; \
        unsigned id; \
        return posix_id(args[0], kind, &id) ? POSIX_DONE(name(id) < 0) : 0; \
    }
SETTER(setuid, "uid")
SETTER(seteuid, "uid")
SETTER(setgid, "gid")
SETTER(setegid, "gid")

static Value py_getgroups(Value self, Value *args) {
    (void)self;
    (void)args;
    int count = getgroups(0, NULL);
    gid_t *groups = count < 0 ? NULL : mem_alloc_atomic(((size_t)count + 1) * sizeof *groups);
    if (!groups || (count = getgroups(count, groups)) < 0) return error_occurred() ? 0 : posix_error();
    Value list = list_new(0, 0);
    for (int i = 0; list && i < count; i++)
        if (!list_append(list, SMALL(groups[i]))) return 0;
    return list;
}

static Value py_getlogin(Value self, Value *args) {
    (void)self;
    (void)args;
    char name[256];
    errno = getlogin_r(name, sizeof name);
    return errno ? posix_error() : posix_text(name, false);
}

#define STATUS_ROW(name, doc) FUNCTION(#name, py_##name, "status", doc)
const MethodDef posix_exec_functions[] = {
    FUNCTION("execv", py_execv, "path, argv, /", "Run another program in place of this one."),
    FUNCTION("execve", py_execve, "path, argv, env", "Run another program, with an environment, in place of this one."),
    FUNCTION("getgroups", py_getgroups, "", "The supplementary groups of this process."),
    FUNCTION("getlogin", py_getlogin, "", "The name of the user logged in at the controlling terminal."),
    FUNCTION("killpg", py_killpg, "pgid, signal, /", "Kill a process group with a signal."),
    FUNCTION("setegid", py_setegid, "egid, /", "Set the effective group of this process."),
    FUNCTION("seteuid", py_seteuid, "euid, /", "Set the effective user of this process."),
    FUNCTION("setgid", py_setgid, "gid, /", "Set the group of this process."),
    FUNCTION("setpgid", py_setpgid, "pid, pgrp, /", "Move a process to a process group."),
    FUNCTION("setsid", py_setsid, "", "Make this process the leader of a new session."),
    FUNCTION("setuid", py_setuid, "uid, /", "Set the user of this process."),
    FUNCTION("wait", py_wait, "", "Wait for any child process; its number and status."),
    STATUS_ROW(WCOREDUMP, "Whether the process left a core file."),
    STATUS_ROW(WEXITSTATUS, "The exit status of a process that ended by itself."),
    STATUS_ROW(WIFCONTINUED, "Whether the process was continued."),
    STATUS_ROW(WIFEXITED, "Whether the process ended by itself."),
    STATUS_ROW(WIFSIGNALED, "Whether a signal ended the process."),
    STATUS_ROW(WIFSTOPPED, "Whether the process was stopped."),
    STATUS_ROW(WSTOPSIG, "The signal that stopped the process."),
    STATUS_ROW(WTERMSIG, "The signal that ended the process."),
    METHODS_END
};
