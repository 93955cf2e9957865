#ifndef CLAYERS_H
#define CLAYERS_H

#include <stddef.h>
#include <stdint.h>

// The loops of layers, forward and backward. Arrays are in C order, and all of a call are of one type.
// Gradients are added to what is there where it says so, and replaced elsewhere.

/// The type of every array of a call.
typedef enum { cl_float, cl_double } cl_element;

/// A window that slides over an image: sizes of the image, the window, and what comes out.
///
/// Output `(y, x)` sees the inputs `(y * stride_y - padding_y + k * dilation_y, ...)`; those outside the
/// image are padding.
typedef struct {
  ptrdiff_t height, width;
  ptrdiff_t window_height, window_width;
  ptrdiff_t stride_y, stride_x;
  ptrdiff_t padding_y, padding_x;
  ptrdiff_t dilation_y, dilation_x;
  ptrdiff_t output_height, output_width;
} cl_window;

/// A convolution of `batch` images of `groups * inputs` channels to `groups * outputs` channels.
typedef struct {
  cl_window window;
  ptrdiff_t batch, groups, inputs, outputs;
} cl_convolution;

/// The number of elements that a convolution works with besides its arrays, which is bounded.
size_t cl_convolution_scratch(const cl_convolution *shape);

/// Convolves `input` with `weight` of shape `[groups * outputs, inputs, window]` and adds the bias.
void cl_convolve(
    cl_element element, const cl_convolution *shape, const void *input, const void *weight,
    const void *bias, void *scratch, void *output);

/// The gradients of a convolution that are wanted, as bits.
enum { cl_wants_input = 1, cl_wants_weight = 2, cl_wants_bias = 4 };

/// Adds the wanted gradients of a convolution; the others are not touched.
void cl_convolve_backward(
    cl_element element, const cl_convolution *shape, int wanted, const void *input,
    const void *weight, const void *gradient, void *scratch, void *input_gradient,
    void *weight_gradient, void *bias_gradient);

/// What pooling makes of a window.
typedef enum {
  /// Its largest number, or NaN if there is one, unlike MXNet, where training would hide that it diverges.
  cl_pool_maximum,
  /// Its mean, in which padding counts as zeros.
  cl_pool_mean,
  /// The mean of what lies in the image.
  cl_pool_inner_mean
} cl_pool;

/// Pools `planes` images.
void cl_pool_windows(
    cl_element element, const cl_window *window, cl_pool pool, ptrdiff_t planes, const void *input,
    void *output);

/// Adds the gradient of pooling; that of a maximum goes to the first place that has it.
void cl_pool_windows_backward(
    cl_element element, const cl_window *window, cl_pool pool, ptrdiff_t planes, const void *input,
    const void *gradient, void *input_gradient);

/// An array of shape `[outer, length, inner]`.
typedef struct {
  ptrdiff_t outer, length, inner;
} cl_axis;

/// The mean and the variance (divided by the number) of each position of the axis.
void cl_channel_moments(
    cl_element element, const cl_axis *axis, const void *input, void *mean, void *variance);

/// Makes `(input - mean) / sqrt(variance + epsilon) * gamma + beta` of each position of the axis.
void cl_normalize_channels(
    cl_element element, const cl_axis *axis, double epsilon, const void *input, const void *mean,
    const void *variance, const void *gamma, const void *beta, void *output);

/// The gradients of that, where mean and variance are those of the input, or `fixed` numbers.
void cl_normalize_channels_backward(
    cl_element element, const cl_axis *axis, double epsilon, int fixed, const void *input,
    const void *mean, const void *variance, const void *gamma, const void *gradient,
    void *input_gradient, void *gamma_gradient, void *beta_gradient);

/// Gives what lies along the axis mean 0 and variance 1, then scales by `gamma` and shifts by `beta`.
void cl_normalize_layer(
    cl_element element, const cl_axis *axis, double epsilon, const void *input, const void *gamma,
    const void *beta, void *output);

/// The gradients of that; those of gamma and beta are added.
void cl_normalize_layer_backward(
    cl_element element, const cl_axis *axis, double epsilon, const void *input, const void *gamma,
    const void *gradient, void *input_gradient, void *gamma_gradient, void *beta_gradient);

/// Adds row `k` of `rows`, each `width` long, to row `indices[k]` of `table`.
void cl_add_rows(
    cl_element element, const int64_t *indices, ptrdiff_t count, ptrdiff_t width, const void *rows,
    void *table);

/// The cells of recurrent layers, with MXNet's order of gates.
typedef enum {
  /// `h = max(Wx + Rh + b, 0)`.
  cl_cell_relu,
  /// `h = tanh(Wx + Rh + b)`.
  cl_cell_tanh,
  /// Gates input, forget, memory, output.
  cl_cell_lstm,
  /// Gates reset, update, new; the reset gate is applied behind the matrix.
  cl_cell_gru
} cl_cell;

/// One direction of one recurrent layer over `steps` steps of `batch` sequences.
///
/// Weights have shapes `[gates * hidden, inputs]` and `[gates * hidden, hidden]`. The output has shape
/// `[steps, batch, output_stride]`, of which `hidden` numbers from `output_offset` belong to this
/// direction. What a backward pass needs: `gates` of shape `[steps, batch, gates * hidden]`, and of an LSTM
/// the memories, of a GRU what its reset gate scales, in `extra` of shape `[steps, batch, hidden]`; other
/// cells have neither `extra` nor `memory`.
typedef struct {
  cl_cell cell;
  ptrdiff_t steps, batch, inputs, hidden;
  /// Whether time goes backwards.
  int reversed;
  ptrdiff_t output_stride, output_offset;
} cl_recurrence;

/// Runs all steps from a first state, and in an LSTM a first memory, of shape `[batch, hidden]`.
void cl_recur(
    cl_element element, const cl_recurrence *shape, const void *input, const void *input_weight,
    const void *state_weight, const void *input_bias, const void *state_bias, const void *state,
    const void *memory, void *output, void *gates, void *extra);

/// The gradients with respect to gates and extra, from the last step to the first; adds that of the state
/// weight.
///
/// `state_gradient` and `memory_gradient` hold the gradients of the last state and memory when it begins,
/// and those of the first when it ends.
void cl_recur_backward(
    cl_element element, const cl_recurrence *shape, const void *state_weight, const void *state,
    const void *memory, const void *output, const void *gates, const void *extra,
    const void *output_gradient, void *state_gradient, void *memory_gradient,
    void *state_weight_gradient, void *gate_gradients, void *extra_gradients);

/// Adds the other gradients, which follow from those of gates and extra.
void cl_recur_backward_inputs(
    cl_element element, const cl_recurrence *shape, const void *input, const void *input_weight,
    const void *gate_gradients, const void *extra_gradients, void *input_gradient,
    void *input_weight_gradient, void *input_bias_gradient, void *state_bias_gradient);

#endif
