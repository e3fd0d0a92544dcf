// Exception groups (PEP 654): BaseExceptionGroup and ExceptionGroup, and what `except*` does with them.
//
// A group is a tree. Splitting makes new groups of the same shape for the part that matches and for the rest, by the
// group's own derive(), with traceback, cause, context and notes of the original.
#include "objects/dict.h"
#include "objects/exception_parts.h"
#include "objects/generic_alias.h"
#include "objects/list.h"
#include "objects/sequence.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

static bool is_group(Value v) {
    return object_is_instance(v, &BaseExceptionGroup_type);
}

static Value group_exceptions(Value group) {
    return exception_of(group)->extra[GROUP_EXCEPTIONS];
}

// ---------------------------------------------------------------------------------------------------------------
// Making

// The exceptions as a tuple; *only_exceptions: none of them is a KeyboardInterrupt or the like.
static Value checked_exceptions(Value sequence, bool *only_exceptions) {
    if (!type_of(sequence)->get_item || dict_check(sequence))
        return raise_type_error("second argument (exceptions) must be a sequence");
    Value tuple = tuple_from_iterable(sequence);
    if (!tuple)
        return 0;
    if (!tuple_count(tuple))
        return raise_value_error("second argument (exceptions) must be a non-empty sequence");
    *only_exceptions = true;
    for (size_t i = 0; i < tuple_count(tuple); i++) {
        if (!exception_check(tuple_get(tuple, i)))
            return raise_value_error("Item %zd of second argument (exceptions) is not an exception", (ptrdiff_t)i);
        if (!object_is_instance(tuple_get(tuple, i), &Exception_type))
            *only_exceptions = false;
    }
    return tuple;
}

static Value group_make(Type *type, Value *args, size_t count, Value keywords) {
    if (count != 2)
        return raise_type_error("BaseExceptionGroup.__new__() takes exactly 2 arguments (%zd given)", (ptrdiff_t)count);
    if (!str_check(args[0]))
        return raise_type_error("BaseExceptionGroup.__new__() argument 1 must be str, not %s", argument_kind(args[0]));
    bool only_exceptions = true;
    Value exceptions = checked_exceptions(args[1], &only_exceptions);
    if (!exceptions)
        return 0;
    if (type == &BaseExceptionGroup_type && only_exceptions) {
        type = &ExceptionGroup_type;
        type_ready(type);
    }
    if (!only_exceptions && type == &ExceptionGroup_type)
        return raise_type_error("Cannot nest BaseExceptions in an ExceptionGroup");
    if (!only_exceptions && type_is_subtype(type, &Exception_type))
        return raise_type_error("Cannot nest BaseExceptions in '%N'", type);
    Value group = exception_make(type, args, count, keywords);
    if (!group)
        return 0;
    exception_of(group)->extra[GROUP_MESSAGE] = args[0];
    exception_of(group)->extra[GROUP_EXCEPTIONS] = exceptions;
    return group;
}

// A group of the built-in types.
static Value group_new(Value message, Value exceptions) {
    Value arguments[2] = {message, exceptions};
    type_ready(&BaseExceptionGroup_type);
    return group_make(&BaseExceptionGroup_type, arguments, 2, 0);
}

static Value group_str(Value self) {
    size_t count = tuple_count(group_exceptions(self));
    return str_format("%S (%zd sub-exception%s)", exception_of(self)->extra[GROUP_MESSAGE], (ptrdiff_t)count,
                      count == 1 ? "" : "s");
}

// ---------------------------------------------------------------------------------------------------------------
// Splitting

// Which exceptions a split takes: those of classes, those that a function says yes to, or those in a set.
typedef struct {
    enum { BY_CLASS, BY_FUNCTION, BY_IDENTITY } kind;
    Value value;                        // class or tuple of classes; callable; list of exceptions
} Matcher;

static bool is_exception_class(Value v) {
    return type_check(v) && type_is_subtype(type_from(v), &BaseException_type);
}

static bool is_tuple_of_classes(Value v) {
    if (!tuple_check(v))
        return false;
    for (size_t i = 0; i < tuple_count(v); i++)
        if (!is_exception_class(tuple_get(v, i)))
            return false;
    return true;
}

