/** A UUIDv7 (RFC 9562): made by the application, sortable by time of creation. */
export type Id = string

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for the canonical lower-case spelling of any UUID. Safe to place in SQL text. */
export const isId = (value: string): value is Id => uuid.test(value)

/** The id that belongs to nobody: the workspace of an actor that has none. */
export const nobody: Id = "00000000-0000-0000-0000-000000000000"
