// time: clocks, sleeping, calendar time.
#include "lib/lib.h"
#include "lib/simple_namespace.h"
#include "lib/struct_sequence.h"
#include "lib/time_parse.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/module.h"
#include "vm/frame.h"
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <time.h>

#define NANOSECONDS 1000000000LL

static const AttributeDef struct_time_fields[] = {
    STRUCT_FIELD(0, "tm_year", "year, for example, 1993"),
    STRUCT_FIELD(1, "tm_mon", "month of year, range [1, 12]"),
    STRUCT_FIELD(2, "tm_mday", "day of month, range [1, 31]"),
    STRUCT_FIELD(3, "tm_hour", "hours, range [0, 23]"),
    STRUCT_FIELD(4, "tm_min", "minutes, range [0, 59]"),
    STRUCT_FIELD(5, "tm_sec", "seconds, range [0, 61])"),
    STRUCT_FIELD(6, "tm_wday", "day of week, range [0, 6], Monday is 0"),
    STRUCT_FIELD(7, "tm_yday", "day of year, range [1, 366]"),
    STRUCT_FIELD(8, "tm_isdst", "1 if summer time is in effect, 0 if not, and -1 if unknown"),
    STRUCT_FIELD(9, "tm_zone", "abbreviation of timezone name"),
    STRUCT_FIELD(10, "tm_gmtoff", "offset from UTC in seconds"),
    {0}
};
static Type struct_time_type = {
    STRUCT_SEQUENCE("time.struct_time", "What gmtime(), localtime() and strptime() answer: nine ints.",
                    struct_time_fields, 9)};

// ------------------------------------------------------------------------------------------------ clocks

static int64_t read_clock(clockid_t clock) {
    struct timespec now = {0};
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * NANOSECONDS + now.tv_nsec;
}

static Value seconds(int64_t nanoseconds) { return float_value((double)nanoseconds / 1e9); }

#define CLOCK(name, clock)                                                                                   \
    static Value py_##name(Value self, Value *args) {                                                        \
        return (void)self, (void)args, seconds(read_clock(clock));                                           \
    }                                                                                                        \
    static Value py_##name##_ns(Value self, Value *args) {                                                   \
        return (void)self, (void)args, int_from_int64(read_clock(clock));                                    \
    }
CLOCK(time, CLOCK_REALTIME)
CLOCK(monotonic, CLOCK_MONOTONIC)
CLOCK(process_time, CLOCK_PROCESS_CPUTIME_ID)
CLOCK(thread_time, CLOCK_THREAD_CPUTIME_ID)

// A clock by number; *nanoseconds is its time.
static bool clock_argument(Value v, int (*ask)(clockid_t, struct timespec *), int64_t *nanoseconds) {
    int64_t clock;
    struct timespec now;
    if (!object_to_int64(v, &clock)) return false;
    if (ask((clockid_t)clock, &now) < 0) return raise_os_error(errno, 0);
    *nanoseconds = (int64_t)now.tv_sec * NANOSECONDS + now.tv_nsec;
    return true;
}

static Value py_clock_gettime(Value self, Value *args) {
    (void)self;
    int64_t now;
    return clock_argument(args[0], clock_gettime, &now) ? seconds(now) : 0;
}

static Value py_clock_gettime_ns(Value self, Value *args) {
    (void)self;
    int64_t now;
    return clock_argument(args[0], clock_gettime, &now) ? int_from_int64(now) : 0;
}

static Value py_clock_getres(Value self, Value *args) {
    (void)self;
    int64_t resolution;
    return clock_argument(args[0], clock_getres, &resolution) ? seconds(resolution) : 0;
}

