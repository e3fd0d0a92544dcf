// str: immutable text as UTF-8. The object, its making, interning, hashing and comparing; the other files
// str_*.c hold what can be done with the text.
//
// Text of one Latin-1 character always is the cached object when it comes from str_new and its kind, so that
// such texts are mostly equal by address. Interned strings live for ever.
#include "objects/bytespan.h"
#include "objects/codecs.h"
#include "objects/format.h"
#include "objects/instance.h"
#include "objects/str_parts.h"
#include "objects/type.h"
#include "objects/unicode.h"

// --- names and characters that are there from the start

#define STATIC_STR(text) \
    {.head = {&str_type}, .data = (char *)(text), .size = sizeof(text) - 1, .length = sizeof(text) - 1}

MEM_DATA_UNSCANNED static Str name_objects[] = {
#define X(id, text) STATIC_STR(text),
#include "objects/names.def"
#undef X
};

MEM_UNSCANNED KnownNames known_names;
MEM_UNSCANNED Str str_latin1_objects[256];
MEM_UNSCANNED static char latin1_texts[256][3];

static void latin1_init(void) {
    for (uint32_t c = 0; c < 256; c++) {
        Str *s = &str_latin1_objects[c];
        s->head.type = &str_type;
        s->data = latin1_texts[c];
        s->size = (size_t)(utf8_write(latin1_texts[c], c) - latin1_texts[c]);
        s->length = 1;
    }
}

// --- interning: an open-addressing table of addresses, at most half full. It is sparse: what keeps those alive that are not static
// is a list, which the collector looks at instead.

MEM_UNSCANNED static Value first_table[2048];
static struct {
    Value *slots;                       // not scanned
    size_t mask, count;
    Value *kept;
    size_t kept_count, kept_capacity;
} interned = {.slots = first_table, .mask = 2047};

// The slot that holds a str of this content, or the empty one where it belongs.
static Value *intern_slot(Value *slots, size_t mask, int64_t hash, const char *data, size_t size) {
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        Value v = slots[i];
        if (!v) return &slots[i];
        const Str *s = str_of(v);
        if (s->hash == hash && s->size == size && memcmp(s->data, data, size) == 0) return &slots[i];
    }
}

static bool intern_grow(void) {
    size_t capacity = 2 * (interned.mask + 1);
    Value *slots = mem_alloc_atomic(capacity * sizeof *slots);
    if (!slots) return false;
    memset(slots, 0, capacity * sizeof *slots);
    for (size_t i = 0; i <= interned.mask; i++) {
        Value v = interned.slots[i];
        if (v) *intern_slot(slots, capacity - 1, str_of(v)->hash, str_data(v), str_size(v)) = v;
    }
    interned.slots = slots;
    interned.mask = capacity - 1;
    return true;
}

// Puts s, whose hash is known, into its empty slot.
static Value intern_put(Value *slot, Value s) {
    if (2 * interned.count >= interned.mask) {
        if (!intern_grow()) return 0;
        slot = intern_slot(interned.slots, interned.mask, str_of(s)->hash, str_data(s), str_size(s));
    }
    str_of(s)->interned = true;
    interned.count++;
    return *slot = s;
}

static bool intern_keep(Value s) {
    if (interned.kept_count == interned.kept_capacity) {
        size_t capacity = interned.kept_capacity ? 2 * interned.kept_capacity : 256;
        Value *grown = mem_realloc(interned.kept, interned.kept_count * sizeof s, capacity * sizeof s);
        if (!grown) return false;
        interned.kept = grown;
        interned.kept_capacity = capacity;
    }
    interned.kept[interned.kept_count++] = s;
    return true;
}

Value str_intern(Value v) {
    Str *s = str_of(v);
    if (s->interned) return v;
    int64_t hash = str_hash_value(v);
    Value *slot = intern_slot(interned.slots, interned.mask, hash, s->data, s->size);
    if (*slot) return *slot;
    if (s->head.type != &str_type || s->grown) {
        v = str_new(s->data, s->size);
        if (!v) return 0;
        str_of(v)->hash = hash;
    }
    return intern_keep(v) ? intern_put(slot, v) : 0;
}

Value intern(const char *c_string) {
    size_t size = strlen(c_string);
    int64_t hash = str_hash_bytes(c_string, size);
    Value *slot = intern_slot(interned.slots, interned.mask, hash, c_string, size);
    if (*slot) return *slot;
    size_t limit = mem_limit_heap(0);   // for names that the interpreter needs there is always room
    Value s = str_new(c_string, size);
    if (s) str_of(s)->hash = hash;
    s = s && intern_keep(s) ? intern_put(slot, s) : 0;
    if (limit) mem_limit_heap(limit);
    return s;
}

