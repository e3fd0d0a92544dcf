// Making classes: what type(name, bases, namespace) and the end of a class statement do. The new type gets a
// copy of the namespace, room for its __slots__ behind the best base's payload, behind that the area of its
// attributes, and slots from its base and its methods; then __set_name__ and __init_subclass__ run.
#include "objects/codecs.h"
#include "objects/descriptor.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/list.h"
#include "objects/slots.h"
#include "objects/str.h"
#include "objects/str_parts.h"
#include "objects/type.h"
#include "objects/weakref.h"

Value (*type_caller_module)(void);

// --- metaclass

Type *type_most_derived_metatype(Type *metatype, Value bases) {
    Type *winner = metatype;
    for (size_t i = 0; i < tuple_count(bases); i++) {
        Type *candidate = type_of(tuple_get(bases, i));
        if (type_is_subtype(winner, candidate)) continue;
        if (!type_is_subtype(candidate, winner)) {
            raise_type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                "of the metaclasses of all its bases");
            return 0;
        }
        winner = candidate;
    }
    return winner;
}

// --- __slots__

// `__x` in class C means _C__x, as in the class body.
static Value mangled(Value name, Value class_name) {
    const char *text = str_data(name), *class = str_data(class_name);
    size_t size = str_size(name);
    if (size < 3 || memcmp(text, "__", 2) != 0 || memcmp(text + size - 2, "__", 2) == 0)
        return str_intern(name);
    while (*class == '_') class ++;
    if (!*class) return str_intern(name);
    Value made = str_format("_%s%S", class, name);
    return made ? str_intern(made) : 0;
}

typedef struct {
    Type *type;
    Value class_name;
    Value names;     // list of the members' names, mangled
    bool dict, weak; // asked for
} SlotPlan;

static bool has_dict(const Type *type) { return (type->flags & TYPE_ATTRIBUTES) || type->dict_offset; }
static bool has_weak(Type *type) {
    for (const Type *t = type; t; t = t->base)
        if (t->flags & TYPE_WEAK) return true;
    return type_lookup(type, NAME(__weakref__)) != 0;
}

// Payloads of variable size, in CPython at least, have neither members nor weak references behind them.
static bool has_items(const Type *type) {
    return type->payload_size || type->flags & (TYPE_IS_TYPE | TYPE_IS_INT | TYPE_IS_BYTES);
}

static bool plan_slot(SlotPlan *plan, Value name) {
    Type *base = plan->type->base;
    if (!str_check(name)) return raise_type_error("__slots__ items must be strings, not '%T'", name);
    if (str_py_isidentifier(name, 0) != TRUE) return raise_type_error("__slots__ must be identifiers");
    if (str_equal(name, NAME(__dict__))) {
        if (has_dict(base) || plan->dict)
            return raise_type_error("__dict__ slot disallowed: we already got one");
        return plan->dict = true;
    }
    if (str_equal(name, NAME(__weakref__))) {
        if (has_weak(base) || plan->weak)
            return raise_type_error("__weakref__ slot disallowed: we already got one");
        return plan->weak = true;
    }
    name = mangled(name, plan->class_name);
    if (!name) return false;
    if (dict_find_name(plan->type->dict, name) >= 0) {
        return raise_value_error("%R in __slots__ conflicts with class variable", name);
    }
    return list_append(plan->names, name);
}

static bool add_members(SlotPlan *plan) {
    Type *type = plan->type;
    const List *names = list_of(plan->names);
    if (names->count) type->size = (type->size + 7) & ~(size_t)7;
    for (size_t i = 0; i < names->count; i++) {
        Value member = member_descriptor_new(type, names->items[i], type->size);
        if (!member || !dict_set_name(type->dict, names->items[i], member)) return false;
        type->size += sizeof(Value);
    }
    return true;
}

// A base beside the one that gives the layout may have attributes or weak references, and then the class has them too.
static void inherit_areas(SlotPlan *plan) {
    const Tuple *bases = plan->type->bases;
    Type *first = plan->type->base;
    for (size_t i = 0; i < bases->count; i++) {
        Type *base = type_from(bases->items[i]);
        if (has_dict(base) && !has_dict(first)) plan->dict = true;
        if (has_weak(base) && !has_weak(first) && !has_items(first)) plan->weak = true;
    }
}

