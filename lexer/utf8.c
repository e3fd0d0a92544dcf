// UTF-8: single characters. The text is known to be valid.
#include "lexer/state.h"

uint32_t read_character(const char **text) {
    const unsigned char *bytes = (const unsigned char *)*text;
    int size = bytes[0] < 0x80 ? 1 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4;
    uint32_t character = size == 1 ? bytes[0] : bytes[0] & (0x7Fu >> size);
    for (int i = 1; i < size; i++) character = character << 6 | (bytes[i] & 0x3F);
    *text += size;
    return character;
}

char *write_character(char *out, uint32_t character) {
    if (character < 0x80) {
        *out++ = (char)character;
        return out;
    }
    if (character < 0x800) {
        *out++ = (char)(0xC0 | character >> 6);
    } else {
        if (character < 0x10000) {
            *out++ = (char)(0xE0 | character >> 12);
        } else {
            *out++ = (char)(0xF0 | character >> 18);
            *out++ = (char)(0x80 | (character >> 12 & 0x3F));
        }
        *out++ = (char)(0x80 | (character >> 6 & 0x3F));
    }
    *out++ = (char)(0x80 | (character & 0x3F));
    return out;
}
