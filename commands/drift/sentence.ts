import { join } from "node:path"
import { formatIn } from "#core/format"
import { openTexts } from "#platform/texts"
import { type Assessment, sentenceOf, summarise } from "#rules/drift"

/** One partnership in plain English, from the structured finding; days as files write them, for whoever reads on by machine. */
export const sentence = (finding: Assessment): string => english().paragraph(summarise(finding))

const english = () => {
  made ??= sentenceOf({
    say: openTexts(join(import.meta.dirname, "..", "..")).in("en"),
    format: { ...formatIn("en-GB"), date: (on) => on, day: (on) => on },
    ...{ today: "", currency: undefined, companyOf: () => undefined },
  })
  return made
}

let made: ReturnType<typeof sentenceOf> | undefined
