// tell() and seek() of TextIOWrapper. A position in text is that of the byte where decoding can start again,
// together with the decoder's state there. As CPython's cookie it is one int:
//     position | state << 64 | bytes to decode << 96 | characters to skip << 128
// which is the plain position in nearly all cases. The last two are needed where one byte gave several
// characters.
#include "lib/io.h"
#include "objects/bytes.h"
#include "objects/codecs_parts.h"
#include "objects/exception.h"
#include "objects/float.h"
#include "objects/int.h"

// --- the decoder's state as a number: bit 0: a "\r" is held back; the rest is the codec's, as CPython
// numbers it (utf-16 and utf-32: 2 before the byte order mark, 1 for the order that is not this machine's;
// utf-8-sig: 1 at first).

static int64_t decoder_state(const TextDecoder *decoder) {
    const CodecStream *stream = &decoder->stream;
    int64_t state = 0;
    if (stream->codec->mark && !stream->started) state = stream->codec->family == CODEC_UTF8 ? 1 : 2;
    else if (stream->codec->mark && stream->order == 'b') state = 1;
    return decoder->newlines.universal ? state << 1 | decoder->newlines.pending_return : state;
}

static void decoder_set_state(TextIo *t, int64_t state) {
    CodecStream *stream = &t->decoder.stream;
    stream->pending_size = 0;
    t->decoder.newlines.pending_return = t->decoder.newlines.universal && (state & 1);
    if (t->decoder.newlines.universal) state >>= 1;
    if (!stream->codec->mark) return;
    stream->started = stream->codec->family == CODEC_UTF8 ? state == 0 : state != 2;
    stream->order = stream->codec->family == CODEC_UTF8 ? 0 : state == 1 ? 'b' : 'l';
}

static bool decoder_reset(TextIo *t) {
    t->decoder.newlines.pending_return = false;
    t->decoder.newlines.seen = 0;
    return codec_stream_reset(&t->decoder.stream);
}

static void encoder_reset(TextIo *t, bool at_start) {
    t->started = !at_start;
    t->encoder = 0;
}

// ------------------------------------------------------------------------------------------------ tell

// What a beginning of the last chunk decodes to.
typedef struct {
    size_t bytes;               // of text
    bool clean;                 // no byte and no "\r" is held back
    TextDecoder decoder;
} Prefix;

static bool decode_prefix(TextIo *t, const TextDecoder *from, const uint8_t *data, size_t size,
                          Prefix *prefix) {
    prefix->decoder = *from;
    Value text = codec_stream_decode(&prefix->decoder.stream, data, size, false);
    if (text) text = newline_decode(&prefix->decoder.newlines, text, false);
    if (!text) return false;
    (void)t;
    prefix->bytes = str_size(text);
    prefix->clean = prefix->decoder.stream.pending_size == 0;
    return true;
}

static Value cookie(int64_t position, int64_t state, size_t feed, size_t skip) {
    Value result = int_from_int64(position);
    const int64_t parts[] = {state, (int64_t)feed, (int64_t)skip};
    for (int k = 0; result && k < 3; k++) {
        if (!parts[k]) continue;
        Value part = int_shift_left(SMALL(parts[k]), 64 + 32 * k);
        result = part ? int_add(result, part) : 0;
    }
    return result;
}

static size_t count_characters(const char *from, size_t size) {
    size_t count = 0;
    for (size_t k = 0; k < size; k++) count += ((uint8_t)from[k] & 0xc0) != 0x80;
    return count;
}

// The cookie of the place where the chunk `data` (held-back bytes included) at `position` has given t->at
// bytes of text.
static Value find_cookie(TextIo *t, const TextDecoder *from, const uint8_t *data, size_t size,
                         int64_t position, Prefix *last) {
    Prefix prefix;
    size_t low = 0, high = size;            // the shortest beginning that gives at least t->at bytes
    if (t->at <= size) {                    // nearly always it is as long as its text
        if (!decode_prefix(t, from, data, t->at, &prefix)) return 0;
        *last = prefix;
        if (prefix.bytes == t->at && prefix.clean)
            return cookie(position + (int64_t)t->at, decoder_state(&prefix.decoder), 0, 0);
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (!decode_prefix(t, from, data, middle, &prefix)) return 0;
        if (prefix.bytes >= t->at) high = middle;
        else low = middle + 1;
    }
    size_t needed = low;
    if (!decode_prefix(t, from, data, needed, &prefix)) return 0;
    size_t start = needed;
    while (!(prefix.bytes <= t->at && prefix.clean) && start > 0)
        if (!decode_prefix(t, from, data, --start, &prefix)) return 0;
    if (start == 0 && !decode_prefix(t, from, data, 0, &prefix)) return 0;
    *last = prefix;
    size_t skip = count_characters(str_data(t->text) + prefix.bytes, t->at - prefix.bytes);
    return cookie(position + (int64_t)start, decoder_state(&prefix.decoder), skip ? needed - start : 0, skip);
}

