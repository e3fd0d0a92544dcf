#!/bin/bash
# The prompt at a real terminal, which tmux plays: keys go in, the screen is compared.
#   BITIS=BINARY run.sh [CASE ...]
# Ends with "N passed, N failed".
binary=$(realpath "${BITIS:-build/bitis}")
folder=$(mktemp -d)
socket=bitis-test-$$-0
terminals=0
passed=0 failed=0
unset NO_COLOR FORCE_COLOR PYTHON_COLORS
tmux() { command tmux -L "$socket" -f /dev/null "$@"; }
trap 'tmux kill-server 2>/dev/null; rm -rf "$folder"' EXIT

# start [WIDTH HEIGHT [COMMAND]]: a new terminal, with bitis in it. The shell below it is kept to see what comes after.
start() {
    tmux kill-server 2>/dev/null
    socket=bitis-test-$$-$((++terminals))
    tmux new-session -d -s t -x "${1:-80}" -y "${2:-24}" -c "$folder" \
        "env XDG_STATE_HOME='$folder/state' PYTHON_COLORS=${COLORS:-0} PS1='shell> ' LC_ALL=C.UTF-8 bash --norc --noprofile"
    tmux set-option -g escape-time 0
    see 'shell>' && text "clear; ${3:-$binary -q}" && key Enter && see '>>>'
}
key() { tmux send-keys -t t "$@"; }
text() { tmux send-keys -t t -l -- "$1"; }
# A line and some time: what is typed ahead of its execution counts as pasted, and is not indented.
line() { text "$1"; key Enter; sleep 0.1; }
paste() { printf '%s' "$1" | tmux load-buffer -; tmux paste-buffer -p -d -t t; }
screen() { tmux capture-pane -t t -p "$@"; }

