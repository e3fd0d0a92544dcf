// time.strptime (time_parse.h). As in CPython each directive takes the longest text that its own pattern
// allows; there is no going back to try less.
#include "lib/time_parse.h"
#include "objects/error.h"
#include "objects/str.h"
#include <strings.h>
#include <time.h>

enum { ABSENT = -1 };

// What the directives have found.
typedef struct {
    int year, iso_year, month, day, hour, half_hour, half, minute, second, weekday, day_of_year;
    int week_from_sunday, week_from_monday, iso_week;
    ParsedTime *out;
} Fields;

static const char *const week_days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday"};
static const char *const month_names[] = {"january", "february", "march", "april", "may", "june",
                                          "july", "august", "september", "october", "november", "december"};

static bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

static int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

// Days from the first of January of the year 1, which was a Monday.
static int day_number(int year, int month, int day) {
    int y = year - 1, total = y * 365 + y / 4 - y / 100 + y / 400;
    for (int m = 1; m < month; m++) total += days_in_month(year, m);
    return total + day - 1;
}

// ---------------------------------------------------------------------------------------------- single items

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number of at most `width` digits in [least, most]: the most digits that make one.
static const char *number(const char *p, int width, int least, int most, int *out) {
    int digits = 0;
    while (digits < width && is_digit(p[digits])) digits++;
    for (; digits > 0; digits--) {
        int value = 0;
        for (int k = 0; k < digits; k++) value = value * 10 + (p[k] - '0');
        if (value < least || value > most) continue;
        *out = value;
        return p + digits;
    }
    return NULL;
}

static const char *exact_number(const char *p, int width, int *out) {
    for (int k = 0; k < width; k++)
        if (!is_digit(p[k])) return NULL;
    return number(p, width, 0, 9999, out);
}

// One of the names, or of their first three letters.
static const char *name(const char *p, const char *const *names, int count, bool whole, int *out) {
    for (int k = 0; k < count; k++) {
        size_t size = whole ? strlen(names[k]) : 3;
        if (strncasecmp(p, names[k], size) != 0) continue;
        *out = k;
        return p + size;
    }
    return NULL;
}

static const char *fraction(const char *p) {
    const char *end = p;
    while (end < p + 6 && is_digit(*end)) end++;
    return end > p ? end : NULL;
}

// +hh[:]mm[[:]ss[.ffffff]] or Z
static const char *offset(const char *p, ParsedTime *out) {
    out->has_offset = true;
    out->offset = 0;
    if (*p == 'Z' || *p == 'z') return p + 1;
    int sign = *p == '-' ? -1 : 1, hours, minutes, seconds = 0;
    if (*p != '+' && *p != '-') return NULL;
    if (!(p = exact_number(p + 1, 2, &hours))) return NULL;
    bool colons = *p == ':';
    if (!(p = exact_number(p + colons, 2, &minutes)) || minutes > 59) return NULL;
    const char *more = exact_number(p + (colons && *p == ':'), 2, &seconds);
    if (more && (!colons || *p == ':') && seconds < 60) p = more;
    else seconds = 0;
    if (more == p && *p == '.' && fraction(p + 1)) p = fraction(p + 1);
    out->offset = sign * (hours * 3600 + minutes * 60 + seconds);
    return p;
}

// UTC, GMT, or one of the local zone's names; sets whether it is that of summer.
static const char *zone(const char *p, ParsedTime *out) {
    tzset();
    const char *const names[] = {"utc", "gmt", tzname[0], tzname[1]};
    for (int k = 0; k < 4; k++) {
        size_t size = strlen(names[k]);
        if (size == 0 || strncasecmp(p, names[k], size) != 0) continue;
        out->zone = str_new(p, size);
        bool same = strcasecmp(tzname[0], tzname[1]) == 0;
        out->summer = k < 2 ? 0 : same && k > 1 && strcasecmp(names[k], "utc") != 0 ? ABSENT : k - 2;
        return p + size;
    }
    return NULL;
}

// ------------------------------------------------------------------------------------------------ directives

static const char *match_format(const char *p, const char *format, Fields *f);

