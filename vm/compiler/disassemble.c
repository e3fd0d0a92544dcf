// Disassemble: the instructions of a code object as text, one printer for each kind of operands.
#include "objects/tuple.h"
#include "vm/compiler/compiler.h"

typedef struct {
    Code *code;
    uint32_t index;                 // of the instruction
    Instruction word;
    StrBuilder *out;
} Line;

static void print_local(Line *line, uint32_t slot) {
    if (slot < line->code->local_count)
        str_builder_add_format(line->out, " %S", line->code->local_names[slot]);
    else str_builder_add_format(line->out, " local %d", (int)slot);
}

static void print_constant(Line *line, uint32_t index) {
    str_builder_add_char(line->out, ' ');
    if (index < line->code->constant_count) str_builder_add_repr(line->out, line->code->constants[index]);
    else str_builder_add_format(line->out, "constant %d", (int)index);
}

static void print_cache(Line *line, uint32_t index) {
    if (index < line->code->cache_count && line->code->caches[index].name)
        str_builder_add_format(line->out, " %S", line->code->caches[index].name);
    str_builder_add_format(line->out, " [%d]", (int)index);
}

static void print_target(Line *line, int32_t offset) {
    str_builder_add_format(line->out, " to %d", (int)line->index + 1 + offset);
}

static void print_number(Line *line, uint32_t number) {
    str_builder_add_format(line->out, " %d", (int)number);
}

// Destination or flag of a fused form.
static void print_result(Line *line) {
    uint32_t result = instruction_c(line->word);
    if (!result) return;
    str_builder_add_c(line->out, " ->");
    print_local(line, result - 1);
}

static void print_none(Line *line) { (void)line; }
static void print_d(Line *line) { print_number(line, instruction_d(line->word)); }
static void print_const(Line *line) { print_constant(line, instruction_d(line->word)); }
static void print_one_local(Line *line) { print_local(line, instruction_d(line->word)); }
static void print_name(Line *line) {
    uint32_t index = instruction_d(line->word);
    if (index < line->code->name_count) str_builder_add_format(line->out, " %S", line->code->names[index]);
}
static void print_jump(Line *line) { print_target(line, instruction_d_signed(line->word)); }
static void print_cached(Line *line) { print_cache(line, instruction_d(line->word)); }
static void print_local_cache(Line *line) {
    print_local(line, instruction_a(line->word));
    print_cache(line, instruction_e(line->word));
}
static void print_count_cache(Line *line) {
    print_number(line, instruction_a(line->word));
    print_cache(line, instruction_e(line->word));
}
static void print_local_jump(Line *line) {
    print_local(line, instruction_a(line->word));
    print_target(line, instruction_e_signed(line->word));
}
static void print_binary(Line *line, uint32_t op) {
    static const char *const symbols[] = {
#define X(name, method, symbol) symbol,
        BINARY_OPERATORS(X)
#undef X
    };
    if (op < BINARY_COUNT) str_builder_add_format(line->out, " %s", symbols[op]);
}
static void print_operator(Line *line) { print_binary(line, instruction_a(line->word)); }
static void print_compare(Line *line) {
    static const char *const symbols[] = {"<", "<=", "==", "!=", ">", ">="};
    uint32_t op = instruction_a(line->word);
    if (op <= COMPARE_GE) str_builder_add_format(line->out, " %s", symbols[op]);
}
static void print_unary(Line *line) {
    static const char *const symbols[] = {"-", "+", "~", "abs"};
    uint32_t op = instruction_a(line->word);
    if (op < UNARY_COUNT) str_builder_add_format(line->out, " %s", symbols[op]);
}
static void print_pair(Line *line) {
    print_number(line, instruction_a(line->word));
    print_number(line, instruction_e(line->word));
}
static void print_left_local(Line *line) { print_local(line, instruction_a(line->word)); }
static void print_right_local(Line *line) { print_local(line, instruction_b(line->word)); }
static void print_right_constant(Line *line) { print_constant(line, instruction_b(line->word)); }
static void print_ss(Line *line) { print_result(line); }
static void print_sk(Line *line) { print_right_constant(line), print_result(line); }
static void print_sl(Line *line) { print_right_local(line), print_result(line); }
static void print_ll(Line *line) { print_left_local(line), print_right_local(line), print_result(line); }
static void print_lk(Line *line) { print_left_local(line), print_right_constant(line), print_result(line); }
static void print_ls(Line *line) { print_left_local(line), print_result(line); }
static void print_ll_operator(Line *line) {
    print_left_local(line), print_right_local(line), print_binary(line, instruction_c(line->word));
}
static void print_lk_operator(Line *line) {
    print_left_local(line), print_right_constant(line), print_binary(line, instruction_c(line->word));
}

