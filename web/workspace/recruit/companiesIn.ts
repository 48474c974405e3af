/** Companies as they are pasted: one a line, the name first, its web domains after it, apart by tabs, semicolons or spaces. */
export const companiesIn = (text: string): { name: string; domains: string[] }[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const words = line.split(/[\s;,]+/).filter(Boolean)
    const domains = words.filter(isDomain).map((word) => word.toLowerCase())
    const name = line
      .split(/[\t;]|\s+|,(?=\s)/)
      .filter((word) => word !== "" && !isDomain(word))
      .join(" ")
      .trim()
    return name === "" && domains.length === 0 ? [] : [{ name: name || (domains[0] ?? ""), domains }]
  })

/** What looks like a host: labels of letters and digits, the last of letters; "G.m.b.H." and "S.A." are no hosts. */
const isDomain = (word: string): boolean => /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(word)