static bool matcher_from(Value v, Matcher *matcher) {
    matcher->value = v;
    matcher->kind = BY_CLASS;
    if (is_exception_class(v) || is_tuple_of_classes(v))
        return true;
    matcher->kind = BY_FUNCTION;
    if (object_callable(v) && !type_check(v))
        return true;
    return raise_type_error("expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

// 1, 0, or -1: raised.
static int matches(const Matcher *matcher, Value exception) {
    if (matcher->kind == BY_CLASS)
        return exception_matches(exception, matcher->value);
    if (matcher->kind == BY_FUNCTION) {
        Value answer = object_call1(matcher->value, exception);
        return answer ? object_truth(answer) : -1;
    }
    if (is_group(exception))            // only the leaves are listed
        return 0;
    const List *wanted = list_of(matcher->value);
    for (size_t i = 0; i < wanted->count; i++)
        if (wanted->items[i] == exception)
            return 1;
    return 0;
}

// A copy of the notes, if they are a list; other values of __notes__ are not taken over.
static bool copy_notes(Value from, Value to) {
    bool found;
    Value notes = object_find_attribute(from, NAME(__notes__), &found);
    if (!found)
        return !error_occurred();
    if (!list_check(notes))
        return true;
    Value copy = list_from_iterable(notes);
    return copy && object_set_attribute(to, NAME(__notes__), copy);
}

// The part of `group` that holds `exceptions` (a list): NONE when that is empty.
static Value derive_part(Value group, Value exceptions) {
    if (!list_of(exceptions)->count)
        return NONE;
    Value part = object_call_method(group, NAME(derive), &exceptions, 1);
    if (!part)
        return 0;
    if (!is_group(part))
        return raise_type_error("derive must return an instance of BaseExceptionGroup");
    const Exception *original = exception_of(group);
    Exception *e = exception_of(part);
    if (original->traceback)
        e->traceback = original->traceback;
    e->context = original->context;
    e->cause = original->cause;
    e->suppress_context = true;
    return copy_notes(group, part) ? part : 0;
}

typedef struct {
    Value match, rest;                  // NONE where empty
} Parts;

static bool split(Value exception, const Matcher *matcher, bool want_rest, Parts *parts);

// Splits each member of `group`, and adds the parts to two lists.
static bool split_members(Value group, const Matcher *matcher, bool want_rest, Value matching, Value others) {
    Value members = group_exceptions(group);
    for (size_t i = 0; i < tuple_count(members); i++) {
        Parts parts;
        if (!split(tuple_get(members, i), matcher, want_rest, &parts))
            return false;
        if (parts.match != NONE && !list_append(matching, parts.match))
            return false;
        if (want_rest && parts.rest != NONE && !list_append(others, parts.rest))
            return false;
    }
    return true;
}

static bool split(Value exception, const Matcher *matcher, bool want_rest, Parts *parts) {
    *parts = (Parts){NONE, NONE};
    int whole = matches(matcher, exception);
    if (whole < 0)
        return false;
    if (whole || !is_group(exception)) {
        *(whole ? &parts->match : &parts->rest) = exception;
        return true;
    }
    if (!mem_stack_check())
        return false;
    Value matching = list_new(NULL, 0), others = list_new(NULL, 0);
    if (!matching || !others || !split_members(exception, matcher, want_rest, matching, others))
        return false;
    parts->match = derive_part(exception, matching);
    if (!parts->match)
        return false;
    if (want_rest)
        parts->rest = derive_part(exception, others);
    return parts->rest != 0;
}

static Value group_py_split(Value self, Value *args) {
    Matcher matcher;
    Parts parts;
    if (!matcher_from(args[0], &matcher) || !split(self, &matcher, true, &parts))
        return 0;
    return tuple_pack(2, parts.match, parts.rest);
}

static Value group_py_subgroup(Value self, Value *args) {
    Matcher matcher;
    Parts parts;
    if (!matcher_from(args[0], &matcher) || !split(self, &matcher, false, &parts))
        return 0;
    return parts.match;
}

static Value group_py_derive(Value self, Value *args) {
    return group_new(exception_of(self)->extra[GROUP_MESSAGE], args[0]);
}

// ---------------------------------------------------------------------------------------------------------------
// except*

// Calls the split method, which a subclass may have overridden.
static Value split_by_method(Value group, Value matcher, Value *rest) {
    Value pair = object_call_method(group, NAME(split), &matcher, 1);
    if (!pair)
        return 0;
    if (!tuple_check(pair))
        return raise_type_error("%T.split must return a tuple, not %T", group, pair);
    if (tuple_count(pair) < 2)
        return raise_type_error("%T.split must return a 2-tuple, got tuple of size %zd", group,
                                (ptrdiff_t)tuple_count(pair));
    *rest = tuple_get(pair, 1);
    return tuple_get(pair, 0);
}

Value exception_group_split(Value exception, Value class_or_tuple, Value *rest) {
    *rest = NONE;
    if (exception_matches(exception, class_or_tuple)) {
        if (is_group(exception))
            return exception;
        Value alone = tuple_pack(1, exception);
        return alone ? group_new(NAME(empty), alone) : 0;
    }
    if (is_group(exception))
        return split_by_method(exception, class_or_tuple, rest);
    *rest = exception;
    return NONE;
}

static Value own_notes(Value exception) {
    Attributes *attributes = attributes_of(exception);
    return attributes ? attributes_get(attributes, NAME(__notes__)) : 0;
}

// Whether `part` came from `original` by splitting, and was raised again as it was.
static bool is_part_of(Value part, Value original) {
    if (!is_group(part) || !is_group(original))
        return false;
    const Exception *a = exception_of(part), *b = exception_of(original);
    return own_notes(part) == own_notes(original) && a->traceback == b->traceback && a->cause == b->cause &&
           a->context == b->context;
}

static bool collect_leaves(Value exception, Value leaves) {
    if (!is_group(exception))
        return list_append(leaves, exception);
    if (!mem_stack_check())
        return false;
    Value members = group_exceptions(exception);
    for (size_t i = 0; i < tuple_count(members); i++)
        if (!collect_leaves(tuple_get(members, i), leaves))
            return false;
    return true;
}

// The part of `original` with the leaves of the groups in `kept`: puts together what clauses raised again.
static Value rejoin(Value original, Value kept) {
    Value leaves = list_new(NULL, 0);
    if (!leaves)
        return 0;
    for (size_t i = 0; i < list_of(kept)->count; i++)
        if (!collect_leaves(list_of(kept)->items[i], leaves))
            return 0;
    Parts parts;
    return split(original, &(Matcher){BY_IDENTITY, leaves}, false, &parts) ? parts.match : 0;
}

Value exception_group_reraise(Value original, Value raised) {
    const List *all = list_of(raised);
    if (!is_group(original))            // it was wrapped, so only one clause can have run
        return all->count ? all->items[0] : NONE;
    Value fresh = list_new(NULL, 0), again = list_new(NULL, 0);
    if (!fresh || !again)
        return 0;
    for (size_t i = 0; i < all->count; i++) {
        Value exception = all->items[i];
        if (exception != NONE && !list_append(is_part_of(exception, original) ? again : fresh, exception))
            return 0;
    }
    Value rest = list_of(again)->count ? rejoin(original, again) : NONE;
    if (!rest || (rest != NONE && !list_append(fresh, rest)))
        return 0;
    size_t count = list_of(fresh)->count;
    return count == 0 ? NONE : count == 1 ? list_of(fresh)->items[0] : group_new(NAME(empty), fresh);
}

// ---------------------------------------------------------------------------------------------------------------
// Tables

static Value get_message(Value self) {
    return exception_field(self, GROUP_MESSAGE);
}

static Value get_exceptions(Value self) {
    return exception_field(self, GROUP_EXCEPTIONS);
}

static const AttributeDef group_attributes[] = {
    {"message", get_message, sequence_readonly, "exception message"},
    {"exceptions", get_exceptions, sequence_readonly, "nested exceptions"},
    {0}
};

static const MethodDef group_methods[] = {
    METHOD("derive", group_py_derive, "excs, /", "Make a group with the same message; split and subgroup call it."),
    METHOD("split", group_py_split, "matcher, /", "Return the parts that match and that do not; None for an empty one."),
    METHOD("subgroup", group_py_subgroup, "matcher, /", "Return the part that matches, or None."),
    CLASS_METHOD("__class_getitem__", generic_alias_py_class_getitem, "object, /", "See PEP 585"),
    METHODS_END
};

Type BaseExceptionGroup_type = {
    EXCEPTION_TYPE(BaseExceptionGroup, BaseException_type, "Several exceptions, raised together."),
    .size = EXCEPTION_SIZE(2),
    .make = group_make,
    .str = group_str,
    .methods = group_methods,
    .attributes = group_attributes,
};

// ExceptionGroup has two bases, which type_ready finds here.
static const struct {
    Object head;
    size_t count;
    Value items[2];
} group_bases = {{&tuple_type}, 2, {VALUE(&BaseExceptionGroup_type), VALUE(&Exception_type)}};

Type ExceptionGroup_type = {
    EXCEPTION_TYPE(ExceptionGroup, BaseExceptionGroup_type, "Several exceptions of type Exception, raised together."),
    .bases = (Tuple *)&group_bases,
};
