# Small programs over files: copying in blocks, PNG, WAV, ZIP, gzip, logs, dumps, records, pipes.
import os, io, struct, zlib, mmap, hashlib, binascii, base64, codecs, sys, array, collections
D = f'/tmp/bitis-programs-{os.getpid()}'
os.makedirs(D)
os.chdir(D)
# 1. copy a file in blocks into a preallocated bytearray
data=bytes((i*i>>3)&255 for i in range(300000))
open('src','wb').write(data)
buf=bytearray(65536); view=memoryview(buf); h=hashlib.sha256()
with open('src','rb',buffering=0) as s, open('dst','wb') as d:
    while n:=s.readinto(buf):
        d.write(view[:n]); h.update(view[:n])
print(os.path.getsize('dst'), h.hexdigest()==hashlib.sha256(data).hexdigest())
# 2. PNG write + parse
def chunk(t,d): return struct.pack('>I',len(d))+t+d+struct.pack('>I',zlib.crc32(t+d))
w,hh=17,9
raw=b''.join(b'\0'+bytes((x*y)&255 for x in range(w*3)) for y in range(hh))
png=b'\x89PNG\r\n\x1a\n'+chunk(b'IHDR',struct.pack('>IIBBBBB',w,hh,8,2,0,0,0))+chunk(b'tEXt',b'Comment\0hello')+chunk(b'IDAT',zlib.compress(raw,9))+chunk(b'IEND',b'')
open('a.png','wb').write(png)
with open('a.png','rb') as f:
    print(f.read(8))
    while hdr:=f.read(8):
        n,t=struct.unpack('>I4s',hdr); body=f.read(n); crc,=struct.unpack('>I',f.read(4))
        print(t,n,crc==zlib.crc32(body,zlib.crc32(t)), body[:13] if t!=b'IDAT' else len(zlib.decompress(body)))
# 3. WAV
pcm=array.array('h',[int(1000*((i%50)-25)/25) for i in range(800)])
with open('a.wav','wb') as f:
    f.write(b'RIFF'+struct.pack('<I',36+pcm.itemsize*len(pcm))+b'WAVEfmt '+struct.pack('<IHHIIHH',16,1,1,8000,16000,2,16)+b'data'+struct.pack('<I',len(pcm)*2)); pcm.tofile(f)
with open('a.wav','rb') as f:
    riff,size,wave=struct.unpack('<4sI4s',f.read(12)); print(riff,size,wave)
    while True:
        h8=f.read(8)
        if len(h8)<8: break
        cid,n=struct.unpack('<4sI',h8); body=f.read(n); print(cid,n, struct.unpack('<HHIIHH',body) if cid==b'fmt ' else array.array('h',body)[:5].tolist())
# 4. ZIP directory by hand
def zipfile(entries):
    out=io.BytesIO(); cd=b''
    for name,content in entries:
        c=zlib.compressobj(9,zlib.DEFLATED,-15); z=c.compress(content)+c.flush(); off=out.tell(); crc=zlib.crc32(content); nm=name.encode()
        out.write(struct.pack('<4sHHHHHIIIHH',b'PK\3\4',20,0x800,8,0,0x21,crc,len(z),len(content),len(nm),0)+nm+z)
        cd+=struct.pack('<4sHHHHHHIIIHHHHHII',b'PK\1\2',20,20,0x800,8,0,0x21,crc,len(z),len(content),len(nm),0,0,0,0,0,off)+nm
    o=out.tell(); out.write(cd+struct.pack('<4sHHHHIIH',b'PK\5\6',0,0,len(entries),len(entries),len(cd),o,0)); return out.getvalue()
z=zipfile([('a.txt',b'hello '*50),('dir/\u00fc.bin',bytes(1000))])
open('a.zip','wb').write(z)
with open('a.zip','rb') as f:
    m=mmap.mmap(f.fileno(),0,access=mmap.ACCESS_READ); e=m.rfind(b'PK\5\6'); n,sz,off=struct.unpack_from('<HII',m,e+10)
    for _ in range(n):
        v=struct.unpack_from('<4sHHHHHHIIIHHHHHII',m,off); nm=m[off+46:off+46+v[10]].decode(); lo=v[16]; ln,le=struct.unpack_from('<HH',m,lo+26); st=lo+30+ln+le
        body=zlib.decompress(m[st:st+v[8]],-15); print(ascii(nm),v[8],v[9],zlib.crc32(body)==v[7]); off+=46+v[10]+v[11]+v[12]
    m.close()
# 5. gzip framing
g=zlib.compressobj(9,zlib.DEFLATED,31); gz=g.compress(data)+g.flush()
d=zlib.decompressobj(47); out=bytearray()
for i in range(0,len(gz),1000): out+=d.decompress(gz[i:i+1000])
print(out==data,d.eof,gz[:4], struct.unpack('<II',gz[-8:])==(zlib.crc32(data),len(data)))
two=gz+gz; tot=b''; rest=two; c=0
while rest:
    d=zlib.decompressobj(31); tot+=d.decompress(rest); rest=d.unused_data; c+=1
