// int and text: reading digits in any base, writing them, the constructor, the limit on decimal digits (it keeps
// quadratic conversions from being used to stop a program).
#include "objects/bytespan.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/digits.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/instance.h"
#include "objects/int_parts.h"
#include "objects/str.h"
#include "objects/type.h"
#include "objects/unicode.h"
#include "objects/utf8.h"

int64_t int_max_str_digits = 4300;
#define SHOWN_MOST 200              // characters of what is refused
#define DIGITS_UNCHECKED 640        // no limit is looked at below

// ------------------------------------------------------------------------------------------------ writing

static Value small_to_str(int64_t i, int base) {
    char text[72], *end = text + sizeof text, *p = end;
    uint64_t magnitude = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
    if (base == 10) {
        p = digits_write(magnitude, end);
    } else {
        int bits = base == 16 ? 4 : base == 8 ? 3 : 1;
        do *--p = "0123456789abcdef"[magnitude & ((1u << bits) - 1)];
        while (magnitude >>= bits);
    }
    if (i < 0) *--p = '-';
    return str_ascii(p, (size_t)(end - p));
}

static bool check_digits(size_t digits) {
    if (digits <= DIGITS_UNCHECKED || int_max_str_digits == 0 || (int64_t)digits <= int_max_str_digits) return true;
    return raise_value_error("Exceeds the limit (%lld digits) for integer string conversion; "
                             "use sys.set_int_max_str_digits() to increase the limit", (long long)int_max_str_digits);
}

// Decimal digits of a number of few limbs, 19 at a time.
#define LIMBS_FEW 8
static Value few_to_str(mpz_srcptr z) {
    mp_limb_t limbs[LIMBS_FEW];
    size_t count = mpz_size(z);
    char room[LIMBS_FEW * DIGITS_MOST + 1], *end = room + sizeof room, *p = end;
    memcpy(limbs, mpz_limbs_read(z), count * sizeof *limbs);
    while (count) {
        char *chunk = p - 19;
        p = digits_write(mpn_divrem_1(limbs, 0, limbs, (mp_size_t)count, 10000000000000000000u), p);
        if (limbs[count - 1] == 0) count--;
        while (count && p > chunk) *--p = '0';
    }
    if (mpz_sgn(z) < 0) *--p = '-';
    return str_ascii(p, (size_t)(end - p));
}

Value int_to_str(Value v, int base) {
    int64_t small;
    if (int_get64(v, &small) && (base == 10 || base == 16 || base == 8 || base == 2)) return small_to_str(small, base);
    IntView room;
    mpz_srcptr z = int_view(v, &room);
    if (base == 10 && mpz_size(z) <= LIMBS_FEW) return few_to_str(z);
    size_t size = mpz_sizeinbase(z, base);
    if (base == 10 && size > DIGITS_UNCHECKED && int_max_str_digits && (int64_t)size > int_max_str_digits + 1 && !check_digits(size)) return 0;
    char *text = int_check_bits(8 * (uint64_t)size) ? mem_alloc_atomic(size + 2) : NULL;
    if (!text) return 0;
    mpz_get_str(text, base, z);
    size = strlen(text);
    if (base == 10 && !check_digits(size - (text[0] == '-'))) return 0;
    return str_ascii(text, size);
}

// ------------------------------------------------------------------------------------------------ reading

static int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static Value raise_invalid(int base, Value what) {
    Value shown = object_repr(what);
    if (shown && str_length(shown) > SHOWN_MOST) shown = str_substring(shown, 0, SHOWN_MOST);
    return shown ? raise_value_error("invalid literal for int() with base %d: %S", base, shown) : 0;
}

// A prefix 0x, 0o, 0b allowed by the base; sets the base when it is 0. False: nothing but zeros may follow "0".
static const char *skip_prefix(const char *p, const char *end, int *base, bool *zeros_only) {
    int found = 0;
    *zeros_only = false;
    if (end - p >= 2 && p[0] == '0') {
        char c = (char)(p[1] | 0x20);
        found = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
    }
    if (*base == 0) {
        *base = found ? found : 10;
        *zeros_only = !found && p < end && *p == '0';
    }
    if (found && *base == found) {
        p += 2;
        if (p < end && *p == '_') p++;
    }
    return p;
}

// The digits without underscores, into `out`; their number, or -1 when malformed.
static ptrdiff_t collect_digits(const char *p, const char *end, int base, char *out) {
    ptrdiff_t count = 0;
    bool underscore = true;
    for (; p < end; p++) {
        if (*p == '_') {
            if (underscore) return -1;
            underscore = true;
            continue;
        }
        if (digit_value(*p) >= base) return -1;
        underscore = false;
        out[count++] = *p;
    }
    return underscore ? -1 : count;
}

static Value digits_value(const char *digits, size_t count, int base, bool negative) {
    if (count <= 18 && base <= 10) {
        int64_t n = 0;
        for (size_t k = 0; k < count; k++) n = n * base + (digits[k] - '0');
        return int_from_int64(negative ? -n : n);
    }
    bool power_of_two = (base & (base - 1)) == 0;
    if (!power_of_two && count > DIGITS_UNCHECKED && int_max_str_digits && (int64_t)count > int_max_str_digits)
        return raise_value_error("Exceeds the limit (%lld digits) for integer string conversion: value has %zu digits; "
                                 "use sys.set_int_max_str_digits() to increase the limit", (long long)int_max_str_digits, count);
    Int *made = int_check_bits(8 * (uint64_t)count) ? int_start() : NULL;
    if (!made) return 0;
    mpz_set_str(made->number, digits, base);
    if (negative) mpz_neg(made->number, made->number);
    return int_finish(made);
}

