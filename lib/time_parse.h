// time.strptime: text to calendar time, by a format.
#pragma once
#include "objects/object.h"

typedef struct {
    int year, month, day, hour, minute, second;
    int weekday;                // 0: Monday
    int day_of_year;            // 1 .. 366
    int summer;                 // 1, 0, -1: unknown
    Value zone;                 // str, or NONE
    bool has_offset;
    int offset;                 // seconds east of Greenwich
} ParsedTime;
// ValueError when the text does not match.
bool time_parse(Value text, Value format, ParsedTime *out) must_use;
