#!/bin/bash
# A new user's first ten minutes, at a real terminal that tmux plays. What comes out is the page ten_minutes.txt beside this file.
#   BITIS=BINARY ten_minutes.sh            compares with the page, and ends with "N passed, N failed"
#   BITIS=BINARY ten_minutes.sh --write    writes the page
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
binary=$(realpath "${BITIS:-$root/build/bitis}")
folder=$(mktemp -d)
socket=bitis-minutes-$$
tmux() { command tmux -L "$socket" -f "$folder/tmux.conf" "$@"; }
trap 'tmux kill-server 2>/dev/null; sleep 0.2; rm -rf "$folder"' EXIT
page=$folder/page
seen=0                          # lines of the screen that are on the page

key() { tmux send-keys -t t "$@"; }
screen() { tmux capture-pane -t t -p -S -; }
# Waits for a prompt on the last line.
ready() {
    for _ in $(seq 200); do
        case $(screen | sed '/^$/d' | tail -1) in '$'|'>>>'|'...') return 0 ;; esac
        sleep 0.05
    done
    screen | tail -5 >&2
    return 1
}
# Lines as they are typed, one after the other; blanks before them come from the prompt, where it indents. An empty one ends a block.
type() {
    while IFS= read -r text; do
        tmux send-keys -t t -l -- "${text#"${text%%[! ]*}"}"
        key Enter
        sleep 0.1
        ready || exit 1
    done
}
# A paragraph of the page.
say() { fold -sw 110 | sed 's/ *$//' >>"$page"; echo >>"$page"; }
# What has come to the screen since the last time, but for the line with the prompt.
keep() {
    screen | sed '/^$/d' >"$folder/lines"
    total=$(wc -l <"$folder/lines")
    sed -n "$((seen + 1)),$((total - 1))p" "$folder/lines" | sed 's/0x[0-9a-f]\{6,\}/0x.../; s/^/    /' >>"$page"
    echo >>"$page"
    seen=$((total - 1))
}

echo 'set -g history-limit 10000' >"$folder/tmux.conf"
mkdir "$folder/home" "$folder/bin"
# Installs what has been built, as `make install` would; without touching the build.
cat >"$folder/bin/make" <<END
#!/bin/sh
if [ -f "$(dirname "$binary")/libbitis.a" ]; then
    exec $(command -v make) --no-print-directory -s -C "$root" BUILD="$(dirname "$binary")" -o all -o "$(dirname "$binary")/libbitis.a" "\$@" >/dev/null
fi
install -D "$binary" "\$HOME/.local/bin/bitis"
END
chmod +x "$folder/bin/make"
tmux new-session -d -s t -x 118 -y 50 -c "$folder/home" \
    "env -i HOME='$folder/home' TERM=screen LC_ALL=C.UTF-8 PYTHON_COLORS=0 PS1='\$ ' PATH='$folder/home/.local/bin:$folder/bin:/usr/bin:/bin' bash --norc --noprofile"
ready || exit 1

say <<'END'
A new user's ten minutes
========================
END
say <<'END'
Everything below the lines of text was typed into a terminal, and answered by bitis (tests/terminal/ten_minutes.sh does it again). In the folder of the clone:
END
type <<'END'
make -s install PREFIX=~/.local
bitis --version
END
keep
say <<'END'
The examples of a tutorial about memoryview, line by line:
END
type <<'END'
bitis
#random bytearray
random_byte_array = bytearray('TIPSMAKE', 'utf-8')
mv = memoryview(random_byte_array)
# Access index at position 0 of memory view
print(mv[0])
# Create byte from memory view
print(bytes(mv[0:2]))
# create list memory view
print(list(mv[0:3]))
# random bytearray
random_byte_array = bytearray('QTIPSMAKE', 'utf-8')
print('before fixing:', random_byte_array)
mv = memoryview(random_byte_array)
# Update the index of the number 1 position of mv into U
mv[1] = 85
print('after fixing:', random_byte_array)
END
keep
say <<'END'
What the tutorial says in words, as a picture: the view lies on the bytearray, so a change of one is a change of the other.
END
type <<'END'
import bitis
middle = mv[2:5]
bitis.show(random_byte_array)
END
keep
say <<'END'
Mistakes. A name that does not exist, a method that does not exist, a module that was not imported, a keyword that is misspelt, the print statement of old, and a bytearray that cannot grow while views lie on it:
END
type <<'END'
random_byte_aray
mv.tolst()
struct.unpack('<H', mv[:2])
whlie mv[0] > 0:
print "after", mv[1]
random_byte_array.append(33)
mv.release()
middle.release()
random_byte_array.append(33)
random_byte_array
END
keep
say <<'END'
A loop without an end; Ctrl-C breaks it, and nothing is lost:
END
tmux send-keys -t t -l 'while True: pass'; key Enter; sleep 0.2; key Enter; sleep 0.5; key C-c; ready
type <<'END'
random_byte_array.decode()
exit
END
keep
say <<'END'
A script from a pipe, and one from a file with input from a pipe:
END
type <<'END'
echo 'print(sum(range(101)))' | bitis
echo 'import sys; print(sys.stdin.buffer.read().hex(" "))' >dump.py
printf 'TIPS\r\n' | bitis dump.py
END
keep
say <<'END'
A picture's header. First a file of one white pixel is made, as PNG has it; then its header is read in place, through views:
END
type <<'END'
bitis -q
import struct, zlib
def chunk(kind, data):
return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

with open('dot.png', 'wb') as file:
file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 1, 1, 8, 0, 0, 0, 0)))
file.write(chunk(b'IDAT', zlib.compress(b'\0\xff')) + chunk(b'IEND', b''))

png = memoryview(open('dot.png', 'rb').read())
from bitis import hexdump, show
hexdump(png)
bytes(png[:8]) == b'\x89PNG\r\n\x1a\n'
length, kind = struct.unpack_from('>I4s', png, 8)
length, kind
header = png[16:16 + length]
struct.unpack('>IIBBBBB', header)
show(png.obj)
zlib.crc32(png[12:29]) == struct.unpack_from('>I', png, 29)[0]
exit
END
keep

if [ "$1" = --write ]; then
    cp "$page" "$here/ten_minutes.txt"
elif diff "$here/ten_minutes.txt" "$page"; then
    echo '1 passed, 0 failed'
else
    echo '0 passed, 1 failed'
    exit 1
fi
