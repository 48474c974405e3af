import type texts from "./en.json"

declare global {
  interface Texts {
    people: typeof texts
  }
}
