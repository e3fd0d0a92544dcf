// code: the type of code objects, and the tables that are generated from opcodes.def.
#include "vm/code.h"
#include "objects/error.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/bytes.h"
#include "vm/code_parts.h"

const char *const opcode_names[OP_COUNT] = {
#define OPCODE(name, operands, pops, pushes, picture) [OP_##name] = #name,
#include "vm/opcodes.def"
#undef OPCODE
};

const uint8_t opcode_operands[OP_COUNT] = {
#define OPCODE(name, operands, pops, pushes, picture) [OP_##name] = OPERANDS_##operands,
#include "vm/opcodes.def"
#undef OPCODE
};

#define OPERANDS_AS_NUMBERS(i)                                                                               \
    const int A = (int)instruction_a(i), C = (int)instruction_c(i), D = (int)instruction_d(i),               \
              E = (int)instruction_e(i);                                                                     \
    (void)A, (void)C, (void)D, (void)E

int instruction_pops(Instruction i) {
    OPERANDS_AS_NUMBERS(i);
    switch (instruction_opcode(i)) {
#define OPCODE(name, operands, pops, pushes, picture) case OP_##name: return pops;
#include "vm/opcodes.def"
#undef OPCODE
    case OP_COUNT: break;
    }
    return 0;
}

int instruction_pushes(Instruction i) {
    OPERANDS_AS_NUMBERS(i);
    switch (instruction_opcode(i)) {
#define OPCODE(name, operands, pops, pushes, picture) case OP_##name: return pushes;
#include "vm/opcodes.def"
#undef OPCODE
    case OP_COUNT: break;
    }
    return 0;
}

// ---------------------------------------------------------------------------------------------------- slots

static Value code_repr(Value self) {
    Code *code = code_of(self);
    return str_format("<code object %S at %p, file \"%S\", line %d>", code->name, self,
                      code->file_name, code->first_line);
}

// ------------------------------------------------------------------------------------------------ attributes

static size_t parameter_count(const Code *code) {
    return (size_t)code->positional_count + code->keyword_only_count + !!(code->flags & CODE_VARARGS) +
           !!(code->flags & CODE_VARKEYWORDS);
}

// The names of locals that `wanted` accepts, in the order of their slots.
static Value local_names_where(Code *code, bool (*wanted)(const Code *code, size_t slot)) {
    size_t count = 0;
    for (size_t i = 0; i < code->local_count; i++) count += wanted(code, i);
    Value names = tuple_new(0, count);
    if (!names) return 0;
    for (size_t i = 0, at = 0; i < code->local_count; i++)
        if (wanted(code, i)) tuple_of(names)->items[at++] = code->local_names[i];
    return names;
}

// A variable of an inlined comprehension counts once with one of the same name outside.
static bool is_variable(const Code *code, size_t slot) {
    if (slot < parameter_count(code)) return true;
    if (code->local_kinds[slot] != LOCAL_PLAIN) return false;
    for (size_t i = 0; i < slot; i++)
        if (code->local_names[i] == code->local_names[slot] && code->local_kinds[i] == LOCAL_PLAIN)
            return false;
    return true;
}
static bool is_cell(const Code *code, size_t slot) { return code->local_kinds[slot] == LOCAL_CELL; }
static bool is_free(const Code *code, size_t slot) { return code->local_kinds[slot] == LOCAL_FREE; }

static Value code_get_name(Value self) { return code_of(self)->name; }
static Value code_get_qualname(Value self) { return code_of(self)->qualified_name; }
static Value code_get_filename(Value self) { return code_of(self)->file_name; }
static Value code_get_firstlineno(Value self) { return SMALL(code_of(self)->first_line); }
static Value code_get_argcount(Value self) { return SMALL(code_of(self)->positional_count); }
static Value code_get_posonlyargcount(Value self) { return SMALL(code_of(self)->positional_only_count); }
static Value code_get_kwonlyargcount(Value self) { return SMALL(code_of(self)->keyword_only_count); }
static Value code_get_flags(Value self) { return SMALL(code_of(self)->flags); }
static Value code_get_stacksize(Value self) { return SMALL(code_of(self)->stack_size); }
static Value code_get_varnames(Value self) { return local_names_where(code_of(self), is_variable); }
static Value code_get_cellvars(Value self) { return local_names_where(code_of(self), is_cell); }
static Value code_get_freevars(Value self) { return local_names_where(code_of(self), is_free); }
static Value code_get_names(Value self) { return tuple_new(code_of(self)->names, code_of(self)->name_count); }
static Value code_get_consts(Value self) {
    const Code *code = code_of(self);
    size_t first = code_first_constant(code);
    Value all = tuple_new(0, first + code->constant_count);
    if (!all) return 0;
    if (first) tuple_of(all)->items[0] = code->doc;
    memcpy(tuple_of(all)->items + first, code->constants, code->constant_count * sizeof(Value));
    return all;
}

static Value code_get_nlocals(Value self) {
    Code *code = code_of(self);
    int count = 0;
    for (size_t i = 0; i < code->local_count; i++) count += is_variable(code, i);
    return SMALL(count);
}

static Value code_get_code(Value self) {
    return bytes_new(code_of(self)->instructions, code_of(self)->count * sizeof(Instruction));
}

static const MethodDef code_methods[] = {
    METHOD("__replace__", (NativeFunction)(void *)code_py_replace, NATIVE_RAW, "The same as replace()."),
    METHOD("co_lines", code_py_lines, "", "Iterate over (start, end, line) for the instructions."),
    METHOD("co_positions", code_py_positions, "", "Iterate over (line, end line, column, end column), one for each instruction."),
    METHOD("replace", (NativeFunction)(void *)code_py_replace, NATIVE_RAW, "A copy with other values of some attributes."),
    METHODS_END
};

static const AttributeDef code_attributes[] = {
    MEMBER("co_name", code_get_name, 0),
    MEMBER("co_qualname", code_get_qualname, 0),
    MEMBER("co_filename", code_get_filename, 0),
    MEMBER("co_firstlineno", code_get_firstlineno, 0),
    MEMBER("co_argcount", code_get_argcount, 0),
    MEMBER("co_posonlyargcount", code_get_posonlyargcount, 0),
    MEMBER("co_kwonlyargcount", code_get_kwonlyargcount, 0),
    MEMBER("co_nlocals", code_get_nlocals, 0),
    {"co_varnames", code_get_varnames, 0, 0},
    {"co_cellvars", code_get_cellvars, 0, 0},
    {"co_freevars", code_get_freevars, 0, 0},
    MEMBER("co_names", code_get_names, 0),
    MEMBER("co_consts", code_get_consts, 0),
    MEMBER("co_flags", code_get_flags, 0),
    MEMBER("co_stacksize", code_get_stacksize, 0),
    {"co_code", code_get_code, 0, 0},
    {0, 0, 0, 0},
};

Type code_type = {
    .head = {&type_type},
    .name = "code",
    .doc = "What a module, a class body or a function was compiled to.",
    .size = sizeof(Code),
    .flags = TYPE_NO_NEW | TYPE_WEAK,
    .repr = code_repr,
    .hash = code_hash,
    .compare = code_compare,
    .methods = code_methods,
    .attributes = code_attributes,
};
