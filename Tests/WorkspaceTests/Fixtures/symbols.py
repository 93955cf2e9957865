"""Writes symbols.json and symbols/: networks that MXNet 1.9.1 exports, with an input and the output."""
import base64, json, os, sys
import numpy as np
import mxnet as mx
from mxnet import nd
from mxnet.gluon import nn, rnn


class Residual(nn.HybridBlock):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        with self.name_scope():
            self.body = nn.HybridSequential()
            self.body.add(nn.Conv2D(3, 3, padding=1, use_bias=False), nn.BatchNorm())

    def hybrid_forward(self, F, x):
        y = F.Activation(self.body(x) + x, act_type='relu')
        return F.concat(y * x, y - x, 2 * y + 1, dim=1)


def chain(*layers):
    net = nn.HybridSequential()
    net.add(*layers)
    return net


def layers():
    return chain(
        nn.Conv2D(4, (3, 2), use_bias=False, dilation=2, padding=(2, 1)), nn.BatchNorm(momentum=0.8),
        nn.LeakyReLU(0.1), nn.PReLU(), nn.ELU(0.5), nn.SELU(), nn.GELU(),
        nn.MaxPool2D(3, strides=1, ceil_mode=True), nn.BatchNorm(scale=False, epsilon=0.001),
        nn.AvgPool2D(2, strides=1, padding=1, count_include_pad=False), nn.Flatten(), nn.Dropout(0.3),
        nn.Dense(5, activation='softrelu', weight_initializer='xavier',
                 bias_initializer=mx.init.Constant(2)),
        nn.Dense(6, flatten=False, use_bias=False), nn.LayerNorm(), nn.Activation('tanh'))


def pools():
    return chain(nn.Conv2D(4, 3, strides=2, groups=2, activation='relu'), nn.GlobalMaxPool2D(),
                 nn.GlobalAvgPool2D(), nn.Swish(), nn.Dropout(0))


def recurrent():
    return chain(nn.Embedding(10, 4),
                 rnn.LSTM(3, num_layers=2, layout='NTC', bidirectional=True, dropout=0.5), nn.Dense(2))


def simple():
    return chain(rnn.GRU(3), rnn.RNN(4, activation='tanh'), rnn.RNN(2))


def residual():
    return chain(Residual(), nn.Flatten(), nn.Dense(2))


def pack(array):
    return {'shape': list(array.shape), 'dtype': 'f32',
            'b64': base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()}


os.chdir(sys.argv[1])
cases = []
for make, shape in [(layers, (2, 2, 9, 9)), (pools, (1, 4, 9, 7)), (recurrent, (3, 5)), (simple, (4, 2, 3)),
                    (residual, (2, 3, 4, 5))]:
    with mx.name.NameManager():
        mx.random.seed(5)
        net = make()
        net.initialize(mx.init.Uniform(0.5))
        net.hybridize()
        x = nd.random.uniform(0, 10, shape=shape)
        net(x)
        for name, parameter in net.collect_params().items():
            if 'running' in name:
                parameter.set_data(nd.random.uniform(0.5, 1.5, shape=parameter.shape))
        y = net(x)
        net.export('symbols/' + make.__name__)
    cases.append({'id': make.__name__, 'x': pack(x.asnumpy()), 'y': pack(y.asnumpy())})
with open('symbols.json', 'w') as file:
    file.write('{"cases": [\n' + ',\n'.join(json.dumps(c) for c in cases) + '\n]}\n')
