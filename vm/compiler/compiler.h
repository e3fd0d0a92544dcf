// Compiler: AST to Code. Scopes first (scope.c), then one walk that emits instructions, fusing operands
// where the wide
// instruction word has room for them.
#pragma once
#include "objects/object.h"
#include "parser/ast.h"
#include "vm/code.h"

typedef struct {
    Value file_name;            // str, co_filename
    bool interactive;           // expression statements print their value (PRINT_RESULT)
    bool future_annotations;    // as if the text began with `from __future__ import annotations`
    int optimize;               // 1: assert statements are left out, __debug__ is False; 2: docstrings as well
} CompileOptions;

// The code object of a module, of one interactive statement, or of an expression (its value is returned),
// by module->kind.
// 0 with a report to `diagnostic` (a SyntaxError such as "'return' outside function") or with a pending
// exception (memory).
Value compile_module(Arena *arena, Module *module, const CompileOptions *options,
                     Diagnostic *diagnostic) must_use;

// Writes the instructions of a code object and of those nested in it, with their source lines.
void disassemble(Value code, StrBuilder *out);
