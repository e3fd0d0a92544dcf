// try, except, except*, finally, with. Each protected stretch of code is a Range; where a block is left early
// the code that leaves it is emitted in place (compile_statement.c), with a hole in the range.
//
// The code of a handler runs with [previous] on the stack, what PUSH_HANDLED saved. If it raises itself, a
// second range leads to code that restores `previous` and lets the new exception go on.
#include "vm/compiler/compile.h"

static const Span NOWHERE;

static void compile_try_star(Compiler *c, Stmt *s);

// [previous exception] --, the end of a range over handler code.
static void finish_handler_range(Compiler *c, Range *range, const Name *name) {
    range_suspend(c, range);
    range_place_target(c, range);
    if (name) compile_clear_name(c, name, NOWHERE);
    emit(c, OP_SWAP, 2, NOWHERE);
    emit(c, OP_POP_HANDLED, 0, NOWHERE);
    emit(c, OP_RERAISE, 0, NOWHERE);
}

// ---------------------------------------------------------------------------------------------------- except

// [previous exception] --, jumping to `end`
static void compile_handler_body(Compiler *c, ExceptHandler *handler, int end) {
    if (handler->name) compile_store_name(c, handler->name, handler->span);
    else emit(c, OP_POP, 0, handler->span);
    Range range;
    range_open(c, &range, label_new(c));
    Block block = {.kind = BLOCK_HANDLER, .name = handler->name, .range = &range, .span = handler->span};
    block_push(c, &block);
    compile_body(c, handler->body);
    block_pop(c, &block);
    range_suspend(c, &range);
    emit(c, OP_POP_HANDLED, 0, NOWHERE);
    if (handler->name) compile_clear_name(c, handler->name, NOWHERE);
    emit_jump(c, OP_JUMP, end, NOWHERE);
    finish_handler_range(c, &range, handler->name);
}

static void compile_handlers(Compiler *c, Stmt *s, int end) {
    Range range;
    emit(c, OP_PUSH_HANDLED, 0, s->span);
    c->unit->depth--;               // the range keeps `previous` alone
    range_open(c, &range, label_new(c));
    c->unit->depth++;
    int depth = c->unit->depth;
    for (int i = 0; i < s->try_.handlers.count; i++) {
        ExceptHandler *handler = &s->try_.handlers.items[i];
        if (!handler->type && i < s->try_.handlers.count - 1)
            compile_error(c, handler->span, "default 'except:' must be last");
        int next = label_new(c);
        if (handler->type) {
            compile_expression(c, handler->type);
            emit(c, OP_MATCH_EXCEPTION, 0, handler->span);
            emit_jump(c, OP_JUMP_IF_FALSE, next, handler->span);
        }
        range_suspend(c, &range);
        compile_handler_body(c, handler, end);
        c->unit->depth = depth;
        label_place(c, next);
        range_resume(c, &range);
    }
    emit(c, OP_RERAISE, 0, NOWHERE);
    finish_handler_range(c, &range, NULL);
}

static void compile_protected(Compiler *c, StmtList body, Range *range) {
    range_open(c, range, label_new(c));
    Block block = {.kind = BLOCK_TRY, .range = range};
    block_push(c, &block);
    compile_body(c, body);
    block_pop(c, &block);
    range_suspend(c, range);
}

static void compile_try_except(Compiler *c, Stmt *s) {
    if (s->try_.is_star) {
        compile_try_star(c, s);
        return;
    }
    int end = label_new(c), depth = c->unit->depth;
    Range range;
    compile_protected(c, s->try_.body, &range);
    compile_body(c, s->try_.orelse);
    emit_jump(c, OP_JUMP, end, NOWHERE);
    uint32_t cold = cold_begin(c);
    range_place_target(c, &range);
    compile_handlers(c, s, end);
    cold_end(c, cold);
    c->unit->depth = depth;
    label_place(c, end);
}

// --------------------------------------------------------------------------------------------------- except*

