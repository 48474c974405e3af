/** X.509 takes so many characters for a common name (ub-common-name); what reads certificates refuses longer ones. */
const most = 64

/** A name as it is written into a certificate or a PDF: composed, and of whole signs. */
export const writtenName = (name: string): string => name.toWellFormed().normalize("NFC")

/** As much of a name as a certificate takes, cut between characters as people see them. */
export const commonNameOf = (name: string): string => {
  const whole = writtenName(name)
  let [taken, count] = ["", 0]
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(whole)) {
    count += [...segment].length
    if (count > most) break
    taken += segment
  }
  // One that is a single character of more signs than that is cut within.
  return taken === "" ? [...whole].slice(0, most).join("") : taken.trim()
}
