// The unchanging part of sys: version, flags, limits of numbers.
#pragma once
#include "objects/object.h"

#define SYS_VERSION_TEXT "3.14.2"
#define SYS_VERSION_HEX 0x030e02f0                      // 3.14.2: the language that is spoken
bool sys_add_info(Value dict) must_use;
bool sys_add_coroutines(Value module) must_use;          // sys_coroutines.c
