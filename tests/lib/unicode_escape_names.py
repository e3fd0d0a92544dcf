for b in [rb'\N{SPACE}x', rb'a\N{nope}b', rb'\N', rb'\N{', rb'\N{}x', rb'\N{SPACE', rb'\Nx', rb'\N{e\xe9}', b'\\N{\xe9}', rb'\N{KEYCAP ASTERISK}', rb'\N{lf}']:
    for h in 'strict','replace','ignore','backslashreplace':
        try: print(b, h, ascii(b.decode('unicode_escape', h)))
        except UnicodeError as e: print(b, h, e)
