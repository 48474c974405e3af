import type texts from "./en.json"

declare global {
  interface Texts {
    imports: typeof texts
  }
}
