// Unparse: the source text of an expression, as ast.unparse writes it.
#include "objects/error.h"
#include "vm/compiler/compile.h"

Value unparse_expression(Compiler *c, Expr *e) {
    compile_error(c, e->span, "annotations as text are not supported");
    return 0;
}
