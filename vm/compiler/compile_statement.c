// Statements: the dispatch over kinds, conditions, loops, and how a break, continue or return leaves what it
// stands in.
#include "vm/compiler/compile.h"

static const Span NOWHERE;

// -------------------------------------------------------------------------------------------- leaving blocks

void block_push(Compiler *c, Block *block) {
    block->outer = c->unit->block;
    c->unit->block = block;
}
void block_pop(Compiler *c, Block *block) { c->unit->block = block->outer; }

// Code that leaves `block`, with a return value on top of the stack when `keep`.
static void leave_block(Compiler *c, Block *block, bool keep) {
    switch (block->kind) {
    case BLOCK_WHILE:
    case BLOCK_TRY: break;
    case BLOCK_FOR:
    case BLOCK_ASYNC_FOR:
        if (keep) emit(c, OP_SWAP, 2, block->span);
        emit(c, block->kind == BLOCK_FOR ? OP_POP_ITERATOR : OP_POP, 0, block->span);
        break;
    case BLOCK_VALUE:
        if (keep) emit(c, OP_SWAP, 2, block->span);
        emit(c, OP_POP, 0, block->span);
        break;
    case BLOCK_FINALLY: {
        Block value = {.kind = BLOCK_VALUE, .span = block->span};
        if (keep) block_push(c, &value);
        compile_body(c, block->body);
        if (keep) block_pop(c, &value);
        break;
    }
    case BLOCK_FINALLY_HANDLER:
        if (keep) emit(c, OP_SWAP, 2, block->span);
        emit(c, OP_POP, 0, block->span);
        if (keep) emit(c, OP_SWAP, 2, block->span);
        emit(c, OP_POP_HANDLED, 0, block->span);
        break;
    case BLOCK_WITH:
    case BLOCK_ASYNC_WITH:
        if (keep) emit(c, OP_SWAP, 2, block->span);
        compile_exit_with(c, block->kind == BLOCK_ASYNC_WITH, block->span);
        break;
    case BLOCK_HANDLER:
        if (keep) emit(c, OP_SWAP, 2, block->span);
        emit(c, OP_POP_HANDLED, 0, block->span);
        if (block->name) compile_clear_name(c, block->name, block->span);
        break;
    case BLOCK_STAR_HANDLER: break;
    }
}

// A return need not take values from the stack when nothing further out has anything to do.
static bool matters(const Block *block) {
    for (; block; block = block->outer)
        if (block->kind != BLOCK_WHILE && block->kind != BLOCK_FOR && block->kind != BLOCK_ASYNC_FOR &&
            block->kind != BLOCK_TRY && block->kind != BLOCK_VALUE)
            return true;
    return false;
}

static bool is_loop(const Block *block) {
    return block->kind == BLOCK_WHILE || block->kind == BLOCK_FOR || block->kind == BLOCK_ASYNC_FOR;
}

// Leaves all blocks inside of `until`, innermost first; each one's exceptions are its own no longer when it
// is being left.
static void leave_blocks(Compiler *c, Block *until, bool keep, Span span) {
    Block *block = c->unit->block;
    if (block == until || c->failed) return;
    if (block->kind == BLOCK_STAR_HANDLER) {
        compile_error(c, span, "'break', 'continue' and 'return' cannot appear in an except* block");
        return;
    }
    if (!until && !matters(block)) return;
    if (block->range) range_suspend(c, block->range);
    c->unit->block = block->outer;
    Span before = block->span;
    block->span = span;
    leave_block(c, block, keep);
    block->span = before;
    leave_blocks(c, until, keep, span);
    c->unit->block = block;
}

// After the code of an exit the blocks go on where they were.
static void resume_blocks(Compiler *c, Block *until) {
    for (Block *block = c->unit->block; block != until; block = block->outer)
        if (block->range) range_resume(c, block->range);
}

static Block *innermost_loop(Compiler *c) {
    Block *block = c->unit->block;
    while (block && !is_loop(block) && block->kind != BLOCK_STAR_HANDLER) block = block->outer;
    return block;
}

static void leave_to(Compiler *c, Block *loop, bool with_loop, int label, Span span) {
    int depth = c->unit->depth;
    BoundSet bound = c->unit->bound;
    leave_blocks(c, loop, false, span);
    if (with_loop) {
        Block *block = c->unit->block;
        c->unit->block = loop->outer;
        leave_block(c, loop, false);
        c->unit->block = block;
    }
    emit_jump(c, OP_JUMP, label, span);
    resume_blocks(c, loop);
    c->unit->depth = depth;
    c->unit->bound = bound;
}

static void refuse_in_star_handler(Compiler *c, Span span) {
    compile_error(c, span, "'break', 'continue' and 'return' cannot appear in an except* block");
}

