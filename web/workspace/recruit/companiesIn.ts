/** Companies as they are pasted: one a line, the name first, its web domains or addresses after it, apart by tabs, semicolons or spaces. */
export const companiesIn = (text: string): { name: string; domains: string[] }[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const words = line.split(/[\s;]+/).filter((word) => word !== "")
    const domains = [...new Set(words.flatMap((word) => hostIn(word) ?? []))]
    const name = words
      .filter((word) => hostIn(word) === undefined)
      .join(" ")
      .replace(/,$/, "")
    return name === "" && domains.length === 0 ? [] : [{ name: name || (domains[0] ?? ""), domains }]
  })

/** What looks like a host or a web address: labels of letters and digits, the last of letters; "G.m.b.H." and "S.A." are no hosts. */
const hostIn = (word: string): string | undefined => {
  const host = word
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/?#,].*$/, "")
    .replace(/^www\./, "")
  return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(host) ? host : undefined
}
