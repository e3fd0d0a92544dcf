// Exceptions that nobody can catch, because they were raised in __del__, __release_buffer__ or a callback
// while the program was doing something else: shown on sys.stderr, and the program goes on.
#include "objects/buffer.h"
#include "objects/exception.h"
#include "objects/finalize.h"
#include "objects/weakref.h"
#include "lib/lib.h"

// The report without the lines that underline: this one kind of traceback has none.
static Value without_carets(Value report) {
    StrBuilder out;
    str_builder_init(&out);
    const char *at = str_data(report), *end = at + str_size(report);
    while (at < end) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        next = next ? next + 1 : end;
        size_t size = (size_t)(next - at);
        bool carets = strspn(at, " ~^") == size - 1 && memchr(at, '^', size);
        if (!carets) str_builder_add(&out, at, size);
        at = next;
    }
    return str_builder_finish(&out);
}

static void show(Value headline, Value exception) {
    Value pending = error_take();
    Value report = headline ? exception_format(exception) : 0;
    if (report) report = without_carets(report);
    Value text = report ? str_concat(headline, report) : 0;
    if (text) run_print_error(text);
    (void)error_take();
    if (pending) error_set(pending);
}

static void deallocator_failed(Value exception, Value method) {
    show(str_format("Exception ignored while calling deallocator %R:\n", method), exception);
}

static void release_failed(Value exception, Value exporter) {
    show(str_format("Exception ignored in __release_buffer__ of %T:\n", exporter), exception);
}

static void callback_failed(Value exception, Value callback) {
    show(str_format("Exception ignored while calling weakref callback %R:\n", callback), exception);
}

void unraisable_start(void) {
    weakref_failed = callback_failed;
    finalize_failed = deallocator_failed;
    buffer_release_failed = release_failed;
}
