import type texts from "./en.json"

declare global {
  interface Texts {
    lessons: typeof texts
  }
}
