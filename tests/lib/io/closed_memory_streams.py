import io
from shared import check_closed

check_closed(io.BytesIO(b'abc'))
check_closed(io.StringIO('abc'))
