// Caller: the running frame, as seen by objects/ (caller.h): the module of a class made by type(), the class and first
// argument for super() without arguments, and the line that made a memoryview.
#include "vm/caller.h"
#include "objects/descriptor.h"
#include "objects/memoryview.h"
#include "objects/type.h"
#include "vm/frame.h"

static Value caller_module(void) {
    return machine.frame ? dict_get_name(machine.frame->globals, NAME(__name__)) : 0;
}

// --- super()

static Value first_argument(const Frame *frame) {
    const Code *code = frame->code;
    if (code->positional_count == 0) return raise_runtime_error("super(): no arguments");
    Value first = frame->locals[0];
    if (first && code->local_kinds[0] == LOCAL_CELL && value_is(first, &cell_type)) first = cell_of(first)->content;
    return first ? first : raise_runtime_error("super(): arg[0] deleted");
}

static Value class_cell(const Frame *frame) {
    const Code *code = frame->code;
    for (uint32_t i = code->local_count - code->free_count; i < code->local_count; i++) {
        if (code->local_names[i] == NAME(__class__)) return frame->locals[i];
    }
    return raise_runtime_error("super(): __class__ cell not found");
}

static bool caller_super(Type **start, Value *object) {
    const Frame *frame = machine.frame;
    if (!frame) return raise_runtime_error("super(): no current frame");
    if (!(*object = first_argument(frame))) return false;
    Value cell = class_cell(frame);
    if (!cell) return false;
    Value class = cell_of(cell)->content;
    if (!class) return raise_runtime_error("super(): empty __class__ cell");
    if (!type_check(class)) return raise_runtime_error("super(): __class__ is not a type (%T)", class);
    *start = type_from(class);
    return true;
}

// --- where a view was made: the code object and the instruction's index, made readable only when someone asks

static void caller_where(Value *file_name, int *line) {
    const Frame *frame = machine.frame;
    if (!frame) return;
    *file_name = VALUE(frame->code);
    *line = (int)(frame->next - frame->code->instructions);
}

static void caller_where_resolve(Value *file_name, int *line) {
    if (!value_is(*file_name, &code_type)) return;
    Code *code = code_of(*file_name);
    size_t index = *line > 0 ? (size_t)*line - 1 : 0;
    *line = index < code->count ? code_position(code, index)->line : 0;
    *file_name = code->file_name;
}

void caller_init(void) {
    type_caller_module = caller_module;
    super_of_caller = caller_super;
    memoryview_where = caller_where;
    memoryview_where_resolve = caller_where_resolve;
}
