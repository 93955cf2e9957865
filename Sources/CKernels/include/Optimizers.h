#ifndef CKERNELS_OPTIMIZERS_H
#define CKERNELS_OPTIMIZERS_H

#include <stddef.h>

/// What one step of an optimizer does to one parameter, whatever the optimizer.
typedef struct {
  /// What the change is multiplied by.
  double learning_rate;
  /// How much of the weight is added to the gradient.
  double wd;
  /// What the gradient is multiplied by, before it is clipped.
  double rescale;
  /// The bound of the gradient; none if it is negative (in AdaGrad: if it is NaN).
  double clip;
} ck_step;

// Each changes `count` weights in place, and what it remembers of earlier steps. The numbers of a step
// are first rounded to the type of the weights; then every operation is rounded, none fused, so that
// the bits are MXNet's on every processor.
#define CK_OPTIMIZERS(REAL, SUFFIX)                                                                 \
  /** With or without momentum, in one expression; `momenta` may be null. */                        \
  void ck_sgd_##SUFFIX(                                                                             \
      REAL *weights, const REAL *gradients, REAL *momenta, size_t count, const ck_step *step,       \
      double momentum);                                                                             \
  /** The same without momentum, in the other form that MXNet has for it. */                        \
  void ck_plain_sgd_##SUFFIX(                                                                       \
      REAL *weights, const REAL *gradients, size_t count, const ck_step *step);                     \
  /** Nesterov's momentum. */                                                                       \
  void ck_nag_##SUFFIX(                                                                             \
      REAL *weights, const REAL *gradients, REAL *momenta, size_t count, const ck_step *step,       \
      double momentum);                                                                             \
  /** Adam; the learning rate holds the correction of its bias. */                                  \
  void ck_adam_##SUFFIX(                                                                            \
      REAL *weights, const REAL *gradients, REAL *means, REAL *variances, size_t count,             \
      const ck_step *step, double beta1, double beta2, double epsilon);                             \
  /** RMSProp of Tieleman and Hinton; `weight_bound` is none if it is negative. */                  \
  void ck_rmsprop_##SUFFIX(                                                                         \
      REAL *weights, const REAL *gradients, REAL *squares, size_t count, const ck_step *step,       \
      double gamma1, double epsilon, double weight_bound);                                          \
  /** RMSProp of Graves. */                                                                         \
  void ck_centered_rmsprop_##SUFFIX(                                                                \
      REAL *weights, const REAL *gradients, REAL *squares, REAL *means, REAL *deltas, size_t count, \
      const ck_step *step, double gamma1, double gamma2, double epsilon, double weight_bound);      \
  /** AdaGrad. */                                                                                   \
  void ck_adagrad_##SUFFIX(                                                                         \
      REAL *weights, const REAL *gradients, REAL *squares, size_t count, const ck_step *step,       \
      double epsilon);

CK_OPTIMIZERS(float, float)
CK_OPTIMIZERS(double, double)

#endif
