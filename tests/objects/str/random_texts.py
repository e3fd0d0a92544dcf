# Every method on random text with marks, ligatures, surrogates and line breaks, as checksums.
import random, unicodedata, zlib
random.seed(5)
pool=[chr(c) for c in list(range(32,127))+list(range(0xa0,0x250))+list(range(0x300,0x370))+[0x3a3,0x3c3,0x1e9e,0xdf,0x130,0x131,0xfb00,0xfb03,0x149,0x1f0,0x390,0x1100,0x1161,0x11a8,0xac00,0xac01,0x4e00,0xd800,0xdfff,0x1f600,0x10400,0x2028,0x85,0x1c5,0x345,0x37a,0x1fb3,0x9,0xa,0xd,0x1c,0x200b,0x3000]]
out=[]
for n in range(400):
    s=''.join(random.choice(pool) for _ in range(random.choice((0,1,2,3,5,17,40,70,130,300))))
    r=[s.upper(),s.lower(),s.title(),s.casefold(),s.swapcase(),s.capitalize(),s[::-1],s[::2],s[1::3],s[-1:0:-2],s[::37],s[::-40],repr(s),ascii(s),s.split(),s.splitlines(),s.splitlines(True),s.strip(),s.rsplit(None,2),s.partition('a'),s.rpartition('é'),s.replace('a','ßß'),s.replace('é',''),s.replace('','-',5),s.expandtabs(3),s.ljust(50,'é'),s.center(55),s.zfill(44),s.find('a',2),s.rfind('é',1,-1),s.count('e'),s.count(''),'%s|%s'%(s,s),'{}{:>20}{!r}'.format(s,s[:5],s[:3]),f'{s:.7}',s.isalpha(),s.istitle(),s.isidentifier(),s.isprintable(),s.isupper(),s[3:9],s[5:-5],len(s),s.encode('utf-8','surrogatepass'),s.encode('ascii','backslashreplace'),s.encode('latin-1','xmlcharrefreplace'),s.encode('utf-16','surrogatepass'),s.encode('cp1252','replace'),sorted(s)[:5],s+s, s*2, s.translate({97:'xy',233:None}), [hash(s)==hash(s[:]), s==s[::-1][::-1]]]
    for f in ('NFC','NFD','NFKC','NFKD'): r+= [unicodedata.normalize(f,s),unicodedata.is_normalized(f,s)]
    if s: r.append(s[len(s)//2]); r.append(s.index(s[-1]))
    out.append(zlib.crc32(repr(r).encode('utf-8','surrogatepass')))
    if n%100==99: print(n, zlib.crc32(str(out).encode()))
