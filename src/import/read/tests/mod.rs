//! Clean lists of invented people in the shapes of form products, damaged in every way that real files are.

mod books;
mod damage;
mod damaged;
mod merged;
mod people;
mod properties;
mod reading;
mod shapes;
mod sheets;
mod workbooks;
