# The comparisons that sorting a short list makes, in their order; equal items in a descending run keep their order.
class Noted:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        log.append(f'{self.value}<{other.value}')
        return self.value[0] < other.value[0]


for words in ['a', 'b a', 'a b', 'a1 a2 a3', 'c b a', 'c1 c2 b a', 'c b1 b2 a1 a2 d', 'a b a c', 'c b a b d', 'b1 b2 c a',
              'd c b a e f', 'e d c b1 b2 b3 f a']:
    log = []
    result = sorted(map(Noted, words.split()))
    print(words, '|', *(item.value for item in result), '|', *log)
print(sorted([0.0, -0.0, 1.0, -0.0], reverse=True), sorted([1.0, 0.0, -0.0]), sorted([2, True, 1.0, False, 0.0, -1]))