# see TEXT: waits until the lines are on the screen, one below the other.
see() {
    [ -z "$bad" ] || return 1
    for _ in $(seq 100); do
        shown=$(screen)
        [[ $shown == *"$1"* ]] && return 0
        sleep 0.05
    done
    bad="$bad
expected:
$1
on the screen:
$shown"
    return 1
}
never() { [ -z "$bad" ] || return 1; shown=$(screen); [[ $shown != *"$1"* ]] || bad="$bad
not expected: $1
on the screen:
$shown"; }

case_typing() {
    start
    line '1 + 1'; see $'>>> 1 + 1\n2\n>>>'
    line '_ * 21'; see $'\n42\n'
    line 'None'; line "'x'"; see $'>>> None\n>>> \'x\'\n\'x\'\n>>>'
    text 'prnt(3)'; key Home Right Right; text 'i'; key End Enter; see $'>>> print(3)\n3'
    text 'abc def'; key C-w C-u; line '5'; see $'>>> 5\n5'
}
case_blocks() {
    start
    line 'def f(a):'; see $'>>> def f(a):\n...'
    line 'if a:'; line 'return 1'; line 'return 2'; key Enter
    see $'>>> def f(a):\n...     if a:\n...         return 1\n...     return 2\n...\n>>>'
    line 'f(0), f(1)'; see '(2, 1)'
    line 'x = [1,'; line '2]'; see $'>>> x = [1,\n... 2]\n>>>'
    line 'sum(x)'; see $'\n3\n'
    line 'for i in x: print(i)'; key Enter; see $'...\n1\n2\n>>>'
}
case_block_recall() {
    start
    line 'def g():'; line 'return "one"'; key Enter; see $'\n...\n>>>'
    key Up; see $'>>> def g():\n...     return "one"\n...\n>>> def g():\n...     return "one"'
    key BSpace BSpace BSpace BSpace BSpace; text '"two"'; key Up Home; text '# changed'; key Enter
    see $'# changed\n'
    key C-c; see 'KeyboardInterrupt'
    key Up; text '+ "!"'; key Enter Enter; line 'g()'; see "'one!'"
}
case_history() {
    rm -rf "$folder/state"
    start
    line 'first = 1'; line $'second = "a\\\\nb"'; line 'class C:'; line 'x = 7'; key Enter; key C-d; see 'shell>'
    start
    key Up; see $'>>> class C:\n...     x = 7'; key Enter Enter; line 'C.x'; see $'\n7\n'
    key C-p C-p C-p; see $'>>> second ='; key C-c
    key C-r; text 'fir'; see 'search: fir'; key Enter; see '>>> first = 1'; key Enter; line 'first'; see $'\n1\n'
    [ "$(stat -c %a "$folder/state/bitis/history")" = 600 ] || bad="$bad history is readable for others"
}
case_completion() {
    start
    text 'impo'; key Tab; see '>>> import'; text ' stru'; key Tab; see '>>> import struct'; key Enter
    text 'struct.unpack_f'; key Tab; see 'struct.unpack_from'; key C-c
    text 'from struct import calc'; key Tab; see 'import calcsize'; key Enter
    text 'calcs'; key Tab; line '("i")'; see $'\n4\n'
    text 'bytes.is'; key Tab Tab; see $'>>> bytes.is\nisalnum  isalpha'
    key C-c; line 'while False:'; see '...'; key Tab; text 'pass'; see $'...         pass'; key BTab; see $'...     pass'; key C-c
    text '"str'; key Tab; text '"'; key Enter; see "'str'"
}
case_interrupt() {
    start
    text 'unfinished('; key C-c; see $'>>> unfinished(\nKeyboardInterrupt\n>>>'
    line 'while True: pass'; key Enter; sleep 0.3; key C-c; see 'KeyboardInterrupt'
    line '"still " + "here"'; see "'still here'"
    line 'input("name: ")'; see 'name: '; key C-c; see $'KeyboardInterrupt\n>>>'
    line '1/0'; see $'    1/0\n    ~^~\nZeroDivisionError: division by zero\n>>>'
    key C-d; see 'shell>'
}
case_leaving() {
    start; line 'exit'; see 'shell>'
    start; line 'raise SystemExit(3)'; see 'shell>'; line 'echo status $?'; see 'status 3'
    start; line 'quit()'; see 'shell>'; line 'echo status $?'; see 'status 0'
    printf 'x = 5\nraise ValueError(x)\n' >"$folder/script.py"
    start 80 24 "$binary -i script.py"; see 'ValueError: 5'; line 'x + 1'; see $'\n6\n'
    key C-d; see 'shell>'
    line "$binary -c 'while 1: pass'; echo status \$?"; sleep 0.5; key C-c; see 'KeyboardInterrupt'; see 'shell>'; never 'status 0'
}
case_paste() {
    start
    paste $'def p(n):\n    if n:\n\n        return n\n    return "zero"\n\nprint(p(4))\np(0)'
    see $'... p(0)'; key Enter; see $'\n4\n\'zero\'\n>>>'
    paste $'for i in range(2):\n\tprint(i)\n'; key Enter; see $'\n0\n1\n>>>'
    key Up; see $'>>> for i in range(2):\n...         print(i)\n'
}
case_resize() {
    start 60 12
    text 'word = "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee"'; see 'eeeeee"'
    tmux resize-window -t t -x 30 -y 12; sleep 0.3; text ' + "end"'
    see $'>>> word = "aaaaaaaaaa bbbbbbb\nbbb cccccccccc dddddddddd eeee\neeeeee" + "end"'
    tmux resize-window -t t -x 70 -y 12; sleep 0.3; key Enter
    see $'>>> word = "aaaaaaaaaa bbbbbbbbbb cccccccccc dddddddddd eeeeeeeeee" +\n"end"\n>>>'
    line 'len(word)'; see $'\n57\n'
}
case_wide() {
    start 20 10
    text 's = "日本語日本語日本語"'; see $'>>> s = "日本語日本\n語日本語"'
    key Left Left BSpace; key End Enter; line 'len(s)'; see $'\n8\n'
    text 'é = "e'; text $'\u0301'; text '"'; key Left BSpace; key End Enter; line 'é'; see $'>>> é\n\'\''
}
case_tall() {
    start 40 8
    paste $'def tall():\n    a = 1\n    a = 2\n    a = 3\n    a = 4\n    a = 5\n    a = 6\n    a = 7\n    return a'
    see 'return a'; key Enter Enter; line 'tall()'; see $'\n7\n'
    key Up Up; for _ in 1 2 3 4 5 6 7 8; do key Up; done; see $'>>> def tall():\n...     a = 1'
    key C-End; see '...     return a'; key BSpace; text 'aa'; key Enter Enter; line 'tall()'; see "name 'aa' is not"
}
case_undo_kill() {
    start
    text 'one two three'; key C-w C-w; text 'x'; key C-a C-k C-y; see '>>> one x'; key C-_ C-_; text 'y'; key C-c
    text '[3, 1]'; key Left C-Left C-Left M-d; see '>>> [, 1]'; key C-y Enter; see $'\n[3, 1]\n'
}
case_no_newline() {
    start
    line 'print("abc", end="")'; see $'\nabc%\n>>>'
    line 'print("x" * 80)'; see $'xxx\n>>>'
}
case_prompts() {
    start
    line 'import sys; sys.ps1, sys.ps2 = "in: ", "  : "'; see 'in: '
    line 'if 1:'; line 'print("yes")'; key Enter; see $'in: if 1:\n  :     print("yes")\n  :\nyes\nin:'
    line 'sys.displayhook = lambda v: print("value", v)'; line '6'; see $'\nvalue 6\nin:'
}
case_colors() {
    COLORS=1 start
    line 'def f(): return 1/0'; key Enter; line 'f()'; see ZeroDivisionError
    shown=$(screen -e)
    for wanted in $'\033[1m\033[35m>>>' $'\033[1m\033[35mZeroDivisionError' $'\033[34mdef'; do
        [[ $shown == *"$wanted"* ]] || bad="$bad
no $(printf %q "$wanted") in $(printf %q "$shown")"
    done
}
case_job_control() {
    start
    text 'half = 1'; key C-z; see 'Stopped'; line 'fg'; see '>>> half = 1'; key Enter; line 'half'; see $'\n1\n'
}
case_dumb() {
    start 80 24 "TERM=dumb $binary -q"
    line 'for i in range(2):'; line '  print(i)'; key Enter; see $'0\n1\n>>>'
    line '1/0'; see ZeroDivisionError; key C-d; see 'shell>'
}
case_terminal_types() {
    for type in vt100 screen linux xterm-256color tmux-256color unknown-type; do
        start 60 12 "TERM=$type $binary -q"
        line 'def f(x):'; line 'return x * 2'; key Enter; see $'>>> def f(x):\n...     return x * 2\n...\n>>>'
        key Up; text ' + 1'; key Enter Enter; line 'f(4)'; see $'\n9\n>>>'
        key C-d; see 'shell>'
    done
}
case_no_type() {
    start 80 24 "env -u TERM $binary -q"
    line '1 + 1'; see $'2\n>>>'; line 'for i in 1, 2:'; line '    print(i)'; key Enter; see $'1\n2\n>>>'; key C-d; see 'shell>'
}
case_paste_plain() {                    # of a terminal that does not mark pasted text
    start
    printf 'def q(n):\n    if n:\n        return n\n    return "zero"\n\nprint(q(4), q(0))\n' | tmux load-buffer -
    tmux paste-buffer -d -t t
    see $'\n4 zero\n>>>'; never Error
}
case_paste_long() {
    start 60 15
    paste "$(printf 'table = {\n'; for k in $(seq 40); do printf '    "key %d": [%d, %d],\n' $k $k $((k * k)); done; printf '}\nlen(table)')"
    see 'len(table)'; key Enter; see $'\n40\n>>>'
    line 'table["key 7"]'; see $'\n[7, 49]\n'
}
case_tiny() {
    start 9 3
    text 'x=1234567890'; key Enter; see '>>>'; line 'x+1'; see $'123456789\n1\n>>>'
    key Up Up; key End BSpace; key Enter; line 'x'; see $'\n123456789\n'
}
case_resize_block() {
    start 50 12
    line 'def wide():'; text 'return "a long line of text that is wrapped" * 2'; tmux resize-window -t t -x 24 -y 12; sleep 0.3
    key Up End; text '  # note'; see '# note'; tmux resize-window -t t -x 60 -y 8; sleep 0.3
    key Down End; key Enter Enter; line 'len(wide())'; see $'\n70\n>>>'
}
case_history_unwritable() {
    printf 'x' >"$folder/file"
    start 80 24 "XDG_STATE_HOME='$folder/file' $binary -q"
    line 'a = 5'; key Up; see $'>>> a = 5\n>>> a = 5'; key Enter; line 'a'; see $'\n5\n>>>'; never rror; key C-d; see 'shell>'
}
case_history_shared() {
    rm -rf "$folder/state"
    start
    line 'first = 1'
    tmux split-window -t t "env XDG_STATE_HOME='$folder/state' PYTHON_COLORS=0 $binary -q"; sleep 0.5
    line 'second = 2'; key C-d; sleep 0.3; line 'third = 3'; key C-d; see 'shell>'
    start
    key Up; see '>>> third = 3'; key C-p; see '>>> second = 2'; key C-p; see '>>> first = 1'
}
case_delete_and_leave() {
    start
    text 'ab'; key Left C-d; see '>>> a'; key C-d; key Home C-d; text '7'; key Enter; see $'>>> 7\n7\n>>>'
    line 'if 1:'; key C-d; line 'print(8)'; key Enter; see $'\n8\n>>>'
}
case_answers() {
    start
    line 'exit'; see 'shell>'; line "$binary -q"; see '>>>'
    line 'copyright'; see Copyright; line 'license'; see $'\n>>>'; line 'help'; see 'help('; line 'quit'; see 'shell>'
}
case_mistakes() {
    start
    line 'whlie True:'; see $'    ^^^^^\nSyntaxError: invalid syntax. Did you mean \'while\'?\n>>>'
    line '[].apend(1)'; see "has no attribute 'apend'. Did you mean: 'append'?"
    line 'x = 5'; line 'x is 5'; see $'SyntaxWarning: "is" with \'int\' literal. Did you mean "=="?'; see $'\nTrue\n>>>'
    line 'mth.pi'; see "name 'mth' is not defined"; line 'math.pi'; see "Did you forget to import 'math'?"
    line 'f(a=1, a=2)'; see $'    f(a=1, a=2)\n           ^^^\nSyntaxError: keyword argument repeated: a'
}
case_startup() {
    printf 'print("started"); level = 9\n' >"$folder/startup.py"
    start 80 24 "PYTHONSTARTUP='$folder/startup.py' $binary -q"; see started; line 'level'; see $'\n9\n>>>'; key C-d
    start 80 24 "$binary -q -i -c 'x = 1; raise SystemExit(4)'"; see 'SystemExit: 4'; line 'x'; see $'\n1\n>>>'; key C-d; see 'shell>'
}

[ $# -gt 0 ] || set -- $(compgen -A function case_ | sed 's/^case_//')
for name; do
    bad=
    "case_$name"
    if [ -z "$bad" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'FAILED terminal/%s%s\n' "$name" "$bad"; fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
