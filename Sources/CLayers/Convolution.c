#include "Elements.h"
#include "Multiply.h"

/// The most elements of the matrix that is made of the windows of some outputs, unless one output alone
/// has more: 4 MiB of floats.
enum { most_unfolded = 1 << 20 };

/// The number of rows of the matrix of windows.
static ptrdiff_t depth(const cl_convolution *shape) {
  return shape->inputs * shape->window.window_height * shape->window.window_width;
}

static ptrdiff_t positions(const cl_window *window) {
  return window->output_height * window->output_width;
}

/// How many outputs are convolved at a time.
static ptrdiff_t tile(const cl_convolution *shape) {
  ptrdiff_t fitting = most_unfolded / (depth(shape) > 0 ? depth(shape) : 1);
  ptrdiff_t all = positions(&shape->window);
  return fitting < 1 ? 1 : fitting < all ? fitting : all;
}

size_t cl_convolution_scratch(const cl_convolution *shape) {
  return (size_t)depth(shape) * (size_t)tile(shape);
}

/// The outputs of one row, from `first` to `end`, that see input `offset` steps behind their first one
/// inside the image.
typedef struct {
  ptrdiff_t first, end;
} span;

static ptrdiff_t clamp(ptrdiff_t value, ptrdiff_t least, ptrdiff_t most) {
  return value < least ? least : value > most ? most : value;
}

/// Rounds up, for a positive divisor.
static ptrdiff_t divide_up(ptrdiff_t value, ptrdiff_t divisor) {
  return value >= 0 ? (value + divisor - 1) / divisor : -(-value / divisor);
}

static span inside(const cl_window *window, ptrdiff_t offset, ptrdiff_t from, ptrdiff_t to) {
  ptrdiff_t first = clamp(divide_up(-offset, window->stride_x), from, to);
  ptrdiff_t end = clamp(divide_up(window->width - offset, window->stride_x), first, to);
  return (span){first, end};
}

#define REAL float
#define TYPED(NAME) NAME##_float
#include "Convolution.inc"
#undef REAL
#undef TYPED

#define REAL double
#define TYPED(NAME) NAME##_double
#include "Convolution.inc"
#undef REAL
#undef TYPED

void cl_convolve(
    cl_element element, const cl_convolution *shape, const void *input, const void *weight,
    const void *bias, void *scratch, void *output) {
  CALL(convolve, shape, input, weight, bias, scratch, output);
}

void cl_convolve_backward(
    cl_element element, const cl_convolution *shape, int wanted, const void *input,
    const void *weight, const void *gradient, void *scratch, void *input_gradient,
    void *weight_gradient, void *bias_gradient) {
  CALL(
      convolve_backward, shape, wanted, input, weight, gradient, scratch, input_gradient,
      weight_gradient, bias_gradient);
}
