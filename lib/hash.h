// Hash objects: what hash_object.c (objects and their types), hash_blake2.c (the constructors with parameters) and
// module__hash.c share. MD5, SHA-1, SHA-2 and SHA-3 are Nettle's; so is the permutation that SHAKE is made of here.
#pragma once
#include "lib/blake2.h"
#include "objects/bytespan.h"
#include <nettle/nettle-meta.h>

#define HASH_DIGEST_MAX 64

typedef struct {
    Type *type;
    const char *name;
    const struct nettle_hash *nettle;   // NULL: SHAKE or BLAKE2
    size_t block_size;
} HashAlgorithm;
extern const HashAlgorithm hash_algorithms[];   // ended by a row without a type
const HashAlgorithm *hash_of_type(const Type *type);
extern Type hash_blake2b_type, hash_blake2s_type;

// A new hash object; `data` (0: none) is hashed at once.
Value hash_new(const HashAlgorithm *algorithm, Value data) must_use;
// The arguments data and string, of which one may be given: the one that is, in *data (0: none).
bool hash_data_argument(Value data, Value string, Value *out) must_use;
bool hash_update(Value self, Value data) must_use;
Blake2 *hash_blake2_state(Value self);
Value hash_blake2_make(Type *type, Value *args, size_t count, Value keywords);
