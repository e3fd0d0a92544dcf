// Code: one compiled block (module, class body, function, comprehension, lambda): instructions and what they refer to.
// Made by the compiler, never changed afterwards, but for the inline caches and for instructions that rewrite
// themselves into specialised forms.
#pragma once
#include "objects/object.h"
#include "objects/str.h"

typedef uint32_t Instruction;

typedef enum {
#define OPCODE(name, operands, pops, pushes, picture) OP_##name,
#include "vm/opcodes.def"
#undef OPCODE
    OP_COUNT
} Opcode;

static inline Opcode instruction_opcode(Instruction i) { return (Opcode)(i & 0xff); }
static inline uint32_t instruction_a(Instruction i) { return i >> 8 & 0xff; }
static inline uint32_t instruction_b(Instruction i) { return i >> 16 & 0xff; }
static inline uint32_t instruction_c(Instruction i) { return i >> 24; }
static inline uint32_t instruction_e(Instruction i) { return i >> 16; }
static inline int32_t instruction_e_signed(Instruction i) { return (int32_t)i >> 16; }
static inline uint32_t instruction_d(Instruction i) { return i >> 8; }
static inline int32_t instruction_d_signed(Instruction i) { return (int32_t)i >> 8; }
static inline Instruction instruction_abc(Opcode op, uint32_t a, uint32_t b, uint32_t c) {
    return (uint32_t)op | a << 8 | b << 16 | c << 24;
}
static inline Instruction instruction_ae(Opcode op, uint32_t a, int32_t e) { return (uint32_t)op | a << 8 | (uint32_t)e << 16; }
static inline Instruction instruction_make_d(Opcode op, int32_t d) { return (uint32_t)op | (uint32_t)d << 8; }

// Where an instruction came from; parallel to the instructions. Columns in bytes, COLUMN_UNKNOWN when too large to say.
#define COLUMN_UNKNOWN 0xffff
typedef struct {
    int32_t line;                   // 0: artificial, no line of its own
    uint16_t inplace : 1;           // a binary form that is an augmented assignment
    uint16_t more_lines : 15;       // end line - line
    uint16_t column, end_column;
} Position;

// An exception raised by an instruction in [start, end) goes to `target` with the stack cut to `depth` values.
// Rows are ordered innermost first: the first that fits is taken.
typedef struct {
    uint32_t start, end, target;    // instruction indices
    uint32_t depth;                 // values on the evaluation stack (locals not counted)
} Handler;

// An inline cache: what one site saw last. Names are fixed, the rest is the VM's.
typedef struct {
    Value name;                     // interned str; 0 for a call site
    uint64_t key, key2;             // shape address and type version, dict versions ... by the kind of site
    Value value;                    // shape; method or class attribute, inverted: a site does not keep what its class has lost
    uint32_t slot;
    uint32_t kind;                  // what the fields mean; 0: empty
    uint32_t misses;
} Cache;

enum CodeFlags {                    // inspect.CO_*
    CODE_OPTIMIZED = 1, CODE_NEWLOCALS = 2, CODE_VARARGS = 4, CODE_VARKEYWORDS = 8, CODE_NESTED = 16, CODE_GENERATOR = 32,
    CODE_COROUTINE = 128, CODE_ITERABLE_COROUTINE = 256, CODE_ASYNC_GENERATOR = 512, CODE_FUTURE_ANNOTATIONS = 0x1000000,
    CODE_HAS_DOCSTRING = 0x4000000, CODE_METHOD = 0x8000000,
};

// Locals of a frame, in this order: parameters (positional, then keyword-only, then *args, then **kwargs), other local
// variables (those that are cells among them too: MAKE_CELL turns the slot into one), those of inlined comprehensions
// (their names may occur before), hidden ones, free variables (cells taken
// from the function's closure when it is called), then the evaluation stack.
typedef struct Code {
    Object head;
    Instruction *instructions;
    uint32_t count;
    uint32_t local_count;           // slots of locals, free variables included
    uint32_t stack_size;            // greatest depth of the evaluation stack
    uint32_t flags;
    uint32_t positional_count;      // parameters that may be positional, positional-only ones included (co_argcount)
    uint32_t positional_only_count;
    uint32_t keyword_only_count;
    uint32_t free_count;            // the last free_count locals are free variables
    uint32_t constant_count, name_count, cache_count, handler_count;
    Value *constants;
    Value *names;                   // interned str
    Cache *caches;
    Handler *handlers;
    Position *positions;
    Value *local_names;             // local_count interned str
    uint8_t *local_kinds;           // LOCAL_PLAIN ... for co_varnames, co_cellvars, co_freevars
    Value file_name, name, qualified_name;      // str
    Value doc;                      // docstring or NONE
    int first_line;
    Value weak_frame_names;         // unused by the compiler
} Code;
enum { LOCAL_PLAIN, LOCAL_CELL, LOCAL_FREE, LOCAL_HIDDEN };     // HIDDEN: has no name in the program

// co_consts begins with the docstring, if there is one.
static inline size_t code_first_constant(const Code *code) { return (code->flags & CODE_HAS_DOCSTRING) != 0; }
extern Type code_type;
static inline Code *code_of(Value v) { return (Code *)value_object(v); }

extern const char *const opcode_names[OP_COUNT];
typedef enum {                      // operand kinds of opcodes.def
    OPERANDS_NONE, OPERANDS_NUMBER, OPERANDS_CONST, OPERANDS_LOCAL, OPERANDS_NAME, OPERANDS_JUMP, OPERANDS_CACHE,
    OPERANDS_LOCAL_CACHE, OPERANDS_COUNT_CACHE, OPERANDS_LOCAL_JUMP, OPERANDS_OPERATOR, OPERANDS_COMPARE, OPERANDS_UNARY,
    OPERANDS_PAIR, OPERANDS_SS, OPERANDS_SK, OPERANDS_SL, OPERANDS_LL, OPERANDS_LK, OPERANDS_LS,
    OPERANDS_LL_OPERATOR, OPERANDS_LK_OPERATOR,
    OPERANDS_SS_JUMP, OPERANDS_SK_JUMP, OPERANDS_SL_JUMP, OPERANDS_LL_JUMP, OPERANDS_LK_JUMP,
} OperandKind;
extern const uint8_t opcode_operands[OP_COUNT];
int instruction_pops(Instruction i);            // values taken from the stack
int instruction_pushes(Instruction i);          // values left there (SEND and FOR: when they do not jump out)

// The position of instruction `index`, for tracebacks: a second word of a fused jump has its first one's.
static inline Position *code_position(Code *code, size_t index) { return &code->positions[index]; }
