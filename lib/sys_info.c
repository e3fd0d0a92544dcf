// sys.version_info, sys.flags, sys.float_info and the like (sys_info.h).
#include "lib/sys_info.h"
#include "lib/settings.h"
#include "lib/simple_namespace.h"
#include "lib/struct_sequence.h"
#include "objects/dict.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/str.h"
#include <float.h>

static const AttributeDef version_fields[] = {
    STRUCT_FIELD(0, "major", "Major release number"), STRUCT_FIELD(1, "minor", "Minor release number"),
    STRUCT_FIELD(2, "micro", "Patch release number"),
    STRUCT_FIELD(3, "releaselevel", "'alpha', 'beta', 'candidate', or 'final'"),
    STRUCT_FIELD(4, "serial", "Serial release number"), {0}};
static Type version_type = {STRUCT_SEQUENCE("sys.version_info",
                                            "sys.version_info\n\nVersion information as a named tuple.",
                                            version_fields, 5),
                            .flags = TYPE_NO_NEW};

static const AttributeDef flags_fields[] = {
    STRUCT_FIELD(0, "debug", "-d"),
    STRUCT_FIELD(1, "inspect", "-i"),
    STRUCT_FIELD(2, "interactive", "-i"),
    STRUCT_FIELD(3, "optimize", "-O or -OO"),
    STRUCT_FIELD(4, "dont_write_bytecode", "-B"),
    STRUCT_FIELD(5, "no_user_site", "-s"),
    STRUCT_FIELD(6, "no_site", "-S"),
    STRUCT_FIELD(7, "ignore_environment", "-E"),
    STRUCT_FIELD(8, "verbose", "-v"),
    STRUCT_FIELD(9, "bytes_warning", "-b"),
    STRUCT_FIELD(10, "quiet", "-q"),
    STRUCT_FIELD(11, "hash_randomization", "-R"),
    STRUCT_FIELD(12, "isolated", "-I"),
    STRUCT_FIELD(13, "dev_mode", "-X dev"),
    STRUCT_FIELD(14, "utf8_mode", "-X utf8"),
    STRUCT_FIELD(15, "warn_default_encoding", "-X warn_default_encoding"),
    STRUCT_FIELD(16, "safe_path", "-P"),
    STRUCT_FIELD(17, "int_max_str_digits", "-X int_max_str_digits"),
    {0}
};
static Type flags_type = {
    STRUCT_SEQUENCE("sys.flags",
                    "sys.flags\n\nFlags provided through command line arguments or environment vars.",
                    flags_fields, 18),
    .flags = TYPE_NO_NEW};

static const AttributeDef float_fields[] = {
    STRUCT_FIELD(0, "max", "the greatest finite float"),
    STRUCT_FIELD(1, "max_exp", "radix**(max_exp-1) is a finite float"),
    STRUCT_FIELD(2, "max_10_exp", "10**max_10_exp is a finite float"),
    STRUCT_FIELD(3, "min", "the least positive normal float"),
    STRUCT_FIELD(4, "min_exp", "radix**(min_exp-1) is a normal float"),
    STRUCT_FIELD(5, "min_10_exp", "10**min_10_exp is a normal float"),
    STRUCT_FIELD(6, "dig", "decimal digits that survive a conversion to float and back"),
    STRUCT_FIELD(7, "mant_dig", "digits of the mantissa"),
    STRUCT_FIELD(8, "epsilon", "from 1 to the next float"),
    STRUCT_FIELD(9, "radix", "of the exponent"),
    STRUCT_FIELD(10, "rounds", "how additions are rounded"),
    {0}
};
static Type float_info_type = {
    STRUCT_SEQUENCE("sys.float_info", "The limits of float.", float_fields, 11), .flags = TYPE_NO_NEW};

static const AttributeDef int_fields[] = {
    STRUCT_FIELD(0, "bits_per_digit", "of CPython's representation"),
    STRUCT_FIELD(1, "sizeof_digit", "of CPython's representation"),
    STRUCT_FIELD(2, "default_max_str_digits", "the limit of conversions to and from text at first"),
    STRUCT_FIELD(3, "str_digits_check_threshold", "the least limit that can be set"),
    {0}
};
static Type int_info_type = {STRUCT_SEQUENCE("sys.int_info", "About int.", int_fields, 4),
                             .flags = TYPE_NO_NEW};

