//! Sign-up files of every shape and damage: nobody is lost, nobody is invented, nobody is merged with somebody else, and
//! a second import changes nothing.
#![allow(clippy::expect_used)]

mod apart;
mod asked;
mod bench;
mod beside;
mod branches;
mod coming;
mod consents;
mod damage;
mod dated;
mod desk;
mod encodings;
mod examples;
mod exports;
mod finds;
mod further;
mod generated;
mod graded;
mod handed;
mod headings;
mod headless;
mod heads;
mod kept;
mod later;
mod layout;
mod moved;
mod mutants;
mod names;
mod newer;
mod others;
mod pairs;
mod parted;
mod people;
mod prices;
mod properties;
mod reading;
mod sentences;
mod shapes;
mod strangers;
mod ticked;
mod titles;
mod torn;
mod updates;
mod whose;
mod worded;
