// Signature: parsing the text of a native's parameters and binding a call's arguments to them. This is the
// only place that words complaints about argument counts and names; the wording follows the parameters'
// style, as CPython's does: none at all, exactly one, positional-only, or with names.
#include "objects/signature.h"
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/mem.h"
#include "objects/module.h"
#include "objects/str.h"
#include "objects/traceback_parts.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include <stdlib.h>

// --- parsing

// The end of one parameter: the next comma outside quotes and brackets.
static const char *parameter_end(const char *at) {
    int depth = 0;
    char quote = 0;
    for (; *at; at++) {
        if (quote) {
            if (*at == quote) quote = 0;
        } else if (*at == '\'' || *at == '"') {
            quote = *at;
        } else if (strchr("([{", *at)) {
            depth++;
        } else if (strchr(")]}", *at)) {
            depth--;
        } else if (*at == ',' && depth == 0) {
            break;
        }
    }
    return at;
}

static bool add_parameter(Signature *s, const char *text, size_t size, bool keyword_only) {
    int index = s->count++;
    if (index >= NATIVE_PARAMETERS_MAX) abort(); // a mistake in a table of this program
    size_t stars = strspn(text, "*");
    const char *name = text + stars;
    size_t name_size = 0;
    while (name_size < size - stars && name[name_size] != '=') name_size++;
    bool has_default = name_size < size - stars;
    if (stars == 1) {
        s->star = index;
    } else if (stars == 2) {
        s->double_star = index;
        s->keyword_end = index;
    } else if (keyword_only) {
        if (!has_default) s->keyword_required |= 1u << index;
    } else {
        s->positional = index + 1;
        if (!has_default) s->required = index + 1;
    }
    Value plain = str_ascii(name, name_size);
    return plain && (s->names[index] = str_intern(plain));
}

static Signature *parse(const char *text) {
    Signature *s = mem_alloc(sizeof *s);
    if (!s) return 0;
    bool of_class = *text == *NATIVE_OF_CLASS;
    text += of_class;
    *s = (Signature){.of_class = of_class, .text = text, .star = -1, .double_star = -1, .keyword_end = -1};
    s->calls_out = strstr(text, "iter") || strstr(text, "func") || strstr(text, "source") || strchr(text, '*');
    if (strncmp(text, NATIVE_RAW, 3) == 0) {
        s->raw = true;
        s->calls_out = false;
        s->count = 1; // no count of positional parameters that a caller could compare with
        return s;
    }
    bool keyword_only = false;
    for (const char *at = text; *at;) {
        const char *end = parameter_end(at);
        size_t size = (size_t)(end - at);
        if (size == 1 && *at == '/') {
            s->positional_only = s->count;
        } else if (size == 1 && *at == '*') {
            keyword_only = true;
        } else {
            if (!add_parameter(s, at, size, keyword_only)) return 0;
            if (*at == '*') keyword_only = true;
        }
        at = end + (*end == ',');
        while (*at == ' ') at++;
    }
    if (s->keyword_end < 0) s->keyword_end = s->count;
    return s;
}

Signature *signature_get(Signature **cell, const char *text) {
    if (unlikely(!*cell)) *cell = parse(text);
    return *cell;
}

Value signature_text(const char *text, NativeKind kind) {
    if (kind == NATIVE_STATIC_METHOD) return str_format("(%s)", text);
    text += *text == *NATIVE_OF_CLASS;
    const char *self = kind == NATIVE_FUNCTION ? "$module" : kind == NATIVE_CLASS_METHOD ? "$type" : "$self";
    if (strncmp(text, NATIVE_RAW, 3) == 0) text = text[3] ? text + 3 : "*args, **kwargs";
    if (!*text) return str_format("(%s, /)", self);
    bool own_slash = strstr(text, ", /") != 0;
    return str_format(own_slash ? "(%s, %s)" : "(%s, /, %s)", self, text);
}

// --- messages

