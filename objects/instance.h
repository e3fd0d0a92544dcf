// Instance: attributes of objects whose class a program can write, by hidden classes ("shapes"; Self's maps).
//
// A Shape says at which slot each attribute lies. Adding attribute x to an instance of shape S moves it to the shape
// that S's transition for x leads to; instances built the same way share shapes, so a bytecode site that saw a shape
// once finds the slot by one comparison. A shape belongs to one type: equal shape implies equal type.
//
// The area of an instance: { Shape *shape; Value slots[inline_slots]; }. When more attributes are needed than the shape
// has room for inline, the last inline slot holds a pointer to an overflow block, where slots from inline_slots - 1 on
// live. The room is chosen per type from what earlier instances needed. An instance asked for __dict__, or whose
// attributes are deleted or too many, moves to "dict mode": shape->dict_mode is true and slot 0 holds a Dict.
#pragma once
#include "objects/object.h"

struct Shape {
    Type *type;
    Shape *parent;
    Value name;                 // interned str; the attribute that this shape adds, in slot count - 1
    uint32_t count;             // attributes
    uint32_t inline_slots;      // at least 1, the same for all shapes of one tree
    bool dict_mode;
    uint32_t table_mask;
    struct ShapeEntry *table;   // name -> slot, open addressing by address; made when first searched
    Shape *last_child;          // the transition taken last; all of them are in `children` when there are several
    Dict *children;             // name -> Shape, or 0
    Shape *root;                // of its tree: the shape without attributes
    Shape *dict_shape;          // of a root: the tree's shape in dict mode, or 0
};

typedef struct {
    Shape *shape;
    Value slots[];
} Attributes;

// A plain object of a class without a built-in payload: `attributes` directly behind the header.
typedef struct {
    Object head;
    Attributes attributes;
} Instance;

// A root shape for a type, with room for `room` attributes inline.
Shape *shape_new_root(Type *type, uint32_t room) must_use;
Attributes *attributes_of(Value v);                            // 0: this type's instances have none
ptrdiff_t shape_find(Shape *shape, Value name);                // slot, or -1; not for dict mode
// The value of an own attribute, or 0 (nothing pending).
Value attributes_get(Attributes *attributes, Value name);
bool attributes_set(Attributes *attributes, Value name, Value value) must_use;
int attributes_delete(Attributes *attributes, Value name) must_use;    // 1, 0: absent, -1
Value attributes_dict(Attributes *attributes) must_use;        // moves to dict mode; the live __dict__
Value attributes_snapshot(Attributes *attributes) must_use;    // a new dict of them; the instance stays as it is
bool attributes_set_dict(Attributes *attributes, Value dict) must_use;

// Makes the attributes those of another type, whose instances have their area at the same place.
bool attributes_set_type(Attributes *attributes, Type *type) must_use;

// A new object of `type` (any heap type derived from object alone, or a subclass of a fixed-size built-in type): zeroed
// payload, empty attributes.
Value instance_new(Type *type) must_use;
// The same for a payload of variable size (`size` bytes in all, header included).
void *instance_allocate(Type *type, size_t size) must_use;
