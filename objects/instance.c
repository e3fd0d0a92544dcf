// Instance: attributes by hidden classes, see instance.h. Shapes of one root form a tree: each adds one
// attribute to its parent's. The room inline is the same in a whole tree; a type whose instances overflow it
// gets a new root with more room, which instances made from then on start from.
#include "objects/finalize.h"
#include "objects/instance.h"
#include "objects/dict.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

#define ROOM_FIRST 4 // inline slots of a type nothing is known about
#define ROOM_MOST 16
#define ATTRIBUTES_MOST 256 // then dict mode is the better form
#define CHILDREN_MOST 128   // a shape with so many transitions is a table with computed names

// --- shapes

typedef struct ShapeEntry {
    Value name; // 0: free
    ptrdiff_t slot;
} ShapeEntry;

static Shape *shape_new(Type *type, Shape *parent, Value name) {
    Shape *shape = mem_alloc(sizeof *shape);
    if (!shape) return 0;
    shape->type = type;
    shape->parent = parent;
    shape->name = name;
    if (parent) {
        shape->count = parent->count + 1;
        shape->inline_slots = parent->inline_slots;
        shape->root = parent->root;
    }
    return shape;
}

Shape *shape_new_root(Type *type, uint32_t room) {
    Shape *shape = shape_new(type, 0, 0);
    if (!shape) return 0;
    shape->inline_slots = room < 1 ? 1 : room > ROOM_MOST ? ROOM_MOST : room;
    shape->root = shape;
    return shape;
}

static Shape *shape_in_dict_mode(Shape *shape) {
    Shape *root = shape->root;
    if (root->dict_shape) return root->dict_shape;
    Shape *made = shape_new_root(root->type, root->inline_slots);
    if (!made) return 0;
    made->dict_mode = true;
    made->dict_shape = made;
    return root->dict_shape = made;
}

static size_t table_start(const Shape *shape, Value name) {
    return (size_t)((name >> 4) ^ (name >> 12)) & shape->table_mask;
}

static bool build_table(Shape *shape) {
    uint32_t size = 4;
    while (size < shape->count * 2) size *= 2;
    ShapeEntry *table = mem_alloc(size * sizeof *table);
    if (!table) return false;
    shape->table_mask = size - 1;
    for (const Shape *s = shape; s->parent; s = s->parent) {
        size_t at = table_start(shape, s->name);
        while (table[at].name) at = (at + 1) & shape->table_mask;
        table[at] = (ShapeEntry){s->name, s->count - 1};
    }
    shape->table = table;
    return true;
}

static ptrdiff_t find_along_parents(const Shape *shape, Value name) {
    for (; shape->parent; shape = shape->parent) {
        if (shape->name == name) return shape->count - 1;
    }
    return -1;
}

ptrdiff_t shape_find(Shape *shape, Value name) {
    if (shape->count <= 2) return find_along_parents(shape, name);
    if (unlikely(!shape->table) && !build_table(shape)) {
        error_take(); // slower, but no worse
        return find_along_parents(shape, name);
    }
    for (size_t at = table_start(shape, name);; at = (at + 1) & shape->table_mask) {
        const ShapeEntry *entry = &shape->table[at];
        if (entry->name == name) return entry->slot;
        if (!entry->name) return -1;
    }
}

// The shape with one attribute more; 0, nothing pending: there are too many, use dict mode.
static Shape *shape_add(Shape *shape, Value name) {
    Shape *child = shape->last_child;
    if (likely(child && child->name == name)) return child;
    if (shape->children) {
        child = (Shape *)(uintptr_t)dict_get_name(shape->children, name);
        if (child) return shape->last_child = child;
        if (shape->children->count >= CHILDREN_MOST) return 0;
    }
    if (shape->count >= ATTRIBUTES_MOST || !(child = shape_new(shape->type, shape, name))) return 0;
    if (shape->last_child) {
        if (!shape->children) {
            Value children = dict_new();
            Value first = VALUE(shape->last_child);
            if (!children || !dict_set_name(dict_of(children), shape->last_child->name, first)) return 0;
            shape->children = dict_of(children);
        }
        if (!dict_set_name(shape->children, name, VALUE(child))) return 0;
    }
    return shape->last_child = child;
}

