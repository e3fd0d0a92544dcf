// Descriptors: property, classmethod, staticmethod, bound methods, super, and the accessors of built-in types.
#pragma once
#include "objects/object.h"

typedef struct {
    Object head;
    Value getter, setter, deleter, doc, name;   // 0 or NONE when absent
    bool doc_of_getter;
} Property;
typedef struct {
    Object head;
    Value function;
    Dict *dict;
} ClassMethod;                                  // also staticmethod
typedef struct {
    Object head;
    Value function, self;
} Method;                                       // a callable bound to its first argument
extern Type property_type, classmethod_type, staticmethod_type, method_type, super_type, attribute_descriptor_type,
    member_descriptor_type;

Value method_new(Value function, Value self) must_use;
Value staticmethod_new(Value function) must_use;       // without the function's name and __doc__, as for built-in types
Value attribute_descriptor_new(const AttributeDef *def, Type *owner) must_use;         // "getset_descriptor"
Value member_descriptor_new(Type *owner, Value name, size_t offset) must_use;          // an entry of __slots__, `offset` bytes in
Value super_new(Type *start, Value object) must_use;           // super(start, object)
// The class cell and first argument of the running function, for super() without arguments; RuntimeError when it has
// none. Set by the VM.
extern bool (*super_of_caller)(Type **start, Value *object);
// descriptor.__get__ if it has one, else itself.
Value descriptor_bind(Value descriptor, Value object, Type *owner) must_use;
