import io
from shared import check_closed

path = '/tmp/bitis_closed_files'
check_closed(io.FileIO(path, 'w'))
check_closed(open(path, 'rb'))
check_closed(open(path, 'wb'))
check_closed(open(path, 'r+b'))
check_closed(open(path, 'r'))
check_closed(open(path, 'w'))
