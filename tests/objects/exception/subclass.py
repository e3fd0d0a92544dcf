class Ex(Exception):
    def __init__(self, msg, code): super().__init__(msg); self.code = code
    def __str__(self): return f'[{self.code}] {self.args[0]}'
try: raise Ex('m', 5)
except Ex as e: print(e, e.code, repr(e), e.__dict__)
