// The loop: fetches an instruction, jumps to its label. It holds flow, not semantics: fast paths are the inline
// functions of arith.h, everything else is an op_... function of ops.h.
//
// `ip` points behind the instruction being executed, `sp` to the first free slot, `fp` to the locals. Whatever may
// call out or raise saves ip and sp into the frame first (SAVE); an exception then finds its handler by frame->next.
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/exception.h"
#include "objects/instance.h"
#include "objects/iterator.h"
#include "objects/range.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "objects/type.h"
#include "objects/finalize.h"
#include "vm/arith.h"
#include "vm/frame_object.h"
#include "vm/ops.h"

// Where a call goes after its callee and arguments have been looked at.
typedef enum { CALLED_FAILED, CALLED_VALUE, CALLED_FRAME } Called;

// Starts the call of a Python function whose arguments are the `count` values at `args`, on the caller's stack; the
// result goes to `result`. `caller->top` has been saved.
static Called call_function(Frame *caller, Function *function, Value *args, size_t count, Value *result) {
    Value *locals = args;
    if (unlikely(caller->flags & FRAME_GENERATOR)) {
        locals = caller->floor;
        if (unlikely(locals + count + 8 >= machine.stack_end)) return raise_recursion_error(""), CALLED_FAILED;
        memcpy(locals, args, count * sizeof(Value));
        caller->top = args;             // the callee alone has them now
    }
    if (likely(function->simple && count == function->code->positional_count)) {
        if (unlikely(locals + function->code->local_count + function->code->stack_size + 8 >= machine.stack_end))
            return raise_recursion_error(""), CALLED_FAILED;
        function_fill(function, locals, count);
    } else if (!function_bind(function, locals, locals, count, 0)) {
        return CALLED_FAILED;
    }
    Frame *frame = frame_push(function, locals, 0);
    if (unlikely(!frame)) return CALLED_FAILED;
    frame->result = result;
    return CALLED_FRAME;
}

// T(args...) of a class whose __init__ is a Python function and whose __new__ is object's: no C recursion.
static Called call_class(Frame *caller, Type *type, Value *args, size_t count, Value *result) {
    Value instance = instance_new(type);
    if (!instance) return CALLED_FAILED;
    args[-1] = instance;
    Called called = call_function(caller, function_of(type->init_function), args - 1, count + 1, result);
    if (called == CALLED_FRAME) {
        machine.frame->flags |= FRAME_INIT;
        machine.frame->instance = instance;
    }
    return called;
}

static inline bool class_is_plain(const Type *type) {
    return type->init_function && !type->new_function && type->make == object_type.make &&
           type_of(type->init_function) == &function_type && !(type->flags & TYPE_ABSTRACT);
}

// Any call without keywords. The callable lies in args[-1] and may be overwritten; a value goes to *result.
static inline Called call_any(Frame *caller, Value callable, Value *args, size_t count, Value *result) {
    Type *type = value_is_object(callable) ? value_object(callable)->type : type_of(callable);
    if (type == &function_type) return call_function(caller, function_of(callable), args, count, result);
    if (type == &type_type && class_is_plain(type_from(callable)))
        return call_class(caller, type_from(callable), args, count, result);
    if (type == &method_type) {
        Method *method = (Method *)value_object(callable);
        if (value_is(method->function, &function_type)) {
            args[-1] = method->self;
            return call_function(caller, function_of(method->function), args - 1, count + 1, result);
        }
    }
    if (type != &type_type || (count && type_of(args[0])->next)) mem_before_call_out();
    *result = object_call(callable, args, count, 0);
    return *result ? CALLED_VALUE : CALLED_FAILED;
}

// Resumes a generator from FOR or SEND without C recursion. False: it cannot be done that way, or raised.
static inline bool resume_inline(Generator *generator, Value sent, uint32_t how) {
    if (!generator_enter(generator, sent)) return false;
    generator_set_flags(generator, how);
    return true;
}

static inline bool can_resume(Value v) {
    Type *type = type_of(v);
    return (type == &generator_type || type == &coroutine_type) && generator_of(v)->state <= GENERATOR_SUSPENDED;
}

static inline bool gives_pairs(Value iterator) {
    Type *type = type_of(iterator);
    return type == &dict_item_iterator_type || type == &enumerate_type ||
           (type == &zip_type && ((Zip *)value_object(iterator))->iterators->count == 2);
}

// The next pair as UNPACK would leave it: the first one on top. False: the end, or raised.
static bool pair_step(Value iterator, Value *top) {
    Type *type = type_of(iterator);
    Value row[2];
    bool more = type == &dict_item_iterator_type ? dict_item_step(iterator, &row[0], &row[1])
                : type == &enumerate_type        ? enumerate_step(iterator, &row[0], &row[1])
                                                 : zip_step(iterator, row);
    if (!more) return false;
    top[0] = row[1];
    top[1] = row[0];
    return true;
}

// A new specialised form for a FOR_LOCAL that sees this iterator.
static Opcode specialised_for(Value iterator) {
    Type *type = type_of(iterator);
    if (type == &range_iterator_type) return OP_FOR_LOCAL_RANGE;
    if (type == &list_iterator_type) return OP_FOR_LOCAL_LIST;
    if (type == &bytes_iterator_type || type == &bytearray_iterator_type) return OP_FOR_LOCAL_BYTES;
    if (type == &memory_iterator_type) return OP_FOR_LOCAL_BYTES;
    if (type == &str_ascii_iterator_type) return OP_FOR_LOCAL_STR;
    if (type == &generator_type) return OP_FOR_LOCAL_GENERATOR;
    return OP_FOR_LOCAL;
}

