// What the loop calls: one function for each thing that is more than flow. Grouped by the file they are in.
// All answer 0 or false with an exception pending when they fail.
#pragma once
#include "vm/frame.h"
#include "vm/generator.h"

// ops_operator.c: the slow sides of fused operators. `i` is the instruction: its operands name an unset local.
Value op_binary(Frame *frame, Instruction i, BinaryOp op, Value a, Value b) must_use;
int op_compare_truth(Frame *frame, Instruction i, CompareOp op, Value a, Value b) must_use;     // 0, 1, -1
Value op_load_item(Frame *frame, Instruction i, Value container, Value key) must_use;
Value op_load_slice(Value container, Value start, Value stop) must_use;
bool op_store_item_checked(Frame *frame, Instruction i, Value container, Value key, Value value) must_use;
bool op_store_item(Value container, Value key, Value value) must_use;
bool op_update_item(Frame *frame, Instruction i, Value container, Value key, BinaryOp op, Value value) must_use;
bool op_finish_item(Frame *frame, Instruction i, Value container, Value key, BinaryOp op, Value item, Value value) must_use;
Value op_unset_local(Frame *frame, uint32_t local);             // raises UnboundLocalError (or NameError for a free one)
bool op_local_is_set(Frame *frame, uint32_t local) must_use;

// ops_name.c: names and attributes, with their inline caches
Value op_find_builtin(Frame *frame, Value name) must_use;      // 0 and nothing pending: absent
Value op_load_global(Frame *frame, Cache *cache) must_use;
Value op_load_name(Frame *frame, Cache *cache) must_use;
bool op_store_name(Frame *frame, Cache *cache, Value value) must_use;
bool op_delete_name(Frame *frame, Value name) must_use;
bool op_store_global(Frame *frame, Value name, Value value) must_use;
bool op_delete_global(Frame *frame, Value name) must_use;
Value op_load_class_cell(Frame *frame, uint32_t local) must_use;
Value op_load_dict_or_cell(Frame *frame, Value namespace, uint32_t local) must_use;
Value op_load_dict_or_global(Frame *frame, Value namespace, Value name) must_use;
Value op_load_attribute(Cache *cache, Value object) must_use;
bool op_store_attribute(Cache *cache, Value object, Value value) must_use;
bool op_load_method(Cache *cache, Value object, Value *out) must_use;          // out[0], out[1]: function and self, or value and 0
Value op_super_attribute(Cache *cache, Value *args) must_use;                  // args: super, class, self
bool op_super_method(Cache *cache, Value *args, Value *out) must_use;
enum CacheKinds {                 // what a Cache was filled with
    CACHE_EMPTY, CACHE_GLOBAL, CACHE_BUILTIN, CACHE_SLOT, CACHE_METHOD, CACHE_MODULE, CACHE_TYPE, CACHE_PLAIN_METHOD,
    CACHE_ADD_SLOT, CACHE_NATIVE, CACHE_NATIVE_FILL, CACHE_NATIVE_OUT, CACHE_NATIVE_RAW,
};

// ops_build.c: displays, strings, unpacking, patterns
bool op_unpack(Value iterable, size_t count, Value *top) must_use;             // top[count - 1] gets the first item
bool op_unpack_starred(Value iterable, size_t before, size_t after, Value *top) must_use;
Value op_format(Value value, Value spec, uint32_t conversion) must_use;
Value op_build_string(Value *parts, size_t count) must_use;
Value op_build_dict(Value *pairs, size_t count) must_use;
Value op_build_set(Value *items, size_t count) must_use;
bool op_dict_update(Value dict, Value mapping) must_use;
Value op_match_keys(Value subject, Value keys) must_use;
Value op_match_class(Value subject, Value class, Value names, size_t positional) must_use;
Value op_copy_mapping_without(Value subject, Value keys) must_use;
bool op_list_extend(Value list, Value iterable) must_use;

// ops_exception.c
bool op_raise(Value exception, Value cause) must_use;           // always false; 0 for what is absent
int op_match_exception(Value exception, Value class) must_use;
bool op_match_group(Value *exception_and_class) must_use;       // replaces them with rest and matched
Value op_finish_except_star(Value original, Value parts) must_use;
bool op_enter_with(Value manager, Value *out) must_use;         // out[0] exit, out[1] value
bool op_enter_async_with(Value manager, Value *out) must_use;
Value op_exit_with_exception(Value exit, Value exception) must_use;
void op_add_traceback(Frame *frame);
bool op_stop_iteration_error(Frame *frame, Value exception) must_use;          // always false

// ops_call.c
Value op_call_native(Cache *cache, const MethodDef *def, Value self, Value *args, size_t count) must_use;   // no keywords
Value op_call_unpacked(Value callable, Value positional, Value keywords) must_use;     // a tuple or list; a dict or 0
Frame *op_enter_unpacked(Frame *frame, Value function, Value positional, Value keywords) must_use;

// ops_generator.c
Value op_yield_from_iter(Frame *frame, Value v) must_use;
Value op_get_aiter(Value v) must_use;
Value op_get_anext(Value iterator) must_use;
Value op_send(Value receiver, Value sent, Value *result) must_use;     // what it yields; 0 with *result set: it is done

extern bool (*display_hook)(Value v);           // lib's; prints the value of an expression statement typed at the prompt
bool op_print_result(Value v) must_use;

// ops_import.c
extern Value (*import_hook)(Value name, Dict *globals, Value from_list, int level);    // lib's; __import__ itself
Value op_import_name(Frame *frame, Value name, Value level, Value from_list) must_use;
Value op_import_from(Value module, Value name) must_use;
bool op_import_star(Frame *frame, Value module) must_use;

// ops_class.c
Value op_make_function(Frame *frame, Value code, uint32_t parts, Value *operands) must_use;
Value class_build(Value *args, size_t count, Value keywords) must_use;         // builtins.__build_class__
Value op_make_type_param(Value name, Value bound, Value default_value, uint32_t kind) must_use;
Value op_make_type_alias(Value name, Value params, Value value_function) must_use;
Value op_subscript_generic(Value params) must_use;
Value op_build_interpolation(Value value, Value source, Value spec, uint32_t conversion) must_use;
Value op_build_template(Value strings, Value interpolations) must_use;
