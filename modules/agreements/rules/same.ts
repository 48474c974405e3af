/** The database keeps the fields of a document in an order of its own (jsonb): what was read from it says the same in another order. */
const inOneOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value

const written = (value: unknown): string => JSON.stringify(value ?? null, inOneOrder)

/** Whether two parts of an agreement say the same; what is left out is as good as null. */
export const isSame = (one: unknown, other: unknown): boolean => written(one) === written(other)
