// Doc: finds texts of help by their numbers (doc.h).
#include "objects/doc.h"
#include "objects/native.h"
#include "objects/packed.h"
#include "objects/str.h"

PACKED(docs, "objects/docs")

// All texts, each ended by a zero byte; kept once somebody has asked.
static const char *texts;
static size_t texts_size;

Value doc_text(uint32_t number) {
    if (!number) return NONE;
    if (!texts && !(texts = packed_text(packed_docs, packed_docs_end, 0, 0, &texts_size))) return 0;
    for (const char *text = texts; text < texts + texts_size; text += strlen(text) + 1)
        if (DOC_NUMBER(text, strlen(text)) == number) return str_from(text);
    return NONE;
}