// --- the area of an instance

static size_t area_size(const Shape *shape) {
    return sizeof(Attributes) + shape->inline_slots * sizeof(Value);
}

Attributes *attributes_of(Value v) {
    Type *type = type_of(v);
    if (!(type->flags & TYPE_ATTRIBUTES)) return 0;
    size_t offset = (size_t)type->attributes_offset;
    if (unlikely(type->attributes_offset < 0)) offset = (type->payload_size(v) + 7) & ~(size_t)7;
    return (Attributes *)((char *)value_object(v) + offset);
}

// How many slots live in the overflow block when there are `count` attributes, and the room that block has.
static size_t overflow_count(size_t count, size_t inline_slots) {
    return count <= inline_slots ? 0 : count - (inline_slots - 1);
}

static size_t overflow_room(size_t used) {
    size_t room = 4;
    while (room < used) room *= 2;
    return used ? room : 0;
}

// Where a slot lies, inline or in the overflow.
static Value *slot_at(Attributes *attributes, size_t slot) {
    const Shape *shape = attributes->shape;
    size_t last = shape->inline_slots - 1;
    if (likely(slot < last || shape->count <= shape->inline_slots)) return &attributes->slots[slot];
    return (Value *)(uintptr_t)attributes->slots[last] + (slot - last);
}

static Dict *own_dict(const Attributes *attributes) { return dict_of(attributes->slots[0]); }

Value attributes_get(Attributes *attributes, Value name) {
    Shape *shape = attributes->shape;
    if (unlikely(shape->dict_mode)) return dict_get_name(own_dict(attributes), name);
    ptrdiff_t slot = shape_find(shape, name);
    return slot < 0 ? 0 : *slot_at(attributes, (size_t)slot);
}

// Later instances of the type get more room inline.
static bool learn_room(const Shape *shape) {
    Type *type = shape->type;
    if (shape->inline_slots >= ROOM_MOST || type->shape != shape->root) return true;
    Shape *root = shape_new_root(type, shape->inline_slots * 2);
    if (root) type->shape = root;
    return root != 0;
}

// Makes sure that the overflow block has room for the attributes of `next`, the current shape's child.
static bool make_room(Attributes *attributes, const Shape *next) {
    size_t inline_slots = next->inline_slots, last = inline_slots - 1;
    size_t before = overflow_count(next->count - 1, inline_slots),
           after = overflow_count(next->count, inline_slots);
    size_t room = overflow_room(after);
    if (room == overflow_room(before)) return true;
    Value *block = mem_alloc(room * sizeof *block);
    if (!block) return false;
    if (before) {
        memcpy(block, (Value *)(uintptr_t)attributes->slots[last], before * sizeof *block);
    } else {
        if (!learn_room(next)) return false;
        block[0] = attributes->slots[last];
    }
    attributes->slots[last] = VALUE(block);
    return true;
}

bool attributes_set(Attributes *attributes, Value name, Value value) {
    Shape *shape = attributes->shape;
    if (unlikely(shape->dict_mode)) return dict_set_name(own_dict(attributes), name, value);
    ptrdiff_t slot = shape_find(shape, name);
    if (slot >= 0) {
        *slot_at(attributes, (size_t)slot) = value;
        return true;
    }
    Shape *next = shape_add(shape, name);
    if (!next) {
        if (error_occurred() || !attributes_dict(attributes)) return false;
        return dict_set_name(own_dict(attributes), name, value);
    }
    if (next->count > next->inline_slots && !make_room(attributes, next)) return false;
    attributes->shape = next;
    *slot_at(attributes, next->count - 1) = value;
    return true;
}

