import re
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: re.sub('a','b','aaa',2,0)); t(lambda: re.sub('a','b','aaa',2,0,5)); t(lambda: re.sub('a','b','aaa',2,count=3));t(lambda: re.sub('a','b','aaa',2,2,flags=3)); t(lambda: re.split('a','bab',1,0,1)); t(lambda: re.subn('a','b','aaa',2)); t(lambda: re.split('a','bab',1, maxsplit=2)); t(lambda: re.sub('a','b'))
