//! What organisers take to other people: how sign-ups stand in numbers, what the caterer must know, who comes through
//! the door. Pure; returns counts, rows and pictures, and knows neither files nor how they are written.

mod diets;
mod door;
mod plot;
mod said;
mod tally;

pub use diets::{Diets, Meal, diets};
pub use door::{Arrival, door};
pub use plot::plot;
pub use tally::{Counts, Line, Report};
