// Sums, products and norms of many numbers.
//
// fsum keeps partial sums that do not overlap (Shewchuk, "Adaptive Precision Floating-Point Arithmetic",
// 1997); sumprod of floats keeps three doubles (Ogita, Rump and Oishi, "Accurate Sum and Dot Product", 2005).
#include "lib/item_source.h"
#include "lib/math_parts.h"
#include "objects/error.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/tuple.h"
#include <math.h>

// The rounded sum, and exactly what was rounded off.
typedef struct {
    double high, low;
} Double2;

static Double2 two_sum(double a, double b) {
    double sum = a + b, rest = sum - a;
    return (Double2){sum, (a - (sum - rest)) + (b - rest)};
}

static Double2 two_product(double a, double b) {
    double product = a * b;
    return (Double2){product, fma(a, b, -product)};
}

// ------------------------------------------------------------------------------------------------ fsum

typedef struct {
    double *partials;           // of increasing magnitude; none overlaps another
    size_t count, room;
    double special, infinities; // sums of all that is not finite, of the infinities alone
} ExactSum;

static bool push_partial(ExactSum *sum, double x) {
    if (sum->count == sum->room) {
        size_t room = sum->room * 2 + 32;
        double *more = mem_realloc_atomic(sum->partials, sum->room * sizeof *more, room * sizeof *more);
        if (!more) return false;
        sum->partials = more;
        sum->room = room;
    }
    sum->partials[sum->count++] = x;
    return true;
}

static bool add_exactly(ExactSum *sum, double x) {
    double original = x;
    size_t kept = 0;
    for (size_t k = 0; k < sum->count; k++) {
        double y = sum->partials[k];
        Double2 s = two_sum(x, y);
        if (s.low != 0) sum->partials[kept++] = s.low;
        x = s.high;
    }
    sum->count = kept;
    if (x == 0) return true;
    if (isfinite(x)) return push_partial(sum, x);
    if (isfinite(original)) return raise_overflow_error("intermediate overflow in fsum");
    if (isinf(original)) sum->infinities += original;
    sum->special += original;
    sum->count = 0;
    return true;
}

// The partials' sum, rounded once.
static double round_sum(const ExactSum *sum) {
    size_t n = sum->count;
    if (n == 0) return 0;
    double high = sum->partials[--n], low = 0;
    while (n > 0) {
        double x = high, y = sum->partials[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0) break;
    }
    // A tie that the next partial decides.
    if (n > 0 && ((low < 0 && sum->partials[n - 1] < 0) || (low > 0 && sum->partials[n - 1] > 0))) {
        double twice = low * 2, x = high + twice;
        if (twice == x - high) high = x;
    }
    return high;
}

Value math_py_fsum(Value self, Value *args) {
    (void)self;
    ExactSum sum = {0};
    ItemSource source;
    if (!source_open(&source, args[0])) return 0;
    for (Value item; (item = source_next(&source));) {
        double x;
        if (value_is_tagged_float(item)) x = float_untag(item);
        else if (!float_from_object(item, &x)) return 0;
        if (!add_exactly(&sum, x)) return 0;
    }
    if (error_occurred()) return 0;
    if (sum.special == 0) return float_value(round_sum(&sum));          // nan differs from 0, too
    return isnan(sum.infinities) ? raise_value_error("-inf + inf in fsum") : float_value(sum.special);
}

// ------------------------------------------------------------------------------------------------ prod

static bool as_double_quickly(Value v, double *out) {
    if (value_is(v, &float_type)) *out = float_get(v);
    else if (value_is_small(v)) *out = (double)small_int(v);
    else return false;
    return true;
}

// A great int times *item and the small ints that follow it: the product grows in place. *item: what follows those.
static Value times_small(ItemSource *source, Value number, Value *item) {
    IntView room;
    mpz_srcptr start = int_view(number, &room);
    mpz_t product;
    mpz_init(product);
    do {
        size_t used = mpz_size(product);
        if (used + 1 >= (size_t)product->_mp_alloc) {
            size_t wanted = 2 * (used + mpz_size(start));
            if (!int_check_bits(wanted * GMP_NUMB_BITS)) return 0;
            mpz_realloc2(product, wanted * GMP_NUMB_BITS);
        }
        mpz_mul_si(product, used ? product : start, (long)small_int(*item));
    } while (mpz_sgn(product) && (*item = source_next(source)) && value_is_small(*item));
    return int_from_mpz(product);
}

Value math_py_prod(Value self, Value *args) {
    (void)self;
    Value result = args[1] ? args[1] : SMALL(1);
    ItemSource source;
    if (!source_open(&source, args[0])) return 0;
    Value item = source_next(&source);
    while (item) {
        double x;
        if (value_is(result, &float_type) && as_double_quickly(item, &x)) {
            double product = float_get(result);
            do product *= x;
            while ((item = source_next(&source)) && as_double_quickly(item, &x));
            result = float_value(product);
        } else if (int_check_exact(result) && !value_is_small(result) && value_is_small(item)) {
            result = times_small(&source, result, &item);
        } else {
            bool ints = value_is_small(result) && value_is_small(item);
            result = ints ? int_multiply(result, item) : object_binary(BINARY_MUL, result, item);
            item = result ? source_next(&source) : 0;
        }
        if (!result) return 0;
    }
    return error_occurred() ? 0 : result;
}

// ------------------------------------------------------------------------------------------------ sumprod

// The sum of products goes through up to three stages, and never back: ints alone; floats with three doubles'
// precision; anything, by the operators. `total` has what the stages before have summed.
typedef struct {
    enum { STAGE_INT, STAGE_FLOAT, STAGE_ANY } stage;
    Value total;
    double high, low, tiny;
} ProductSum;

