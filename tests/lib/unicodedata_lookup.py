import unicodedata
missing = 0
for code in [*range(0x3000), *range(0x3000, 0x110000, 11)]:
    name = unicodedata.name(chr(code), None)
    if name and unicodedata.lookup(name) != chr(code):
        missing += 1
print(missing)
for name in ['cjk unified ideograph-4e00', 'CJK UNIFIED IDEOGRAPH-4E00', 'CJK UNIFIED IDEOGRAPH-04E00', 'CJK UNIFIED IDEOGRAPH-E000',
             'CJK UNIFIED IDEOGRAPH-323B0', 'hangul syllable ga', 'HANGUL SYLLABLE GA', 'HANGUL SYLLABLE A', 'HANGUL SYLLABLE GAGX',
             'HANGUL SYLLABLE ', 'HANGUL SYLLABLE GGWAELB', 'TANGUT IDEOGRAPH-17000', 'khitan small script character-18b00', 'space', 'SPACE ',
             'egyptian hieroglyph-13460', 'cjk compatibility ideograph-f900', '', ' ', 'nul', 'KEYCAP ASTERISK', 'keycap asterisk',
             'LATIN SMALL LETTER R WITH TILDE', 'x' * 300, 'É', 'BELL', 'ALERT', 'LATIN SMALL LETTER GHA', 'VS256', 'LATIN  SMALL LETTER A']:
    try:
        print(ascii(name), ascii(unicodedata.lookup(name)))
    except KeyError as e:
        print(ascii(name), 'KeyError', ascii(e))
for function in 'name', 'category', 'decimal', 'numeric', 'normalize', 'is_normalized', 'lookup':
    for arguments in (), (1,), ('ab',), ('NFX', 'a'), ('NFC', 1), (2, 'a'), ('', ''), ('x', 5), ('\0',), ('\U00010fff', None):
        try:
            print(function, ascii(arguments), ascii(getattr(unicodedata, function)(*arguments)))
        except (TypeError, ValueError, KeyError) as e:
            print(function, ascii(arguments), type(e).__name__, e)
