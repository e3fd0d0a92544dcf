// Errors: one exception can be pending. A function that fails answers 0, false or NULL and leaves it pending;
// a function that gets such an answer returns failure itself, or handles it with error_take().
//
//     if (index < 0) return raise_index_error("bytearray index out of range");
//
// The raise_... functions return 0, which serves as Value, bool and NULL alike. Formats: %s C string, %d int,
// %zd ptrdiff_t, %zu size_t, %lld long long, %c character, %x, %% as printf (with .N or .* for %s), and for Values:
// %S str(v), %R repr(v), %A ascii(v), %T the name of v's type as messages have it (%T takes the object, not the type),
// %P the same but "None" for None, as it is said of arguments, %Q with its module, %p id(v) in hex, %N the name of a Type*. Messages
// are CPython 3.14's, to the letter.
#pragma once
#include "objects/value.h"

extern Value error_pending;                     // the exception, or 0
static inline bool error_occurred(void) { return unlikely(error_pending != 0); }
bool error_is(const Type *type);                // the pending exception is an instance of type; false when none is
Value error_take(void);                         // the pending exception, no longer pending; 0 when none is
void error_set(Value exception);                // makes it pending (again), replacing any; sets no context
bool error_clear_if(const Type *type);          // drops the pending exception if it is one of these

// The exception that is being handled (sys.exception()), kept by the VM: it becomes the context of what is raised.
extern Value error_handled;
// Takes the pending exception, to raise another one in its place: error_replaced(e) makes e the context of the one that
// is pending now ("During handling of the above exception ..."), error_caused(e) also its cause ("... the direct cause").
void error_chain(Value exception, Value context);              // makes it the context; 0: does nothing
void error_replaced(Value earlier);
void error_caused(Value earlier);

Value raise_format(Type *type, const char *format, ...);         // any exception type that takes one message
Value raise_value(Type *type, Value argument);                   // type(argument): KeyError(key), StopIteration(v)
Value raise_exception(Value exception);                          // an instance, with context chained, as `raise` does
Value raise_type_error(const char *format, ...);
Value raise_value_error(const char *format, ...);
Value raise_index_error(const char *format, ...);
Value raise_key_error(Value key);
Value raise_attribute_error(Value object, Value name);           // '...' object has no attribute '...'
Value raise_attribute_error_format(Value object, Value name, const char *format, ...);   // with .obj and .name set
Value raise_name_error(Type *type, Value name, const char *format, ...);                 // NameError, UnboundLocalError with .name
Value raise_import_error(Type *type, Value name, Value path, const char *format, ...);   // name and path may be 0
Value raise_import_from_error(Value name_from, Value name, Value path, const char *format, ...);      // from name import name_from
Value raise_overflow_error(const char *format, ...);
Value raise_zero_division(const char *format, ...);
Value raise_buffer_error(const char *format, ...);
Value raise_runtime_error(const char *format, ...);
Value raise_not_implemented(const char *format, ...);            // NotImplementedError: what bitis has not
bool warn_of(Type *category, Value message) must_use;           // the same for any category of warnings
bool warn_deprecated(Value message) must_use;                    // a DeprecationWarning (warn.c); false: that is an error for this program
Value raise_stop_iteration(void);                                // without a value
Value raise_memory_error(void);
Value raise_recursion_error(const char *where);                  // "maximum recursion depth exceeded" + where
Value raise_os_error(int error_number, Value file_name);         // OSError's subclass for errno; file_name may be 0
