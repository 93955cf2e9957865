#include "CKernels.h"

#include "Dispatch.h"

#pragma STDC FP_CONTRACT OFF

/// The versions of a function whose name is itself made by a macro.
#define EXPANDED_VERSIONS(RESULT, NAME, PARAMETERS, ARGUMENTS, BODY) \
  VERSIONS(RESULT, NAME, PARAMETERS, ARGUMENTS, BODY)

#define REAL float
#define NAMED(NAME) NAME##_float
#include "OptimizerBodies.h"
#undef REAL
#undef NAMED

#define REAL double
#define NAMED(NAME) NAME##_double
#include "OptimizerBodies.h"
