# Widths and precisions may be in decimal digits of any script.
for spec in '٣', '5٣', '.٣', '>٨', '*^١٠.٢', '８d', '٠٥', '²', 'é٣':
    for value in 'abcd', 7, 2.5:
        try:
            print(ascii(spec), repr(format(value, spec)))
        except ValueError as e:
            print(ascii(spec), type(e).__name__, ascii(str(e)))
