help('nope')
help('nope.x')
help(' .a ')
