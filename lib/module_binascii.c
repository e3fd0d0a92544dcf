// binascii: hexadecimal digits, checksums, and the table of the module.
#include "lib/binascii.h"
#include "lib/lib.h"
#include "objects/bytes.h"
#include "objects/exception.h"
#include "objects/exception_parts.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/sequence.h"
#include <zlib.h>

Type binascii_error_type = {
    EXCEPTION_TYPE(binascii.Error, ValueError_type, "Data is not encoded as it should be.")};
static Type incomplete_type = {
    EXCEPTION_TYPE(binascii.Incomplete, Exception_type, "There should be more data.")};

// ---------------------------------------------------------------------------------------------------------------
// Arguments

Value binascii_error(const char *message) { return raise_format(&binascii_error_type, "%s", message); }

bool binascii_borrow_text(Value v, Borrowed *borrowed) {
    if (str_check(v)) {
        if (!str_is_ascii(v))
            return raise_value_error("string argument should contain only ASCII characters");
        borrowed->buffer.exporter = 0;
        borrowed->data = (const uint8_t *)str_data(v);
        borrowed->size = str_size(v);
        return true;
    }
    if (buffer_supported(v) && span_borrow(v, borrowed)) return true;
    (void)error_take();
    return raise_type_error("argument should be bytes, buffer or ASCII string, not '%T'", v);
}

bool binascii_flag(Value v, bool fallback, bool *out) {
    int truth = v ? object_truth(v) : fallback;
    *out = truth > 0;
    return truth >= 0;
}

