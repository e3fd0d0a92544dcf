// Filling text up to a width: center, ljust, rjust, zfill, expandtabs.
#include "objects/sequence.h"
#include "objects/str_parts.h"

static char *fill(char *out, uint32_t code_point, size_t count) {
    if (code_point < 0x80) {
        memset(out, (int)code_point, count);
        return out + count;
    }
    while (count--) out = utf8_write(out, code_point);
    return out;
}

// s with `left` and `right` copies of a character around it.
static Value pad(Value s, size_t left, size_t right, uint32_t code_point) {
    if (left + right == 0) return str_exact(s);
    size_t size;
    if (__builtin_mul_overflow(left + right, utf8_size(code_point), &size) ||
        __builtin_add_overflow(size, str_size(s), &size) || size > PTRDIFF_MAX)
        return raise_overflow_error("padded string is too long");
    Value result = str_room(size, left + str_length(s) + right);
    if (!result) return 0;
    char *out = fill(str_of(result)->data, code_point, left);
    memcpy(out, str_data(s), str_size(s));
    fill(out + str_size(s), code_point, right);
    return result;
}

// args: width, fillchar. *missing is how many characters s is short of the width.
static bool pad_arguments(Value s, Value *args, size_t *missing, uint32_t *code_point) {
    ptrdiff_t width;
    if (!sequence_size(args[0], &width)) return false;
    *code_point = ' ';
    if (args[1]) {
        if (!str_check(args[1]))
            return raise_type_error("The fill character must be a unicode character, not %T", args[1]);
        if (str_length(args[1]) != 1)
            return raise_type_error("The fill character must be exactly one character long");
        *code_point = str_at(args[1], 0);
    }
    ptrdiff_t length = (ptrdiff_t)str_length(s);
    *missing = width > length ? (size_t)(width - length) : 0;
    return true;
}

Value str_py_ljust(Value self, Value *args) {
    size_t missing;
    uint32_t code_point;
    return pad_arguments(self, args, &missing, &code_point) ? pad(self, 0, missing, code_point) : 0;
}

Value str_py_rjust(Value self, Value *args) {
    size_t missing;
    uint32_t code_point;
    return pad_arguments(self, args, &missing, &code_point) ? pad(self, missing, 0, code_point) : 0;
}

// An odd rest goes to the left when the width is odd, too.
Value str_py_center(Value self, Value *args) {
    size_t missing;
    uint32_t code_point;
    if (!pad_arguments(self, args, &missing, &code_point)) return 0;
    size_t width = str_length(self) + missing, left = missing / 2 + (missing & width & 1);
    return pad(self, left, missing - left, code_point);
}

Value str_py_zfill(Value self, Value *args) {
    ptrdiff_t width;
    if (!sequence_size(args[0], &width)) return 0;
    if (width <= (ptrdiff_t)str_length(self)) return str_exact(self);
    size_t zeros = (size_t)width - str_length(self);
    Value result = pad(self, zeros, 0, '0');
    if (!result || str_size(self) == 0) return result;
    char *data = str_of(result)->data;
    if (data[zeros] == '+' || data[zeros] == '-') {
        data[0] = data[zeros];
        data[zeros] = '0';
    }
    return result;
}

Value str_py_expandtabs(Value self, Value *args) {
    int tab_size = 8;
    if (args[0] && !object_to_int(args[0], &tab_size)) return 0;
    StrBuilder builder;
    str_builder_init(&builder);
    const char *at = str_data(self), *end = at + str_size(self), *run = at, *line = at;
    if (!memchr(at, '\t', str_size(self))) return str_exact(self);
    size_t before = 0;          // columns of the line up to `line`
    for (; at < end; at++) {
        if (*at == '\n' || *at == '\r') before = 0, line = at + 1;
        if (*at != '\t') continue;
        before += utf8_count(line, (size_t)(at - line));
        size_t spaces = tab_size > 0 ? (size_t)tab_size - before % (size_t)tab_size : 0;
        str_builder_add(&builder, run, (size_t)(at - run));
        str_builder_add_fill(&builder, ' ', spaces);
        before += spaces;
        run = line = at + 1;
    }
    str_builder_add(&builder, run, (size_t)(end - run));
    return str_builder_finish(&builder);
}
