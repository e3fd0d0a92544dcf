class S:
    @staticmethod
    def __call__(*a): return ('static', a)
    @classmethod
    def __getitem__(cls, k): return (cls.__name__, k)
    @classmethod
    def __class_getitem__(cls, k): return ('cg', k)
print(S()(1), S()[2], S[3])
