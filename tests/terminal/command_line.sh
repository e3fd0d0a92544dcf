#!/bin/bash
# The command line: options, environment, ways to name a program, exit statuses.
#   BITIS=BINARY command_line.sh
# Ends with "N passed, N failed".
binary=$(realpath "${BITIS:-build/bitis}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
passed=0 failed=0
export PYTHON_COLORS=0
unset PYTHONPATH PYTHONSTARTUP PYTHONINSPECT PYTHONOPTIMIZE PYTHONUNBUFFERED PYTHONSAFEPATH PYTHONWARNINGS PYTHONDEVMODE
bitis() { "$binary" "$@"; }

# check WHAT EXPECTED: what the commands on standard input print, both streams, with "[status]" behind it.
check() {
    got=$(eval "$(cat)" 2>&1; echo "[$?]")
    if [ "$got" = "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED command line: %s\nexpected:\n%s\ngot:\n%s\n' "$1" "$2" "$got"
    fi
}

cat >show.py <<'END'
"""doc"""
import sys
assert len(sys.argv) < 3, 'assertion'
print(sys.argv, __doc__, __debug__, sys.flags.optimize)
END
mkdir -p pack/inner place empty
printf 'print("init")\n' >pack/__init__.py
printf 'print(__name__, __package__, __spec__.name, __file__.endswith("pack/__main__.py"))\nimport sys\nprint(sys.argv[1:])\n' >pack/__main__.py
printf 'from . import other\nprint(__name__, __spec__.parent, other.__name__)\n' >pack/part.py
printf '' >pack/other.py
printf 'print("inner")\n' >pack/inner/__init__.py
printf 'import beside\nprint(__name__, repr(__package__), beside.__name__)\n' >place/__main__.py
printf '' >place/beside.py
printf '#!/usr/bin/env bitis\nprint("by its first line")\n' >first.py

check 'script with arguments' $'[\'show.py\', \'-O\'] doc True 0\n[0]' <<<'bitis show.py -O'
check '-O' $'[\'show.py\', \'a\', \'b\'] doc False 1\n[0]' <<<'bitis -O show.py a b'
check '-OO' $'[\'show.py\'] None False 2\n[0]' <<<'bitis -OO show.py'
check 'PYTHONOPTIMIZE' $'[\'show.py\'] doc False 1\n[0]' <<<'PYTHONOPTIMIZE=yes bitis show.py'
check '-E' $'[\'show.py\'] doc True 0\n[0]' <<<'PYTHONOPTIMIZE=1 bitis -E show.py'
check 'letters together' $'1 1 1\n[0]' <<<"bitis -Bsuc 'import sys; print(sys.flags.no_user_site, len(sys.argv), sys.flags.hash_randomization)'"
check '-I' $'1 1 1 True []\n[0]' <<<"PYTHONPATH=/x bitis -I -c 'import sys; f = sys.flags; print(f.isolated, f.ignore_environment, f.no_user_site, f.safe_path, sys.path)'"
check '-P' $'[\'/x\']\n[0]' <<<"PYTHONPATH=/x bitis -P -c 'import sys; print(sys.path)'"
check '-X' $'{\'a\': True, \'b\': \'c=d\'}\n[0]' <<<"bitis -Xa -X b=c=d -c 'import sys; print(sys._xoptions)'"
check 'long integers' $'701\n[0]' <<<"bitis -X int_max_str_digits=0 -c 'print(len(str(10 ** 700)))'"
check 'no marks' $'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\n    1 + (2 / 0)\nZeroDivisionError: division by zero\n[1]' \
    <<<"bitis -X no_debug_ranges -c '1 + (2 / 0)'"
check 'first line skipped' $'Traceback (most recent call last):\n  File "junk", line 2, in <module>\n    raise ValueError\nValueError\n[1]' \
    <<<"printf 'this ( is no Python\nraise ValueError\n' >junk; bitis -x junk"
check 'a warning' $'<string>:1: SyntaxWarning: "is" with \'int\' literal. Did you mean "=="?\n  x = 1; print(x is 1)\nTrue\n[0]' \
    <<<"bitis -c 'x = 1; print(x is 1)'"
check '-W ignore' $'True\n[0]' <<<"bitis -W ignore -c 'x = 1; print(x is 1)'"
check '-W error' $'  File "<string>", line 1\nSyntaxError: "is" with \'int\' literal. Did you mean "=="?\n[1]' <<<"bitis -Werror -c 'x = 1; print(x is 1)'"
check 'PYTHONWARNINGS, then -W' $'<string>:1: ImportWarning: a\n<string>:1: UserWarning: b\n[\'ignore\', \'once\', \'default::UserWarning\']\n[0]' <<<"PYTHONWARNINGS=ignore,once bitis \
    -W default::UserWarning -c 'import sys, warnings; print(sys.warnoptions); warnings.warn(\"a\", ImportWarning); warnings.warn(\"b\")' |& grep -v '^ '"
check 'a wrong -W' $'Invalid -W option ignored: invalid action: \'no\'\n[0]' <<<"bitis -W no -c 0"
check '-m' $'init\n__main__ pack pack.__main__ True\n[\'x\']\n[0]' <<<'bitis -m pack x'
check '-m of a part' $'init\n__main__ pack pack.other\n[0]' <<<'bitis -m pack.part'
check '-m without __main__' $'init\ninner\nbitis: No module named pack.inner.__main__; \'pack.inner\' is a package and cannot be directly executed\n[1]' <<<'bitis -m pack.inner'
check '-m of nothing' $'bitis: No module named nothing\n[1]' <<<'bitis -m nothing'
check '-m in nothing' $'bitis: Error while finding module specification for \'nothing.x\' (ModuleNotFoundError: No module named \'nothing\')\n[1]' <<<'bitis -m nothing.x'
check 'a folder' $'__main__ \'\' beside\n[0]' <<<'bitis place'
check 'a folder without __main__' $'bitis: can\'t find \'__main__\' module in \'empty\'\n[1]' <<<'bitis empty'
check 'a file that is not there' "bitis: can't open file '$folder/none.py': [Errno 2] No such file or directory"$'\n[2]' <<<'bitis none.py'
check 'first line' $'by its first line\n[0]' <<<'bitis first.py'
check 'standard input' $'[\'-\', \'a\']\n[0]' <<<"echo 'import sys; print(sys.argv)' | bitis - a"
check 'piped, wrong' $'  File "<stdin>", line 1\n    x = (\n        ^\nSyntaxError: \'(\' was never closed\n[1]' <<<"echo 'x = (' | bitis"
check 'plain prompt' $'>>> 3\n>>> ... 1\n2\n>>> \n[0]' <<<"printf '1 + 2\nfor i in 1, 2: print(i)\n\n' | bitis -qi"
check 'usage' $'Unknown option: -Z\nusage: bitis [option] ... [-c code | -m module | file | -] [argument] ...\nTry `bitis -h\' for more information.\n[2]' <<<'bitis -Z'
check 'unknown word' 'unknown option --what [2]' <<<'bitis --what 2>&1 | head -1 | tr "\n" " "; (exit ${PIPESTATUS[0]})'
check 'no argument' 'Argument expected for the -c option [2]' <<<'bitis -c 2>&1 | head -1 | tr "\n" " "; (exit ${PIPESTATUS[0]})'
check 'version' $'bitis 0.1 (Python 3.14)\n[0]' <<<'bitis -V'
check 'exit statuses' $'0 5 1 1 255 0 1 \n[0]' <<<"for code in None 5 '\"text\"' '1, 2' -1 256 2.5; do bitis -c \"raise SystemExit(\$code)\" 2>/dev/null; printf '%s ' \$?; done; echo"
check 'status as text' $'good bye\n[1]' <<<"bitis -c 'raise SystemExit(\"good bye\")'"
check 'interrupted' $'130\n[0]' <<<"(bitis -c 'raise KeyboardInterrupt' 2>/dev/null; exit \$?); echo \$?"
check 'closed pipe' $'0\n1\n[0]' <<<"bitis -c 'for i in range(100000): print(i)' 2>/dev/null | head -2"
check 'full disk' $'OSError: [Errno 28] No space left on device\n[1]' <<<"bitis -u -c 'print(1)' 2>&1 >/dev/full | tail -1; (exit \${PIPESTATUS[0]})"
check 'reader gone' $'0\n[141]' <<<"bitis -c 'for i in range(100000): print(i)' | head -1; (exit \${PIPESTATUS[0]})"
check 'flush at the end' $'[120]' <<<"bitis -c 'import sys; sys.stdout = open(\"/dev/full\", \"w\"); print(1)' 2>/dev/null"
check 'no excepthook' $'sys.excepthook is missing\n[1]' <<<"bitis -c 'import sys; del sys.excepthook; 1/0' 2>&1 | head -1; (exit \${PIPESTATUS[0]})"
check 'excepthook that leaves' $'[9]' <<<"bitis -c 'import sys; sys.excepthook = lambda *a: sys.exit(9); 1/0'"

# A heap that is full: what there is no room for is a MemoryError, also in GMP, in a type that is first used now, and in the
# tables of what is to be finalized. (Under AddressSanitizer no program starts with so little.)
cat >full.py <<'END'
import math
class Finalized:
    def __del__(self): pass
number, kept, failed = 3 ** 300000, [], 0
cases = [lambda: number * number, lambda: math.factorial(10 ** 5), lambda: math.comb(10 ** 5, 5 * 10 ** 4), lambda: str(number % 10 ** 4000),
         lambda: int('7' * 4000), lambda: pow(3, 10 ** 30, number), lambda: [Finalized() for _ in range(3000)],
         lambda: math.isqrt(number), lambda: divmod(number, 7 ** 50000), lambda: {}.items() & [], lambda: frozenset().__and__, Exception().with_traceback,
         lambda: [setattr(Finalized(), f'name{k}of{len(kept)}', k) for k in range(300)]]
for size in 100000, 3000, 600:
    for case in cases:
        try:
            while True: kept.append(bytes(size))
        except MemoryError:
            failed += 1
        for _ in range(4):
            try: case()
            except (MemoryError, TypeError): pass
        del kept[-20:]
    kept.clear()
print(failed)
END
[ -z "$(nm "$binary" 2>/dev/null | grep -m1 __asan_init)" ] &&
    check 'full heap' $'39\n[0]' <<<"ulimit -v 60000; bitis full.py"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
