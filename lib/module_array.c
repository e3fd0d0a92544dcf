// array: the module, and the methods of its type (array_object.h).
#include "lib/array_object.h"
#include "lib/lib.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/exception.h"
#include "objects/generic_alias.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/sequence.h"
#include "objects/str_parts.h"
#include "objects/struct_item.h"
#include "objects/tuple.h"
#include "objects/type.h"

// ---------------------------------------------------------------------------------------------------------------
// Items

static Value array_py_append(Value self, Value *args) {
    return array_insert(self, PTRDIFF_MAX, args[0]) ? NONE : 0;
}

static Value array_py_insert(Value self, Value *args) {
    ptrdiff_t index;
    return sequence_size(args[0], &index) && array_insert(self, index, args[1]) ? NONE : 0;
}

static Value array_py_extend(Value self, Value *args) {
    return array_extend(self, args[0]) ? NONE : 0;
}

static Value array_py_pop(Value self, Value *args) {
    ptrdiff_t index = -1;
    if (args[0] && !sequence_size(args[0], &index)) return 0;
    Array *a = array_of(self);
    if (a->count == 0) return raise_index_error("pop from empty array");
    if (index < 0) index += a->count;
    if ((size_t)index >= a->count) return raise_index_error("pop index out of range");
    Value item = array_get(a, index);
    return item && array_delete(self, index, 1) ? item : 0;
}

static Value array_py_clear(Value self, Value *args) {
    (void)args;
    return array_resize(self, 0) ? NONE : 0;
}

static Value array_py_reverse(Value self, Value *args) {
    (void)args;
    Array *a = array_of(self);
    items_reverse(a->data, a->itemsize, a->count);
    return NONE;
}

// ---------------------------------------------------------------------------------------------------------------
// Searching. Comparing may run Python code that changes the array.

// The first index in from..to of an equal item, -1: none, -2: raised.
static ptrdiff_t find(Value self, Value value, size_t from, size_t to) {
    Array *a = array_of(self);
    for (size_t i = from; i < to && i < a->count; i++) {
        Value item = array_get(a, i);
        int equal = item ? object_equal(item, value) : -1;
        if (equal) return equal < 0 ? -2 : (ptrdiff_t)i;
    }
    return -1;
}

static Value array_py_index(Value self, Value *args) {
    ptrdiff_t from, to;
    if (!sequence_bounds(args[1], args[2], &from, &to)) return 0;
    size_t count = array_of(self)->count;
    ptrdiff_t found = find(self, args[0], sequence_clip(from, count), sequence_clip(to, count));
    if (found == -1) return raise_value_error("array.index(x): x not in array");
    return found < 0 ? 0 : SMALL(found);
}

static Value array_py_remove(Value self, Value *args) {
    ptrdiff_t found = find(self, args[0], 0, SIZE_MAX);
    if (found == -1) return raise_value_error("array.remove(x): x not in array");
    if (found < 0 || (size_t)found >= array_of(self)->count) return found < 0 ? 0 : NONE;
    return array_delete(self, found, 1) ? NONE : 0;
}

static Value array_py_count(Value self, Value *args) {
    ptrdiff_t total = 0, at = -1;
    while ((at = find(self, args[0], at + 1, SIZE_MAX)) >= 0) total++;
    return at == -2 ? 0 : SMALL(total);
}

// ---------------------------------------------------------------------------------------------------------------
// Other forms

static Value array_py_tolist(Value self, Value *args) {
    (void)args;
    Array *a = array_of(self);
    Value list = list_new(0, a->count);
    if (list && !array_is_text(a))
        return items_unpack(a->code, a->data, a->itemsize, a->count, list_of(list)->items) ? list : 0;
    for (size_t i = 0; list && i < a->count; i++) {
        Value item = array_get(a, i);
        if (!item) return 0;
        list_of(list)->items[i] = item;
    }
    return list;
}

// The items of a list behind the first `before`, for which there is room unless their methods take it away.
static bool store_list(Value self, size_t before, List *list, size_t count) {
    Array *a = array_of(self);
    uint8_t packed[ITEM_SIZE_MAX];
    for (size_t i = array_store_plain(a, before, list->items, count); i < count; i++) {
        if (!array_pack(a, packed, list->items[i])) return false;
        if (before + i < a->count) memcpy(a->data + (before + i) * a->itemsize, packed, a->itemsize);
        if (list->count != count) return raise_runtime_error("list changed size during iteration");
    }
    return true;
}

