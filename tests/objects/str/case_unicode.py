for s in ("straße", "ΑΣ ΑΣΑ Σ ΑΣ.", "ǆ ǅ Ǆ", "ŉa", "ﬁx ﬃ", "İI", "ıi", "aſ", "Ὀδυσσεύς", "ᾳ ᾼ", "ʰΣ", "𐐀𐐨", "ΐ", "Ⅷ ⅷ", "A\u0301Σ\u0301"):
    print(ascii(s), *(ascii(f(s)) for f in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)))
