// What the files of the prompt share.
#pragma once
#include "lib/line_editor.h"

// Names, attributes, keywords and modules that could stand at the cursor of a text.
void repl_complete(const char *text, size_t cursor, Completions *c);
