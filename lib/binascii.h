// binascii: what its files share. module_binascii.c has hexadecimal digits and checksums, binascii_base64.c base64,
// binascii_mail.c quoted-printable and uuencode.
#pragma once
#include "objects/bytespan.h"

extern Type binascii_error_type;
Value binascii_error(const char *message) must_use;             // raises binascii.Error
// The bytes of an argument that holds encoded data: ASCII text or a buffer. To be given back with span_return().
bool binascii_borrow_text(Value v, Borrowed *borrowed) must_use;
// An optional flag; absent: `fallback`. false: raised.
bool binascii_flag(Value v, bool fallback, bool *out) must_use;

Value binascii_py_a2b_base64(Value self, Value *args);
Value binascii_py_b2a_base64(Value self, Value *args);
Value binascii_py_a2b_qp(Value self, Value *args);
Value binascii_py_b2a_qp(Value self, Value *args);
Value binascii_py_a2b_uu(Value self, Value *args);
Value binascii_py_b2a_uu(Value self, Value *args);
