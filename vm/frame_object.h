// Frame objects: what sys._getframe(), tb_frame and gi_frame show of a frame's record.
//
// A record has at most one (FRAME_OBJECT is set then), made when somebody could ask for it: by these attributes and by each
// entry of a traceback. While the frame runs, or its generator waits, the object reads the record; when the frame ends, it takes
// over the locals and makes the caller's object, so that both can be read for as long as anybody keeps it.
#pragma once
#include "vm/generator.h"

typedef struct {
    Object head;
    Code *code;
    Value globals, builtins;    // dicts
    Value namespace;            // f_locals where the code is no function's: a mapping; 0: a FrameLocalsProxy
    Value generator;            // whose frame it is, or 0
    Frame *running;             // the record; 0: it has ended
    Value back;                 // of an ended one: frame object or NONE
    Value extra;                // dict of what f_locals was given beside the variables, or 0
    Value trace;                // f_trace or 0
    int line;                   // of an ended one
    int last;                   // index of its last instruction
    bool no_trace_lines, trace_opcodes;
    Value slots[];              // locals of a function's frame that has ended
} FrameObject;

extern Type frame_type, frame_locals_type;
static inline FrameObject *frame_object_of(Value v) { return (FrameObject *)value_object(v); }
// The object of a record, made if there is none: a Value, or 0 (memory).
Value frame_object_get(Frame *frame) must_use;
void frame_object_end(Frame *frame);            // the frame ends; FRAME_OBJECT is set
void frame_object_init(void);

// --- frame_locals.c
// The locals as locals() answers them: of a function a new dict, else the namespace.
Value frame_locals(const Frame *frame) must_use;
Value frame_object_locals(FrameObject *object) must_use;        // the same of an object, ended or not
Value frame_locals_proxy(FrameObject *object) must_use;