__attribute__((noinline)) static Value run(Frame *frame, Value exception) {
    static const void *const labels[256] = {
        [OP_COUNT ... 255] = &&op_invalid,
#define OPCODE(name, operands, pops, pushes, picture) [OP_##name] = &&op_##name,
#include "vm/opcodes.def"
#undef OPCODE
    };
    const Value handled_before = error_handled;
    const Instruction *ip;
    Value *sp, *fp;
    const Value *constants;
    Instruction i;
    Value value;
    Value *args;
    size_t count;

#define A instruction_a(i)
#define B instruction_b(i)
#define C instruction_c(i)
#define D instruction_d(i)
#define D_SIGNED instruction_d_signed(i)
#define E instruction_e(i)
#define E_SIGNED instruction_e_signed(i)
#define SAVE() (frame->next = ip, frame->top = sp)
#define NEXT() do { i = *ip++; goto *labels[i & 0xff]; } while (0)
#define OP(name) op_##name:
#define PUSH(v) (*sp++ = (v))
#define POP() (*--sp)
#define TOP sp[-1]
#define CACHE_OF(index) (&frame->code->caches[index])
#define CHECK(condition) do { if (unlikely(!(condition))) goto error; } while (0)
// Backward jumps look for signals; before the jump, so that the exception belongs to the loop.
#define POLL() do { if (unlikely(machine_interrupt)) { SAVE(); CHECK(machine_handle_interrupt()); } } while (0)
// After what may have dropped the last reference to an object that Python code finalizes.
#define DROPPED() do { if (unlikely(mem_reach_interest)) finalize_hint(); POLL(); } while (0)
#define ENTER_FRAME() do { \
        frame = machine.frame; ip = frame->next; sp = frame->top; fp = frame->locals; constants = frame->code->constants; \
    } while (0)

    mem_runs->low = mem_stack_pointer();
    ENTER_FRAME();
    if (exception) {
        error_set(exception);
        goto error;
    }
    NEXT();

    // ---------------------------------------------------------------------------------------- loads and stores
    OP(NOP) NEXT();
    OP(LOAD_CONST) PUSH(constants[D]); NEXT();
    OP(LOAD_NONE) PUSH(NONE); NEXT();
    OP(LOAD_LOCAL) {
        value = fp[D];
        if (unlikely(!value)) goto unset_local;
        PUSH(value);
        NEXT();
    }
    OP(LOAD_LOCAL_PAIR) {
        Value first = fp[A], second = fp[B];
        SAVE();
        if (unlikely(!first)) { (void)!op_unset_local(frame, A); goto error; }
        if (unlikely(!second)) { (void)!op_unset_local(frame, B); goto error; }
        sp[0] = first;
        sp[1] = second;
        sp += 2;
        NEXT();
    }
    OP(STORE_LOCAL) value = POP(); fp[D] = value; NEXT();
    OP(CLEAR_LOCAL) fp[D] = 0; NEXT();
    OP(DELETE_LOCAL) {
        if (unlikely(!fp[D])) goto unset_local;
        fp[D] = 0;
        DROPPED();
        NEXT();
    }
    OP(MOVE_LOCAL) {
        value = fp[A];
        SAVE();
        if (unlikely(!value)) { (void)!op_unset_local(frame, A); goto error; }
        fp[B] = value;
        NEXT();
    }
    OP(SET_LOCAL_CONST) fp[A] = constants[B]; NEXT();
    OP(MAKE_CELL) {
        SAVE();
        CHECK(value = cell_new(fp[D]));
        fp[D] = value;
        NEXT();
    }
    OP(LOAD_CELL) {
        value = cell_of(fp[D])->content;
        if (unlikely(!value)) goto unset_local;
        PUSH(value);
        NEXT();
    }
    OP(STORE_CELL) value = POP(); cell_of(fp[D])->content = value; NEXT();
    OP(DELETE_CELL) {
        if (unlikely(!cell_of(fp[D])->content)) goto unset_local;
        cell_of(fp[D])->content = 0;
        NEXT();
    }
    OP(LOAD_CLOSURE) PUSH(fp[D]); NEXT();
    OP(LOAD_CLASS_CELL) {
        SAVE();
        CHECK(value = op_load_class_cell(frame, D));
        PUSH(value);
        NEXT();
    }
    OP(LOAD_DICT_OR_CELL) SAVE(); CHECK(value = op_load_dict_or_cell(frame, TOP, D)); TOP = value; NEXT();
    OP(LOAD_DICT_OR_GLOBAL) SAVE(); CHECK(value = op_load_dict_or_global(frame, TOP, frame->code->names[D])); TOP = value; NEXT();
    OP(LOAD_NAME) {
        Cache *cache = CACHE_OF(D);
        if (likely(cache->key == frame->globals->version && frame->namespace == VALUE(frame->globals))) {
            if (cache->kind == CACHE_GLOBAL) {
                PUSH(frame->globals->entries[cache->slot].value);
                NEXT();
            }
            if (cache->key2 == frame->builtins->version) {
                PUSH(frame->builtins->entries[cache->slot].value);
                NEXT();
            }
        }
        SAVE();
        CHECK(value = op_load_name(frame, cache));
        PUSH(value);
        NEXT();
    }
    OP(STORE_NAME) {
        Cache *cache = CACHE_OF(D);
        if (likely(cache->key == frame->globals->version && frame->namespace == VALUE(frame->globals))) {
            frame->globals->entries[cache->slot].value = POP();
            POLL();
            NEXT();
        }
        SAVE();
        CHECK(op_store_name(frame, cache, TOP));
        sp--;
        POLL();
        NEXT();
    }
    OP(DELETE_NAME) SAVE(); CHECK(op_delete_name(frame, frame->code->names[D])); DROPPED(); NEXT();
    OP(LOAD_GLOBAL) {
        Cache *cache = CACHE_OF(D);
        if (likely(cache->key == frame->globals->version)) {
            if (cache->kind == CACHE_GLOBAL) {
                PUSH(frame->globals->entries[cache->slot].value);
                NEXT();
            }
            if (cache->key2 == frame->builtins->version) {
                PUSH(frame->builtins->entries[cache->slot].value);
                NEXT();
            }
        }
        SAVE();
        CHECK(value = op_load_global(frame, cache));
        PUSH(value);
        NEXT();
    }
    OP(STORE_GLOBAL) SAVE(); CHECK(op_store_global(frame, frame->code->names[D], TOP)); sp--; NEXT();
    OP(DELETE_GLOBAL) SAVE(); CHECK(op_delete_global(frame, frame->code->names[D])); DROPPED(); NEXT();
    OP(LOAD_NAMESPACE) PUSH(frame->namespace ? frame->namespace : VALUE(frame->globals)); NEXT();
    OP(LOAD_BUILD_CLASS) {
        SAVE();
        value = op_find_builtin(frame, NAME(__build_class__));
        if (unlikely(!value)) { if (!error_pending) (void)!raise_format(&NameError_type, "__build_class__ not found"); goto error; }
        PUSH(value);
        NEXT();
    }
    OP(LOAD_ASSERTION_ERROR) PUSH(VALUE(&AssertionError_type)); NEXT();

    // ---------------------------------------------------------------------------------------- the stack
    OP(POP) sp--; POLL(); NEXT();
    OP(COPY) value = sp[-(ptrdiff_t)D]; PUSH(value); NEXT();
    OP(SWAP) {
        value = TOP;
        TOP = sp[-(ptrdiff_t)D];
        sp[-(ptrdiff_t)D] = value;
        NEXT();
    }
    OP(PUSH_ABSENT) PUSH(0); NEXT();

    // ---------------------------------------------------------------------------------------- attributes and items
    OP(LOAD_ATTRIBUTE) {
        Cache *cache = CACHE_OF(D);
        value = TOP;
        if (likely(value_is_object(value) && value_object(value)->type->version == cache->key)) {
            Instance *instance = (Instance *)value_object(value);
            if (cache->kind == CACHE_SLOT && (uintptr_t)instance->attributes.shape == cache->key2) {
                TOP = instance->attributes.slots[cache->slot];
                NEXT();
            }
        }
        SAVE();
        CHECK(value = op_load_attribute(cache, value));
        TOP = value;
        NEXT();
    }
    OP(LOAD_ATTRIBUTE_LOCAL) {
        Cache *cache = CACHE_OF(E);
        value = fp[A];
        if (likely(value_is_object(value) && value && value_object(value)->type->version == cache->key)) {
            Instance *instance = (Instance *)value_object(value);
            if (cache->kind == CACHE_SLOT && (uintptr_t)instance->attributes.shape == cache->key2) {
                PUSH(instance->attributes.slots[cache->slot]);
                NEXT();
            }
        }
        SAVE();
        CHECK(op_local_is_set(frame, A));
        CHECK(value = op_load_attribute(cache, value));
        PUSH(value);
        NEXT();
    }
    OP(STORE_ATTRIBUTE) {
        Cache *cache = CACHE_OF(D);
        value = TOP;
        sp--;
        if (likely(value_is_object(value) && value_object(value)->type->version == cache->key)) {
            Attributes *attributes = &((Instance *)value_object(value))->attributes;
            if (likely((uintptr_t)attributes->shape == cache->key2)) {
                if (cache->kind == CACHE_ADD_SLOT) attributes->shape = (Shape *)(uintptr_t)cache->value;
                attributes->slots[cache->slot] = POP();
                NEXT();
            }
        }
        sp++;
        SAVE();
        CHECK(op_store_attribute(cache, value, sp[-2]));
        sp -= 2;
        NEXT();
    }
    OP(STORE_ATTRIBUTE_LOCAL) {
        Cache *cache = CACHE_OF(E);
        value = fp[A];
        if (unlikely(!value)) { SAVE(); (void)!op_unset_local(frame, A); goto error; }
        if (likely(value_is_object(value) && value_object(value)->type->version == cache->key)) {
            Attributes *attributes = &((Instance *)value_object(value))->attributes;
            if (likely((uintptr_t)attributes->shape == cache->key2)) {
                if (cache->kind == CACHE_ADD_SLOT) attributes->shape = (Shape *)(uintptr_t)cache->value;
                attributes->slots[cache->slot] = POP();
                NEXT();
            }
        }
        SAVE();
        CHECK(op_store_attribute(cache, value, TOP));
        sp--;
        NEXT();
    }
    OP(DELETE_ATTRIBUTE) {
        SAVE();
        CHECK(object_set_attribute(TOP, frame->code->names[D], 0));
        sp--;
        DROPPED();
        NEXT();
    }
    OP(LOAD_METHOD) {
        Cache *cache = CACHE_OF(D);
        value = POP();
        if (likely(value_is_object(value) && value_object(value)->type->version == cache->key &&
                   (cache->kind == CACHE_PLAIN_METHOD ||
                    (cache->kind == CACHE_METHOD &&
                     (uintptr_t)((Instance *)value_object(value))->attributes.shape == cache->key2)))) {
            sp[0] = ~cache->value;
            sp[1] = value;
            sp += 2;
            NEXT();
        }
        sp++;
        SAVE();
        sp--;
        CHECK(op_load_method(cache, value, sp));
        sp += 2;
        NEXT();
    }
    OP(LOAD_METHOD_LOCAL) {
        Cache *cache = CACHE_OF(E);
        value = fp[A];
        if (likely(value_is_object(value) && value && value_object(value)->type->version == cache->key &&
                   (cache->kind == CACHE_PLAIN_METHOD ||
                    (cache->kind == CACHE_METHOD &&
                     (uintptr_t)((Instance *)value_object(value))->attributes.shape == cache->key2)))) {
            sp[0] = ~cache->value;
            sp[1] = value;
            sp += 2;
            NEXT();
        }
        SAVE();
        CHECK(op_local_is_set(frame, A));
        CHECK(op_load_method(cache, value, sp));
        sp += 2;
        NEXT();
    }
    OP(LOAD_SUPER_ATTRIBUTE) {
        SAVE();
        CHECK(value = op_super_attribute(CACHE_OF(D), sp - 3));
        sp -= 3;
        PUSH(value);
        NEXT();
    }
    OP(LOAD_SUPER_METHOD) {
        Value out[2];
        SAVE();
        CHECK(op_super_method(CACHE_OF(D), sp - 3, out));
        sp[-3] = out[0];
        sp[-2] = out[1];
        sp--;
        NEXT();
    }

