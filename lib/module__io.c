// _io: what io has in C. The types are in io_*.c.
#include "lib/io.h"
#include "lib/lib.h"
#include "objects/exception.h"
#include "objects/module.h"
#include "objects/type.h"
#include "vm/frame.h"

// open_code(path) reads what is to be run; text_encoding() is what functions call that pass an encoding on.
static Value py_open_code(Value self, Value *args) {
    (void)self;
    if (!str_check(args[0]))
        return raise_type_error("open_code() argument 'path' must be str, not %P", args[0]);
    return object_call2(dict_get_name(dict_of(machine.builtins), intern("open")), args[0], str_from("rb"));
}

static Value py_text_encoding(Value self, Value *args) {
    (void)self;
    return args[0] == NONE ? str_from("locale") : args[0];
}

static const MethodDef functions[] = {
    FUNCTION("open_code", py_open_code, "path", "Open a file of code for reading."),
    FUNCTION("text_encoding", py_text_encoding, "encoding, stacklevel=2, /",
             "The encoding, or 'locale' for None."),
    METHODS_END
};

static const struct {
    const char *name;
    Type *type;
} types[] = {
    {"BlockingIOError", &BlockingIOError_type},
    {"_IOBase", &io_base_type},
    {"_RawIOBase", &io_raw_base_type},
    {"FileIO", &file_io_type},
    {"BytesIO", &bytes_io_type},
    {"StringIO", &string_io_type},
    {"_BufferedIOBase", &io_buffered_base_type},
    {"BufferedReader", &buffered_reader_type},
    {"BufferedWriter", &buffered_writer_type},
    {"BufferedRWPair", &buffered_pair_type},
    {"BufferedRandom", &buffered_random_type},
    {"_TextIOBase", &io_text_base_type},
    {"TextIOWrapper", &text_io_type},
    {"UnsupportedOperation", &io_unsupported_type},
    {"IncrementalNewlineDecoder", &newline_decoder_type},
};

Value module__io_make(void) {
    Value name = intern("_io"), module = name ? module_new(name) : 0;
    if (!module || !module_add_functions(module, functions)) return 0;
    Value dict = module_dict(module);
    if (!dict_set_c(dict, "open", dict_get_name(dict_of(machine.builtins), intern("open")))) return 0;
    for (size_t k = 0; k < sizeof types / sizeof *types; k++) {
        type_ready(types[k].type);
        if (!dict_set_c(dict, types[k].name, VALUE(types[k].type))) return 0;
    }
    return dict_set_c(dict, "DEFAULT_BUFFER_SIZE", SMALL(IO_BUFFER_SIZE)) ? module : 0;
}
