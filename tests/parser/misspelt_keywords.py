# Keywords that are misspelt: the traceback says which one was probably meant.
import traceback

SOURCES = r'''
retrun 5
---
x = 1
retrun 5
---
def f():
    retrun 5
---
def f():
    a = 1
    retrun a
---
class A:
    def f(self):
        a = 1
        retrun a
---
class A:
    def f(self):
        a = 1
    dfe g(self):
        pass
---
x = 1; retrun 5
---
for i ni x:
    pass
---
if x:
    y = 1
esle:
    y = 2
---
try:
    x = 1
excpet E:
    pass
---
fro x in y: pass
---
x = 5
y = 6
fro x in y:
    print(x)
---
whlie True:
    pass
---
def f():
    fro x in y:
        pass
---
def f():
    if x:
        pass
    fro x in y:
        pass
---
improt a, b
---
form a import b
---
x = Flase or
---
impotr a
---
async dfe f():
    pass
---
clss A:
    x = 1
---
clas A(B):
    x = 1
---
print(a if b esle c)
---
[x fro x in y]
---
[x for x ni y]
---
f(a b)
---
x = (a nad b)
---
a nad b
---
a = b ro c
---
raise E form e
---
assrt x
---
wtih a as b: pass
---
with a sa b: pass
---
lamda x: x
---
x = lamda: 1
---
retrn
---
retrn x y
---
defn f(): pass
---
function f(): pass
---
def f()
    pass
---
foo bar
---
x y z
---
print x
---
elseif x: pass
---
if x: pass
elseif y: pass
---
unless x: pass
---
switch x: pass
---
do: x
---
var x = 1
---
let x = 1
---
int x = 1
---
x = y then z
---
if x then y
---
delete x
---
import a frm b
---
from a imports b
---
nto x
---
x si None
---
x is nto None
---
global x y
---
yeild x
---
def f():
    yeild x
---
awiat x
---
break x
---
brak 1
---
pss x
---
x = [1, 2, 3
fro y in x: pass
---
é fro x in y
---
日本 = 1; fro x in y: pass
'''

for source in SOURCES[1:-1].split('\n---\n'):
    try:
        compile(source, '<test>', 'exec')
    except SyntaxError as e:
        print(''.join(traceback.format_exception_only(e)))
