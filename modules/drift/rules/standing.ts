export const standings = ["silent", "drifting", "steady", "not_scored"] as const
export type Standing = (typeof standings)[number]

/** What the last scan left of a partnership: `drifting` is false for a drift that a person dismissed or ended. */
type Judged = Readonly<{ scored: boolean; drifting: boolean; silentSince: string | null }>

/**
 * The one word for how a partnership stands. Silence goes before everything: nothing happens any more, whether or not that is
 * called a drift. Too little data is neither good nor bad.
 */
export const standingOf = (judged: Judged | undefined): Standing => {
  if (judged === undefined) return "not_scored"
  if (judged.silentSince !== null) return "silent"
  if (judged.drifting) return "drifting"
  return judged.scored ? "steady" : "not_scored"
}
