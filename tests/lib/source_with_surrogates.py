for f in (compile,eval,exec):
    for s in ('x="\ud800"','\ud800','"é\udfff"','#\udc80\n1'):
        try: print(f(s,'<s>','exec') if f is compile else f(s))
        except Exception as e: print(type(e).__name__,ascii(str(e)), getattr(e,'start',None))
