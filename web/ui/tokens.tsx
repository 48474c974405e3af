export { dark, light, type Tokens, type Tone } from "#core/tokens"

export const cssName = (name: string): `--${string}` =>
  `--k-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
