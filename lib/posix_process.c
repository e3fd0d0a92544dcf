// posix: this process, its environment and the machine.
#include "lib/io.h"
#include "lib/posix.h"
#include "lib/struct_sequence.h"
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/sequence.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

// ---------------------------------------------------------------------------------------------------------------
// Numbers of processes and users

#define GETTER(name, call) \
    static Value py_##name(Value self, Value *args) { \
        (void)self; \
        (void)args; \
        return int_from_int64((int64_t)(call)); \
    }
GETTER(getpid, getpid())
GETTER(getppid, getppid())
GETTER(getpgrp, getpgrp())
GETTER(getuid, getuid())
GETTER(geteuid, geteuid())
GETTER(getgid, getgid())
GETTER(getegid, getegid())

static Value py_getpgid(Value self, Value *args) {
    (void)self;
    int pid;
    if (!posix_int(args[0], &pid)) return 0;
    pid_t group = getpgid(pid);
    return group < 0 ? posix_error() : SMALL(group);
}

static Value py_getsid(Value self, Value *args) {
    (void)self;
    int pid;
    if (!posix_int(args[0], &pid)) return 0;
    pid_t session = getsid(pid);
    return session < 0 ? posix_error() : SMALL(session);
}

static Value py_cpu_count(Value self, Value *args) {
    (void)self;
    (void)args;
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? SMALL(count) : NONE;
}

// ---------------------------------------------------------------------------------------------------------------
// Environment

// str or bytes, without NUL, as bytes. The pointer lives as long as *keep.
static const char *text_argument(Value v, Value *keep) {
    PosixPath path;
    if (!posix_path(v, "putenv", "name", PATH_ONLY, &path)) return NULL;
    *keep = path.object;
    return path.text;
}

static Value py_putenv(Value self, Value *args) {
    (void)self;
    Value keep[2];
    const char *name = text_argument(args[0], &keep[0]),
               *value = name ? text_argument(args[1], &keep[1]) : NULL;
    if (!value) return 0;
    if (strchr(name, '=')) return raise_value_error("illegal environment variable name");
    return POSIX_DONE(setenv(name, value, 1) < 0);
}

static Value py_unsetenv(Value self, Value *args) {
    (void)self;
    Value keep;
    const char *name = text_argument(args[0], &keep);
    return name ? POSIX_DONE(unsetenv(name) < 0) : 0;
}

static Value environment(void) {
    Value dict = dict_new();
    for (char **row = environ; dict && row && *row; row++) {
        const char *equals = strchr(*row, '=');
        if (!equals) continue;
        Value name = bytes_new(*row, (size_t)(equals - *row)),
              value = bytes_new(equals + 1, strlen(equals + 1));
        if (!name || !value || !dict_set_default(dict, name, value)) return 0;
    }
    return dict;
}

static Value py_create_environ(Value self, Value *args) {
    (void)self;
    (void)args;
    return environment();
}

// ---------------------------------------------------------------------------------------------------------------
// Other processes

static Value py_system(Value self, Value *args) {
    (void)self;
    const char *command;
    if (!posix_encoded(args[0], &command)) return 0;
    io_settle(NULL);
    return SMALL(system(command));
}

static Value py_kill(Value self, Value *args) {
    (void)self;
    int pid, number;
    return posix_int(args[0], &pid) && posix_int(args[1], &number) ? POSIX_DONE(kill(pid, number) < 0) : 0;
}

static Value py_fork(Value self, Value *args) {
    (void)self;
    (void)args;
    io_settle(NULL);
    pid_t pid = fork();
    return pid < 0 ? posix_error() : SMALL(pid);
}

static Value py_waitpid(Value self, Value *args) {
    (void)self;
    int pid, options, status = 0;
    bool raised;
    pid_t found;
    if (!posix_int(args[0], &pid) || !posix_int(args[1], &options)) return 0;
    POSIX_RETRY(found, waitpid(pid, &status, options), raised);
    return raised ? 0 : found < 0 ? posix_error() : tuple_pair(SMALL(found), SMALL(status));
}

static Value py_waitstatus_to_exitcode(Value self, Value *args) {
    (void)self;
    int status;
    if (!posix_int(args[0], &status)) return 0;
    if (WIFEXITED(status)) return SMALL(WEXITSTATUS(status));
    if (WIFSIGNALED(status)) return SMALL(-WTERMSIG(status));
    if (WIFSTOPPED(status))
        return raise_value_error("process stopped by delivery of signal %d", WSTOPSIG(status));
    return raise_value_error("invalid wait status: %d", status);
}

static Value py_exit_now(Value self, Value *args) {
    (void)self;
    int status;
    if (!posix_int(args[0], &status)) return 0;
    io_settle(NULL);
    _exit(status);
}