// The usual number: a sign and up to 18 decimal digits. Answers false for all else.
static bool scan_usual(const char *p, size_t size, int64_t *out) {
    const char *end = p + size;
    bool negative = size && *p == '-';
    if (size && (*p == '-' || *p == '+')) p++;
    if (p == end || end - p > 18) return false;
    int64_t n = 0;
    for (; p < end; p++) {
        if (*p < '0' || *p > '9') return false;
        n = 10 * n + (*p - '0');
    }
    return *out = negative ? -n : n, true;
}

Value int_from_text(const char *text, size_t size, int base, Value what) {
    const char *p = text, *end = text + size;
    int shown_base = base;
    int64_t usual;
    if (base == 10 && scan_usual(text, size, &usual)) return int_from_int64(usual);
    while (p < end && is_blank(*p)) p++;
    while (end > p && is_blank(end[-1])) end--;
    bool negative = p < end && *p == '-', zeros_only;
    if (p < end && (*p == '-' || *p == '+')) p++;
    p = skip_prefix(p, end, &base, &zeros_only);
    char few[64], *digits = end - p < 60 ? few : mem_alloc_atomic((size_t)(end - p) + 1);
    if (!digits) return 0;
    ptrdiff_t count = collect_digits(p, end, base, digits);
    if (count < 0) return raise_invalid(shown_base, what);
    digits[count] = 0;
    if (zeros_only && (size_t)count != strspn(digits, "0")) return raise_invalid(shown_base, what);
    return digits_value(digits, (size_t)count, base, negative);
}

Value int_from_literal(const char *text, size_t size) {
    Int *made = int_check_bits(8 * (uint64_t)size) ? int_start() : NULL;
    char *copy = made ? mem_alloc_atomic(size + 1) : 0;
    if (!copy) return 0;
    memcpy(copy, text, size);
    copy[size] = 0;
    mpz_set_str(made->number, copy, size > 1 && copy[0] == '0' ? 0 : 10);
    return int_finish(made);
}

// Text with decimal digits and blanks of any script, as ASCII; what is neither stays as '?', which no base knows.
static Value from_str(Value s, int base, Value what) {
    if (str_is_ascii(s)) return int_from_text(str_data(s), str_size(s), base, what);
    char *ascii = mem_alloc_atomic(str_length(s) + 1);
    if (!ascii) return 0;
    const char *p = str_data(s);
    size_t count = str_length(s);
    for (size_t k = 0; k < count; k++) {
        uint32_t c = utf8_read(&p);
        int digit = c < 128 ? -1 : unicode_decimal(c);
        ascii[k] = c < 128 ? (char)c : digit >= 0 ? (char)('0' + digit) : unicode_is_space(c) ? ' ' : '?';
    }
    return int_from_text(ascii, count, base, what);
}

// ------------------------------------------------------------------------------------------------ int(...)

static Value from_bytes_like(Value v, int base) {
    ByteSpan *span = (ByteSpan *)value_object(v);
    Value copy = bytes_new(span->data, span->size);
    return copy ? int_from_text((const char *)bytes_data(copy), bytes_size(copy), base, copy) : 0;
}

static Value from_object(Value v) {
    Type *type = type_of(v);
    if (value_is(v, &int_type)) return v;
    type_ensure_ready(type);
    Value result = type->to_int ? type->to_int(v) : type->index ? type->index(v) : 0;
    if (type->to_int || type->index) {
        if (!result || int_check(result)) return result ? int_exact(result) : 0;
        return raise_type_error("%s returned non-int (type %T)", type->to_int ? "__int__" : "__index__", result);
    }
    if (str_check(v)) return from_str(v, 10, v);
    if (value_has(v, TYPE_IS_BYTES | TYPE_IS_BYTEARRAY)) return from_bytes_like(v, 10);
    Buffer buffer;
    if (buffer_supported(v) && buffer_get_bytes(v, &buffer)) {
        Value copy = bytes_new(buffer.data, (size_t)buffer.size);
        buffer_release(&buffer);
        return copy ? int_from_text((const char *)bytes_data(copy), bytes_size(copy), 10, copy) : 0;
    }
    error_take();
    return raise_type_error("int() argument must be a string, a bytes-like object or a real number, not '%T'", v);
}

static Value with_base(Value v, Value base_value) {
    int64_t base;
    Value index = object_index(base_value);
    if (!index) return 0;
    if (!int_get64(index, &base) || base < 0 || base == 1 || base > 36)
        return raise_value_error("int() base must be >= 2 and <= 36, or 0");
    if (str_check(v)) return from_str(v, (int)base, v);
    if (value_has(v, TYPE_IS_BYTES | TYPE_IS_BYTEARRAY)) return from_bytes_like(v, (int)base);
    return raise_type_error("int() can't convert non-string with explicit base");
}

Value int_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[2];
    if (count > 2 && !keywords) return raise_type_error("int expected at most 2 arguments, got %zu", count);
    if (!NATIVE_BIND("int", "x=0, /, base=10", bound)) return 0;
    if (!bound[0] && bound[1]) return raise_type_error("int() missing string argument");
    Value made = !bound[0] ? SMALL(0) : bound[1] ? with_base(bound[0], bound[1]) : from_object(bound[0]);
    if (!made || type == &int_type) return made;
    Int *copy = instance_allocate(type, sizeof(Int));
    if (!copy) return 0;
    IntView room;
    mpz_srcptr z = int_view(made, &room);
    size_t size = mpz_size(z);
    mp_limb_t *limbs = mem_alloc_atomic((size + !size) * sizeof *limbs);
    if (!limbs) return 0;
    memcpy(limbs, z->_mp_d, size * sizeof *limbs);
    *copy->number = (__mpz_struct){(int)(size + !size), z->_mp_size, limbs};
    return VALUE(copy);
}
