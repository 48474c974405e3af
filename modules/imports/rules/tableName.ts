/** "Deal - Title" (Pipedrive), "Opportunity.Name" (Data Loader), "Opportunity: Amount", "Deals[Amount]" (Power BI). */
const named = /^(.{1,40}?)(?: - |: |\.(?=\S)|\[)(.+?)\]?$/u

/**
 * The column names without the name of their table, where at least half of them, and three, begin with it: it says what all rows are, not
 * what the column holds. The others stay as they are.
 */
export const withoutTableName = (headers: readonly string[]): readonly string[] => {
  const parts = headers.map((header) => named.exec(header.trim()))
  const counts = new Map<string, number>()
  for (const part of parts) if (part?.[1]) counts.set(part[1], (counts.get(part[1]) ?? 0) + 1)
  const least = Math.max(3, headers.length / 2)
  return headers.map((header, column) => {
    const [, table = "", name = header] = parts[column] ?? []
    return (counts.get(table) ?? 0) >= least ? name : header
  })
}