static bool plan_slots(SlotPlan *plan) {
    Value slots = dict_get_name(plan->type->dict, NAME(__slots__));
    if (!slots) {
        plan->dict = !has_dict(plan->type->base);
        plan->weak = !has_weak(plan->type->base) && !has_items(plan->type->base);
        return true;
    }
    plan->type->slot_names = str_check(slots) ? tuple_pack(1, slots) : tuple_from_iterable(slots);
    plan->names = list_with_capacity(4);
    if (!plan->type->slot_names || !plan->names) return false;
    if (tuple_count(plan->type->slot_names) && has_items(plan->type->base))
        return raise_type_error("nonempty __slots__ not supported for subtype of '%N'", plan->type->base);
    for (size_t i = 0; i < tuple_count(plan->type->slot_names); i++) {
        if (!plan_slot(plan, tuple_get(plan->type->slot_names, i))) return false;
    }
    inherit_areas(plan);
    return list_sort(plan->names, 0, false) && add_members(plan);
}

// --- layout

// How many attributes an instance will probably have: what the compiler saw assigned to self in the methods,
// and what instances of the base have.
static uint32_t expected_attributes(const Type *type) {
    Value assigned = dict_get_name(type->dict, NAME(__static_attributes__));
    size_t own = assigned && tuple_check(assigned) ? tuple_count(assigned) : 0;
    const Shape *base = type->base->shape;
    if (base) return (uint32_t)(base->inline_slots + (own < 16 ? own : 16));
    return own == 0 ? 4 : own < 16 ? (uint32_t)own : 16;
}

static bool lay_out(Type *type, const SlotPlan *plan) {
    const Type *base = type->base;
    if (plan->dict) type->flags |= TYPE_ATTRIBUTES;
    if (!(type->flags & TYPE_ATTRIBUTES)) return true;
    type->attributes_offset = (ptrdiff_t)((type->size + 7) & ~(size_t)7);
    if (base->payload_size)
        type->attributes_offset = -1;
    else if ((base->flags & TYPE_ATTRIBUTES) && type->size == base->size)
        type->attributes_offset = base->attributes_offset;
    type->shape = shape_new_root(type, expected_attributes(type));
    return type->shape != 0;
}

// --- namespace

static bool set_default(Type *type, Value name, Value value) {
    return dict_find_name(type->dict, name) >= 0 || dict_set_name(type->dict, name, value);
}

// A plain function of one of these names is wrapped: __new__ is static, the others get the class.
static bool wrap_function(Type *type, Value name, Type *wrapper) {
    Value function = dict_get_name(type->dict, name);
    if (!function || !value_has(function, TYPE_IS_FUNCTION)) return true;
    Value wrapped = object_call1(VALUE(wrapper), function);
    return wrapped && dict_set_name(type->dict, name, wrapped);
}

static bool take_qualified_name(Type *type, Value name) {
    Value given = dict_get_name(type->dict, NAME(__qualname__));
    if (given && !str_check(given)) return raise_type_error("type __qualname__ must be a str, not %T", given);
    type->qualified_name = given ? given : name;
    return !given || dict_delete(VALUE(type->dict), NAME(__qualname__)) >= 0;
}

static bool add_module(Type *type) {
    if (dict_find_name(type->dict, NAME(__module__)) >= 0 || !type_caller_module) return true;
    Value module = type_caller_module();
    if (!module) return !error_occurred();
    return dict_set_name(type->dict, NAME(__module__), module);
}

static bool fill_namespace(Type *type, Value name) {
    if (!take_qualified_name(type, name) || !add_module(type)) return false;
    if (dict_find_name(type->dict, NAME(__eq__)) >= 0 && !set_default(type, NAME(__hash__), NONE))
        return false;
    return wrap_function(type, NAME(__new__), &staticmethod_type) &&
           wrap_function(type, NAME(__init_subclass__), &classmethod_type) &&
           wrap_function(type, NAME(__class_getitem__), &classmethod_type);
}

static Value get_weakref(Value self) {
    Value all = weakref_list(self);
    return !all || list_of(all)->count ? all ? list_of(all)->items[0] : 0 : NONE;
}

static bool add_accessors(Type *type, const SlotPlan *plan) {
    static const AttributeDef weak = {"__weakref__", get_weakref, 0, "list of weak references to the object"};
    if (plan->dict) {
        Value accessor = attribute_descriptor_new(&type_instance_dict, type);
        if (!accessor || !set_default(type, NAME(__dict__), accessor)) return false;
    }
    if (!plan->weak) return true;
    Value accessor = attribute_descriptor_new(&weak, type);
    return accessor && set_default(type, NAME(__weakref__), accessor);
}