Value text_io_tell(TextIo *t) {
    if (!text_io_check_open(t)) return 0;
    if (!t->seekable) return io_unsupported("underlying stream is not seekable");
    if (!t->telling) return raise_format(&OSError_type, "telling position disabled by next() call");
    if (!text_io_write_pending(t) || !object_call_method(VALUE(t), NAME(flush), 0, 0)) return 0;
    Value position = object_call_method(t->buffer, IO_NAME("tell"), 0, 0);
    int64_t at;
    if (!position || !t->input || !t->readable) return position;
    if (!object_to_int64(position, &at)) return 0;
    // A decoder of the program's own is not run again over part of what it has decoded.
    if (t->decoder.stream.foreign && t->text && t->at < str_size(t->text))
        return raise_not_implemented("tell() within what a registered codec has decoded");
    if (t->decoder.stream.foreign) return position;
    TextDecoder from = t->before;
    size_t held = from.stream.pending_size, size = bytes_size(t->input) + held;
    uint8_t *data = mem_alloc_atomic(size + 1);
    if (!data) return 0;
    memcpy(data, from.stream.pending, held);
    memcpy(data + held, bytes_data(t->input), size - held);
    from.stream.pending_size = 0;
    // The line ends seen are, as in CPython, those of the part that was decoded again.
    if (at == (int64_t)size && !decoder_state(&from)) from.newlines.seen = 0;
    Prefix last = {.decoder = from};
    Value place = find_cookie(t, &from, data, size, at - (int64_t)size, &last);
    t->decoder.newlines.seen = last.decoder.newlines.seen;
    return place;
}

// ------------------------------------------------------------------------------------------------ seek

// The part of a cookie in `bits` bits from `shift` on.
static bool cookie_part(Value number, unsigned shift, unsigned bits, int64_t *out) {
    mpz_t z;
    int_load(number, z);
    mpz_tdiv_q_2exp(z, z, shift);
    mpz_tdiv_r_2exp(z, z, bits);
    if (!mpz_fits_slong_p(z)) return raise_overflow_error("Python int too large to convert to C long");
    *out = mpz_get_si(z);
    return true;
}

static bool raise_not_restored(void) {
    return raise_format(&OSError_type, "can't restore logical file position");
}

// Decodes the bytes that the cookie names and skips characters of them.
static bool feed_and_skip(TextIo *t, int64_t feed, int64_t skip) {
    Value bytes = io_call(t->buffer, NAME(read), 1, int_from_int64(feed));
    if (!bytes) return false;
    if (!bytes_check(bytes))
        return raise_type_error("underlying read() should have returned a bytes object, not '%T'", bytes);
    t->before = t->decoder;
    Value text = codec_stream_decode(&t->decoder.stream, bytes_data(bytes), bytes_size(bytes), false);
    if (text) text = newline_decode(&t->decoder.newlines, text, false);
    if (!text) return false;
    if (str_length(text) < (size_t)skip) return raise_not_restored();
    Value skipped = str_substring(text, 0, (size_t)skip);
    if (!skipped) return false;
    t->input = bytes;
    t->text = text;
    t->at = str_size(skipped);
    return true;
}

static Value seek_cookie(TextIo *t, Value number) {
    int64_t parts[4];
    if (int_sign(number) < 0) return raise_value_error("negative seek position %R", number);
    if (!cookie_part(number, 0, 64, &parts[0])) return 0;
    for (unsigned k = 0; k < 3; k++)
        if (!cookie_part(number, 64 + 32 * k, 32, &parts[k + 1])) return 0;
    if (!object_call_method(VALUE(t), NAME(flush), 0, 0)) return 0;
    if (!io_call(t->buffer, IO_NAME("seek"), 1, int_from_int64(parts[0]))) return 0;
    text_io_forget_input(t);
    if (parts[0] == 0 && parts[1] == 0) {
        if (!decoder_reset(t)) return 0;
    } else decoder_set_state(t, parts[1]);
    if (parts[3] && !feed_and_skip(t, parts[2], parts[3])) return 0;
    encoder_reset(t, parts[0] == 0 && parts[1] == 0);
    return number;
}

static Value seek_end(TextIo *t) {
    if (!object_call_method(VALUE(t), NAME(flush), 0, 0)) return 0;
    text_io_forget_input(t);
    if (!decoder_reset(t)) return 0;
    Value end = io_call(t->buffer, IO_NAME("seek"), 2, SMALL(0), SMALL(2));
    int truth = end ? object_truth(end) : -1;
    if (truth < 0) return 0;
    encoder_reset(t, !truth);
    return end;
}

Value text_io_seek(TextIo *t, Value target, int whence) {
    if (!text_io_check_open(t)) return 0;
    if (!t->seekable) return io_unsupported("underlying stream is not seekable");
    int zero = whence == 1 || whence == 2 ? object_equal(target, SMALL(0)) : 1;
    if (zero < 0) return 0;
    if (!zero)
        return io_unsupported(whence == 1 ? "can't do nonzero cur-relative seeks"
                                          : "can't do nonzero end-relative seeks");
    if (whence == 2) return seek_end(t);
    if (whence == 1) {
        if (!object_call_method(VALUE(t), NAME(flush), 0, 0) || !(target = text_io_tell(t))) return 0;
    } else if (whence != 0) {
        return raise_value_error("invalid whence (%d, should be 0, 1 or 2)", whence);
    }
    int negative = object_compare_truth(target, SMALL(0), COMPARE_LT);
    if (negative) return negative < 0 ? 0 : raise_value_error("negative seek position %R", target);
    Value number = float_check(target) ? object_call1(VALUE(&int_type), target) : object_index(target);
    return number && seek_cookie(t, number) ? target : 0;
}