print(c, tot==data*2)
# 6. log processing with mixed newlines/encodings
with open('log','wb') as f:
    for i in range(500): f.write(f'2024-01-{i%28+1:02} host{i%5} {"ERROR" if i%7==0 else "INFO"} caf\u00e9 {i}'.encode('utf-8' if i%3 else 'latin-1')+[b'\n',b'\r\n',b'\r'][i%3])
cnt=collections.Counter()
for line in open('log',encoding='utf-8',errors='replace'):
    p=line.rstrip('\n').split(' '); cnt[p[1],p[2]]+=1
print(sorted(cnt.items())[:4], sum(cnt.values()))
f=open('log',encoding='utf-8',errors='surrogateescape',newline=''); print(sum(1 for _ in f), f.newlines)
print(open('log','rb').read()==open('log',encoding='utf-8',errors='surrogateescape',newline='').read().encode('utf-8','surrogateescape'))
# 7. hexdump via mmap
with open('src','rb') as f, mmap.mmap(f.fileno(),0,prot=mmap.PROT_READ) as m:
    for o in range(0,48,16):
        r=m[o:o+16]; print(f'{o:08x}  {r.hex(" ")}  |{"".join(chr(b) if 32<=b<127 else "." for b in r)}|')
# 8. record file with update in place
R=struct.Struct('<I12sd')
with open('rec','w+b') as f:
    for i in range(100): f.write(R.pack(i,b'name%d'%i,i/3))
    for i in range(0,100,10): f.seek(i*R.size); a,b,c=R.unpack(f.read(R.size)); f.seek(-R.size,1); f.write(R.pack(a,b.rstrip(b'\0').upper(),c*2))
    f.seek(0); print([r[1].rstrip(b'\0') for r in R.iter_unpack(f.read())][:12])
with open('rec','r+b') as f, mmap.mmap(f.fileno(),0) as m:
    R.pack_into(m, 5*R.size, 555, b'five', 5.5); m.flush()
print(R.unpack_from(open('rec','rb').read(),5*R.size))
# 9. csv/ini by hand, config in utf-16
with open('cfg','w',encoding='utf-16') as f: print('[s]','k = v\u20ac','x=1',sep='\n',file=f)
print({k.strip():v.strip() for k,_,v in (l.partition('=') for l in open('cfg',encoding='utf-16') if '=' in l)})
# 10. tail -n
def tail(p,n):
    with open(p,'rb') as f:
        f.seek(0,2); pos=f.tell(); b=b''
        while pos>0 and b.count(b'\n')<=n:
            k=min(256,pos); pos-=k; f.seek(pos); b=f.read(k)+b
        return b.splitlines()[-n:]
print(tail('log',2))
# 11. base64 mail body, netstring, tlv
body=base64.encodebytes(data[:100]).decode(); print(body.splitlines()[0], base64.b64decode(body)==data[:100])
s=io.BytesIO(b'5:hello,3:abc,0:,')
def net(s):
    while True:
        n=b''
        while (c:=s.read(1)) not in (b':',b''): n+=c
        if not c: return
        d=s.read(int(n)); assert s.read(1)==b','; yield d
print(list(net(s)))
# 12. line reader over a pipe
r,w=os.pipe(); os.write(w,b'one\ntwo\nthree'); os.close(w)
with os.fdopen(r) as f: print([l for l in f])
r,w=os.pipe()
with open(w,'w',buffering=1) as wf, open(r) as rf: wf.write('hi\n'); print(rf.readline())
# 13. walking
os.makedirs('t/a/b',exist_ok=True)
for p in ('t/x','t/a/y','t/a/b/z'): open(p,'w').write(p)
print(sorted((os.path.relpath(os.path.join(r,f),'t'),os.path.getsize(os.path.join(r,f))) for r,_,fs in os.walk('t') for f in fs))
class Tee(io.TextIOBase):
    def __init__(s,*f): s.f=f
    def write(s,t): return [f.write(t) for f in s.f][0]
b1,b2=io.StringIO(),io.StringIO(); print('tee',1,file=Tee(b1,b2)); print(b1.getvalue()==b2.getvalue()=='tee 1\n')
class Crc(io.RawIOBase):
    def __init__(s,r): s.r=r; s.c=0
    def readable(s): return True
    def readinto(s,b): n=s.r.readinto(b); s.c=zlib.crc32(b[:n],s.c); return n
c=Crc(open('src','rb',0)); n=len(io.BufferedReader(c,4096).read()); print(n, c.c==zlib.crc32(data))
print(binascii.crc_hqx(data[:100],0), zlib.adler32(data), codecs.encode('Uryyb','rot13'), codecs.decode('616263','hex'))
os.chdir('/')
for folder, folders, files in os.walk(D, topdown=False):
    for file in files:
        os.unlink(os.path.join(folder, file))
    os.rmdir(folder)
