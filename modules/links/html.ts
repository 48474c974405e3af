const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Text as HTML shows it, in an element or a quoted attribute. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** HTML that is made here; only what `html` made of it goes into a page unescaped. */
export type Html = Readonly<{ html: string }>

type Piece = string | number | Html | readonly Html[] | undefined

const written = (piece: Piece): string => {
  if (piece === undefined) return ""
  if (typeof piece !== "object") return escaped(String(piece))
  return "html" in piece ? piece.html : piece.map(({ html: inner }) => inner).join("")
}

/** A template whose every value is escaped, unless it is such HTML itself. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  html: parts.reduce((made, part, at) => `${made}${written(pieces[at - 1])}${part}`),
})
