type Readable = Readonly<{
  slug: string
  language: string
  title: string
  sections: readonly Readonly<{ id: string; title: string; text: string }>[]
}>

export type Place = Readonly<{
  slug: string
  language: string
  id: string
  /** Of the guide, and of the part. */
  title: string
  section: string
  /** What stands about the word there. */
  excerpt: string
}>

const around = 70

/** The parts that say every word, those that bear one in their heading first. */
export const findInGuides = (guides: readonly Readable[], text: string): readonly Place[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const found = guides.flatMap(({ slug, language, title, sections }) =>
    sections.flatMap(({ id, title: section, text: body }) => {
      const whole = `${section} ${body}`.toLowerCase()
      if (!words.every((word) => whole.includes(word))) return []
      const isInHeading = words.some((word) => section.toLowerCase().includes(word))
      return [{ isInHeading, place: { slug, language, id, title, section, excerpt: excerptOf(body, words[0] ?? "") } }]
    }),
  )
  return [...found.filter(({ isInHeading }) => isInHeading), ...found.filter((each) => !each.isInHeading)].map(
    ({ place }) => place,
  )
}

const excerptOf = (text: string, word: string): string => {
  const at = text.toLowerCase().indexOf(word)
  const from = at <= around ? 0 : text.indexOf(" ", at - around) + 1
  const until = from + 3 * around
  const to = text.length <= until ? text.length : text.lastIndexOf(" ", until)
  return `${from > 0 ? "… " : ""}${text.slice(from, to <= from ? until : to)}${to < text.length ? " …" : ""}`
}
