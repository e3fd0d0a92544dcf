// Character properties. They lie in the binary as runs of code points with equal records, deflated; that is unpacked when
// the first character beyond ASCII is asked for. Records are found through a table of blocks, and each block is
// filled in when a character of it is first asked for. No step needs memory that might not be there.
#include "objects/mem.h"
#include "objects/unicode_parts.h"
#include <string.h>
#include <zlib.h>

#include "objects/unicode_data.inc"

MEM_UNSCANNED static uint8_t data[UNICODE_DATA_SIZE];
static bool unpacked;

MEM_UNSCANNED static uint32_t run_ends[UNICODE_RUN_COUNT];            // behind the last code point of each
MEM_UNSCANNED static uint16_t run_records[UNICODE_RUN_COUNT];
MEM_UNSCANNED UnicodeRecord unicode_records[UNICODE_RECORD_COUNT];

MEM_UNSCANNED uint16_t unicode_block_of[(UNICODE_LAST + 1) / UNICODE_BLOCK], unicode_blocks[UNICODE_BLOCK_COUNT + 1][UNICODE_BLOCK];
MEM_UNSCANNED static uint16_t uniform_block[UNICODE_RECORD_COUNT], block_count;

MEM_UNSCANNED uint32_t unicode_cases[UNICODE_CASE_COUNT][4];
MEM_UNSCANNED static uint16_t expansions[UNICODE_EXPANSION_COUNT];

// --- unpacking

// What inflate wants for itself; it asks for no window when all output fits.
MEM_UNSCANNED static _Alignas(16) char memory[16384];
static void *inflate_memory(void *used, unsigned count, unsigned size) {
    size_t *place = used, begin = *place;
    *place += ((size_t)count * size + 15) & ~(size_t)15;
    return *place <= sizeof memory ? memory + begin : Z_NULL;
}
static void inflate_forget(void *used, void *block) { (void)used, (void)block; }

void unicode_unpack(const unsigned char *from, size_t size, uint8_t *to, size_t room) {
    size_t used = 0;
    z_stream stream = {.next_in = (unsigned char *)from, .avail_in = (unsigned)size, .next_out = to, .avail_out = (unsigned)room,
                       .zalloc = inflate_memory, .zfree = inflate_forget, .opaque = &used};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK || inflate(&stream, Z_FINISH) != Z_STREAM_END) __builtin_trap();
    inflateEnd(&stream);
}

const uint8_t *unicode_data_at(size_t place) {
    if (!unpacked) unicode_unpack(packed, sizeof packed, data, sizeof data);
    unpacked = true;
    return data + place;
}

// Each of these is columns of numbers, one behind the other.
static void read_runs(void) {
    const uint8_t *at = unicode_data_at(UNICODE_AT_RUNS);
    uint32_t end = 0;
    for (size_t i = 0; i < UNICODE_RUN_COUNT; i++) run_ends[i] = end += (uint32_t)unicode_next(&at) + 1;
    for (size_t i = 0; i < UNICODE_RUN_COUNT; i++) run_records[i] = (uint16_t)unicode_next(&at);
}

static void read_records(void) {
    const uint8_t *at = unicode_data_at(UNICODE_AT_RECORDS);
#define COLUMN(field) for (size_t i = 0; i < UNICODE_RECORD_COUNT; i++) unicode_records[i].field = (__typeof__(unicode_records->field))unicode_next(&at)
    COLUMN(flags);
    COLUMN(decimal);
    COLUMN(category);
    COLUMN(bidirectional);
    COLUMN(width);
    COLUMN(combining);
    COLUMN(cases);
#undef COLUMN
}

static void read_cases(void) {
    const uint8_t *at = unicode_data_at(UNICODE_AT_CASES);
    for (size_t to = 0; to < 4; to++)
        for (size_t i = 0; i < UNICODE_CASE_COUNT; i++) unicode_cases[i][to] = (uint32_t)unicode_next(&at);
    for (size_t i = 0; i < UNICODE_EXPANSION_COUNT; i++) expansions[i] = (uint16_t)unicode_next(&at);
}

void unicode_init(void) {
}

// --- blocks

// The first run that ends behind c.
static size_t find_run(uint32_t c) {
    size_t low = 0, high = UNICODE_RUN_COUNT;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (run_ends[middle] <= c) low = middle + 1;
        else high = middle;
    }
    return low;
}

// Fills in the block that holds c. A block within one run is that of all such runs of its record.
void unicode_make_block(uint32_t c) {
    if (!block_count) read_runs(), read_records(), read_cases();
    uint32_t first = c & ~(uint32_t)(UNICODE_BLOCK - 1);
    size_t run = find_run(first);
    bool uniform = run_ends[run] >= first + UNICODE_BLOCK;
    uint16_t *shared = &uniform_block[run_records[run]], *place = &unicode_block_of[first / UNICODE_BLOCK];
    if (uniform && *shared) {
        *place = *shared;
        return;
    }
    *place = ++block_count;
    if (uniform) *shared = *place;
    for (uint32_t i = 0; i < UNICODE_BLOCK; i++) {
        while (run_ends[run] <= first + i) run++;
        unicode_blocks[*place][i] = run_records[run];
    }
}

// --- questions

static inline bool has(uint32_t c, uint32_t flags) { return unicode_flags(c) & flags; }

bool unicode_is_alpha(uint32_t c) { return has(c, UNICODE_ALPHA); }
bool unicode_is_decimal(uint32_t c) { return has(c, UNICODE_DECIMAL); }
bool unicode_is_digit(uint32_t c) { return has(c, UNICODE_DIGIT); }
bool unicode_is_numeric(uint32_t c) { return has(c, UNICODE_NUMERIC); }
bool unicode_is_space(uint32_t c) { return has(c, UNICODE_SPACE); }
bool unicode_is_printable(uint32_t c) { return has(c, UNICODE_PRINTABLE); }
bool unicode_is_upper(uint32_t c) { return has(c, UNICODE_UPPER); }
bool unicode_is_lower(uint32_t c) { return has(c, UNICODE_LOWER); }
bool unicode_is_cased(uint32_t c) { return has(c, UNICODE_UPPER | UNICODE_LOWER | UNICODE_TITLE); }
bool unicode_is_case_ignorable(uint32_t c) { return has(c, UNICODE_CASE_IGNORABLE); }
bool unicode_is_identifier_start(uint32_t c) { return has(c, UNICODE_ID_START); }
bool unicode_is_identifier(uint32_t c) { return has(c, UNICODE_ID_CONTINUE); }
bool unicode_is_wide(uint32_t c) { return unicode_record(c)->width >= WIDTH_F; }
int unicode_decimal(uint32_t c) { return unicode_record(c)->decimal - 1; }

size_t unicode_map(uint32_t c, UnicodeCase to, uint32_t out[UNICODE_CASE_MAX]) {
    uint32_t change = unicode_cases[unicode_record(c)->cases][to];
    if (!(change & UNICODE_EXPANDS)) {
        out[0] = c + (uint32_t)unicode_difference(change);
        return 1;
    }
    size_t length = change & 3;
    const uint16_t *expansion = expansions + ((change & (UNICODE_EXPANDS - 1)) >> 2);
    for (size_t i = 0; i < length; i++) out[i] = expansion[i];
    return length;
}
