"""Write down, and set right what was written."""