static bool is_plain_int(Value v) { return int_check_exact(v) || value_is(v, &bool_type); }

static bool add_to_total(ProductSum *sum, Value v) {
    sum->total = object_binary(BINARY_ADD, sum->total, v);
    return sum->total != 0;
}

// Both as doubles, if one of them is a float and the other is one or an int.
static bool read_floats(Value p, Value q, double *x, double *y) {
    bool p_float = value_is(p, &float_type), q_float = value_is(q, &float_type);
    if (!p_float && !q_float) return false;
    if ((!p_float && !is_plain_int(p)) || (!q_float && !is_plain_int(q))) return false;
    bool fits = (p_float || int_to_double(p, x)) && (q_float || int_to_double(q, y));
    if (!fits) (void)error_take();
    if (p_float) *x = float_get(p);
    if (q_float) *y = float_get(q);
    return fits;
}

static bool add_floats(ProductSum *sum, double x, double y) {
    Double2 product = two_product(x, y), s = two_sum(sum->high, product.high);
    if (!isfinite(s.high)) return false;
    Double2 r = two_sum(sum->low, product.low), t = two_sum(r.high, s.low);
    sum->high = s.high;
    sum->low = t.high;
    sum->tiny += r.low + t.low;
    return true;
}

static bool end_float_stage(ProductSum *sum) {
    Double2 first = two_sum(sum->high, sum->low), second = two_sum(first.low, sum->tiny);
    sum->stage = STAGE_ANY;
    return add_to_total(sum, float_value(first.high + second.high));
}

static bool add_product(ProductSum *sum, Value p, Value q) {
    if (sum->stage == STAGE_INT) {
        if (is_plain_int(p) && is_plain_int(q)) {
            Value product = object_binary(BINARY_MUL, p, q);
            return product && add_to_total(sum, product);
        }
        sum->stage = STAGE_FLOAT;
    }
    double x, y;
    if (sum->stage == STAGE_FLOAT) {
        if (read_floats(p, q, &x, &y) && add_floats(sum, x, y)) return true;
        if ((sum->high != 0 || sum->low != 0 || sum->tiny != 0) ? !end_float_stage(sum) : false) return false;
        sum->stage = STAGE_ANY;
    }
    Value product = object_binary(BINARY_MUL, p, q);
    return product && add_to_total(sum, product);
}

Value math_py_sumprod(Value self, Value *args) {
    (void)self;
    Value p = object_iter(args[0]), q = p ? object_iter(args[1]) : 0;
    if (!q) return 0;
    ProductSum sum = {.total = SMALL(0)};
    bool any_float = false;
    for (;;) {
        Value a = object_next(p);
        if (!a && error_occurred()) return 0;
        Value b = object_next(q);
        if (!b && error_occurred()) return 0;
        if (!a != !b) return raise_value_error("Inputs are not the same length");
        if (!a) break;
        if (!add_product(&sum, a, b)) return 0;
        any_float |= sum.stage == STAGE_FLOAT;
    }
    if (sum.stage == STAGE_FLOAT && any_float && !end_float_stage(&sum)) return 0;
    return sum.total;
}

// ----------------------------------------------------------------------------------------------- hypot, dist

// The root of the sum of squares, scaled so that no square overflows or vanishes, in extended precision.
static double norm(const double *numbers, size_t count) {
    double greatest = 0;
    bool has_nan = false;
    for (size_t k = 0; k < count; k++) {
        double size = fabs(numbers[k]);
        has_nan |= isnan(size);
        if (size > greatest) greatest = size;
    }
    if (isinf(greatest)) return greatest;
    if (has_nan) return NAN;
    if (greatest == 0 || count == 1) return greatest;
    int exponent = 0;
    bool scaled = greatest > 0x1p480 || greatest < 0x1p-480;
    if (scaled) frexp(greatest, &exponent);
    double high = 0, low = 0;
    for (size_t k = 0; k < count; k++) {
        double number = scaled ? ldexp(numbers[k], -exponent) : numbers[k];
        Double2 square = two_product(number, number), s = two_sum(high, square.high);
        high = s.high;
        low += s.low + square.low;
    }
    double root = sqrt(high + low);
    // One step of Newton's method on what is left, which makes the result right but for rare ties.
    Double2 square = two_product(root, root);
    double rest = ((high - square.high) - square.low) + low;
    root += rest / (2 * root);
    return scaled ? ldexp(root, exponent) : root;
}

static double *doubles(size_t count) { return mem_alloc_atomic(count ? count * sizeof(double) : 1); }

Value math_py_hypot(Value self, Value *args, size_t count, Value keywords) {
    (void)self;
    if (!math_refuse_keywords("hypot", keywords)) return 0;
    double few[8], *numbers = count <= 8 ? few : doubles(count);
    if (!numbers) return 0;
    for (size_t k = 0; k < count; k++)
        if (!float_from_object(args[k], &numbers[k])) return 0;
    return float_value(norm(numbers, count));
}

Value math_py_dist(Value self, Value *args) {
    (void)self;
    Value p = tuple_check(args[0]) ? args[0] : tuple_from_iterable(args[0]);
    Value q = !p ? 0 : tuple_check(args[1]) ? args[1] : tuple_from_iterable(args[1]);
    if (!q) return 0;
    size_t count = tuple_count(p);
    if (tuple_count(q) != count)
        return raise_value_error("both points must have the same number of dimensions");
    double *numbers = doubles(count);
    if (!numbers) return 0;
    for (size_t k = 0; k < count; k++) {
        double x, y;
        if (!float_from_object(tuple_get(p, k), &x) || !float_from_object(tuple_get(q, k), &y)) return 0;
        numbers[k] = fabs(x - y);
    }
    return float_value(norm(numbers, count));
}
