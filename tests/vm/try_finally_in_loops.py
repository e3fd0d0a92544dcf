def loop():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print('i', i)
        finally: print('fin', i)
    else: print('else')
    while True:
        try: return 'ret'
        finally: pass
    return 'broke'
try: print(loop())
except SyntaxError: pass
