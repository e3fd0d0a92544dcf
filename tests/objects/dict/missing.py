class D(dict):
    def __missing__(self, key):
        return f"missing {key}"
d = D(a=1)
print(d["a"], d["b"], d.get("b"), "b" in d, len(d))
class E(dict):
    def __missing__(self, key):
        self[key] = value = []
        return value
e = E()
e["x"].append(1)
e["x"].append(2)
print(e, type(e.copy()), type(e | {}))
