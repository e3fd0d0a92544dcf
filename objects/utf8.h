// UTF-8, one code point at a time. All functions but utf8_validate take text that is already known to be
// valid UTF-8 in the general sense: lone surrogates may be in it, encoded like any other code point of three
// bytes.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define UTF8_HIGH_BITS 0x8080808080808080ull

static inline bool utf8_is_continuation(char c) { return ((uint8_t)c & 0xC0) == 0x80; }

// Bytes of the code point that starts with `lead`.
static inline size_t utf8_width(char lead) {
    uint8_t c = (uint8_t)lead;
    return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

// Bytes that `code_point` takes.
static inline size_t utf8_size(uint32_t code_point) {
    return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

// Reads the code point at *text and moves *text behind it.
static inline uint32_t utf8_read(const char **text) {
    const uint8_t *t = (const uint8_t *)*text;
    if (t[0] < 0x80) {
        *text += 1;
        return t[0];
    }
    if (t[0] < 0xE0) {
        *text += 2;
        return (t[0] & 0x1Fu) << 6 | (t[1] & 0x3Fu);
    }
    if (t[0] < 0xF0) {
        *text += 3;
        return (t[0] & 0x0Fu) << 12 | (t[1] & 0x3Fu) << 6 | (t[2] & 0x3Fu);
    }
    *text += 4;
    return (t[0] & 0x07u) << 18 | (t[1] & 0x3Fu) << 12 | (t[2] & 0x3Fu) << 6 | (t[3] & 0x3Fu);
}

// Reads the code point that ends before *text and moves *text to its start.
static inline uint32_t utf8_read_back(const char **text) {
    const char *t = *text - 1;
    while (utf8_is_continuation(*t)) t--;
    *text = t;
    return utf8_read(&t);
}

// Writes `code_point` at `out` and answers where the next one goes.
static inline char *utf8_write(char *out, uint32_t code_point) {
    if (code_point < 0x80) {
        *out++ = (char)code_point;
    } else if (code_point < 0x800) {
        *out++ = (char)(0xC0 | code_point >> 6);
        *out++ = (char)(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        *out++ = (char)(0xE0 | code_point >> 12);
        *out++ = (char)(0x80 | (code_point >> 6 & 0x3F));
        *out++ = (char)(0x80 | (code_point & 0x3F));
    } else {
        *out++ = (char)(0xF0 | code_point >> 18);
        *out++ = (char)(0x80 | (code_point >> 12 & 0x3F));
        *out++ = (char)(0x80 | (code_point >> 6 & 0x3F));
        *out++ = (char)(0x80 | (code_point & 0x3F));
    }
    return out;
}

size_t utf8_ascii_prefix(const void *text, size_t size);        // bytes before the first that is not ASCII
static inline bool utf8_is_ascii(const void *text, size_t size) { return utf8_ascii_prefix(text, size) == size; }
size_t utf8_count(const char *text, size_t size);               // code points
const char *utf8_skip(const char *text, size_t count);          // behind `count` code points

// Bytes at the beginning that are strict UTF-8 (no surrogates, shortest forms, up to U+10FFFF) in whole code
// points; their code points are added to *count.
size_t utf8_validate(const uint8_t *data, size_t size, size_t *count);
