import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler"
import type { Instant } from "#core/time"
import { mapTexts } from "#platform/documents/printable"
import { filled } from "#platform/documents/written"

const { resolve } = createRequire(import.meta.url)
/**
 * Two weights for what is written in Latin, Greek and Cyrillic letters, upright and slanted, two for Japanese; whichever has a sign
 * draws it.
 */
const fontFiles = [
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
  "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
  "@expo-google-fonts/noto-sans/600SemiBold_Italic/NotoSans_600SemiBold_Italic.ttf",
  "@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf",
  "@expo-google-fonts/noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf",
]

/** Archivable, with tags for those who listen to it. It also refuses a sign that would be drawn as an empty box. */
const standard = "a-2a"

/** What a page is made of: values alone. Footnotes take up what is said of signs that no font has. */
export type PageData = Readonly<{ footnotes: readonly string[] }>

export type Sheet = Readonly<{
  /** Templates in their order, as one program. */
  program: string
  data: PageData
  madeAt: Instant
  /** With {signs}: what is said of signs that no font has. */
  missingSigns: string
}>

export type Typesetter = (sheet: Sheet) => Buffer

/** Loads fonts once; each document then takes a few milliseconds. */
export const openTypesetter = (): Typesetter => {
  // Nothing is read from here: program and data are given as text. Outside it nothing can be read at all.
  const workspace = import.meta.dirname
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: fontFiles.map((file) => readFileSync(resolve(file))) }],
  })
  const attempt = ({ program, madeAt }: Sheet, data: PageData): Buffer | readonly string[] => {
    compiler.mapShadow(join(workspace, "document.json"), Buffer.from(JSON.stringify(data)))
    try {
      const compiled = compiler.compile({ mainFileContent: program })
      if (compiled.result === null) throw new Error(`typst: ${messagesOf(compiler, compiled).join("; ")}`)
      return compiler.pdf(compiled.result as NodeTypstDocument, {
        pdfStandard: standard,
        creationTimestamp: Math.floor(Date.parse(madeAt) / 1_000),
      })
    } catch (fault) {
      const signs = missingSigns(fault)
      if (signs.length === 0) throw fault
      return signs
    } finally {
      compiler.evictCache(5)
    }
  }
  return (sheet) => {
    const missing = new Set<string>()
    for (let attempts = 1; ; attempts++) {
      const made = attempt(sheet, missing.size === 0 ? sheet.data : withoutSigns(sheet, missing))
      if (Buffer.isBuffer(made)) return made
      // Numbers in place of signs are drawn by every font: what is found missing again is not what was replaced.
      if (attempts === 3) throw new Error(`signs that no font has: ${made.join(" ")}`)
      for (const sign of made) missing.add(sign)
    }
  }
}

const messagesOf = (compiler: NodeCompiler, compiled: ReturnType<NodeCompiler["compile"]>): string[] => {
  const found = compiled.takeDiagnostics()
  return found === null ? [] : compiler.fetchDiagnostics(found).map((each: { message: string }) => each.message)
}

const notDisplayed = /the text `\\?"((?:[^`])*?)\\?"` could not be displayed/g

/** The signs that typst says it has no font for, each by itself. */
const missingSigns = (fault: unknown): readonly string[] => {
  const text = fault instanceof Error ? fault.message : String(fault)
  return [...text.matchAll(notDisplayed)].flatMap(([, quoted = ""]) => [
    ...quoted.replaceAll(/\\+u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  ])
}

const numberOf = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`

/** A sign that no font has is written by its number, so that nobody takes a box for a letter; and that is said. */
const withoutSigns = ({ data, missingSigns: words }: Sheet, missing: ReadonlySet<string>): PageData => {
  const said = filled(words, { signs: [...missing].map(numberOf).join(", ") })
  return mapTexts({ ...data, footnotes: [...data.footnotes, said] }, (text) =>
    [...text].map((sign) => (missing.has(sign) ? `[${numberOf(sign)}]` : sign)).join(""),
  )
}
