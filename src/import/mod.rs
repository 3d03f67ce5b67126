//! A stranger's sign-up file on its way into the event: any bytes to a table, a table to a plan. Pure.

pub mod read;
