cases = [r"'\N{SPACE}'", r"'\N{space}'", r"'\N{LATIN SMALL LETTER E WITH ACUTE}x'", r"'\N{nope}'", r"'ab\N{nope}cd'", r"'\N'", r"'\Nx'", r"'\N{'", r"'\N{}'", r"'\N{abc'", r"'é\N{abc'", r"'é\N{nope}'", r"'\N{é}'", r"'''\N{a'b}'''", "'''\\N{a\nb}'''", r"'\N{a{b}'", r"'\N{KEYCAP ASTERISK}'", r"'\N{LF}'", r"'\N{NULL}'", r"'\N{CJK UNIFIED IDEOGRAPH-4E00}'", r"'\N{cjk unified ideograph-4e00}'", r"'\N{HANGUL SYLLABLE HAN}'", r"b'\N{SPACE}'", r"r'\N{SPACE}'",
 r"f'\N{SPACE}'", r"f'\N{space}{1}'", r"f'{1}\N{nope}'", r"f'\N{nope}{1}'", r"f'\N'", r"f'\Nx'", r"f'\N{'", r"f'\N{}'", r"f'\N{abc'", r"f'\N {1}'", r"rf'\N{1}'", r"fr'\N{SPACE}'", r"f'{1:\N{SPACE}>5}'", r"f'{1:\N{DIGIT TWO}}'", r"f'{\N{SPACE}}'", r"f'{chr(65)!r:\N{ASTERISK}^9}'",r"f'\\N{1}'", r"'\\N{1}'", r"f'\N{SPACE}}'", r"f'{{\N{SPACE}'", r"f'\N{DIGIT ONE}{2}\N{DIGIT THREE}'", r"f'''\N{a'b}'''", r"f'\N{a{b}'", r"'a' '\N{SPACE}' f'\N{BULLET}'", r"f'\N{KEYCAP ASTERISK}'", r"'\N{ SPACE}'", r"'\N{SPACE }'", r"'\N{LATIN SMALL LETTER A}\N{bad name}'", "'\\N{"+"X"*300+"}'", r"'\N{BELL}\N{ALERT}'", r"'\N{latin small ligature ff}'", r"'\uD800\N{nope}'", r"u'\N{DIGIT ONE}'", r"'\\\N{nope}'", r"'\N{a\n}'", r"'\N{\}'", r"f'{'\N{BULLET}'}'",r"f'{x!r:\N{BULLET}}'",r"'\N{SPACE}", r"f'\N{SPACE}", r"f'\N{SPACE'", "f'\\N{SP\\\nACE}'", "'\\N{SP\\\nACE}'", r"'\N{E000}'", r"'\N{U+0041}'"]
for c in cases:
    try:
        print(c[:60].encode('unicode_escape'), ascii(eval(c)))
    except SyntaxError as e:
        print(c[:60].encode('unicode_escape'), type(e).__name__, ascii(e.msg), e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(c[:60].encode('unicode_escape'), type(e).__name__, ascii(e))
t = t'\N{BULLET}{1}\N{SPACE}'
print(ascii(t.strings))
for c in [r"t'\N{nope}'", r"t'\N{SPACE}{1:\N{BULLET}}'"]:
    try: print(ascii(eval(c)))
    except SyntaxError as e: print(c, e.msg, e.offset, e.end_offset)
