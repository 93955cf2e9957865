#ifndef CKERNELS_DISPATCH_H
#define CKERNELS_DISPATCH_H

/// A function whose body is compiled for the processor of the function that it is put into.
#define INLINE static inline __attribute__((always_inline))

/// Defines a function in two versions of one body, and takes the one for the processor it runs on.
/// Fused multiply-add is enabled in neither, so that bits do not depend on the processor.
#if defined(__x86_64__)
#define VERSIONS(RESULT, NAME, PARAMETERS, ARGUMENTS, BODY)                      \
  __attribute__((target("avx2"))) static RESULT NAME##_avx2 PARAMETERS {         \
    return BODY ARGUMENTS;                                                       \
  }                                                                              \
  static RESULT NAME##_base PARAMETERS { return BODY ARGUMENTS; }                \
  RESULT NAME PARAMETERS {                                                       \
    return __builtin_cpu_supports("avx2") ? NAME##_avx2 ARGUMENTS                \
                                          : NAME##_base ARGUMENTS;               \
  }

/// The same with a third version, for vectors of 512 bits.
#define WIDE_VERSIONS(RESULT, NAME, PARAMETERS, ARGUMENTS, BODY)                          \
  __attribute__((target("avx512f,avx512vl"))) static RESULT NAME##_avx512 PARAMETERS {    \
    return BODY ARGUMENTS;                                                                \
  }                                                                                       \
  __attribute__((target("avx2"))) static RESULT NAME##_avx2 PARAMETERS {                  \
    return BODY ARGUMENTS;                                                                \
  }                                                                                       \
  static RESULT NAME##_base PARAMETERS { return BODY ARGUMENTS; }                         \
  RESULT NAME PARAMETERS {                                                                \
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl"))          \
      return NAME##_avx512 ARGUMENTS;                                                     \
    return __builtin_cpu_supports("avx2") ? NAME##_avx2 ARGUMENTS : NAME##_base ARGUMENTS; \
  }
#else
#define WIDE_VERSIONS VERSIONS
#define VERSIONS(RESULT, NAME, PARAMETERS, ARGUMENTS, BODY) \
  RESULT NAME PARAMETERS { return BODY ARGUMENTS; }
#endif

#endif
