"""How a model goes on after the beginnings of some passages: the likeliest next token, again and again."""

from collections.abc import Sequence

import torch

from writer_app.model.lstm import LstmModel
from writer_app.model.tokenizer import BEGIN, END, Tokenizer

TOKENS = 18  # some twelve words


@torch.no_grad()
def continue_each(model: LstmModel, tokenizer: Tokenizer, prompts: Sequence[str]) -> list[str]:
    """Return a continuation of each prompt, up to its last whole word."""
    model.eval()
    found = [_continue(model, tokenizer, prompt) for prompt in prompts]
    model.train()
    return found


def _continue(model: LstmModel, tokenizer: Tokenizer, prompt: str) -> str:
    device = model.output_bias.device
    tokens = torch.tensor([BEGIN, *tokenizer.encode(prompt)], device=device)[:, None]
    state = model.zero_state(1)
    chosen: list[int] = []
    for _ in range(TOKENS):
        features, state = model.features(tokens, state)
        tokens = model.logits(features[-1:]).argmax(dim=-1)
        chosen.append(int(tokens.item()))
        if chosen[-1] == END or b"\n" in tokenizer.token_bytes[chosen[-1]]:
            return tokenizer.decode(chosen[:-1])
    text = tokenizer.decode(chosen).rstrip("\ufffd")
    return text.rpartition(" ")[0] if " " in text.strip() else text
