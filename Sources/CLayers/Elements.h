#ifndef CLAYERS_ELEMENTS_H
#define CLAYERS_ELEMENTS_H

#include <float.h>
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "CLayers.h"

// A file of loops is included twice, once for each type: `REAL` is the type, `TYPED(name)` the name of
// the version for it. The functions that Swift sees choose the version.

#define CALL(NAME, ...) \
  (element == cl_double ? NAME##_double(__VA_ARGS__) : NAME##_float(__VA_ARGS__))

#endif
