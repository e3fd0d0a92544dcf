# A new encoding or error handler forgets which line ends were seen.
import io

for newline in None, '':
    for change in {'encoding': 'latin-1'}, {'errors': 'replace'}, {'newline': ''}, {'line_buffering': True}, {}:
        stream = io.TextIOWrapper(io.BytesIO(b'a\r\nb\rc\nd\r'), 'utf-8', newline=newline)
        seen = [stream.read(3), stream.newlines, stream.seek(2), stream.newlines]
        stream.reconfigure(**change)
        print(newline, change, *seen, stream.newlines, stream.read(2), stream.newlines)
