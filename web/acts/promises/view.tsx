/** Which due day of a promise is looked at, as the address says it; what is no day falls back. */
export const readPromiseView = (raw: Record<string, unknown>) => ({
  due: typeof raw.due === "string" && /^\d{4}-\d{2}-\d{2}$/.test(raw.due) ? raw.due : "",
})