// Operand forms of fused instructions: the two operands, how many of them lie on the stack, where the result goes.
#define FORM_SS(use) { Value left = sp[-2], right = sp[-1]; use(left, right, 2) }
#define FORM_SK(use) { Value left = sp[-1], right = constants[B]; use(left, right, 1) }
#define FORM_SL(use) { Value left = sp[-1], right = fp[B]; use(left, right, 1) }
#define FORM_LL(use) { Value left = fp[A], right = fp[B]; use(left, right, 0) }
#define FORM_LK(use) { Value left = fp[A], right = constants[B]; use(left, right, 0) }
#define FORM_LS(use) { Value left = fp[A], right = sp[-1]; use(left, right, 1) }
#define FINISH(pops) sp -= (pops); if (C) fp[C - 1] = value; else PUSH(value); NEXT();

#define ITEM(left, right, pops) \
    value = fast_item(left, right); \
    if (unlikely(!value)) { SAVE(); CHECK(value = op_load_item(frame, i, left, right)); } \
    FINISH(pops)
    OP(LOAD_ITEM_SS) FORM_SS(ITEM)
    OP(LOAD_ITEM_SK) FORM_SK(ITEM)
    OP(LOAD_ITEM_SL) FORM_SL(ITEM)
    OP(LOAD_ITEM_LL) FORM_LL(ITEM)
    OP(LOAD_ITEM_LK) FORM_LK(ITEM)
    OP(LOAD_ITEM_LS) FORM_LS(ITEM)
    OP(LOAD_SLICE) {
        SAVE();
        CHECK(value = op_load_slice(sp[-3], sp[-2], sp[-1]));
        sp -= 3;
        PUSH(value);
        NEXT();
    }
