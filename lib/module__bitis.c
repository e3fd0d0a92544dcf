// _bitis: what the module bitis (lib/python/bitis.py) cannot find out in Python.
#include "lib/lib.h"
#include "lib/terminal_color.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/module.h"
#include "objects/tuple.h"

static Value describe(Value view, const Buffer *buffer) {
    MemoryView *v = memoryview_of(view);
    Value file_name = v->file_name;
    int line = v->line;
    if (file_name && memoryview_where_resolve) memoryview_where_resolve(&file_name, &line);
    Value offset = int_from_int64(v->span.data - buffer->data);
    return offset ? tuple_pack(4, view, offset, file_name ? file_name : NONE, SMALL(line)) : 0;
}

static Value py_exports(Value self, Value *args) {
    (void)self;
    Value views = buffer_views(args[0]);
    Buffer buffer;
    if (!views || !buffer_get(args[0], &buffer, BUFFER_FULL_RO)) return 0;
    Value list = list_with_capacity(list_of(views)->count);
    for (size_t k = 0; list && k < list_of(views)->count; k++) {
        Value row = describe(list_of(views)->items[k], &buffer);
        if (!row || !list_append(list, row)) list = 0;
    }
    buffer_release(&buffer);
    return list;
}

static Value py_tracks(Value self, Value *args) {
    (void)self;
    Buffer buffer;
    if (!buffer_get(args[0], &buffer, BUFFER_FULL_RO)) return 0;
    bool tracks = buffer.exports != 0;
    buffer_release(&buffer);
    return bool_value(tracks);
}

static Value py_colors(Value self, Value *args) {
    (void)self;
    int64_t fd;
    return object_to_int64(args[0], &fd) ? bool_value(color_wanted((int)fd)) : 0;
}

static const MethodDef functions[] = {
    FUNCTION("colors", py_colors, "fd, /", "Whether what is written to this file descriptor should be coloured."),
    FUNCTION("exports", py_exports, "object, /", "Tuples (view, offset in bytes, file name or None, line) of the live views, newest first."),
    FUNCTION("tracks", py_tracks, "object, /", "Whether the object keeps a list of its views."),
    METHODS_END
};

Value module__bitis_make(void) {
    Value module = module_new(str_from("_bitis"));
    return module && module_add_functions(module, functions) ? module : 0;
}
