// The methods of str as Python sees them; those too small for a file of their own are here.
#include "objects/codecs.h"
#include "objects/format.h"
#include "objects/str_parts.h"
#include "objects/tuple.h"

static Value str_py_encode(Value self, Value *args) {
    const char *encoding = NULL, *errors = NULL;
    if (!codec_argument(args[0], "encode()", "'encoding'", &encoding)) return 0;
    if (!codec_argument(args[1], "encode()", "'errors'", &errors)) return 0;
    return codec_encode(self, encoding, errors);
}

static Value str_py_join(Value self, Value *args) { return str_join(self, args[0]); }
static Value str_py_format(Value self, Value *args) { return format_method(self, args[0], args[1]); }
static Value str_py_format_map(Value self, Value *args) { return format_method(self, 0, args[0]); }

static Value str_py_getnewargs(Value self, Value *args) {
    (void)args;
    Value copy = str_new(str_data(self), str_size(self));
    return copy ? tuple_pack(1, copy) : 0;
}

static Value str_py_sizeof(Value self, Value *args) {
    (void)args;
    return SMALL(sizeof(Str) + str_size(self) + 1);
}

const MethodDef str_methods[] = {
    METHOD("capitalize", str_py_capitalize, "",
           "The text with its first character in title case and the rest in lower case."),
    METHOD("casefold", str_py_casefold, "", "The text in a form for comparing without regard to case."),
    METHOD("center", str_py_center, "width, fillchar=' ', /",
           "The text centered in a field of the given width."),
    METHOD("count", str_py_count, "sub, start=None, end=None, /",
           "Number of occurrences of sub that do not overlap."),
    METHOD("encode", str_py_encode, "encoding='utf-8', errors='strict'", "The text as bytes."),
    METHOD("endswith", str_py_endswith, "suffix, start=None, end=None, /",
           "Whether the text ends with suffix, a str or a tuple of them."),
    METHOD("expandtabs", str_py_expandtabs, "tabsize=8", "The text with spaces in place of tabs."),
    METHOD("find", str_py_find, "sub, start=None, end=None, /", "Lowest index where sub is found, or -1."),
    METHOD("format", str_py_format, "*args, **kwargs", "The text with {fields} replaced by the arguments."),
    METHOD("format_map", str_py_format_map, "mapping, /",
           "The text with {fields} replaced by items of a mapping."),
    METHOD("index", str_py_index, "sub, start=None, end=None, /",
           "Lowest index where sub is found; ValueError if it is not."),
    METHOD("isalnum", str_py_isalnum, "", "Whether there are letters and numerals only."),
    METHOD("isalpha", str_py_isalpha, "", "Whether there are letters only."),
    METHOD("isascii", str_py_isascii, "", "Whether all characters are ASCII."),
    METHOD("isdecimal", str_py_isdecimal, "", "Whether there are decimal digits only."),
    METHOD("isdigit", str_py_isdigit, "", "Whether there are digits only, superscripts included."),
    METHOD("isidentifier", str_py_isidentifier, "",
           "Whether the text could be a name; reserved words pass, too."),
    METHOD("islower", str_py_islower, "", "Whether all cased characters are lower case and there is one."),
    METHOD("isnumeric", str_py_isnumeric, "", "Whether there are numerals only."),
    METHOD("isprintable", str_py_isprintable, "", "Whether repr() would show all characters as they are."),
    METHOD("isspace", str_py_isspace, "", "Whether there is white space only."),
    METHOD("istitle", str_py_istitle, "",
           "Whether every word begins in upper case and goes on in lower case."),
    METHOD("isupper", str_py_isupper, "", "Whether all cased characters are upper case and there is one."),
    METHOD("join", str_py_join, "iterable, /", "The strings of the iterable with this text between them."),
    METHOD("ljust", str_py_ljust, "width, fillchar=' ', /",
           "The text on the left of a field of the given width."),
    METHOD("lower", str_py_lower, "", "The text in lower case."),
    METHOD("lstrip", str_py_lstrip, "chars=None, /",
           "The text without white space, or any of chars, at its start."),
    STATIC_METHOD("maketrans", str_py_maketrans, "x, y=None, z=None, /", "A table for translate()."),
    METHOD("partition", str_py_partition, "sep, /",
           "The text before the first sep, sep, and the text behind."),
    METHOD("removeprefix", str_py_removeprefix, "prefix, /",
           "The text without the prefix, if it starts with it."),
    METHOD("removesuffix", str_py_removesuffix, "suffix, /",
           "The text without the suffix, if it ends with it."),
    METHOD("replace", str_py_replace, "old, new, /, count=-1",
           "The text with old replaced by new, count times at most."),
    METHOD("rfind", str_py_rfind, "sub, start=None, end=None, /", "Highest index where sub is found, or -1."),
    METHOD("rindex", str_py_rindex, "sub, start=None, end=None, /",
           "Highest index where sub is found; ValueError if it is not."),
    METHOD("rjust", str_py_rjust, "width, fillchar=' ', /",
           "The text on the right of a field of the given width."),
    METHOD("rpartition", str_py_rpartition, "sep, /",
           "The text before the last sep, sep, and the text behind."),
    METHOD("rsplit", str_py_rsplit, "sep=None, maxsplit=-1",
           "The parts between separators, cut from the right."),
    METHOD("rstrip", str_py_rstrip, "chars=None, /",
           "The text without white space, or any of chars, at its end."),
    METHOD("split", str_py_split, "sep=None, maxsplit=-1",
           "The parts between separators, or between white space."),
    METHOD("splitlines", str_py_splitlines, "keepends=False", "The lines of the text."),
    METHOD("startswith", str_py_startswith, "prefix, start=None, end=None, /",
           "Whether the text starts with prefix, a str or a tuple of them."),
    METHOD("strip", str_py_strip, "chars=None, /",
           "The text without white space, or any of chars, at both ends."),
    METHOD("swapcase", str_py_swapcase, "", "The text with upper case turned lower and lower case upper."),
    METHOD("title", str_py_title, "", "The text with every word in title case."),
    METHOD("translate", str_py_translate, "table, /",
           "The text with characters replaced by what the table has for their code points."),
    METHOD("upper", str_py_upper, "", "The text in upper case."),
    METHOD("zfill", str_py_zfill, "width, /",
           "The text with zeros on its left, behind a sign, up to the given width."),
    METHOD("__getnewargs__", str_py_getnewargs, "", "Arguments for __new__, for copies."),
    METHOD("__sizeof__", str_py_sizeof, "", "The size of the object in memory, in bytes."),
    METHODS_END,
};
