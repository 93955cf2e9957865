#ifndef CLAYERS_MULTIPLY_H
#define CLAYERS_MULTIPLY_H

#include <stdlib.h>

#include "CLinearAlgebra.h"

/// Defines a function that adds the product of two matrices to a third: BLAS's arguments in C order.
#define ADD_PRODUCT(REAL, NAME, MULTIPLY)                                                         \
  static inline void NAME(                                                                        \
      char left_form, char right_form, ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t depth,        \
      const REAL *left, ptrdiff_t left_stride, const REAL *right, ptrdiff_t right_stride,         \
      REAL *target, ptrdiff_t target_stride) {                                                    \
    if (rows == 0 || columns == 0 || depth == 0) return;                                          \
    la_sizes sizes = {rows,        columns,      depth,        left_form == 'T', right_form == 'T', \
                      left_stride, right_stride, target_stride};                                  \
    /* Without memory there is no result to go on with. */                                        \
    if (MULTIPLY(sizes, left, right, 1, target) != 0) abort();                                    \
  }

ADD_PRODUCT(float, add_product_float, la_multiply_floats)
ADD_PRODUCT(double, add_product_double, la_multiply_doubles)

#endif