// A cell that the namespace brought: methods see the type as __class__, annotations its dict, which takes the namespace's place.
static bool fill_cell(Type *type, Value name, Value content) {
    Value cell = dict_get_name(type->dict, name);
    if (!cell) return true;
    if (strcmp(type_of(cell)->name, "cell") != 0) return raise_type_error("%S must be a nonlocal cell, not %R", name, VALUE(type_of(cell)));
    return object_set_attribute(cell, NAME(cell_contents), content) && dict_delete(VALUE(type->dict), name) >= 0;
}

static bool fill_cells(Type *type) {
    return fill_cell(type, NAME(__classcell__), VALUE(type)) && fill_cell(type, NAME(__classdictcell__), VALUE(type->dict));
}

// --- mro and slots

static Tuple *custom_mro(Type *type, Value method) {
    Value result = object_call1(method, VALUE(type));
    Type *solid = type_solid_base(type);
    Value mro = result ? tuple_from_iterable(result) : 0;
    if (!mro) return 0;
    for (size_t i = 0; i < tuple_count(mro); i++) {
        Value class = tuple_get(mro, i);
        if (!type_check(class)) {
            raise_type_error("mro() returned a non-class ('%T')", class);
            return 0;
        }
        // Methods of these will be called on instances of the type: they must fit.
        if (!type_is_subtype(solid, type_solid_base(type_from(class)))) {
            raise_type_error("mro() returned base with unsuitable layout ('%N')", type_from(class));
            return 0;
        }
    }
    if (tuple_count(mro) == 0) return raise_type_error("type MRO must not be empty"), (Tuple *)0;
    return tuple_of(mro);
}

static bool is_dunder(Value name) {
    size_t size = str_size(name);
    return size > 4 && memcmp(str_data(name), "__", 2) == 0 &&
           memcmp(str_data(name) + size - 2, "__", 2) == 0;
}

static bool fill_slots(Type *type) {
    if (!slots_inherit(type)) return false;
    type->init_function = type->base->init_function;
    type->new_function = type->base->new_function;
    if (type->bases->count > 1) return slots_update_all(type);
    size_t at = 0;
    DictEntry *entry;
    while ((entry = dict_next(type->dict, &at))) {
        if (str_check(entry->key) && is_dunder(entry->key) && !slots_update(type, entry->key)) return false;
    }
    return true;
}

// What the nearest class that is one of both says.
void type_inherit_pattern(Type *type) {
    const uint32_t both = TYPE_MAPPING_PATTERN | TYPE_SEQUENCE_PATTERN;
    type->flags &= ~both;
    for (size_t i = 1; i < type->mro->count && !(type->flags & both); i++)
        type->flags |= type_from(type->mro->items[i])->flags & both;
}

static bool join_bases(Type *type) {
    type_inherit_pattern(type);
    for (size_t i = 0; i < type->bases->count; i++) {
        Type *base = type_from(type->bases->items[i]);
        if (!type_add_subclass(base, type)) return false;
    }
    return type_watch(type);
}

// --- hooks

static bool call_set_name(Type *type, Value name, Value attribute) {
    Value method = object_find_special(attribute, NAME(__set_name__));
    if (!method) return !error_occurred();
    if (object_call2(method, VALUE(type), name)) return true;
    Value exception = error_take();
    Value note = str_format("Error calling __set_name__ on '%T' instance %R in '%N'", attribute, name, type);
    if (note && exception_add_note(exception, note)) error_set(exception);
    return false;
}

static bool call_set_names(Type *type) {
    Value snapshot = dict_copy(VALUE(type->dict));
    if (!snapshot) return false;
    size_t at = 0;
    DictEntry *entry;
    while ((entry = dict_next(dict_of(snapshot), &at))) {
        if (!call_set_name(type, entry->key, entry->value)) return false;
    }
    return true;
}

static bool call_init_subclass(Type *type, Value *args, size_t count, Value keywords) {
    Value inherited = type_lookup_after(type, type, NAME(__init_subclass__));
    bool objects_own = inherited && inherited == type_lookup(&object_type, NAME(__init_subclass__));
    if (objects_own && (!keywords || tuple_count(keywords) == 0)) return true;
    Value parent = super_new(type, VALUE(type));
    Value method = parent ? object_get_attribute(parent, NAME(__init_subclass__)) : 0;
    return method && object_call(method, args + count, 0, keywords);
}

