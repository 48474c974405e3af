/** Something outside Keelson keeps the database from running. The message is one sentence that says what to do. */
export class EmbeddedPostgresFault extends Error {
  override name = "EmbeddedPostgresFault"
}

/** PostgreSQL's own words for what a person can put right, and what we say instead. */
const knownCauses: readonly (readonly [RegExp, string])[] = [
  [/No space left on device|ENOSPC/, "The disk is full: free some space and start Keelson again."],
  [/Disk quota exceeded|EDQUOT/, "The disk quota is used up: free some space and start Keelson again."],
  [/Permission denied|EACCES|EPERM/, "Files of the database cannot be read or written: check who owns them."],
  [
    /could not (allocate|map|create) .*shared memory/,
    "There is not enough memory for PostgreSQL: free some and retry.",
  ],
]

/** One sentence for a failed PostgreSQL program; what we do not know is quoted as PostgreSQL said it. */
export const explain = (doing: string, output: string): EmbeddedPostgresFault => {
  const known = knownCauses.find(([pattern]) => pattern.test(output))?.[1]
  const lines = output.trim().split("\n")
  const lastWords = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1)
  return new EmbeddedPostgresFault(`${doing} failed. ${known ?? "PostgreSQL says:"} (${lastWords || "no output"})`)
}
