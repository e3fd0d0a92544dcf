// What Python code does with code objects beside running them: where instructions come from, comparing, replace().
// Offsets are those of CPython's words: an instruction counts two.
#include "objects/error.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/object.h"
#include "objects/tuple.h"
#include "vm/code.h"
#include "vm/code_parts.h"

Value code_py_lines(Value self, Value *args) {
    (void)args;
    const Code *code = code_of(self);
    Value rows = list_new(0, 0);
    for (uint32_t from = 0, at = 0; rows && from < code->count; from = at) {
        int line = code->positions[from].line;
        while (at < code->count && code->positions[at].line == line) at++;
        Value row = tuple_pack(3, SMALL(2 * from), SMALL(2 * at), line ? SMALL(line) : NONE);
        if (!row || !list_append(rows, row)) return 0;
    }
    return rows ? object_iter(rows) : 0;
}

static Value known(int number, bool is_known) { return is_known ? SMALL(number) : NONE; }

Value code_py_positions(Value self, Value *args) {
    (void)args;
    const Code *code = code_of(self);
    Value rows = list_new(0, 0);
    for (uint32_t k = 0; rows && k < code->count; k++) {
        Position p = code->positions[k];
        Value row = tuple_pack(4, known(p.line, p.line), known(p.line + p.more_lines, p.line),
                               known(p.column, p.line && p.column != COLUMN_UNKNOWN),
                               known(p.end_column, p.line && p.end_column != COLUMN_UNKNOWN));
        if (!row || !list_append(rows, row)) return 0;
    }
    return rows ? object_iter(rows) : 0;
}

// ---------------------------------------------------------------------------------------------------- comparing

// Without what running has made of it.
static Instruction plain(Instruction i) {
    Opcode op = instruction_opcode(i);
    return op >= OP_FOR_LOCAL_RANGE && op <= OP_FOR_LOCAL_GENERATOR ? (i & ~0xffu) | OP_FOR_LOCAL : i;
}

static bool same_constant(Value a, Value b) {
    if (type_of(a) != type_of(b)) return false;
    if (!tuple_check(a)) return object_equal(a, b) == 1 && (!value_is(a, &float_type) || object_hash(a) == object_hash(b));
    if (tuple_count(a) != tuple_count(b)) return false;
    for (size_t k = 0; k < tuple_count(a); k++)
        if (!same_constant(tuple_get(a, k), tuple_get(b, k))) return false;
    return true;
}

static bool same(const Code *a, const Code *b) {
    if (a->count != b->count || a->local_count != b->local_count || a->flags != b->flags ||
        a->free_count != b->free_count || a->positional_count != b->positional_count ||
        a->positional_only_count != b->positional_only_count ||
        a->keyword_only_count != b->keyword_only_count || a->constant_count != b->constant_count ||
        a->name_count != b->name_count || a->cache_count != b->cache_count ||
        a->handler_count != b->handler_count || a->first_line != b->first_line)
        return false;
    for (uint32_t k = 0; k < a->count; k++)
        if (plain(a->instructions[k]) != plain(b->instructions[k])) return false;
    for (uint32_t k = 0; k < a->cache_count; k++)
        if (a->caches[k].name != b->caches[k].name) return false;
    for (uint32_t k = 0; k < a->constant_count; k++)
        if (!same_constant(a->constants[k], b->constants[k])) return false;
    return str_equal(a->name, b->name) && memcmp(a->names, b->names, a->name_count * sizeof(Value)) == 0 &&
           memcmp(a->local_names, b->local_names, a->local_count * sizeof(Value)) == 0 &&
           memcmp(a->positions, b->positions, a->count * sizeof(Position)) == 0 &&
           memcmp(a->handlers, b->handlers, a->handler_count * sizeof(Handler)) == 0;
}

Value code_compare(Value self, Value other, CompareOp op) {
    if (!value_is(other, &code_type) || (op != COMPARE_EQ && op != COMPARE_NE) || !mem_stack_check())
        return error_occurred() ? 0 : NOT_IMPLEMENTED;
    bool equal = self == other || same(code_of(self), code_of(other));
    return error_occurred() ? 0 : bool_value(equal == (op == COMPARE_EQ));
}