// --- type.__new__

bool type_set_mro(Type *type) {
    Value method = type_lookup(type_of(VALUE(type)), NAME(mro));
    bool own = method && method != type_lookup(&type_type, NAME(mro));
    // While a metaclass's mro() runs, the class is complete but for its order: that of its first layout.
    if (own && !(type->mro = mro_behind(type, type->base))) return false;
    if (own) {
        type_modified(type);
        if (!fill_slots(type)) return false;
    }
    Tuple *mro = own ? custom_mro(type, method) : mro_compute(type);
    if (!mro) return false;
    type->mro = mro;
    return true;
}

// Lone surrogates are refused.
static bool is_utf8(Value text) { return str_is_ascii(text) || codec_encode_plain(text, "utf-8", "strict") != 0; }

bool type_check_new_name(Value name) {
    if (!is_utf8(name)) return false;
    return !memchr(str_data(name), 0, str_size(name)) || raise_value_error("type name must not contain null characters");
}

static Type *allocate(Type *metatype, Value name, Type *base, Value bases, Value namespace) {
    Type *type = mem_object(metatype, metatype->size);
    Value dict = type ? dict_copy(namespace) : 0;
    if (!dict) return 0;
    type->name = str_data(name);
    type->base = base;
    type->bases = tuple_of(bases);
    type->dict = dict_of(dict);
    type->size = base->size;
    type->dict_offset = base->dict_offset;
    type->flags = TYPE_HEAP | TYPE_BASE | (base->flags & TYPE_INHERITED);
    return type;
}

static bool set_up(Type *type, Value name) {
    SlotPlan plan = {.type = type, .class_name = name};
    Value doc = dict_get_name(type->dict, NAME(__doc__));
    if (doc && str_check(doc) && !is_utf8(doc)) return false;
    if (!fill_namespace(type, name) || !fill_cells(type) || !plan_slots(&plan) || !lay_out(type, &plan) ||
        !add_accessors(type, &plan) || !set_default(type, NAME(__doc__), NONE)) {
        return false;
    }
    type->flags |= TYPE_READY;
    if (!type_set_mro(type) || !join_bases(type)) return false;
    type_modified(type);
    return fill_slots(type);
}

// The end of a class statement, and type(name, bases, namespace).
static Value new_class(Type *metatype, Value name, Value bases, Value namespace, Value *args, size_t count,
                       Value keywords) {
    if (tuple_count(bases) == 0 && !(bases = tuple_pack(1, VALUE(&object_type)))) return 0;
    Type *base = type_best_base(bases);
    if (!base || !type_check_new_name(name)) return 0;
    Value exact_name = str_intern(name);
    if (!exact_name) return 0;
    Type *type = allocate(metatype, exact_name, base, bases, namespace);
    if (!type || !set_up(type, exact_name)) return 0;
    if (!call_set_names(type) || !call_init_subclass(type, args, count, keywords)) return 0;
    return VALUE(type);
}

static bool check_arguments(Value *args, size_t count) {
    if (count != 3) return raise_type_error("type.__new__() takes exactly 3 arguments (%zu given)", count);
    if (!str_check(args[0]))
        return raise_type_error("type.__new__() argument 1 must be str, not %P", args[0]);
    if (!tuple_check(args[1]))
        return raise_type_error("type.__new__() argument 2 must be tuple, not %P", args[1]);
    if (!dict_check(args[2]))
        return raise_type_error("type.__new__() argument 3 must be dict, not %P", args[2]);
    for (size_t i = 0; i < tuple_count(args[1]); i++) {
        Value base = tuple_get(args[1], i);
        if (type_check(base)) continue;
        bool found;
        if (object_find_attribute(base, NAME(__mro_entries__), &found)) {
            return raise_type_error("type() doesn't support MRO entry resolution; use types.new_class()");
        }
        if (error_occurred()) return false;
    }
    return true;
}

Value type_make(Type *metatype, Value *args, size_t count, Value keywords) {
    if (!check_arguments(args, count)) return 0;
    Type *winner = type_most_derived_metatype(metatype, args[1]);
    if (!winner) return 0;
    if (winner != metatype && winner->make != type_make) return winner->make(winner, args, count, keywords);
    return new_class(winner, args[0], args[1], args[2], args, count, keywords);
}
