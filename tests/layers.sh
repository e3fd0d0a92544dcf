#!/bin/sh
# Checks the folder table of README: what a folder includes, by the compiler's dependency files, and what it links to,
# by the symbols of its objects.
#   layers.sh BUILD
build=$1
bad=0

# allowed FOLDER PATTERN: headers of the project that objects of FOLDER may depend on
allowed() {
    for file in "$build"/$1/*.d; do
        tr -s ' \\\n' '\n' <"$file" | grep -E '^(lexer|parser|objects|vm|lib)/.*\.(h|def|inc)$' | sort -u | while read -r header; do
            printf '%s\n' "$header" | grep -qE "$2" || echo "$file: $header"
        done
    done
}
wrong=$(
    allowed lexer '^lexer/'
    allowed parser '^(lexer|parser)/'
    allowed objects '^objects/'
    allowed vm/compiler '^(lexer|parser|objects)/|^vm/(compiler/|opcodes.def|code.h)'
    allowed vm '^objects/|^vm/[^/]*$'
)
[ -z "$wrong" ] || { echo 'includes that the folder table forbids:'; printf '%s\n' "$wrong"; bad=1; }

# defined FOLDER..., wanted FOLDER...: symbols
defined() { for f in "$@"; do nm -g --defined-only "$build/$f"/*.o 2>/dev/null; done | awk 'NF == 3 {print $3}' | sort -u; }
wanted() { for f in "$@"; do nm -u "$build/$f"/*.o 2>/dev/null; done | awk 'NF == 2 {print $2}' | sort -u; }
links() {
    name=$1 from=$2; shift 2
    found=$(defined "$@" >"$build/layers.tmp"; wanted "$from" | comm -12 - "$build/layers.tmp")
    rm -f "$build/layers.tmp"
    [ -z "$found" ] || { echo "$name needs symbols of folders above it:"; printf '%s\n' "$found"; bad=1; }
}
links lexer/ lexer parser objects vm vm/compiler lib
links parser/ parser objects vm vm/compiler lib
links objects/ objects lexer parser vm vm/compiler lib
links vm/ vm lexer parser vm/compiler lib
links vm/compiler/ vm/compiler lib

# Only mem.c and mem.h may know the collector.
leaks=$(grep -lE '#include <gc(/|\.h|_)' lexer/* parser/* objects/* vm/*.[ch] vm/compiler/* lib/* 2>/dev/null | grep -vE '^objects/mem')
[ -z "$leaks" ] || { echo "the collector's header outside objects/mem.c: $leaks"; bad=1; }

[ $bad = 0 ] && echo 'layers: in order'
exit $bad
