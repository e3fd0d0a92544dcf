// int: methods and attributes.
#include "objects/bytes.h"
#include "objects/bytespan.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/int_parts.h"
#include "objects/str_parts.h"
#include "objects/tuple.h"

static Value int_py_bit_length(Value self, Value *args) {
    (void)args;
    IntView room;
    mpz_srcptr z = int_view(self, &room);
    return SMALL(mpz_sgn(z) ? mpz_sizeinbase(z, 2) : 0);
}

static Value int_py_bit_count(Value self, Value *args) {
    (void)args;
    IntView room;
    mpz_srcptr z = int_view(self, &room);
    return SMALL(mpz_sgn(z) ? mpn_popcount(mpz_limbs_read(z), (mp_size_t)mpz_size(z)) : 0);
}

static Value int_py_conjugate(Value self, Value *args) { (void)args; return int_exact(self); }
static Value int_py_is_integer(Value self, Value *args) { (void)self; (void)args; return TRUE; }
static Value int_py_as_integer_ratio(Value self, Value *args) {
    (void)args;
    Value exact = int_exact(self);
    return exact ? tuple_pack(2, exact, SMALL(1)) : 0;
}
static Value int_py_round(Value self, Value *args) {
    return args[0] && args[0] != NONE ? int_round_to(self, args[0]) : int_exact(self);
}
static Value int_py_getnewargs(Value self, Value *args) {
    (void)args;
    Value exact = int_exact(self);
    return exact ? tuple_pack(1, exact) : 0;
}
static Value int_py_sizeof(Value self, Value *args) {
    (void)args;
    IntView room;
    return SMALL(24 + 4 * ((mpz_sizeinbase(int_view(self, &room), 2) + 29) / 30));
}

// ------------------------------------------------------------------------------------------------ bytes

// What to_bytes and from_bytes read alike. The order's type is looked at first, its value after `signed` was asked.
static bool order_and_sign(const Value *args, const char *function, bool *little, int *is_signed) {
    Value order = args[1];
    if (order && !str_argument(order, function, "'byteorder'")) return false;
    *is_signed = args[2] ? object_truth(args[2]) : 0;
    *little = order && str_equal_c(order, "little");
    return *is_signed >= 0 && (*little || !order || str_equal_c(order, "big") ||
                               raise_value_error("byteorder must be either 'little' or 'big'"));
}

// The lowest `size` bytes of a magnitude, which has at least so many limbs' bytes, in this order, and back.
#define LIMBS_AS_BYTES (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ && GMP_NAIL_BITS == 0)

static void magnitude_to_bytes(uint8_t *out, mpz_srcptr z, size_t size, bool little) {
    if (!LIMBS_AS_BYTES) mpz_export(out, NULL, little ? -1 : 1, 1, 0, 0, z);
    else if (little) memcpy(out, mpz_limbs_read(z), size);
    else bytes_reverse(out, (const uint8_t *)mpz_limbs_read(z), size);
}

static void magnitude_from_bytes(mpz_ptr z, const uint8_t *data, size_t size, bool little) {
    if (!LIMBS_AS_BYTES) {
        mpz_import(z, size, little ? -1 : 1, 1, 0, 0, data);
        return;
    }
    size_t limbs = (size + sizeof(mp_limb_t) - 1) / sizeof(mp_limb_t);
    mp_limb_t *words = mpz_limbs_write(z, (mp_size_t)limbs);
    words[limbs - 1] = 0;
    if (little) memcpy(words, data, size);
    else bytes_reverse((uint8_t *)words, data, size);
    mpz_limbs_finish(z, (mp_size_t)limbs);
}

static Value small_to_bytes(int64_t i, size_t length, bool little, bool is_signed) {
    if (i < 0 && !is_signed) return raise_overflow_error("can't convert negative int to unsigned");
    uint64_t magnitude = i < 0 ? ~(uint64_t)i : (uint64_t)i;
    int used = i == 0 ? 0 : (magnitude ? 64 - __builtin_clzll(magnitude) : 0) + is_signed;
    if (used > (int)length * 8) return raise_overflow_error("int too big to convert");
    uint8_t data[8];
    for (size_t k = 0; k < length; k++) data[little ? k : length - 1 - k] = (uint8_t)((uint64_t)i >> 8 * k);
    return bytes_new(data, length);
}

