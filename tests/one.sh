#!/bin/sh
# Runs one test and prints "ok NAME" or "FAILED NAME" with the difference.
#   one.sh BINARY TEST.py          TEST_TIMEOUT: seconds (60)
# TEST.py runs in its own folder. Its standard output must be TEST.expected; its exit status that in TEST.status (0 when
# there is no such file); its standard error, where there is a TEST.stderr, that. TEST.stdin is fed to it.
unset PYTHONUNBUFFERED PYTHONIOENCODING
binary=$1
test=${2%.py}
folder=$(dirname "$test")
name=$(basename "$test")
out=$(mktemp) err=$(mktemp)
trap 'rm -f "$out" "$err"' EXIT
input=/dev/null
[ -f "$test.stdin" ] && input=$(realpath "$test.stdin")
# A build that collects every few allocations (make stress) never ends with deep nests, and interrupts natives where dead words
# still lie on the C stack. TEST.stress says how many allocations it must leave between two collections in this test.
[ -f "$test.stress" ] && export BITIS_GC_STRESS="$(cat "$test.stress")"
wanted=0
[ -f "$test.status" ] && wanted=$(cat "$test.status")
(cd "$folder" && exec timeout "${TEST_TIMEOUT:-60}" "$binary" "$name.py") <"$input" >"$out" 2>"$err"
status=$?
difference=$(diff "$test.expected" "$out")
[ -f "$test.stderr" ] && difference=$difference$(diff "$test.stderr" "$err")
if [ -z "$difference" ] && [ "$status" = "$wanted" ]; then
    echo "ok $test"
else
    echo "FAILED $test (exit status $status, expected $wanted)"
    printf '%s\n' "$difference" | head -20 | sed 's/^/    /'
    [ "$status" = "$wanted" ] || tail -5 "$err" | sed 's/^/    stderr: /'
fi
