#!/bin/sh
# Runs the script tests below the folders given (all of tests/ by default) and the unit test programs, in parallel.
#   run.sh BINARY [FOLDER or TEST.py ...] ; unit test programs are named by the variable UNIT.
# Ends with "N passed, N failed"; the exit status is 0 when nothing failed.
here=$(dirname "$0")
binary=$(realpath "$1")
shift
[ $# -gt 0 ] || set -- "$here"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
find "$@" -name '*.py' | sort | while read -r test; do
    [ -f "${test%.py}.expected" ] && printf '%s\n' "$test"
done | xargs -r -P "${JOBS:-$(nproc)}" -n 1 "$here/one.sh" "$binary" >"$log"
grep -v '^ok ' "$log"
passed=$(grep -c '^ok ' "$log")
failed=$(grep -c '^FAILED ' "$log")
for program in $UNIT; do
    output=$("$program" 2>&1)
    last=$(printf '%s\n' "$output" | tail -1)
    p=$(printf '%s\n' "$last" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1/p')
    f=$(printf '%s\n' "$last" | sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\2/p')
    if [ -z "$p" ]; then p=0 f=1; fi
    [ "$f" = 0 ] || printf '%s:\n%s\n' "$program" "$output"
    passed=$((passed + p)) failed=$((failed + f))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
