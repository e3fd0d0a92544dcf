# Stripping looks at eight bytes at a time: what is next to them stays.
for n in range(20):
    print(n, (b' ' * n + b'aaaaaaaa' + b' ' * n).strip(), (b'xy' * n + b' z ' + b'yx' * n).strip(b'xy'),
          (b' ' * n + b'aaaaaaaaa').lstrip(), (b'bbbbbbbbb' + b'\0' * n).rstrip(b'\0'), (b'\t\n ' * n).strip())
