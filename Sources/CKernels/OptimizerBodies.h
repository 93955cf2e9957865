// The updates of MXNet 1.9.1's optimizers, for one type of number. Included once for each: REAL is the
// type, and NAMED(ck_sgd) the name of its function. Source: src/operator/optimizer_op-inl.h, as
// `engine.md` section 6 measured it: every operation is rounded on its own, in this order.

/// A value between -bound and bound, which has no effect if it is negative; NaN stays NaN.
INLINE REAL NAMED(clipped)(REAL value, REAL bound) {
  if (!(bound >= 0)) return value;
  return value > bound ? bound : value < -bound ? -bound : value;
}

INLINE void NAMED(sgd)(
    REAL *restrict weights, const REAL *restrict gradients, REAL *restrict momenta, size_t count,
    const ck_step *step, double momentum) {
  REAL rate = (REAL)step->learning_rate, decay = (REAL)step->wd, scale = (REAL)step->rescale;
  REAL bound = (REAL)step->clip, inertia = (REAL)momentum;
  REAL shrink = rate * decay, gain = rate * scale;
  // Two loops: a masked access through a null pointer costs an assist of the processor each time.
  if (!momenta)
    for (size_t k = 0; k < count; k++) {
      REAL pull = bound >= 0 ? rate * NAMED(clipped)(scale * gradients[k], bound) : gain * gradients[k];
      weights[k] = weights[k] + (inertia * 0 - shrink * weights[k] - pull);
    }
  else
    for (size_t k = 0; k < count; k++) {
      REAL pull = bound >= 0 ? rate * NAMED(clipped)(scale * gradients[k], bound) : gain * gradients[k];
      momenta[k] = inertia * momenta[k] - shrink * weights[k] - pull;
      weights[k] = weights[k] + momenta[k];
    }
}

INLINE void NAMED(plain_sgd)(
    REAL *restrict weights, const REAL *restrict gradients, size_t count, const ck_step *step) {
  REAL rate = (REAL)step->learning_rate, decay = (REAL)step->wd, scale = (REAL)step->rescale;
  REAL bound = (REAL)step->clip, rest = 1 - rate * decay, gain = rate * scale;
  for (size_t k = 0; k < count; k++) {
    REAL pull = bound >= 0 ? rate * NAMED(clipped)(scale * gradients[k], bound) : gain * gradients[k];
    weights[k] = rest * weights[k] - pull;
  }
}

INLINE void NAMED(nag)(
    REAL *restrict weights, const REAL *restrict gradients, REAL *restrict momenta, size_t count,
    const ck_step *step, double momentum) {
  REAL rate = (REAL)step->learning_rate, decay = (REAL)step->wd, scale = (REAL)step->rescale;
  REAL bound = (REAL)step->clip, inertia = (REAL)momentum;
  for (size_t k = 0; k < count; k++) {
    REAL gradient = NAMED(clipped)(scale * gradients[k], bound);
    REAL kept = inertia * momenta[k];
    REAL drop = rate * (gradient + decay * weights[k]);
    weights[k] = weights[k] - kept + (inertia + 1) * (kept - drop);
    // With the new weight, because MXNet's kernel works in place.
    momenta[k] = kept - rate * (gradient + decay * weights[k]);
  }
}

INLINE void NAMED(adam)(
    REAL *restrict weights, const REAL *restrict gradients, REAL *restrict means,
    REAL *restrict variances, size_t count, const ck_step *step, double beta1, double beta2,
    double epsilon) {
  REAL rate = (REAL)step->learning_rate, decay = (REAL)step->wd, scale = (REAL)step->rescale;
  REAL bound = (REAL)step->clip, first = (REAL)beta1, second = (REAL)beta2, tiny = (REAL)epsilon;
  for (size_t k = 0; k < count; k++) {
    REAL gradient = NAMED(clipped)(gradients[k] * scale + weights[k] * decay, bound);
    means[k] = first * means[k] + (1 - first) * gradient;
    variances[k] = second * variances[k] + (1 - second) * gradient * gradient;
    weights[k] = weights[k] - rate * means[k] / (__builtin_elementwise_sqrt(variances[k]) + tiny);
  }
}

INLINE void NAMED(rmsprop)(
    REAL *restrict weights, const REAL *restrict gradients, REAL *restrict squares, size_t count,
    const ck_step *step, double gamma1, double epsilon, double weight_bound) {
  REAL rate = (REAL)step->learning_rate, decay = (REAL)step->wd, scale = (REAL)step->rescale;
  REAL bound = (REAL)step->clip, old = (REAL)gamma1, tiny = (REAL)epsilon, limit = (REAL)weight_bound;
  for (size_t k = 0; k < count; k++) {
    REAL gradient = NAMED(clipped)(scale * gradients[k] + decay * weights[k], bound);
    squares[k] = (1 - old) * (gradient * gradient) + old * squares[k];
    REAL change = rate * (gradient / __builtin_elementwise_sqrt(squares[k] + tiny));
    weights[k] = NAMED(clipped)(weights[k] - change, limit);
  }
}