static Value intern_static(Str *s) {
    s->hash = str_hash_bytes(s->data, s->size);
    Value *slot = intern_slot(interned.slots, interned.mask, s->hash, s->data, s->size);
    return *slot ? *slot : intern_put(slot, VALUE(s));
}

void names_init(void) {
    unicode_init();
    latin1_init();
    for (size_t c = 0; c < 256; c++) (void)!intern_static(&str_latin1_objects[c]);
    Value *field = (Value *)&known_names;
    for (size_t i = 0; i < sizeof name_objects / sizeof *name_objects; i++)
        *field++ = intern_static(&name_objects[i]);
}

// --- hashing: 16 bytes a step, folded by a 64x64 bit multiplication

#define HASH_SEED 0x9E3779B97F4A7C15ull
#define HASH_LEFT 0xD6E8FEB86659FD93ull
#define HASH_RIGHT 0xA0761D6478BD642Full

static inline uint64_t fold(uint64_t a, uint64_t b) {
    __uint128_t product = (__uint128_t)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t load64(const uint8_t *p) {
    uint64_t word;
    memcpy(&word, p, sizeof word);
    return word;
}

static inline uint64_t load32(const uint8_t *p) {
    uint32_t word;
    memcpy(&word, p, sizeof word);
    return word;
}

// The last 1 to 16 bytes as two words that overlap where there are fewer.
static inline void load_tail(const uint8_t *p, size_t size, uint64_t *a, uint64_t *b) {
    if (size >= 8) {
        *a = load64(p);
        *b = load64(p + size - 8);
    } else if (size >= 4) {
        *a = load32(p);
        *b = load32(p + size - 4);
    } else {
        *a = (uint64_t)p[0] << 16 | (uint64_t)p[size / 2] << 8 | p[size - 1];
        *b = 0;
    }
}

int64_t str_hash_bytes(const void *data, size_t size) {
    if (size == 0) return 0;
    const uint8_t *p = data;
    uint64_t state = HASH_SEED ^ size, a, b;
    size_t rest = size;
    for (; rest > 16; rest -= 16, p += 16) state = fold(load64(p) ^ HASH_LEFT, load64(p + 8) ^ state);
    load_tail(p, rest, &a, &b);
    state = fold(a ^ HASH_LEFT, b ^ state);
    int64_t hash = (int64_t)fold(state ^ HASH_RIGHT, HASH_SEED);
    return hash == 0 || hash == -1 ? hash - 2 : hash;
}

int64_t str_hash_value(Value v) {
    Str *s = str_of(v);
    if (!s->hash) s->hash = str_hash_bytes(s->data, s->size);
    return s->hash;
}

// --- making

#define HEADER offsetof(Str, store)

static Value room(size_t size, size_t length, size_t table) {
    if (size > PTRDIFF_MAX / 2) return raise_memory_error();
    Str *s = mem_object_atomic(&str_type, HEADER + size + 1 + table);
    if (!s) return 0;
    s->hash = 0;
    s->data = s->store;
    s->size = size;
    s->length = length;
    s->offsets = NULL;
    s->concatenated = s->interned = s->grown = false;
    s->store[size] = 0;
    return VALUE(s);
}

Value str_room(size_t size, size_t length) {
    if (size == 0) return NAME(empty);
    return room(size, length, size == length ? 0 : length / 64 * sizeof(uint32_t) + 3);
}

static inline Value short_str(const char *utf8, size_t size) {
    return size ? VALUE(&str_latin1_objects[(uint8_t)utf8[0]]) : NAME(empty);
}

Value str_ascii(const char *ascii, size_t size) {
    if (size <= 1) return short_str(ascii, size);
    Value s = room(size, size, 0);
    if (s) bytes_copy(str_of(s)->store, ascii, size);
    return s;
}

Value str_new(const char *utf8, size_t size) {
    if (size <= 1) return short_str(utf8, size);
    size_t length = 0;
    if (size < 16) {
        for (size_t i = 0; i < size; i++) length += !utf8_is_continuation(utf8[i]);
    } else {
        size_t ascii = utf8_ascii_prefix(utf8, size);
        length = ascii + utf8_count(utf8 + ascii, size - ascii);
    }
    if (length == 1) return str_from_code_point(utf8_read(&utf8));
    Value s = str_room(size, length);
    if (s) bytes_copy(str_of(s)->store, utf8, size);
    return s;
}

Value str_from(const char *c_string) { return str_new(c_string, strlen(c_string)); }

Value str_from_code_point(uint32_t code_point) {
    if (code_point < 256) return VALUE(&str_latin1_objects[code_point]);
    Value s = str_room(utf8_size(code_point), 1);
    if (s) utf8_write(str_of(s)->data, code_point);
    return s;
}

// An instance of a subclass: its text is that of `exact`.
static Value subclass_new(Type *type, Value exact) {
    Str *s = instance_allocate(type, sizeof *s);
    if (!s) return 0;
    const Str *from = str_of(exact);
    s->hash = from->hash;
    s->data = from->data;
    s->size = from->size;
    s->length = from->length;
    return VALUE(s);
}

static Value decoded(Value v, const char *encoding, const char *errors) {
    if (str_check(v)) return raise_type_error("decoding str is not supported");
    Buffer buffer;
    if (!buffer_get_bytes(v, &buffer)) {
        error_take();
        return raise_type_error("decoding to str: need a bytes-like object, %T found", v);
    }
    Value result = codec_decode(buffer.data, (size_t)buffer.size, encoding, errors);
    buffer_release(&buffer);
    return result;
}

static Value str_make(Type *type, Value *args, size_t count, Value keywords) {
    Value bound[3];
    if (count > 3 && !keywords) return raise_type_error("str expected at most 3 arguments, got %zu", count);
    if (!NATIVE_BIND("str", "object='', encoding='utf-8', errors='strict'", bound)) return 0;
    const char *encoding = NULL, *errors = NULL;
    // Where all arguments are given by position, None is called by its type.
    for (size_t i = 1; !keywords && i < count; i++)
        if (args[i] == NONE)
            return raise_type_error("str() argument '%s' must be str, not NoneType",
                                    i == 1 ? "encoding" : "errors");
    if (!codec_argument(bound[1], "str()", "'encoding'", &encoding)) return 0;
    if (!codec_argument(bound[2], "str()", "'errors'", &errors)) return 0;
    Value text = NAME(empty);
    if (bound[0]) text = encoding || errors ? decoded(bound[0], encoding, errors) : object_str(bound[0]);
    if (!text || type == &str_type) return text;
    return subclass_new(type, text);
}

// --- accessors

Value str_exact(Value v) {
    const Str *s = str_of(v);
    if (s->head.type == &str_type) return v;
    return str_new(s->data, s->size);
}

Value str_self(Value v) { return str_exact(v); }

const char *str_c(Value v) {
    if (!str_of(v)->grown) return str_data(v);
    Value copy = str_new(str_data(v), str_size(v));
    return copy ? str_data(copy) : NULL;
}

bool str_has_surrogates(Value v) {
    if (str_is_ascii(v)) return false;
    const char *at = str_data(v), *end = at + str_size(v);
    while ((at = memchr(at, 0xED, (size_t)(end - at)))) {
        if ((uint8_t)at[1] >= 0xA0) return true;
        at += 3;
    }
    return false;
}

bool str_equal(Value a, Value b) {
    if (a == b) return true;
    const Str *s = str_of(a), *t = str_of(b);
    if (s->size != t->size || (s->interned && t->interned)) return false;
    if (s->hash && t->hash && s->hash != t->hash) return false;
    return memcmp(s->data, t->data, s->size) == 0;
}

bool str_equal_c(Value v, const char *c_string) {
    size_t size = strlen(c_string);
    return str_size(v) == size && memcmp(str_data(v), c_string, size) == 0;
}

// --- slots

// The order of UTF-8 bytes is the order of code points.
static int order(Value a, Value b) {
    size_t m = str_size(a), n = str_size(b);
    int result = memcmp(str_data(a), str_data(b), m < n ? m : n);
    return result ? result : (m > n) - (m < n);
}

static Value str_compare(Value a, Value b, CompareOp op) {
    if (!str_check(a) || !str_check(b)) return NOT_IMPLEMENTED;
    return compare_answer(op == COMPARE_EQ || op == COMPARE_NE ? !str_equal(a, b) : order(a, b), op);
}

static ptrdiff_t str_slot_length(Value v) { return (ptrdiff_t)str_length(v); }

static Value str_modulo(Value left, Value right) {
    return str_check(left) ? format_percent_str(left, right) : NOT_IMPLEMENTED;
}

static Value str_format_slot(Value v, Value spec) {
    if (str_size(spec) == 0) return value_is(v, &str_type) ? v : object_str(v);
    FormatSpec parsed;
    if (!format_parse(spec, &parsed, type_of(v))) return 0;
    return format_str(v, &parsed);
}

Type str_type = {
    .head = {&type_type},
    .name = "str",
    .doc = "str(object='') -> str\n"
           "str(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "The text of an object, as its __str__() gives it, or the text that bytes hold in an encoding.",
    .size = sizeof(Str),
    .flags = TYPE_BASE | TYPE_IS_STR | TYPE_MATCH_SELF,
    .make = str_make,
    .repr = str_repr,
    .str = str_self,
    .hash = str_hash_value,
    .compare = str_compare,
    .format = str_format_slot,
    .iter = str_iterate,
    .length = str_slot_length,
    .get_item = str_get_item,
    .contains = str_contains,
    .concat = str_add,
    .repeat = str_repeat,
    .operators = OPERATORS(.binary[BINARY_MOD] = str_modulo),
    .methods = str_methods,
};
