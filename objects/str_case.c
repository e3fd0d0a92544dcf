// Upper and lower case of text. ASCII is mapped byte by byte; other text character by character, each of
// which can become up to three.
#include "objects/str_parts.h"
#include "objects/unicode_parts.h"

#define CAPITAL_SIGMA 0x3A3
#define SMALL_SIGMA 0x3C3
#define FINAL_SIGMA 0x3C2

static inline bool ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool ascii_lower(char c) { return c >= 'a' && c <= 'z'; }

// --- ASCII

// In each byte of the word that lies between `first` and `last`, the bit that tells the cases apart. All
// bytes are ASCII, so that a sum of two never reaches the next byte.
static inline uint64_t case_bits(uint64_t word, uint8_t first, uint8_t last) {
    const uint64_t ones = 0x0101010101010101ull;
    uint64_t from = word + ones * (0x80u - first), beyond = word + ones * (0x7Fu - last);
    return (from & ~beyond & ones << 7) >> 2;
}

// Swaps the case of letters between `first` and `last`.
static inline void ascii_map(char *out, const char *in, size_t size, char first, char last) {
    size_t i = 0;
    for (; i + 8 <= size; i += 8) {
        uint64_t word;
        memcpy(&word, in + i, 8);
        word ^= case_bits(word, (uint8_t)first, (uint8_t)last);
        memcpy(out + i, &word, 8);
    }
    for (; i < size; i++) out[i] = in[i] >= first && in[i] <= last ? (char)(in[i] ^ 0x20) : in[i];
}

static void ascii_to_upper(char *out, const char *in, size_t size) { ascii_map(out, in, size, 'a', 'z'); }
static void ascii_to_lower(char *out, const char *in, size_t size) { ascii_map(out, in, size, 'A', 'Z'); }

static void ascii_capitalize(char *out, const char *in, size_t size) {
    ascii_to_upper(out, in, 1);
    ascii_to_lower(out + 1, in + 1, size - 1);
}

static void ascii_swap(char *out, const char *in, size_t size) {
    for (size_t i = 0; i < size; i++)
        out[i] = ascii_upper(in[i]) || ascii_lower(in[i]) ? (char)(in[i] ^ 0x20) : in[i];
}

static void ascii_title(char *out, const char *in, size_t size) {
    bool inside = false;        // a word
    for (size_t i = 0; i < size; i++) {
        bool letter = ascii_upper(in[i]) || ascii_lower(in[i]);
        out[i] = !letter ? in[i] : inside ? (char)(in[i] | 0x20) : (char)(in[i] & ~0x20);
        inside = letter;
    }
}

static Value map_ascii(Value s, void (*map)(char *out, const char *in, size_t size)) {
    size_t size = str_size(s);
    if (size == 0) return NAME(empty);
    if (size == 1) {
        char c;
        map(&c, str_data(s), 1);
        return str_from_code_point((uint8_t)c);
    }
    Value result = str_room(size, size);
    if (result) map(str_of(result)->data, str_data(s), size);
    return result;
}

// --- other text

// U+3000 to U+9FFF and U+B000 to U+D7FF, by the first of their 3 bytes: scripts without case.
static inline bool caseless(char lead) {
    uint8_t byte = (uint8_t)lead;
    return byte >= 0xE3 && byte <= 0xED && byte != 0xEA;
}

static void add_mapped(StrBuilder *builder, uint32_t c, UnicodeCase to) {
    uint32_t mapped[UNICODE_CASE_MAX];
    size_t count = unicode_map(c, to, mapped);
    for (size_t i = 0; i < count; i++) str_builder_add_char(builder, mapped[i]);
}

// A cased letter is before `at`, with nothing but case-ignorable characters between.
static bool cased_before(const char *start, const char *at) {
    while (at > start) {
        uint32_t c = utf8_read_back(&at);
        if (!unicode_is_case_ignorable(c)) return unicode_is_cased(c);
    }
    return false;
}

static bool cased_behind(const char *at, const char *end) {
    while (at < end) {
        uint32_t c = utf8_read(&at);
        if (!unicode_is_case_ignorable(c)) return unicode_is_cased(c);
    }
    return false;
}

// Adds the lower case of c, which ends before `next` in s: a sigma at the end of a word has a form of its
// own.
static void add_lower(StrBuilder *builder, Value s, uint32_t c, const char *next) {
    if (c != CAPITAL_SIGMA) {
        add_mapped(builder, c, UNICODE_LOWERCASE);
        return;
    }
    const char *start = str_data(s), *end = start + str_size(s);
    bool final = cased_before(start, next - utf8_size(c)) && !cased_behind(next, end);
    str_builder_add_char(builder, final ? FINAL_SIGMA : SMALL_SIGMA);
}