static const char *clock_item(const char *p, char directive, Fields *f) {
    const char *end;
    switch (directive) {
    case 'H': return number(p, 2, 0, 23, &f->hour);
    case 'I': return number(p + (*p == ' '), 2, 1, 12, &f->half_hour);
    case 'M': return number(p, 2, 0, 59, &f->minute);
    case 'S': return number(p, 2, 0, 61, &f->second);
    case 'f': return fraction(p);
    case 'p':
        f->half = strncasecmp(p, "am", 2) == 0 ? 0 : strncasecmp(p, "pm", 2) == 0 ? 1 : ABSENT;
        return f->half == ABSENT ? NULL : p + 2;
    case 'z': return offset(p, f->out);
    case 'Z':
        end = zone(p, f->out);
        return end && f->out->zone ? end : NULL;
    default: return NULL;
    }
}

static const char *date_item(const char *p, char directive, Fields *f) {
    const char *end;
    switch (directive) {
    case 'Y': return exact_number(p, 4, &f->year);
    case 'G': return exact_number(p, 4, &f->iso_year);
    case 'y':
        if ((end = exact_number(p, 2, &f->year))) f->year += f->year <= 68 ? 2000 : 1900;
        return end;
    case 'm': return number(p, 2, 1, 12, &f->month);
    case 'd':
    case 'e': return number(p + (*p == ' '), 2, 1, 31, &f->day);
    case 'j': return number(p, 3, 1, 366, &f->day_of_year);
    case 'B':
    case 'b':
        if ((end = name(p, month_names, 12, directive == 'B', &f->month))) f->month++;
        return end;
    case 'A':
    case 'a': return name(p, week_days, 7, directive == 'A', &f->weekday);
    case 'w':
        if ((end = number(p, 1, 0, 6, &f->weekday))) f->weekday = (f->weekday + 6) % 7;
        return end;
    case 'u':
        if ((end = number(p, 1, 1, 7, &f->weekday))) f->weekday--;
        return end;
    case 'U': return number(p, 2, 0, 53, &f->week_from_sunday);
    case 'W': return number(p, 2, 0, 53, &f->week_from_monday);
    case 'V': return number(p, 2, 1, 53, &f->iso_week);
    default: return NULL;
    }
}

static const char *match_directive(const char *p, char directive, Fields *f) {
    switch (directive) {
    case 'c': return match_format(p, "%a %b %d %H:%M:%S %Y", f);
    case 'x': return match_format(p, "%m/%d/%y", f);
    case 'X':
    case 'T': return match_format(p, "%H:%M:%S", f);
    case 'R': return match_format(p, "%H:%M", f);
    case '%': return *p == '%' ? p + 1 : NULL;
    default: return strchr("HIMSfpzZ", directive) ? clock_item(p, directive, f) : date_item(p, directive, f);
    }
}

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static bool same_letter(char a, char b) {
    bool letter = (a >= 'a' && a <= 'z') || (a >= 'A' && a <= 'Z');
    return a == b || (letter && (a ^ b) == 0x20);
}

// A run of blanks in the format stands for one of any length in the text. NULL: no match.
static const char *match_format(const char *p, const char *format, Fields *f) {
    for (; p && *format; format++) {
        if (*format == '%') {
            p = match_directive(p, *++format, f);
        } else if (is_space(*format)) {
            while (is_space(format[1])) format++;
            if (!is_space(*p)) return NULL;
            while (is_space(*p)) p++;
        } else if (same_letter(*format, *p)) {
            p++;
        } else {
            return NULL;
        }
    }
    return p;
}

static bool check_format(Value format) {
    bool day = false, year = false;
    for (const char *p = str_data(format); *p; p++) {
        if (*p != '%') continue;
        if (!*++p) return raise_value_error("stray %% in format '%S'", format);
        if (!strchr("HIMSfpzZYGymdejBbAawuUWVcxXTR%", *p))
            return raise_value_error("'%c' is a bad directive in format '%S'", *p, format);
        day |= *p == 'd';
        year |= *p == 'y' || *p == 'Y' || *p == 'G';
    }
    return !day || year || warn_deprecated(str_from(
        "Parsing dates involving a day of month without a year specified is ambiguous\n"
        "and fails to parse leap day. The default behavior will change in Python 3.15\n"
        "to either always raise an exception or to use a different default year (TBD).\n"
        "To avoid trouble, add a specific year to the input & format.\n"
        "See https://github.com/python/cpython/issues/70647."));
}

// ------------------------------------------------------------------------------------------ putting together