static Value py_abort(Value self, Value *args) {
    (void)self;
    (void)args;
    abort();
}

static Value py_sched_yield(Value self, Value *args) {
    (void)self;
    (void)args;
    return POSIX_DONE(sched_yield() < 0);
}

static Value py_getpriority(Value self, Value *args) {
    (void)self;
    int which, who;
    if (!posix_int(args[0], &which) || !posix_int(args[1], &who)) return 0;
    errno = 0;
    int priority = getpriority((__priority_which_t)which, (id_t)who);
    return errno ? posix_error() : SMALL(priority);
}

static Value py_nice(Value self, Value *args) {
    (void)self;
    int increment;
    if (!posix_int(args[0], &increment)) return 0;
    errno = 0;
    int priority = nice(increment);
    return errno ? posix_error() : SMALL(priority);
}

// ---------------------------------------------------------------------------------------------------------------
// The machine

static Value py_urandom(Value self, Value *args) {
    (void)self;
    ptrdiff_t size;
    if (!sequence_size(args[0], &size)) return 0;
    if (size < 0) return raise_value_error("negative argument not allowed");
    Value bytes = bytes_new(0, (size_t)size);
    for (size_t at = 0; bytes && at < (size_t)size;) {
        ssize_t got;
        bool raised;
        POSIX_RETRY(got, getrandom(bytes_data(bytes) + at, (size_t)size - at, 0), raised);
        if (got < 0) return raised ? 0 : posix_error();
        at += (size_t)got;
    }
    return bytes;
}

static Value py_strerror(Value self, Value *args) {
    (void)self;
    int number;
    return posix_int(args[0], &number) ? str_from(strerror(number)) : 0;
}

static const AttributeDef times_fields[] = {
    STRUCT_FIELD(0, "user", "user time"),
    STRUCT_FIELD(1, "system", "system time"),
    STRUCT_FIELD(2, "children_user", "user time of children"),
    STRUCT_FIELD(3, "children_system", "system time of children"),
    STRUCT_FIELD(4, "elapsed", "elapsed time since an arbitrary point in the past"),
    {0},
};
static Type times_type = {
    STRUCT_SEQUENCE("posix.times_result", "times_result: Result from os.times().", times_fields, 5)};

static Value py_times(Value self, Value *args) {
    (void)self;
    (void)args;
    struct tms t;
    clock_t elapsed = times(&t);
    if (elapsed == (clock_t)-1) return posix_error();
    double tick = (double)sysconf(_SC_CLK_TCK);
    Value items[] = {
        float_value((double)t.tms_utime / tick),  float_value((double)t.tms_stime / tick),
        float_value((double)t.tms_cutime / tick), float_value((double)t.tms_cstime / tick),
        float_value((double)elapsed / tick),
    };
    return struct_sequence_new(&times_type, items);
}

static const AttributeDef uname_fields[] = {
    STRUCT_FIELD(0, "sysname", "operating system name"),
    STRUCT_FIELD(1, "nodename", "name of machine on network (implementation-defined)"),
    STRUCT_FIELD(2, "release", "operating system release"),
    STRUCT_FIELD(3, "version", "operating system version"),
    STRUCT_FIELD(4, "machine", "hardware identifier"),
    {0},
};
static Type uname_type = {
    STRUCT_SEQUENCE("posix.uname_result", "uname_result: Result from os.uname().", uname_fields, 5)};

static Value py_uname(Value self, Value *args) {
    (void)self;
    (void)args;
    struct utsname u;
    if (uname(&u) < 0) return posix_error();
    Value items[] = {posix_text(u.sysname, false), posix_text(u.nodename, false),
                     posix_text(u.release, false), posix_text(u.version, false),
                     posix_text(u.machine, false)};
    return struct_sequence_new(&uname_type, items);
}

static Value py_getloadavg(Value self, Value *args) {
    (void)self;
    (void)args;
    double loads[3];
    if (getloadavg(loads, 3) != 3) return raise_format(&OSError_type, "Load averages are unobtainable");
    return tuple_pack(3, float_value(loads[0]), float_value(loads[1]), float_value(loads[2]));
}

static const NamedNumber sysconf_names[] = {
    {"SC_ARG_MAX", _SC_ARG_MAX},
    {"SC_CHILD_MAX", _SC_CHILD_MAX},
    {"SC_CLK_TCK", _SC_CLK_TCK},
    {"SC_HOST_NAME_MAX", _SC_HOST_NAME_MAX},
    {"SC_IOV_MAX", _SC_IOV_MAX},
    {"SC_LOGIN_NAME_MAX", _SC_LOGIN_NAME_MAX},
    {"SC_NGROUPS_MAX", _SC_NGROUPS_MAX},
    {"SC_NPROCESSORS_CONF", _SC_NPROCESSORS_CONF},
    {"SC_NPROCESSORS_ONLN", _SC_NPROCESSORS_ONLN},
    {"SC_OPEN_MAX", _SC_OPEN_MAX},
    {"SC_AVPHYS_PAGES", _SC_AVPHYS_PAGES},
    {"SC_PAGESIZE", _SC_PAGESIZE},
    {"SC_PAGE_SIZE", _SC_PAGESIZE},
    {"SC_PHYS_PAGES", _SC_PHYS_PAGES},
    {"SC_SYMLOOP_MAX", _SC_SYMLOOP_MAX},
    {"SC_VERSION", _SC_VERSION},
    {0}
};