// The type whose table the def lies in: messages name a method after it, whatever subclass self is of.
static const Type *owner_of(const MethodDef *def, Type *type) {
    for (; type; type = type->base) {
        for (const MethodDef *row = type->methods; row && row->name; row++) {
            if (row == def) return type;
        }
    }
    return 0;
}

// "list.pop" for a method, "math.sqrt" for a module's function, "len" for a builtin.
static Value qualified_name(const Callee *callee) {
    if (callee->def && callee->self && callee->def->kind != NATIVE_FUNCTION) {
        Type *type = type_check(callee->self) ? type_from(callee->self) : type_of(callee->self);
        const Type *owner = type_check(callee->self) || callee->bound ? 0 : owner_of(callee->def, type);
        Value owner_name = type_name(owner ? owner : type);
        return owner_name ? str_format("%S.%s", owner_name, callee->name) : 0;
    }
    Value module = callee->def ? module_of_function(callee->def) : 0;
    if (module && !str_equal(module, NAME(builtins))) return str_format("%S.%s", module, callee->name);
    return str_from(callee->name);
}

static const char *plural(ptrdiff_t n) { return n == 1 ? "" : "s"; }

static bool takes_names(const Signature *s) {
    return s->keyword_end - s->positional_only - (s->star >= s->positional_only) > 0 || s->double_star >= 0;
}

// Wrong number of positional values for a signature without names.
static Value wrong_count(const Signature *s, const Callee *callee, size_t count) {
    if (s->positional == 0 || (s->positional == 1 && s->required == 1 && s->star < 0)) {
        Value name = qualified_name(callee);
        if (!name) return 0;
        if (s->positional == 0) return raise_type_error("%S() takes no arguments (%zu given)", name, count);
        if (callee->def) return raise_type_error("%S() takes exactly one argument (%zu given)", name, count);
    }
    bool few = count < (size_t)s->required;
    int limit = few ? s->required : s->positional;
    const char *bound = s->required == s->positional && s->star < 0 ? "" : few ? "at least " : "at most ";
    return raise_type_error("%s expected %s%d argument%s, got %zu", callee->name, bound, limit, plural(limit),
                            count);
}

// Too many values in all, or too many or few positional ones, for a signature with names. Answers false when
// all is well.
static bool complain_about_counts(const Signature *s, const Callee *callee, size_t count,
                                  size_t keyword_count) {
    size_t named = (size_t)s->count - (s->star >= 0) - (s->double_star >= 0);
    if (s->count == 0) {
        raise_type_error("%s() takes no arguments", callee->name);
        return true;
    }
    if (s->star < 0 && s->double_star < 0 && count + keyword_count > named) {
        raise_type_error("%s() takes at most %zu %sargument%s (%zu given)", callee->name, named,
                         count == 0 ? "keyword " : "", plural((ptrdiff_t)named), count + keyword_count);
        return true;
    }
    if (s->star < 0 && count > (size_t)s->positional) {
        if (s->positional == 0) {
            raise_type_error("%s() takes no positional arguments", callee->name);
        } else {
            raise_type_error("%s() takes %s %d positional argument%s (%zu given)", callee->name,
                             s->required < s->positional ? "at most" : "exactly", s->positional,
                             plural(s->positional), count);
        }
        return true;
    }
    int least = s->required < s->positional_only ? s->required : s->positional_only;
    if (count < (size_t)least) {
        raise_type_error("%s() takes %s %d positional argument%s (%zu given)", callee->name,
                         least < s->positional || s->star >= 0 ? "at least" : "exactly",
                         least, plural(least), count);
        return true;
    }
    return false;
}

// --- binding

static int find_parameter(const Signature *s, Value name) {
    for (int i = s->positional_only; i < s->keyword_end; i++) {
        if (s->names[i] == name && i != s->star) return i;
    }
    if (str_of(name)->interned) return -1;
    for (int i = s->positional_only; i < s->keyword_end; i++) {
        if (i != s->star && str_equal(s->names[i], name)) return i;
    }
    return -1;
}