static bool check_iso(const Fields *f) {
    if (f->iso_year != ABSENT) {
        if (f->day_of_year != ABSENT)
            return raise_value_error(
                "Day of the year directive '%%j' is not compatible with ISO year directive "
                "'%%G'. Use '%%Y' instead.");
        if (f->iso_week != ABSENT && f->weekday != ABSENT) return true;
        return raise_value_error(
            "ISO year directive '%%G' must be used with the ISO week directive '%%V' and a "
            "weekday directive ('%%A', '%%a', '%%w', or '%%u').");
    }
    if (f->iso_week == ABSENT) return true;
    if (f->year == ABSENT || f->weekday == ABSENT)
        return raise_value_error(
            "ISO week directive '%%V' must be used with the ISO year directive '%%G' and a "
            "weekday directive ('%%A', '%%a', '%%w', or '%%u').");
    return raise_value_error(
        "ISO week directive '%%V' is incompatible with the year directive '%%Y'. Use the ISO "
        "year '%%G' instead.");
}

// The day of the year that a week and a weekday mean, which may lie in the year before.
static int day_of_week(int year, int week, int weekday, bool from_monday) {
    int first = day_number(year, 1, 1) % 7;
    if (!from_monday) {
        first = (first + 1) % 7;
        weekday = (weekday + 1) % 7;
    }
    int week_0 = (7 - first) % 7;
    return week == 0 ? 1 + weekday - first : 1 + week_0 + 7 * (week - 1) + weekday;
}

static void set_day_of_year(Fields *f, int year) {
    ParsedTime *out = f->out;
    int left = f->day_of_year;
    out->year = year;
    while (left < 1) left += is_leap(--out->year) ? 366 : 365;
    while (left > (is_leap(out->year) ? 366 : 365)) left -= is_leap(out->year++) ? 366 : 365;
    for (out->month = 1; left > days_in_month(out->year, out->month); out->month++)
        left -= days_in_month(out->year, out->month);
    out->day = left;
}

static bool set_date(Fields *f) {
    ParsedTime *out = f->out;
    int year = f->year == ABSENT ? 1900 : f->year;
    bool leap_day = f->year == ABSENT && f->month == 2 && f->day == 29;
    if (f->day_of_year == ABSENT && f->weekday != ABSENT) {
        if (f->week_from_sunday != ABSENT)
            f->day_of_year = day_of_week(year, f->week_from_sunday, f->weekday, false);
        else if (f->week_from_monday != ABSENT)
            f->day_of_year = day_of_week(year, f->week_from_monday, f->weekday, true);
        else if (f->iso_year != ABSENT) {
            year = f->iso_year;
            int fourth = (day_number(year, 1, 4) % 7);
            f->day_of_year = f->iso_week * 7 + f->weekday + 1 - (fourth + 4);
        }
    }
    out->year = leap_day ? 1904 : year;
    out->month = f->month == ABSENT ? 1 : f->month;
    out->day = f->day == ABSENT ? 1 : f->day;
    bool by_day = f->day_of_year != ABSENT;
    if (out->year < 1) return raise_value_error("year must be in 1..9999, not %d", out->year);
    if (by_day) set_day_of_year(f, year);
    int most = days_in_month(out->year, out->month);
    if (out->day > most)
        return raise_value_error("day %d must be in range 1..%d for month %d in year %d", out->day, most,
                                 out->month, out->year);
    out->day_of_year = by_day && f->day_of_year > 0
        ? f->day_of_year
        : day_number(out->year, out->month, out->day) - day_number(out->year, 1, 1) + 1;
    out->weekday = f->weekday != ABSENT ? f->weekday : day_number(out->year, out->month, out->day) % 7;
    if (leap_day) out->year = 1900;
    return true;
}

static void set_clock(const Fields *f) {
    f->out->hour = f->hour == ABSENT ? 0 : f->hour;
    if (f->half_hour != ABSENT) f->out->hour = f->half_hour % 12 + (f->half == 1 ? 12 : 0);
    f->out->minute = f->minute == ABSENT ? 0 : f->minute;
    f->out->second = f->second == ABSENT ? 0 : f->second;
}

bool time_parse(Value text, Value format, ParsedTime *out) {
    *out = (ParsedTime){.summer = ABSENT, .zone = NONE};
    Fields f = {ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT,
                ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, out};
    const char *start = str_c(text), *pattern = str_c(format);
    if (!start || !pattern || !check_format(format)) return false;
    const char *end = match_format(start, pattern, &f);
    if (error_occurred()) return false;
    if (!end) return raise_value_error("time data %R does not match format %R", text, format);
    if (*end) return raise_value_error("unconverted data remains: %s", end);
    if (!check_iso(&f) || !set_date(&f)) return false;
    set_clock(&f);
    return true;
}
