// Caller: what objects/ wants to know of the Python code that is running, given to it through hooks.
#pragma once

void caller_init(void);
