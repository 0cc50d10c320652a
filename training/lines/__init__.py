"""How the line classifier of text dumps was made: pages, labels, augmentation, training, scores, model card."""