static Value py_get_clock_info(Value self, Value *args) {
    (void)self;
    static const struct {
        const char *name, *implementation;
        clockid_t clock;
    } clocks[] = {
        {"time", "clock_gettime(CLOCK_REALTIME)", CLOCK_REALTIME},
        {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", CLOCK_MONOTONIC},
        {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", CLOCK_MONOTONIC},
        {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", CLOCK_PROCESS_CPUTIME_ID},
        {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", CLOCK_THREAD_CPUTIME_ID},
    };
    if (!str_check(args[0]))
        return raise_type_error("get_clock_info() argument 1 must be str, not %P", args[0]);
    for (size_t k = 0; k < sizeof clocks / sizeof *clocks; k++) {
        if (!str_equal_c(args[0], clocks[k].name)) continue;
        struct timespec resolution = {0};
        clock_getres(clocks[k].clock, &resolution);
        bool real = clocks[k].clock == CLOCK_REALTIME;
        Value info = simple_namespace_new();
        bool done = info &&
            object_set_attribute(info, intern("implementation"), str_from(clocks[k].implementation)) &&
            object_set_attribute(info, intern("monotonic"), bool_value(!real)) &&
            object_set_attribute(info, intern("adjustable"), bool_value(real)) &&
            object_set_attribute(info, intern("resolution"), seconds(resolution.tv_nsec));
        return done ? info : 0;
    }
    return raise_value_error("unknown clock");
}

// ------------------------------------------------------------------------------------------------ sleep

static bool raise_out_of_range(void) {
    return raise_overflow_error("timestamp out of range for platform time_t");
}

static bool sleep_argument(Value v, int64_t *nanoseconds) {
    if (float_check(v)) {
        double x = float_get(v);
        if (isnan(x)) return raise_value_error("Invalid value NaN (not a number)");
        if (fabs(x) > 9.2e9) return raise_out_of_range();
        *nanoseconds = (int64_t)ceil(x * 1e9);
        return true;
    }
    if (!int_check(v) && !type_of(v)->index)
        return raise_type_error("'%T' object cannot be interpreted as an integer or float", v);
    int64_t whole;
    if (!object_to_int64(v, &whole)) {
        if (!error_clear_if(&OverflowError_type)) return false;
        return raise_overflow_error("timestamp too large to convert to C PyTime_t");
    }
    if (__builtin_mul_overflow(whole, NANOSECONDS, nanoseconds))
        return raise_overflow_error("timestamp too large to convert to C PyTime_t");
    return true;
}

static Value py_sleep(Value self, Value *args) {
    (void)self;
    int64_t length = 0;
    if (!sleep_argument(args[0], &length)) return 0;
    if (length < 0) return raise_value_error("sleep length must be non-negative");
    int64_t end = read_clock(CLOCK_MONOTONIC);
    if (__builtin_add_overflow(end, length, &end)) end = INT64_MAX;
    struct timespec until = {end / NANOSECONDS, end % NANOSECONDS};
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, 0) == EINTR)
        if (machine_interrupt && !machine_handle_interrupt()) return 0;
    return NONE;
}

// --------------------------------------------------------------------------------------------- calendar time

static Value struct_time(const struct tm *t, const char *zone, long offset) {
    Value items[] = {
        int_from_int64((int64_t)t->tm_year + 1900),
        SMALL(t->tm_mon + 1),
        SMALL(t->tm_mday),
        SMALL(t->tm_hour),
        SMALL(t->tm_min),
        SMALL(t->tm_sec),
        SMALL((t->tm_wday + 6) % 7),
        SMALL(t->tm_yday + 1),
        SMALL(t->tm_isdst),
        zone ? str_from(zone) : NONE,
        SMALL(offset),
    };
    return struct_sequence_new(&struct_time_type, items);
}

// Seconds since 1970, rounded down; absent or None: now.
static bool timestamp_argument(Value v, time_t *out) {
    if (!v || v == NONE) {
        *out = time(0);
        return true;
    }
    if (float_check(v)) {
        double x = floor(float_get(v));
        if (isnan(x)) return raise_value_error("Invalid value NaN (not a number)");
        if (fabs(x) >= 9.2e18) return raise_out_of_range();
        *out = (time_t)x;
        return true;
    }
    int64_t whole;
    if (!object_to_int64(v, &whole)) return error_clear_if(&OverflowError_type) && raise_out_of_range();
    *out = whole;
    return true;
}

static Value py_gmtime(Value self, Value *args) {
    (void)self;
    time_t when;
    struct tm t;
    if (!timestamp_argument(args[0], &when)) return 0;
    if (!gmtime_r(&when, &t)) return raise_os_error(errno ? errno : EINVAL, 0);
    return struct_time(&t, "UTC", 0);
}

static Value py_localtime(Value self, Value *args) {
    (void)self;
    time_t when;
    struct tm t;
    if (!timestamp_argument(args[0], &when)) return 0;
    if (!localtime_r(&when, &t)) return raise_os_error(errno ? errno : EINVAL, 0);
    return struct_time(&t, t.tm_zone, t.tm_gmtoff);
}

static bool int_item(Value tuple, size_t index, int *out) {
    int64_t i;
    if (!object_to_int64(tuple_get(tuple, index), &i)) return false;
    if (i > INT32_MAX) return raise_overflow_error("signed integer is greater than maximum");
    if (i < INT32_MIN) return raise_overflow_error("signed integer is less than minimum");
    *out = (int)i;
    return true;
}

// A struct_time or a tuple of nine ints.
static bool time_argument(Value v, const char *function, struct tm *t) {
    if (!tuple_check(v)) return raise_type_error("Tuple or struct_time argument required");
    if (tuple_count(v) != 9) return raise_type_error("%s(): illegal time tuple argument", function);
    int year;
    memset(t, 0, sizeof *t);
    int *const fields[] = {&year,      &t->tm_mon,  &t->tm_mday, &t->tm_hour, &t->tm_min,
                           &t->tm_sec, &t->tm_wday, &t->tm_yday, &t->tm_isdst};
    for (size_t k = 0; k < 9; k++)
        if (!int_item(v, k, fields[k])) return false;
    if (year < INT32_MIN + 1900) return raise_overflow_error("year out of range");
    t->tm_year = year - 1900;
    t->tm_mon--;
    t->tm_wday = (t->tm_wday + 1) % 7;
    t->tm_yday--;
    if (!value_is(v, &struct_time_type)) return true;
    Value zone = struct_sequence_get_9(v), offset = struct_sequence_get_10(v);
    int64_t seconds_east;
    if (str_check(zone)) t->tm_zone = str_c(zone);
    if (int_check(offset) && int_get64(offset, &seconds_east)) t->tm_gmtoff = seconds_east;
    return true;
}

// Zeros stand for the least value of month, day and day of the year.
static bool check_ranges(struct tm *t) {
    if (t->tm_mon == -1) t->tm_mon = 0;
    if (t->tm_mday == 0) t->tm_mday = 1;
    if (t->tm_yday == -1) t->tm_yday = 0;
    if (t->tm_mon < 0 || t->tm_mon > 11) return raise_value_error("month out of range");
    if (t->tm_mday < 0 || t->tm_mday > 31) return raise_value_error("day of month out of range");
    if (t->tm_hour < 0 || t->tm_hour > 23) return raise_value_error("hour out of range");
    if (t->tm_min < 0 || t->tm_min > 59) return raise_value_error("minute out of range");
    if (t->tm_sec < 0 || t->tm_sec > 61) return raise_value_error("seconds out of range");
    if (t->tm_wday < 0) return raise_value_error("day of week out of range");
    return (t->tm_yday >= 0 && t->tm_yday <= 365) || raise_value_error("day of year out of range");
}

static bool now_or_argument(Value v, const char *function, struct tm *t) {
    if (v) return time_argument(v, function, t);
    time_t now = time(0);
    return localtime_r(&now, t) || raise_os_error(errno, 0);
}

// One piece of a format without NUL.
static bool add_formatted(StrBuilder *out, const char *format, const struct tm *t) {
    if (!*format) return true;
    for (size_t room = 256 + strlen(format) * 4;; room *= 2) {
        char *text = mem_alloc_atomic(room);
        if (!text) return false;
        size_t size = strftime(text, room, format, t);
        if (size == 0 && room < ((size_t)1 << 20)) {            // too little room, or nothing to write
            if (room > 256 * strlen(format)) return true;
            continue;
        }
        str_builder_add(out, text, size);
        return true;
    }
}

static Value py_strftime(Value self, Value *args) {
    (void)self;
    if (!str_check(args[0])) return raise_type_error("strftime() argument 1 must be str, not %P", args[0]);
    struct tm t;
    if (!now_or_argument(args[1], "strftime", &t) || !check_ranges(&t)) return 0;
    if (t.tm_isdst < -1) t.tm_isdst = -1;
    if (t.tm_isdst > 1) t.tm_isdst = 1;
    const char *at = str_c(args[0]), *end = at ? at + str_size(args[0]) : 0;
    StrBuilder out;
    str_builder_init(&out);
    while (at && at <= end) {
        if (!add_formatted(&out, at, &t)) return 0;
        at += strlen(at) + 1;
        if (at <= end) str_builder_add(&out, "", 1);
    }
    return at ? str_builder_finish(&out) : 0;
}

static Value asctime_text(const struct tm *t) {
    static const char days[7][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    int size = snprintf(text, sizeof text, "%s %s%3d %.2d:%.2d:%.2d %d", days[t->tm_wday], months[t->tm_mon],
                        t->tm_mday, t->tm_hour, t->tm_min, t->tm_sec, 1900 + t->tm_year);
    return str_ascii(text, (size_t)size);
}

static Value py_asctime(Value self, Value *args) {
    (void)self;
    struct tm t;
    return now_or_argument(args[0], "asctime", &t) && check_ranges(&t) ? asctime_text(&t) : 0;
}

static Value py_ctime(Value self, Value *args) {
    (void)self;
    time_t when;
    struct tm t;
    if (!timestamp_argument(args[0], &when)) return 0;
    return localtime_r(&when, &t) ? asctime_text(&t) : raise_os_error(errno, 0);
}

static Value py_strptime(Value self, Value *args) {
    (void)self;
    Value format = args[1] ? args[1] : str_from("%a %b %d %H:%M:%S %Y");
    for (int k = 0; k < 2; k++) {
        Value argument = k ? format : args[0];
        if (!argument) return 0;
        if (!str_check(argument))
            return raise_type_error("strptime() argument %d must be str, not %R", k,
                                    VALUE(type_of(argument)));
    }
    ParsedTime t;
    if (!time_parse(args[0], format, &t)) return 0;
    Value items[] = {
        SMALL(t.year),
        SMALL(t.month),
        SMALL(t.day),
        SMALL(t.hour),
        SMALL(t.minute),
        SMALL(t.second),
        SMALL(t.weekday),
        SMALL(t.day_of_year),
        SMALL(t.summer),
        t.zone,
        t.has_offset ? SMALL(t.offset) : NONE,
    };
    return struct_sequence_new(&struct_time_type, items);
}

static Value py_mktime(Value self, Value *args) {
    (void)self;
    struct tm t;
    if (!time_argument(args[0], "mktime", &t)) return 0;
    t.tm_wday = -1;                             // stays so when it fails
    time_t when = mktime(&t);
    return when == -1 && t.tm_wday == -1 ? raise_overflow_error("mktime argument out of range")
                                         : float_value((double)when);
}

// ------------------------------------------------------------------------------------------------ the module

// timezone, altzone, daylight, tzname: those of January and July of this year.
static bool add_zone(Value dict) {
    tzset();
    time_t now = time(0);
    struct tm t;
    if (!localtime_r(&now, &t)) return true;
    long offsets[2];
    Value names[2];
    for (int k = 0; k < 2; k++) {
        struct tm day = {
            .tm_year = t.tm_year, .tm_mon = k ? 6 : 0, .tm_mday = 1, .tm_hour = 12, .tm_isdst = -1};
        mktime(&day);
        offsets[k] = -day.tm_gmtoff;
        names[k] = str_from(day.tm_zone ? day.tm_zone : "UTC");
    }
    bool south = offsets[0] < offsets[1];       // summer is in January
    return dict_set_c(dict, "timezone", SMALL(offsets[south])) &&
        dict_set_c(dict, "altzone", SMALL(offsets[!south])) &&
        dict_set_c(dict, "daylight", SMALL(offsets[0] != offsets[1])) &&
        dict_set_c(dict, "tzname", tuple_pair(names[south], names[!south]));
}

static Value py_tzset(Value self, Value *args) {
    (void)args;
    (void)self;
    Value module = dict_get(machine.modules, intern("time"));
    return module && add_zone(module_dict(module)) ? NONE : 0;
}

static const MethodDef functions[] = {
    FUNCTION("asctime", py_asctime, "t=None, /", "A time as text: 'Sat Jun 06 16:26:11 1998'."),
    FUNCTION("clock_getres", py_clock_getres, "clk_id, /", "The resolution of a clock in seconds."),
    FUNCTION("clock_gettime", py_clock_gettime, "clk_id, /", "The time of a clock in seconds."),
    FUNCTION("clock_gettime_ns", py_clock_gettime_ns, "clk_id, /", "The time of a clock in nanoseconds."),
    FUNCTION("ctime", py_ctime, "seconds=None, /", "A local time as text."),
    FUNCTION("get_clock_info", py_get_clock_info, "name, /", "What is known about a clock."),
    FUNCTION("gmtime", py_gmtime, "seconds=None, /", "A time in UTC as a struct_time."),
    FUNCTION("localtime", py_localtime, "seconds=None, /", "A local time as a struct_time."),
    FUNCTION("mktime", py_mktime, "t, /", "Seconds since 1970 of a local time."),
    FUNCTION("monotonic", py_monotonic, "", "Seconds of a clock that never goes back."),
    FUNCTION("monotonic_ns", py_monotonic_ns, "", "The same in nanoseconds."),
    FUNCTION("perf_counter", py_monotonic, "", "Seconds of the best clock for measuring."),
    FUNCTION("perf_counter_ns", py_monotonic_ns, "", "The same in nanoseconds."),
    FUNCTION("process_time", py_process_time, "", "Seconds of processor time of this process."),
    FUNCTION("process_time_ns", py_process_time_ns, "", "The same in nanoseconds."),
    FUNCTION("sleep", py_sleep, "seconds, /", "Wait so many seconds, or parts of one."),
    FUNCTION("strftime", py_strftime, "format, t=None, /", "A time as text, in the format given."),
    FUNCTION("strptime", py_strptime, "data_string, format='%a %b %d %H:%M:%S %Y', /",
             "A struct_time from text in the format given."),
    FUNCTION("thread_time", py_thread_time, "", "Seconds of processor time of this thread."),
    FUNCTION("thread_time_ns", py_thread_time_ns, "", "The same in nanoseconds."),
    FUNCTION("time", py_time, "", "Seconds since 1970."),
    FUNCTION("time_ns", py_time_ns, "", "The same in nanoseconds."),
    FUNCTION("tzset", py_tzset, "", "Read the variable TZ again."),
    METHODS_END
};

Value module_time_make(void) {
    static const NamedNumber clocks[] = {
        {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
        {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
        {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
        {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
        {"CLOCK_REALTIME", CLOCK_REALTIME},
        {"CLOCK_TAI", CLOCK_TAI},
        {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
        {0}
    };
    Value name = intern("time"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions) || !struct_sequence_ready(&struct_time_type))
        return 0;
    Value dict = module_dict(module);
    return dict_set_numbers(dict, clocks) && dict_set_c(dict, "struct_time", VALUE(&struct_time_type)) &&
                   add_zone(dict)
               ? module
               : 0;
}
