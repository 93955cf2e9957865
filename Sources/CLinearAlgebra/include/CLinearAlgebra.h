#ifndef CLINEARALGEBRA_H
#define CLINEARALGEBRA_H

#include <stdbool.h>
#include <stdint.h>

/// The singular vectors on the long side of a matrix of floats in C order: U if it has at least as many
/// rows as columns, else the transpose of V, either way of the matrix's own shape.
///
/// The factorization is LAPACK's `sgesdd` with the thin U and V, as NumPy asks for it.
///
/// @param matrix `rows * columns` floats, replaced by the vectors.
/// @return 0, LAPACK's positive status if the iteration did not converge, or -1 without memory.
int32_t la_singular_vectors(float *matrix, int32_t rows, int32_t columns);

/// The singular values of a matrix of floats in C order, largest first.
///
/// LAPACK's `sgesdd` without vectors. The matrix is destroyed.
///
/// @param matrix `rows * columns` floats.
/// @param values As many floats as the smaller of `rows` and `columns`.
/// @return 0, LAPACK's positive status if the iteration did not converge, or -1 without memory.
int32_t la_singular_values(float *matrix, int32_t rows, int32_t columns, float *values);

/// The orthonormal factor of a QR factorization whose R has a diagonal without negative numbers.
///
/// By LAPACK's `sgeqrf` and `sorgqr`. The matrix is in Fortran order (column after column).
///
/// @param matrix `rows * columns` floats with `rows >= columns`, replaced by Q.
/// @return 0, LAPACK's status, or -1 without memory.
int32_t la_orthonormal_columns(float *matrix, int32_t rows, int32_t columns);

/// What is multiplied: `rows * depth` by `depth * columns` elements in C order, or their transposes.
typedef struct {
  int64_t rows;
  int64_t columns;
  int64_t depth;
  bool transposes_left;
  bool transposes_right;
  /// How far the rows lie apart, as they are in memory, in elements; 0 if they follow each other.
  int64_t left_stride, right_stride, target_stride;
} la_sizes;

/// Sets `target` to `left` times `right` plus `factor` times itself, by oneDNN's `dnnl_sgemm`.
///
/// A target that is multiplied by 0 need not be initialized.
///
/// @return 0, or oneDNN's status without memory.
int32_t la_multiply_floats(
    la_sizes sizes, const float *left, const float *right, float factor, float *target);

/// The same in double precision, by BLAS's `dgemm`.
///
/// @return 0, or -1 if a size or stride exceeds 32 bits.
int32_t la_multiply_doubles(
    la_sizes sizes, const double *left, const double *right, double factor, double *target);

#endif
