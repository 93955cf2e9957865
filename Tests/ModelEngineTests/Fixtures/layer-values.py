"""Writes layer-values.json: outputs and gradients of Gluon layers, by MXNet 1.9.1 with NumPy 1.23.5."""
import base64, json, sys
import numpy as np
import mxnet as mx
from mxnet import autograd, nd
from mxnet.gluon import nn, rnn

KINDS = {'f4': 'f32', 'f8': 'f64'}
random = np.random.RandomState(7)


def pack(array):
    array = np.ascontiguousarray(array.asnumpy() if hasattr(array, 'asnumpy') else array)
    return {'shape': list(array.shape), 'dtype': KINDS[array.dtype.str[1:]],
            'b64': base64.b64encode(array.tobytes()).decode()}


def draw(shape, dtype):
    return nd.array(random.randn(*shape), dtype=dtype)


def case(kind, make, arguments, shape, dtype='float32', x=None, states=None):
    layer = make(**arguments)
    layer.initialize()
    layer.cast(dtype)
    x = draw(shape, dtype) if x is None else nd.array(x, dtype=dtype)
    layer(x)
    parameters = {name[len(layer.prefix):]: p for name, p in layer.collect_params().items()}
    for name, p in parameters.items():
        values = draw(p.shape, dtype)
        p.set_data(abs(values) + 0.5 if name.endswith('var') else values)
    before = {name: p.data().copy() for name, p in parameters.items()}
    if states:
        states = [draw(s, dtype) for s in states]
        for state in states:
            state.attach_grad()
    if kind != 'Embedding':  # which refuses one
        x.attach_grad()
    predicted = layer(x)
    with autograd.record():
        outputs = layer(x, states) if states else layer(x)
        outputs = [outputs[0]] + list(outputs[1]) if states else [outputs]
    heads = [draw(o.shape, dtype) for o in outputs]
    autograd.backward(outputs, heads)
    return {
        'kind': kind, 'arguments': arguments, 'x': pack(x), 'states': [pack(s) for s in states or []],
        'parameters': {n: pack(v) for n, v in before.items()}, 'predicted': pack(predicted),
        'outputs': [pack(o) for o in outputs], 'heads': [pack(h) for h in heads],
        'xGradient': x.grad is not None and pack(x.grad) or None, 'stateGradients': [pack(s.grad) for s in states or []],
        'gradients': {n: pack(p.grad()) for n, p in parameters.items() if p.grad_req != 'null'},
        'after': {n: pack(p.data()) for n, p in parameters.items() if 'running' in n}}


def cases():
    for arguments, shape in [
            (dict(channels=3, kernel_size=3), (2, 2, 5, 6)),
            (dict(channels=2, kernel_size=(2, 3), strides=(2, 1), padding=(1, 2)), (1, 3, 7, 5)),
            (dict(channels=4, kernel_size=3, dilation=2, padding=2, strides=2), (2, 2, 9, 8)),
            (dict(channels=6, kernel_size=3, groups=3, padding=1, use_bias=False), (2, 3, 4, 7)),
            (dict(channels=4, kernel_size=1, groups=2, strides=3, activation='relu'), (1, 4, 7, 8)),
            (dict(channels=2, kernel_size=(1, 5), padding=(0, 4), dilation=(1, 2)), (1, 1, 3, 6)),
            (dict(channels=5, kernel_size=4, strides=4), (3, 1, 4, 4))]:
        for dtype in ('float32', 'float64'):
            yield case('Conv2D', nn.Conv2D, arguments, shape, dtype)
    for arguments, shape in [
            (dict(pool_size=2), (2, 3, 5, 7)), (dict(pool_size=3, strides=2, padding=1), (1, 2, 7, 6)),
            (dict(pool_size=2, ceil_mode=True), (1, 2, 5, 7)),
            (dict(pool_size=(3, 2), strides=(1, 3), ceil_mode=True), (2, 1, 6, 6)),
            (dict(pool_size=3, strides=2, padding=1, ceil_mode=True), (1, 2, 8, 7))]:
        yield case('MaxPool2D', nn.MaxPool2D, arguments, shape)
        yield case('AvgPool2D', nn.AvgPool2D, arguments, shape)
        yield case('AvgPool2D', nn.AvgPool2D, dict(arguments, count_include_pad=False), shape)
    yield case('GlobalAvgPool2D', nn.GlobalAvgPool2D, {}, (2, 3, 5, 4), 'float64')
    for arguments, shape in [
            (dict(), (6, 3)), (dict(), (3, 2, 4, 5)), (dict(axis=-1, momentum=0.3), (2, 4, 3)),
            (dict(epsilon=0.1, center=False), (4, 2, 3)), (dict(scale=False), (4, 2, 3)),
            (dict(use_global_stats=True), (4, 2, 3))]:
        yield case('BatchNorm', nn.BatchNorm, arguments, shape)
    yield case('BatchNorm', nn.BatchNorm, dict(epsilon=0.1, momentum=0.1), (5, 4, 2), 'float64')
    for arguments, shape in [
            (dict(), (3, 5)), (dict(axis=1, epsilon=0.01), (2, 3, 4)), (dict(scale=False), (2, 2, 3))]:
        yield case('LayerNorm', nn.LayerNorm, arguments, shape)
    places = [[0, 3, 1.9], [-2, 3, 7]]
    for dtype in ('float32', 'float64'):
        yield case('Embedding', nn.Embedding, dict(input_dim=4, output_dim=3), None, dtype, x=places)
    for kind, make in [('LSTM', rnn.LSTM), ('GRU', rnn.GRU), ('RNN', rnn.RNN)]:
        more = [dict(activation='relu'), dict(activation='tanh')] if kind == 'RNN' else [{}]
        count = 2 if kind == 'LSTM' else 1
        for extra in more:
            yield case(kind, make, dict(hidden_size=3, **extra), (4, 2, 5))
            yield case(kind, make, dict(hidden_size=2, layout='NTC', **extra), (2, 3, 4))
            yield case(kind, make, dict(hidden_size=3, num_layers=2, **extra), (3, 2, 2),
                       states=[(2, 2, 3)] * count)
            yield case(kind, make, dict(hidden_size=2, num_layers=2, bidirectional=True, layout='NTC',
                                        **extra), (3, 2, 3), states=[(4, 3, 2)] * count)


with open(sys.argv[1], 'w') as file:
    file.write('{"cases": [\n' + ',\n'.join(json.dumps(c) for c in cases()) + '\n]}\n')