static void print_condition(Line *line) {
    str_builder_add_c(line->out, instruction_c(line->word) & 1 ? " if true" : " if false");
}
static void print_ss_jump(Line *line) { print_condition(line); }
static void print_sk_jump(Line *line) { print_right_constant(line), print_condition(line); }
static void print_sl_jump(Line *line) { print_right_local(line), print_condition(line); }
static void print_ll_jump(Line *line) {
    print_left_local(line), print_right_local(line), print_condition(line);
}
static void print_lk_jump(Line *line) {
    print_left_local(line), print_right_constant(line), print_condition(line);
}

static void (*const printers[])(Line *line) = {
    [OPERANDS_NONE] = print_none,
    [OPERANDS_NUMBER] = print_d,
    [OPERANDS_CONST] = print_const,
    [OPERANDS_LOCAL] = print_one_local,
    [OPERANDS_NAME] = print_name,
    [OPERANDS_JUMP] = print_jump,
    [OPERANDS_CACHE] = print_cached,
    [OPERANDS_LOCAL_CACHE] = print_local_cache,
    [OPERANDS_COUNT_CACHE] = print_count_cache,
    [OPERANDS_LOCAL_JUMP] = print_local_jump,
    [OPERANDS_OPERATOR] = print_operator,
    [OPERANDS_COMPARE] = print_compare,
    [OPERANDS_UNARY] = print_unary,
    [OPERANDS_PAIR] = print_pair,
    [OPERANDS_SS] = print_ss,
    [OPERANDS_SK] = print_sk,
    [OPERANDS_SL] = print_sl,
    [OPERANDS_LL] = print_ll,
    [OPERANDS_LK] = print_lk,
    [OPERANDS_LS] = print_ls,
    [OPERANDS_LL_OPERATOR] = print_ll_operator,
    [OPERANDS_LK_OPERATOR] = print_lk_operator,
    [OPERANDS_SS_JUMP] = print_ss_jump,
    [OPERANDS_SK_JUMP] = print_sk_jump,
    [OPERANDS_SL_JUMP] = print_sl_jump,
    [OPERANDS_LL_JUMP] = print_ll_jump,
    [OPERANDS_LK_JUMP] = print_lk_jump,
};

static void print_instruction(Code *code, uint32_t index, int32_t *last_line, StrBuilder *out) {
    Line line = {code, index, code->instructions[index], out};
    Opcode op = instruction_opcode(line.word);
    Position *position = code_position(code, index);
    if (position->line && position->line != *last_line) {
        *last_line = position->line;
        str_builder_add_format(out, "%5d", (int)position->line);
    } else {
        str_builder_add_c(out, "     ");
    }
    str_builder_add_format(out, " %5d  %s", (int)index, opcode_names[op]);
    printers[opcode_operands[op]](&line);
    str_builder_add_c(out, position->inplace ? " (in place)\n" : "\n");
}

void disassemble(Value value, StrBuilder *out) {
    Code *code = code_of(value);
    str_builder_add_format(out, "%S: %d locals, stack %d, flags 0x%x\n", code->qualified_name,
                           (int)code->local_count, (int)code->stack_size, (int)code->flags);
    int32_t last_line = 0;
    for (uint32_t i = 0; i < code->count; i++) print_instruction(code, i, &last_line, out);
    for (uint32_t i = 0; i < code->handler_count; i++) {
        const Handler *h = &code->handlers[i];
        str_builder_add_format(out, "      handler: %d to %d -> %d, depth %d\n", (int)h->start, (int)h->end,
                               (int)h->target, (int)h->depth);
    }
    for (uint32_t i = 0; i < code->constant_count; i++) {
        if (!value_is(code->constants[i], &code_type)) continue;
        str_builder_add_char(out, '\n');
        disassemble(code->constants[i], out);
    }
}
