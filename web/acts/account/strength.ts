export const leastPassword = 10

/** What everybody tries first. */
const usual = /(passwor[dt]|kennwort|qwert[yz]|12345|abcde|letmein|welcome|willkommen|keelson)/i

/** How hard a password is to guess, roughly: its length, how many different characters, and nothing that everybody tries. */
export const strengthOf = (password: string): "weak" | "fair" | "strong" => {
  const different = new Set(password.toLowerCase()).size
  if (password.length < 12 || different < 7 || usual.test(password)) return "weak"
  return password.length >= 18 && different >= 10 ? "strong" : "fair"
}
