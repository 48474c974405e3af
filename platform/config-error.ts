/** A setting that cannot be used: the message says which, what it is, what was expected and what to do. */
export class ConfigError extends Error {}
