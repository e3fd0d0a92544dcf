// Formatting: the format mini-language, printf-style formatting of str and bytes, str.format.
#pragma once
#include "objects/object.h"
#include "objects/str.h"

typedef struct {
    uint32_t fill;              // code point; ' ' when not given
    char align;                 // '<' '>' '=' '^' or 0
    char sign;                  // '+' '-' ' ' or 0
    bool no_negative_zero, alternate, zero_pad;
    ptrdiff_t width;            // -1: not given
    char grouping;              // ',' '_' or 0
    ptrdiff_t precision;        // -1: not given
    char fraction_grouping;     // 3.14: ',' '_' after the precision, or 0
    uint32_t type;              // code point; 0: not given
    bool bare;                  // without a type, 1.0 as "1": a part of a complex number
    const char *type_name;      // of the value's type, for messages
} FormatSpec;
#define FORMAT_TYPE_NUL 0x110000        // the type when it is given as the character NUL
bool format_parse(Value spec, FormatSpec *out, Type *for_type) must_use;       // ValueErrors as CPython's
Value format_int(Value v, const FormatSpec *spec) must_use;
Value format_float(double x, const FormatSpec *spec) must_use;
Value format_complex(Value v, const FormatSpec *spec) must_use;
Value format_str(Value v, const FormatSpec *spec) must_use;
// A double in format 'e', 'f', 'g', 'r', 's' with exact digits at any precision; alt: keep the point.
bool format_double(StrBuilder *out, double x, char kind, int precision, bool alternate, bool sign_always) must_use;
Value format_percent_str(Value format, Value arguments) must_use;              // str % args
Value format_percent_bytes(const uint8_t *format, size_t size, Value arguments, bool bytearray) must_use;
Value format_method(Value format, Value args, Value kwargs) must_use;          // str.format; args 0 for format_map
