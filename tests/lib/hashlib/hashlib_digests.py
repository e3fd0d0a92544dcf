import hashlib
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
names = ['md5','sha1','sha224','sha256','sha384','sha512','sha3_224','sha3_256','sha3_384','sha3_512','shake_128','shake_256','blake2b','blake2s']
for n in names:
    f = getattr(hashlib, n)
    for d in (b'', b'abc', b'a'*55, b'a'*56, b'a'*63, b'a'*64, b'a'*65, b'a'*127, b'a'*128, b'a'*129, b'a'*135, b'a'*136, b'a'*137, b'a'*167, b'a'*168, b'a'*169, bytes(range(256))*5):
        h = f(d); a = (10,) if 'shake' in n else ()
        g = f(); 
        for i in range(0, len(d), 7): g.update(d[i:i+7])
        c = g.copy(); c.update(b'more')
        print(n, len(d), h.hexdigest(*a), g.digest(*a) == h.digest(*a), c.hexdigest(*a)[:16], h.name, h.digest_size, h.block_size)
    t(lambda: f('x')); t(lambda: f(5)); t(lambda: f(None)); t(lambda: f(b'').update('x')); t(lambda: f(b'').update(5)); t(lambda: f(b'').update()); t(lambda: f(bytearray(b'abc')).hexdigest(*((5,) if 'shake' in n else ()))); t(lambda: f(memoryview(b'abcdef')[::2])); t(lambda: hashlib.new(n, b'abc').name); t(lambda: hashlib.new(n.upper(), b'abc').name); t(lambda: f(usedforsecurity=False).name); t(lambda: f(data=b'abc').name); t(lambda: f(string=b'abc').name); t(lambda: f(b'a', string=b'abc').name); t(lambda: f(foo=5))
t(lambda: hashlib.new('foo')); t(lambda: hashlib.new(5)); t(lambda: hashlib.new('sha256', b'x', usedforsecurity=False).hexdigest()); t(lambda: hashlib.new('md5', 'x'))
s = hashlib.shake_128(b'x'); t(lambda: s.digest()); t(lambda: s.digest(-1)); t(lambda: s.digest(0)); t(lambda: s.hexdigest(400)); t(lambda: s.digest(length=3)); t(lambda: s.digest('a')); t(lambda: hashlib.shake_256(b'y').hexdigest(300))
t(lambda: hashlib.blake2b(b'x', digest_size=0)); t(lambda: hashlib.blake2b(b'x', digest_size=65)); t(lambda: hashlib.blake2s(b'x', digest_size=33)); t(lambda: hashlib.blake2b(b'x', key=b'k'*65)); t(lambda: hashlib.blake2s(b'x', key=b'k'*33)); t(lambda: hashlib.blake2b(b'x', salt=b's'*17)); t(lambda: hashlib.blake2b(b'x', person=b's'*17)); t(lambda: hashlib.blake2s(b'x', salt=b's'*9)); t(lambda: hashlib.blake2s(b'x', person=b's'*9)); t(lambda: hashlib.blake2b(fanout=256)); t(lambda: hashlib.blake2b(depth=0)); t(lambda: hashlib.blake2b(leaf_size=-1)); t(lambda: hashlib.blake2b(node_offset=-1)); t(lambda: hashlib.blake2b(node_offset=1<<64)); t(lambda: hashlib.blake2s(node_offset=1<<48)); t(lambda: hashlib.blake2b(node_depth=256)); t(lambda: hashlib.blake2b(inner_size=65)); t(lambda: hashlib.blake2b(depth=-1)); t(lambda: hashlib.blake2b(fanout=-1));  t(lambda: hashlib.blake2b(inner_size=-1));  t(lambda: hashlib.blake2b(node_depth=-1)); t(lambda: hashlib.blake2b(key='x')); t(lambda: hashlib.blake2b(b'a', b'b'))
for B, w in ((hashlib.blake2b, 64), (hashlib.blake2s, 32)):
    t(lambda: B(b'msg', digest_size=20, key=b'key', salt=b'salt', person=b'person').hexdigest()); t(lambda: B(b'msg', digest_size=w//2, fanout=2, depth=2, leaf_size=100, node_offset=5, node_depth=1, inner_size=w, last_node=True).hexdigest()); t(lambda: B(b'm'*300, key=b'k'*w).hexdigest()); t(lambda: B(key=b'k').hexdigest()); t(lambda: (B.MAX_DIGEST_SIZE, B.MAX_KEY_SIZE, B.PERSON_SIZE, B.SALT_SIZE, B(digest_size=5).digest_size)); t(lambda: B(b'x'*w*2).hexdigest()); t(lambda: B(b'x'*w*4).hexdigest())
t(lambda: sorted(hashlib.algorithms_guaranteed)); t(lambda: sorted(hashlib.algorithms_available))
import io
t(lambda: hashlib.file_digest(io.BytesIO(b'abc'*1000), 'sha256').hexdigest()); t(lambda: hashlib.file_digest(io.BytesIO(b'abc'), hashlib.md5).hexdigest()); t(lambda: hashlib.file_digest(5, 'md5')); 
for n in names: t(lambda: type(getattr(hashlib,n)())); t(lambda: getattr(hashlib,n))
import hmac
t(lambda: hmac.new(b'key', b'msg', 'sha256').hexdigest()); t(lambda: hmac.digest(b'key'*100, b'msg', 'md5').hex()); t(lambda: hmac.compare_digest(b'a', b'a')); t(lambda: hmac.compare_digest('a','b')); t(lambda: hmac.compare_digest('é','b')); t(lambda: hmac.compare_digest('a',b'b')); t(lambda: hmac.new(b'key')); t(lambda: hmac.new('key', digestmod='md5')); h=hmac.new(b'k', digestmod=hashlib.sha1); h.update(b'x'); t(lambda: (h.hexdigest(), h.copy().digest()==h.digest(), h.digest_size, h.block_size, h.name)); t(lambda: hmac.new(b'k', 'msg', 'md5')); t(lambda: hmac.new(b'k', b'', 'foo'))
