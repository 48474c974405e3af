import type texts from "./en.json"

declare global {
  interface Texts {
    programs: typeof texts
  }
}
