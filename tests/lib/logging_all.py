# Loggers, handlers, formatters, filters and adapters, and what they refuse.
import logging, io, sys, re, os, warnings
s=io.StringIO()
def out():
    t=s.getvalue(); s.seek(0); s.truncate()
    print(t.replace(__file__,'FILE'),end='')
def t(f,*a,**k):
    try: print('->',f(*a,**k))
    except BaseException as e: print('!!',type(e).__name__,e)
sys.stderr=s
logging.warning('first %s','w'); logging.info('no'); out()
print(logging.root.handlers, logging.root)
logging.basicConfig(level=logging.DEBUG); logging.debug('still no'); out()
logging.basicConfig(level='DEBUG',stream=s,force=True,format='%(asctime)s|%(name)s|%(levelname)-8s|%(message)s',datefmt='X'); logging.debug('now'); out()
logging.basicConfig(level='INFO',stream=s,force=True,format='{levelname:>10} {name} {lineno} {funcName} {module} {message}',style='{')
def fn(): logging.info('in %d %s',1,'fn'); logging.info('stk',stacklevel=2)
fn(); out()
logging.basicConfig(stream=s,force=True,format='$levelname ${name} $message',style='$'); logging.error('dollar'); out()
logging.basicConfig(stream=s,force=True)
log=logging.getLogger('a.b.c'); print(log,log.parent,log.level,log.getEffectiveLevel(),log.name,log.propagate,log.handlers,log.disabled,log.hasHandlers())
logging.getLogger('a.b').setLevel('ERROR'); print(log.parent,log.getEffectiveLevel(),log.isEnabledFor(30)); log.warning('x'); log.error('y'); out()
print(logging.getLogger('a.b').getChild('c') is log, logging.getLogger('a').getChildren(), logging.getLogger() is logging.root, logging.getLogger('root') is logging.root, logging.getLogger('') is logging.root)
try: 1/0
except ZeroDivisionError: log.exception('exc %s','here'); log.error('e2',exc_info=True); logging.critical('crit',exc_info=sys.exc_info())
out()
log.error('ei',exc_info=ValueError('given')); log.error('none',exc_info=False); out()
log.error('%(a)s %(b)d',{'a':1,'b':2}); log.error('no args %s'); log.error('pct 100%'); log.error(ValueError('obj')); log.error(5); log.error(None); out()
log.log(35,'custom level'); logging.addLevelName(35,'NOTICE'); log.setLevel(1); log.log(35,'named'); out(); t(log.log,'x','y'); t(log.setLevel,'BAD'); t(log.setLevel,1.5); t(logging.getLevelName,10); t(logging.getLevelName,'INFO'); t(logging.getLevelName,33); t(logging.getLevelName,'zz'); print(logging.getLevelNamesMapping())
log.error('extra',extra={'k':1}); t(log.error,'x',extra={'message':1}); t(log.error,'x',extra={'name':1}); out()
h=logging.StreamHandler(s); h.setFormatter(logging.Formatter('%(k)s %(message)s')); l2=logging.getLogger('ex'); l2.propagate=False; l2.addHandler(h); l2.warning('m',extra={'k':'KV'}); out()
l2.warning('missing'); o=s.getvalue(); print(o.splitlines()[0],o.splitlines()[-2:], 'ValueError: Formatting field not found in record: \'k\'' in o); s.truncate(0); s.seek(0)
h.setFormatter(logging.Formatter('%(k)s %(message)s',defaults={'k':'dflt'})); l2.warning('missing'); out()
l2.warning('bad args %d','x'); o=s.getvalue(); print(o.splitlines()[0], o.splitlines()[-2:], 'TypeError' in o); s.truncate(0); s.seek(0)
logging.raiseExceptions=False; l2.warning('bad args %d','x'); out(); logging.raiseExceptions=True
for a in (('%',),('%(x)',),('abc',),('%(message)s',None,'?'),('{',None,'{'),('{message!z}',None,'{'),('{a b}',None,'{'),('x',None,'{'),('$',None,'$'),('x',None,'$'),('$message $',None,'$'),('{message:>10.3f}',None,'{'),('{message:q}',None,'{')):
    t(logging.Formatter,*a) if a!=('{message:>10.3f}',None,'{') else logging.Formatter(*a)
