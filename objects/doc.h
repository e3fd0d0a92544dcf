// Texts of help for natives. They are read when somebody asks for help, so the program has them packed: a row of a method table
// keeps a number made of the text, and the build finds the texts of all rows by running the preprocessor alone over the
// sources with DOC_TEXTS defined (lib/python/pack_docs.c, which makes sure that no two texts have one number).
#pragma once
#include <stdint.h>

// Of a text of `size` bytes, from its size and the bytes at 64 places spread over it. A constant expression for a literal.
#define DOC_AT(text, size, k) (uint32_t)(unsigned char)(text)[(size) * (k) / 64]
#define DOC_FOUR(text, size, k) \
    (DOC_AT(text, size, k) + 31u * DOC_AT(text, size, k + 1) + 961u * DOC_AT(text, size, k + 2) + 29791u * DOC_AT(text, size, k + 3))
#define DOC_SIXTEEN(text, size, k) \
    (((DOC_FOUR(text, size, k) * 69069u + DOC_FOUR(text, size, k + 4)) * 69069u + DOC_FOUR(text, size, k + 8)) * 69069u + \
     DOC_FOUR(text, size, k + 12))
#define DOC_NUMBER(text, size) \
    ((((DOC_SIXTEEN(text, size, 0) * 1664525u + DOC_SIXTEEN(text, size, 16)) * 1664525u + DOC_SIXTEEN(text, size, 32)) * 1664525u + \
      DOC_SIXTEEN(text, size, 48)) ^ (uint32_t)(size))

#ifdef DOC_TEXTS
#define DOC(text) DOC_BEGIN text DOC_END
#else
#define DOC(text) (sizeof(text) == 1 ? 0 : DOC_NUMBER(text, sizeof(text) - 1))      // 0: no text
#endif
