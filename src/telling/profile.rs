//! What is told about one subject in one language: numbers, words, figure specifications.
