print(SystemExit().code, SystemExit(5).code, SystemExit(1, 2).code, SystemExit("text").code)
e = SystemExit(3)
e.code = 7
print(e.args, e.code)