// Maps characters that become one character each, up to `stop`; *at is where it ended. `out` has room for
// twice the bytes.
static char *map_simple(const char **at, const char *stop, UnicodeCase to, char *out) {
    const char *next = *at;
    while (next < stop) {
        uint8_t byte = (uint8_t)*next;
        if (byte < 0x80) {
            bool swapped = to == UNICODE_UPPERCASE ? ascii_lower(*next) : ascii_upper(*next);
            *out++ = (char)(byte ^ (swapped ? 0x20 : 0));
            next++;
            continue;
        }
        if (caseless(*next)) {
            for (int i = 0; i < 3; i++) *out++ = *next++;
            continue;
        }
        *at = next;
        uint32_t c = utf8_read(&next), change = unicode_cases[unicode_record(c)->cases][to];
        if (change & UNICODE_EXPANDS || c == CAPITAL_SIGMA) return out;
        out = utf8_write(out, c + (uint32_t)unicode_difference(change));
    }
    *at = next;
    return out;
}

// From `at` on; not to title case.
static Value map_rest(StrBuilder *builder, Value s, const char *at, UnicodeCase to) {
    enum { CHUNK = 4096 };
    for (const char *end = str_data(s) + str_size(s); at < end;) {
        const char *stop = end - at > CHUNK ? at + CHUNK : end;
        char *out = str_builder_reserve(builder, 2 * (size_t)(stop - at) + 16);
        if (!out) return 0;
        char *behind = map_simple(&at, stop, to, out);
        builder->length += utf8_count(out, (size_t)(behind - out));
        builder->size += (size_t)(behind - out);
        if (at >= stop) continue;
        uint32_t c = utf8_read(&at);
        if (to == UNICODE_LOWERCASE) add_lower(builder, s, c, at);
        else add_mapped(builder, c, to);
    }
    return str_builder_finish(builder);
}

static Value map_text(Value s, UnicodeCase to) {
    StrBuilder builder;
    str_builder_init(&builder);
    return map_rest(&builder, s, str_data(s), to);
}

Value str_py_upper(Value self, Value *args) {
    (void)args;
    return str_is_ascii(self) ? map_ascii(self, ascii_to_upper) : map_text(self, UNICODE_UPPERCASE);
}

Value str_py_lower(Value self, Value *args) {
    (void)args;
    return str_is_ascii(self) ? map_ascii(self, ascii_to_lower) : map_text(self, UNICODE_LOWERCASE);
}

Value str_py_casefold(Value self, Value *args) {
    (void)args;
    return str_is_ascii(self) ? map_ascii(self, ascii_to_lower) : map_text(self, UNICODE_FOLDCASE);
}

Value str_py_capitalize(Value self, Value *args) {
    (void)args;
    if (str_is_ascii(self)) return map_ascii(self, ascii_capitalize);
    StrBuilder builder;
    str_builder_init(&builder);
    const char *at = str_data(self);
    add_mapped(&builder, utf8_read(&at), UNICODE_TITLECASE);
    return map_rest(&builder, self, at, UNICODE_LOWERCASE);
}

Value str_py_swapcase(Value self, Value *args) {
    (void)args;
    if (str_is_ascii(self)) return map_ascii(self, ascii_swap);
    StrBuilder builder;
    str_builder_init(&builder);
    const char *at = str_data(self), *end = at + str_size(self);
    while (at < end) {
        bool plain = caseless(*at);
        uint32_t c = utf8_read(&at);
        if (plain) str_builder_add_char(&builder, c);
        else if (unicode_is_upper(c)) add_lower(&builder, self, c, at);
        else if (unicode_is_lower(c)) add_mapped(&builder, c, UNICODE_UPPERCASE);
        else str_builder_add_char(&builder, c);
    }
    return str_builder_finish(&builder);
}

Value str_py_title(Value self, Value *args) {
    (void)args;
    if (str_is_ascii(self)) return map_ascii(self, ascii_title);
    StrBuilder builder;
    str_builder_init(&builder);
    const char *at = str_data(self), *end = at + str_size(self);
    bool inside = false;        // a word
    while (at < end) {
        bool plain = caseless(*at);
        uint32_t c = utf8_read(&at);
        if (plain) {
            str_builder_add_char(&builder, c);
            inside = false;
            continue;
        }
        if (inside) add_lower(&builder, self, c, at);
        else add_mapped(&builder, c, UNICODE_TITLECASE);
        inside = unicode_is_cased(c);
    }
    return str_builder_finish(&builder);
}
