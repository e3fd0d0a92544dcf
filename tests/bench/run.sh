#!/bin/bash
# Times the programs beside this file with bitis and with whatever of python3, pypy3, micropython and lua is installed.
#   run.sh BINARY [ROUNDS]
# All run in turn, round after round; the figure is the median over the rounds of python3's CPU time divided by the
# interpreter's (bigger is faster). Outputs must agree. lua runs the .lua file beside a program, where there is one.
set -u
here=$(cd "$(dirname "$0")" && pwd)
bitis=$(realpath "$1")
rounds=${2:-3}
names=(python3 bitis)
command -v pypy3 >/dev/null && names+=(pypy3)
command -v micropython >/dev/null && names+=(micropython)
command -v lua >/dev/null && names+=(lua)
command -v python3 >/dev/null || names=("${names[@]:1}")
TIMEFORMAT='%U %S'

# CPU milliseconds of one run; "-" when it fails or prints something else than the first interpreter did.
measure() {
    local command=$1 out seconds
    [ "$command" = bitis ] && command=$bitis
    seconds=$({ time "$command" "$2" >/tmp/bench.$$ 2>/dev/null || echo failed; } 2>&1)
    out=$(cat /tmp/bench.$$)
    if [[ $seconds == *failed* ]]; then echo -; return; fi
    if [ -z "${expected:-}" ]; then expected=$out; elif [ "$out" != "$expected" ]; then echo -; return; fi
    echo "$seconds" | awk '{printf "%.0f", 1000 * ($1 + $2)}'
}
median() { sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

printf '%-16s %10s' program "${names[0]} ms"
for n in "${names[@]:1}"; do printf ' %12s' "$n"; done
echo
for program in "$here"/*.py; do
    declare -A ratios=()
    base_times=
    expected=
    for ((r = 0; r < rounds; r++)); do
        base=
        for n in "${names[@]}"; do
            file=$program
            [ "$n" = lua ] && file=${program%.py}.lua
            if [ -f "$file" ]; then t=$(measure "$n" "$file"); else t=-; fi
            if [ -z "$base" ]; then base=$t; base_times+="$t "; expected=$(cat /tmp/bench.$$); continue; fi
            [ "$t" = - ] || ratios[$n]+="$(awk -v a="$base" -v b="$t" 'BEGIN {printf "%.3f ", a / (b > 0 ? b : 1)}')"
        done
    done
    printf '%-16s %10s' "$(basename "$program" .py)" "$(tr ' ' '\n' <<<"$base_times" | grep . | median)"
    for n in "${names[@]:1}"; do
        if [ -n "${ratios[$n]:-}" ]; then printf ' %12.2f' "$(tr ' ' '\n' <<<"${ratios[$n]}" | grep . | median)"; else printf ' %12s' -; fi
    done
    echo
    unset ratios
done
rm -f /tmp/bench.$$
