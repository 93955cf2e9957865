#include "Elements.h"

#define REAL float
#define TYPED(NAME) NAME##_float
#include "Normalization.inc"
#undef REAL
#undef TYPED

#define REAL double
#define TYPED(NAME) NAME##_double
#include "Normalization.inc"
#undef REAL
#undef TYPED

void cl_channel_moments(
    cl_element element, const cl_axis *axis, const void *input, void *mean, void *variance) {
  CALL(channel_moments, axis, input, mean, variance);
}

void cl_normalize_channels(
    cl_element element, const cl_axis *axis, double epsilon, const void *input, const void *mean,
    const void *variance, const void *gamma, const void *beta, void *output) {
  CALL(normalize_channels, axis, epsilon, input, mean, variance, gamma, beta, output);
}

void cl_normalize_channels_backward(
    cl_element element, const cl_axis *axis, double epsilon, int fixed, const void *input,
    const void *mean, const void *variance, const void *gamma, const void *gradient,
    void *input_gradient, void *gamma_gradient, void *beta_gradient) {
  CALL(
      normalize_channels_backward, axis, epsilon, fixed, input, mean, variance, gamma, gradient,
      input_gradient, gamma_gradient, beta_gradient);
}

void cl_normalize_layer(
    cl_element element, const cl_axis *axis, double epsilon, const void *input, const void *gamma,
    const void *beta, void *output) {
  CALL(normalize_layer, axis, epsilon, input, gamma, beta, output);
}

void cl_normalize_layer_backward(
    cl_element element, const cl_axis *axis, double epsilon, const void *input, const void *gamma,
    const void *gradient, void *input_gradient, void *gamma_gradient, void *beta_gradient) {
  CALL(
      normalize_layer_backward, axis, epsilon, input, gamma, gradient, input_gradient,
      gamma_gradient, beta_gradient);
}

void cl_add_rows(
    cl_element element, const int64_t *indices, ptrdiff_t count, ptrdiff_t width, const void *rows,
    void *table) {
  CALL(add_rows, indices, count, width, rows, table);
}
