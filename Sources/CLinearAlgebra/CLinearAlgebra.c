#include "CLinearAlgebra.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// LAPACK 3 (E. Anderson et al., "LAPACK Users' Guide", 1999) by its Fortran symbols: every argument is
// an address, and the length of a character argument follows the others. A linker that does not find
// them needs the package liblapack-dev.
extern void sgesdd_(
    const char *job, const int32_t *m, const int32_t *n, float *a, const int32_t *lda, float *s,
    float *u, const int32_t *ldu, float *vt, const int32_t *ldvt, float *work, const int32_t *lwork,
    int32_t *iwork, int32_t *info, size_t job_length);
extern void sgeqrf_(
    const int32_t *m, const int32_t *n, float *a, const int32_t *lda, float *tau, float *work,
    const int32_t *lwork, int32_t *info);
extern void sorgqr_(
    const int32_t *m, const int32_t *n, const int32_t *k, float *a, const int32_t *lda,
    const float *tau, float *work, const int32_t *lwork, int32_t *info);

/// Copies a matrix of `rows` times `columns` from C order to Fortran order.
static void transpose(const float *from, float *to, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows; row++)
    for (size_t column = 0; column < columns; column++)
      to[column * rows + row] = from[row * columns + column];
}

/// The workspace in floats that LAPACK asks for in answer to a query.
static int32_t workspace_size(float answer) {
  // A float holds whole numbers to 2^24 only: room for what its rounding took away.
  double size = (double)answer * 1.0001 + 1;
  return size < 2147483647.0 ? (int32_t)size : INT32_MAX;
}

/// Runs sgesdd on `a` in Fortran order.
static int32_t decompose(
    float *a, float *s, float *u, float *vt, int32_t *iwork, int32_t m, int32_t n, int32_t k) {
  int32_t info = 0, query = -1;
  float answer = 0;
  sgesdd_("S", &m, &n, a, &m, s, u, &m, vt, &k, &answer, &query, iwork, &info, 1);
  if (info != 0) return info;
  int32_t size = workspace_size(answer);
  float *work = malloc((size_t)size * sizeof(float));
  if (!work) return -1;
  sgesdd_("S", &m, &n, a, &m, s, u, &m, vt, &k, work, &size, iwork, &info, 1);
  free(work);
  return info;
}

int32_t la_singular_values(float *matrix, int32_t rows, int32_t columns, float *values) {
  if (rows < 1 || columns < 1) return 0;
  // In Fortran order the same floats are the transpose, which has the same singular values.
  int32_t m = columns, n = rows, one = 1, info = 0, query = -1;
  int32_t least = m < n ? m : n;
  float answer = 0, unused = 0;
  int32_t *iwork = malloc(8 * (size_t)least * sizeof(int32_t));
  if (!iwork) return -1;
  sgesdd_("N", &m, &n, matrix, &m, values, &unused, &one, &unused, &one, &answer, &query, iwork,
          &info, 1);
  if (info == 0) {
    int32_t size = workspace_size(answer);
    float *work = malloc((size_t)size * sizeof(float));
    if (work) {
      sgesdd_("N", &m, &n, matrix, &m, values, &unused, &one, &unused, &one, work, &size, iwork,
              &info, 1);
    } else {
      info = -1;
    }
    free(work);
  }
  free(iwork);
  return info;
}

int32_t la_singular_vectors(float *matrix, int32_t rows, int32_t columns) {
  if (rows < 1 || columns < 1) return 0;
  int32_t least = rows < columns ? rows : columns;
  size_t m = (size_t)rows, n = (size_t)columns, k = (size_t)least;
  float *a = malloc(m * n * sizeof(float));
  float *s = malloc(k * sizeof(float));
  float *u = malloc(m * k * sizeof(float));
  float *vt = malloc(k * n * sizeof(float));
  int32_t *iwork = malloc(8 * k * sizeof(int32_t));
  int32_t info = -1;
  if (a && s && u && vt && iwork) {
    transpose(matrix, a, m, n);
    info = decompose(a, s, u, vt, iwork, rows, columns, least);
    // Back to C order: a Fortran matrix is the transpose of a C one with its dimensions exchanged.
    if (info == 0 && rows >= columns) transpose(u, matrix, n, m);
    if (info == 0 && rows < columns) transpose(vt, matrix, n, m);
  }
  free(a);
  free(s);
  free(u);
  free(vt);
  free(iwork);
  return info;
}

/// Reads the signs of R's diagonal, then makes Q from the reflections in `matrix`.
static int32_t orthonormalize(float *matrix, float *tau, float *signs, int32_t m, int32_t n) {
  int32_t info = 0, query = -1;
  float for_factors = 0, for_columns = 0;
  sgeqrf_(&m, &n, matrix, &m, tau, &for_factors, &query, &info);
  if (info != 0) return info;
  sorgqr_(&m, &n, &n, matrix, &m, tau, &for_columns, &query, &info);
  if (info != 0) return info;
  int32_t size = workspace_size(for_factors > for_columns ? for_factors : for_columns);
  float *work = malloc((size_t)size * sizeof(float));
  if (!work) return -1;
  sgeqrf_(&m, &n, matrix, &m, tau, work, &size, &info);
  for (size_t k = 0; k < (size_t)n; k++) signs[k] = matrix[k * (size_t)m + k] < 0 ? -1.0f : 1.0f;
  if (info == 0) sorgqr_(&m, &n, &n, matrix, &m, tau, work, &size, &info);
  free(work);
  return info;
}

int32_t la_orthonormal_columns(float *matrix, int32_t rows, int32_t columns) {
  if (rows < columns || columns < 1) return 0;
  float *tau = malloc((size_t)columns * sizeof(float));
  float *signs = malloc((size_t)columns * sizeof(float));
  int32_t info = -1;
  if (tau && signs) info = orthonormalize(matrix, tau, signs, rows, columns);
  for (size_t column = 0; info == 0 && column < (size_t)columns; column++)
    for (size_t row = 0; row < (size_t)rows; row++)
      matrix[column * (size_t)rows + row] *= signs[column];
  free(tau);
  free(signs);
  return info;
}