// [previous original list rest] with the clause's type tested: what matched is bound, the body runs, what it
// raises goes into the list.
static void compile_star_handler(Compiler *c, ExceptHandler *handler, Span span) {
    int next = label_new(c), no_match = label_new(c), depth = c->unit->depth;
    compile_expression(c, handler->type);
    emit(c, OP_MATCH_EXCEPTION_GROUP, 0, handler->span);
    emit(c, OP_COPY, 1, span);
    emit_jump(c, OP_JUMP_IF_NONE, no_match, handler->span);
    if (handler->name) compile_store_name(c, handler->name, handler->span);
    else emit(c, OP_POP, 0, handler->span);
    Range range;
    range_open(c, &range, label_new(c));
    Block block = {.kind = BLOCK_STAR_HANDLER, .range = &range, .span = handler->span};
    block_push(c, &block);
    compile_body(c, handler->body);
    block_pop(c, &block);
    range_suspend(c, &range);
    if (handler->name) compile_clear_name(c, handler->name, NOWHERE);
    emit_jump(c, OP_JUMP, next, NOWHERE);
    range_place_target(c, &range);
    if (handler->name) compile_clear_name(c, handler->name, NOWHERE);
    emit(c, OP_LIST_APPEND, 2, NOWHERE);
    emit_jump(c, OP_JUMP, next, NOWHERE);
    c->unit->depth = depth + 1;
    label_place(c, no_match);
    emit(c, OP_POP, 0, NOWHERE);
    label_place(c, next);
}

static void compile_try_star(Compiler *c, Stmt *s) {
    int end = label_new(c), nothing = label_new(c), depth = c->unit->depth;
    Range range, handlers;
    compile_protected(c, s->try_.body, &range);
    compile_body(c, s->try_.orelse);
    emit_jump(c, OP_JUMP, end, NOWHERE);
    uint32_t cold = cold_begin(c);
    range_place_target(c, &range);
    emit(c, OP_PUSH_HANDLED, 0, s->span);
    c->unit->depth--;
    range_open(c, &handlers, label_new(c));
    c->unit->depth++;
    emit(c, OP_BUILD_LIST, 0, NOWHERE);
    emit(c, OP_COPY, 2, NOWHERE);       // previous original list rest
    for (int i = 0; i < s->try_.handlers.count; i++)
        compile_star_handler(c, &s->try_.handlers.items[i], s->span);
    emit(c, OP_LIST_APPEND, 1, NOWHERE);
    emit(c, OP_FINISH_EXCEPT_STAR, 0, NOWHERE);
    emit(c, OP_COPY, 1, NOWHERE);
    emit_jump(c, OP_JUMP_IF_NONE, nothing, NOWHERE);
    emit(c, OP_RERAISE, 0, NOWHERE);
    range_suspend(c, &handlers);
    c->unit->depth = depth + 2;
    label_place(c, nothing);
    emit(c, OP_POP, 0, NOWHERE);
    emit(c, OP_POP_HANDLED, 0, NOWHERE);
    emit_jump(c, OP_JUMP, end, NOWHERE);
    finish_handler_range(c, &handlers, NULL);
    cold_end(c, cold);
    c->unit->depth = depth;
    label_place(c, end);
}

// --------------------------------------------------------------------------------------------------- finally

static void compile_try_finally(Compiler *c, Stmt *s) {
    int end = label_new(c), depth = c->unit->depth;
    Range range;
    range_open(c, &range, label_new(c));
    Block block = {.kind = BLOCK_FINALLY, .body = s->try_.finalbody, .range = &range, .span = s->span};
    block_push(c, &block);
    if (s->try_.handlers.count) compile_try_except(c, s);
    else compile_body(c, s->try_.body);
    block_pop(c, &block);
    range_suspend(c, &range);
    compile_body(c, s->try_.finalbody);
    emit_jump(c, OP_JUMP, end, NOWHERE);

    uint32_t cold = cold_begin(c);
    range_place_target(c, &range);
    emit(c, OP_PUSH_HANDLED, 0, NOWHERE);
    Range handler_range;
    c->unit->depth--;
    range_open(c, &handler_range, label_new(c));
    c->unit->depth++;
    Block handler = {.kind = BLOCK_FINALLY_HANDLER, .range = &handler_range, .span = s->span};
    block_push(c, &handler);
    compile_body(c, s->try_.finalbody);
    block_pop(c, &handler);
    emit(c, OP_RERAISE, 0, NOWHERE);
    finish_handler_range(c, &handler_range, NULL);
    cold_end(c, cold);
    c->unit->depth = depth;
    label_place(c, end);
}

