"""The new visitor's whole way with scripts off: everything must be there without them."""

import journey_new_visitor


def journey(v):
    journey_new_visitor.story(v, scripts=False)
