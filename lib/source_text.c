// Texts of sources: those in other encodings than UTF-8 (PEP 263) are decoded before the lexer sees them; those that a program has put
// into linecache.cache are what tracebacks show.
#include "lexer/lexer.h"
#include "lib/lib.h"
#include "objects/codecs.h"
#include "objects/exception.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"
#include "vm/frame.h"

// The text of a source that names such an encoding; 0: it does not, or an exception is pending.
static Value decode(const char *text, size_t size) {
    size_t length;
    const char *start = lexer_encoding(text, size, &length);
    Value name = length ? str_new(start, length) : 0;
    return name ? codec_decode((const uint8_t *)text, size, str_data(name), "strict") : 0;
}

bool source_to_utf8(const char **text, size_t *size, Value file_name) {
    Value decoded = decode(*text, *size);
    if (decoded) {
        *text = str_data(decoded);
        *size = str_size(decoded);
        return true;
    }
    if (!error_is(&LookupError_type) && !error_is(&ValueError_type)) return !error_pending;
    Value message = object_str(error_take());
    Value details = message ? tuple_pack(4, file_name, SMALL(0), SMALL(-1), NONE) : 0;
    Value exception = details ? object_call2(VALUE(&SyntaxError_type), message, details) : 0;
    return exception ? raise_exception(exception) : 0;
}

// What linecache keeps under a name without a time of change: a text that is in no file. 0: nothing, or an exception is pending.
static Value find_cached(Value file_name) {
    Value module = dict_get(machine.modules, intern("linecache"));
    Value cache = module ? object_get_attribute_c(module, "cache") : 0;
    Value entry = cache && dict_check(cache) ? dict_get(cache, file_name) : 0;
    if (!entry || !tuple_check(entry) || tuple_count(entry) != 4 || tuple_get(entry, 1) != NONE) return 0;
    return str_join(NAME(empty), tuple_get(entry, 2));
}

void source_text_start(void) {
    source_decode = decode;
    source_find = find_cached;
}
