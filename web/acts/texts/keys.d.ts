import type texts from "./en.json"

declare global {
  interface Texts {
    acts: typeof texts
  }
}
