// Quoted-printable (RFC 1521) and uuencode, both ways.
#include "lib/binascii.h"
#include "objects/bytes.h"

// ---------------------------------------------------------------------------------------------------------------
// Quoted-printable

#define LINE_MAX_SIZE 76

typedef struct {
    const uint8_t *data;
    size_t size, at;
    uint8_t *out;
    size_t used;
    size_t line;                // characters on the line so far
    bool quote_tabs, text, header, crlf;
} QuotedPrintable;

static const char upper_digits[] = "0123456789ABCDEF";

static void put_escape(QuotedPrintable *q, uint8_t c) {
    q->out[q->used++] = '=';
    q->out[q->used++] = (uint8_t)upper_digits[c >> 4];
    q->out[q->used++] = (uint8_t)upper_digits[c & 15];
}

static void put_newline(QuotedPrintable *q) {
    if (q->crlf) q->out[q->used++] = '\r';
    q->out[q->used++] = '\n';
    q->line = 0;
}

static void put_soft_break(QuotedPrintable *q) {
    q->out[q->used++] = '=';
    put_newline(q);
}

static bool needs_escape(const QuotedPrintable *q) {
    uint8_t c = q->data[q->at];
    bool last = q->at + 1 == q->size;
    uint8_t next = last ? 0 : q->data[q->at + 1];
    if (c > 126 || c == '=' || (q->header && c == '_')) return true;
    if (c == '.' && q->line == 0) return last || next == '\n' || next == '\r' || next == 0;
    if (c == '\r' || c == '\n') return !q->text;
    if (c == '\t' || c == ' ') return q->quote_tabs || last;
    return c < 33;
}

// The end of a line as it is. Blanks before it would be lost on the way, so the last one is escaped.
static void put_line_end(QuotedPrintable *q) {
    uint8_t before = q->used ? q->out[q->used - 1] : 0;
    if (before == ' ' || before == '\t') {
        q->used--;
        put_escape(q, before);
    }
    q->at += q->data[q->at] == '\r' ? 2 : 1;
    put_newline(q);
}

static void put_plain(QuotedPrintable *q) {
    bool ends_line = q->at + 1 == q->size || q->data[q->at + 1] == '\n';
    if (!ends_line && q->line + 1 >= LINE_MAX_SIZE) put_soft_break(q);
    uint8_t c = q->data[q->at++];
    q->out[q->used++] = q->header && c == ' ' ? '_' : c;
    q->line++;
}

static void encode_quoted(QuotedPrintable *q) {
    while (q->at < q->size) {
        uint8_t c = q->data[q->at];
        if (needs_escape(q)) {
            if (q->line + 3 >= LINE_MAX_SIZE) put_soft_break(q);
            put_escape(q, c);
            q->at++;
            q->line += 3;
        } else if (q->text &&
                   (c == '\n' || (c == '\r' && q->at + 1 < q->size && q->data[q->at + 1] == '\n'))) {
            put_line_end(q);
        } else {
            put_plain(q);
        }
    }
}

Value binascii_py_b2a_qp(Value self, Value *args) {
    (void)self;
    QuotedPrintable q = {0};
    Borrowed bytes;
    if (!binascii_flag(args[1], false, &q.quote_tabs) || !binascii_flag(args[2], true, &q.text) ||
        !binascii_flag(args[3], false, &q.header) || !span_borrow(args[0], &bytes))
        return 0;
    q.data = bytes.data;
    q.size = bytes.size;
    const uint8_t *newline = q.size ? memchr(q.data, '\n', q.size) : NULL;
    q.crlf = newline && newline > q.data && newline[-1] == '\r';
    // Each byte becomes 3 at most, and a soft break of 3 comes after 72 characters at the earliest.
    q.out = mem_alloc_atomic(q.size * 3 + (q.size * 3 / 72 + 2) * 3);
    Value result = 0;
    if (q.out) {
        encode_quoted(&q);
        result = bytes_new(q.out, q.used);
        mem_free(q.out);
    }
    span_return(&bytes);
    return result;
}

// The value of a hexadecimal digit; more than 15 for others.
static inline __attribute__((always_inline)) unsigned digit(uint8_t c) {
    unsigned decimal = c - (unsigned)'0', letter = (c | 0x20u) - 'a';
    return decimal <= 9 ? decimal : letter <= 5 ? letter + 10 : 16;
}

