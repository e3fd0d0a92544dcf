// The slow sides of the fused operators: unset locals, operands that the fast paths do not know, items.
#include "objects/bytes.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/slice.h"
#include "objects/str.h"
#include "vm/arith.h"
#include "vm/ops.h"

Value op_unset_local(Frame *frame, uint32_t local) {
    Code *code = frame->code;
    Value name = code->local_names[local];
    if (code->local_kinds[local] == LOCAL_FREE)
        return raise_name_error(
            &NameError_type, name,
            "cannot access free variable '%S' where it is not associated with a value in enclosing scope",
            name);
    return raise_name_error(&UnboundLocalError_type, name,
                            "cannot access local variable '%S' where it is not associated with a value", name);
}

bool op_local_is_set(Frame *frame, uint32_t local) {
    return frame->locals[local] ? true : op_unset_local(frame, local) != 0;
}

// In every form an operand that is 0 is an unset local: the left one's index is A, the right one's B.
static bool operands_set(Frame *frame, Instruction i, Value a, Value b) {
    if (unlikely(!a)) return op_unset_local(frame, instruction_a(i)) != 0;
    if (unlikely(!b)) return op_unset_local(frame, instruction_b(i)) != 0;
    return true;
}

Value op_binary(Frame *frame, Instruction i, BinaryOp op, Value a, Value b) {
    if (!operands_set(frame, i, a, b)) return 0;
    if (op == BINARY_MOD) mem_before_call_out();        // of texts: much code, and methods of many
    return frame->code->positions[frame_index(frame)].inplace ? object_inplace(op, a, b) : object_binary(op, a, b);
}

int op_compare_truth(Frame *frame, Instruction i, CompareOp op, Value a, Value b) {
    if (!operands_set(frame, i, a, b)) return -1;
    if (value_is(a, &str_type) && value_is(b, &str_type) && (op == COMPARE_EQ || op == COMPARE_NE))
        return str_equal(a, b) == (op == COMPARE_EQ);
    // An == of ordinary objects must call __eq__ also for identical ones: float('nan') == itself is false.
    Value result = object_compare(a, b, op);
    return !result ? -1 : result == TRUE ? 1 : result == FALSE ? 0 : object_truth(result);
}

static Value load_item(Value container, Value key) {
    Value item = fast_item(container, key);
    if (item) return item;
    if (value_is(container, &dict_type)) {
        item = dict_get(container, key);
        return item || error_pending ? item : raise_key_error(key);
    }
    if (value_is(container, &list_type) && value_is_small(key)) {
        int64_t index = small_int(key) + (int64_t)list_of(container)->count;
        if (small_int(key) < 0 && index >= 0) return list_of(container)->items[index];
    }
    return object_get_item(container, key);
}

Value op_load_item(Frame *frame, Instruction i, Value container, Value key) {
    return operands_set(frame, i, container, key) ? load_item(container, key) : 0;
}

// These types look at a slice and forget it, so it need not be a heap object.
static bool forgets_slices(const Type *type) {
    return type == &bytes_type || type == &bytearray_type || type == &list_type ||
           type == &str_type || type == &tuple_type;
}

Value op_load_slice(Value container, Value start, Value stop) {
    Type *type = type_of(container);
    if (type == &memoryview_type) return memoryview_slice(container, start, stop);
    if (forgets_slices(type)) {
        Slice slice = {{&slice_type}, start, stop, NONE};
        return type->get_item(container, VALUE(&slice));
    }
    Value slice = slice_new(start, stop, NONE);
    return slice ? object_get_item(container, slice) : 0;
}

bool op_store_item(Value container, Value key, Value value) {
    if (value_is(container, &dict_type)) return dict_set(container, key, value);
    return object_set_item(container, key, value);
}

bool op_store_item_checked(Frame *frame, Instruction i, Value container, Value key, Value value) {
    return operands_set(frame, i, container, key) && op_store_item(container, key, value);
}

static Value inplace(BinaryOp op, Value item, Value value) {
    Value result = 0;
    switch (op) {
    case BINARY_ADD: result = fast_add(item, value); break;
    case BINARY_SUB: result = fast_sub(item, value); break;
    case BINARY_XOR: result = fast_xor(item, value); break;
    case BINARY_AND: result = fast_and(item, value); break;
    case BINARY_OR: result = fast_or(item, value); break;
    default: break;
    }
    return result ? result : object_inplace(op, item, value);
}

bool op_finish_item(Frame *frame, Instruction i, Value container, Value key, BinaryOp op, Value item, Value value) {
    if (!operands_set(frame, i, container, key)) return false;
    Value result = inplace(op, item, value);
    if (!result) return false;
    return fast_store_item(container, key, result) || op_store_item(container, key, result);
}

bool op_update_item(Frame *frame, Instruction i, Value container, Value key, BinaryOp op, Value value) {
    if (!operands_set(frame, i, container, key)) return false;
    Value item = load_item(container, key);
    return item && op_finish_item(frame, i, container, key, op, item, value);
}
