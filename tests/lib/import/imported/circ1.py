import circ2
ok = circ2.late()
