"""Messages to incoming webhooks: what each service takes, and how it gets there."""