int64_t code_hash(Value self) {
    const Code *code = code_of(self);
    int64_t name = object_hash(code->name);
    uint64_t mixed = (uint64_t)name ^ (uint64_t)code->first_line * 1000003u ^ code->count;
    return name == -1 ? -1 : (int64_t)(mixed == UINT64_MAX ? 1 : mixed);
}

// ---------------------------------------------------------------------------------------------------- replace

static bool replace_text(Value *field, const char *name, Value value) {
    if (!str_check(value)) return raise_type_error("replace() argument '%s' must be str, not %T", name, value);
    *field = value;
    return true;
}

static bool replace_line(Code *code, Value value) {
    int64_t line;
    if (!object_to_int64(value, &line)) return false;
    if (line < 0 || line > INT32_MAX / 2) return raise_value_error("co_firstlineno must be a positive integer");
    Position *positions = mem_alloc_atomic((code->count + 1) * sizeof *positions);
    if (!positions) return false;
    for (uint32_t k = 0; k < code->count; k++) {
        positions[k] = code->positions[k];
        if (positions[k].line) positions[k].line += (int)line - code->first_line;
    }
    code->positions = positions;
    code->first_line = (int)line;
    return true;
}

static bool replace_flags(Code *code, Value value) {
    int64_t flags;
    if (!object_to_int64(value, &flags)) return false;
    const uint32_t fixed = CODE_OPTIMIZED | CODE_VARARGS | CODE_VARKEYWORDS | CODE_GENERATOR |
                           CODE_COROUTINE | CODE_ASYNC_GENERATOR;
    if (((uint32_t)flags ^ code->flags) & fixed) return raise_not_implemented("replace(): another kind of code in co_flags");
    code->flags = (uint32_t)flags;
    return true;
}

// The instructions rely on what the compiler put there for them: names of keywords, code with so many free variables.
static bool constants_alike(Value a, Value b) {
    if (type_of(a) != type_of(b)) return false;
    if (value_is(a, &code_type)) return code_of(a)->free_count == code_of(b)->free_count;
    if (!tuple_check(a)) return true;
    bool alike = tuple_count(a) == tuple_count(b);
    for (size_t k = 0; alike && k < tuple_count(a); k++)
        alike = constants_alike(tuple_of(a)->items[k], tuple_of(b)->items[k]);
    return alike;
}

static bool replace_constants(Code *code, Value value) {
    if (!tuple_check(value)) return raise_type_error("replace() argument 'co_consts' must be tuple, not %T", value);
    size_t first = code_first_constant(code);
    if (tuple_count(value) != first + code->constant_count)
        return raise_not_implemented("replace(): co_consts of another length");
    for (size_t k = 0; k < code->constant_count; k++)
        if (!constants_alike(code->constants[k], tuple_of(value)->items[first + k]))
            return raise_not_implemented("replace(): co_consts of other types");
    if (first) code->doc = tuple_get(value, 0);
    code->constants = tuple_of(value)->items + first;
    return true;
}

static bool replace_field(Code *code, Value old, const char *name, Value value) {
    if (strcmp(name, "co_name") == 0) return replace_text(&code->name, name, value);
    if (strcmp(name, "co_qualname") == 0) return replace_text(&code->qualified_name, name, value);
    if (strcmp(name, "co_filename") == 0) return replace_text(&code->file_name, name, value);
    if (strcmp(name, "co_firstlineno") == 0) return replace_line(code, value);
    if (strcmp(name, "co_flags") == 0) return replace_flags(code, value);
    if (strcmp(name, "co_consts") == 0) return replace_constants(code, value);
    bool found = false;
    Value text = intern(name), present = text && strncmp(name, "co_", 3) == 0 ? object_find_attribute(old, text, &found) : 0;
    if (error_occurred()) return false;
    if (!present) return raise_type_error("replace() got an unexpected keyword argument '%s'", name);
    int equal = object_equal(present, value);
    return equal == 1 || (equal == 0 && raise_not_implemented("replace(): another %s", name));
}

Value code_py_replace(Value self, Value *args, size_t count, Value keywords) {
    if (count) return raise_type_error("replace() takes no positional arguments");
    Code *code = mem_object(&code_type, sizeof *code);
    if (!code) return 0;
    *code = *code_of(self);         // instructions and caches are shared: each site checks what it sees
    for (size_t k = 0; keywords && k < tuple_count(keywords); k++)
        if (!replace_field(code, self, str_data(tuple_get(keywords, k)), args[k])) return 0;
    return VALUE(code);
}
