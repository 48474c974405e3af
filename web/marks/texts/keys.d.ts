import type texts from "./en.json"

declare global {
  interface Texts {
    marks: typeof texts
  }
}