static void compile_break(Compiler *c, Stmt *s) {
    Block *loop = innermost_loop(c);
    if (!loop) compile_error(c, s->span, "'break' outside loop");
    else if (loop->kind == BLOCK_STAR_HANDLER) refuse_in_star_handler(c, s->span);
    else leave_to(c, loop, true, loop->break_label, s->span);
}

static void compile_continue(Compiler *c, Stmt *s) {
    Block *loop = innermost_loop(c);
    if (!loop) compile_error(c, s->span, "'continue' not properly in loop");
    else if (loop->kind == BLOCK_STAR_HANDLER) refuse_in_star_handler(c, s->span);
    else leave_to(c, loop, false, loop->continue_label, s->span);
}

static void compile_return(Compiler *c, Stmt *s) {
    Unit *unit = c->unit;
    Expr *value = s->return_.value;
    if (!scope_is_function(unit->scope)) compile_error(c, s->span, "'return' outside function");
    if (value && unit->flags & CODE_ASYNC_GENERATOR)
        compile_error(c, s->span, "'return' with value in async generator");
    Value known = value ? fold_expression(c, value) : NONE;
    int depth = unit->depth;
    BoundSet bound = unit->bound;
    if (!known) compile_expression(c, value);
    leave_blocks(c, NULL, !known, known && value ? value->span : s->span);
    if (known == NONE) emit(c, OP_RETURN_NONE, 0, s->span);
    else if (known) emit_constant(c, known, s->span);
    if (known != NONE) emit(c, OP_RETURN, 0, s->span);
    resume_blocks(c, NULL);
    unit->depth = depth;
    unit->bound = bound;
}

// -------------------------------------------------------------------------------------- conditions and loops

static void compile_if(Compiler *c, Stmt *s) {
    int end = label_new(c);
    for (;;) {                      // an elif chain in a loop
        StmtList orelse = s->if_.orelse;
        int known = fold_truth(c, s->if_.test);
        int next = orelse.count ? label_new(c) : end;
        if (known != 1) compile_jump_if(c, s->if_.test, next, false);
        compile_body(c, s->if_.body);
        if (!orelse.count) break;
        if (known != 0) emit_jump(c, OP_JUMP, end, NOWHERE);
        label_place(c, next);
        if (orelse.count != 1 || orelse.items[0]->kind != AST_IF) {
            compile_body(c, orelse);
            break;
        }
        s = orelse.items[0];
    }
    label_place(c, end);
}

static void compile_while(Compiler *c, Stmt *s) {
    int test = label_new(c), end = label_new(c);
    int known = fold_truth(c, s->while_.test);
    Block block = {.kind = BLOCK_WHILE, .break_label = end, .continue_label = test, .span = s->span};
    block_push(c, &block);
    if (known == 1) {
        label_place(c, test);
        compile_body(c, s->while_.body);
        emit_jump(c, OP_JUMP, test, s->span);
        block_pop(c, &block);
    } else {
        int body = label_loop_body(c, test, s->span);
        compile_body(c, s->while_.body);
        label_place(c, test);
        compile_jump_if(c, s->while_.test, body, true);
        block_pop(c, &block);
        compile_body(c, s->while_.orelse);
    }
    label_place(c, end);
}

static void compile_async_for(Compiler *c, Stmt *s) {
    if (!(c->unit->flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR)) || c->unit->scope->kind != SCOPE_FUNCTION)
        compile_error(c, s->span, "'async for' outside async function");
    int again = label_new(c), end = label_new(c);
    compile_expression(c, s->for_.iter);
    emit(c, OP_GET_AITER, 0, s->for_.iter->span);
    Block block = {.kind = BLOCK_ASYNC_FOR, .break_label = end, .continue_label = again, .span = s->span};
    block_push(c, &block);
    label_place(c, again);
    Range range;
    compile_async_next(c, &range, s->span);
    compile_store(c, s->for_.target);
    compile_body(c, s->for_.body);
    emit_jump(c, OP_JUMP, again, s->span);
    block_pop(c, &block);
    compile_async_end(c, &range, s->span);
    compile_body(c, s->for_.orelse);
    label_place(c, end);
}

// iterator -- iterator item, or on to the code that compile_async_end makes
void compile_async_next(Compiler *c, Range *range, Span span) {
    range_open(c, range, label_new(c));
    emit(c, OP_GET_ANEXT, 0, span);
    compile_send_loop(c, span);
    range_suspend(c, range);
}

void compile_async_end(Compiler *c, Range *range, Span span) {
    range_place_target(c, range);
    emit(c, OP_END_ASYNC_FOR, 0, span);
}

