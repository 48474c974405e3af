type Tree = { readonly [key: string]: string | Tree }

/**
 * Texts with every plural form that their language asks for. French, Spanish and Portuguese have one for whole millions (`_many`), which
 * almost no sentence needs: where none is written, it is that of other numbers.
 */
export const withEveryForm = <T extends object>(texts: T, language: string): T =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.includes("many")
    ? (filled(texts as Tree) as T)
    : texts

const filled = (texts: Tree): Tree => {
  const all: Record<string, string | Tree> = {}
  for (const [key, value] of Object.entries(texts)) {
    all[key] = typeof value === "string" ? value : filled(value)
    const many = key.replace(/_other$/, "_many")
    if (many !== key && !(many in texts)) all[many] = all[key]
  }
  return all
}
