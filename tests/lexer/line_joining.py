x = 1 + \
    2
y = [
    1,  # one

  2,
        3]
if x and \
   y:
    print(x, y,
'z')
    \
    print('joined indentation')
def f(a,
      b):

	# a comment with a tab does not count
    return a
print(f(1, 2)); print('end')
