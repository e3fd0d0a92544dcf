# Where words with hyphens and dashes may be broken.
import textwrap
texts = ["this-is-a-useful-feature-for-reformatting posts from tim peters'ly", 'a-b-c', 'x-y-z-1', '_a-_b é-à-ü',
         "all's well-known--so 2-3 e-mail x-y-z-1 foo-9bar -opt --long-opt", 'Hello there -- you goof-ball, use the -b option!',
         'ab-c-d-ef--gh---ij -', 'ab1-cd a1-bc ab-1c', '--foo-bar a-- --', 'sub-', '1-2-3-four-five']
for text in texts:
    print(textwrap.TextWrapper()._split(text))
    for width in 1, 3, 5, 8, 13:
        print(width, textwrap.wrap(text, width), textwrap.wrap(text, width, break_on_hyphens=False),
              textwrap.wrap(text, width, break_long_words=False))