static bool bind_positional(const Signature *s, Value *args, size_t count, Value *bound) {
    size_t direct = count < (size_t)s->positional ? count : (size_t)s->positional;
    for (size_t i = 0; i < direct; i++) bound[i] = args[i];
    for (size_t i = direct; i < (size_t)s->count; i++) bound[i] = 0;
    if (s->star >= 0) {
        bound[s->star] = count > direct ? tuple_new(args + direct, count - direct) : tuple_empty;
        if (!bound[s->star]) return false;
    }
    return s->double_star < 0 || (bound[s->double_star] = dict_new());
}

// Binds the keywords that have a parameter. What is left over goes to **kwargs; the first leftover's index is
// answered in *unexpected when there is no **kwargs, and the first parameter that has an argument by position too in *twice, as
// messages about missing arguments go before both.
static bool bind_keywords(const Signature *s, Value *values, Value keywords,
                          size_t count, Value *bound, ptrdiff_t *unexpected, int *twice) {
    for (size_t i = 0; i < tuple_count(keywords); i++) {
        Value name = tuple_get(keywords, i);
        int at = find_parameter(s, name);
        if (at >= 0) {
            if (!bound[at] || (size_t)at >= count) bound[at] = values[i];
            else if (*twice < 0 || at < *twice) *twice = at;
        } else if (s->double_star >= 0) {
            if (!dict_set(bound[s->double_star], name, values[i])) return false;
        } else if (*unexpected < 0) {
            *unexpected = (ptrdiff_t)i;
        }
    }
    return true;
}

static bool complain_about_missing(const Signature *s, const Callee *callee, Value *bound) {
    for (int i = 0; i < s->count; i++) {
        bool required = i < s->required || (s->keyword_required >> i & 1);
        if (bound[i] || !required) continue;
        raise_type_error("%s() missing required argument '%S' (pos %d)", callee->name, s->names[i], i + 1);
        return true;
    }
    return false;
}

static bool complain_about_name(const Signature *s, const Callee *callee, Value wrong) {
    Value names = list_with_capacity(0), function = str_from(callee->name);
    for (int i = s->positional_only; names && i < s->count; i++)
        if (i != s->star && !list_append(names, s->names[i])) return false;
    return names && function && raise_unexpected_keyword(function, wrong, names);
}

static bool bind_with_names(const Signature *s, const Callee *callee, Value *args, size_t count,
                            Value keywords, Value *bound) {
    size_t keyword_count = keywords ? tuple_count(keywords) : 0;
    if (complain_about_counts(s, callee, count, keyword_count)) return false;
    if (!bind_positional(s, args, count, bound)) return false;
    ptrdiff_t unexpected = -1;
    int twice = -1;
    if (keywords && !bind_keywords(s, args + count, keywords, count, bound, &unexpected, &twice)) return false;
    if (complain_about_missing(s, callee, bound)) return false;
    if (twice >= 0)
        return raise_type_error("argument for %s() given by name ('%S') and position (%d)", callee->name, s->names[twice],
                                twice + 1);
    return unexpected < 0 || complain_about_name(s, callee, tuple_get(keywords, (size_t)unexpected));
}

bool signature_bind(const Signature *s, const Callee *callee, Value *args, size_t count, Value keywords,
                    Value *bound) {
    bool named = keywords && tuple_count(keywords) > 0;
    bool fits = count >= (size_t)s->required && (count <= (size_t)s->positional || s->star >= 0);
    if (likely(!named && fits && !s->keyword_required)) return bind_positional(s, args, count, bound);
    if (s->of_class || takes_names(s)) return bind_with_names(s, callee, args, count, keywords, bound);
    if (named) {
        Value name = qualified_name(callee);
        return name ? raise_type_error("%S() takes no keyword arguments", name) : 0;
    }
    return wrong_count(s, callee, count);
}
