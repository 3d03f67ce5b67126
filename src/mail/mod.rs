//! Mail: choosing who gets what, rendering it, sending it once. Only [`transport`] touches the network.

pub mod transport;
