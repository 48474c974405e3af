import type texts from "./en.json"

declare global {
  interface Texts {
    notes: typeof texts
  }
}
