"""What several verbs ask: the words, whom, the trade, who agreed."""