static Value py_sysconf(Value self, Value *args) {
    (void)self;
    int name = -1;
    if (str_check(args[0])) {
        for (const NamedNumber *row = sysconf_names; name < 0 && row->name; row++)
            if (str_equal_c(args[0], row->name)) name = row->number;
        if (name < 0) return raise_value_error("unrecognized configuration name");
    } else if (!value_has_index(args[0])) {
        return raise_type_error("configuration names must be strings or integers");
    } else if (!posix_int(args[0], &name)) {
        return 0;
    }
    errno = 0;
    long value = sysconf(name);
    return value == -1 && errno ? posix_error() : int_from_int64(value);
}

bool posix_add_process_types(Value dict) {
    Value names = dict_new(), environ_dict = environment();
    return names && dict_set_numbers(names, sysconf_names) && environ_dict && struct_sequence_ready(&times_type) &&
           struct_sequence_ready(&uname_type) && struct_sequence_ready(&posix_terminal_size_type) &&
           dict_set_c(dict, "sysconf_names", names) && dict_set_c(dict, "environ", environ_dict) &&
           dict_set_c(dict, "times_result", VALUE(&times_type)) &&
           dict_set_c(dict, "uname_result", VALUE(&uname_type)) &&
           dict_set_c(dict, "terminal_size", VALUE(&posix_terminal_size_type));
}

const MethodDef posix_process_functions[] = {
    FUNCTION("_create_environ", py_create_environ, "", "The environment as a dict of bytes."),
    FUNCTION("_exit", py_exit_now, "status",
             "Exit to the system with specified status, without normal exit processing."),
    FUNCTION("abort", py_abort, "", "Abort the interpreter immediately."),
    FUNCTION("cpu_count", py_cpu_count, "", "Return the number of logical CPUs in the system."),
    FUNCTION("fork", py_fork, "", "Fork a child process."),
    FUNCTION("getegid", py_getegid, "", "Return the current process's effective group id."),
    FUNCTION("geteuid", py_geteuid, "", "Return the current process's effective user id."),
    FUNCTION("getgid", py_getgid, "", "Return the current process's group id."),
    FUNCTION("getloadavg", py_getloadavg, "", "Return average recent system load information."),
    FUNCTION("getpgid", py_getpgid, "pid", "Call the system call getpgid(), and return the result."),
    FUNCTION("getpgrp", py_getpgrp, "", "Return the current process group id."),
    FUNCTION("getpid", py_getpid, "", "Return the current process id."),
    FUNCTION("getppid", py_getppid, "", "Return the parent's process id."),
    FUNCTION("getpriority", py_getpriority, "which, who", "Return program scheduling priority."),
    FUNCTION("getsid", py_getsid, "pid, /", "Call the system call getsid(pid) and return the result."),
    FUNCTION("getuid", py_getuid, "", "Return the current process's user id."),
    FUNCTION("kill", py_kill, "pid, signal, /", "Kill a process with a signal."),
    FUNCTION("nice", py_nice, "increment, /",
             "Add increment to the priority of process and return the new priority."),
    FUNCTION("putenv", py_putenv, "name, value, /", "Change or add an environment variable."),
    FUNCTION("sched_yield", py_sched_yield, "", "Voluntarily relinquish the CPU."),
    FUNCTION("strerror", py_strerror, "code, /", "Translate an error code to a message string."),
    FUNCTION("sysconf", py_sysconf, "name, /", "Return an integer-valued system configuration variable."),
    FUNCTION("system", py_system, "command", "Execute the command in a subshell."),
    FUNCTION("times", py_times, "", "Return a collection containing process timing information."),
    FUNCTION("uname", py_uname, "", "Return an object identifying the current operating system."),
    FUNCTION("unsetenv", py_unsetenv, "name, /", "Delete an environment variable."),
    FUNCTION("urandom", py_urandom, "size, /",
             "Return a bytes object containing random bytes suitable for cryptographic use."),
    FUNCTION("waitpid", py_waitpid, "pid, options, /", "Wait for completion of a given child process."),
    FUNCTION("waitstatus_to_exitcode", py_waitstatus_to_exitcode, "status",
             "Convert a wait status to an exit code."),
    METHODS_END
};
