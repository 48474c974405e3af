import type texts from "./en.json"

declare global {
  interface Texts {
    tasks: typeof texts
  }
}
