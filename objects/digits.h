// Decimal digits of machine integers.
#pragma once
#include <stdint.h>
#include <string.h>

#define DIGITS_MOST 20          // of a uint64_t

// Writes n so that it ends before `end`; answers where it begins.
static inline char *digits_write(uint64_t n, char *end) {
    static const char pairs[] = "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
                                "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
                                "8081828384858687888990919293949596979899";
    while (n >= 100) {
        end -= 2;
        memcpy(end, pairs + 2 * (n % 100), 2);
        n /= 100;
    }
    if (n < 10) {
        *--end = (char)('0' + n);
        return end;
    }
    end -= 2;
    memcpy(end, pairs + 2 * n, 2);
    return end;
}
