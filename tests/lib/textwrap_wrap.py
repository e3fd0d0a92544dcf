import textwrap


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


s = "The quick brown fox jumped over the lazy dog. It was    a long day -- hello-world wellknown e.g. foo/bar and   end."
print(textwrap.wrap(s, 20)); print(textwrap.fill(s, 30, initial_indent='* ', subsequent_indent='  '))
print(textwrap.wrap('aaaaaaaaaaaaaaaaaaaaaaaaa bb', 10), textwrap.wrap('aaaaaaaaaaaaaaaaaaaaaaaaa bb', 10, break_long_words=False))
print(textwrap.shorten('Hello  world!', width=12), textwrap.shorten('Hello  world!', width=11), textwrap.shorten('Hello world', width=10, placeholder='...'))
print(repr(textwrap.dedent("\n    a\n      b\n\n    c\n  \n")), repr(textwrap.dedent("  x\n\ty\n")), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb\n", "> ", lambda l: True)))
print(textwrap.wrap(s, 20, max_lines=2), textwrap.wrap(s, 20, max_lines=2, placeholder=' ~'), textwrap.wrap(s, 25, fix_sentence_endings=True), textwrap.wrap("a\tb\nc", expand_tabs=False, replace_whitespace=False), textwrap.wrap("   lead", 20, drop_whitespace=False), textwrap.wrap("well-known-thing is here", 12, break_on_hyphens=False), textwrap.wrap("well-known-thing is here", 12))
t(lambda: textwrap.wrap('x', 0)); print(textwrap.wrap(''), textwrap.wrap('   '), textwrap.TextWrapper(width=5).wrap('hello world abc'))
t(lambda: textwrap.shorten('hello', 3)); t(lambda: textwrap.dedent(3))
print(textwrap.wrap("one -- two---three 'quoted' (paren) x-y a-1 --option foo--bar", 8))
