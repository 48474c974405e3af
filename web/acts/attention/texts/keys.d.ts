import type texts from "./en.json"

declare global {
  interface Texts {
    attention: typeof texts
  }
}
