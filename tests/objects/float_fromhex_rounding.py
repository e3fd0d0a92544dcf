# float.fromhex() rounds to the nearest, halves to even, also where numbers stop being normal.
for text in ('0x0.ffffffffffffecp-1022', '0x0.ffffffffffffe8p-1022', '0x0.fffffffffffff8p-1022', '0x0.00000000000008p-1022',
             '0x0.000000000000080001p-1022', '0x1.00000000000008p0', '0x1.00000000000018p0', '0x1.000000000000080000000000000001p0',
             '0x1.fffffffffffff8p1023', '0x1.fffffffffffff7ffp1023', '0x1p-1074', '0x1p-1075', '0x1.8p-1075', '0x1p1024',
             '0x0p99999999999999999999', '0x1p-99999999999999999999', '0x' + '0' * 300 + '1' + 'f' * 20, '0x.' + '0' * 300 + '1p1200',
             '-0x0', ' -.8p+1\n', 'InF', '-infinity', 'nan', '', '0x', '.', '0x.p1', '1p', '1p+', '1.2.3', '0x1_0', 'nan(1)', '1 2', 'x1', '1\0'):
    try:
        print(ascii(text)[:40], float.fromhex(text).hex())
    except (ValueError, OverflowError) as e:
        print(ascii(text)[:40], type(e).__name__, e)
