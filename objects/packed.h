// Packed: texts that the program holds deflated, because few runs read them.
#pragma once
#include <stddef.h>

// The assembler takes in PATH.z, which the build has made with lib/python/pack.c.
#define PACKED(id, path) \
    __asm__(".section .rodata\npacked_" #id ":\n.incbin \"" path ".z\"\npacked_" #id "_end:\n.previous\n"); \
    extern const unsigned char packed_##id[], packed_##id##_end[];

// The text, in memory of the collector's, with a zero byte behind it. `known` is the dictionary it was packed with, or 0.
// 0, an exception pending: no memory.
char *packed_text(const unsigned char *data, const unsigned char *end, const char *known, size_t known_size, size_t *size);