static Value int_py_to_bytes(Value self, Value *args) {
    int64_t length = 1;
    Value index = args[0] ? object_index(args[0]) : SMALL(1);
    if (!index) return 0;
    if (!int_get64(index, &length)) return raise_overflow_error("Python int too large to convert to C ssize_t");
    bool little;
    int is_signed;
    if (!order_and_sign(args, "to_bytes()", &little, &is_signed)) return 0;
    if (length < 0) return raise_value_error("length argument must be non-negative");
    int64_t small;
    if (length <= 8 && int_get64(self, &small)) return small_to_bytes(small, (size_t)length, little, is_signed);
    IntView room;
    mpz_srcptr z = int_view(self, &room);
    bool negative = mpz_sgn(z) < 0;
    if (negative && !is_signed) return raise_overflow_error("can't convert negative int to unsigned");
    if (!int_check_bits(64 * (uint64_t)mpz_size(z))) return 0;
    mpz_t bits;
    mpz_init_set(bits, z);
    if (negative) mpz_com(bits, z);
    uint64_t needed = (mpz_sgn(bits) ? mpz_sizeinbase(bits, 2) : 0) + (is_signed ? 1 : 0);
    if (mpz_sgn(z) == 0) needed = 0;
    if ((needed + 7) / 8 > (uint64_t)length) return raise_overflow_error("int too big to convert");
    Value made = bytes_new(0, (size_t)length);
    if (!made) return 0;
    uint8_t *data = bytes_data(made);
    size_t used = mpz_sgn(bits) ? (mpz_sizeinbase(bits, 2) + 7) / 8 : 0, rest = (size_t)length - used;
    memset(little ? data + used : data, 0, rest);
    if (used) magnitude_to_bytes(little ? data : data + rest, bits, used, little);
    mpz_clear(bits);
    if (negative)
        for (int64_t k = 0; k < length; k++) data[k] = (uint8_t)~data[k];
    return made;
}

static Value from_span(const uint8_t *data, size_t size, bool little, bool is_signed) {
    if (size <= 8) {
        uint64_t u = 0;
        for (size_t k = 0; k < size; k++) u = u << 8 | data[little ? size - 1 - k : k];
        if (!is_signed || size == 0) return int_from_uint64(u);
        int shift = (int)(64 - 8 * size);
        return int_from_int64((int64_t)(u << shift) >> shift);
    }
    Int *made = int_check_bits(8 * (uint64_t)size) ? int_start() : NULL;
    if (!made) return 0;
    magnitude_from_bytes(made->number, data, size, little);
    if (is_signed && data[little ? size - 1 : 0] & 0x80) {
        mpz_t top;
        mpz_init(top);
        mpz_setbit(top, 8 * size);
        mpz_sub(made->number, made->number, top);
        mpz_clear(top);
    }
    return int_finish(made);
}

static Value int_py_from_bytes(Value class, Value *args) {
    bool little;
    int is_signed;
    if (!order_and_sign(args, "from_bytes()", &little, &is_signed)) return 0;
    Value source = args[0];
    if (str_check(source)) return raise_type_error("cannot convert '%T' object to bytes", source);
    // What is a plain run of bytes is read where it lies; anything else is turned into bytes first.
    bool plain = value_has(source, TYPE_BYTE_SPAN) && !value_has(source, TYPE_HEAP) && ((ByteSpan *)value_object(source))->size;
    if (!plain && !(source = bytes_from_object(source))) return 0;
    ByteSpan *span = (ByteSpan *)value_object(source);
    Value made = from_span(span->data, span->size, little, is_signed);
    return !made || class == VALUE(&int_type) ? made : object_call1(class, made);
}

const MethodDef int_methods[] = {
    METHOD("as_integer_ratio", int_py_as_integer_ratio, "", "Return the pair (self, 1)."),
    METHOD("bit_count", int_py_bit_count, "", "Return the number of ones in the binary form of the absolute value."),
    METHOD("bit_length", int_py_bit_length, "", "Return the number of bits needed to write the number in binary."),
    METHOD("conjugate", int_py_conjugate, "", "Return the number itself."),
    METHOD("is_integer", int_py_is_integer, "", "Return True."),
    METHOD("to_bytes", int_py_to_bytes, "length=1, byteorder='big', *, signed=False", "Return the number as bytes."),
    CLASS_METHOD("from_bytes", int_py_from_bytes, "bytes, byteorder='big', *, signed=False", "Return the number that the bytes stand for."),
    METHOD("__round__", int_py_round, "ndigits=None, /", "Round to a multiple of a power of ten."),
    METHOD("__trunc__", int_py_conjugate, "", "Return the number itself."),
    METHOD("__floor__", int_py_conjugate, "", "Return the number itself."),
    METHOD("__ceil__", int_py_conjugate, "", "Return the number itself."),
    METHOD("__getnewargs__", int_py_getnewargs, "", "Arguments for __new__, for copies."),
    METHOD("__sizeof__", int_py_sizeof, "", "Return the size in bytes that CPython would report."),
    {0},
};

static Value get_real(Value self) { return int_exact(self); }
static Value get_imag(Value self) { (void)self; return SMALL(0); }
static Value get_denominator(Value self) { (void)self; return SMALL(1); }
const AttributeDef int_attributes[] = {
    {"real", get_real, 0, "the number itself"}, {"imag", get_imag, 0, "0"}, {"numerator", get_real, 0, "the number itself"},
    {"denominator", get_denominator, 0, "1"}, {0},
};
