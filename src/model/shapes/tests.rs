//! Small shapes in, exact shapes out.
