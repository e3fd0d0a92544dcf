import re
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: re.I); t(lambda: re.I|8); t(lambda: re.I & re.M); t(lambda: ~re.I); t(lambda: int(re.X)); t(lambda: re.RegexFlag(3)); t(lambda: re.RegexFlag(0)); t(lambda: list(re.RegexFlag)); t(lambda: re.I in (re.I|re.M)); t(lambda: re.I.name); t(lambda: (re.I|re.M).name); t(lambda: (re.I|re.M).value); t(lambda: re.I == 2); t(lambda: f'{re.I}'); t(lambda: str(re.I|re.M)); t(lambda: re.T)
t(lambda: re.error('x')); t(lambda: re.error('x','ab\nc',3).__dict__); t(lambda: str(re.error('x','abc',3)));t(lambda: str(re.error('x',b'a\nc',2)))
t(lambda: re.PatternError.__init__.__code__.co_varnames[:4])
