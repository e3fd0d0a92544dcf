# The text of the error is the C library's: glibc's on Linux, where CPython says the same. A CPython built with another C
# library has other numbers and words.
try:
    2.0 ** 100000
except OverflowError as e:
    print(e.args)