#define STORE(container, key, pops) { \
        Value into = (container), at = (key); \
        if (unlikely(!fast_store_item(into, at, value))) { \
            SAVE(); \
            CHECK(op_store_item_checked(frame, i, into, at, value)); \
        } \
        sp -= (pops); \
        NEXT(); \
    }
    OP(STORE_ITEM) {
        value = sp[-3];
        if (unlikely(!fast_store_item(sp[-2], sp[-1], value))) {
            SAVE();
            CHECK(op_store_item(sp[-2], sp[-1], value));
        }
        sp -= 3;
        NEXT();
    }
    OP(STORE_ITEM_LL) value = sp[-1]; STORE(fp[A], fp[B], 1)
    OP(STORE_ITEM_LK) value = sp[-1]; STORE(fp[A], constants[B], 1)
    OP(STORE_ITEM_LS) value = sp[-2]; STORE(fp[A], sp[-1], 2)
    OP(DELETE_ITEM) SAVE(); CHECK(object_set_item(sp[-2], sp[-1], 0)); sp -= 2; DROPPED(); NEXT();
    OP(UPDATE_ITEM_LL) {
        SAVE();
        CHECK(op_update_item(frame, i, fp[A], fp[B], (BinaryOp)C, TOP));
        sp--;
        NEXT();
    }
    OP(UPDATE_ITEM_LK) {
        SAVE();
        CHECK(op_update_item(frame, i, fp[A], constants[B], (BinaryOp)C, TOP));
        sp--;
        NEXT();
    }
    OP(FINISH_ITEM_LL) {
        SAVE();
        CHECK(op_finish_item(frame, i, fp[A], fp[B], (BinaryOp)C, sp[-2], sp[-1]));
        sp -= 2;
        NEXT();
    }

    // ---------------------------------------------------------------------------------------- operators
    OP(BINARY) {
        SAVE();
        CHECK(value = op_binary(frame, i, (BinaryOp)A, sp[-2], sp[-1]));
        sp--;
        TOP = value;
        NEXT();
    }
#define BINARY_BODY(fast, op, left, right, pops) \
    value = fast(left, right); \
    if (unlikely(!value)) { SAVE(); CHECK(value = op_binary(frame, i, op, left, right)); } \
    FINISH(pops)
