#include "Elements.h"

/// The part of the image that one output sees, and how many places its window has.
typedef struct {
  ptrdiff_t top, bottom, left, right, places;
} view;

static ptrdiff_t least(ptrdiff_t a, ptrdiff_t b) { return a < b ? a : b; }
static ptrdiff_t most(ptrdiff_t a, ptrdiff_t b) { return a > b ? a : b; }

// Source: MXNet `pool_sum_2d_ncw_cpu` and others in `src/operator/nn/pool.h`: the places of a window end
// with the padding, which matters where the last window reaches beyond it.
static view seen_by(const cl_window *w, ptrdiff_t y, ptrdiff_t x) {
  ptrdiff_t top = y * w->stride_y - w->padding_y, left = x * w->stride_x - w->padding_x;
  ptrdiff_t bottom = least(top + w->window_height, w->height + w->padding_y);
  ptrdiff_t right = least(left + w->window_width, w->width + w->padding_x);
  ptrdiff_t places = (bottom - top) * (right - left);
  return (view){most(top, 0), least(bottom, w->height), most(left, 0), least(right, w->width), places};
}

/// What a mean is divided by, or 0 if nothing is seen.
static double divisor(view v, cl_pool pool) {
  ptrdiff_t inner = most(v.bottom - v.top, 0) * most(v.right - v.left, 0);
  if (inner == 0) return 0;
  return (double)(pool == cl_pool_mean ? v.places : inner);
}

#define REAL float
#define LOWEST (-FLT_MAX)
#define TYPED(NAME) NAME##_float
#include "Pooling.inc"
#undef REAL
#undef LOWEST
#undef TYPED

#define REAL double
#define LOWEST (-DBL_MAX)
#define TYPED(NAME) NAME##_double
#include "Pooling.inc"
#undef REAL
#undef LOWEST
#undef TYPED

void cl_pool_windows(
    cl_element element, const cl_window *window, cl_pool pool, ptrdiff_t planes, const void *input,
    void *output) {
  CALL(pool_windows, window, pool, planes, input, output);
}

void cl_pool_windows_backward(
    cl_element element, const cl_window *window, cl_pool pool, ptrdiff_t planes, const void *input,
    const void *gradient, void *input_gradient) {
  CALL(pool_windows_backward, window, pool, planes, input, gradient, input_gradient);
}