f=logging.Formatter('%(message)s'); r=logging.makeLogRecord({'msg':'hi %s','args':('x',),'levelname':'L','levelno':20,'name':'n'}); print(f.format(r),f._fmt,f.datefmt,f.usesTime(),r.getMessage(),r)
r.created=0.25; r.msecs=250.0; import time; f.converter=time.gmtime; print(f.formatTime(r),f.formatTime(r,'%H:%M')); f2=logging.Formatter('%(asctime)s %(message)s'); f2.converter=time.gmtime; print(f2.format(r)); f2.default_msec_format=None; print(f2.format(r))
print(sorted(vars(logging.LogRecord('n',20,'/a/b.py',3,'m',(),None))))
r=logging.LogRecord('n',20,'/a/b.py',3,'m %d',(1,),None,func='F'); print(r.module,r.filename,r.levelname,r.funcName,r.processName,r.threadName,r.taskName,r.lineno,r.pathname,r.exc_text,r.stack_info, repr(r))
class Flt(logging.Filter):
    def filter(self,record): return 'secret' not in record.getMessage()
l2.addFilter(Flt()); l2.warning('secret'); l2.warning('ok'); out(); l2.filters.clear(); h.addFilter(lambda rec: rec.levelno>=40); l2.warning('w'); l2.error('e'); out(); h.filters.clear()
def rep(rec):
    import copy; r=copy.copy(rec); r.msg='replaced'; return r
h.addFilter(rep); l2.warning('orig'); out(); h.filters.clear()
fl=logging.Filter('a.b'); print(fl.filter(logging.makeLogRecord({'name':'a.b.c'})),fl.filter(logging.makeLogRecord({'name':'a.bc'})),fl.filter(logging.makeLogRecord({'name':'a.b'})))
ad=logging.LoggerAdapter(l2,{'k':'AD'}); h.setFormatter(logging.Formatter('%(k)s:%(message)s')); ad.warning('adapted'); ad.warning('x',extra={'k':'no'}); out(); ad2=logging.LoggerAdapter(l2,{'k':'AD'},merge_extra=True); ad2.warning('x',extra={'k':'yes'}); out(); print(ad,ad.name,ad.isEnabledFor(10),ad.getEffectiveLevel())
class Ad(logging.LoggerAdapter):
    def process(self,msg,kw): return f"[{self.extra['id']}] {msg}",kw
h.setFormatter(None); Ad(l2,{'id':7}).error('proc %d',1); out()
try: 1/0
except: Ad(l2,{'id':7}).exception('pe'); print(s.getvalue().splitlines()[0],s.getvalue().splitlines()[-1]); s.truncate(0); s.seek(0)
nh=logging.NullHandler(); l3=logging.getLogger('nul'); l3.propagate=False; l3.addHandler(nh); l3.error('x'); out(); print(nh,nh.level)
l4=logging.getLogger('lonely'); l4.propagate=False; l4.error('last resort'); l4.info('no'); out(); lr=logging.lastResort; logging.lastResort=None; l4.error('zz'); l4.error('zz'); out(); logging.lastResort=lr
logging.disable(logging.ERROR); log.error('dis'); log.critical('crit'); out(); logging.disable(logging.NOTSET); log.disabled=True; log.critical('x'); out(); log.disabled=False
logging.captureWarnings(True); warnings.warn('captured'); out(); logging.captureWarnings(False)
h.name='hh'; print(logging.getHandlerByName('hh') is h, logging.getHandlerNames()); t(logging.getLogger,5); t(logging.basicConfig,foo=1); t(logging.basicConfig,force=True,foo=1); t(logging.basicConfig,force=True,filename='a',stream=s); t(logging.basicConfig,force=True,style='x'); t(logging.basicConfig,force=True,handlers=[],stream=s)
logging.basicConfig(force=True,handlers=[logging.StreamHandler(s)],format='%(message)s!'); logging.error('h'); out()
class MyL(logging.Logger):
    def notice(self,m,*a,**k): self._log(35,m,a,**k)
logging.setLoggerClass(MyL); logging.getLogger('my').notice('nn'); out(); logging.setLoggerClass(logging.Logger); t(logging.setLoggerClass,int)
class H(logging.Handler):
    def emit(self,rec): print('H',self.format(rec),rec.levelname)
logging.getLogger('hh').addHandler(H(logging.ERROR)); logging.getLogger('hh').error('eh'); logging.getLogger('hh').warning('wh'); out(); t(logging.Handler().emit,None); print(H()); 
t(log.warn,'dep'); out(); b=logging.BufferingFormatter(); print(b.format([r,r]),b.format([]))
old=logging.getLogRecordFactory()
def fac(*a,**k): rr=old(*a,**k); rr.custom='C'; return rr
logging.setLogRecordFactory(fac); logging.root.handlers[0].setFormatter(logging.Formatter('%(custom)s %(message)s')); logging.error('fac'); out(); logging.setLogRecordFactory(old)
sh=logging.StreamHandler(); print(sh.stream is sys.stderr, sh.setStream(s), sh.terminator); logging.shutdown()
