// tell() and seek() of TextIOWrapper. A position in text is that of the byte where decoding can start again,
// together with the decoder's state there. As CPython's cookie it is one int:
//     position | state << 64 | bytes to decode << 96 | characters to skip << 128 | they are the last << 160
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

bool text_io_reset_decoder(TextIo *t) {
    t->decoder.newlines.pending_return = false;
    t->decoder.newlines.seen = 0;
    return codec_stream_reset(&t->decoder.stream);
}

static void encoder_reset(TextIo *t, bool at_start) {
    t->started = !at_start;
    t->encoder = 0;
}

// ------------------------------------------------------------------------------------------------ tell

// What tell() answers: the parts of the number.
typedef struct {
    int64_t position, state;
    size_t feed, skip;
    bool at_end;  // the bytes to decode are the last there are
} Place;

static Value place_number(const Place *place) {
    Value result = int_from_int64(place->position);
    const int64_t parts[] = {place->state, (int64_t)place->feed, (int64_t)place->skip, place->at_end};
    for (int k = 0; result && k < 4; k++) {
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

// A decoder that is run again over the last chunk, and the line ends that it has met.
typedef struct {
    TextDecoder decoder;
    uint8_t seen;
} Probe;

static bool probe_run(Probe *probe, const uint8_t *data, size_t size, bool last, size_t *characters) {
    Value text = codec_stream_decode(&probe->decoder.stream, data, size, last);
    if (text) text = newline_decode(&probe->decoder.newlines, text, last);
    if (!text) return false;
    probe->seen |= probe->decoder.newlines.seen;
    *characters += str_length(text);
    return true;
}

static bool probe_holds(const Probe *probe) { return probe->decoder.stream.pending_size != 0; }

// Goes to a place at most `skip` characters on where the decoder holds nothing back: *at bytes on, near the guess. As CPython,
// whose numbers these are: https://docs.python.org/3/library/io.html#io.TextIOBase.tell
static bool probe_guess(Probe *probe, const TextDecoder *from, const uint8_t *data, ptrdiff_t guess, size_t *skip,
                        size_t *at) {
    for (ptrdiff_t back = 1; guess > 0;) {
        size_t characters = 0;
        probe->decoder = *from;
        if (!probe_run(probe, data, (size_t)guess, false, &characters)) return false;
        if (characters <= *skip && !probe_holds(probe)) {
            *skip -= characters;
            *at = (size_t)guess;
            return true;
        }
        if (characters <= *skip) {
            guess -= (ptrdiff_t)probe->decoder.stream.pending_size;
            back = 1;
        } else {
            guess -= back;
            back *= 2;
        }
    }
    probe->decoder = *from;
    *at = 0;
    return true;
}

// From there byte by byte: every place where nothing is held back is a better one to start from.
static bool probe_on(Probe *probe, const uint8_t *data, size_t size, size_t at, Place *place) {
    size_t characters = 0;
    for (; at < size; at++) {
        if (!probe_run(probe, data + at, 1, false, &characters)) return false;
        place->feed++;
        if (!probe_holds(probe) && characters <= place->skip) {
            place->position += (int64_t)place->feed;
            place->skip -= characters;
            place->state = decoder_state(&probe->decoder);
            place->feed = characters = 0;
        }
        if (characters >= place->skip) return true;
    }
    place->at_end = true;
    if (!probe_run(probe, data, 0, true, &characters)) return false;
    return characters >= place->skip || raise_format(&OSError_type, "can't reconstruct logical file position");
}

// The place where the chunk `data` (held-back bytes included) at place->position has given t->at bytes of text.
static bool find_place(TextIo *t, Probe *probe, const uint8_t *data, size_t size, Place *place) {
    TextDecoder from = probe->decoder;
    place->state = decoder_state(&from);
    place->skip = t->text ? count_characters(str_data(t->text), t->at) : 0;
    if (!place->skip) return true;
    double guess = t->ratio * (double)place->skip;
    size_t at;
    if (!probe_guess(probe, &from, data, guess < (double)size ? (ptrdiff_t)guess : (ptrdiff_t)size, &place->skip,
                     &at))
        return false;
    place->position += (int64_t)at;
    place->state = decoder_state(&probe->decoder);
    return !place->skip || probe_on(probe, data, size, at, place);
}

Value text_io_tell(TextIo *t) {
    if (!text_io_check_open(t)) return 0;
    if (!t->seekable) return io_unsupported("underlying stream is not seekable");
    if (!t->telling) return raise_format(&OSError_type, "telling position disabled by next() call");
    if (!text_io_write_pending(t) || !object_call_method(VALUE(t), NAME(flush), 0, 0)) return 0;
    Value position = io_call(t->buffer, IO_NAME("tell"), 0);
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
    // The line ends seen are, as in CPython, those of the part that is decoded again.
    if (at == (int64_t)size && !decoder_state(&from)) from.newlines.seen = t->decoder.newlines.seen = 0;
    Probe probe = {from, t->decoder.newlines.seen};
    Place place = {.position = at - (int64_t)size};
    if (!find_place(t, &probe, data, size, &place)) return 0;
    t->decoder.newlines.seen = probe.seen;
    return place_number(&place);
}

// ------------------------------------------------------------------------------------------------ seek

// The part of a cookie in `bits` bits from `shift` on.
static bool cookie_part(Value number, unsigned shift, unsigned bits, int64_t *out) {
    IntView room;
    mpz_srcptr whole = int_view(number, &room);
    if (!int_check_bits(64 * (uint64_t)mpz_size(whole))) return false;
    mpz_t z;
    mpz_init(z);
    mpz_tdiv_q_2exp(z, whole, shift);
    mpz_tdiv_r_2exp(z, z, bits);
    if (!mpz_fits_slong_p(z)) return raise_overflow_error("Python int too large to convert to C long");
    *out = mpz_get_si(z);
    return true;
}

static bool raise_not_restored(void) { return raise_format(&OSError_type, "can't restore logical file position"); }

// Decodes the bytes that the cookie names and skips characters of them.
static bool feed_and_skip(TextIo *t, int64_t feed, int64_t skip, bool last) {
    Value bytes = io_call(t->buffer, NAME(read), 1, int_from_int64(feed));
    if (!bytes) return false;
    if (!bytes_check(bytes))
        return raise_type_error("underlying read() should have returned a bytes object, not '%T'", bytes);
    t->before = t->decoder;
    Value text = codec_stream_decode(&t->decoder.stream, bytes_data(bytes), bytes_size(bytes), last);
    if (text) text = newline_decode(&t->decoder.newlines, text, last);
    if (!text) return false;
    if (str_length(text) < (size_t)skip) return raise_not_restored();
    Value skipped = str_substring(text, 0, (size_t)skip);
    if (!skipped) return false;
    t->input = bytes;
    t->text = text;
    t->at = str_size(skipped);
    return true;
}

// For tell(): nothing was decoded yet since the decoder was in this state.
static bool remember_place(TextIo *t, int64_t state) {
    TextDecoder now = t->decoder;
    if (!now.stream.foreign) decoder_set_state(t, state);
    t->before = t->decoder;
    t->decoder = now;
    return (t->input = bytes_new("", 0)) != 0;
}

static Value seek_cookie(TextIo *t, Value number) {
    int64_t parts[5];
    if (int_sign(number) < 0) return raise_value_error("negative seek position %R", number);
    if (!cookie_part(number, 0, 64, &parts[0])) return 0;
    for (unsigned k = 0; k < 4; k++)
        if (!cookie_part(number, 64 + 32 * k, 32, &parts[k + 1])) return 0;
    if (!object_call_method(VALUE(t), NAME(flush), 0, 0)) return 0;
    if (!io_call(t->buffer, IO_NAME("seek"), 1, int_from_int64(parts[0]))) return 0;
    text_io_forget_input(t);
    if (parts[0] == 0 && parts[1] == 0) {
        if (!text_io_reset_decoder(t)) return 0;
    } else decoder_set_state(t, parts[1]);
    if (!parts[3] && !remember_place(t, parts[1])) return 0;
    if (parts[3] && !feed_and_skip(t, parts[2], parts[3], parts[4] & 1)) return 0;
    encoder_reset(t, parts[0] == 0 && parts[1] == 0);
    return number;
}

static Value seek_end(TextIo *t) {
    if (!object_call_method(VALUE(t), NAME(flush), 0, 0)) return 0;
    text_io_forget_input(t);
    if (!text_io_reset_decoder(t)) return 0;
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
        if (!(target = text_io_tell(t))) return 0;
    } else if (whence != 0) {
        return raise_value_error("invalid whence (%d, should be 0, 1 or 2)", whence);
    }
    int negative = object_compare_truth(target, SMALL(0), COMPARE_LT);
    if (negative) return negative < 0 ? 0 : raise_value_error("negative seek position %R", target);
    Value number = float_check(target) ? object_call1(VALUE(&int_type), target) : object_index(target);
    return number && seek_cookie(t, number) ? target : 0;
}