// All or nothing: an item that does not fit leaves the array as it was.
static Value array_py_fromlist(Value self, Value *args) {
    if (!list_check(args[0])) return raise_type_error("arg must be list");
    List *list = list_of(args[0]);
    Array *a = array_of(self);
    size_t count = list->count;
    if (!count) return NONE;
    if (!array_allow(a)) return 0;
    size_t before = a->count;
    if (!array_resize(self, before + (count = list->count))) return 0;
    memset(a->data + before * a->itemsize, 0, count * a->itemsize);
    if (store_list(self, before, list, count)) return NONE;
    Value pending = error_take();
    if (a->count > before && !array_resize(self, before)) error_take();
    error_set(pending);
    return 0;
}

static Value array_py_tobytes(Value self, Value *args) {
    (void)args;
    Array *a = array_of(self);
    return bytes_new(a->count ? a->data : (const uint8_t *)"", a->count * a->itemsize);
}

static Value array_py_frombytes(Value self, Value *args) {
    return array_add_bytes(self, args[0]) ? NONE : 0;
}

static Value array_py_tounicode(Value self, Value *args) {
    (void)args;
    Array *a = array_of(self);
    if (!array_is_text(a)) return raise_value_error("tounicode() may only be called on unicode type arrays ('u' or 'w')");
    return array_text(a, a->typecode);
}

