// What the files of exceptions share: where each type keeps its own attributes, and how a type is written down.
#pragma once
#include "objects/exception.h"

// Places in Exception.extra, by type.
enum { STOP_ITERATION_VALUE, SYSTEM_EXIT_CODE = 0, NAME_ERROR_NAME = 0 };
enum { ATTRIBUTE_ERROR_NAME, ATTRIBUTE_ERROR_OBJECT };
enum { IMPORT_ERROR_MESSAGE, IMPORT_ERROR_NAME, IMPORT_ERROR_PATH, IMPORT_ERROR_NAME_FROM };
enum { OS_ERROR_NUMBER, OS_ERROR_TEXT, OS_ERROR_FILE_NAME, OS_ERROR_FILE_NAME_2, OS_ERROR_WRITTEN };
enum {
    SYNTAX_ERROR_MESSAGE, SYNTAX_ERROR_FILE_NAME, SYNTAX_ERROR_LINE, SYNTAX_ERROR_OFFSET, SYNTAX_ERROR_TEXT,
    SYNTAX_ERROR_END_LINE, SYNTAX_ERROR_END_OFFSET, SYNTAX_ERROR_METADATA
};
enum { UNICODE_ERROR_ENCODING, UNICODE_ERROR_OBJECT, UNICODE_ERROR_START, UNICODE_ERROR_END, UNICODE_ERROR_REASON };
enum { GROUP_MESSAGE, GROUP_EXCEPTIONS };       // a str; a tuple

// The type's name as messages about arguments have it.
static inline const char *argument_kind(Value v) { return v == NONE ? "None" : type_of(v)->name; }

// Slots of BaseException.
Value exception_make(Type *type, Value *args, size_t count, Value keywords) must_use;
bool exception_init(Value self, Value *args, size_t count, Value keywords) must_use;
Value exception_str(Value self) must_use;
// What __reduce__ answers: (type, arguments[, state]), the state being the attributes and, if given, what is in `fields`.
Value exception_reduce(Value self, Value arguments, Value fields) must_use;

// An attribute kept in extra[]: None when not set; deleting unsets it.
Value exception_field(Value self, int place) must_use;
bool exception_set_field(Value self, int place, Value value) must_use;
#define EXCEPTION_FIELD(prefix, field, place) \
    static Value prefix##_get_##field(Value self) { return exception_field(self, place); } \
    static bool prefix##_set_##field(Value self, Value value) { return exception_set_field(self, place, value); }

// The part of a Type that all exceptions have in common. Room for attributes in extra[] is inherited; the type that needs
// some says so by `.size = EXCEPTION_SIZE(how many)`.
#define EXCEPTION_SIZE(fields) (offsetof(Exception, extra) + (fields) * sizeof(Value))
#define EXCEPTION_TYPE(type_name, base_type, documentation) \
    .head = {&type_type}, .name = #type_name, .doc = documentation, .base = &base_type, \
    .flags = TYPE_BASE | TYPE_IS_EXCEPTION
