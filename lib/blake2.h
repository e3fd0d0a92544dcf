// BLAKE2b and BLAKE2s (RFC 7693), with all parameters for tree hashing.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    bool wide;                  // BLAKE2b: words of 64 bits
    bool last_node;
    uint8_t digest_size;
    uint8_t block[128];         // input not compressed yet: the last block is treated otherwise
    size_t filled;
    uint64_t low, high;         // bytes compressed
    union {
        uint64_t h64[8];
        uint32_t h32[8];
    };
} Blake2;
// `parameters`: the block of 64 (wide) or 32 bytes; a key, filled up to a block, is the first input.
void blake2_start(Blake2 *state, bool wide, const uint8_t *parameters, bool last_node);
void blake2_update(Blake2 *state, const uint8_t *data, size_t size);
void blake2_finish(Blake2 *state, uint8_t *digest);     // digest_size bytes; the state is used up
