/** A piece of a comment: words, a link, or a person who is mentioned. */
export type Piece = Readonly<{ kind: "words" | "link" | "mention"; text: string }>

const link = /https?:\/\/[^\s<>"'`\p{C}]+/giu
/** A full stop, a bracket or a quotation mark behind an address belongs to the sentence. */
const trailing = /[.,;:!?)\]}»”’]+$/u

/** Only what is an address to its end is a link; anything else stays words. */
const linkIn = (found: string): string | undefined => {
  const opened = (found.match(/\(/g) ?? []).length
  const address = found.replace(trailing, (end) => (opened > 0 && end.startsWith(")") ? ")" : ""))
  const { protocol, hostname, username } = URL.parse(address) ?? {}
  return (protocol === "http:" || protocol === "https:") && hostname && username === "" ? address : undefined
}

/** What a comment says, in pieces, for a page to draw: never as markup. */
export const piecesOf = (body: string, names: readonly string[]): readonly Piece[] => {
  const pieces: Piece[] = []
  let from = 0
  const take = (at: number, kind: Piece["kind"], text: string) => {
    if (at > from) pieces.push({ kind: "words", text: body.slice(from, at) })
    pieces.push({ kind, text })
    from = at + text.length
  }
  for (const { at, kind, text } of [...linksOf(body), ...mentionsOf(body, names)].sort((a, b) => a.at - b.at))
    if (at >= from) take(at, kind, text)
  if (from < body.length) pieces.push({ kind: "words", text: body.slice(from) })
  return pieces
}

type Found = Piece & { at: number }

const linksOf = (body: string): Found[] =>
  [...body.matchAll(link)].flatMap(({ 0: found, index }) => {
    const text = linkIn(found)
    return text === undefined ? [] : [{ kind: "link" as const, text, at: index }]
  })

/** The longest name first: of Ann and Ann Lee the second is meant where both fit. */
const mentionsOf = (body: string, names: readonly string[]): Found[] => {
  const found: Found[] = []
  for (const name of names.toSorted((a, b) => b.length - a.length))
    for (let at = body.indexOf(`@${name}`); at >= 0; at = body.indexOf(`@${name}`, at + 1))
      if (!found.some((other) => other.at === at)) found.push({ kind: "mention", text: `@${name}`, at })
  return found
}

/** The people a text mentions, of those who were chosen while it was written: what was deleted again is no mention. */
export const mentionedIn = <P extends Readonly<{ name: string }>>(body: string, chosen: readonly P[]): readonly P[] => {
  const said = new Set(
    mentionsOf(
      body,
      chosen.map(({ name }) => name),
    ).map(({ text }) => text),
  )
  return chosen.filter(({ name }) => said.has(`@${name}`))
}

/** The name that is being typed behind an @ at the caret: where it begins, and so far. */
export const nameAt = (text: string, caret: number): Readonly<{ from: number; name: string }> | undefined => {
  const found = /(?:^|[\s(])@([\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]+)?)$/u.exec(text.slice(0, caret))
  const name = found?.[1]
  return name === undefined || name.length > 60 ? undefined : { from: caret - name.length - 1, name }
}