static Value array_py_fromunicode(Value self, Value *args) {
    if (!str_check(args[0])) return raise_type_error("fromunicode() argument must be str, not %P", args[0]);
    if (!array_is_text(array_of(self)))
        return raise_value_error("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    return array_add_text(self, args[0]) ? NONE : 0;
}

#define FILE_BLOCK 65536

static Value array_py_tofile(Value self, Value *args) {
    Value write = array_of(self)->count ? object_get_attribute(args[0], NAME(write)) : NONE;
    if (!write) return 0;
    for (size_t at = 0; at < array_of(self)->count * array_of(self)->itemsize; at += FILE_BLOCK) {
        size_t left = array_of(self)->count * array_of(self)->itemsize - at;
        Value block = bytes_new(array_of(self)->data + at, left < FILE_BLOCK ? left : FILE_BLOCK);
        if (!block || !object_call1(write, block)) return 0;
    }
    return NONE;
}

static Value array_py_fromfile(Value self, Value *args) {
    ptrdiff_t count;
    size_t size;
    if (!sequence_size(args[1], &count)) return 0;
    if (count < 0) return raise_value_error("negative count");
    if (__builtin_mul_overflow((size_t)count, array_of(self)->itemsize, &size)) return raise_memory_error();
    Value wanted = int_from_int64(size), bytes = object_call_method(args[0], NAME(read), &wanted, 1);
    if (!bytes) return 0;
    if (!bytes_check(bytes)) return raise_type_error("read() didn't return bytes");
    if (!array_add_bytes(self, bytes)) return 0;
    return bytes_size(bytes) == size ? NONE : raise_format(&EOFError_type, "read() didn't return enough bytes");
}

static Value array_py_byteswap(Value self, Value *args) {
    (void)args;
    Array *a = array_of(self);
    items_turn(a->data, a->itemsize, a->count);
    return NONE;
}

static Value array_py_buffer_info(Value self, Value *args) {
    (void)args;
    Value address = int_from_uint64((uintptr_t)array_of(self)->data);
    return address ? tuple_pack(2, address, int_from_int64(array_of(self)->count)) : 0;
}

static Value array_py_copy(Value self, Value *args) {
    (void)args;
    Array *a = array_of(self);
    return array_new(a->typecode, a->data, a->count);
}

static Value array_py_sizeof(Value self, Value *args) {
    (void)args;
    return SMALL(sizeof(Array) + array_of(self)->capacity * array_of(self)->itemsize);
}

// ---------------------------------------------------------------------------------------------------------------
// Pickling: by a list, or by bytes with a number that says what machine wrote them

// By the numbers that pickles have for them: the item's native code and byte order. Text comes last, UTF-16 before UTF-32.
static const struct {
    char code;
    bool big_endian;
} machine_formats[] = {
    {'B', 0}, {'b', 0}, {'H', 0}, {'H', 1}, {'h', 0}, {'h', 1}, {'I', 0}, {'I', 1}, {'i', 0}, {'i', 1}, {'Q', 0},
    {'Q', 1}, {'q', 0}, {'q', 1}, {'f', 0}, {'f', 1}, {'d', 0}, {'d', 1}, {'u', 0}, {'u', 1}, {'w', 0}, {'w', 1},
};
#define MACHINE_FORMATS (sizeof machine_formats / sizeof *machine_formats)
#define TEXT_FORMATS (MACHINE_FORMATS - 4)
#define BIG_ENDIAN_MACHINE (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)

static int machine_format(const Array *a) {
    char code = a->code == 'l' ? 'q' : a->code == 'L' ? 'Q' : a->code;
    int format = 0;
    while (machine_formats[format].code != code) format++;
    return format + (a->itemsize > 1 && BIG_ENDIAN_MACHINE);
}

static Value array_py_reduce_ex(Value self, Value *args) {
    Array *a = array_of(self);
    int64_t protocol;
    if (!int_check(args[0])) return raise_type_error("__reduce_ex__ argument should be an integer");
    if (!object_to_int64(args[0], &protocol)) return 0;
    Attributes *attributes = attributes_of(self);
    Value state = attributes ? attributes_dict(attributes) : NONE, typecode = str_from_code_point(a->typecode);
    if (!state || !typecode) return 0;
    if (protocol < 3) {
        Value list = array_py_tolist(self, 0), arguments = list ? tuple_pack(2, typecode, list) : 0;
        return arguments ? tuple_pack(3, VALUE(type_of(self)), arguments, state) : 0;
    }
    Value bytes = array_py_tobytes(self, 0), module = import_by_name("array"),
          function = module ? object_get_attribute(module, intern("_array_reconstructor")) : 0;
    if (!bytes || !function) return 0;
    Value arguments = tuple_pack(4, VALUE(type_of(self)), typecode, SMALL(machine_format(a)), bytes);
    return arguments ? tuple_pack(3, function, arguments, state) : 0;
}

// Items that were written as another kind, or in the other byte order, one by one.
static bool add_foreign(Value array, int format, const uint8_t *data, size_t size) {
    char code = machine_formats[format].code;
    size_t width = item_size(code);
    if (size % width) return raise_value_error("string length not a multiple of item size");
    for (size_t at = 0; at < size; at += width) {
        uint8_t item[ITEM_SIZE_MAX];
        memcpy(item, data + at, width);
        if (machine_formats[format].big_endian != BIG_ENDIAN_MACHINE) items_turn(item, width, 1);
        Value number = item_unpack(code, item);
        if (!number || !array_insert(array, PTRDIFF_MAX, number)) return false;
    }
    return true;
}

static bool add_encoded(Value array, int format, Value bytes) {
    static const char *const encodings[] = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"};
    Value text = codec_decode(bytes_data(bytes), bytes_size(bytes), encodings[(size_t)format - TEXT_FORMATS], NULL);
    if (!text) return false;
    return array_is_text(array_of(array)) ? array_add_text(array, text) : array_extend(array, text);
}

static bool reconstructor_typecode(Value v, char *typecode) {
    if (!str_check(v)) return raise_type_error("_array_reconstructor() argument 2 must be a unicode character, not %P", v);
    if (str_length(v) != 1) {
        return raise_type_error("_array_reconstructor(): argument 2 must be a unicode character, not a string of length %zd",
                                (ptrdiff_t)str_length(v));
    }
    *typecode = str_data(v)[0];
    return true;
}

static Value py_reconstructor(Value self, Value *args) {
    (void)self;
    char typecode = 0;
    ptrdiff_t format;
    if (!reconstructor_typecode(args[1], &typecode) || !sequence_size(args[2], &format)) return 0;
    if (!type_check(args[0])) return raise_type_error("first argument must be a type object, not %T", args[0]);
    if (!type_is_subtype(type_from(args[0]), &array_type))
        return raise_type_error("%N is not a subtype of array.array", type_from(args[0]));
    if (!array_valid_typecode(typecode)) return raise_value_error("second argument must be a valid type code");
    if (format < 0 || (size_t)format >= MACHINE_FORMATS)
        return raise_value_error("third argument must be a valid machine format code.");
    if (!bytes_check(args[3])) return raise_type_error("fourth argument should be bytes, not %T", args[3]);
    char code = machine_formats[format].code;
    Value written = strchr("fduw", code) ? args[1] : str_from_code_point(code);
    Value array = written ? array_type.make(type_from(args[0]), &written, 1, 0) : 0;
    if (!array) return 0;
    bool done;
    if (format == machine_format(array_of(array)))
        done = array_add_bytes(array, args[3]);
    else if ((size_t)format >= TEXT_FORMATS)
        done = add_encoded(array, format, args[3]);
    else
        done = add_foreign(array, format, bytes_data(args[3]), bytes_size(args[3]));
    return done ? array : 0;
}

// ---------------------------------------------------------------------------------------------------------------
// Tables

static Value get_typecode(Value self) {
    return str_from_code_point(array_of(self)->typecode);
}

static Value get_itemsize(Value self) {
    return SMALL(array_of(self)->itemsize);
}

const AttributeDef array_attributes[] = {
    {"typecode", get_typecode, NULL, "The character that says what kind of items these are."},
    {"itemsize", get_itemsize, NULL, "The size of an item in bytes."},
    {0},
};

const MethodDef array_methods[] = {
    METHOD("append", array_py_append, "v, /", "Appends an item."),
    METHOD("buffer_info", array_py_buffer_info, "", "The address of the items and their number."),
    METHOD("byteswap", array_py_byteswap, "", "Reverses the bytes of each item."),
    METHOD("clear", array_py_clear, "", "Removes all items."),
    METHOD("count", array_py_count, "v, /", "How many items equal v."),
    METHOD("extend", array_py_extend, NATIVE_OF_CLASS "bb, /", "Appends the items of an iterable."),
    METHOD("frombytes", array_py_frombytes, "buffer, /", "Appends items from their bytes."),
    METHOD("fromfile", array_py_fromfile, NATIVE_OF_CLASS "f, n, /", "Appends n items read from a file."),
    METHOD("fromlist", array_py_fromlist, "list, /", "Appends the items of a list, all or none."),
    METHOD("fromunicode", array_py_fromunicode, "ustr, /", "Appends the characters of a text."),
    METHOD("index", array_py_index, "v, start=0, stop=sys.maxsize, /", "The first index of an item equal to v."),
    METHOD("insert", array_py_insert, "i, v, /", "Inserts an item before index i."),
    METHOD("pop", array_py_pop, "i=-1, /", "Removes and returns the item at index i."),
    METHOD("remove", array_py_remove, "v, /", "Removes the first item equal to v."),
    METHOD("reverse", array_py_reverse, "", "Reverses the order of the items in place."),
    METHOD("tobytes", array_py_tobytes, "", "The items' bytes."),
    METHOD("tofile", array_py_tofile, NATIVE_OF_CLASS "f, /", "Writes the items' bytes to a file."),
    METHOD("tolist", array_py_tolist, "", "The items in a list."),
    METHOD("tounicode", array_py_tounicode, "", "The characters as a text."),
    METHOD("__copy__", array_py_copy, "", "A copy."),
    METHOD("__deepcopy__", array_py_copy, "unused, /", "A copy."),
    METHOD("__reduce_ex__", array_py_reduce_ex, NATIVE_OF_CLASS "value, /", "What pickle needs to make the array again."),
    METHOD("__sizeof__", array_py_sizeof, "", "Size in memory, in bytes."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "array[T], for annotations."),
    METHODS_END
};

static const MethodDef functions[] = {
    FUNCTION("_array_reconstructor", py_reconstructor, "arraytype, typecode, mformat_code, items, /", "Makes an array from pickled parts."),
    METHODS_END
};

// With collections.abc, if that is there already; otherwise it will do so itself.
static bool register_class(void) {
    Value modules = sys_get(NAME(modules)), abc = modules ? dict_get(modules, intern("collections.abc")) : 0;
    if (!abc) return !error_occurred();
    Value base = object_get_attribute(abc, intern("MutableSequence")), class = VALUE(&array_type);
    return base && object_call_method(base, intern("register"), &class, 1);
}

Value module_array_make(void) {
    Value name = intern("array"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions)) return 0;
    type_ready(&array_type);
    Value dict = module_dict(module), typecodes = str_from("bBuwhHiIlLqQfd");
    if (!typecodes || !dict_set_c(dict, "array", VALUE(&array_type)) || !dict_set_c(dict, "ArrayType", VALUE(&array_type)) ||
        !dict_set_c(dict, "typecodes", typecodes))
        return 0;
    return register_class() ? module : 0;
}
