# Prints what a text leaves in `r`.

def check(src):
    namespace = {}
    try:
        exec("from dataclasses import *\nfrom typing import ClassVar\n" + src, namespace)
        print("ok", namespace.get("r"))
    except BaseException as e:
        print(type(e).__name__, e)
