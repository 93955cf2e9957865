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

/// The sizes with strides in place of zeros.
static la_sizes with_strides(la_sizes sizes) {
  if (sizes.left_stride == 0)
    sizes.left_stride = sizes.transposes_left ? sizes.rows : sizes.depth;
  if (sizes.right_stride == 0)
    sizes.right_stride = sizes.transposes_right ? sizes.depth : sizes.columns;
  if (sizes.target_stride == 0) sizes.target_stride = sizes.columns;
  return sizes;
}

int32_t la_multiply_floats(
    la_sizes sizes, const float *left, const float *right, float factor, float *target) {
  sizes = with_strides(sizes);
  return (int32_t)dnnl_sgemm(
      sizes.transposes_left ? 'T' : 'N', sizes.transposes_right ? 'T' : 'N', sizes.rows,
      sizes.columns, sizes.depth, 1.0f, left, sizes.left_stride, right, sizes.right_stride, factor,
      target, sizes.target_stride);
}

int32_t la_multiply_doubles(
    la_sizes sizes, const double *left, const double *right, double factor, double *target) {
  sizes = with_strides(sizes);
  const int64_t numbers[] = {sizes.rows,        sizes.columns,      sizes.depth,
                             sizes.left_stride, sizes.right_stride, sizes.target_stride};
  int32_t n[6];
  for (int k = 0; k < 6; k++) {
    if (numbers[k] > INT32_MAX) return -1;
    n[k] = (int32_t)numbers[k];
  }
  // A Fortran matrix is the transpose of a C one: C' = B' A'.
  const double one = 1;
  dgemm_(
      sizes.transposes_right ? "T" : "N", sizes.transposes_left ? "T" : "N", &n[1], &n[0], &n[2],
      &one, right, &n[4], left, &n[3], &factor, target, &n[5], 1, 1);
  return 0;
}