static const AttributeDef hash_fields[] = {
    STRUCT_FIELD(0, "width", "bits of a hash"),
    STRUCT_FIELD(1, "modulus", "the prime of the hash of numbers"),
    STRUCT_FIELD(2, "inf", "the hash of infinity"),
    STRUCT_FIELD(3, "nan", "not used"),
    STRUCT_FIELD(4, "imag", "the factor of imaginary parts"),
    STRUCT_FIELD(5, "algorithm", "of the hash of str and bytes"),
    STRUCT_FIELD(6, "hash_bits", "its result"),
    STRUCT_FIELD(7, "seed_bits", "its seed"),
    STRUCT_FIELD(8, "cutoff", "shorter texts are hashed in another way"),
    {0}
};
static Type hash_info_type = {STRUCT_SEQUENCE("sys.hash_info", "About hash().", hash_fields, 9),
                              .flags = TYPE_NO_NEW};

static const AttributeDef thread_fields[] = {
    STRUCT_FIELD(0, "name", "of the thread library"), STRUCT_FIELD(1, "lock", "how locks are made"),
    STRUCT_FIELD(2, "version", "of the thread library"), {0}};
static Type thread_info_type = {STRUCT_SEQUENCE("sys.thread_info", "About threads.", thread_fields, 3),
                                .flags = TYPE_NO_NEW};

static Value make_version(void) {
    Value items[] = {SMALL(3), SMALL(14), SMALL(2), intern("final"), SMALL(0)};
    return struct_sequence_new(&version_type, items);
}

static Value make_flags(void) {
    Value items[18];
    const int numbers[] = {0, settings.inspect, settings.inspect, settings.optimize, 1, settings.no_user_site, settings.no_site,
                           settings.ignore_environment, 0, 0, settings.quiet, 1, settings.isolated, 0, 1, 0, 0};
    for (int k = 0; k < 17; k++) items[k] = SMALL(numbers[k]);
    items[13] = bool_value(settings.dev_mode);
    items[16] = bool_value(settings.safe_path);
    items[17] = int_from_int64(int_max_str_digits);
    return struct_sequence_new(&flags_type, items);
}

static Value make_float_info(void) {
    Value items[] = {float_value(DBL_MAX),
                     SMALL(DBL_MAX_EXP),
                     SMALL(DBL_MAX_10_EXP),
                     float_value(DBL_MIN),
                     SMALL(DBL_MIN_EXP),
                     SMALL(DBL_MIN_10_EXP),
                     SMALL(DBL_DIG),
                     SMALL(DBL_MANT_DIG),
                     float_value(DBL_EPSILON),
                     SMALL(FLT_RADIX),
                     SMALL(1)};
    return struct_sequence_new(&float_info_type, items);
}

static Value make_int_info(void) {
    Value items[] = {SMALL(30), SMALL(4), SMALL(4300), SMALL(640)};
    return struct_sequence_new(&int_info_type, items);
}

static Value make_hash_info(void) {
    Value items[] = {SMALL(64),      SMALL(((int64_t)1 << 61) - 1),
                     SMALL(314159),  SMALL(0),
                     SMALL(1000003), intern("bitis"),
                     SMALL(64),      SMALL(0),
                     SMALL(0)};
    return struct_sequence_new(&hash_info_type, items);
}

static Value make_thread_info(void) {
    Value items[] = {intern("pthread"), NONE, NONE};
    return struct_sequence_new(&thread_info_type, items);
}

static Value make_implementation(Value version) {
    Value v = simple_namespace_new();
    bool done = v && object_set_attribute(v, NAME(name), intern("bitis")) &&
        object_set_attribute(v, intern("cache_tag"), intern("bitis-314")) &&
        object_set_attribute(v, intern("version"), version) &&
        object_set_attribute(v, intern("hexversion"), SMALL(SYS_VERSION_HEX)) &&
        object_set_attribute(v, intern("supports_isolated_interpreters"), FALSE);
    return done ? v : 0;
}

bool sys_add_info(Value dict) {
    Value version = make_version();
    return version && dict_set_c(dict, "version_info", version) && dict_set_c(dict, "flags", make_flags()) &&
        dict_set_c(dict, "float_info", make_float_info()) && dict_set_c(dict, "int_info", make_int_info()) &&
        dict_set_c(dict, "hash_info", make_hash_info()) &&
        dict_set_c(dict, "thread_info", make_thread_info()) &&
        dict_set_c(dict, "implementation", make_implementation(version));
}
