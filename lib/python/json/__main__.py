"""python -m json: see json.tool."""

from json.tool import main

main()
