match = case = type = 3
print(match, case, type, match * 2, match - 1, [match for match in [case]])
match = {(1,): 2, -1: 4}
match[1,] = 5
match [-1]: int = 6
print(match, match [1,])
def case(x): return ('called', x)
print(case (1), case
      (2))
match case(1):
    case ('called', case): print('matched', case)
match (1, 2):
    case [a, b] if a: print(a, b)
match -1:
    case -1:
        match = 5
        print(match)
match not 0:
    case True: print('not')
match *[1], 2:
    case 1, 2: print('star')
type X = int; type Y[T] = list[T]
print(X.__name__, Y.__name__)
type type = X
print(type.__name__)
