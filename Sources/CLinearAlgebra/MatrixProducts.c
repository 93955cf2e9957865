#include "CLinearAlgebra.h"

#include <stddef.h>

#if !__has_include(<oneapi/dnnl/dnnl.h>)
#error "oneDNN is missing: install the package libdnnl-dev"
#endif
#include <oneapi/dnnl/dnnl.h>

// BLAS level 3 (Dongarra et al., "A Set of Level 3 Basic Linear Algebra Subprograms", 1990) by its
// Fortran symbol, in the package libblas-dev, which liblapack-dev brings.
extern void dgemm_(
    const char *transposes_a, const char *transposes_b, const int32_t *m, const int32_t *n,
    const int32_t *k, const double *alpha, const double *a, const int32_t *lda, const double *b,
    const int32_t *ldb, const double *beta, double *c, const int32_t *ldc, size_t a_length,
    size_t b_length);

int32_t la_multiply_floats(
    la_sizes sizes, const float *left, const float *right, float factor, float *target) {
  return (int32_t)dnnl_sgemm(
      sizes.transposes_left ? 'T' : 'N', sizes.transposes_right ? 'T' : 'N', sizes.rows,
      sizes.columns, sizes.depth, 1.0f, left, sizes.transposes_left ? sizes.rows : sizes.depth, right,
      sizes.transposes_right ? sizes.depth : sizes.columns, factor, target, sizes.columns);
}

int32_t la_multiply_doubles(
    la_sizes sizes, const double *left, const double *right, double factor, double *target) {
  if (sizes.rows > INT32_MAX || sizes.columns > INT32_MAX || sizes.depth > INT32_MAX) return -1;
  int32_t rows = (int32_t)sizes.rows, columns = (int32_t)sizes.columns, depth = (int32_t)sizes.depth;
  // A Fortran matrix is the transpose of a C one: C' = B' A'.
  const double one = 1;
  dgemm_(
      sizes.transposes_right ? "T" : "N", sizes.transposes_left ? "T" : "N", &columns, &rows, &depth,
      &one, right, sizes.transposes_right ? &depth : &columns, left,
      sizes.transposes_left ? &rows : &depth, &factor, target, &columns, 1, 1);
  return 0;
}
