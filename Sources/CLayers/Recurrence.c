#include "Elements.h"
#include "Multiply.h"

/// The number of vectors that each step computes.
static ptrdiff_t gate_count(cl_cell cell) {
  return cell == cl_cell_lstm ? 4 : cell == cl_cell_gru ? 3 : 1;
}

static int has_extra(cl_cell cell) { return cell == cl_cell_lstm || cell == cl_cell_gru; }

/// How many gates read the state through both biases; a GRU's new gate does not.
static ptrdiff_t plain_gate_count(cl_cell cell) {
  return cell == cl_cell_gru ? 2 : gate_count(cell);
}

/// The step that is run as number `k`.
static ptrdiff_t time_of(const cl_recurrence *shape, ptrdiff_t k) {
  return shape->reversed ? shape->steps - 1 - k : k;
}

#define REAL float
#define EXP expf
#define TANH tanhf
#define TYPED(NAME) NAME##_float
#include "Recurrence.inc"
#undef REAL
#undef EXP
#undef TANH
#undef TYPED

#define REAL double
#define EXP exp
#define TANH tanh
#define TYPED(NAME) NAME##_double
#include "Recurrence.inc"
#undef REAL
#undef EXP
#undef TANH
#undef TYPED

void cl_recur(
    cl_element element, const cl_recurrence *shape, const void *input, const void *input_weight,
    const void *state_weight, const void *input_bias, const void *state_bias, const void *state,
    const void *memory, void *output, void *gates, void *extra) {
  CALL(project_inputs, shape, input, input_weight, input_bias, state_bias, gates);
  CALL(recur, shape, state_weight, state_bias, state, memory, output, gates, extra);
}

void cl_recur_backward(
    cl_element element, const cl_recurrence *shape, const void *state_weight, const void *state,
    const void *memory, const void *output, const void *gates, const void *extra,
    const void *output_gradient, void *state_gradient, void *memory_gradient,
    void *state_weight_gradient, void *gate_gradients, void *extra_gradients) {
  CALL(
      recur_backward, shape, state_weight, state, memory, output, gates, extra, output_gradient,
      state_gradient, memory_gradient, state_weight_gradient, gate_gradients, extra_gradients);
}

void cl_recur_backward_inputs(
    cl_element element, const cl_recurrence *shape, const void *input, const void *input_weight,
    const void *gate_gradients, const void *extra_gradients, void *input_gradient,
    void *input_weight_gradient, void *input_bias_gradient, void *state_bias_gradient) {
  CALL(
      recur_backward_inputs, shape, input, input_weight, gate_gradients, extra_gradients,
      input_gradient, input_weight_gradient, input_bias_gradient, state_bias_gradient);
}