// The low 32 bits of any integer.
static bool checksum_argument(Value v, uint32_t *out) {
    Value number = object_index(v);
    if (!number) return false;
    *out = (uint32_t)int_low_bits(number);
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Hexadecimal digits

// Any one character, also one that is not ASCII, may separate; None may not.
static bool separator_argument(Value v, uint8_t *out) {
    ptrdiff_t length = object_length(v);
    if (length < 0) return false;
    if (length != 1) return raise_value_error("sep must be length 1.");
    if (str_check(v)) {
        uint32_t c = str_at(v, 0);
        if (c > 255) return raise_value_error("sep must be ASCII.");
        *out = (uint8_t)c;
        return true;
    }
    if (!bytes_check(v)) return raise_type_error("sep must be str or bytes.");
    *out = *bytes_data(v);
    return true;
}

// 32-bit, as the parameter is a C int.
static bool group_argument(Value v, ptrdiff_t *out) {
    int64_t number;
    Value index = object_index(v);
    if (!index) return false;
    if (!int_get64(index, &number) || number != (int)number)
        return raise_overflow_error(int_sign(index) < 0 ? "signed integer is less than minimum"
                                                        : "Python int too large to convert to C int");
    *out = (ptrdiff_t)number;
    return true;
}

static Value py_hexlify(Value self, Value *args) {
    (void)self;
    Borrowed bytes;
    HexStyle style = {0, 1};
    uint8_t separator = 0;
    if (!span_borrow(args[0], &bytes)) return 0;
    if ((args[2] && !group_argument(args[2], &style.group)) || (args[1] && !separator_argument(args[1], &separator))) {
        span_return(&bytes);
        return 0;
    }
    if (args[1])
        style.between = (char)separator;
    else
        style.group = 0;
    Value result = bytes.size > PTRDIFF_MAX / 4 ? raise_memory_error() : bytes_new(0, bytes_hex_size(bytes.size, style));
    if (result) bytes_hex_write((char *)bytes_data(result), bytes.data, bytes.size, style);
    span_return(&bytes);
    return result;
}

static Value py_unhexlify(Value self, Value *args) {
    (void)self;
    Borrowed text;
    if (!binascii_borrow_text(args[0], &text)) return 0;
    Value result = 0;
    if (text.size % 2)
        result = binascii_error("Odd-length string");
    else if ((result = bytes_new(0, text.size / 2)) &&
             !bytes_unhex(bytes_data(result), text.data, text.size / 2))
        result = binascii_error("Non-hexadecimal digit found");
    span_return(&text);
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// Checksums

static Value py_crc32(Value self, Value *args) {
    (void)self;
    uint32_t sum = 0;
    Borrowed bytes;
    if (!span_borrow(args[0], &bytes)) return 0;
    bool valid = !args[1] || checksum_argument(args[1], &sum);
    if (valid) sum = (uint32_t)crc32_z(sum, bytes.data, bytes.size);
    span_return(&bytes);
    return valid ? SMALL(sum) : 0;
}

// CRC-CCITT: polynomial x^16 + x^12 + x^5 + 1, two bytes at a time. The tables hold what a byte becomes, and what it becomes
// with another one behind it.
static uint16_t crc_ccitt(uint16_t sum, const uint8_t *data, size_t size) {
    MEM_UNSCANNED static uint16_t after[2][256];
    for (unsigned i = 0; !after[0][255] && i < 256; i++) {
        unsigned quotient = i ^ i >> 4;
        after[0][i] = (uint16_t)(quotient << 12 ^ quotient << 5 ^ quotient);
    }
    for (unsigned i = 0; !after[1][255] && i < 256; i++)
        after[1][i] = (uint16_t)(after[0][i] << 8) ^ after[0][after[0][i] >> 8];
    for (; size >= 2; size -= 2, data += 2) sum = after[1][sum >> 8 ^ data[0]] ^ after[0][(sum & 255) ^ data[1]];
    return size ? (uint16_t)(sum << 8) ^ after[0][sum >> 8 ^ *data] : sum;
}

static Value py_crc_hqx(Value self, Value *args) {
    (void)self;
    uint32_t sum = 0;
    Borrowed bytes;
    if (!span_borrow(args[0], &bytes)) return 0;
    bool valid = checksum_argument(args[1], &sum);
    if (valid) sum = crc_ccitt((uint16_t)sum, bytes.data, bytes.size);
    span_return(&bytes);
    return valid ? SMALL(sum) : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Tables

#define HEXLIFY_DOC "The bytes as hexadecimal digits, with `sep` after each group of bytes_per_sep."
#define UNHEXLIFY_DOC "The bytes that these hexadecimal digits stand for."

static const MethodDef functions[] = {
    FUNCTION("a2b_base64", binascii_py_a2b_base64, "data, /, *, strict_mode=False", "Decode base64 data."),
    FUNCTION("a2b_hex", py_unhexlify, "hexstr, /", UNHEXLIFY_DOC),
    FUNCTION("a2b_qp", binascii_py_a2b_qp, "data, header=False", "Decode quoted-printable data."),
    FUNCTION("a2b_uu", binascii_py_a2b_uu, "data, /", "Decode a line of uuencoded data."),
    FUNCTION("b2a_base64", binascii_py_b2a_base64, "data, /, *, newline=True", "Encode a line in base64."),
    FUNCTION("b2a_hex", py_hexlify, "data, sep=<unrepresentable>, bytes_per_sep=1", HEXLIFY_DOC),
    FUNCTION("b2a_qp", binascii_py_b2a_qp, "data, quotetabs=False, istext=True, header=False",
             "Encode in quoted-printable."),
    FUNCTION("b2a_uu", binascii_py_b2a_uu, "data, /, *, backtick=False", "Encode a line in uuencode."),
    FUNCTION("crc32", py_crc32, "data, crc=0, /", "The CRC-32 of the data, going on from `crc`."),
    FUNCTION("crc_hqx", py_crc_hqx, "data, crc, /", "The CRC-CCITT of the data, going on from `crc`."),
    FUNCTION("hexlify", py_hexlify, "data, sep=<unrepresentable>, bytes_per_sep=1", HEXLIFY_DOC),
    FUNCTION("unhexlify", py_unhexlify, "hexstr, /", UNHEXLIFY_DOC),
    METHODS_END
};

Value module_binascii_make(void) {
    Value name = intern("binascii"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions)) return 0;
    type_ready(&binascii_error_type);
    type_ready(&incomplete_type);
    Value dict = module_dict(module);
    return dict_set_c(dict, "Error", VALUE(&binascii_error_type)) &&
                   dict_set_c(dict, "Incomplete", VALUE(&incomplete_type))
               ? module
               : 0;
}