#define BINARY_OPS(name, fast) \
    OP(name##_SS) FORM_SS(name##_BODY) OP(name##_SK) FORM_SK(name##_BODY) OP(name##_SL) FORM_SL(name##_BODY) \
    OP(name##_LL) FORM_LL(name##_BODY) OP(name##_LK) FORM_LK(name##_BODY) OP(name##_LS) FORM_LS(name##_BODY)
#define ADD_BODY(l, r, pops) BINARY_BODY(fast_add, BINARY_ADD, l, r, pops)
#define SUB_BODY(l, r, pops) BINARY_BODY(fast_sub, BINARY_SUB, l, r, pops)
#define MUL_BODY(l, r, pops) BINARY_BODY(fast_mul, BINARY_MUL, l, r, pops)
#define TRUEDIV_BODY(l, r, pops) BINARY_BODY(fast_truediv, BINARY_TRUEDIV, l, r, pops)
#define FLOORDIV_BODY(l, r, pops) BINARY_BODY(fast_floordiv, BINARY_FLOORDIV, l, r, pops)
#define MOD_BODY(l, r, pops) BINARY_BODY(fast_mod, BINARY_MOD, l, r, pops)
#define LSHIFT_BODY(l, r, pops) BINARY_BODY(fast_lshift, BINARY_LSHIFT, l, r, pops)
#define RSHIFT_BODY(l, r, pops) BINARY_BODY(fast_rshift, BINARY_RSHIFT, l, r, pops)
#define AND_BODY(l, r, pops) BINARY_BODY(fast_and, BINARY_AND, l, r, pops)
#define XOR_BODY(l, r, pops) BINARY_BODY(fast_xor, BINARY_XOR, l, r, pops)
#define OR_BODY(l, r, pops) BINARY_BODY(fast_or, BINARY_OR, l, r, pops)
    BINARY_OPS(ADD, fast_add)
    BINARY_OPS(SUB, fast_sub)
    BINARY_OPS(MUL, fast_mul)
    BINARY_OPS(TRUEDIV, fast_truediv)
    BINARY_OPS(FLOORDIV, fast_floordiv)
    BINARY_OPS(MOD, fast_mod)
    BINARY_OPS(LSHIFT, fast_lshift)
    BINARY_OPS(RSHIFT, fast_rshift)
    BINARY_OPS(AND, fast_and)
    BINARY_OPS(XOR, fast_xor)
    BINARY_OPS(OR, fast_or)
    OP(UNARY) {
        if (A == UNARY_NEG && (value = fast_neg(TOP))) {
            TOP = value;
            NEXT();
        }
        SAVE();
        CHECK(value = object_unary((UnaryOp)A, TOP));
        TOP = value;
        NEXT();
    }
    OP(NOT) {
        SAVE();
        int truth = object_truth(TOP);
        CHECK(truth >= 0);
        TOP = bool_value(!truth);
        NEXT();
    }
    OP(COMPARE) {
        SAVE();
        CHECK(value = object_compare(sp[-2], sp[-1], (CompareOp)A));
        sp--;
        TOP = value;
        NEXT();
    }
    OP(IS) {
        bool same = values_identical(sp[-2], sp[-1]);
        sp--;
        TOP = bool_value(same != (D != 0));
        NEXT();
    }
    OP(CONTAINS) {
        SAVE();
        int found = object_contains(sp[-1], sp[-2]);
        CHECK(found >= 0);
        sp--;
        TOP = bool_value(found != (int)D);
        NEXT();
    }

    // ---------------------------------------------------------------------------------------- jumps
    OP(JUMP) {
        POLL();
        ip += D_SIGNED;
        NEXT();
    }
#define TRUTH(out, v) do { \
        if (likely((v) == TRUE)) out = 1; \
        else if ((v) == FALSE || (v) == NONE) out = 0; \
        else if (value_is_small(v)) out = (v) != SMALL(0); \
        else { SAVE(); out = object_truth(v); CHECK(out >= 0); } \
    } while (0)
    OP(JUMP_IF_TRUE) {
        int truth;
        value = TOP;
        TRUTH(truth, value);
        POLL();
        sp--;
        if (truth) ip += D_SIGNED;
        NEXT();
    }
    OP(JUMP_IF_FALSE) {
        int truth;
        value = TOP;
        TRUTH(truth, value);
        sp--;
        if (!truth) ip += D_SIGNED;
        NEXT();
    }
    OP(JUMP_IF_TRUE_OR_POP) {
        int truth;
        value = TOP;
        TRUTH(truth, value);
        if (truth) ip += D_SIGNED; else sp--;
        NEXT();
    }
    OP(JUMP_IF_FALSE_OR_POP) {
        int truth;
        value = TOP;
        TRUTH(truth, value);
        if (truth) sp--; else ip += D_SIGNED;
        NEXT();
    }
    OP(JUMP_IF_NONE) POLL(); if (POP() == NONE) ip += D_SIGNED; NEXT();
    OP(JUMP_IF_NOT_NONE) POLL(); if (POP() != NONE) ip += D_SIGNED; NEXT();
    OP(JUMP_IF_TRUE_LOCAL) {
        int truth;
        value = fp[A];
        if (unlikely(!value)) { SAVE(); (void)!op_unset_local(frame, A); goto error; }
        TRUTH(truth, value);
        POLL();
        if (truth) ip += E_SIGNED;
        NEXT();
    }
    OP(JUMP_IF_FALSE_LOCAL) {
        int truth;
        value = fp[A];
        if (unlikely(!value)) { SAVE(); (void)!op_unset_local(frame, A); goto error; }
        TRUTH(truth, value);
        if (!truth) ip += E_SIGNED;
        NEXT();
    }
// C bit 0 is the truth at which to jump; the offset is in the next word, relative to the word behind that.
#define COMPARE_BODY(operator, op, left, right, pops) \
    int truth; \
    if (likely(both_small(left, right))) truth = (int64_t)left operator (int64_t)right; \
    else if (both_tagged_floats(left, right)) truth = float_untag(left) operator float_untag(right); \
    else { SAVE(); truth = op_compare_truth(frame, i, op, left, right); CHECK(truth >= 0); } \
    sp -= (pops); \
    if (truth == (int)(C & 1)) { POLL(); ip += instruction_d_signed(*ip); } \
    ip++; \
    NEXT();
#define COMPARE_OPS(name) \
    OP(name##_SS_JUMP) FORM_SS(name##_BODY) OP(name##_SK_JUMP) FORM_SK(name##_BODY) OP(name##_SL_JUMP) FORM_SL(name##_BODY) \
    OP(name##_LL_JUMP) FORM_LL(name##_BODY) OP(name##_LK_JUMP) FORM_LK(name##_BODY)
#define LT_BODY(l, r, pops) COMPARE_BODY(<, COMPARE_LT, l, r, pops)
#define LE_BODY(l, r, pops) COMPARE_BODY(<=, COMPARE_LE, l, r, pops)
#define EQ_BODY(l, r, pops) COMPARE_BODY(==, COMPARE_EQ, l, r, pops)
#define NE_BODY(l, r, pops) COMPARE_BODY(!=, COMPARE_NE, l, r, pops)
#define GT_BODY(l, r, pops) COMPARE_BODY(>, COMPARE_GT, l, r, pops)
#define GE_BODY(l, r, pops) COMPARE_BODY(>=, COMPARE_GE, l, r, pops)
    COMPARE_OPS(LT)
    COMPARE_OPS(LE)
    COMPARE_OPS(EQ)
    COMPARE_OPS(NE)
    COMPARE_OPS(GT)
    COMPARE_OPS(GE)

    // ---------------------------------------------------------------------------------------- loops
    OP(GET_ITER) SAVE(); CHECK(value = object_iter(TOP)); TOP = value; NEXT();
    OP(CHECK_ITERATOR) {                // the parameter of a generator expression, whatever it was called with
        SAVE();
        if (!type_of(TOP)->next) CHECK(raise_type_error("'%T' object is not an iterator", TOP));
        NEXT();
    }
    OP(FOR) {
        Value iterator = TOP;
        POLL();
        SAVE();
        if (type_of(iterator) == &generator_type && can_resume(iterator)) {
            CHECK(resume_inline(generator_of(iterator), NONE, FRAME_FOR));
            ENTER_FRAME();
            NEXT();
        }
        // `for a, b in d.items()`, enumerate(x), zip(x, y): the pair goes onto the stack without being a tuple first.
        if (gives_pairs(iterator) && ip[D_SIGNED] == instruction_make_d(OP_UNPACK, 2)) {
            if (pair_step(iterator, sp)) {
                sp += 2;
                ip += D_SIGNED + 1;
            } else {
                CHECK(!error_pending);
                sp--;
            }
            NEXT();
        }
        value = object_step(iterator);
        if (value) {
            if (type_of(iterator)->flags & TYPE_GIVES_ROWS && value != tuple_empty && ip[D_SIGNED] == instruction_make_d(OP_UNPACK, tuple_count(value))) {
                count = tuple_count(value);
                tuple_unpack_new(value, sp);
                sp += count;
                ip += D_SIGNED + 1;
                NEXT();
            }
            PUSH(value);
            ip += D_SIGNED;
        } else {
            CHECK(!error_pending);
            sp--;
        }
        NEXT();
    }
    OP(FOR_LOCAL) {
        Value iterator = TOP;
        Opcode better = specialised_for(iterator);
        if (better != OP_FOR_LOCAL) {
            ip--;
            *(Instruction *)ip = instruction_ae(better, A, E_SIGNED);
            NEXT();
        }
    for_local_generic:
        POLL();
        SAVE();
        value = object_step(TOP);
        if (value) {
            fp[A] = value;
            ip += E_SIGNED;
        } else {
            CHECK(!error_pending);
            sp--;
        }
        NEXT();
    }
    OP(FOR_LOCAL_RANGE) {
        if (unlikely(type_of(TOP) != &range_iterator_type)) goto for_local_generic;
        RangeIterator *iterator = (RangeIterator *)value_object(TOP);
        if (unlikely(iterator->remaining == 0)) {
            sp--;
            NEXT();
        }
        POLL();
        iterator->remaining--;
        fp[A] = small_value(iterator->current);
        iterator->current += iterator->step;
        ip += E_SIGNED;
        NEXT();
    }
    OP(FOR_LOCAL_LIST) {
        if (unlikely(type_of(TOP) != &list_iterator_type)) goto for_local_generic;
        ListIterator *iterator = (ListIterator *)value_object(TOP);
        if (unlikely(!iterator->list || iterator->index >= iterator->list->count)) {
            iterator->list = 0;
            sp--;
            NEXT();
        }
        POLL();
        fp[A] = iterator->list->items[iterator->index++];
        ip += E_SIGNED;
        NEXT();
    }
    OP(FOR_LOCAL_BYTES) {
        Type *type = type_of(TOP);
        if (unlikely(type != &bytes_iterator_type && type != &bytearray_iterator_type && type != &memory_iterator_type))
            goto for_local_generic;
        ByteIterator *iterator = (ByteIterator *)value_object(TOP);
        if (unlikely(!iterator->span || iterator->index >= iterator->span->size)) goto for_local_generic;
        POLL();
        fp[A] = SMALL(iterator->span->data[iterator->index++]);
        ip += E_SIGNED;
        NEXT();
    }
    OP(FOR_LOCAL_STR) {
        if (unlikely(type_of(TOP) != &str_ascii_iterator_type)) goto for_local_generic;
        StrIterator *iterator = (StrIterator *)value_object(TOP);
        if (unlikely(!iterator->text || iterator->offset >= str_size(iterator->text))) goto for_local_generic;
        POLL();
        fp[A] = VALUE(&str_latin1_objects[(uint8_t)str_data(iterator->text)[iterator->offset++]]);
        ip += E_SIGNED;
        NEXT();
    }
    OP(FOR_LOCAL_GENERATOR) {
        if (unlikely(type_of(TOP) != &generator_type || !can_resume(TOP))) goto for_local_generic;
        POLL();
        SAVE();
        CHECK(resume_inline(generator_of(TOP), NONE, FRAME_FOR));
        ENTER_FRAME();
        NEXT();
    }
    OP(POP_ITERATOR) sp--; DROPPED(); NEXT();

    // ---------------------------------------------------------------------------------------- calls
// A Python function called with as many arguments as it has parameters, all positional: the arguments stay where they are.
#define CALL_SIMPLE(callable, arguments, given, into) do { \
        Function *callee = function_of(callable); \
        Code *code = callee->code; \
        if (likely(callee->simple && (given) == code->positional_count && !(frame->flags & FRAME_GENERATOR) && \
                   frame_has_room(code, arguments))) { \
            Value *locals = (arguments); \
            frame->next = ip; \
            frame->top = sp; \
            function_fill(callee, locals, given); \
            frame = frame_push_unchecked(callee, locals, 0); \
            frame->result = (into); \
            ip = code->instructions; \
            fp = locals; \
            sp = locals + code->local_count; \
            constants = code->constants; \
            NEXT(); \
        } \
    } while (0)
    OP(CALL) {
        count = A;
        args = sp - count;
        value = args[-1];
        if (likely(value_is_object(value) && value_object(value)->type == &function_type)) CALL_SIMPLE(value, args, count, args - 1);
        POLL();
        SAVE();
        if (value_is_object(value) && value_object(value)->type == &native_type) {
            Native *native = (Native *)value_object(value);
            CHECK(value = op_call_native(CACHE_OF(E), native->def, native->self, args, count));
            args[-1] = value;
            sp = args;
            NEXT();
        }
        switch (call_any(frame, value, args, count, args - 1)) {
        case CALLED_FRAME:
            ENTER_FRAME();
            NEXT();
        case CALLED_VALUE:
            sp = args;
            NEXT();
        default:
            goto error;
        }
    }
    OP(CALL_METHOD) {
        count = A;
        args = sp - count;
        value = args[-2];
        Type *type = type_of(value);
        Value self = args[-1];
        if (!self) goto call_absent;
        if (likely(type == &function_type)) CALL_SIMPLE(value, args - 1, count + 1, args - 2);
        POLL();
        SAVE();
        if (type == &function_type) {
            CHECK(call_function(frame, function_of(value), args - 1, count + 1, args - 2) == CALLED_FRAME);
            ENTER_FRAME();
            NEXT();
        }
        if (type == &method_descriptor_type) {
            const MethodDef *def = ((MethodDescriptor *)value_object(value))->def;
            Cache *cache = CACHE_OF(E);
            if (likely(cache->key == (uintptr_t)def && cache->kind == CACHE_NATIVE)) value = def->function(self, args);
            else value = op_call_native(cache, def, self, args, count);
            CHECK(value);
            args[-2] = value;
            sp = args - 1;
            NEXT();
        }
        // Rare: another descriptor found in a class.
        CHECK(value = object_call(value, args - 1, count + 1, 0));
        args[-2] = value;
        sp = args - 1;
        NEXT();
    call_absent:
        POLL();
        SAVE();
        if (type == &native_type) {
            Native *native = (Native *)value_object(value);
            CHECK(value = op_call_native(CACHE_OF(E), native->def, native->self, args, count));
            args[-2] = value;
            sp = args - 1;
            NEXT();
        }
        switch (call_any(frame, value, args, count, args - 2)) {
        case CALLED_FRAME:
            ENTER_FRAME();
            NEXT();
        case CALLED_VALUE:
            sp = args - 1;
            NEXT();
        default:
            goto error;
        }
    }
    OP(CALL_KEYWORDS) {
        SAVE();
        count = D;
        args = sp - 1 - count;
        Value keywords = sp[-1], callable = args[-2];
        Value *result = args - 2;
        if (args[-1]) {
            args--;
            count++;
        }
        size_t positional = count - tuple_count(keywords);
        if (value_is(callable, &function_type)) {
            Value *locals = frame->flags & FRAME_GENERATOR ? frame->floor : args;
            CHECK(function_bind(function_of(callable), locals, args, positional, keywords));
            frame->top = args;          // the callee alone has them now
            CHECK(frame_push(function_of(callable), locals, 0));
            machine.frame->result = result;
            ENTER_FRAME();
            NEXT();
        }
        mem_before_call_out();
        CHECK(value = object_call(callable, args, positional, keywords));
        *result = value;
        sp = result + 1;
        NEXT();
    }
    OP(CALL_UNPACKED) {
        SAVE();
        if (value_is(sp[-3], &function_type)) {
            CHECK(op_enter_unpacked(frame, sp[-3], sp[-2], sp[-1]));
            sp[-2] = sp[-1] = 0;        // the callee alone has its arguments now
            machine.frame->result = sp - 3;
            ENTER_FRAME();
            NEXT();
        }
        mem_before_call_out();
        CHECK(value = op_call_unpacked(sp[-3], sp[-2], sp[-1]));
        sp -= 2;
        TOP = value;
        NEXT();
    }
    OP(RETURN_NONE) value = NONE; goto do_return;
    OP(RETURN) value = POP();
do_return: {
        uint32_t flags = frame->flags;
        Frame *back = frame->back;
        Value *result = frame->result;
        if (unlikely(flags)) {
            if (flags & FRAME_GENERATOR) goto generator_return;
            if (flags & FRAME_INIT) {
                if (unlikely(value != NONE)) {
                    SAVE();
                    (void)!raise_type_error("__init__() should return None, not '%T'", value);
                    goto error;
                }
                value = frame->instance;
            }
            if (unlikely(flags & FRAME_OBJECT)) {
                SAVE();
                frame_object_end(frame);
            }
            if (flags & FRAME_ENTRY) {
                frame_pop(frame);
                return value;
            }
        }
        machine.frame = back;
        machine.frame_top = frame;
        machine.depth--;
        frame = back;
        ip = frame->next;
        fp = frame->locals;
        constants = frame->code->constants;
        sp = result;
        PUSH(value);
        NEXT();
    }
    OP(MAKE_FUNCTION) {
        SAVE();
        uint32_t parts = D;
        size_t operands = 1 + (size_t)__builtin_popcount(parts & 15);
        CHECK(value = op_make_function(frame, TOP, parts, sp - operands));
        sp -= operands;
        PUSH(value);
        NEXT();
    }
    OP(SET_TYPE_PARAMS) {
        SAVE();
        CHECK(object_set_attribute(sp[-2], NAME(__type_params__), sp[-1]));
        sp--;
        NEXT();
    }
    OP(PRINT_RESULT) SAVE(); CHECK(op_print_result(TOP)); sp--; NEXT();

    // ---------------------------------------------------------------------------------------- building
#define BUILD(expression) { \
        SAVE(); \
        count = D; \
        CHECK(value = (expression)); \
        sp -= count; \
        PUSH(value); \
        NEXT(); \
    }
    OP(BUILD_TUPLE) BUILD(count ? tuple_new(sp - count, count) : tuple_empty)
    OP(BUILD_LIST) BUILD(list_new(sp - count, count))
    OP(BUILD_SET) BUILD(op_build_set(sp - count, count))
    OP(BUILD_STRING) BUILD(op_build_string(sp - count, count))
    OP(BUILD_DICT) {
        SAVE();
        CHECK(value = op_build_dict(sp - 2 * D, D));
        sp -= 2 * D;
        PUSH(value);
        NEXT();
    }
    OP(BUILD_SLICE) BUILD(count == 3 ? slice_new(sp[-3], sp[-2], sp[-1]) : slice_new(sp[-2], sp[-1], NONE))
#define INTO sp[-1 - (ptrdiff_t)D]
    OP(LIST_APPEND) SAVE(); CHECK(list_append(INTO, TOP)); sp--; NEXT();
    OP(SET_ADD) SAVE(); CHECK(set_add(INTO, TOP)); sp--; NEXT();
    OP(DICT_ADD) SAVE(); CHECK(dict_set(sp[-2 - (ptrdiff_t)D], sp[-2], sp[-1])); sp -= 2; NEXT();
    OP(LIST_EXTEND) SAVE(); CHECK(op_list_extend(INTO, TOP)); sp--; NEXT();
    OP(SET_UPDATE) SAVE(); CHECK(set_update(INTO, TOP)); sp--; NEXT();
    OP(DICT_UPDATE) SAVE(); CHECK(op_dict_update(INTO, TOP)); sp--; NEXT();
    OP(DICT_MERGE) SAVE(); CHECK(dict_merge_keywords(INTO, TOP, sp[-3 - (ptrdiff_t)D])); sp--; NEXT();
    OP(LIST_TO_TUPLE) SAVE(); CHECK(value = list_to_tuple(TOP)); TOP = value; NEXT();
    OP(FORMAT) {
        SAVE();
        Value spec = D & 1 ? sp[-1] : 0;
        size_t operands = 1 + (D & 1);
        CHECK(value = op_format(sp[-(ptrdiff_t)operands], spec, D >> 1));
        sp -= operands;
        PUSH(value);
        NEXT();
    }
    OP(BUILD_INTERPOLATION) {
        SAVE();
        size_t operands = 2 + (D & 1);
        args = sp - operands;
        CHECK(value = op_build_interpolation(args[0], args[1], D & 1 ? args[2] : 0, D >> 1));
        sp = args;
        PUSH(value);
        NEXT();
    }
    OP(BUILD_TEMPLATE) SAVE(); CHECK(value = op_build_template(sp[-2], sp[-1])); sp--; TOP = value; NEXT();

    // ---------------------------------------------------------------------------------------- unpacking and matching
    OP(UNPACK) {
        count = D;
        value = TOP;
        SAVE();
        sp--;
        if (value_is(value, &tuple_type) && tuple_count(value) == count) {
            for (size_t k = count; k-- > 0;) PUSH(tuple_get(value, k));
            NEXT();
        }
        CHECK(op_unpack(value, count, sp));
        sp += count;
        NEXT();
    }
    OP(UNPACK_STARRED) {
        SAVE();
        value = POP();
        CHECK(op_unpack_starred(value, A, E, sp));
        sp += A + E + 1;
        NEXT();
    }
    OP(MATCH_SEQUENCE) value = bool_value(value_has(TOP, TYPE_SEQUENCE_PATTERN)); PUSH(value); NEXT();
    OP(MATCH_MAPPING) value = bool_value(value_has(TOP, TYPE_MAPPING_PATTERN)); PUSH(value); NEXT();
    OP(MATCH_KEYS) SAVE(); CHECK(value = op_match_keys(sp[-2], sp[-1])); PUSH(value); NEXT();
    OP(MATCH_CLASS) SAVE(); CHECK(value = op_match_class(sp[-3], sp[-2], sp[-1], D)); sp -= 2; TOP = value; NEXT();
    OP(GET_LENGTH) {
        SAVE();
        ptrdiff_t length = object_length(TOP);
        CHECK(length >= 0);
        PUSH(SMALL(length));
        NEXT();
    }
    OP(COPY_MAPPING_WITHOUT) SAVE(); CHECK(value = op_copy_mapping_without(sp[-2], sp[-1])); sp--; TOP = value; NEXT();

    // ---------------------------------------------------------------------------------------- exceptions and with
    OP(PUSH_HANDLED) {
        value = TOP;
        Value previous = error_handled;
        // What the resumer handles is not the generator's to come back to.
        if (frame->flags & FRAME_GENERATOR && generator_of_frame(frame)->handling++ == 0) previous = 0;
        TOP = previous;
        PUSH(value);
        error_handled = value;
        NEXT();
    }
    OP(POP_HANDLED) {
        value = POP();
        if (frame->flags & FRAME_GENERATOR && --generator_of_frame(frame)->handling == 0)
            value = generator_of_frame(frame)->outer_handled;
        error_handled = value;
        NEXT();
    }
    OP(MATCH_EXCEPTION) {
        SAVE();
        int matches = op_match_exception(sp[-2], sp[-1]);
        CHECK(matches >= 0);
        TOP = bool_value(matches);
        NEXT();
    }
    OP(MATCH_EXCEPTION_GROUP) SAVE(); CHECK(op_match_group(sp - 2)); NEXT();
    OP(FINISH_EXCEPT_STAR) SAVE(); CHECK(value = op_finish_except_star(sp[-2], sp[-1])); sp--; TOP = value; NEXT();
    OP(RAISE) {
        SAVE();
        bool again = D == 0 && error_handled;           // has an entry for this frame already
        (void)!op_raise(D == 0 ? 0 : D == 1 ? sp[-1] : sp[-2], D == 2 ? sp[-1] : 0);
        if (again) goto unwind;
        goto error;
    }
    OP(RERAISE) {
        SAVE();
        error_set(TOP);
        goto unwind;
    }
    OP(ENTER_WITH) {
        Value out[2];
        SAVE();
        CHECK(op_enter_with(TOP, out));
        TOP = out[0];
        PUSH(out[1]);
        NEXT();
    }
    OP(EXIT_WITH) {
        Value none[3] = {NONE, NONE, NONE};
        SAVE();
        CHECK(object_call(TOP, none, 3, 0));
        sp--;
        NEXT();
    }
    OP(EXIT_WITH_EXCEPTION) SAVE(); CHECK(value = op_exit_with_exception(sp[-3], sp[-1])); PUSH(value); NEXT();
    OP(ENTER_ASYNC_WITH) {
        Value out[2];
        SAVE();
        CHECK(op_enter_async_with(TOP, out));
        TOP = out[0];
        PUSH(out[1]);
        NEXT();
    }
    OP(EXIT_ASYNC_WITH) {
        Value none[3] = {NONE, NONE, NONE};
        SAVE();
        CHECK(value = object_call(TOP, none, 3, 0));
        TOP = value;
        NEXT();
    }

    // ---------------------------------------------------------------------------------------- generators and coroutines
    OP(RETURN_GENERATOR) SAVE(); CHECK(value = generator_new(frame)); goto do_return;
    OP(YIELD) {
        value = POP();
        SAVE();
        Generator *generator = generator_of_frame(frame);
        generator->yields_from = D;
        uint32_t flags = frame->flags;
        generator_leave(generator, GENERATOR_SUSPENDED);
        if (flags & FRAME_ENTRY) return value;
        ENTER_FRAME();
        if (flags & FRAME_SEND) {
            TOP = value;
            NEXT();
        }
        i = ip[-1];
        if ((i & 0xff) == OP_FOR) {
            PUSH(value);
            ip += D_SIGNED;
        } else {
            fp[A] = value;
            ip += E_SIGNED;
        }
        NEXT();
    }
generator_return: {
        SAVE();
        uint32_t flags = frame->flags;
        generator_leave(generator_of_frame(frame), GENERATOR_DONE);
        if (flags & FRAME_ENTRY) return value;
        ENTER_FRAME();
        if (flags & FRAME_SEND) {
            sp--;
            TOP = value;
            ip += instruction_d_signed(ip[-1]);
        } else {
            sp--;
        }
        NEXT();
    }
    OP(WRAP_ASYNC) SAVE(); CHECK(value = async_wrap(TOP)); TOP = value; NEXT();
    OP(GET_YIELD_FROM_ITER) SAVE(); CHECK(value = op_yield_from_iter(frame, TOP)); TOP = value; NEXT();
    OP(GET_AWAITABLE) SAVE(); CHECK(value = awaitable_iter(TOP, (int)D)); TOP = value; NEXT();
    OP(GET_AITER) SAVE(); CHECK(value = op_get_aiter(TOP)); TOP = value; NEXT();
    OP(GET_ANEXT) SAVE(); CHECK(value = op_get_anext(TOP)); PUSH(value); NEXT();
    OP(END_ASYNC_FOR) {
        SAVE();
        value = TOP;
        if (!object_is_instance(value, &StopAsyncIteration_type)) {
            error_set(value);
            goto unwind;
        }
        sp -= 2;
        NEXT();
    }
    OP(SEND) {
        Value receiver = sp[-2], result = 0;
        POLL();
        SAVE();
        if (can_resume(receiver)) {
            CHECK(resume_inline(generator_of(receiver), TOP, FRAME_SEND));
            ENTER_FRAME();
            NEXT();
        }
        value = op_send(receiver, TOP, &result);
        if (value) {
            TOP = value;
        } else {
            CHECK(result);
            sp--;
            TOP = result;
            ip += D_SIGNED;
        }
        NEXT();
    }
    OP(STOP_ITERATION_ERROR) SAVE(); (void)!op_stop_iteration_error(frame, TOP); goto unwind;

    // ---------------------------------------------------------------------------------------- imports, type parameters
    OP(IMPORT_NAME) {
        SAVE();
        CHECK(value = op_import_name(frame, frame->code->names[D], sp[-2], sp[-1]));
        sp--;
        TOP = value;
        NEXT();
    }
    OP(IMPORT_FROM) SAVE(); CHECK(value = op_import_from(TOP, frame->code->names[D])); PUSH(value); NEXT();
    OP(IMPORT_STAR) SAVE(); CHECK(op_import_star(frame, TOP)); sp--; NEXT();
    OP(IMPORT_AS) SAVE(); CHECK(value = op_import_from(TOP, frame->code->names[D])); TOP = value; NEXT();
    OP(SUBSCRIPT_GENERIC) SAVE(); CHECK(value = op_subscript_generic(TOP)); TOP = value; NEXT();
    OP(MAKE_TYPE_PARAM) {
        SAVE();
        size_t operands = 2 + (D & 4 ? 1 : 0);
        args = sp - operands;
        CHECK(value = op_make_type_param(args[0], args[1], D & 4 ? args[2] : 0, D & 3));
        sp = args;
        PUSH(value);
        NEXT();
    }
    OP(MAKE_TYPE_ALIAS) SAVE(); CHECK(value = op_make_type_alias(sp[-3], sp[-2], sp[-1])); sp -= 2; TOP = value; NEXT();

op_invalid:
    SAVE();
    (void)!raise_format(&SystemError_type, "unknown opcode %d", (int)(i & 0xff));
    goto error;

    // ---------------------------------------------------------------------------------------- exceptions
unset_local:
    SAVE();
    (void)!op_unset_local(frame, D);
error:
    op_add_traceback(frame);
unwind:
    for (;;) {
        Code *code = frame->code;
        size_t at = frame_index(frame);
        const Handler *handler = code->handlers, *end = handler + code->handler_count;
        while (handler < end && !(handler->start <= at && at < handler->end)) handler++;
        if (handler < end) {
            ip = code->instructions + handler->target;
            fp = frame->locals;
            constants = code->constants;
            sp = fp + code->local_count + handler->depth;
            PUSH(error_take());
            NEXT();
        }
        uint32_t flags = frame->flags;
        if (flags & FRAME_GENERATOR) {
            generator_leave(generator_of_frame(frame), GENERATOR_DONE);
        } else {
            if (flags & FRAME_OBJECT) frame_object_end(frame);
            frame_pop(frame);
        }
        if (flags & FRAME_ENTRY) {
            if (!(flags & FRAME_GENERATOR)) error_handled = handled_before;         // generator_leave has done so
            return 0;
        }
        frame = machine.frame;
        op_add_traceback(frame);
    }
}

// Tells the memory where on the C stack this run's frame is: below the registers of the callers, which are saved here.
__attribute__((noinline)) Value machine_run_raising(Frame *frame, Value exception) {
    MEM_INNER_BEGIN();
    MemRun run_on_stack = {.outer = mem_runs, .low = mem_youngest, .high = mem_youngest};
    mem_runs = &run_on_stack;
    Value result = run(frame, exception);
    mem_runs = run_on_stack.outer;
    MEM_INNER_END();
    return result;
}

Value machine_run(Frame *frame) { return machine_run_raising(frame, 0); }