void compile_try(Compiler *c, Stmt *s) {
    if (s->try_.finalbody.count) compile_try_finally(c, s);
    else compile_try_except(c, s);
}

// ---------------------------------------------------------------------------------------------------- with

void compile_exit_with(Compiler *c, bool is_async, Span span) {
    if (!is_async) {
        emit(c, OP_EXIT_WITH, 0, span);
        return;
    }
    emit(c, OP_EXIT_ASYNC_WITH, 0, span);
    emit(c, OP_GET_AWAITABLE, 2, span);
    compile_send_loop(c, span);
    emit(c, OP_POP, 0, span);
}

// [exit exception]: calls exit with the exception, which is either dropped or goes on.
static void compile_exit_with_exception(Compiler *c, bool is_async, Span span) {
    int suppressed = label_new(c), depth = c->unit->depth;
    emit(c, OP_PUSH_HANDLED, 0, span);
    Range range;
    c->unit->depth--;
    range_open(c, &range, label_new(c));
    c->unit->depth++;
    emit(c, OP_EXIT_WITH_EXCEPTION, 0, span);
    if (is_async) {
        emit(c, OP_GET_AWAITABLE, 2, span);
        compile_send_loop(c, span);
    }
    emit_jump(c, OP_JUMP_IF_TRUE, suppressed, span);
    emit(c, OP_RERAISE, 0, span);
    finish_handler_range(c, &range, NULL);
    c->unit->depth = depth + 1;
    label_place(c, suppressed);
    emit(c, OP_POP, 0, NOWHERE);
    emit(c, OP_POP_HANDLED, 0, NOWHERE);
    emit(c, OP_POP, 0, NOWHERE);
}

static void compile_with_item(Compiler *c, Stmt *s, int index) {
    if (index == s->with.items.count) {
        compile_body(c, s->with.body);
        return;
    }
    if (!compile_enter(c, s->span)) return;
    WithItem *item = &s->with.items.items[index];
    Span span = item->context->span;
    bool is_async = s->with.is_async;
    int end = label_new(c), depth = c->unit->depth;
    compile_expression(c, item->context);
    emit(c, is_async ? OP_ENTER_ASYNC_WITH : OP_ENTER_WITH, 0, span);
    if (is_async) {
        emit(c, OP_GET_AWAITABLE, 1, span);
        compile_send_loop(c, span);
    }
    Range range;
    c->unit->depth--;               // the range keeps `exit` alone
    range_open(c, &range, label_new(c));
    c->unit->depth++;
    Block block = {.kind = is_async ? BLOCK_ASYNC_WITH : BLOCK_WITH, .range = &range, .span = span};
    block_push(c, &block);
    if (item->target) compile_store(c, item->target);
    else emit(c, OP_POP, 0, span);
    compile_with_item(c, s, index + 1);
    block_pop(c, &block);
    range_suspend(c, &range);
    compile_exit_with(c, is_async, span);
    emit_jump(c, OP_JUMP, end, NOWHERE);
    uint32_t cold = cold_begin(c);
    range_place_target(c, &range);
    compile_exit_with_exception(c, is_async, span);
    emit_jump(c, OP_JUMP, end, NOWHERE);
    cold_end(c, cold);
    c->unit->depth = depth;
    label_place(c, end);
    compile_leave(c);
}

void compile_with(Compiler *c, Stmt *s) {
    bool in_async =
        c->unit->flags & (CODE_COROUTINE | CODE_ASYNC_GENERATOR) && c->unit->scope->kind == SCOPE_FUNCTION;
    if (s->with.is_async && !in_async) compile_error(c, s->span, "'async with' outside async function");
    compile_with_item(c, s, 0);
}