vectorised static size_t decode_quoted(uint8_t *out, const uint8_t *data, size_t size, bool header) {
    uint8_t *start = out;
    for (size_t at = 0; at < size;) {
        uint8_t c = data[at++];
        if (c != '=') {
            *out++ = header && c == '_' ? ' ' : c;
            continue;
        }
        if (at == size) break;
        unsigned high = digit(data[at]), low = at + 1 < size ? digit(data[at + 1]) : 16;
        if ((high | low) < 16) {
            *out++ = (uint8_t)(high << 4 | low);
            at += 2;
        } else if (data[at] == '\n' || data[at] == '\r') {      // the line goes on
            while (at < size && data[at] != '\n') at++;
            at++;
        } else {
            at += data[at] == '=';
            *out++ = '=';
        }
    }
    return (size_t)(out - start);
}

Value binascii_py_a2b_qp(Value self, Value *args) {
    (void)self;
    bool header;
    Borrowed text;
    if (!binascii_flag(args[1], false, &header) || !binascii_borrow_text(args[0], &text)) return 0;
    uint8_t *out = mem_alloc_atomic(text.size + 1);
    Value result = 0;
    if (out) {
        result = bytes_new(out, decode_quoted(out, text.data, text.size, header));
        mem_free(out);
    }
    span_return(&text);
    return result;
}

// ---------------------------------------------------------------------------------------------------------------
// uuencode: a line is its length, then groups of three bytes as four characters from ' ' (or '`', when so asked) on

#define UU_LINE_MAX 45

static Value encode_uu(const uint8_t *data, size_t size, bool backtick) {
    Value result = bytes_new(0, 2 + (size + 2) / 3 * 4);
    if (!result) return 0;
    uint8_t *out = bytes_data(result), zero = backtick ? '`' : ' ';
    *out++ = size ? (uint8_t)(' ' + size) : zero;
    for (size_t at = 0; at < size; at += 3) {
        uint32_t bits = 0;
        for (size_t i = 0; i < 3; i++) bits = bits << 8 | (at + i < size ? data[at + i] : 0);
        for (int shift = 18; shift >= 0; shift -= 6) {
            uint32_t six = bits >> shift & 63;
            *out++ = six ? (uint8_t)(' ' + six) : zero;
        }
    }
    *out = '\n';
    return result;
}

Value binascii_py_b2a_uu(Value self, Value *args) {
    (void)self;
    Borrowed bytes;
    bool backtick;
    if (!binascii_flag(args[1], false, &backtick) || !span_borrow(args[0], &bytes)) return 0;
    Value result = bytes.size > UU_LINE_MAX ? binascii_error("At most 45 bytes at once")
                                            : encode_uu(bytes.data, bytes.size, backtick);
    span_return(&bytes);
    return result;
}

// The next character's 6 bits; what is missing at the end counts as blanks, which mail may have cut off. -1: not one.
static int next_six(const uint8_t *text, size_t size, size_t at) {
    if (at >= size || text[at] == '\n' || text[at] == '\r') return 0;
    if (text[at] < ' ' || text[at] > ' ' + 64) return -1;
    return (text[at] - ' ') & 63;
}

static Value decode_uu(const uint8_t *text, size_t size) {
    size_t length = ((size ? text[0] : 0) - ' ') & 63, done = 0, at = 1;
    Value result = bytes_new(0, length);
    if (!result) return 0;
    uint32_t bits = 0;
    for (int count = 0; done < length; at++) {
        int six = next_six(text, size, at);
        if (six < 0) return binascii_error("Illegal char");
        bits = bits << 6 | (uint32_t)six;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes_data(result)[done++] = (uint8_t)(bits >> count);
    }
    for (; at < size; at++)
        if (!strchr(" `\n\r", text[at]) || !text[at]) return binascii_error("Trailing garbage");
    return result;
}

Value binascii_py_a2b_uu(Value self, Value *args) {
    (void)self;
    Borrowed text;
    if (!binascii_borrow_text(args[0], &text)) return 0;
    Value result = decode_uu(text.data, text.size);
    span_return(&text);
    return result;
}