int attributes_delete(Attributes *attributes, Value name) {
    Shape *shape = attributes->shape;
    if (!shape->dict_mode) {
        ptrdiff_t slot = shape_find(shape, name);
        if (slot < 0) return 0;
        if (shape->count <= shape->inline_slots && (size_t)slot == shape->count - 1) {
            // The last one made: a step back.
            attributes->slots[slot] = 0;
            attributes->shape = shape->parent;
            return 1;
        }
        if (!attributes_dict(attributes)) return -1;
    }
    return dict_delete(VALUE(own_dict(attributes)), name);
}

static bool fill_from_shape(Value dict, Attributes *attributes) {
    Value order[ATTRIBUTES_MOST];
    const Shape *shape = attributes->shape;
    for (const Shape *s = shape; s->parent; s = s->parent) order[s->count - 1] = s->name;
    for (size_t i = 0; i < shape->count; i++) {
        if (!dict_set_name(dict_of(dict), order[i], *slot_at(attributes, i))) return false;
    }
    return true;
}

Value attributes_snapshot(Attributes *attributes) {
    if (attributes->shape->dict_mode) return dict_copy(attributes->slots[0]);
    Value dict = dict_new();
    return dict && fill_from_shape(dict, attributes) ? dict : 0;
}

Value attributes_dict(Attributes *attributes) {
    if (attributes->shape->dict_mode) return attributes->slots[0];
    Value dict = dict_new();
    if (!dict || !fill_from_shape(dict, attributes)) return 0;
    return attributes_set_dict(attributes, dict) ? dict : 0;
}

bool attributes_set_dict(Attributes *attributes, Value dict) {
    Shape *shape = shape_in_dict_mode(attributes->shape);
    if (!shape) return false;
    memset(attributes->slots, 0, shape->inline_slots * sizeof(Value));
    attributes->shape = shape;
    attributes->slots[0] = dict;
    return true;
}

bool attributes_set_type(Attributes *attributes, Type *type) {
    if (!attributes_dict(attributes)) return false;
    // The area has the room it was made with; dict mode needs one slot of it, and another tree's dict shape
    // may claim more, so this one gets a shape of its own width.
    Shape *shape = shape_new_root(type, attributes->shape->inline_slots);
    if (!shape) return false;
    shape->dict_mode = true;
    shape->dict_shape = shape;
    attributes->shape = shape;
    return true;
}

// --- making instances

Value instance_new(Type *type) {
    Shape *shape = type->shape;
    if (unlikely(!shape || type->attributes_offset < 0 || type->reclaim || type->flags & TYPE_FINALIZED)) {
        return VALUE(instance_allocate(type, type->size));
    }
    size_t offset = (size_t)type->attributes_offset;
    Object *object = mem_object(type, offset + area_size(shape));
    if (object) ((Attributes *)((char *)object + offset))->shape = shape;
    return VALUE(object);
}

void *instance_allocate(Type *type, size_t size) {
    type_ensure_ready(type);
    bool with_attributes = (type->flags & TYPE_ATTRIBUTES) != 0;
    if (with_attributes && !type->shape && !(type->shape = shape_new_root(type, ROOM_FIRST))) return 0;
    size_t offset = size > type->size ? size : type->size;
    if (with_attributes)
        offset = type->attributes_offset < 0 ? (size + 7) & ~(size_t)7 : (size_t)type->attributes_offset;
    size_t whole = offset + (with_attributes ? area_size(type->shape) : 0);
    Object *object = type->reclaim ? mem_object_reclaimed(type, whole) : mem_object(type, whole);
    if (!object) return 0;
    if (with_attributes) ((Attributes *)((char *)object + offset))->shape = type->shape;
    return !(type->flags & TYPE_FINALIZED) || finalize_soon(object) ? object : 0;
}
