#ifndef CKERNELS_LOG_H
#define CKERNELS_LOG_H

#include <stdint.h>
#include <string.h>

#include "Dispatch.h"

// The logf of glibc 2.27 and later (sysdeps/ieee754/flt-32/e_logf.c and e_logf_data.c, S. Nagy, ARM
// Optimized Routines, 2017), without its special cases: 1/c and log c for 16 values of c near the
// middles of sixteenths of [0.7, 1.4), and a polynomial of log(1 + r).
static const double inverses[16] = {
    0x1.661ec79f8f3bep+0, 0x1.571ed4aaf883dp+0, 0x1.49539f0f010bp+0,  0x1.3c995b0b80385p+0,
    0x1.30d190c8864a5p+0, 0x1.25e227b0b8eap+0,  0x1.1bb4a4a1a343fp+0, 0x1.12358f08ae5bap+0,
    0x1.0953f419900a7p+0, 0x1p+0,               0x1.e608cfd9a47acp-1, 0x1.ca4b31f026aap-1,
    0x1.b2036576afce6p-1, 0x1.9c2d163a1aa2dp-1, 0x1.886e6037841edp-1, 0x1.767dcf5534862p-1,
};
static const double logarithms[16] = {
    -0x1.57bf7808caadep-2, -0x1.2bef0a7c06ddbp-2, -0x1.01eae7f513a67p-2, -0x1.b31d8a68224e9p-3,
    -0x1.6574f0ac07758p-3, -0x1.1aa2bc79c81p-3,   -0x1.a4e76ce8c0e5ep-4, -0x1.1973c5a611cccp-4,
    -0x1.252f438e10c1ep-5, 0x0p+0,                0x1.aa5aa5df25984p-5,  0x1.c5e53aa362eb4p-4,
    0x1.526e57720db08p-3,  0x1.bc2860d22477p-3,   0x1.1058bc8a07ee1p-2,  0x1.4043057b6ee09p-2,
};

/// The logarithm of a positive finite number that is not subnormal.
INLINE float logarithm(float x) {
#pragma STDC FP_CONTRACT OFF
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  uint32_t offset = bits - 0x3F330000u;
  uint32_t place = (offset >> 19) & 15u;
  int32_t exponent = (int32_t)offset >> 23;
  uint32_t reduced = bits - (offset & 0xFF800000u);
  float z;
  memcpy(&z, &reduced, sizeof z);
  double r = (double)z * inverses[place] - 1.0;
  double head = logarithms[place] + (double)exponent * 0x1.62e42fefa39efp-1;
  double square = r * r;
  double y = 0x1.5575b0be00b6ap-2 * r + -0x1.ffffef20a4123p-2;
  y = -0x1.00ea348b88334p-2 * square + y;
  y = y * square + (head + r);
  return (float)y;
}

#endif
