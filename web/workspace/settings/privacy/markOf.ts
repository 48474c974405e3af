/** What stands for an erased person everywhere, as the database writes it. */
export const markOf = (erasureId: string): string => `Erased person ${erasureId.replaceAll("-", "").slice(-8)}`
