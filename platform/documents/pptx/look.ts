import type pptxgenjs from "pptxgenjs"
import { light, type TokenName } from "#core/tokens"

export type Deck = pptxgenjs.default
export type Slide = ReturnType<Deck["addSlide"]>

/** A font that every program has; PowerPoint itself finds another for signs that it lacks. */
export const font = "Arial"

/** A colour of the theme as presentations write it; slides are light, whatever the reader's screen is. */
export const ink = (name: TokenName): string => light[name].slice(1).toUpperCase()