void compile_for_begin(Compiler *c, ForLoop *loop, Expr *target, Span span) {
    loop->local = compile_plain_local(c, target);
    loop->span = span;
    loop->body = label_loop_body(c, loop->test, span);
    if (loop->local >= 0) {
        emit_set_bound(c, (uint32_t)loop->local);
    } else {
        c->unit->depth++;
        if (c->unit->depth > c->unit->max_depth) c->unit->max_depth = c->unit->depth;
        compile_store(c, target);
    }
}

void compile_for_end(Compiler *c, const ForLoop *loop) {
    label_place(c, loop->test);
    if (loop->local >= 0) emit_local_jump(c, OP_FOR_LOCAL, (uint32_t)loop->local, loop->body, loop->span);
    else emit_for(c, loop->body, loop->span);
}

static void compile_for(Compiler *c, Stmt *s) {
    if (s->for_.is_async) {
        compile_async_for(c, s);
        return;
    }
    int end = label_new(c);
    compile_constant_container(c, s->for_.iter);
    emit(c, OP_GET_ITER, 0, s->for_.iter->span);
    Block block = {.kind = BLOCK_FOR, .break_label = end, .span = s->span};
    block_push(c, &block);
    ForLoop loop = {.test = label_new(c)};
    block.continue_label = loop.test;
    compile_for_begin(c, &loop, s->for_.target, s->for_.iter->span);
    compile_body(c, s->for_.body);
    compile_for_end(c, &loop);
    block_pop(c, &block);
    compile_body(c, s->for_.orelse);
    label_place(c, end);
}

static void compile_assert(Compiler *c, Stmt *s) {
    if (c->options->optimize) return;
    int end = label_new(c);
    compile_jump_if(c, s->assert_.test, end, true);
    emit(c, OP_LOAD_ASSERTION_ERROR, 0, s->span);
    if (s->assert_.message) {
        compile_expression(c, s->assert_.message);
        emit_call(c, OP_CALL, 1, s->span);
    }
    emit(c, OP_RAISE, 1, s->assert_.test->span);
    label_place(c, end);
}

// ---------------------------------------------------------------------------------------------- the dispatch

static void compile_raise(Compiler *c, Stmt *s) {
    int count = 0;
    if (s->raise.exception) compile_expression(c, s->raise.exception), count++;
    if (s->raise.cause) compile_expression(c, s->raise.cause), count++;
    emit(c, OP_RAISE, count, s->span);
}

static void compile_expression_statement(Compiler *c, Stmt *s) {
    Expr *e = s->expr_stmt.value;
    if (c->options->interactive && c->unit->scope->kind == SCOPE_MODULE) {
        compile_expression(c, e);
        emit(c, OP_PRINT_RESULT, 0, s->span);
    } else if (e->kind != AST_CONSTANT) {
        compile_expression(c, e);
        emit(c, OP_POP, 0, s->span);
    }
}

static void compile_kind(Compiler *c, Stmt *s) {
    switch (s->kind) {
    case AST_FUNCTION_DEF: compile_function_def(c, s); break;
    case AST_CLASS_DEF: compile_class_def(c, s); break;
    case AST_RETURN: compile_return(c, s); break;
    case AST_DELETE:
        for (int i = 0; i < s->delete.targets.count; i++) compile_delete(c, s->delete.targets.items[i]);
        break;
    case AST_ASSIGN: compile_assign(c, s); break;
    case AST_TYPE_ALIAS: compile_type_alias(c, s); break;
    case AST_AUG_ASSIGN: compile_aug_assign(c, s); break;
    case AST_ANN_ASSIGN: compile_ann_assign(c, s); break;
    case AST_FOR: compile_for(c, s); break;
    case AST_WHILE: compile_while(c, s); break;
    case AST_IF: compile_if(c, s); break;
    case AST_WITH: compile_with(c, s); break;
    case AST_MATCH: compile_match(c, s); break;
    case AST_RAISE: compile_raise(c, s); break;
    case AST_TRY: compile_try(c, s); break;
    case AST_ASSERT: compile_assert(c, s); break;
    case AST_IMPORT: compile_import(c, s); break;
    case AST_IMPORT_FROM: compile_import_from(c, s); break;
    case AST_EXPR_STMT: compile_expression_statement(c, s); break;
    case AST_BREAK: compile_break(c, s); break;
    case AST_CONTINUE: compile_continue(c, s); break;
    case AST_GLOBAL:
    case AST_NONLOCAL:
    case AST_PASS: break;
    }
}

static void compile_statement(Compiler *c, Stmt *s) {
    if (!compile_enter(c, s->span)) return;
    compile_kind(c, s);
    compile_leave(c);
}

void compile_body(Compiler *c, StmtList body) {
    for (int i = 0; i < body.count && !c->failed; i++) compile_statement(c, body.items[i]);
}
