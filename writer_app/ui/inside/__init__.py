"""The dock that shows what the LSTM does with the sentence at the caret."""
