// Struct sequences: tuples whose items have names too, such as sys.version_info and time.struct_time.
//
//     static const AttributeDef fields[] = {STRUCT_FIELD(0, "x", "..."), STRUCT_FIELD(1, "y", "..."), {0}};
//     static Type point_type = {STRUCT_SEQUENCE("m.point", "doc", fields, 2), .flags = TYPE_NO_NEW};
//     Value p = struct_sequence_new(&point_type, items);
//
// Fields behind the first `visible` ones have names, but are not items of the tuple. Without TYPE_NO_NEW a
// type can be called with a sequence of its items, and maybe a dict of the hidden fields.
#pragma once
#include "objects/object.h"
#include "objects/tuple.h"

#define STRUCT_FIELD(index, name, doc) MEMBER(name, struct_sequence_get_##index, doc)
#define STRUCT_SEQUENCE(type_name, documentation, fields, visible) \
    .head = {&type_type}, .name = type_name, .doc = documentation, .base = &tuple_type, .size = sizeof(Tuple), \
    .make = struct_sequence_make, .repr = struct_sequence_repr, .methods = struct_sequence_methods, \
    .attributes = fields, .extra = SMALL(visible), .signature = "sequence, dict={}"

// `items`: a Value for each field, hidden ones included.
Value struct_sequence_new(Type *type, const Value *items) must_use;
// To be called before Python code sees the type: sets n_fields, __match_args__ ...
bool struct_sequence_ready(Type *type) must_use;

Value struct_sequence_make(Type *type, Value *args, size_t count, Value keywords);
Value struct_sequence_repr(Value self);
extern const MethodDef struct_sequence_methods[];

#define STRUCT_INDICES(X) \
    X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) \
    X(11) X(12) X(13) X(14) X(15) X(16) X(17) X(18) X(19) X(20) X(21)
#define X(index) Value struct_sequence_get_##index(Value self);
STRUCT_INDICES(X)
#undef X