INLINE void NAMED(centered_rmsprop)(
    REAL *restrict weights, const REAL *restrict gradients, REAL *restrict squares,
    REAL *restrict means, REAL *restrict deltas, size_t count, const ck_step *step, double gamma1,
    double gamma2, double epsilon, double weight_bound) {
  REAL rate = (REAL)step->learning_rate, decay = (REAL)step->wd, scale = (REAL)step->rescale;
  REAL bound = (REAL)step->clip, old = (REAL)gamma1, inertia = (REAL)gamma2;
  REAL tiny = (REAL)epsilon, limit = (REAL)weight_bound;
  for (size_t k = 0; k < count; k++) {
    REAL gradient = NAMED(clipped)(scale * gradients[k] + decay * weights[k], bound);
    squares[k] = (1 - old) * gradient * gradient + old * squares[k];
    means[k] = (1 - old) * gradient + old * means[k];
    REAL deviation = __builtin_elementwise_sqrt(squares[k] - means[k] * means[k] + tiny);
    deltas[k] = inertia * deltas[k] - rate * gradient / deviation;
    weights[k] = NAMED(clipped)(weights[k] + deltas[k], limit);
  }
}

INLINE void NAMED(adagrad)(
    REAL *restrict weights, const REAL *restrict gradients, REAL *restrict squares, size_t count,
    const ck_step *step, double epsilon) {
  REAL rate = (REAL)-step->learning_rate, decay = (REAL)step->wd, scale = (REAL)step->rescale;
  REAL high = (REAL)step->clip, low = -high, tiny = (REAL)epsilon;
  for (size_t k = 0; k < count; k++) {
    REAL gradient = gradients[k] * scale;
    // MXNet's operator, which also obeys a negative bound; NaN stands for none.
    gradient = gradient > high ? high : gradient < low ? low : gradient;
    squares[k] = squares[k] + gradient * gradient;
    REAL direction = gradient / __builtin_elementwise_sqrt(squares[k] + tiny);
    weights[k] = weights[k] + (direction + weights[k] * decay) * rate;
  }
}

EXPANDED_VERSIONS(
    void, NAMED(ck_sgd),
    (REAL *weights, const REAL *gradients, REAL *momenta, size_t count, const ck_step *step,
     double momentum),
    (weights, gradients, momenta, count, step, momentum), NAMED(sgd))

EXPANDED_VERSIONS(
    void, NAMED(ck_plain_sgd),
    (REAL *weights, const REAL *gradients, size_t count, const ck_step *step),
    (weights, gradients, count, step), NAMED(plain_sgd))

EXPANDED_VERSIONS(
    void, NAMED(ck_nag),
    (REAL *weights, const REAL *gradients, REAL *momenta, size_t count, const ck_step *step,
     double momentum),
    (weights, gradients, momenta, count, step, momentum), NAMED(nag))

EXPANDED_VERSIONS(
    void, NAMED(ck_adam),
    (REAL *weights, const REAL *gradients, REAL *means, REAL *variances, size_t count,
     const ck_step *step, double beta1, double beta2, double epsilon),
    (weights, gradients, means, variances, count, step, beta1, beta2, epsilon), NAMED(adam))

EXPANDED_VERSIONS(
    void, NAMED(ck_rmsprop),
    (REAL *weights, const REAL *gradients, REAL *squares, size_t count, const ck_step *step,
     double gamma1, double epsilon, double weight_bound),
    (weights, gradients, squares, count, step, gamma1, epsilon, weight_bound), NAMED(rmsprop))

EXPANDED_VERSIONS(
    void, NAMED(ck_centered_rmsprop),
    (REAL *weights, const REAL *gradients, REAL *squares, REAL *means, REAL *deltas, size_t count,
     const ck_step *step, double gamma1, double gamma2, double epsilon, double weight_bound),
    (weights, gradients, squares, means, deltas, count, step, gamma1, gamma2, epsilon, weight_bound),
    NAMED(centered_rmsprop))

EXPANDED_VERSIONS(
    void, NAMED(ck_adagrad),
    (REAL *weights, const REAL *gradients, REAL *squares, size_t count, const ck_step *step,
     double epsilon),
    (weights, gradients, squares, count, step, epsilon), NAMED(adagrad))
