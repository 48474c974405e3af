import type texts from "./en.json"

declare global {
  interface Texts {
    guidance: typeof texts
  }
}
